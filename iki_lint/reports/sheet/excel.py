"""A sheet as an Excel workbook: a worksheet for each section.

Every cell is a text or a whole number: nothing from a document becomes a formula.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from iki_lint.reports.escape import escape
from iki_lint.reports.sheet.package import timeless
from iki_lint.reports.sheet.paper import Paper
from iki_lint.reports.sheet.record import (
    Band,
    Block,
    Cell,
    Choice,
    Facts,
    Heading,
    Items,
    Paragraph,
    Section,
    Sheet,
    Signatures,
    Styled,
    Table,
)

LONGEST = 32_000
"""Excel refuses cells of more than 32,767 characters."""

SHARE = 0.55
"""How wide a column is, in Excel's characters, for each unit of its width."""

NARROWEST, LABELS, VALUES = 6.0, 30, 90
LONGEST_NAME = 31
_PAPERS = {"A4": "9", "F4": "14"}
"""Excel's numbers of papers; it has none for F4, and Folio (8.5 by 13 inches) is the nearest."""

_NEUTRAL = ("=", "+", "-", "@")
_LINE = Side(style="thin", color="7F8A96")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SHADE = PatternFill("solid", fgColor="DDE5EE")
_LABEL = PatternFill("solid", fgColor="F1F4F8")
_FONTS = {
    "": Font(name="Arial", size=9),
    "strong": Font(name="Arial", size=9, bold=True),
    "proposed": Font(name="Arial", size=9, italic=True),
    "tick": Font(name="Arial", size=12),
    "note": Font(name="Arial", size=8),
    "heading": Font(name="Arial", size=12, bold=True),
}
_ALIGN = {
    name: Alignment(horizontal=side, vertical="top", wrap_text=True)
    for name, side in (("left", "left"), ("centre", "center"), ("right", "right"))
}
_PLAIN = Alignment(vertical="top")


def write(sheet: Sheet, paper: Paper) -> bytes:
    """The workbook; the same bytes for the same sheet."""
    book = Workbook()
    first: Any = book.active
    for section in sheet.sections:
        page = first if section is sheet.sections[0] else book.create_sheet()
        page.title = section.name[:LONGEST_NAME]
        _set_up(page, sheet, section, paper)
        _Filling(page).section(sheet if section is sheet.sections[0] else None, section)
    made = io.BytesIO()
    book.save(made)
    return timeless(made.getvalue(), sheet.title)


def _set_up(page: Any, sheet: Sheet, section: Section, paper: Paper) -> None:
    page.page_setup.paperSize = _PAPERS[paper.name]
    page.page_setup.orientation = "landscape" if section.landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddHeader.left.text = _header(f"{sheet.title} · {sheet.subtitle}")
    numbered = sheet.page_of.replace("{halaman}", "&P").replace("{jumlah}", "&N")
    page.oddFooter.center.text = f"{numbered} · {_header(sheet.foot)}"


def _header(text: str) -> str:
    """A text in which no ampersand is a command, within the 255 characters that a header may have."""
    return escape(text)[:100].replace("&", "&&")


