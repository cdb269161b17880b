"""Conditions over the cells of a row or a position: each rule once for each distinct set of texts it looks at.

A rule's outcome depends on nothing but the cells that its condition, its `at` and its sentences name. Rules that look
at the same cells form a group; a row asks each group with the facts of these cells, and equal texts share their facts,
so that only a text not met before is evaluated.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, NamedTuple

from iki_lint.engine.rule import Rule, fill, placeholders
from iki_lint.facts.fact import Phrase
from iki_lint.facts.position import PositionFacts
from iki_lint.facts.subjects import Cells

# The cells that each subject of the condition language is made from.
CELLS: dict[str, tuple[str, ...]] = {
    "rencana": ("rencana",),
    "indikator": ("indikator",),
    "formulasi": ("formulasi",),
    "sumber": ("sumber",),
    "hitung": ("indikator", "formulasi"),
    "bukti": ("indikator", "formulasi", "sumber"),
    "turunan": ("rencana", "indikator"),
    "jabatan": ("jabatan",),
}
# The cell that a relation between cells points at.
_POINTS_AT = {"hitung": "formulasi", "bukti": "sumber", "turunan": "indikator"}


class Outcome(NamedTuple):
    """What one rule says of a set of texts: the cell it points at, the words in it, and the filled sentences."""

    rule: Rule
    cell: str
    start: int
    end: int | None
    message: str
    suggestion: str | None


class _Group(NamedTuple):
    """Rules that look at the same cells: how to take these from all cells, and what is known so far."""

    cells: tuple[str, ...]
    key: Callable[[Cells], Any]
    members: list[tuple[Rule, Callable[..., bool]]]
    known: dict[Any, list[Outcome]]
    levels: tuple[str, ...]


class Conditions:
    """The rules of one target, ready to be asked; `crashes` collects those that failed, which are not asked again."""

    def __init__(self, rules: Iterable[Rule], lang: str) -> None:
        self.lang = lang
        self.groups = _groups(rules)
        self._by_level: dict[str, list[_Group]] = {}
        self.crashes: list[tuple[Rule, Exception]] = []

    def outcomes(self, cells: Cells) -> list[Outcome]:
        """What the rules say of these cells."""
        found: list[Outcome] = []
        for group in self._groups_for(cells.jabatan):
            key = group.key(cells)
            outcomes = group.known.get(key)
            if outcomes is None:
                outcomes = group.known[key] = self._evaluate(group, cells)
            found += outcomes
        return found

    def looks_at(self, post: PositionFacts) -> Any:
        """What of its position an outcome depends on: the position itself, only its level, or nothing."""
        groups = self._groups_for(post)
        if any("jabatan" in group.cells for group in groups):
            return post
        return post.tingkat if any(group.levels for group in groups) else ""

    def _groups_for(self, post: PositionFacts) -> list[_Group]:
        """The rules that are for posts of this level."""
        level = post.tingkat
        if level not in self._by_level:
            self._by_level[level] = [group for group in self.groups if not group.levels or level in group.levels]
        return self._by_level[level]

    def _evaluate(self, group: _Group, cells: Cells) -> list[Outcome]:
        found = []
        for rule, holds in group.members:
            try:
                if holds(cells, rule.options):
                    found.append(self._outcome(rule, cells))
            except MemoryError:
                raise
            except Exception as error:
                self.crashes.append((rule, error))
        if self.crashes:
            failed = [rule for rule, _ in self.crashes]
            group.members[:] = [member for member in group.members if member[0] not in failed]
        return found

    def _outcome(self, rule: Rule, cells: Cells) -> Outcome:
        cell, start, end = self._at(rule, cells)

        def value_of(path: str) -> str:
            name, _, attribute = path.partition(".")
            if name == "opsi":
                return str(rule.options[attribute])
            found = getattr(getattr(cells, name), attribute)
            return found.text if isinstance(found, Phrase) else str(found)

        suggestion = fill(getattr(rule.suggestion, self.lang), value_of) if rule.suggestion else None
        return Outcome(rule, cell, start, end, fill(getattr(rule.message, self.lang), value_of), suggestion)

    def _at(self, rule: Rule, cells: Cells) -> tuple[str, int, int | None]:
        """The cell and the words that a rule points at: the first of its `at` paths that is there."""
        for path in rule.at:
            name, _, attribute = path.partition(".")
            cell = _POINTS_AT.get(name, name)
            if not attribute:
                return cell, 0, None
            phrase = getattr(getattr(cells, name), attribute)
            if phrase:
                first = phrase if isinstance(phrase, Phrase) else phrase[0]
                return cell, first.start, first.end
        name = rule.at[0].partition(".")[0] if rule.at else "indikator"
        return _POINTS_AT.get(name, name), 0, None


def severity(rule: Rule, cells: Cells, post: PositionFacts) -> str:
    """The severity of a rule at a place: the first of its conditions that holds decides.

    Equal rows share their cells; `post` are the facts of the position that this one belongs to.
    """
    here = cells.at(post)
    for condition, level in rule.severity_when:
        if condition.function(here, rule.options):
            return level
    return rule.severity


def _groups(rules: Iterable[Rule]) -> list[_Group]:
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[tuple[Rule, Callable[..., bool]]]] = {}
    for rule in rules:
        condition = rule.when
        assert condition is not None
        names = set(condition.subjects)
        names.update(path.partition(".")[0] for path in rule.at)
        for texts in (rule.message, rule.suggestion):
            for sentence in texts or ():
                names.update(name.partition(".")[0] for name, _, _ in placeholders(sentence))
        cells = tuple(sorted({cell for name in names for cell in CELLS.get(name, ())}))
        groups.setdefault((cells, rule.levels), []).append((rule, condition.function))
    return [_Group(cells, attrgetter(*cells), members, {}, levels) for (cells, levels), members in groups.items()]
