"""Older and open workbooks (.xls, .ods), read with python-calamine: values without the way they are shown."""

import io
import zipfile
from collections.abc import Sequence
from xml.etree.ElementTree import ParseError

from iki_lint.decree.decoding import MAX_BYTES
from iki_lint.decree.source import Source
from iki_lint.readers import suffix_of
from iki_lint.readers.grid import Sheet, draft_of
from iki_lint.readers.ods_extent import MAX_GRID, extents
from iki_lint.readers.rows import Draft
from iki_lint.readers.shown import shown
from iki_lint.readers.unreadable import unreadable
from iki_lint.readers.workbook import refuse_unsafe

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: str, data: bytes) -> Draft:
    """The rows of all sheets, hidden ones too. Raises UnreadableDecree."""
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    source = Source(path, "")
    if suffix_of(path) == ".ods":
        refuse_unsafe(path, data, "content.xml")
        _refuse_wide(source, data)
    elif not data.startswith(_OLE):
        raise unreadable("IKI006", "excel-rusak", source, 0, 0)
    elif len(data) > MAX_BYTES:
        raise unreadable("IKI004", "berkas-terlalu-besar", source, 0, 0, batas=str(MAX_BYTES // (1024 * 1024)))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = []
        for about in book.sheets_metadata:
            if about.typ == SheetTypeEnum.WorkSheet:
                found = book.get_sheet_by_name(about.name)
                values = found.to_python(skip_empty_area=False)
                merged = found.merged_cell_ranges or []
                sheets.append(_sheet(about.name, values, merged, about.visible != SheetVisibleEnum.Visible))
    except MemoryError:
        raise
    except PasswordError as error:
        raise unreadable("IKI006", "excel-bersandi", source, 0, 0) from error
    except Exception as error:
        raise unreadable("IKI006", "excel-rusak", source, 0, 0) from error
    return draft_of(path, sheets)


def _refuse_wide(source: Source, data: bytes) -> None:
    """Raise UnreadableDecree for sheets whose cells, with the empty ones between them, would fill the memory."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read("content.xml")
    try:
        found = [extent for extent in extents(content) if extent.rows * extent.columns > MAX_GRID]
    except (ParseError, ValueError) as error:
        raise unreadable("IKI006", "excel-rusak", source, 0, 0) from error
    if found:
        args = {"baris": str(found[0].rows), "kolom": str(found[0].columns)}
        raise unreadable("IKI004", "excel-terlalu-luas", source, 0, 0, **args)


def _sheet(
    name: str, values: Sequence[Sequence[object]], merged: list[tuple[tuple[int, int], tuple[int, int]]], hidden: bool
) -> Sheet:
    filled = {
        (r, c): value for r, row in enumerate(values, 1) for c, value in enumerate(row, 1) if value not in ("", None)
    }
    words = {at: shown(_whole(value)) for at, value in filled.items()}
    ranges = {(top + 1, left + 1): (bottom + 1, right + 1) for (top, left), (bottom, right) in merged}
    decimals = frozenset(at for at, value in filled.items() if isinstance(_whole(value), float))
    return Sheet(name, words, ranges, hidden, decimals=decimals)


def _whole(value: object) -> object:
    """A whole number without its ".0": these files know no other kind of number."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
