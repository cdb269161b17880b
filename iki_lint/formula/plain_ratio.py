"""The commonest ratio, "Jumlah A dibagi jumlah B x 100%", read at one look: most decrees need no grammar then.

Whatever might mean something else is left to the grammar. What is read here the grammar reads alike; a test holds both
against each other.
"""

import re

from iki_lint.formula.ast import Phrase, Quantity, Ratio, span
from iki_lint.formula.number import number_at
from iki_lint.patterns import pattern

# Words of two letters and more with one blank between, behind "jumlah" or its like; a figure only before a word.
_SIDE = r"(?:jumlah|total|banyaknya)(?: (?:[0-9]+ (?=[^\W\d_]))?[^\W\d_][^\W_]+(?:-[^\W_]+)*!?)+"
_MARK = r"dibagi(?: dengan)?|(?:ber|di)banding dengan|berbanding|dibandingkan dengan|÷"
_FACTOR = r"(?P<number>100) ?(?P<unit>%)"
_RATIO = pattern(
    rf"(?P<open>\()?(?P<above>{_SIDE}),? (?P<mark>{_MARK}) (?P<below>{_SIDE})(?(open)\)) [x×] (?P<factor>{_FACTOR})",
    re.IGNORECASE,
)
# Parts of words that may compute, and words before which an x is a name.
_COMPUTES = ("bagi", "banding", "kali", "tambah", "kurang", "terhadap", "persen")
_NAMED_X = ("kelas", "golongan", "tingkat", "tipe", "bab", "tahap", "lampiran")


def plain_ratio(text: str) -> Ratio | None:
    """The ratio that a text of this shape is; None for any other text."""
    found = _RATIO.fullmatch(text)
    if found is None:
        return None
    sides = f"{found['above']} {found['below']}".lower()
    if any(part in sides for part in _COMPUTES) or sides.endswith(_NAMED_X):
        return None
    number = number_at(text, *found.span("number"))
    assert number is not None
    factor = Quantity(*span(text, *found.span("factor")), number, span(text, *found.span("unit")))
    above, below = (Phrase(*span(text, *found.span(side))) for side in ("above", "below"))
    return Ratio(*span(text, 0, len(text)), above, below, factor, span(text, *found.span("mark")))
