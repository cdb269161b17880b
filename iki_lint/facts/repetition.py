"""What stands more than once in a decree: its plans and indicators by what they say, each distinct text read once."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from iki_lint.decree.model import Decree, Indicator, Plan, Position
from iki_lint.facts.subjects import texts_of, value
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.tokens import normal_words

_ITEM_MARKS = frozenset(".)")
_TELLING, _LONGEST = 5, 40
_WORK = frozenset({"pelaksanaan", "proses"})


class Said(NamedTuple):
    """A plan and what it says: the number of its wording and those of its indicators; 0 for an empty text."""

    plan: Plan
    text: int
    names: tuple[int, ...]


class Block(NamedTuple):
    """A position with its plans; positions whose `content` is equal hold the same."""

    position: Position
    plans: list[Said]

    @property
    def content(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """The plans and indicators as numbers."""
        return tuple([(text, names) for _, text, names in self.plans])

    @property
    def size(self) -> int:
        """How many indicators there are."""
        return sum([len(names) for _, _, names in self.plans])

    def indicators(self) -> Iterator[tuple[int, Indicator]]:
        """The indicators with the numbers of their wording."""
        for plan, _, names in self.plans:
            yield from zip(names, plan.indicators, strict=True)


class Repetition:
    """The blocks of a decree. Texts with the same normal words have the same number; `words` has these by number."""

    def __init__(self, decree: Decree) -> None:
        self.decree = decree
        self._numbers: dict[str, int] = {"": 0}
        self._known: dict[tuple[str, ...], int] = {(): 0}
        self._general: dict[int, bool] = {}
        self.words: list[tuple[str, ...]] = [()]

    def number(self, text: str) -> int:
        """The number of what a text says; an item number before it says nothing."""
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = self._number(bare_words(text))
        return found

    def _number(self, said: tuple[str, ...]) -> int:
        found = self._known.setdefault(said, len(self.words))
        if found == len(self.words):
            self.words.append(said)
        return found

    @cached_property
    def blocks(self) -> list[Block]:
        """All positions in order."""
        return [Block(each, [self._said(plan) for plan in each.plans]) for each in self.decree.positions]

    def _said(self, plan: Plan) -> Said:
        known = self._numbers.get
        names = [known(each.name.value) if each.name is not None else 0 for each in plan.indicators]
        if None in names:
            names = [self.number(value(each.name)) for each in plan.indicators]
        return tuple.__new__(Said, (plan, self.number(value(plan.text)), tuple(names)))

    @cached_property
    def gists(self) -> dict[int, int]:
        """The names that say something in fewer words, by number, with the number of these words; for all blocks."""
        assert self.blocks is not None
        return {
            number: self._number(short)
            for number, said in enumerate(self.words[:])
            if said and (short := gist(said)) is not said
        }

    @cached_property
    def longer_by_a_word(self) -> dict[int, list[int]]:
        """The names that say the same as another one and one word more behind their head, by that other's number."""
        assert self.blocks is not None
        found: dict[int, list[int]] = {}
        for number, said in enumerate(self.words[:]):
            if not _TELLING <= len(said) <= _LONGEST:
                continue
            for at in range(2, len(said)):
                shorter = self._known.get(said[:at] + said[at + 1 :])
                if shorter and said[at].isalpha():
                    found.setdefault(shorter, []).append(number)
        return found

    def is_general(self, number: int) -> bool:
        """Whether a name says what is counted only together with its plan."""
        found = self._general.get(number)
        if found is None:
            found = self._general[number] = is_general(self.words[number])
        return found

    def rows(self, indicator: Indicator) -> tuple[tuple[int, ...], ...]:
        """What the formulas and sources of an indicator say, as numbers."""
        return tuple([tuple([self.number(text) for text in texts_of(row)[2:]]) for row in indicator.rows])

    def same_formulas(self, left: Indicator, right: Indicator) -> bool:
        """Whether two indicators are calculated alike, whatever their sources."""
        ours, theirs = left.rows, right.rows
        if len(ours) == len(theirs) == 1 and (formula := value(ours[0].formula)) and ours[0].numerator is None:
            return self.number(formula) == self.number(value(theirs[0].formula))
        return [(row[0], *row[2:]) for row in self.rows(left)] == [(row[0], *row[2:]) for row in self.rows(right)]


def bare_words(text: str) -> tuple[str, ...]:
    """The normal words of a text without the number or letter of an item before it: "2. ", "b) "."""
    found = normal_words(text)
    if len(found) > 1 and len(found[0]) < 3 and not _ITEM_MARKS.isdisjoint(text.lstrip(" (")[: len(found[0]) + 1]):
        return found[1:]
    return found


def gist(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without those that say nothing: an addressee at the end ("kepada pimpinan"), and the emptiest
    words for work behind the measure ("Jumlah pelaksanaan penyusunan ..." counts what "Jumlah penyusunan ..." does)."""
    start, end = 1, len(said)
    if said[0] == "jumlah":
        while start + 1 < end and said[start] in _WORK:
            start += 1
    if said[-1] in words("nama-atasan"):
        end = next((at for at in range(max(end - 3, 1), end) if said[at] in ("kepada", "ke")), end)
    return said if start == 1 and end == len(said) else (said[0], *said[start:end])


def is_general(name: tuple[str, ...]) -> bool:
    """Whether the words of a name say what is counted only together with its plan: "Jumlah laporan"."""
    general, stop, measures = words("nama-umum"), words("kata-henti"), pairs("kata-ukur")
    return all(word in general or word in stop or word in measures or not word.isalpha() for word in name)
