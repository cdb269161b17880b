"""The annex of a decree as an Excel workbook: a sheet for the IKU, one for the positions; every cell is a text."""

import io
import math
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from iki_lint.export.rows import Annex, Line, titles
from iki_lint.office import timeless, writable

PAPERS = {"a4": 9, "f4": 14}
"""Excel's numbers of papers; it has none for F4, and Folio (8.5 by 13 inches) is the same to a millimetre."""

WIDTHS = {"kode": 12, "nomor": 6, "uraian": 40, "nama": 44, "formulasi": 42, "sumber_data": 30}
OTHER_WIDTHS = {"satuan": 12, "target": 14, "penjelasan": 30}
"""Widths of columns in Excel's characters."""

LETTERS = 1.22
"""How many letters stand in the width of one of Excel's characters; where a line breaks, some room is lost."""

LONGEST = 32_767
LINE_HEIGHT = 13.5
HIGHEST = 409
"""Heights in points; Excel has no higher row."""

_SIDE = Side(style="thin", color="808080")
_FRAME = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_SHADE = PatternFill("solid", fgColor="D9E2EC")
_BAND = PatternFill("solid", fgColor="F1F4F8")
_PLAIN, _BOLD, _TITLE = (
    Font(name="Arial", size=10),
    Font(name="Arial", size=10, bold=True),
    Font(name="Arial", size=12, bold=True),
)
_TOP = Alignment(vertical="top", wrap_text=True)
_MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_NUMBER = Alignment(horizontal="center", vertical="top")
_SIGNED = 32
"""How far the signature is indented, in Excel's steps."""


def write(annex: Annex, paper: str) -> bytes:
    """The workbook on F4 or A4 paper (`paper`), landscape; the same bytes for the same annex."""
    book = Workbook()
    del book[book.sheetnames[0]]
    heading = annex.heading
    if annex.goals:
        page = _Page(book, "IKU", annex.goal_columns, paper)
        page.heading(heading)
        page.heading(["INDIKATOR KINERJA UTAMA"])
        page.titles(titles(annex.goal_columns, goals=True))
        page.lines(annex.goals)
        heading = ("INDIKATOR KINERJA INDIVIDU", *annex.heading[-1:])
    if annex.blocks or not annex.goals:
        page = _Page(book, "IKI", annex.columns, paper)
        page.heading(heading)
        page.titles(titles(annex.columns))
        for block in annex.blocks:
            for label, words in block.labels:
                page.across(f"{label}: {words}" if label else words, _BOLD if label == "Jabatan" else _PLAIN, _BAND)
            page.lines(block.lines)
    page.signature(annex.closing)
    made = io.BytesIO()
    book.save(made)
    return timeless(made.getvalue())


