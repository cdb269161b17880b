"""The two decrees as workbooks: every cell as in the import of the text."""

import shutil
import subprocess

import pytest
from decree_files import NAMES, imported, table_rows, tree
from excel_files import TITLES, book_of, exported, saved
from openpyxl import Workbook

from iki_lint.decree.model import Decree
from iki_lint.decree.tree import plain
from iki_lint.export import excel, word
from iki_lint.export.rows import annex_of
from iki_lint.readers.importing import import_file

BOTH = pytest.mark.parametrize("name", NAMES)


def the_same(found, name):
    assert found.problems == ()
    root, expected = plain(found.root), tree(name)
    assert root["jabatan"] == expected["jabatan"]
    assert root.get("iku") == expected.get("iku")
    assert found.counts == imported(name).counts


@BOTH
def test_an_exported_annex_is_the_same_decree(name):
    found = import_file("a.xlsx", exported(name))
    the_same(found, name)
    assert found.repairs == ()
    root, expected = plain(found.root), tree(name)
    assert root["unit_kerja"] == expected["unit_kerja"]
    wording = ("menimbang", "mengingat", "diktum")
    assert root["keputusan"] == {key: value for key, value in expected["keputusan"].items() if key not in wording}


def test_the_address_of_every_formula_row_is_its_cell():
    found = import_file("a.xlsx", exported(NAMES[0]))
    assert found.origins["kepala-kelurahan-tunggulunan.1"].address == "Lembar IKI, sel A8"
    assert found.origins["kepala-kelurahan-tunggulunan.1.2"].address == "Lembar IKI, sel A9"
    assert found.origins["I.K.S.1.1"].address == "Lembar IKU, sel A12"


def _by_hand(name: str) -> Workbook:
    """As offices do it: a sheet for some positions, an empty column first, other columns, titles again and again."""
    order = (4, 2, 3, 1, 0)
    book = Workbook()
    book.remove(book.active)
    rows = list(table_rows(tree(name)))
    for p, position in enumerate(tree(name)["jabatan"], 1):
        if p % 20 == 1:
            sheet = book.create_sheet(f"Bagian {p // 20 + 1}")
        at = sheet.max_row + 3
        kind = {"struktural": " (Struktural)", "pelaksana": " (JFU)"}.get(position.get("jenis"), "")
        sheet.cell(at, 3, "Jabatan:")
        sheet.cell(at, 4, position["nama"] + kind)
        for key in ("tugas", "fungsi"):
            words = position.get(key, "")
            if key in position:
                at += 1
                sheet.cell(at, 3, f"{key.title()} :")
                if isinstance(words, list):
                    for i, item in enumerate(words):
                        at += 1
                        sheet.cell(at, 3, f"{chr(97 + i)}.")
                        sheet.cell(at, 4, item)
                else:
                    sheet.cell(at, 4, words)
        at += 2
        for column, field in enumerate(order, 3):
            sheet.cell(at, column, TITLES[field])
        last = 0
        for _, plan, *cells in (row for row in rows if row[0] == p):
            at += 1
            number = plan if plan != last and "nomor" in position["rencana_kinerja"][plan - 1] else None
            last = plan
            for column, field in enumerate(order, 3):
                sheet.cell(at, column, (number, *cells)[field] or None)
    return book


@BOTH
def test_other_sheets_columns_and_titles_make_no_difference(name):
    found = import_file("a.xlsx", saved(_by_hand(name)))
    assert found.problems == ()
    assert list(table_rows(plain(found.root))) == list(table_rows(tree(name)))
    for mine, theirs in zip(plain(found.root)["jabatan"], tree(name)["jabatan"], strict=True):
        assert {key: mine.get(key) for key in ("id", "nama", "jenis", "tugas", "fungsi")} == {
            key: theirs.get(key) for key in ("id", "nama", "jenis", "tugas", "fungsi")
        }


@pytest.mark.parametrize("suffix", [".xls", ".ods"])
def test_old_and_open_workbooks_made_by_libreoffice(suffix, tmp_path):
    pytest.importorskip("python_calamine", reason="python-calamine needs Python 3.11")
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "a.xlsx").write_bytes(exported(NAMES[1]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", suffix[1:], "--outdir", tmp_path, tmp_path / "a.xlsx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    if not (tmp_path / f"a{suffix}").exists():
        pytest.skip("LibreOffice has no Calc")
    the_same(import_file(f"a{suffix}", (tmp_path / f"a{suffix}").read_bytes()), NAMES[1])


def test_a_workbook_without_column_titles_is_read_in_the_usual_order():
    book = book_of(("Jabatan:", "CAMAT"), (1, "R", "I", "F", "S"), (None, None, "J", "G", "T"))
    found = import_file("a.xlsx", saved(book))
    assert list(table_rows(plain(found.root))) == [(1, 1, "R", "I", "F", "S"), (1, 1, "", "J", "G", "T")]
    assert [repair.note for repair in found.repairs] == ["impor-tanpa-judul-kolom"]


@BOTH
def test_an_annex_of_the_imported_workbook_is_the_same_file(name):
    root = import_file("a.xlsx", exported(name)).root
    assert excel.write(annex_of(Decree(root)), "f4") == exported(name)


@BOTH
def test_an_exported_word_document_is_the_same_decree(name):
    pytest.importorskip("iki_lint.readers.word", reason="no reader of Word files")
    the_same(import_file("a.docx", word.write(annex_of(Decree(imported(name).root)), "f4")), name)
