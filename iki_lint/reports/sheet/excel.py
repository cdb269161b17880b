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
    text_of,
)

LONGEST = 32_000
"""Excel refuses cells of more than 32,767 characters."""

SHARE = 0.55
"""How wide a column is, in Excel's characters, for each unit of its width."""

NARROWEST, LABELS, VALUES = 6.0, 30.0, 90.0
LETTERS = 1.35
"""How many letters of our size stand in the width of one of Excel's characters."""

HIGHEST = 150
"""No row is higher, in points: what is longer, a list of many places, is read in the cell itself."""

LONGEST_NAME = 31
_PAPERS = {"A4": "9", "F4": "14"}
"""Excel's numbers of papers; it has none for F4, and Folio (8.5 by 13 inches) is the nearest."""

_NEUTRAL = ("=", "+", "-", "@")
_LINE = Side(style="thin", color="7F8A96")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SHADE = PatternFill("solid", fgColor="DDE5EE")
_LABEL = PatternFill("solid", fgColor="F1F4F8")
SIZES = {"": 9.0, "strong": 9.0, "proposed": 9.0, "tick": 12.0, "note": 8.0, "heading": 12.0}
_FONTS = {
    tone: Font(name="Arial", size=size, bold=tone in ("strong", "heading"), italic=tone == "proposed")
    for tone, size in SIZES.items()
}
_ALIGN = {
    name: Alignment(horizontal=side, vertical="top", wrap_text=True)
    for name, side in (("left", "left"), ("centre", "center"), ("right", "right"))
}


def write(sheet: Sheet, paper: Paper) -> bytes:
    """The workbook; the same bytes for the same sheet."""
    book = Workbook()
    first: Any = book.active
    for section in sheet.sections:
        page = first if section is sheet.sections[0] else book.create_sheet()
        page.title = section.name[:LONGEST_NAME]
        _set_up(page, sheet, section, paper)
        _Filling(page, section).fill(sheet if section is sheet.sections[0] else None)
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

    def __init__(self, page: Any, section: Section) -> None:
        self.page = page
        self.section = section
        self.row = 1
        self.framed = False
        self.widths = _widths(section)
        for at, width in enumerate(self.widths, 1):
            page.column_dimensions[get_column_letter(at)].width = round(width, 1)

    def fill(self, sheet: Sheet | None) -> None:
        """Write the section; the first one under the title of the sheet."""
        if sheet is not None:
            self._line(sheet.title, "heading")
            self._line(sheet.subtitle, "strong")
            self.row += 1
        for block in self.section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
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
                self._end_row((name, told))
            self.row += 1
        elif isinstance(block, Signatures):
            self._signatures(block)
        else:
            self._table(block)

    def _line(self, text: str, font: str) -> None:
        """A text over all columns."""
        cell = self.page.cell(self.row, 1)
        _fill(cell, text)
        cell.font, cell.alignment = _FONTS[font], _ALIGN["left"]
        self.page.merge_cells(start_row=self.row, end_row=self.row, start_column=1, end_column=len(self.widths))
        self.page.row_dimensions[self.row].height = _height([(text, sum(self.widths))], SIZES[font])
        self.row += 1

    def _end_row(self, cells: Sequence[Cell]) -> None:
        """Make the row high enough for its cells: not every program does so by itself."""
        texts = [
            ("" if isinstance(cell, Choice) else text_of(cell), width)
            for cell, width in zip(cells, self.widths, strict=False)
        ]
        self.page.row_dimensions[self.row].height = _height(texts, SIZES[""])
        self.row += 1

    def _put(self, column: int, content: Cell, align: str, shade: PatternFill | None = None) -> None:
        cell = self.page.cell(self.row, column)
        tone = content.tone if isinstance(content, Styled) else ""
        text = "" if isinstance(content, Choice) else content.text if isinstance(content, Styled) else content
        _fill(cell, text)
        cell.font, cell.alignment, cell.border = _FONTS[tone], _ALIGN[align], _FRAME
        if shade is not None:
            cell.fill = shade

    def _table(self, block: Table) -> None:
        top = self.row
        for at, column in enumerate(block.columns, 1):
            self._put(at, Styled(column.title, "strong"), "centre", _SHADE)
        self._end_row([column.title for column in block.columns])
        choices: dict[int, tuple[str, ...]] = {}
        for row in block.rows:
            if isinstance(row, Band):
                continue
            for at, (cell, column) in enumerate(zip(row, block.columns, strict=True), 1):
                self._put(at, cell, column.align)
                if isinstance(cell, Choice):
                    choices[at] = cell.options
            self._end_row(row)
        for at, options in choices.items():
            self._offer(at, top + 1, options)
        # Only one table of a worksheet can be filtered and have its heading repeated: the first.
        if not self.framed:
            self.framed = True
            last = get_column_letter(len(block.columns))
            if self.row - 1 > top:
                self.page.auto_filter.ref = f"A{top}:{last}{self.row - 1}"
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
            for line in _signed(party.act, party.office, block.labels):
                self._put(2, line, "left")
                self._end_row(("", line))
            self.row += 1


def _widths(section: Section) -> list[float]:
    """The widths of the columns of a worksheet, which all its tables share, in Excel's characters."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    if not tables:
        return [LABELS, VALUES]
    widths = [NARROWEST] * max(len(table.columns) for table in tables)
    for table in tables:
        for at, column in enumerate(table.columns):
            widths[at] = max(widths[at], column.width * SHARE)
    if any(isinstance(block, Facts) for block in section.blocks):
        widths[0] = max(widths[0], LABELS)
    return widths


def _height(texts: Sequence[tuple[str, float]], size: float) -> float:
    """The height in points of a row with these texts in columns of these widths."""
    lines = max(
        sum(1 + int(len(line) / (width * LETTERS)) for line in text[:LONGEST].split("\n")) for text, width in texts
    )
    return min(lines * size * 1.35 + 3, HIGHEST)


def _signed(act: str, office: str, labels: Sequence[str]) -> Iterator[Cell]:
    yield Styled(f"{act}: {office}", "strong")
    yield ""
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