class _Filling:
    """A worksheet while it is filled, from the top."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.row = 1
        self.framed = False

    def section(self, sheet: Sheet | None, section: Section) -> None:
        """Write a section; the first one under the title of the sheet."""
        if sheet is not None:
            self._line(sheet.title, "heading")
            self._line(sheet.subtitle, "strong")
            self.row += 1
        wide = any(isinstance(block, Table) for block in section.blocks)
        if not wide:
            self._widths([LABELS, VALUES])
        for block in section.blocks:
            self._block(block, section)

    def _block(self, block: Block, section: Section) -> None:
        if isinstance(block, Heading):
            self.row += self.row > 1 and block.level > 1
            self._line(block.text, "heading" if block.level == 1 else "strong")
        elif isinstance(block, Paragraph):
            self._line(block.text, "note" if block.tone == "note" else "")
        elif isinstance(block, Items):
            for at, text in enumerate(block.sentences, 1):
                self._line(f"{at}. {text}", "")
        elif isinstance(block, Facts):
            for name, told in block.facts:
                self._put(1, Styled(name, "strong"), "left", _LABEL)
                self._put(2, told, "left")
                self.row += 1
            self.row += 1
        elif isinstance(block, Signatures):
            self._signatures(block)
        else:
            self._table(block, section)

    def _line(self, text: str, font: str) -> None:
        """A text that may run over the cells beside it."""
        cell = self.page.cell(self.row, 1)
        _fill(cell, text)
        cell.font, cell.alignment = _FONTS[font], _PLAIN
        self.row += 1

    def _put(self, column: int, content: Cell, align: str, shade: PatternFill | None = None) -> None:
        cell = self.page.cell(self.row, column)
        tone = content.tone if isinstance(content, Styled) else ""
        text = "" if isinstance(content, Choice) else content.text if isinstance(content, Styled) else content
        _fill(cell, text)
        cell.font, cell.alignment, cell.border = _FONTS[tone], _ALIGN[align], _FRAME
        if shade is not None:
            cell.fill = shade

    def _table(self, block: Table, section: Section) -> None:
        top = self.row
        for at, column in enumerate(block.columns, 1):
            self._put(at, Styled(column.title, "strong"), "centre", _SHADE)
        self.row += 1
        choices: dict[int, tuple[str, ...]] = {}
        for row in block.rows:
            if isinstance(row, Band):
                continue
            for at, (cell, column) in enumerate(zip(row, block.columns, strict=True), 1):
                self._put(at, cell, column.align)
                if isinstance(cell, Choice):
                    choices[at] = cell.options
            self.row += 1
        for at, options in choices.items():
            self._offer(at, top + 1, options)
        # Only one table of a worksheet can be filtered and have its heading repeated: the first.
        if not self.framed:
            self.framed = True
            self._widths([max(column.width * SHARE, NARROWEST) for column in block.columns])
            last = get_column_letter(len(block.columns))
            if self.row - 1 > top:
                self.page.auto_filter.ref = f"A{top}:{last}{self.row - 1}"
            if block is next(each for each in section.blocks if isinstance(each, Table)):
                self.page.freeze_panes = f"A{top + 1}"
            self.page.print_title_rows = f"{top}:{top}"
        self.row += 1

    def _offer(self, column: int, first: int, options: Sequence[str]) -> None:
        """A list to choose from in a column."""
        letter = get_column_letter(column)
        offered = DataValidation(type="list", formula1=f'"{",".join(options)}"', allow_blank=True)
        self.page.add_data_validation(offered)
        offered.add(f"{letter}{first}:{letter}{self.row - 1}")

    def _signatures(self, block: Signatures) -> None:
        for party in block.parties:
            for lines in _signed(party.act, party.office, block.labels):
                self._put(2, lines, "left")
                self.row += 1
            self.row += 1

    def _widths(self, widths: Sequence[float]) -> None:
        for at, width in enumerate(widths, 1):
            self.page.column_dimensions[get_column_letter(at)].width = round(width, 1)


def _signed(act: str, office: str, labels: Sequence[str]) -> Iterator[Cell]:
    yield Styled(f"{act}: {office}", "strong")
    yield "\n\n"
    for label in labels:
        yield f"{label}: "


def _fill(cell: Any, text: str) -> None:
    """Put a text into a cell as a text, or as a number where it is a whole one; its lines kept."""
    safe = "\n".join(escape(line) for line in text[:LONGEST].split("\n"))[:LONGEST]
    if not safe:
        return
    if safe.isascii() and safe.isdecimal() and (safe == "0" or safe[0] != "0") and len(safe) < 12:
        cell.value = int(safe)
        return
    cell.value = safe
    cell.data_type = "s"
    if safe.startswith(_NEUTRAL):
        cell.quotePrefix = True
