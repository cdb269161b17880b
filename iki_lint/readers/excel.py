"""Excel workbooks (.xlsx), read with openpyxl: values as they are shown, formulas by their stored result."""

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import unescape

from iki_lint.decree.source import Source
from iki_lint.readers.grid import Sheet, draft_of
from iki_lint.readers.rows import Draft, Note
from iki_lint.readers.shown import shown
from iki_lint.readers.unreadable import unreadable
from iki_lint.readers.workbook import refuse_unsafe

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FINDINGS = {"id": "Temuan", "en": "Findings"}
"""The sheet that `annotate` adds; its first cell says so, and it is no part of a decree."""
FINDINGS_MARK = {"id": "iki-lint: salinan untuk pemeriksaan", "en": "iki-lint: a copy for checking"}

_BODY = re.compile(r"<xdr:txBody>.*?</xdr:txBody>", re.DOTALL)
_WORDS = re.compile(r"<a:t>([^<]*)</a:t>")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read(path: str, data: bytes) -> Draft:
    """The rows of all sheets, hidden ones too. Raises UnreadableDecree."""
    refuse_unsafe(path, data, "xl/workbook.xml")
    book = load(path, data, values=True)
    sheets = [sheet for sheet in book.worksheets if not is_ours(sheet)]
    formulas = _formulas(path, data, sheets)
    draft = draft_of(path, [_sheet(sheet, formulas.get(sheet.title, {})) for sheet in sheets])
    boxes = [Note("impor-kotak-teks", {"isi": words[:80]}, draft.rows[0].line) for words in _boxes(data) if draft.rows]
    return draft._replace(notes=(*boxes, *draft.notes))


def load(path: str, data: bytes, values: bool) -> Any:
    """The workbook, with the stored results of its formulas (`values`) or the formulas themselves; never its macros.

    Links to other files are left alone. Raises UnreadableDecree.
    """
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(
                io.BytesIO(data), data_only=values, rich_text=not values, keep_links=not values
            )
    except MemoryError:
        raise
    except Exception as error:
        # A damaged part makes the library fail in any of many ways.
        raise unreadable("IKI006", "excel-rusak", Source(path, ""), 0, 0) from error


def is_ours(sheet: "Worksheet") -> bool:
    """Whether the sheet is one that `annotate` has added."""
    first = str(sheet.cell(1, 1).value or "")
    return any(sheet.title.startswith(FINDINGS[lang]) and first.startswith(FINDINGS_MARK[lang]) for lang in FINDINGS)


def _boxes(data: bytes) -> list[str]:
    """The words of text boxes, which lie over the cells of a sheet and belong to none."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if name.startswith("xl/drawings/") and name.endswith(".xml"):
                written = package.read(name).decode(errors="replace")
                for body in _BODY.findall(written):
                    words = " ".join(" ".join(unescape(text) for text in _WORDS.findall(body)).split())
                    found += [words] if words else []
    return found


def _formulas(path: str, data: bytes, sheets: "list[Worksheet]") -> dict[str, dict[tuple[int, int], str]]:
    """The formulas of cells without a stored result, by sheet; opened again only where there may be some."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [name for name in package.namelist() if name.endswith(".xml") and "/worksheets/" in name]
        if not any(re.search(rb"<(?:\w+:)?f[\s>/]", package.read(name)) for name in parts):
            return {}
    book = load(path, data, values=False)
    found: dict[str, dict[tuple[int, int], str]] = {}
    for sheet in sheets:
        for at, cell in book[sheet.title]._cells.items():
            if cell.data_type == "f" and sheet.cell(*at).value is None:
                found.setdefault(sheet.title, {})[at] = str(getattr(cell.value, "text", cell.value))
    return found


def _sheet(sheet: "Worksheet", formulas: dict[tuple[int, int], str]) -> Sheet:
    cells = {at: _words(cell) for at, cell in sorted(sheet._cells.items()) if cell.value is not None}
    cells.update(formulas)
    merged = {(area.min_row, area.min_col): (area.max_row, area.max_col) for area in sheet.merged_cells.ranges}
    hidden = frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden)
    return Sheet(sheet.title, cells, merged, sheet.sheet_state != "visible", hidden, frozenset(formulas))


def _words(cell: Any) -> str:
    if isinstance(cell.value, str):
        return _ESCAPED.sub(_unescaped, cell.value)
    return shown(cell.value, cell.number_format)


def _unescaped(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter.isprintable() else " "
