"""SKP, the yearly work plan of one employee: who is assessed stands beside who assesses, in one table.

Layout: PermenPANRB 6/2022 as public applications print it. Names and NIP are read by nobody: such rows have a role, and
nothing of them goes into the decree.
"""

import re

from iki_lint.readers.labels import Label
from iki_lint.readers.rows import Cell, Row, spans

_IDENTITY = frozenset(
    (
        "nama",
        "nip",
        "nip nrp",
        "pangkat",
        "golongan",
        "pangkat gol",
        "pangkat golongan",
        "pangkat gol ruang",
        "pangkat golongan ruang",
        "jabatan",
        "unit kerja",
        "instansi",
        "unit organisasi",
        "pegawai yang dinilai",
        "pejabat penilai",
        "pejabat penilai kinerja",
        "pejabat penilai pegawai",
    )
)
_FIRST = _IDENTITY | {"no"}
_SECTION = re.compile(r"(?:[a-c][.)]\s*)?(?:hasil kerja|(?:kinerja )?(?:utama|tambahan))", re.IGNORECASE)
_BEHAVIOUR = re.compile(r"(?:[a-c][.)]\s*)?perilaku kerja(?: pegawai)?", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_ASPECTS = ("kuantitas", "kualitas", "waktu", "biaya")


def identity_of(row: Row) -> bool:
    """Whether a row of a table tells of two people at once: `NAMA | … | NAMA | …`."""
    first = next((cell for cell in row.cells if _WORDS.search(cell.text)), None)
    if len(row.cells) < 3 or first is None or _name(first) not in _FIRST:
        return False
    names = [name for cell in _told(row) if (name := _name(cell)) in _IDENTITY]
    return len(names) == 2 and (names[0] == names[1] or {name.split()[0] for name in names} == {"pegawai", "pejabat"})


def post_of(row: Row) -> Label | None:
    """The post of who is assessed, from a row that `identity_of` accepts; None in the other rows of that table."""
    cells = _told(row)
    places = [place for place, cell in enumerate(cells) if _name(cell) == "jabatan"]
    if len(places) != 2 or places[1] - places[0] != 2:
        return None
    value = cells[places[0] + 1]
    other = [span for cell in row.cells if cell is not value for span in spans(cell)]
    return Label("jabatan", value, tuple(other))


def is_section(row: Row) -> bool:
    """Whether a row is a heading inside the table: HASIL KERJA, A. UTAMA, B. TAMBAHAN."""
    return bool(_SECTION.fullmatch(_alone(row)))


def is_behaviour(row: Row) -> bool:
    """Whether a row opens the part on conduct, whose rows are no indicators."""
    return bool(_BEHAVIOUR.fullmatch(_alone(row)))


def aspect_of(cell: Cell) -> str:
    """The aspect that a cell names, as a decree writes it; "" when it is none of the four."""
    name = cell.text.casefold()
    return name if name in _ASPECTS else ""


def _alone(row: Row) -> str:
    """The words of a row that says one thing only, once or in each of its merged cells."""
    texts = {cell.text for cell in row.cells if cell.text}
    return texts.pop() if len(texts) == 1 else ""


def _told(row: Row) -> list[Cell]:
    """The cells that hold more than a number or a colon."""
    return [cell for cell in row.cells if _WORDS.search(cell.text)]


def _name(cell: Cell) -> str:
    return " ".join(_WORDS.findall(cell.text.casefold())) if len(cell.text) < 40 else ""
