"""What a check reports before it becomes a finding: where, what fills the sentence, and the edits that mend it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from iki_lint.decree.model import Indicator, Plan, Position, Row
from iki_lint.decree.source import Place
from iki_lint.decree.tree import Text
from iki_lint.findings import Edit, Fix, Related

Subject: TypeAlias = Row | Indicator | Plan | Position | None

_LONGEST_NULL = 4


class Hit(NamedTuple):
    """One defect found by a check.

    `subject` is the part of the decree it belongs to, `text` the cell it points at and `pointer` that cell's path;
    `start` and `end` bound the words in the cell (`end` None: the whole cell). `case` names the rule's case that
    speaks, empty for its main one; `args` fill the placeholders of its sentences. `edits` mend the defect, each of
    them `(start, end, replacement)` in offsets of `text.value`; `safe` when they cannot change the meaning. `covers`
    are the pointers of further cells that it speaks of: rules that give way to this one are silent there too.
    """

    subject: Subject
    text: Text | None
    pointer: str
    start: int = 0
    end: int | None = None
    case: str = ""
    args: Mapping[str, str] = {}
    related: tuple[Related, ...] = ()
    edits: tuple[tuple[int, int, str], ...] = ()
    safe: bool = True
    covers: tuple[str, ...] = ()


def related(text: Text | None, pointer: str, message: str | None = None) -> Related:
    """Another cell that a hit refers to, by default with its own words."""
    said = text.value if text is not None else ""
    return Related(said if message is None else message, pointer, text.place() if text is not None else None)


def fix_of(hit: Hit, place: Place | None = None) -> Fix | None:
    """The edits of a hit, which stands at `place`, as edits of the file; None when the file could not say it, or
    nothing would be left."""
    text = hit.text
    if text is None or not hit.edits:
        return None
    if len(hit.edits) == 1 and text.verbatim:
        ((start, end, new),) = hit.edits
        if _is_plain(text, start, end, new):
            at = place if place and (start, end) == (hit.start, hit.end) else text.place(start, end)
            return Fix(hit.safe, (Edit(at, new),))
    edits = _edits_of(text, hit.edits)
    return Fix(hit.safe, edits) if edits else None


@lru_cache(maxsize=8)
def _edits_of(text: Text, edits: tuple[tuple[int, int, str], ...]) -> tuple[Edit, ...]:
    """Edits of a value as edits of the file, none when that cannot be; asked again and again behind an alias."""
    from iki_lint.decree.scalar_edit import rewritten

    made = rewritten(text, edits) or ()
    return tuple(Edit(text.source.place(start, end), new) for start, end, new in made)


def _is_plain(text: Text, start: int, end: int, new: str) -> bool:
    """Whether an unquoted text on one line surely stays one: a cheap test that most corrections of words pass."""
    value = text.value
    word = new.replace(" ", "").replace("-", "")
    return (
        (not word or word.isalnum())
        and ":" not in value
        and "#" not in value
        and (start > 1 or (value[:start] + new + value[end:])[:1].isalnum())
        and (end < len(value) or (value[:start] + new)[-1:].isalnum())
        and 0 <= start <= end <= len(value)
        and value[start:end] != new
        and len(value) - (end - start) + len(new) > _LONGEST_NULL
        and text.source.text.startswith(value, text.start)
    )
