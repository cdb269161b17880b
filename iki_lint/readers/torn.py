"""What a page break tears apart in a table: the words of a merged cell, and rows."""

from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.readers.broken_lines import joined
from iki_lint.readers.labels import label_of
from iki_lint.readers.laid_out import Piece
from iki_lint.readers.pdf_page import Room
from iki_lint.readers.rows import Row, clean
from iki_lint.readers.shift import REQUIRED


class Written(NamedTuple):
    """A row of a table with the cells in each of its columns, or a paragraph or table header without them."""

    pieces: list[Piece]
    shape: tuple[int, ...] | None


def mend(rows: list[Written], first: Written, fields: Sequence[str], rooms: Sequence[Room]) -> bool:
    """Join the first row of a page to the rows of the page before, as far as it goes on with them.

    Returns whether nothing is left of it. A numbered row is a new one. Without a number, what stands in the rencana
    column goes on with that of the last numbered row: the merged cell crosses the page. `rooms` tells for each column
    what is left free in the last cell of the page before.
    """
    before = [row for row in rows if row.shape]
    if not before or len(before[-1].pieces) != len(first.pieces):
        return False
    texts = [piece.text for piece in first.pieces]
    if sum(first.shape or ()) <= 2:
        if before[-1].shape != first.shape or label_of(Row(tuple(clean(text, 0)[0] for text in texts), 0)):
            return False
        if (texts[0] and sum(first.shape or ()) == 2) or not _go_on(texts, rooms):
            return False
        return _append(before[-1], first, range(len(texts)))
    columns = {field: column for column, field in enumerate(fields)}
    number, plan = columns.get("nomor"), columns.get("rencana")
    if plan is None or (number is not None and texts[number]):
        return False
    needed = [columns[field] for field in REQUIRED if field in columns]
    if texts[plan] and (number is not None or texts[plan][:1].islower()):
        opened = next((row for row in reversed(before) if _opens(row, number, plan)), None)
        if opened:
            _append(opened, first, (plan,))
    if not first.pieces[plan].text and _is_rest([texts[at] for at in needed], [rooms[at] for at in needed]):
        return _append(before[-1], first, range(len(texts)))
    return False


def _opens(row: Written, number: int | None, plan: int) -> bool:
    """Whether a row begins a rencana kinerja."""
    return len(row.pieces) > plan and bool(row.pieces[plan if number is None else number].text)


def _is_rest(texts: list[str], rooms: list[Room]) -> bool:
    """Whether the cells of a row are the ends of the cells above, not cells of their own.

    A whole row is one of its own unless one of its cells begins small. A row with formula and source but without
    indicator shares the indicator above, unless it begins small.
    """
    small = sum(text[:1].islower() for text in texts)
    if all(texts):
        return small > 0 and _go_on(texts, rooms)
    if small or (not texts[0] and all(texts[1:])):
        return small > 0
    return _go_on(texts, rooms, alone=sum(map(bool, texts)) == 1)


def _go_on(texts: Sequence[str], rooms: Sequence[Room], alone: bool = False) -> bool:
    """Whether the first word of every text had no room in the cell above, which is full, or begins small.

    A text that is `alone` in its row may leave lines free above: the row was cut where the page ends.
    """
    filled = [(text, room) for text, room in zip(texts, rooms, strict=True) if text]
    return bool(filled) and all(
        text[:1].islower() or ((room.full or alone) and room.letters < len(text.split()[0]) + 1)
        for text, room in filled
    )


def _append(row: Written, rest: Written, columns: Sequence[int]) -> bool:
    for column in columns:
        text = rest.pieces[column].text
        if text:
            piece = row.pieces[column]
            row.pieces[column] = piece._replace(text=joined(f"{piece.text}\n{text}"))
            rest.pieces[column] = rest.pieces[column]._replace(text="")
    return not any(piece.text for piece in rest.pieces)
