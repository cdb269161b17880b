"""What stands in single cells, rows and sheets of a workbook."""

import datetime
import io
import zipfile

import pytest
from decree_files import table_rows
from excel_files import book_of, saved, small
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from iki_lint.decree.tree import plain
from iki_lint.readers.grid import column
from iki_lint.readers.importing import import_file
from iki_lint.readers.shown import shown


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (0.85, "0%", "85%"),
        (0.8135, "0.00%", "81,35%"),
        (1000, "#,##0", "1.000"),
        (1234567.5, "#,##0.00", "1.234.567,50"),
        (1000, "General", "1000"),
        (0.5, "General", "0,5"),
        (0.1 + 0.2, "General", "0,3"),
        (81.35, "0.0#", "81,35"),
        (81.5, "0.0#", "81,5"),
        (7, "000", "007"),
        (5000, '"Rp"#,##0', "Rp5.000"),
        (12, '0 "bulan"', "12 bulan"),
        (-3, "0;(0)", "(3)"),
        (-3, "0", "-3"),
        (3, "@", "3"),
        (True, "General", "BENAR"),
        (None, "General", ""),
        ("1.000", "#,##0", "1.000"),
        (datetime.datetime(2023, 1, 27), "mm-dd-yy", "27/01/2023"),
        (datetime.datetime(2023, 1, 27), "[$-421]d mmmm yyyy", "27 Januari 2023"),
        (datetime.datetime(2023, 1, 27), "[$-409]d mmmm yyyy", "27 January 2023"),
        (datetime.datetime(2023, 1, 27), "yyyy-mm-dd", "2023-01-27"),
        (datetime.datetime(2023, 1, 27, 8, 5), "dd/mm/yyyy hh:mm", "27/01/2023 08:05"),
        (datetime.date(2023, 8, 7), "mmmm yyyy", "Agustus 2023"),
        (datetime.time(12, 30), "h:mm", "12:30"),
    ],
)
def test_values_are_written_as_they_are_shown(value, form, expected):
    assert shown(value, form) == expected


@settings(deadline=None)
@given(st.one_of(st.integers(), st.floats(), st.dates(), st.datetimes()), st.text(max_size=12))
def test_no_value_and_no_format_is_too_odd(value, form):
    assert isinstance(shown(value, form), str)


def test_columns_have_letters():
    assert [column(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def rows(book):
    return list(table_rows(plain(import_file("a.xlsx", saved(book)).root)))


def test_percentages_line_breaks_and_rich_text():
    book = small((1, "R", "Capaian\nlayanan", 0.85, "Lap_x000D_\noran"))
    book.active["D3"].number_format = "0%"
    book.active["B3"] = CellRichText("Terlaksana", TextBlock(InlineFont(b=True), "nya rapat"))
    assert rows(book) == [(1, 1, "Terlaksananya rapat", "Capaian layanan", "85%", "Lap oran")]


def test_a_formula_counts_by_its_stored_result_and_is_told_without_one():
    found = import_file("a.xlsx", saved(small((1, "R", "I", "=1+1", "S"))))
    (row,) = table_rows(plain(found.root))
    assert row == (1, 1, "R", "I", "=1+1", "S")
    assert [(p.code, p.message, p.args, p.fatal) for p in found.problems] == [
        ("IKI007", "impor-rumus-tanpa-nilai", {"sel": "Lembar IKI, sel D3"}, False)
    ]


def test_hidden_rows_and_sheets_are_read_and_told():
    book = small((1, "R", "I", "F", "S"), (2, "R2", "I2", "F2", "S2"))
    book.active.row_dimensions[4].hidden = True
    other = book.create_sheet("Arsip")
    other.append([3, "R3", "I3", "F3", "S3"])
    other.sheet_state = "hidden"
    found = import_file("a.xlsx", saved(book))
    assert [row[2] for row in table_rows(plain(found.root))] == ["R", "R2", "R3"]
    assert [(repair.note, repair.args) for repair in found.repairs] == [
        ("impor-baris-tersembunyi", {"lembar": "IKI", "baris": "4"}),
        ("impor-lembar-tersembunyi", {"lembar": "Arsip"}),
    ]


def test_a_merged_cell_is_one_cell():
    book = small((1, "R", "I", "F", "S"), (None, None, "I2", "F2", "S2"))
    book.active.merge_cells("A3:A4")
    book.active.merge_cells("B3:B4")
    assert rows(book) == [(1, 1, "R", "I", "F", "S"), (1, 1, "", "I2", "F2", "S2")]


def test_columns_that_a_title_is_merged_over_are_one_column():
    titles = ("No.", "Rencana Kinerja", None, "Indikator Kinerja", "Formulasi", "Sumber Data")
    book = book_of(("Jabatan:", "CAMAT"), titles, (1, "R", None, "I", "F", "S"))
    book.active.merge_cells("B2:C2")
    book.active.merge_cells("B3:C3")
    assert rows(book) == [(1, 1, "R", "I", "F", "S")]


def test_paragraphs_below_a_table_are_none_of_its_rows():
    book = small((1, "R", "I", "F", "S"), (), (None, None, None, "Ditetapkan di Gresik"), (None, None, None, "CAMAT,"))
    book.active.append([None, None, None, "NIP. 19700101 199001 1 001"])
    found = import_file("a.xlsx", saved(book))
    assert found.counts.rows == 1
    assert plain(found.root)["keputusan"]["tempat"] == "Gresik"


def test_a_text_box_is_told():
    out = io.BytesIO(saved(small((1, "R", "I", "F", "S"))))
    box = "<xdr:txBody><a:p><a:r><a:t>RAHASIA &amp; </a:t></a:r><a:r><a:t>penting</a:t></a:r></a:p></xdr:txBody>"
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("xl/drawings/drawing1.xml", f'<xdr:wsDr xmlns:xdr="x" xmlns:a="y">{box}</xdr:wsDr>')
    found = import_file("a.xlsx", out.getvalue())
    assert [(repair.note, repair.args) for repair in found.repairs] == [
        ("impor-kotak-teks", {"isi": "RAHASIA & penting"})
    ]


def test_an_unexplained_paragraph_is_told():
    book = small((1, "R", "I", "F", "S"), ("Catatan: belum final",), (2, "R2", "I2", "F2", "S2"))
    found = import_file("a.xlsx", saved(book))
    assert [(p.message, p.args["isi"]) for p in found.problems] == [
        ("impor-tempat-tidak-dikenali", "Catatan: belum final")
    ]
    assert found.counts.rows == 2


def test_an_empty_cell_at_the_end_stays_empty():
    assert rows(small((1, "R", "I", "F", None)))[0] == (1, 1, "R", "I", "F", "")


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], exclude_characters="<_\ufffe\uffff=#"), min_size=1
)


@settings(deadline=None)
@given(st.lists(st.tuples(words, words, words, words), min_size=1, max_size=4))
def test_every_word_comes_through(cells):
    book = small(*((str(i), f"R {p}", f"I {q}", f"F {r}", f"S {s}") for i, (p, q, r, s) in enumerate(cells, 1)))
    expected = [(1, i, f"R {p}", f"I {q}", f"F {r}", f"S {s}") for i, (p, q, r, s) in enumerate(cells, 1)]
    assert rows(book) == expected
