"""Decrees to review, and what their sheets say."""

import os
from functools import cache

from iki_lint.config.asked import Config
from iki_lint.linting import review_file
from iki_lint.reports.sheet.build import sheet_of
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.record import Facts, Heading, Items, Paragraph, Section, Sheet, Table, text_of

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
MARK = "ab" * 32

SMALL = """\
versi_format: 1
keputusan: {nomor: 188/1/2026, tanggal: '2026-01-05', tentang: INDIKATOR KINERJA}
unit_kerja: {nama: KECAMATAN MAJU, kabupaten_kota: KABUPATEN CONTOH}
jabatan:
- id: sekretaris
  nama: SEKRETARIS
  tugas: membantu camat
  fungsi: penyusunan program
  rencana_kinerja:
  - id: sekretaris.1
    uraian: Meningkatnya capaian program
    indikator:
    - nama: Persentase program yang tercapai
      formulasi: Jumlah program tahun lalu
      sumber_data: Laporan kinerja triwulan Subbag Perencanaan
      target: 90
    - nama: Persentase program yang tercapai tepat waktu
      formulasi: (Jumlah program tepat waktu ÷ jumlah seluruh program) × 100 %
      sumber_data: Laporan kinerja triwulan Subbag Perencanaan
- id: kasi-a
  nama: KEPALA SEKSI PELAYANAN
  rencana_kinerja:
  - uraian: Terlayaninya warga
    indikator:
    - nama: Jumlah warga yang dilayani
      formulasi: Jumlah warga yang dilayani dalam satu tahun
      sumber_data: Jelas
- id: kasi-b
  nama: KEPALA SEKSI UMUM
  rencana_kinerja:
  - uraian: Terlayaninya warga
    indikator:
    - nama: Jumlah warga yang dilayani
      formulasi: Jumlah warga yang dilayani dalam satu tahun
      sumber_data: Jelas
"""


def matter_of(text: str, lang: str = "id", paper: bool = True, **chosen) -> Matter:
    """The matter of a decree given as text, some rules of it chosen by `select` and `ignore`."""
    return _matter("naskah/contoh.yaml", text.encode(), lang, paper, **chosen)


@cache
def example(name: str, lang: str = "id", paper: bool = True) -> Matter:
    """The matter of one of our examples."""
    path = os.path.join(ROOT, "examples", name)
    with open(path, "rb") as file:
        return _matter(path, file.read(), lang, paper)


def _matter(path, data, lang, paper, select=(), ignore=()):
    config = Config(select, ignore, lang)
    report, decree = review_file(path, config, data)
    assert decree is not None
    return Matter(report, decree, MARK, lang, paper)


@cache
def sheet(name: str, lang: str = "id", paper: bool = True) -> Sheet:
    """The sheet of one of our examples."""
    return sheet_of(example(name, lang, paper))


def section(made: Sheet, name: str) -> Section:
    """The section with this name."""
    return next(each for each in made.sections if each.name == name)


def table(part: Section, number: int = 0) -> Table:
    """One of the tables of a section."""
    return [block for block in part.blocks if isinstance(block, Table)][number]


def facts(part: Section) -> dict[str, str]:
    """All that a section names."""
    return {name: text_of(told) for block in part.blocks if isinstance(block, Facts) for name, told in block.facts}


def texts(part: Section) -> list[str]:
    """Headings, paragraphs and numbered sentences of a section."""
    found: list[str] = []
    for block in part.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Items):
            found += block.sentences
    return found


def cells(row) -> list[str]:
    """The texts of a row."""
    return [text_of(cell) for cell in row]
