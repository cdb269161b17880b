"""CAS005: rows that another post of staff has word for word, where only its duties name the work."""

from collections.abc import Iterator

from iki_lint.checks.foreign_matter import duties_of, of_any_office
from iki_lint.decree.model import Indicator, Position
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.role import alike, role_of
from iki_lint.facts.subjects import value

_STAFF = frozenset({"pelaksana", "fungsional"})


def foreign_rows(context: Context, most: int, least: int) -> Iterator[Hit]:
    """Indicators that share no word with the duties of their post, nor does their plan, while the duties of another
    post of staff with the same plan and indicator do. What many kinds of posts have is nobody's own."""
    said: dict[tuple[int, int], list[Indicator]] = {}
    roles: dict[Position, tuple[str, ...]] = {}
    for block in context.repetition.blocks:
        if context.subjects.position(block.position).tingkat not in _STAFF:
            continue
        roles[block.position] = role_of(value(block.position.name))
        for plan, text, names in block.plans:
            for number, indicator in zip(names, plan.indicators, strict=True):
                if number:
                    said.setdefault((text, number), []).append(indicator)
    for equal in said.values():
        kinds = {roles[post] for each in equal if (post := each.plan.position) is not None}
        if 1 < len(kinds) <= most:
            yield from _among(equal, roles, least, context)


def _among(
    equal: list[Indicator], roles: dict[Position, tuple[str, ...]], least: int, context: Context
) -> Iterator[Hit]:
    plan = context.subjects.plan(value(equal[0].plan.text))
    work = frozenset(context.subjects.indicator(value(equal[0].name)).content + plan.content) - of_any_office()
    posts = [post for each in equal if (post := each.plan.position) is not None]
    owner = next((post for post in posts if not work.isdisjoint(duties_of(post, context, 1))), None)
    if owner is None or plan.tugas_lain:
        return
    for indicator, post in zip(equal, posts, strict=True):
        duties = duties_of(post, context, least)
        if duties and work.isdisjoint(duties) and not alike(roles[post], roles[owner]):
            args = {"jabatan": value(owner.name)}
            others = (related(owner.name, f"{owner.pointer}/nama"),)
            yield Hit(indicator, indicator.name, f"{indicator.pointer}/nama", 0, None, "baris", args, others)
