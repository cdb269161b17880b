"""DUP001 indicators, DUP002 plans and DUP004 sets of indicators that stand twice within one position."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from iki_lint.decree.model import Indicator, Plan, text
from iki_lint.decree.tree import plain
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.engine.provenance import EMPTY
from iki_lint.facts.repetition import Block, Said
from iki_lint.facts.subjects import value
from iki_lint.language.tokens import normal_words

_TELLING = 5


def double_indicators(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Indicators that stand above in the same position; those whose names differ only in words that say nothing.

    Indicators of different aspects or units are two, whatever their names. A name that does not say what is counted
    ("Jumlah laporan") is repeated only within its plan, and with the same formula and source.
    """
    gists = context.repetition.gists
    for block in context.repetition.blocks:
        numbers = [number for _, _, names in block.plans for number in names]
        distinct = set(numbers)
        if len(distinct) < len(numbers):
            yield from _double_in(block, context)
        meant = [gists[number] for number in distinct if number in gists]
        if len(distinct.union(meant)) < len(distinct) + len(meant):
            yield from _nearly_double_in(block, context)
        longer = context.repetition.longer_by_a_word
        if not distinct.isdisjoint(longer):
            yield from _longer_in(block, longer, context)


def _double_in(block: Block, context: Context) -> Iterator[Hit]:
    repetition = context.repetition
    times = Counter([number for _, _, names in block.plans for number in names])
    repeated = {number for number, count in times.items() if count > 1 and number}
    first: dict[tuple[Any, ...], Indicator] = {}
    for number, indicator in block.indicators():
        if number not in repeated or _is_suspect(indicator, context):
            continue
        key: tuple[Any, ...] = (number, *_kind(indicator))
        if repetition.is_general(number):
            key = (*key, id(indicator.plan), repetition.rows(indicator))
        before = first.setdefault(key, indicator)
        if before is not indicator:
            yield _hit(indicator, before, "" if repetition.same_formulas(before, indicator) else "formulasi-lain")


def _nearly_double_in(block: Block, context: Context) -> Iterator[Hit]:
    repetition = context.repetition
    first: dict[tuple[Any, ...], tuple[int, Indicator]] = {}
    for number, indicator in block.indicators():
        if not number or _is_suspect(indicator, context):
            continue
        meant = repetition.gists.get(number, number)
        plan = id(indicator.plan) if repetition.is_general(meant) else 0
        other, before = first.setdefault((meant, plan, *_kind(indicator)), (number, indicator))
        if other != number:
            yield _hit(indicator, before, "mirip")


def _longer_in(block: Block, longer: Mapping[int, list[int]], context: Context) -> Iterator[Hit]:
    """Names of which one only has a word more, where both have the same source or the same target."""
    first = dict(reversed(list(block.indicators())))
    order = {id(indicator): at for at, (_, indicator) in enumerate(block.indicators())}
    for shorter in [number for number in first if number in longer]:
        for number in [each for each in longer[shorter] if each in first]:
            before, after = sorted((first[shorter], first[number]), key=lambda each: order[id(each)])
            if _kind(before) == _kind(after) and _is_measured_alike(before, after):
                yield _hit(after, before, "mirip")


def _is_measured_alike(before: Indicator, after: Indicator) -> bool:
    """Whether two indicators have the same target, or without targets the same source below formulas that say more
    than what is counted."""
    if before.target is not None and after.target is not None:
        return plain(before.target) == plain(after.target)
    ours, theirs = before.rows[0], after.rows[0]
    if min(len(normal_words(value(row.formula))) for row in (ours, theirs)) < _TELLING:
        return False
    return normal_words(value(ours.source)) == normal_words(value(theirs.source))


def _kind(indicator: Indicator) -> tuple[str, str]:
    """What tells indicators of one name apart: the aspect and the unit."""
    aspect = text(indicator.node, "aspek")
    if aspect is indicator.unit is None:
        return "", ""
    return value(aspect).strip().lower(), value(indicator.unit).strip().lower()


def _is_suspect(indicator: Indicator, context: Context) -> bool:
    return bool(context.suspects) and any(id(row) in context.suspects for row in indicator.rows)


def _hit(indicator: Indicator, before: Indicator, case: str) -> Hit:
    others = (related(before.name, f"{before.pointer}/nama"),)
    pointer = f"{indicator.pointer}/nama"
    return Hit(indicator, indicator.name, pointer, case=case, args={"lain": value(before.name)}, related=others)


def double_plans(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Plans whose wording stands above in the same position.

    In an imported table a plan may only be written on each of its rows: its parts follow each other and share no
    indicator.
    """
    imported = context.provenance is not EMPTY
    for block in context.repetition.blocks:
        if len({said.text for said in block.plans}) == len(block.plans):
            continue
        for said, before, case in _repeated(block.plans, imported):
            covers = _names(said.plan) if case == "" else ()
            yield _plan_hit(said.plan, before.plan, case, covers)


def _repeated(plans: Iterable[Said], imported: bool) -> Iterator[tuple[Said, Said, str]]:
    """Each repeated plan with the first one of its wording and the rule's case."""
    first: dict[int, Said] = {}
    names: dict[int, set[int]] = {}
    last = 0
    for said in plans:
        if said.text and said.text in first:
            before, known = first[said.text], names[said.text]
            if said.names and len(said.names) == len(before.names) and _set(said) == _set(before):
                yield said, before, ""
            elif not known.isdisjoint(said.names):
                yield said, before, "sebagian"
            elif last != said.text or not imported:
                yield said, before, "terpisah"
            known.update(said.names)
        elif said.text:
            first[said.text], names[said.text] = said, set(said.names) - {0}
        last = said.text


def copied_sets(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Different plans of one position that have the same set of several indicators."""
    least, general = int(options["sedikitnya"]), context.repetition.is_general
    for block in context.repetition.blocks:
        sets = [_set(said) for said in block.plans if len(said.names) >= least]
        if len(set(sets)) == len(sets):
            continue
        first: dict[tuple[int, ...], Said] = {}
        for said in block.plans:
            if len(said.names) < least or not all(said.names):
                continue
            before = first.setdefault(_set(said), said)
            if before.text != said.text and not all(general(number) for number in said.names):
                yield _plan_hit(said.plan, before.plan, "", _names(said.plan))


def _set(said: Said) -> tuple[int, ...]:
    """The indicators of a plan in whatever order."""
    return tuple(sorted(said.names)) if len(said.names) > 1 else said.names


def _plan_hit(plan: Plan, before: Plan, case: str, covers: tuple[str, ...]) -> Hit:
    others = (related(before.text, before.text_pointer),)
    args = {"banyak": str(len(plan.indicators))}
    return Hit(plan, plan.text, plan.text_pointer, case=case, args=args, related=others, covers=covers)


def _names(plan: Plan) -> tuple[str, ...]:
    return tuple([f"{indicator.pointer}/nama" for indicator in plan.indicators])
