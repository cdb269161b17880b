"""CAS001 key indicators that the head of the unit does not carry."""

from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.cascade.likeness import likeness
from iki_lint.decree.model import Indicator, Plan, Position
from iki_lint.decree.tree import Seq, Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.facts.subjects import value
from iki_lint.findings import Related


def key_indicators_not_carried(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Each IKU that no indicator of a head is like, and whose sasaran no plan of a head names as supported."""
    subjects = context.subjects
    heads = [each for each in context.decree.positions if subjects.position(each).tingkat == "kepala"]
    if not heads:
        return
    carried = [subjects.indicator(value(each.name)) for head in heads for each in _indicators(head)]
    supported = {id for head in heads for plan in head.plans for id in supports(plan)}
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
                    related=(_to(heads[0]),),
                )


def supports(plan: Plan) -> tuple[str, ...]:
    """The ids that a plan names under `mendukung`."""
    node = plan.node.items.get("mendukung")
    items = node.items if isinstance(node, Seq) else [node]
    return tuple(item.value for item in items if isinstance(item, Text))


def _indicators(position: Position) -> Iterator[Indicator]:
    for plan in position.plans:
        yield from plan.indicators


def _to(position: Position) -> Related:
    return Related(value(position.name), f"{position.pointer}/nama", position.name.place() if position.name else None)
