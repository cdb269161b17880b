"""DUP003: positions that hold the same plans and indicators, told apart by what the posts are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.checks.positions import post_of
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.repetition import Block
from iki_lint.facts.role import alike, matter, role_of
from iki_lint.facts.subjects import value
from iki_lint.language.tokens import normal_words


def identical_blocks(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Blocks of equal content. Posts of one kind are told once for all of them, posts of another kind each.

    Where a block has few indicators, only one that is the same in every cell counts, and nothing is certain.
    """
    groups: dict[Any, list[Block]] = {}
    for block in context.repetition.blocks:
        if any(any(names) for _, _, names in block.plans):
            groups.setdefault(block.content, []).append(block)
    least = int(options["sedikitnya"])
    for group in groups.values():
        if len(group) == 1:
            continue
        if group[0].size >= least:
            yield from _in_group(group, True)
            continue
        equal: dict[Any, list[Block]] = {}
        for block in group:
            equal.setdefault(tuple([context.repetition.rows(i) for _, i in block.indicators()]), []).append(block)
        for same in equal.values():
            yield from _in_group(same, False)


def _in_group(group: list[Block], certain: bool) -> Iterator[Hit]:
    """The hits of blocks with the same content; of a post that stands twice (STR004) only the first block counts."""
    posts: dict[Any, Block] = {}
    for block in group:
        posts.setdefault(post_of(block.position) or id(block), block)
    blocks = list(posts.values())
    roles = [role_of(value(block.position.name)) for block in blocks]
    owner = _owner(blocks, roles)
    kin = [block for block, role in zip(blocks, roles, strict=True) if alike(role, owner)]
    if certain and len(kin) > 1:
        yield _hit(kin[0], "sejenis", kin[1:])
    for block, role in zip(blocks, roles, strict=True):
        if not alike(role, owner):
            sure = certain and bool(matter(role)) and matter(role).isdisjoint(matter(owner))
            yield _hit(block, "" if sure else "telaah", kin[:1])


def _owner(blocks: list[Block], roles: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The role that the content belongs to: the one it names most, then the most common one, then the first."""
    counts = Counter(roles)
    if len(counts) == 1:
        return roles[0]
    said: set[str] = set()
    for plan, _, _ in blocks[0].plans:
        said.update(normal_words(value(plan.text)))
        for indicator in plan.indicators:
            said.update(normal_words(value(indicator.name)))
    return max(counts, key=lambda role: (len(matter(role) & said), counts[role]))


def _hit(block: Block, case: str, others: list[Block]) -> Hit:
    position = block.position
    names = [other.position for other in others]
    return Hit(
        position,
        position.name,
        f"{position.pointer}/nama",
        case=case,
        args={"lain": value(names[0].name), "kali": str(len(names) + 1)},
        related=tuple([related(each.name, f"{each.pointer}/nama") for each in names]),
    )
