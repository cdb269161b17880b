"""From the pages of a PDF file to rows with addresses, and where on which page each of them stands.

A page is no boundary: what a page break tore apart is put together again (`torn`), headers and footers are told once.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.readers.broken_lines import joined
from iki_lint.readers.headings import folded, header
from iki_lint.readers.labels import is_page_number
from iki_lint.readers.laid_out import Piece
from iki_lint.readers.pdf_page import FREE, Line, Page, Room, around, first_width, room
from iki_lint.readers.pdf_text import begins_something, mark, running, starts_anew
from iki_lint.readers.rows import Row, clean
from iki_lint.readers.ruled import NEAR, Box, Slot, Table
from iki_lint.readers.titles import is_number_row
from iki_lint.readers.torn import Column, Seam, Written, mend

LONGEST_TITLE = 60
AT_TOP = 3
"""So many rows at the top of a table may be titles, their numbers, and the rest of a row."""


class Spot(NamedTuple):
    """Where on which page (from 1) a cell or paragraph stands, in points, as the file has it."""

    page: int
    box: Box


class Found(NamedTuple):
    """The rows of a file and the spot of each address."""

    rows: list[list[Piece]]
    spots: dict[str, Spot]


class Assembly:
    """The rows of all pages, in order.

    `told` are the headers and footers that have been given once; `titles` are those of the columns of the table at
    hand, `fields` what they mean, `rooms` what is left free in its last cells. `columns` are what
    each column holds in all.
    """

    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages
        self.running = running(pages)
        self.told: set[tuple[str, int]] = set()
        self.rows: list[Written] = []
        self.spots: dict[str, Spot] = {}
        self.titles: list[str] = []
        self.fields: tuple[str, ...] = ()
        self.rooms: list[Room] = []
        self.columns = _columns(pages)

    def found(self) -> Found:
        """Everything, page by page."""
        last: Table | Line | None = None
        for page in self.pages:
            right = max((block.box.right for block in page.blocks), default=0)
            tables = paragraphs = 0
            first = True
            before: Line | None = None
            for block in page.blocks:
                if isinstance(block, Line):
                    if self._is_aside(block):
                        self._paragraph(page, block, f"hal. {page.number}, tepi halaman")
                        continue
                    torn = first and isinstance(last, Line) and _goes_on(block, last)
                    if torn or (before and not starts_anew(block, before, right)):
                        self._lengthen(block, page)
                    else:
                        paragraphs += 1
                        self._paragraph(page, block, f"hal. {page.number}, paragraf {paragraphs}")
                    before = block
                else:
                    tables += 1
                    goes_on = first and isinstance(last, Table) and _fits(last, block)
                    self._table(page, block, f"hal. {page.number}, tabel {tables}", goes_on)
                    before = None
                first, last = False, block
        return Found([list(row.pieces) for row in self.rows], self.spots)

    def _is_aside(self, line: Line) -> bool:
        """Whether a line belongs to the page and not to the text: its number, a header, a footer."""
        return mark(line) in self.running or is_page_number(clean(line.text, 0)[0])

    def _paragraph(self, page: Page, line: Line, address: str) -> None:
        aside = mark(line)
        if aside in self.running:
            if aside in self.told:
                return
            self.told.add(aside)
        self.rows.append(Written([Piece(joined(line.text), address)], None))
        self.spots.setdefault(address, Spot(page.number, page.view.stored(line.box)))

    def _lengthen(self, line: Line, page: Page) -> None:
        at = next(number for number in range(len(self.rows) - 1, -1, -1) if "paragraf" in _address(self.rows[number]))
        piece = self.rows[at].pieces[0]
        self.rows[at].pieces[0] = piece._replace(text=joined(f"{piece.text}\n{line.text}"))
        spot = self.spots[piece.address or ""]
        if spot.page == page.number:
            self.spots[piece.address or ""] = spot._replace(box=around(spot.box, page.view.stored(line.box)))

    def _table(self, page: Page, table: Table, name: str, goes_on: bool) -> None:
        if not goes_on or len(table.edges) - 1 != len(self.titles):
            self.titles, self.fields = [""] * (len(table.edges) - 1), ()
        folds = 0
        for number, columns in enumerate(table.rows):
            if folds:
                folds -= 1
                continue
            texts, folds = titled(page, table, number)
            cells = Row(tuple(clean(text, 0)[0] for text in texts), 0)
            is_head = header(texts)
            if is_head:
                self.titles, self.fields = texts, is_head
            label = sum(map(len, columns)) <= 2 < len(columns)
            row = Written([], None if is_head or is_number_row(cells) else _shape(columns))
            for at, (text, column) in enumerate(zip(texts, columns, strict=True)):
                address = f"{name}, baris {number + 1}"
                if not label:
                    address += f", kolom {self.titles[at][:LONGEST_TITLE] or f'ke-{at + 1}'}"
                covered = bool(column) and all(slot.row < number for slot in column)
                row.pieces.append(Piece(text, address, covered))
                for slot in column:
                    if not label or text:
                        self.spots.setdefault(address, Spot(page.number, page.view.stored(slot.box)))
            if goes_on and row.shape:
                goes_on = False
                if mend(self.rows, row, self.fields, self._seams(page, columns, texts)):
                    continue
            self.rows.append(row)
        self.rooms = [min((room(page, slot) for slot in column), default=FREE) for column in table.rows[-1]]

    def _seams(self, page: Page, slots: Sequence[Sequence[Slot]], texts: Sequence[str]) -> list[Seam]:
        """The columns at a page break, above the first row of a page."""
        last = next((row.pieces for row in reversed(self.rows) if row.shape), [])
        made = []
        for at, (column, text, above) in enumerate(zip(slots, texts, self.rooms, strict=True)):
            before = last[at].text if at < len(last) else ""
            width = max((first_width(page, slot) for slot in column), default=0)
            made.append(Seam(before, text, above, width, self.columns[at]))
        return made


def _columns(pages: Sequence[Page]) -> defaultdict[int, Column]:
    """What each column holds but for the cells at the top and bottom of a page, which may be parts of one."""
    found: defaultdict[int, Column] = defaultdict(lambda: Column(set(), set()))
    for page in pages:
        for table in page.blocks:
            if isinstance(table, Table):
                for number, row in enumerate(table.rows[:-1]):
                    for at, column in enumerate(row):
                        for slot in column:
                            text = joined(page.texts[slot]).lower()
                            if slot.row == number >= AT_TOP and text:
                                found[at].cells.add(text)
                                found[at].openers.add(text.split(" ", 1)[0])
    return found


def titled(page: Page, table: Table, number: int) -> tuple[list[str], int]:
    """The texts of a row; where it begins the titles, those of all their lines together and how many follow it."""
    texts = _texts(page, table, number)
    folds = 0
    while number + folds + 1 < len(table.rows):
        at = number + folds + 1
        merged = any(column and all(slot.row == number for slot in column) for column in table.rows[at])
        more = folded(texts, _texts(page, table, at), merged and header(texts) is not None)
        if more is None:
            break
        texts = more
        folds += 1
    return texts, folds


def _texts(page: Page, table: Table, number: int) -> list[str]:
    return [
        " ".join(joined(page.texts[slot]) for slot in column if slot.row == number).strip()
        for column in table.rows[number]
    ]


def _address(row: Written) -> str:
    return row.pieces[0].address or "" if len(row.pieces) == 1 else ""


def _shape(columns: tuple[tuple[object, ...], ...]) -> tuple[int, ...]:
    """How many cells each column has: label rows of one kind have the same."""
    return tuple(map(len, columns))


def _fits(before: Table, table: Table) -> bool:
    """Whether a table at the top of a page has the columns of the one at the end of the page before."""
    return abs(before.box.left - table.box.left) <= NEAR and abs(before.box.right - table.box.right) <= NEAR


def _goes_on(line: Line, before: Line) -> bool:
    """Whether the first line of a page goes on with the paragraph that the page before ends with."""
    return line.text[:1].islower() and not begins_something(line.text) and before.text[-1:] not in ".;:"
