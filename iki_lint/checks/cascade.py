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
from iki_lint.facts.subjects import value
from iki_lint.language.tokens import normal_words


def key_indicators_not_carried(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Each IKU that no indicator of a head is like, and whose sasaran no plan of a head names as supported."""
    subjects = context.subjects
    heads = [each for each in context.decree.positions if subjects.position(each).tingkat == "kepala"]
    if not heads:
        return
    carried = [subjects.indicator(value(each.name)) for head in heads for each in head.indicators()]
    supported = {id.value for head in heads for plan in head.plans for id in plan.supports}
    for goal in context.decree.goals:
        for indicator in goal.indicators:
            if indicator.name is None or not {goal.id, indicator.id}.isdisjoint(supported):
                continue
            asked = subjects.indicator(indicator.name.value)
            if asked.content and all(likeness(asked, each) < options["batas_mirip"] for each in carried):
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
            if named or not above or plan.text is None or not plan.text.value.strip() or is_closing(plan.text.value):
                continue
            parent = cascade.parent(plan)
            if parent is None or parent.score < options["batas_usul"]:
                yield Hit(plan, plan.text, plan.text_pointer)
            elif parent.score < options["batas_mirip"]:
                nearest = parent.target.name if isinstance(parent.target, Indicator) else parent.target.text
                yield Hit(plan, plan.text, plan.text_pointer, case="usul", args={"usul": value(nearest)})


def _of_superior(position: Position, named: Text, ids: set[str | None], cascade: Cascade) -> Iterator[Hit]:
    """A superior who is not in the decree, or who answers to this very post."""
    pointer = f"{position.pointer}/atasan"
    if named.value not in ids:
        yield Hit(position, named, pointer, case="atasan-tidak-ada", args={"acuan": named.value})
        return
    seen = [position]
    while cascade.superiors[seen[-1]].said:
        (above,) = cascade.superiors[seen[-1]].posts
        if above is position:
            yield Hit(position, named, pointer, case="atasan-melingkar", args={"acuan": named.value})
        if above in seen:
            return
        seen.append(above)


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
        return "" if above in superior.posts else "bukan-atasan"
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
    words = normal_words(text)
    return "tugas" in words and ("lain" in words or "lainnya" in words)
