"""What a page break tears apart in a table: the words of a merged cell, and rows."""

from collections.abc import Collection, Sequence
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


class Column(NamedTuple):
    """What a column holds in the whole file, in small letters: cells that no page tears, and their first words."""

    cells: set[str]
    openers: set[str]


class Seam(NamedTuple):
    """A column at a page break: the text above and below it, the room above, the width of the first word below."""

    above: str
    text: str
    room: Room
    width: float
    column: Column

    @property
    def small(self) -> bool:
        """Whether the text begins with a small letter."""
        return self.text[:1].islower()

    @property
    def tight(self) -> bool:
        """Whether its first word had no room behind the text above."""
        return self.room.left < self.width * 1.05

    @property
    def fits(self) -> bool:
        """Whether the text above is full to the last line, and the one below begins as no cell does."""
        return self.tight and self.room.full and not _opens_cell(self.text, self.column.openers)

    @property
    def known(self) -> bool:
        """Whether both texts together are a cell that stands whole elsewhere."""
        return bool(self.above and self.text) and joined(f"{self.above}\n{self.text}").lower() in self.column.cells


def mend(rows: list[Written], first: Written, fields: Sequence[str], seams: Sequence[Seam]) -> bool:
    """Join the first row of a page to the rows of the page before, as far as it goes on with them.

    Returns whether nothing is left of it. A numbered row is a new one. Without a number, what stands in the rencana
    column goes on with that of the last numbered row: the merged cell crosses the page.
    """
    before = [row for row in rows if row.shape]
    if not before or len(before[-1].pieces) != len(first.pieces):
        return False
    texts = [piece.text for piece in first.pieces]
    if sum(first.shape or ()) <= 2:
        if before[-1].shape != first.shape or label_of(Row(tuple(clean(text, 0)[0] for text in texts), 0)):
            return False
        if (texts[0] and sum(first.shape or ()) == 2) or not _go_on(seams):
            return False
        return _append(before[-1], first, range(len(texts)))
    columns = {field: column for column, field in enumerate(fields)}
    number, plan = columns.get("nomor"), columns.get("rencana")
    if plan is None or (number is not None and texts[number]):
        return False
    needed = [columns[field] for field in REQUIRED if field in columns]
    if texts[plan] and (number is not None or seams[plan].small or seams[plan].fits):
        opened = next((row for row in reversed(before) if _opens(row, number, plan)), None)
        if opened:
            _append(opened, first, (plan,))
    if not first.pieces[plan].text and _is_rest([seams[at] for at in needed]):
        return _append(before[-1], first, range(len(texts)))
    return False


def _opens(row: Written, number: int | None, plan: int) -> bool:
    """Whether a row begins a rencana kinerja."""
    return len(row.pieces) > plan and bool(row.pieces[plan if number is None else number].text)


def _is_rest(seams: Sequence[Seam]) -> bool:
    """Whether the cells of a row are the ends of the cells above, not cells of their own.

    A row that could be one of its own is whole, or has formula and source and shares the indicator above.
    """
    filled = [seam for seam in seams if seam.text]
    small = any(seam.small for seam in filled)
    if len(filled) == len(seams):
        return all(seam.fits for seam in seams) or _is_known(seams)
    if not seams[0].text and len(filled) == len(seams) - 1:
        return small or all(seam.fits for seam in filled) or _is_known(filled)
    return small or _go_on(seams, alone=len(filled) == 1)


def _is_known(seams: Sequence[Seam]) -> bool:
    """Whether one cell and its rest stand whole elsewhere, and nothing speaks against it for the others."""
    return any(seam.known for seam in seams) and all(seam.tight or seam.known for seam in seams)


def _go_on(seams: Sequence[Seam], alone: bool = False) -> bool:
    """Whether the first word of every text had no room in the cell above, which is full, or begins small.

    A text that is `alone` in its row may leave lines free above: the row was cut where the page ends.
    """
    filled = [seam for seam in seams if seam.text]
    return bool(filled) and all(seam.small or ((seam.room.full or alone) and seam.tight) for seam in filled)


def _opens_cell(text: str, openers: Collection[str]) -> bool:
    """Whether a text begins as cells of its column do, or large as statements, measures and activities do."""
    from iki_lint.language.classes import is_frame, is_verb
    from iki_lint.language.tokens import find_phrase, tokens

    first = text.split(" ", 1)[0].lower()
    if first in openers or text[:1].islower():
        return first in openers
    return is_frame(first) or is_verb(first) or bool(find_phrase(tokens(text), 0, "kata-ukur"))


def _append(row: Written, rest: Written, columns: Sequence[int]) -> bool:
    for column in columns:
        text = rest.pieces[column].text
        if text:
            piece = row.pieces[column]
            row.pieces[column] = piece._replace(text=joined(f"{piece.text}\n{text}"))
            rest.pieces[column] = rest.pieces[column]._replace(text="")
    return not any(piece.text for piece in rest.pieces)
