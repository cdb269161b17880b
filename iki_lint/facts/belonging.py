"""Where a post belongs, told by its name, its key `unit` and the office of the decree."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from iki_lint.decree.model import Decree, Position, text
from iki_lint.decree.tree import Map
from iki_lint.facts.offices import FIELD, LONGEST_SECTION, Kind, Office, Section, kinds, offices_in, section_of
from iki_lint.facts.subjects import value
from iki_lint.language.classes import content
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.tokens import normal_words

_LONGEST_WORD = 40
_MARKS = ".,;:)/"


class Belonging(NamedTuple):
    """The offices a post belongs to, by kind, with their names, its section, None when that is not known, and the
    kinds with the first words of all these names."""

    offices: tuple[tuple[str, tuple[str, ...]], ...]
    section: Section | None
    first_words: frozenset[tuple[str, str]]


class Belongings:
    """Where the posts of a decree belong."""

    def __init__(self, decree: Decree) -> None:
        self.decree = decree
        self._by_id = {position.id: position for position in decree.positions if position.id}
        self._known: dict[Position | None, Belonging] = {}
        self._equal: dict[Belonging, Belonging] = {}

    @cached_property
    def office(self) -> str:
        """The name of the office whose decree it is."""
        unit = self.decree.root.items.get("unit_kerja")
        return value(text(unit, "nama")) if isinstance(unit, Map) else ""

    @cached_property
    def main(self) -> Kind | None:
        """The kind of the office whose decree it is."""
        found = offices_in(self.office)
        return next((kind for kind in kinds().values() if found and kind.name == found[0].office.kind), None)

    @cached_property
    def serves_others(self) -> bool:
        """Whether other offices are what this one works for, as those for planning, staff or finance."""
        return not words("kantor-lintas").isdisjoint(normal_words(self.office))

    @cached_property
    def named(self) -> frozenset[Office]:
        """The offices that the posts and the decree name as theirs."""
        texts = {self.office}
        for each in self.decree.positions:
            texts |= {value(each.name), value(each.unit)}
        return frozenset([mention.office for each in texts for mention in offices_in(each) if mention.office.name])

    def knows(self, office: Office) -> bool:
        """Whether a name begins with that of an office of the decree; what follows may be no part of it."""
        kind, name = office
        return any(Office(kind, name[:size]) in self.named for size in range(1, len(name) + 1))

    @cached_property
    def sections(self) -> frozenset[Section]:
        """The sections that the posts of the decree name as theirs."""
        found = {section_of(value(each.name)) for each in self.decree.positions}
        return frozenset([each for each in found if each is not None])

    def section_at(self, kind: str, said: Sequence[str]) -> int:
        """How many of these words name a section of the decree, 0 when they begin with none."""
        sizes = range(min(len(said), LONGEST_SECTION), 0, -1)
        return next((size for size in sizes if Section(kind, tuple(said[:size])) in self.sections), 0)

    @cached_property
    def post_stems(self) -> frozenset[str]:
        """The stems of the names of all posts, and of the office."""
        names = {value(each.name) for each in self.decree.positions} | {self.office}
        return frozenset([root for name in names for root in content(normal_words(name))])

    @cached_property
    def near_kinds(self) -> frozenset[str]:
        """The kinds of the offices in the decree, and of those right above or below them."""
        here = {each.kind for each in self.named} | ({self.main.name} if self.main else set())
        known = kinds().values()
        return frozenset(here).union(
            [each.above for each in known if each.name in here], [each.name for each in known if each.above in here]
        )

    @cached_property
    def _openings(self) -> list[tuple[str, str]]:
        """The words behind which a name can be foreign here, as they are written, with what they name."""
        telling = {each.kind for each in self.named} | {each.kind for each in self.sections}
        openings = [(word, kind.name) for word, kind in kinds().items() if kind.name in telling or kind.group == FIELD]
        openings += [(word, kind) for word, kind in pairs("jenis-bagian").items() if kind in telling]
        return [(f"{form} ", kind) for word, kind in openings for form in (word.capitalize(), word.upper())]

    def first_words(self, text: str) -> set[tuple[str, str]]:
        """The kind and first word of each name of an office or a section in a text, found without reading it all."""
        found = set()
        for opening, kind in self._openings:
            at = text.find(opening)
            while at >= 0:
                at += len(opening)
                word = text[at : at + _LONGEST_WORD].split(" ", 1)[0]
                if word and (word[0].isupper() or word[0].isdigit()):
                    found.add((kind, word.rstrip(_MARKS).lower()))
                at = text.find(opening, at)
        return found

    def of(self, position: Position | None) -> Belonging:
        """The offices and the section of a post, None for the IKU of the office; the office of the decree goes first,
        then what its own name says, its unit, and its superior's.

        Posts that belong to the same have the same object.
        """
        found = self._known.get(position)
        if found is None:
            found = self._belonging(position)
            found = self._known[position] = self._equal.setdefault(found, found)
        return found

    def _belonging(self, position: Position | None) -> Belonging:
        texts = [value(position.name), value(position.unit)] if position is not None else ["", ""]
        above = self.superior(position)
        if above is not None:
            texts += [value(above.name), value(above.unit)]
        offices: dict[str, tuple[str, ...]] = {}
        for each in (self.office, *texts):
            for mention in offices_in(each):
                if mention.office.name:
                    offices.setdefault(mention.office.kind, mention.office.name)
        section = section_of(texts[0]) or section_of(texts[1])
        named = [*offices.items(), *([section] if section else ())]
        return Belonging(tuple(sorted(offices.items())), section, frozenset([(kind, name[0]) for kind, name in named]))

    def superior(self, position: Position | None) -> Position | None:
        """The post that a post names as its superior."""
        if position is None or position.superior is None:
            return None
        return self._by_id.get(position.superior.value)
