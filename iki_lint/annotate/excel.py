"""An Excel workbook given back for checking: comments and colour in its cells, and a sheet that lists the findings.

What openpyxl cannot keep (text boxes, sparklines) is missing in the copy: it is for checking, never for signing.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from iki_lint.annotate.remarks import AUTHOR, MOST, in_turn
from iki_lint.export.excel import LETTERS, LINE_HEIGHT, LONGEST, put_text
from iki_lint.findings import Finding
from iki_lint.linting import Review
from iki_lint.messages import say
from iki_lint.office import timeless, writable
from iki_lint.readers.excel import FINDINGS, FINDINGS_MARK, is_ours, load
from iki_lint.readers.workbook import refuse_unsafe
from iki_lint.reports.fold import Group, fold
from iki_lint.reports.notes import number

MOST_IN_CELL = 4
MOST_PLACES = 8

_RULE = "-- iki-lint --"
"""Stands between somebody else's comment and ours."""

_ADDRESS = re.compile(r"(?:Lembar|Sheet) (.+), (?:sel|cell) ([A-Z]{1,3}[0-9]{1,7})")
_COLOURS = {"error": "FFF8D7DA", "warning": "FFFFF3CD", "info": "FFE2ECF5"}
_HEADS = ("tingkat", "aturan", "sel", "jabatan", "temuan", "saran", "teks", "kali", "lain")
_WIDTHS = (6, 11, 9, 13, 22, 46, 38, 32, 6, 22)
_TOP = Alignment(vertical="top", wrap_text=True)
_SIDE = Side(style="thin", color="808080")
_FRAME = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_PLAIN, _BOLD = Font(name="Arial", size=10), Font(name="Arial", size=10, bold=True)
_LINK = Font(name="Arial", size=10, color="0563C1", underline="single")


class Places:
    """The sheet and cell of findings; of a merged range the first cell, which is the one that holds anything."""

    def __init__(self, book: Any) -> None:
        self._names = frozenset(book.sheetnames)
        self._first: dict[tuple[str, str], str] = {
            (sheet.title, f"{get_column_letter(column)}{row}"): area.start_cell.coordinate
            for sheet in book.worksheets
            for area in sheet.merged_cells.ranges
            for row, column in area.cells
        }

    def of(self, finding: Finding) -> tuple[str, str] | None:
        """Where a finding belongs; None for one about the whole workbook."""
        match = _ADDRESS.fullmatch(finding.address or "")
        if not match or match[1] not in self._names:
            return None
        return match[1], self._first.get((match[1], match[2]), match[2])


def annotate(path: str, data: bytes, review: Review, lang: str = "id") -> bytes:
    """The workbook with the findings of its review; what an earlier run has left is replaced. The same bytes always.

    Raises UnreadableDecree where the workbook cannot be opened.
    """
    refuse_unsafe(path, data, "xl/workbook.xml")
    book = load(path, data, values=False)
    _clear(book)
    groups = list(in_turn(fold(review.report.findings)))
    places = Places(book)
    _remark(book, groups, places, lang)
    _list(book, groups, places, lang)
    made = io.BytesIO()
    book.save(made)
    return timeless(made.getvalue())


def _clear(book: Any) -> None:
    """Take away what `annotate` has added before: sheet, comments, colours."""
    for sheet in [sheet for sheet in book.worksheets if is_ours(sheet)]:
        del book[sheet.title]
    for sheet in book.worksheets:
        for _, cell in sorted(sheet._cells.items()):
            if cell.comment is not None and cell.comment.author == AUTHOR:
                theirs = cell.comment.text.partition(_RULE)
                cell.comment = Comment(theirs[0].rstrip(), "") if theirs[1] and theirs[0].strip() else None
            if cell.has_style and cell.fill.patternType == "solid" and cell.fill.fgColor.rgb in _COLOURS.values():
                cell.fill = PatternFill()