class _Page:
    """A sheet while it is filled, from the top."""

    def __init__(self, book: Any, name: str, columns: Sequence[str], paper: str) -> None:
        self.sheet = book.create_sheet(name)
        self.columns = columns
        self.widths = [(WIDTHS | OTHER_WIDTHS)[column] for column in columns]
        self.row = 0
        for at, width in enumerate(self.widths, 1):
            self.sheet.column_dimensions[get_column_letter(at)].width = width
        setup = self.sheet.page_setup
        setup.paperSize, setup.orientation = PAPERS[paper], "landscape"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins = self.sheet.page_margins
        margins.left = margins.right = margins.top = 0.5
        margins.bottom, margins.footer = 0.8, 0.4
        self.sheet.oddFooter.center.text = "&P / &N"

    def heading(self, lines: Sequence[str]) -> None:
        """The lines of a title, each over all columns, and a gap."""
        for line in lines:
            self.across(line, _TITLE, None, _MIDDLE)
        self.row += 1

    def titles(self, names: Sequence[str]) -> None:
        """The titles of the columns: they stay on the screen, and are repeated on every page."""
        self.row += 1
        for at, name in enumerate(names, 1):
            self._put(at, name, _BOLD, _MIDDLE, _SHADE)
        self.sheet.row_dimensions[self.row].height = 24
        self.sheet.freeze_panes = f"A{self.row + 1}"
        self.sheet.print_title_rows = f"{self.row}:{self.row}"

    def across(
        self, text: str, font: Font, fill: PatternFill | None, alignment: Alignment = _TOP, first: int = 1
    ) -> None:
        """A text over all columns from the `first`."""
        self.row += 1
        for at in range(first, len(self.columns) + 1):
            self._put(at, text if at == first else "", font, alignment, fill, fill is not None)
        if len(self.columns) > first:
            self.sheet.merge_cells(
                start_row=self.row, end_row=self.row, start_column=first, end_column=len(self.columns)
            )
        lines = _lines(text, sum(self.widths[first - 1 :]) * (0.8 if font is _TITLE else 1))
        self._high(self.row, lines * LINE_HEIGHT * (1.2 if font is _TITLE else 1) + 3)

    def lines(self, lines: Sequence[Line]) -> None:
        """The rows of a table; a cell that goes on below is merged."""
        top = self.row + 1
        for line in lines:
            self.row += 1
            for at, (column, words) in enumerate(zip(self.columns, line.cells, strict=True), 1):
                self._put(at, words or "", _PLAIN, _NUMBER if column in ("nomor", "kode") else _TOP)
            single = [
                _lines(words, width)
                for at, (words, width) in enumerate(zip(line.cells, self.widths, strict=True))
                if words and not self._goes_on(lines, self.row - top, at)
            ]
            self._high(self.row, max(single, default=1) * LINE_HEIGHT + 3)
        for at in range(len(self.columns)):
            opens = [i for i, line in enumerate(lines) if line.cells[at] is not None]
            for start, end in zip(opens, [*opens[1:], len(lines)], strict=False):
                if end - start > 1:
                    self._merge(top + start, top + end - 1, at + 1, lines[start].cells[at] or "")

    def signature(self, lines: Sequence[str]) -> None:
        """Where, when and by whom it is signed, at the right."""
        self.row += 1 if lines else 0
        first = 2 if len(self.columns) > 2 else 1
        for line in lines:
            self.across(line, _PLAIN, None, Alignment(horizontal="left", vertical="top", indent=_SIGNED), first)

    @staticmethod
    def _goes_on(lines: Sequence[Line], row: int, at: int) -> bool:
        return row + 1 < len(lines) and lines[row + 1].cells[at] is None

    def _merge(self, first: int, last: int, column: int, text: str) -> None:
        """Merge cells below each other, and make room for the text they share."""
        self.sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
        heights = [self.sheet.row_dimensions[row].height for row in range(first, last + 1)]
        missing = _lines(text, self.widths[column - 1]) * LINE_HEIGHT + 3 - sum(heights)
        if missing > 0:
            self._high(last, heights[-1] + missing)

    def _high(self, row: int, height: float) -> None:
        self.sheet.row_dimensions[row].height = min(round(height, 1), HIGHEST)

    def _put(
        self, at: int, text: str, font: Font, alignment: Alignment, fill: PatternFill | None = None, framed: bool = True
    ) -> None:
        cell = self.sheet.cell(self.row, at)
        put_text(cell, text)
        cell.font, cell.alignment = font, alignment
        if framed:
            cell.border = _FRAME
        if fill is not None:
            cell.fill = fill


def put_text(cell: Any, text: str) -> None:
    """Put a text into a cell as a text: nothing in it is a formula, now or when somebody edits it."""
    if not text:
        return
    safe = writable(text)
    cell.value = safe if len(safe) <= LONGEST else safe[: LONGEST - 1] + "…"
    cell.data_type = "s"
    if safe.startswith(("=", "+", "-", "@", "\t", "\r")):
        cell.quotePrefix = True


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many of Excel's characters, which are wider than most letters."""
    return sum(max(1, math.ceil(len(line) / (width * LETTERS))) for line in text.split("\n"))
