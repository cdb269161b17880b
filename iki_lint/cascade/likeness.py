"""How much two statements of performance say the same."""

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.language.lexicon import words

_ENOUGH_WORDS = 3


def likeness(one: CellFacts, other: CellFacts) -> float:
    """From 0 (nothing in common) to 1 (the same).

    Scores of one instrument are the same however they are called (SKM, IKM). Otherwise the share of common content
    stems counts: of the shorter statement when it has three or more, because the longer one may only be more precise.
    """
    if set(one.instrumen) & set(other.instrumen) and not (_counts(one) or _counts(other)):
        return 1.0
    mine, theirs = set(one.content) - words("kata-kantor"), set(other.content) - words("kata-kantor")
    if not mine or not theirs:
        return 1.0 if one.content and one.content == other.content else 0.0
    common = len(mine & theirs)
    shorter = min(len(mine), len(theirs))
    return common / shorter if shorter >= _ENOUGH_WORDS else 2 * common / (len(mine) + len(theirs))


def _counts(cell: CellFacts) -> bool:
    return isinstance(cell, IndicatorFacts) and cell.ukuran == "jumlah"
