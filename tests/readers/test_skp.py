"""The yearly work plan of an employee (SKP), in Word and in Excel."""

import pytest
from excel_files import book_of, saved
from word_files import p, table, tr, word

from iki_lint.decree.tree import plain
from iki_lint.readers.importing import import_file

TITLES = (
    "NO",
    "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI",
    "RENCANA HASIL KERJA",
    "ASPEK",
    "INDIKATOR KINERJA INDIVIDU",
    "TARGET",
)


def form(post, above, plan, section="A. UTAMA"):
    """The rows of one SKP, its two tables under each other."""
    return [
        ("SASARAN KINERJA PEGAWAI",),
        ("NO", "PEGAWAI YANG DINILAI", "", "NO", "PEJABAT PENILAI KINERJA", ""),
        ("1", "NAMA", "Nama Contoh", "1", "NAMA", "Nama Lain"),
        ("2", "NIP", "0001", "2", "NIP", "0002"),
        ("3", "PANGKAT/GOL. RUANG", "Penata / III.c", "3", "PANGKAT/GOL. RUANG", "Pembina / IV.a"),
        ("4", "JABATAN", post, "4", "JABATAN", "ATASAN"),
        ("5", "UNIT KERJA", "Kecamatan Contoh", "5", "UNIT KERJA", "Kecamatan Contoh"),
        ("HASIL KERJA",),
        TITLES,
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (section,),
        ("1", above, plan, "Kuantitas", "Jumlah surat yang terbit", "120 surat"),
        ("", "", "", "Waktu", "Persentase surat yang terbit dalam 1 hari", "90 %"),
        ("B. TAMBAHAN",),
        ("1", "", "Tersusunnya laporan panitia", "Kuantitas", "Jumlah laporan", "1 laporan"),
        ("PERILAKU KERJA",),
        ("1", "Berorientasi Pelayanan", "", "", "Ekspektasi Khusus Pimpinan:", "ramah"),
        ("Contoh, 2 Januari 2026",),
        ("Pegawai yang Dinilai", "", "", "", "Pejabat Penilai Kinerja", ""),
        ("NIP. 0001", "", "", "", "NIP. 0002", ""),
    ]


def in_word(rows):
    parts = []
    for row in rows:
        parts.append(p(row[0]) if len(row) == 1 else table(tr(*row), columns=6))
    return "skp.docx", word("".join(parts))


def in_excel(rows):
    return "skp.xlsx", saved(book_of(*rows))


BOTH = form("CAMAT", "Meningkatnya kinerja kabupaten", "Meningkatnya kualitas pelayanan") + form(
    "KEPALA SEKSI PELAYANAN", "Meningkatnya  Kualitas pelayanan.", "Terlaksananya pelayanan yang tepat waktu"
)


@pytest.mark.parametrize("made", [in_word, in_excel])
def test_posts_plans_aspects_and_whom_they_support(made):
    found = import_file(*made(BOTH))
    camat, head = plain(found.root)["jabatan"]
    assert [camat["nama"], head["nama"]] == ["CAMAT", "KEPALA SEKSI PELAYANAN"]
    assert head["rencana_kinerja"] == [
        {
            "id": "kepala-seksi-pelayanan.1",
            "nomor": "1",
            "uraian": "Terlaksananya pelayanan yang tepat waktu",
            "mendukung": ["camat.1"],
            "indikator": [
                {
                    "id": "kepala-seksi-pelayanan.1.1",
                    "nama": "Jumlah surat yang terbit",
                    "target": "120 surat",
                    "aspek": "kuantitas",
                },
                {
                    "id": "kepala-seksi-pelayanan.1.2",
                    "nama": "Persentase surat yang terbit dalam 1 hari",
                    "target": "90 %",
                    "aspek": "waktu",
                },
            ],
        },
        {
            "id": "kepala-seksi-pelayanan.2",
            "nomor": "1",
            "uraian": "Tersusunnya laporan panitia",
            "indikator": [
                {
                    "id": "kepala-seksi-pelayanan.2.1",
                    "nama": "Jumlah laporan",
                    "target": "1 laporan",
                    "aspek": "kuantitas",
                }
            ],
        },
    ]
    assert [each.args for each in found.repairs] == [{"isi": "Meningkatnya kinerja kabupaten"}]


@pytest.mark.parametrize("made", [in_word, in_excel])
def test_no_name_or_number_of_a_person_is_taken_over(made):
    said = str(plain(import_file(*made(BOTH)).root))
    assert not [each for each in ("Nama Contoh", "Nama Lain", "0001", "0002", "Penata", "ramah") if each in said]


def test_another_aspect_is_told_and_left_out():
    rows = form("CAMAT", "", "Meningkatnya kualitas pelayanan")
    rows[11] = ("1", "", "Meningkatnya kualitas pelayanan", "Perilaku", "Jumlah surat yang terbit", "120 surat")
    found = import_file(*in_excel(rows))
    assert "aspek" not in plain(found.root)["jabatan"][0]["rencana_kinerja"][0]["indikator"][0]
    assert [(each.kind, each.args) for each in found.repairs] == [("kolom-lain", {"kolom": "ASPEK", "isi": "Perilaku"})]


def test_an_aspect_without_an_indicator_of_its_own_is_told():
    rows = form("CAMAT", "", "Meningkatnya kualitas pelayanan")
    rows[12] = ("", "", "", "Waktu", "", "90 %")
    found = import_file(*in_excel(rows))
    (indicator,) = plain(found.root)["jabatan"][0]["rencana_kinerja"][0]["indikator"]
    assert (indicator["aspek"], indicator["target"]) == ("kuantitas", "120 surat 90 %")
    assert [(each.kind, each.args) for each in found.repairs] == [("kolom-lain", {"kolom": "ASPEK", "isi": "Waktu"})]


def test_a_decree_may_have_a_row_that_says_perilaku_kerja():
    titles = ("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")
    rows = [("Jabatan: CAMAT",), titles, ("1", "A", "B", "C", "D"), ("Perilaku Kerja",), ("2", "E", "F", "G", "H")]
    plans = plain(import_file(*in_excel(rows)).root)["jabatan"][0]["rencana_kinerja"]
    assert [plan["uraian"] for plan in plans] == ["A", "E"]


def test_the_form_of_leaders_has_no_aspects():
    rows = form("CAMAT", "", "Meningkatnya kualitas pelayanan")
    leader = [
        ("NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        ("A. UTAMA",),
        ("1", "Meningkatnya kualitas pelayanan", "Nilai kepuasan masyarakat", "85", "Penerima layanan"),
        ("B. TAMBAHAN",),
        ("1", "Tersusunnya laporan panitia", "Jumlah laporan", "1", "Proses bisnis"),
    ]
    found = import_file(*in_excel([*rows[:8], *leader, *rows[15:]]))
    (camat,) = plain(found.root)["jabatan"]
    assert [plan["uraian"] for plan in camat["rencana_kinerja"]] == [
        "Meningkatnya kualitas pelayanan",
        "Tersusunnya laporan panitia",
    ]
    assert [each.args for each in found.repairs] == [
        {"kolom": "PERSPEKTIF", "isi": "Penerima layanan"},
        {"kolom": "PERSPEKTIF", "isi": "Proses bisnis"},
    ]
