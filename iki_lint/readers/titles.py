"""Column titles: which field a column of an IKU or IKI table holds."""

import functools
import re

from iki_lint.readers.rows import Row

# Field -> its titles, in lower case, letters only; a title may carry more than one spelling of the same form.
TITLES = {
    "nomor": ("no", "nomor", "no urut", "nomor urut"),
    "kode": ("kode", "kode indikator"),
    "rencana": (
        "rencana kinerja",
        "rencana hasil kerja",
        "rencana kinerja individu",
        "kinerja utama",
        "kinerja",
        "sasaran",
        "sasaran kinerja",
        "sasaran strategis",
        "sasaran program",
        "sasaran kegiatan",
        "tujuan sasaran",
        "uraian kinerja",
        "kinerja individu",
        "hasil kerja",
        "rhk",
    ),
    "pimpinan": (
        "rencana hasil kerja pimpinan yang diintervensi",
        "rencana hasil kerja pimpinan",
        "rencana hasil kerja atasan yang diintervensi",
        "rencana hasil kerja atasan",
        "rencana kinerja pimpinan yang diintervensi",
        "rencana kinerja atasan yang diintervensi",
        "rencana kinerja pimpinan",
        "rencana kinerja atasan langsung yang diintervensi",
        "rencana kinerja atasan",
        "rhk pimpinan yang diintervensi",
        "rhk atasan yang diintervensi",
        "rhk pimpinan",
        "rhk atasan",
    ),
    "indikator": (
        "indikator",
        "indikator kinerja",
        "indikator kinerja individu",
        "indikator kinerja utama",
        "indikator kinerja individu iki",
        "indikator kinerja utama iku",
        "indikator kinerja program",
        "indikator kinerja kegiatan",
        "indikator kinerja sasaran",
        "indikator program",
        "indikator kegiatan",
        "indikator sasaran",
        "indikator keberhasilan",
        "ukuran kinerja",
        "iki",
        "iku",
    ),
    "formulasi": (
        "formulasi",
        "formula",
        "rumus",
        "formulasi perhitungan",
        "formulasi penghitungan",
        "formulasi pengukuran",
        "formulasi perhitungan penjelasan",
        "formulasi penghitungan penjelasan",
        "penjelasan formulasi perhitungan",
        "penjelasan formulasi penghitungan",
        "formula perhitungan",
        "formula penghitungan",
        "rumus perhitungan",
        "rumus penghitungan",
        "cara perhitungan",
        "cara penghitungan",
        "cara pengukuran",
        "cara menghitung",
        "metode perhitungan",
        "metode penghitungan",
        "metode pengukuran",
        "formulasi rumus",
        "formulasi indikator",
    ),
    "sumber_data": ("sumber data", "sumber", "sumber data kinerja", "data sumber", "sumber data dukung"),
    "aspek": ("aspek", "aspek kinerja"),
    "satuan": ("satuan", "satuan ukuran", "satuan pengukuran", "satuan target"),
    "target": ("target", "target kinerja", "target capaian", "target tahun", "target tahunan"),
    "penjelasan": (
        "penjelasan",
        "keterangan",
        "alasan",
        "definisi",
        "definisi operasional",
        "definisi indikator",
        "deskripsi",
        "deskripsi indikator",
        "penjelasan indikator",
    ),
}
_FIELD = {title.replace(" ", ""): field for field, titles in TITLES.items() for title in titles}
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\(?(\d{1,2})\)?\.?")
_DRAWN = frozenset("-=_*–—:|+ ")

# A column that no title explains; its words are kept beside the decree.
OTHER = "lain"


@functools.lru_cache(maxsize=4096)
def field_of(title: str) -> str | None:
    """The field that a column title names.

    A page number glued to it ("99KINERJA UTAMA") and blanks do not matter: narrow columns cut words ("PIMPINA N").
    """
    if len(title) > 100:
        return None
    return _FIELD.get("".join(_WORDS.findall(title.casefold())))


def is_number_row(row: Row) -> bool:
    """Whether the row counts the columns, merged ones once: 1 2 3 4."""
    found = [_NUMBER.fullmatch(cell.text) for cell in row.cells if cell.text]
    return len(found) >= 3 and all(match and int(match[1]) == i for i, match in enumerate(found, 1))


def is_separator(row: Row) -> bool:
    """Whether the row is only a drawn line, as below a Markdown header."""
    filled = [cell.text for cell in row.cells if cell.text]
    return bool(filled) and all(len(text) >= 2 and _DRAWN.issuperset(text) for text in filled)