def _remark(book: Any, groups: Sequence[Group], places: Places, lang: str) -> None:
    """Colour every cell with a finding; the first cells of the worst groups get a comment too."""
    remarks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    coloured: set[tuple[str, str]] = set()
    for group in groups:
        for finding in group.findings:
            place = places.of(finding)
            if place and place not in coloured:
                coloured.add(place)
                cell = book[place[0]][place[1]]
                if cell.fill.patternType is None:
                    cell.fill = PatternFill("solid", fgColor=_COLOURS.get(finding.severity, _COLOURS["info"]))
        place = places.of(group.first)
        if place and (place in remarks or len(remarks) < MOST):
            remarks[place].append(_remark_of(group, lang))
    for (sheet, at), texts in remarks.items():
        more = [say("buku-lagi", lang, jumlah=number(len(texts) - MOST_IN_CELL, lang), lembar=FINDINGS[lang])]
        said = "\n\n".join(texts[:MOST_IN_CELL] + (more if len(texts) > MOST_IN_CELL else []))
        cell = book[sheet][at]
        theirs = cell.comment.text.rstrip() if cell.comment is not None else ""
        text = writable(f"{theirs}\n{_RULE}\n{said}" if theirs else said)[:LONGEST]
        lines = sum(1 + len(line) // 52 for line in text.split("\n"))
        cell.comment = Comment(text, AUTHOR, width=380, height=min(40 + 17 * lines, 420))


def _remark_of(group: Group, lang: str) -> str:
    finding = group.first
    level = say(f"tingkat-{finding.severity}", lang)
    said = f"{finding.code} ({level}): {finding.message}"
    if finding.suggestion:
        said += "\n" + say("catatan-saran", lang, saran=finding.suggestion)
    if len(group.findings) > 1:
        said += "\n" + say("buku-kali", lang, jumlah=number(len(group.findings), lang), lembar=FINDINGS[lang])
    return said


def _list(book: Any, groups: Sequence[Group], places: Places, lang: str) -> None:
    """Add the sheet of findings as the first: the worst on top, equal ones in one row, each with a link to its cell."""
    sheet = book.create_sheet(FINDINGS[lang], 0)
    put_text(sheet["A1"], FINDINGS_MARK[lang] + say("buku-judul", lang))
    sheet["A1"].font = Font(name="Arial", size=12, bold=True)
    counts = {"temuan": sum(len(group.findings) for group in groups), "baris": len(groups), "komentar": MOST}
    told = {key: number(count, lang) for key, count in counts.items()}
    put_text(sheet["A2"], say("buku-ringkasan", lang, **told) if groups else say("buku-bersih", lang))
    sheet["A2"].font = _PLAIN
    _row(
        sheet,
        4,
        ["No.", *(say(f"buku-kolom-{head}", lang) for head in _HEADS)],
        _BOLD,
        PatternFill("solid", fgColor="FFD9E2EC"),
    )
    for at, group in enumerate(groups, 1):
        _row(sheet, at + 4, _cells(at, group, lang), _PLAIN, None)
        colour = _COLOURS.get(group.first.severity, _COLOURS["info"])
        sheet.cell(at + 4, 2).fill = PatternFill("solid", fgColor=colour)
        place = places.of(group.first)
        if place:
            cell = sheet.cell(at + 4, 4)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{quote_sheetname(place[0])}!{place[1]}")
            cell.font = _LINK
    for letter, width in zip("ABCDEFGHIJ", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A5"
    sheet.auto_filter.ref = f"A4:J{len(groups) + 4}"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 14
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = 0.4
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def _cells(at: int, group: Group, lang: str) -> tuple[str, ...]:
    first = group.first
    others = list(dict.fromkeys(_short(finding) for finding in group.findings))[1:]
    also = ", ".join(others[:MOST_PLACES])
    if len(others) > MOST_PLACES:
        also = say("tempat-lain", lang, tempat=also, lain=number(len(others) - MOST_PLACES, lang))
    level = say(f"tingkat-{first.severity}", lang)
    words = (first.position or "", first.message, first.suggestion or "", first.text)
    return (str(at), level, first.code, _short(first), *words, number(len(group.findings), lang), also)


def _short(finding: Finding) -> str:
    """ "IKI D617" of "Lembar IKI, sel D617"."""
    match = _ADDRESS.fullmatch(finding.address or "")
    return f"{match[1]} {match[2]}" if match else finding.address or ""


def _row(sheet: Any, row: int, texts: Iterable[str], font: Font, fill: PatternFill | None) -> None:
    lines = 1
    for at, (text, width) in enumerate(zip(texts, _WIDTHS, strict=True), 1):
        cell = sheet.cell(row, at)
        put_text(cell, text)
        cell.font, cell.alignment, cell.border = font, _TOP, _FRAME
        if fill is not None:
            cell.fill = fill
        lines = max(lines, sum(1 + int(len(line) / (width * LETTERS)) for line in text.split("\n")))
    sheet.row_dimensions[row].height = min(lines, 12) * LINE_HEIGHT + 3
