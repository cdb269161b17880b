"""Edits of a scalar's value as edits of the file, in the spelling of its style.

What would come out is read again: an edit after which the scalar does not hold exactly the intended value is none.
A `: ` or ` #` in an unquoted text, a blank at its edge, a comma that could end it between brackets, a line break that
a block cannot take are all found this way.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from yaml.error import YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from iki_lint.decree.source import BREAKS
from iki_lint.decree.tree import Text
from iki_lint.decree.yaml_events import fastest_events
from iki_lint.decree.yaml_scalar import NULLS
from iki_lint.patterns import pattern

Replacement: TypeAlias = tuple[int, int, str]
"""Replace the characters `start..end` by a text; the offsets count in a value or in a file."""

_BLOCKS = ("|", ">")
_LINE = pattern(f"[{BREAKS}]")
_WHITE = pattern(f"[ \t{BREAKS}]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ONE_SCALAR = (
    StreamStartEvent,
    DocumentStartEvent,
    SequenceStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    DocumentEndEvent,
    StreamEndEvent,
)


def rewritten(text: Text, edits: Iterable[Replacement]) -> tuple[Replacement, ...] | None:
    """Edits of `text.value` as edits of the file, sorted.

    None when they overlap, change nothing, leave nothing, or when the file cannot say the result in the same style.
    """
    ordered = sorted(edits)
    wanted = replaced(text.value, ordered)
    if wanted is None or wanted == text.value or not wanted.strip():
        return None
    style = style_of(text)
    if not style and wanted in NULLS:
        return None
    raw = _written(text, style)
    # The line break behind a block is needed by what follows.
    content = len(raw.rstrip(BREAKS))
    made: list[Replacement] = []
    for start, end, new in ordered:
        spelled = spell(new, style)
        first, last = text.span(start, end)
        if spelled is None or (style in _BLOCKS and last > text.start + content):
            return None
        made.append((first, last, spelled))
    new_raw = replaced(raw, [(start - text.start, end - text.start, new) for start, end, new in made])
    if new_raw is None or not _holds(raw, text.value, new_raw, wanted, style):
        return None
    return tuple(made)


def replaced(text: str, edits: Sequence[Replacement]) -> str | None:
    """A text with sorted edits applied; None when they overlap or reach beyond it."""
    if not are_apart(edits, len(text)):
        return None
    parts: list[str] = []
    at = 0
    for start, end, new in edits:
        parts += (text[at:start], new)
        at = end
    return "".join([*parts, text[at:]])


def are_apart(edits: Iterable[Replacement], size: int) -> bool:
    """Whether sorted edits lie in a text of this size without overlapping."""
    at = 0
    for start, end, _ in edits:
        if not at <= start <= end <= size:
            return False
        at = end
    return True


def style_of(text: Text) -> str:
    """The character that opens a scalar, one of `'` `\"` `|` `>`; empty for an unquoted text."""
    first = text.source.text[text.start : text.start + 1]
    return first if first in ("'", '"', *_BLOCKS) else ""


def spell(new: str, style: str) -> str | None:
    """A replacement as it must stand in the file; None when the style has no way to write it."""
    if style == '"':
        return "".join(_ESCAPES.get(c) or (c if c.isprintable() else f"\\U{ord(c):08x}") for c in new)
    if _LINE.search(new):
        return None
    return new.replace("'", "''") if style == "'" else new


def meaning(spelled: str, style: str) -> str | None:
    """What a replacement in a file says: the inverse of `spell`; None when it says nothing sound."""
    if style == '"':
        return reads(f'"{spelled}"')
    return spelled.replace("''", "'") if style == "'" else spelled


def _written(text: Text, style: str) -> str:
    """The scalar as it stands in the file; a block with the blank lines behind it, which may count."""
    raw = text.source.text
    if style not in _BLOCKS:
        return raw[text.start : text.end]
    found = _WHITE.match(raw, text.end)
    end = found.end() if found else text.end
    while end > text.end and end < len(raw) and raw[end - 1] not in BREAKS:
        end -= 1
    return raw[text.start : end]


def _holds(raw: str, value: str, new_raw: str, wanted: str, style: str) -> bool:
    """Whether the new spelling is read as wanted wherever the old one is read as the value."""
    if reads(raw) != value or reads(new_raw) != wanted:
        return False
    # Nobody knows here whether an unquoted text stands between brackets; if it could, it must stay sound there.
    return bool(style) or reads(raw, "[", "]") != value or reads(new_raw, "[", "]") == wanted


@lru_cache(maxsize=1024)
def reads(raw: str, before: str = "- ", behind: str = "") -> str | None:
    """The value of one scalar as written in a file, None when it is not one scalar there."""
    document = before + raw + behind
    try:
        events = list(iter(fastest_events(document.encode(), document), None))
    except (YAMLError, UnicodeEncodeError):
        return None
    if tuple(map(type, events)) != _ONE_SCALAR:
        return None
    value = events[3].value
    return value if isinstance(value, str) else None
