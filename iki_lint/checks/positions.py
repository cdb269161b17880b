"""STR003 posts without duties, STR004 posts that appear twice, STR005 posts that cannot be told apart."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import Position, field_texts, filled
from iki_lint.decree.tree import Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.role import full_name, post_words
from iki_lint.facts.subjects import value
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.tokens import normal_words


def empty_duties(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Posts without tugas, and posts without fungsi: shown at the empty field, or at the name when it is missing."""
    for position in context.decree.positions:
        for key, case, field in (("tugas", "", position.duties), ("fungsi", "fungsi", position.functions)):
            if any(filled(text) for text in field_texts(field)):
                continue
            if isinstance(field, Text):
                yield Hit(position, field, f"{position.pointer}/{key}", case=case)
            else:
                yield Hit(position, position.name, f"{position.pointer}/nama", case=case)


def double_positions(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """A post that names its unit and stands twice in the decree, or once more for its acting holder."""
    first: dict[tuple[str, ...], Position] = {}
    for position in context.decree.positions:
        key = post_of(position)
        if not key:
            continue
        if key in first:
            before = first[key]
            acting = _is_acting(position) or _is_acting(before)
            yield Hit(
                position,
                position.name,
                f"{position.pointer}/nama",
                case="pelaksana-tugas" if acting else "",
                args={"pertama": value(before.name)},
                related=(related(before.name, f"{before.pointer}/nama"),),
            )
        else:
            first[key] = position


def post_of(position: Position) -> tuple[str, ...]:
    """The words that name a post and its unit, whoever acts in it; empty when the unit is nowhere said."""
    bare = full_name(value(position.name))
    return (*bare, *normal_words(value(position.unit))) if bare and _has_unit(position, bare) else ()


def positions_without_unit(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """A bare name that several posts share: which unit each belongs to is nowhere said."""
    names = {
        id(position): full_name(value(position.name)) for position in context.decree.positions if filled(position.name)
    }
    candidates = [p for p in context.decree.positions if id(p) in names and not _has_unit(p, names[id(p)])]
    times = Counter(names[id(position)] for position in candidates)
    for position in candidates:
        count = times[names[id(position)]]
        if count > 1:
            yield Hit(position, position.name, f"{position.pointer}/nama", args={"kali": str(count)})


def _has_unit(position: Position, name: tuple[str, ...]) -> bool:
    """Whether the name or the key `unit` says where the post belongs; "KEPALA SEKSI X" names only itself."""
    if filled(position.unit) or name[-1:] == ("camat",):
        return True
    within = frozenset() if name[:1] == ("kepala",) else words("kata-subunit")
    return any(word in pairs("kata-instansi") or (at and word in within) for at, word in enumerate(name[:-1]))


def _is_acting(position: Position) -> bool:
    name = value(position.name)
    return post_words(name) != normal_words(name)
