"""The rows of a Word table, and which column each cell of them belongs to.

A row says how many columns of a hidden grid each of its cells takes. Grids drawn by hand are rarely straight: rows
with as many cells as the row of titles are read cell by cell, only others by the grid.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from iki_lint.readers.headings import folded, header, may_have_more
from iki_lint.readers.rows import clean
from iki_lint.readers.word_styles import VAL, Node, W, number_of, value_of
from iki_lint.readers.word_text import AROUND, is_row_hidden

Span: TypeAlias = tuple[int, int]

MAX_GRID = 100
"""Word itself allows 63 columns."""


class Slot(NamedTuple):
    """A cell: its words, where it stands in the grid, the element; whether it is merged into the one above, and what
    it then still holds.
    """

    text: str
    span: Span
    cell: Node
    covered: bool = False
    leftover: str = ""


class Line(NamedTuple):
    """A row of the table: its number from 1, its cells, whether they are the titles of the columns."""

    number: int
    slots: list[Slot]
    titles: bool


def lines(table: Node, words_of: Callable[[Node], str]) -> list[Line]:
    """The rows of a table that are shown; titles that run over several rows are one."""
    found: list[Line] = []
    merged: dict[int, Span] = {}
    below: dict[int, Span] = {}
    for number, element in enumerate(_inside(table, f"{W}tr"), 1):
        properties = element.find(f"{W}trPr")
        if is_row_hidden(properties):
            continue
        slots, merged, continued = _slots(element, properties, merged, words_of)
        above = found[-1] if found else None
        if above and (one := _folded(above.slots, slots, above.titles and bool(continued & below.keys()))):
            found[-1] = Line(above.number, one, True)
        else:
            found.append(Line(number, slots, header(_words(slots)) is not None))
        below = merged
    return found


def model_of(found: Sequence[Line]) -> list[Span]:
    """The columns of a table: the cells of its titles, or of a row with the usual number of cells."""
    for line in found:
        if line.titles:
            return [slot.span for slot in line.slots]
    usual = Counter(len(line.slots) for line in found if len(line.slots) > 1).most_common(1)
    return next(([slot.span for slot in line.slots] for line in found if usual and len(line.slots) == usual[0][0]), [])


def aligned(slots: list[Slot], model: Sequence[Span]) -> list[list[Slot]]:
    """The cells of each column, in column order; a cell goes with the column that it begins in."""
    starts = slots[0].span[0] == model[0][0] if slots and model else True
    if not model or (len(slots) == len(model) and starts):
        return [[slot] for slot in slots]
    columns: list[list[Slot]] = [[] for _ in model]
    for slot in slots:
        at = slot.span[0]
        number = next((i for i, (_, end) in enumerate(model) if at < end), len(model) - 1)
        columns[number].append(slot)
    return columns


def _slots(
    element: Node, properties: Node | None, merged: dict[int, Span], words_of: Callable[[Node], str]
) -> tuple[list[Slot], dict[int, Span], set[int]]:
    """The cells of a row, the vertical merges that are open below it, and those that it continues."""
    at = min(number_of(value_of(properties, "gridBefore")) or 0, MAX_GRID)
    slots: list[Slot] = []
    still: dict[int, Span] = {}
    continued: set[int] = set()
    for cell in _inside(element, f"{W}tc"):
        about = cell.find(f"{W}tcPr")
        span = (at, at + min(max(number_of(value_of(about, "gridSpan")) or 1, 1), MAX_GRID))
        merge = about.find(f"{W}vMerge") if about is not None else None
        text = words_of(cell)
        if merge is not None and merge.get(VAL, "continue") != "restart" and at in merged:
            slots.append(Slot("", span, cell, True, text.strip()))
            continued.add(at)
        elif about is not None and about.find(f"{W}cellDel") is not None:
            slots.append(Slot("", span, cell))
        else:
            slots.append(Slot(text, span, cell))
        if merge is not None:
            still[at] = span
        at = span[1]
    return slots, still, continued


def _words(slots: Sequence[Slot]) -> list[str]:
    return [clean(slot.text.replace("\n", " "), 0)[0].text for slot in slots]


def _folded(upper: list[Slot], lower: list[Slot], sure: bool) -> list[Slot] | None:
    """The titles of two rows as one row, with the columns of the finer one; None when the second holds no titles."""
    if not may_have_more(_words(upper)):
        return None
    above: list[str] = []
    below: list[str] = []
    slots: list[Slot] = []
    for slot, title in zip(upper, _words(upper), strict=True):
        inside = [each for each in lower if slot.span[0] <= each.span[0] < slot.span[1]]
        divided = inside if len(inside) > 1 else [(inside or [slot])[0]._replace(span=slot.span)]
        above += [title, *[""] * (len(divided) - 1)]
        below += _words(inside) or [""]
        slots += [each if each.text else slot._replace(span=each.span) for each in divided]
    titles = folded(above, below, sure) if sum(map(bool, _words(lower))) == sum(map(bool, below)) else None
    if titles is None:
        return None
    return [slot._replace(text=title) for slot, title in zip(slots, titles, strict=True)]


def _inside(parent: Node, tag: str) -> Iterator[Node]:
    """The rows of a table or cells of a row, looking through content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in AROUND:
            yield from _inside(child, tag)
