"""The annex of a decree as Excel and Word."""

import io
import os

import pytest
from docx import Document
from openpyxl import load_workbook

from iki_lint.decree.model import Decree
from iki_lint.decree.tree import plain
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.export import excel, word
from iki_lint.export.rows import annex_of
from iki_lint.readers.importing import import_file

EXAMPLE = os.path.join(os.path.dirname(__file__), "..", "..", "examples", "contoh-baik.yaml")
DECREE = """\
versi_format: 1
keputusan:
  nomor: "1/2026"
  tentang: INDIKATOR KINERJA UTAMA
  periode: {dari: 2026, sampai: 2029}
  tempat: Gresik
  tanggal: 2026-01-05
  penandatangan: {jabatan: "CAMAT,", nama: FULAN, nip: "123"}
unit_kerja: {nama: KECAMATAN A, kabupaten_kota: KABUPATEN B}
iku:
- id: S.1
  sasaran: Sasaran
  indikator:
  - {id: I.1, nama: Nilai, formulasi: null, sumber_data: Laporan}
jabatan:
- id: camat
  nama: CAMAT
  jenis: struktural
  tugas: Memimpin
  fungsi: [satu, dua]
  rencana_kinerja:
  - id: camat.1
    nomor: 1
    uraian: Rencana
    indikator:
    - id: camat.1.1
      nama: Indikator
      formulasi:
      - {uraian: =1+1, sumber_data: -2}
      - {uraian: G, sumber_data: T}
    - id: camat.1.2
      nama: Lain
      formulasi: {pembilang: a, penyebut: b, pengali: 100%}
      sumber_data: null
      target: {2026: 80, 2027: 81}
- id: staf
  nama: STAF
  fungsi: null
  rencana_kinerja: []
"""


def annex(text=DECREE):
    return annex_of(Decree(read_yaml("a.yaml", text.encode()).root))


def test_what_an_annex_holds():
    found = annex()
    assert found.heading == (
        "NOMOR : 1/2026", "TENTANG", "INDIKATOR KINERJA UTAMA", "TAHUN 2026-2029", "KECAMATAN A KABUPATEN B"
    )  # fmt: skip
    assert found.goal_columns == ("kode", "nama", "formulasi", "sumber_data")
    assert [line.cells for line in found.goals] == [("S.1", "Sasaran", "", ""), ("I.1", "Nilai", "", "Laporan")]
    assert found.columns == ("nomor", "uraian", "nama", "formulasi", "sumber_data", "target")
    camat, staf = found.blocks
    assert camat.labels == (
        ("Jabatan", "CAMAT (Struktural)"), ("Tugas", "Memimpin"), ("Fungsi", ""), ("", "a. satu"), ("", "b. dua")
    )  # fmt: skip
    assert [line.cells for line in camat.lines] == [
        ("1", "Rencana", "Indikator", "=1+1", "-2", ""),
        (None, None, None, "G", "T", None),
        (None, None, "Lain", "(a) / (b) x 100%", "", "2026: 80; 2027: 81"),
    ]
    assert staf == ((("Jabatan", "STAF"), ("Fungsi", "")), ())
    assert found.closing == ("Ditetapkan di Gresik", "pada tanggal 5 Januari 2026", "CAMAT,", "FULAN", "NIP. 123")


def test_goals_without_codes_stand_side_by_side():
    found = annex(DECREE.replace("id: I.1", "id: x"))
    assert found.goal_columns == ("uraian", "nama", "formulasi", "sumber_data")
    assert [line.cells for line in found.goals] == [("Sasaran", "Nilai", "", "Laporan")]


def test_cells_of_the_workbook_are_texts_and_merged():
    data = excel.write(annex(), "f4")
    assert data == excel.write(annex(), "f4")
    sheet = load_workbook(io.BytesIO(data))["IKI"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    formula = next(cell for cell in cells if cell.value == "=1+1")
    assert formula.quotePrefix
    row = formula.row
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"A{row}:A{row + 2}", f"B{row}:B{row + 2}", f"C{row}:C{row + 1}"} <= merged
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$4:$4", "A5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 14)


def test_a_workbook_reads_back_as_the_decree():
    found = import_file("a.xlsx", excel.write(annex(), "a4"))
    root = plain(found.root)
    assert found.problems == ()
    indicator = {"id": "I.1", "nama": "Nilai", "formulasi": None, "sumber_data": "Laporan"}
    assert root["iku"] == [{"id": "S.1", "sasaran": "Sasaran", "indikator": [indicator]}]
    camat, staf = root["jabatan"]
    assert (camat["nama"], camat["jenis"], camat["fungsi"]) == ("CAMAT", "struktural", ["satu", "dua"])
    first, second = camat["rencana_kinerja"][0]["indikator"]
    assert first["formulasi"] == [{"uraian": "=1+1", "sumber_data": "-2"}, {"uraian": "G", "sumber_data": "T"}]
    assert (second["nama"], second["target"]) == ("Lain", "2026: 80; 2027: 81")
    assert (staf["nama"], staf["rencana_kinerja"]) == ("STAF", [])
    assert root["unit_kerja"] == {"nama": "KECAMATAN A", "kabupaten_kota": "KABUPATEN B"}
    assert root["keputusan"]["tentang"] == "INDIKATOR KINERJA UTAMA"
    assert root["keputusan"]["penandatangan"] == {"jabatan": "CAMAT", "nama": "FULAN", "nip": "123"}


def test_the_word_document_has_a_table_for_each_position():
    data = word.write(annex(), "f4")
    assert data == word.write(annex(), "f4")
    document = Document(io.BytesIO(data))
    goals, camat, staf = document.tables
    assert [cell.text for cell in goals.rows[1].cells] == ["S.1", "Sasaran", "", ""]
    assert [cell.text for cell in camat.rows[3].cells] == [
        "1",
        "Rencana",
        "Lain",
        "(a) / (b) x 100%",
        "",
        "2026: 80; 2027: 81",
    ]
    assert len(staf.rows) == 1
    assert "w:tblHeader" in camat.rows[0]._tr.xml
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Jabatan : CAMAT (Struktural)" in texts
    assert texts[-1] == "NIP. 123"
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (330, 215)


@pytest.mark.parametrize("write", [excel.write, word.write])
def test_hostile_names_are_written_as_text(write):
    hostile = DECREE.replace("nama: STAF", 'nama: "<b>&\\x07 =x"')
    assert write(annex(hostile), "f4")[:2] == b"PK"


def test_a_decree_with_nothing_in_it():
    empty = annex("versi_format: 1\njabatan: []\n")
    assert load_workbook(io.BytesIO(excel.write(empty, "f4"))).sheetnames == ["IKI"]
    assert Document(io.BytesIO(word.write(empty, "f4"))).tables == []


def test_a_text_that_is_too_long_for_a_cell_says_so():
    sheet = load_workbook(io.BytesIO(excel.write(annex(DECREE.replace("Memimpin", "x" * 40_000)), "f4")))["IKI"]
    assert max((str(cell.value) for row in sheet.iter_rows() for cell in row), key=len)[-2:] == "x…"


def test_the_example_goes_through_both():
    with open(EXAMPLE, "rb") as file:
        decree = Decree(read_yaml("a.yaml", file.read()).root)
    found = import_file("a.xlsx", excel.write(annex_of(decree), "f4"))
    assert found.problems == ()
    assert found.counts.indicators == sum(1 for position in decree.positions for _ in position.indicators())
