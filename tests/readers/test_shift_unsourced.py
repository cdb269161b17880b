"""Four-column tables whose sources are not filled in: an empty end of a row is no sign of lost cells."""

import pytest
from excel_files import book_of, saved
from word_files import p, table, tr, word

from iki_lint.decree.tree import plain
from iki_lint.readers.importing import import_file

TITLES = ("Kinerja Utama", "Indikator", "Formulasi", "Sumber Data")
FULL = ("Tertibnya surat", "Jumlah surat", "Surat dihitung", "Buku agenda")


def as_text(rows):
    lines = ["Jabatan: CAMAT", *("\t".join(row) for row in rows)]
    return "a.txt", "\n".join(lines).encode()


def as_trimmed_text(rows):
    lines = ["Jabatan: CAMAT", *("\t".join(row).rstrip("\t") for row in rows)]
    return "a.txt", "\n".join(lines).encode()


def as_word(rows):
    return "a.docx", word(p("Jabatan: CAMAT") + table(*(tr(*row) for row in rows), columns=4))


def as_excel(rows):
    return "a.xlsx", saved(book_of(("Jabatan:", "CAMAT"), *([text or None for text in row] for row in rows)))


def read(form, *rows):
    found = import_file(*form([TITLES, *rows]))
    plans = plain(found.root)["jabatan"][0]["rencana_kinerja"]
    cells = [
        (plan["uraian"], *(each[key] or "" for key in ("nama", "formulasi", "sumber_data")))
        for plan in plans
        for each in plan["indikator"]
    ]
    return cells, [repair.note for repair in found.repairs]


FORMS = pytest.mark.parametrize("form", [as_text, as_trimmed_text, as_word, as_excel])


@FORMS
def test_no_source_in_the_whole_table(form):
    rows = [(*FULL[:3], ""), ("", "Jumlah arsip", "Arsip dihitung", ""), ("Tertibnya rapat", "Notula", "Dicatat", "")]
    assert read(form, *rows) == (
        [(*FULL[:3], ""), ("Tertibnya surat", *rows[1][1:]), rows[2]],
        [],
    )


@FORMS
def test_lost_cells_in_a_table_without_sources(form):
    rows = [(*FULL[:3], ""), ("Jumlah arsip", "Arsip dihitung", "", "")]
    assert read(form, *rows) == (
        [(*FULL[:3], ""), ("Tertibnya surat", "Jumlah arsip", "Arsip dihitung", "")],
        ["impor-digeser-tanpa-sumber"],
    )


@FORMS
def test_the_first_row_of_a_post_continues_nothing(form):
    rows = [(*FULL[:3], ""), ("Tertibnya arsip", "Jumlah arsip", "Arsip dihitung", "Daftar arsip")]
    assert read(form, *rows) == (rows, [])


@FORMS
def test_a_formula_is_no_source(form):
    rows = [FULL, ("Tertibnya arsip", "Persentase arsip", "Arsip tertib dibagi seluruh arsip", "")]
    assert read(form, *rows) == (rows, [])


@pytest.mark.parametrize("form", [as_text, as_word, as_excel])
def test_lost_cells_are_still_found_beside_sources(form):
    rows = [FULL, ("Jumlah arsip", "Arsip dihitung", "Daftar arsip", "")]
    assert read(form, *rows) == (
        [FULL, ("Tertibnya surat", "Jumlah arsip", "Arsip dihitung", "Daftar arsip")],
        ["impor-digeser-ragu"],
    )


def test_each_post_has_a_table_of_its_own():
    lines = ["Jabatan: CAMAT", *map("\t".join, [TITLES, FULL]), "Jabatan: LURAH", *map("\t".join, [TITLES])]
    lines += ["R\tI\tF\t", "R2\tI2\tF2\t"]
    found = import_file("a.txt", "\n".join(lines).encode())
    assert [plan["uraian"] for plan in plain(found.root)["jabatan"][1]["rencana_kinerja"]] == ["R", "R2"]
    assert found.moved == ()
