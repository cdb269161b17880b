"""CAS001 key indicators that the head of the unit does not carry, CAS002 plans that lead to no superior's plan."""

from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.cascade.hierarchy import rank_of
from iki_lint.cascade.likeness import likeness
from iki_lint.cascade.links import Cascade
from iki_lint.decree.model import Indicator, Plan, Position
from iki_lint.decree.tree import Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.plan import PlanFacts
from iki_lint.facts.subjects import value
from iki_lint.language.lexicon import words
from iki_lint.language.tokens import normal_words


def key_indicators_not_carried(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Each IKU that no indicator of a head is like; where a plan of the head names its sasaran as supported, the words
    of that plan's indicators may differ more."""
    subjects = context.subjects
    heads = [each for each in context.decree.positions if each in subjects.heads]
    if not heads:
        return
    carried = [(subjects.indicator(value(each.name)), each.plan) for head in heads for each in head.indicators()]
    supported = {id.value for head in heads for plan in head.plans for id in plan.supports}
    for goal in context.decree.goals:
        supporting = {plan for head in heads for plan in head.plans if goal.id in {id.value for id in plan.supports}}
        for indicator in goal.indicators:
            if indicator.name is None or indicator.id in supported:
                continue
            asked = subjects.indicator(indicator.name.value)
            least = {True: options["batas_mirip_tertaut"], False: options["batas_mirip"]}
            if asked.content and all(likeness(asked, each) < least[plan in supporting] for each, plan in carried):
                yield Hit(
                    indicator,
                    indicator.name,
                    f"{indicator.pointer}/nama",
                    args={"pimpinan": value(heads[0].name)},
                    related=(related(heads[0].name, f"{heads[0].pointer}/nama"),),
                )


def untraceable_plans(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """References that lead nowhere or in a circle, and plans that no superior's plan or indicator is like."""
    cascade = context.cascade
    ids = {position.id for position in context.decree.positions}
    for position in context.decree.positions:
        if position.superior is not None and position.superior.value.strip():
            yield from _of_superior(position, position.superior, ids, cascade)
        above = cascade.superiors[position].posts
        for plan in position.plans:
            named = cascade.named(plan)
            for number, (text, target) in enumerate(named):
                if case := _wrong(plan, target, cascade, context):
                    pointer = f"{plan.pointer}/mendukung/{number}"
                    yield Hit(plan, text, pointer, case=case, args={"acuan": text.value})
            if named or not above or plan.text is None or not plan.text.value.strip():
                continue
            facts = context.subjects.plan(plan.text.value)
            # Leading one's own staff and whatever else comes up has no parent to look for.
            if facts.urusan_bawahan is not None or is_closing(plan.text.value):
                continue
            if _is_orphan(facts, position, above, cascade, options["batas_mirip"]):
                yield Hit(plan, plan.text, plan.text_pointer)


def _is_orphan(
    plan: PlanFacts, position: Position, above: tuple[Position, ...], cascade: Cascade, least: float
) -> bool:
    """Whether no superior speaks of what a plan is about.

    Words alone prove that only of the support that every office needs (money, goods, letters). Other work may serve
    a superior's performance in other words: unless nobody has it among the duties either, and no outcome is promised.
    """
    matter = cascade.matter(plan)
    if is_spoken_of(matter, cascade.matters(above), least):
        return False
    if not matter.isdisjoint(words("akar-penunjang")):
        return True
    own = cascade.duties((position,))
    if plan.menyatakan_hasil or not own:
        return False
    return not (is_spoken_of(matter, own, least) or is_spoken_of(matter, cascade.duties(above), least))


def is_spoken_of(mine: frozenset[str], others: frozenset[frozenset[str]], least: float) -> bool:
    """Whether any of some statements is about the same: shares more than the least part of the shorter one's matter."""
    return any(
        not mine.isdisjoint(theirs) and len(mine & theirs) > least * min(len(mine), len(theirs)) for theirs in others
    )


def _of_superior(position: Position, named: Text, ids: set[str | None], cascade: Cascade) -> Iterator[Hit]:
    """A superior who is not in the decree, or who answers to this very post."""
    case = "atasan-tidak-ada" if named.value not in ids else "atasan-melingkar"
    if case == "atasan-tidak-ada" or position in _chain(position, cascade):
        yield Hit(position, named, f"{position.pointer}/atasan", case=case, args={"acuan": named.value})


def _chain(position: Position, cascade: Cascade) -> list[Position]:
    """The superiors of a post as far up as they are named; in a circle each once."""
    found: list[Position] = []
    superior = cascade.superiors[position]
    while superior.said and superior.posts[0] not in found:
        found.append(superior.posts[0])
        superior = cascade.superiors[found[-1]]
    return found


def _wrong(plan: Plan, target: Plan | Indicator | None, cascade: Cascade, context: Context) -> str:
    """The case of a reference that is wrong, empty when it is right."""
    if target is None:
        return "acuan-tidak-ada"
    goal = target.plan if isinstance(target, Indicator) else target
    if goal is plan or _leads_to(goal, plan, cascade):
        return "melingkar"
    post, above = plan.position, goal.position
    if post is None or above is None:
        return ""
    superior = cascade.superiors[post]
    if superior.said:
        return "" if above in _chain(post, cascade) else "bukan-atasan"
    return "bukan-atasan" if rank_of(above, context.subjects) > rank_of(post, context.subjects) else ""


def _leads_to(start: Plan, end: Plan, cascade: Cascade) -> bool:
    """Whether the references of a plan lead, over others, to another one."""
    waiting, seen = [start], {start}
    while waiting:
        for _, target in cascade.named(waiting.pop()):
            found = target.plan if isinstance(target, Indicator) else target
            if found is end:
                return True
            if found is not None and found not in seen:
                seen.add(found)
                waiting.append(found)
    return False


def is_closing(text: str) -> bool:
    """Whether a plan only closes the list: "tugas lain yang diberikan pimpinan"."""
    said = normal_words(text)
    return "tugas" in said and ("lain" in said or "lainnya" in said)
