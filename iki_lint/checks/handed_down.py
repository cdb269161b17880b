"""CAS003 indicators of a head that nobody below takes up, CAS004 indicators that two posts have word for word."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from iki_lint.cascade.hierarchy import STAFF, rank_of
from iki_lint.checks.cascade import is_closing, is_spoken_of
from iki_lint.checks.duties import duty_items
from iki_lint.decree.model import Indicator, Position
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.repetition import Block
from iki_lint.facts.role import alike, role_of
from iki_lint.facts.subjects import value


def unsupported_indicators(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Indicators of a head of which no plan, indicator or duty below speaks, and whose plan none names as supported.

    Scores of an instrument that the head alone carries are left out, and decrees without any post below.
    """
    subjects, decree, cascade = context.subjects, context.decree, context.cascade
    heads = [each for each in decree.positions if each in subjects.heads]
    others = [each for each in decree.positions if each not in heads]
    if not heads or not others:
        return
    named = {target for each in others for plan in each.plans for _, target in cascade.named(plan)}
    duties = {item for each in others for item, *_ in duty_items(each)}
    below = cascade.matters(tuple(others)) | {cascade.matter(subjects.plan(item)) for item in duties}
    for head in heads:
        for plan in head.plans:
            if plan in named or subjects.plan(value(plan.text)).urusan_bawahan is not None:
                continue
            for indicator in plan.indicators:
                facts = subjects.indicator(value(indicator.name))
                if indicator in named or not facts.content or facts.instrumen:
                    continue
                if not is_spoken_of(cascade.matter(facts), below, options["batas_mirip"]):
                    yield Hit(indicator, indicator.name, f"{indicator.pointer}/nama")


def undivided_indicators(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """The same plan, indicator, formula and source at a post and its superior, or at two posts of staff; below other
    plans the same score or share at a post and its superior.

    Posts of one kind in different units may well have them, and so may blocks that are the same as a whole (DUP003).
    """
    repetition = context.repetition
    told: set[int] = set()
    roles = {block.position: role_of(value(block.position.name)) for block in repetition.blocks}
    said: dict[tuple[int, int], list[tuple[Block, Indicator]]] = {}
    for block in repetition.blocks:
        for plan, text, names in block.plans:
            for number, indicator in zip(names, plan.indicators, strict=True):
                if number:
                    said.setdefault((text, number), []).append((block, indicator))
    for equal in said.values():
        if len({roles[block.position] for block, _ in equal}) < 2 or is_closing(value(equal[0][1].plan.text)):
            continue
        for at, (block, indicator) in enumerate(equal):
            for other, same in equal[:at]:
                if alike(roles[block.position], roles[other.position]) or not _undivided(block, other, context):
                    continue
                if repetition.rows(same) == repetition.rows(indicator):
                    told.add(id(indicator))
                    yield _hit(indicator, same, other.position)
                    break
    yield from _carried_on(context, told)


def _carried_on(context: Context, told: Collection[int]) -> Iterator[Hit]:
    """Scores, rates and shares of a superior or the head that a post carries as they are, whatever its plan says; and
    counts that are calculated alike, where the decree itself names the superior: another unit counts its own."""
    heads = [each for each in context.decree.positions if each in context.subjects.heads]
    carried: dict[int, list[tuple[Block, Indicator]]] = {}
    for block in context.repetition.blocks:
        for number, indicator in block.indicators():
            if number and not context.repetition.is_general(number):
                carried.setdefault(number, []).append((block, indicator))
    for equal in carried.values():
        if len(equal) == 1:
            continue
        counts = context.subjects.indicator(value(equal[0][1].name)).ukuran in ("", "jumlah")
        carriers = {block.position: indicator for block, indicator in reversed(equal)}
        # Posts of one kind share the tuple of their superiors.
        found: dict[int, Position | None] = {}
        for block, indicator in equal:
            above, said = context.cascade.superiors[block.position]
            if id(above) not in found:
                found[id(above)] = next((each for each in (*heads, *above) if each in carriers), None)
            superior = found[id(above)]
            if superior is None or block.position in context.subjects.heads or id(indicator) in told:
                continue
            same = carriers[superior]
            if not counts or (said and context.repetition.rows(same) == context.repetition.rows(indicator)):
                yield _hit(indicator, same, superior, "atasan")


def _undivided(block: Block, other: Block, context: Context) -> bool:
    """Whether two posts of different kinds should share the work: staff, or one above the other."""
    one, two, above = block.position, other.position, context.cascade.superiors
    if block.size > 2 and block.content == other.content:
        return False
    staff = rank_of(one, context.subjects) == rank_of(two, context.subjects) == STAFF
    return staff or two in above[one].posts or one in above[two].posts


def _hit(indicator: Indicator, same: Indicator, other: Position, case: str = "") -> Hit:
    others = (related(same.name, f"{same.pointer}/nama", value(other.name)),)
    args = {"lain": value(other.name)}
    return Hit(indicator, indicator.name, f"{indicator.pointer}/nama", case=case, args=args, related=others)
