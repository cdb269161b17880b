"""How much two statements of performance say the same."""

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.language.lexicon import words

_ENOUGH_WORDS = 3


def likeness(one: CellFacts, other: CellFacts) -> float:
    """From 0 (nothing in common) to 1 (the same).

    Scores of one instrument are the same however they are called (SKM, IKM). Otherwise the share of common content
    stems counts.
    """
    if set(one.instrumen) & set(other.instrumen) and not (_counts(one) or _counts(other)):
        return 1.0
    mine, theirs = set(one.content) - words("kata-kantor"), set(other.content) - words("kata-kantor")
    if not mine or not theirs:
        return 1.0 if one.content and one.content == other.content else 0.0
    return overlap(len(mine & theirs), len(mine), len(theirs))


def overlap(common: int, mine: int, theirs: int) -> float:
    """How much two sets of words say the same, from their sizes: the common part of the shorter one when that is long
    enough to say anything by itself, otherwise of both."""
    shorter = min(mine, theirs)
    return common / shorter if shorter >= _ENOUGH_WORDS else 2 * common / (mine + theirs)


def _counts(cell: CellFacts) -> bool:
    return isinstance(cell, IndicatorFacts) and cell.ukuran == "jumlah"
