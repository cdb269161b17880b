"""Columns in any order and by other names, and columns that the decree has no place for."""

import pytest
from word_files import p, table, tr, word

from iki_lint.decree.tree import plain
from iki_lint.readers.importing import import_file
from iki_lint.readers.titles import field_of

CELLS = {
    "No": "1.",
    "Indikator Kinerja": "Persentase dokumen",
    "Definisi Operasional": "Dokumen yang selesai",
    "Satuan": "%",
    "Target 2024": "90",
    "Cara Penghitungan": "selesai dibagi semua",
    "Sumber Data": "Register",
    "Penanggung Jawab": "Kasubbag Umum",
    "Sasaran Kinerja": "Tertibnya dokumen",
}


def indicator(order):
    body = p("Jabatan: CAMAT") + table(tr(*order), tr(*(CELLS[title] for title in order)), columns=len(order))
    found = import_file("a.docx", word(body))
    (plan,) = plain(found.root)["jabatan"][0]["rencana_kinerja"]
    return plan, [(each.kind, each.args) for each in found.repairs]


@pytest.mark.parametrize("order", [list(CELLS), list(CELLS)[::-1], sorted(CELLS)])
def test_columns_in_any_order(order):
    plan, repairs = indicator(order)
    assert plan == {
        "id": "camat.1",
        "nomor": "1",
        "uraian": "Tertibnya dokumen",
        "indikator": [
            {
                "id": "camat.1.1",
                "nama": "Persentase dokumen",
                "formulasi": "selesai dibagi semua",
                "sumber_data": "Register",
                "satuan": "%",
                "target": "90",
                "penjelasan": "Dokumen yang selesai",
            }
        ],
    }
    assert repairs == [("kolom-lain", {"kolom": "Penanggung Jawab", "isi": "Kasubbag Umum"})]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("RENCANA HASIL KERJA", "rencana"),
        ("Indikator Kinerja\nProgram", "indikator"),
        ("Metode Penghitungan", "formulasi"),
        ("Satuan Ukuran", "satuan"),
        ("Target Tahun 2025", "target"),
        ("Definisi", "penjelasan"),
        ("RENCANA HASIL KERJA PIMPINA N YANG DIINTERV ENSI", "pimpinan"),
        ("SumberData", "sumber_data"),
        ("Penanggung Jawab", None),
        ("Bukti Dukung", None),
    ],
)
def test_names_of_columns(title, field):
    assert field_of(title) == field
