"""The performance tree of a decree: each IKU, who carries it, and what is handed down from post to post."""

from collections.abc import Iterable
from typing import NamedTuple

from iki_lint.cascade.links import Cascade
from iki_lint.decree.model import Decree, Indicator, Plan, Position
from iki_lint.facts.subjects import Subjects, value
from iki_lint.language.tokens import normal


class Branch(NamedTuple):
    """A statement with the posts that make it and what supports it; `score` is None where the decree names the link.

    `posts` is empty for a sasaran of the IKU, whose `indicators` are those of the first of its plans.
    """

    text: str
    posts: tuple[str, ...]
    indicators: tuple[str, ...]
    score: float | None
    branches: tuple["Branch", ...]


class Tree(NamedTuple):
    """The tree of a decree: its goals, the plans of heads that lead to none, and other plans without a parent."""

    goals: tuple[Branch, ...]
    heads: tuple[Branch, ...]
    orphans: tuple[Branch, ...]
    plans: int
    named: int
    proposed: int


DEEPEST = 60
"""So many levels a tree may have: no office has more than a few."""


class TreeTooDeep(Exception):
    """Plans that support one another over more levels than can be shown."""


class _Link(NamedTuple):
    plan: Plan
    score: float | None


def tree_of(decree: Decree, subjects: Subjects) -> Tree:
    """The tree of a decree, by the links it names and by proposals where it names none. Raises TreeTooDeep."""
    cascade = Cascade(decree, subjects)
    below: dict[Plan, list[_Link]] = {}
    heads: list[_Link] = []
    orphans: list[_Link] = []
    named = proposed = 0
    for position in decree.positions:
        is_head = position in subjects.heads
        for plan in position.plans:
            parent = cascade.link(plan)
            if parent is None:
                (heads if is_head else orphans).append(_Link(plan, None))
                continue
            named, proposed = named + parent.said, proposed + (not parent.said)
            below.setdefault(parent.plan, []).append(_Link(plan, None if parent.said else parent.score))
    _measure([*decree.goals, *(link.plan for link in heads + orphans)], below)
    return Tree(
        tuple(_branch([_Link(goal, None)], below, frozenset()) for goal in decree.goals),
        _branches(heads, below, frozenset()),
        _branches(orphans, below, frozenset()),
        sum(len(position.plans) for position in decree.positions),
        named,
        proposed,
    )


def _measure(level: Iterable[Plan], below: dict[Plan, list[_Link]]) -> None:
    """Raise TreeTooDeep when the plans of a level have more levels below them than a tree may have."""
    seen: set[Plan] = set()
    for _ in range(DEEPEST):
        seen.update(level)
        level = {link.plan for plan in level for link in below.get(plan, ())} - seen
        if not level:
            return
    raise TreeTooDeep


def _branches(links: Iterable[_Link], below: dict[Plan, list[_Link]], seen: frozenset[Plan]) -> tuple[Branch, ...]:
    """Links with equal texts become one branch."""
    alike: dict[str, list[_Link]] = {}
    for link in links:
        alike.setdefault(normal(value(link.plan.text)), []).append(link)
    return tuple(_branch(group, below, seen) for group in alike.values())


def _branch(group: list[_Link], below: dict[Plan, list[_Link]], seen: frozenset[Plan]) -> Branch:
    plans = [link.plan for link in group]
    seen = seen.union(plans)
    under = [link for plan in plans for link in below.get(plan, ()) if link.plan not in seen]
    posts = dict.fromkeys(_name(plan.position) for plan in plans if plan.position is not None)
    indicators = dict.fromkeys(_said(each) for each in plans[0].indicators)
    return Branch(
        value(plans[0].text).strip(), tuple(posts), tuple(indicators), group[0].score, _branches(under, below, seen)
    )


def _name(position: Position) -> str:
    return " ".join(part for part in (value(position.name).strip(), value(position.unit).strip()) if part)


def _said(indicator: Indicator) -> str:
    return value(indicator.name).strip()
