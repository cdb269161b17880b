"""What each plan supports: the ids it names, or else the plan or indicator of a superior that says most of the same."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from iki_lint.cascade.hierarchy import Superiors, superiors
from iki_lint.cascade.likeness import likeness, overlap
from iki_lint.decree.model import Decree, Indicator, Plan, Position, field_texts, text
from iki_lint.decree.tree import Map, Text
from iki_lint.facts.cell import CellFacts
from iki_lint.facts.instruments import instruments_in
from iki_lint.facts.subjects import Subjects, value
from iki_lint.formula.items import split_items
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import normal_words

LIKE, LIKE_IKU = 0.6, 0.75
"""How alike statements are from which one is proposed as the parent of the other, and a head's indicator as an IKU."""

_HEAD = 4


class Parent(NamedTuple):
    """What a plan supports: a plan or an indicator of a superior, or a sasaran; how alike they are (1: the same).

    `said` when the decree names it; otherwise it is a proposal.
    """

    target: Plan | Indicator
    score: float
    said: bool

    @property
    def plan(self) -> Plan:
        """The plan that is supported, or whose indicator is."""
        return self.target.plan if isinstance(self.target, Indicator) else self.target


class Cascade:
    """The links of one decree, found when they are asked for."""

    def __init__(self, decree: Decree, subjects: Subjects) -> None:
        self.decree = decree
        self.subjects = subjects
        self._statements: dict[tuple[Position, ...], _Statements] = {}
        self._duties: dict[tuple[Position, ...], frozenset[frozenset[str]]] = {}
        self._matters: dict[tuple[Position, ...], frozenset[frozenset[str]]] = {}

    @cached_property
    def superiors(self) -> dict[Position, Superiors]:
        """The superiors of each post."""
        return superiors(self.decree, self.subjects)

    @cached_property
    def by_id(self) -> dict[str, Plan | Indicator]:
        """What a reference may name; of several with one id the first."""
        found: dict[str, Plan | Indicator] = {}
        for plan in self.decree.plans():
            if plan.id:
                found.setdefault(plan.id, plan)
            for each in plan.indicators:
                if each.id:
                    found.setdefault(each.id, each)
        return found

    def named(self, plan: Plan) -> list[tuple[Text, Plan | Indicator | None]]:
        """The ids that a plan names under `mendukung`, each with what bears it."""
        return [(text, self.by_id.get(text.value)) for text in plan.supports if text.value.strip()]

    def parent(self, plan: Plan) -> Parent | None:
        """What a plan supports: the first id that it names and that exists, or the likest statement above it."""
        for _, target in self.named(plan):
            if target is not None:
                return Parent(target, 1.0, True)
        if plan.position is None:
            return None
        cell = self.subjects.plan(value(plan.text))
        posts = self.superiors[plan.position].posts
        if posts not in self._statements:
            self._statements[posts] = _Statements(posts, self.subjects)
        known = self._statements[posts].known
        if cell.meaning not in known:
            known[cell.meaning] = self._statements[posts].likest(cell.meaning, instruments_in(cell.tokens[:_HEAD]))
        return known[cell.meaning]

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The stems of the unit's own name, which all its statements share; of a dinas or badan without its field,
        which may tell them apart ("kebudayaan dan pariwisata")."""
        unit = self.decree.root.items.get("unit_kerja")
        name = normal_words(value(text(unit, "nama"))) if isinstance(unit, Map) else ()
        offices = pairs("kata-instansi")
        kinds = {offices[word] for word in takewhile(offices.__contains__, name)}
        called = [word for word, kind in offices.items() if kind in kinds]
        return frozenset(map(stem, called if kinds & words("instansi-berbidang") else (*called, *name)))

    def matter(self, cell: CellFacts) -> frozenset[str]:
        """What a statement is about within this unit."""
        return cell.matter - self.own_words or cell.matter

    def matters(self, posts: tuple[Position, ...]) -> frozenset[frozenset[str]]:
        """What the plans and indicators of some posts are about."""
        if posts not in self._matters:
            plan, indicator = self.subjects.plan, self.subjects.indicator
            plans = {value(each.text) for post in posts for each in post.plans}
            names = {value(each.name) for post in posts for each in post.indicators()}
            cells = [*map(plan, plans), *map(indicator, names)]
            self._matters[posts] = frozenset(map(self.matter, cells))
        return self._matters[posts]

    def duties(self, posts: tuple[Position, ...]) -> frozenset[frozenset[str]]:
        """What the tugas and fungsi of some posts are about, item by item."""
        if posts not in self._duties:
            said = {each.value for post in posts for each in field_texts(post.duties) + field_texts(post.functions)}
            items = {duty[start:end] for duty in said for start, end in split_items(duty)[1] or ((0, len(duty)),)}
            self._duties[posts] = frozenset(self.matter(self.subjects.plan(item)) for item in items if item.strip())
        return self._duties[posts]

    def link(self, plan: Plan) -> Parent | None:
        """What a plan is shown under: what it names, or a proposal that is likely enough; a head's plan under the
        sasaran whose indicator it carries."""
        parent = self.parent(plan)
        if parent is not None and parent.said:
            return parent
        if plan.position in self.subjects.heads:
            return self._goal(plan)
        return parent if parent is not None and parent.score >= LIKE else None

    def _goal(self, plan: Plan) -> Parent | None:
        indicator = self.subjects.indicator
        found = [
            Parent(goal, likeness(indicator(value(asked.name)), indicator(value(each.name))), False)
            for goal in self.decree.goals
            for asked in goal.indicators
            for each in plan.indicators
        ]
        best = max(found, key=lambda each: each.score, default=None)
        return best if best is not None and best.score >= LIKE_IKU else None


class _Statements:
    """The distinct statements of some posts, by the stems in them: what is said first stands for what repeats it."""

    def __init__(self, posts: Iterable[Position], subjects: Subjects) -> None:
        plans: dict[str, Plan] = {}
        indicators: dict[str, Indicator] = {}
        for post in posts:
            for plan in post.plans:
                plans.setdefault(value(plan.text), plan)
                for each in plan.indicators:
                    indicators.setdefault(value(each.name), each)
        self.targets: dict[frozenset[str], Plan | Indicator] = {}
        self.by_instrument: dict[str, Indicator] = {}
        for written, plan in plans.items():
            self.targets.setdefault(subjects.plan(written).meaning, plan)
        for written, each in indicators.items():
            cell = subjects.indicator(written)
            self.targets.setdefault(cell.meaning, each)
            for key in cell.instrumen:
                self.by_instrument.setdefault(key, each)
        self.known: dict[frozenset[str], Parent | None] = {}
        self.meanings = tuple(self.targets)
        self.by_stem: dict[str, list[int]] = {}
        for at, meaning in enumerate(self.meanings):
            for root in meaning:
                self.by_stem.setdefault(root, []).append(at)

    def likest(self, meaning: frozenset[str], instruments: Iterable[str]) -> Parent | None:
        """The statement with the most in common, of equals the first; or what measures the very thing it is about."""
        if meaning in self.targets and meaning:
            return Parent(self.targets[meaning], 1.0, False)
        for key in instruments:
            if key in self.by_instrument:
                return Parent(self.by_instrument[key], 1.0, False)
        common = Counter(at for root in meaning for at in self.by_stem.get(root, ()))
        scored = [(overlap(count, len(meaning), len(self.meanings[at])), -at) for at, count in common.items()]
        if not scored:
            return None
        score, at = max(scored)
        return Parent(self.targets[self.meanings[-at]], score, False)
