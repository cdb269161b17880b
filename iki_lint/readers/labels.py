"""What a paragraph is: a label (Jabatan, Tugas, Fungsi), a list item, a title, a page number."""

import re
from typing import NamedTuple

from iki_lint.readers.rows import Cell, Row, Span, join, part, spans

_NAMES = {
    "jabatan": "jabatan",
    "nama jabatan": "jabatan",
    "tugas": "tugas",
    "tugas pokok": "tugas",
    "uraian tugas": "tugas",
    "fungsi": "fungsi",
}
_LABEL = re.compile(
    r"(?:\d{1,2}[.)]\s*|[-•]\s*)?(nama jabatan|jabatan|tugas pokok|uraian tugas|tugas|fungsi)\s*:\s*", re.IGNORECASE
)
_BARE = re.compile(r"(nama jabatan|jabatan|tugas pokok|uraian tugas|tugas|fungsi)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]")
_ITEM = re.compile(r"(?:[-•]\s*)?([a-z]|\d{1,2})[.)]\s+", re.IGNORECASE)
_BULLET = re.compile(r"[-•]\s+")
_MARKER = re.compile(r"[-•]|(?:[-•]\s*)?(?:[a-z]|\d{1,2})[.)]", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:INDIKATOR KINERJA|LAMPIRAN|KEPUTUSAN|NOMOR|TANGGAL|TENTANG|KECAMATAN|KELURAHAN|DINAS|BADAN|INSPEKTORAT"
    r"|SEKRETARIAT|KABUPATEN|KOTA|PEMERINTAH|TAHUN|SASARAN KINERJA PEGAWAI|PERIODE|PENDEKATAN HASIL KERJA)\b"
)
_PAGE = re.compile(r"(?:-\s*)?\d{1,4}(?:\s*-)?|(?:hal(?:aman)?\.?|page)\s*\d{1,4}(?:\s*(?:dari|of|/)\s*\d{1,4})?", re.I)
_KIND = re.compile(r"\s*\((struktural|jfu|pelaksana|jft|jf|fungsional)\)$", re.IGNORECASE)
_KINDS = {"struktural": "struktural", "jfu": "pelaksana", "pelaksana": "pelaksana"}


MONTHS = (
    ("januari",),
    ("februari", "pebruari"),
    ("maret",),
    ("april",),
    ("mei",),
    ("juni",),
    ("juli",),
    ("agustus",),
    ("september",),
    ("oktober",),
    ("november", "nopember"),
    ("desember",),
)
_MONTH = "|".join(name for names in MONTHS for name in names)
DATE = re.compile(rf"(?:(\d{{1,2}})\s+)?({_MONTH})\s+(\d{{4}})\b", re.IGNORECASE)
SET_AT = re.compile(r"ditetapkan\s+di\s*:?\s*(.+)", re.IGNORECASE)
SET_ON = re.compile(r"pada\s+tanggal\s*:?\s*", re.IGNORECASE)
DATED = re.compile(
    rf"([^,:;\d]{{2,40}}),\s*(?:tanggal\s+)?(?=(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+\d{{4}}\.?$)", re.IGNORECASE
)


class Label(NamedTuple):
    """A labelled field: `field` is jabatan, tugas or fungsi; `label` bounds the label in the source."""

    field: str
    value: Cell
    label: tuple[Span, ...]


class Item(NamedTuple):
    """A list item or bullet: its letter or number ("" for a bare bullet) and its words."""

    mark: str
    value: Cell
    label: tuple[Span, ...]


def label_of(row: Row) -> Label | None:
    """The label that a paragraph or a merged table row starts with, or None."""
    filled = [cell for cell in row.cells if cell.text]
    if len(filled) > 4 or not filled:
        return None
    if len(row.cells) > 1 and (found := _bare_label(filled)):
        return found
    head = filled[0]
    if len(filled) > 1 and _LIST_NUMBER.fullmatch(head.text):
        head = join(filled[:2])
        filled = [head, *filled[2:]]
    match = _LABEL.match(head.text)
    if not match or len(filled) > 2 or (len(filled) == 2 and match.end() < len(head.text)):
        return None
    value = filled[1] if len(filled) == 2 else part(head, match.end())
    if not value.text and len(row.cells) > 1 and row.cells[0].text == head.text:
        value = row.cells[1]
    return Label(_NAMES[" ".join(match[1].casefold().split())], value, spans(head, 0, match.end()))


def _bare_label(filled: list[Cell]) -> Label | None:
    """`Jabatan | : | CAMAT` and `1. | Jabatan | : CAMAT`: the colon stands elsewhere than behind the label."""
    names = filled[1:] if _LIST_NUMBER.fullmatch(filled[0].text) else filled
    if not 2 <= len(names) <= 3 or not _BARE.fullmatch(names[0].text):
        return None
    before = filled[: len(filled) - len(names) + 1]
    label = [span for cell in before for span in spans(cell, 0, len(cell.text))]
    value = names[-1]
    if len(names) == 3 and names[1].text != ":":
        return None
    if len(names) == 3:
        label.append((names[1].start, names[1].end))
    elif value.text.startswith(":"):
        label.append((value.start, value.start + 1))
        value = part(value, 1)
    return Label(_NAMES[" ".join(names[0].text.casefold().split())], value, tuple(label))


def paragraph(row: Row) -> Cell | None:
    """The words of a row that is no table row: one cell, or a list marker and the words behind it."""
    filled = [cell for cell in row.cells if cell.text]
    if len(filled) == 1 and len(row.cells) <= 2:
        return filled[0]
    if len(row.cells) == 2 and len(filled) == 2 and _MARKER.fullmatch(filled[0].text):
        return join(filled)
    return None


def item_of(cell: Cell) -> Item | None:
    """The list item that a paragraph is, or None."""
    match = _ITEM.match(cell.text) or _BULLET.match(cell.text)
    if not match:
        return None
    mark = match[1].lower() if match.re is _ITEM else ""
    return Item(mark, part(cell, match.end()), spans(cell, 0, match.end()))


def is_title(cell: Cell) -> bool:
    """Whether the paragraph is a line of a heading: capitals, beginning as headings of decrees do."""
    return cell.text == cell.text.upper() and bool(_TITLE.match(cell.text))


def is_page_number(cell: Cell) -> bool:
    """Whether the paragraph only numbers a page."""
    return bool(_PAGE.fullmatch(cell.text))


def is_signing(cell: Cell) -> bool:
    """Whether the paragraph begins the signature: "Ditetapkan di Gresik", "Malang, 5 Januari 2018"."""
    return len(cell.text) < 100 and bool(SET_AT.match(cell.text) or DATED.match(cell.text))


def name_and_kind(cell: Cell) -> tuple[Cell, Cell | None, str]:
    """A position's name, the cell of its suffix "(Struktural)" and the kind that it means ("" without one)."""
    match = _KIND.search(cell.text)
    if not match:
        return cell, None, ""
    return part(cell, 0, match.start()), part(cell, match.start()), _KINDS.get(match[1].casefold(), "fungsional")
