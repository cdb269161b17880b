"""CAS005 and DUP005 in decrees of several offices: what belongs elsewhere, and what only looks like it."""

import json

import pytest

import iki_lint

KECAMATAN = "KECAMATAN SUKAMAJU"
KELURAHAN = "KELURAHAN MAJU"
HEALTH = "DINAS KESEHATAN KABUPATEN CONTOH"


def found(office, post, row, *others):
    """The (code, words, severity) that a row of a post finds in the decree of an office."""
    plan = {"id": "x.1", "uraian": row.pop("uraian", "Terlaksananya tugas"), "indikator": [{"id": "x.1.1", **row}]}
    posts = [{"id": "x", **post, "rencana_kinerja": [plan]}, *({"rencana_kinerja": [], **each} for each in others)]
    text = json.dumps({"versi_format": 1, "unit_kerja": {"nama": office}, "jabatan": posts}, indent=1)
    (file,) = iki_lint.check(text, iki_lint.Config(select=("CAS005", "DUP005", "IKI"))).files
    return [(finding.code, finding.text, finding.severity) for finding in file.findings]


@pytest.mark.parametrize(
    ("office", "post", "row"),
    [
        # places and offices that are the object of the work
        (KECAMATAN, {"nama": "CAMAT SUKAMAJU"}, {"nama": "Nilai SKM Kelurahan Mundur"}),
        (KECAMATAN, {"nama": "KASI PEMERINTAHAN"}, {"nama": "Jumlah Desa Mekar dan Desa Jaya yang dibina"}),
        ("DINAS PEKERJAAN UMUM", {"nama": "KABID JALAN"}, {"nama": "Panjang jalan di Kecamatan Jaya Desa Mekar"}),
        ("BADAN PERENCANAAN PEMBANGUNAN DAERAH", {"nama": "PERENCANA"}, {"nama": "Jumlah Renja Dinas Pertanian"}),
        ("BADAN KEPEGAWAIAN DAERAH", {"nama": "KABID MUTASI"}, {"nama": "Jumlah pegawai Dinas Pendidikan"}),
        ("DINAS KEARSIPAN", {"nama": "ARSIPARIS"}, {"nama": "Jumlah arsip pegawai Dinas Kesehatan"}),
        ("UPTD PUSKESMAS MELATI", {"nama": "BIDAN"}, {"nama": "Jumlah ibu di Desa Mekar dan Kelurahan Maju"}),
        # other parties
        (KELURAHAN, {"nama": "KASI PEMERINTAHAN"}, {"nama": "Jumlah surat pindah ke Kelurahan Mundur"}),
        (KELURAHAN, {"nama": "KASI PEMERINTAHAN"}, {"nama": "Jumlah penduduk datang dari Kelurahan Sukatani"}),
        (KELURAHAN, {"nama": "KASI EKBANG"}, {"nama": "Jumlah usulan yang masuk Renja Dinas Pertanian"}),
        (HEALTH, {"nama": "KASI GIZI"}, {"nama": "Jumlah koordinasi program dengan Dinas Pendidikan"}),
        (HEALTH, {"nama": "KASI GIZI"}, {"nama": "Jumlah sekolah binaan Dinas Pendidikan yang melaksanakan UKS"}),
        (HEALTH, {"nama": "KASI GIZI"}, {"nama": "Jumlah balita", "sumber_data": "Data Dinas Sosial"}),
        ("UPTD PUSKESMAS MELATI", {"nama": "DOKTER"}, {"nama": "Jumlah rujukan dari Puskesmas Mawar"}),
        ("SMP NEGERI 5 CONTOH", {"nama": "GURU"}, {"nama": "Jumlah lulusan yang diterima di SMA Negeri 1 Contoh"}),
        ("DINAS LINGKUNGAN HIDUP", {"nama": "KABID TATA"}, {"nama": "Jumlah Amdal kegiatan Dinas Pekerjaan Umum"}),
        # several offices together with the own one
        (KELURAHAN, {"nama": "LURAH MAJU"}, {"nama": "Jumlah patok Kelurahan Maju, Kelurahan Mundur, Kelurahan Jaya"}),
        # the own office, however it is written
        (HEALTH, {"nama": "SEKRETARIS"}, {"nama": "Nilai SAKIP Dinas Kesehatan Kabupaten Contoh"}),
        (KECAMATAN, {"nama": "SEKRETARIS"}, {"nama": "Jumlah Renja Kecamatan Sukamju"}),
        (KECAMATAN, {"nama": "PENGELOLA PERANGKAT KECAMATAN MUDA"}, {"nama": "Jumlah Renja Kecamatan Sukamaju"}),
        ("DINAS PERINDUSTRIAN DAN PERDAGANGAN", {"nama": "SEKRETARIS"}, {"nama": "Nilai SAKIP Dinas Perdagangan"}),
        ("KELURAHAN TANJUNG MULIA", {"nama": "STAF"}, {"nama": "Jumlah RT di Kelurahan Tj. Mulia"}),
        # slogans, awards and groups
        (KELURAHAN, {"nama": "LURAH MAJU"}, {"nama": "Nilai lomba Kelurahan Berprestasi"}),
        (KELURAHAN, {"nama": "LURAH MAJU"}, {"nama": "Jumlah Kegiatan Kelurahan Tangguh Bencana Tingkat Kota"}),
        (KELURAHAN, {"nama": "LURAH MAJU"}, {"nama": "Jumlah Pembinaan PKK Kelurahan Yang Aktif"}),
        ("UPTD PUSKESMAS MELATI", {"nama": "PERAWAT"}, {"nama": "Jumlah kunjungan Puskesmas Keliling"}),
        # official work, not an office
        (KECAMATAN, {"nama": "KASUBBAG UMUM"}, {"nama": "Jumlah laporan perjalanan dinas dan kegiatan dinas"}),
        (KECAMATAN, {"nama": "KASUBBAG UMUM"}, {"nama": "Jumlah Laporan Kegiatan Dinas"}),
        (KECAMATAN, {"nama": "KASUBBAG UMUM"}, {"nama": "Jumlah kegiatan Dinas Luar"}),
        # who gives the task, who is asked for advice
        (KECAMATAN, {"nama": "KASI PEMERINTAHAN DESA DAN KELURAHAN"}, {"nama": "Jumlah konsultasi dengan camat"}),
        (KECAMATAN, {"nama": "PRAMU BAKTI"}, {"nama": "Jumlah tugas yang diberikan camat"}),
        (KELURAHAN, {"nama": "LURAH MAJU"}, {"nama": "Jumlah konsultasi dengan Camat Sukamaju"}),
        (KELURAHAN, {"nama": "SEKRETARIS"}, {"nama": "Jumlah konsultasi dengan lurah dan camat"}),
        (KELURAHAN, {"nama": "SEKRETARIS"}, {"nama": "Jumlah laporan kepada camat"}),
        ("UPTD PUSKESMAS MELATI", {"nama": "BIDAN"}, {"nama": "Jumlah tugas yang diberikan Kepala Dinas Kesehatan"}),
        (KECAMATAN, {"nama": "PENGADMINISTRASI"}, {"nama": "Jumlah tugas dinas lain yang diberikan pimpinan"}),
        # a field that the row or the duties name, or that is the object of the work
        (KECAMATAN, {"nama": "KASUBBAG PROGRAM"}, {"nama": "Jumlah usulan bidang pendidikan"}),
        (
            KECAMATAN,
            {"nama": "KASI KESRA", "tugas": "urusan kesejahteraan rakyat"},
            {"nama": "Jumlah kelompok", "formulasi": "Jumlah kelompok di bidang kepemudaan dan olahraga"},
        ),
        (
            "BADAN PERENCANAAN PEMBANGUNAN DAERAH",
            {"nama": "PERENCANA"},
            {"nama": "Jumlah dokumen", "formulasi": "Jumlah dokumen di bidang pertanian"},
        ),
    ],
)
def test_silent(office, post, row):
    assert found(office, post, dict(row)) == []


@pytest.mark.parametrize(
    ("office", "post", "row", "code", "words"),
    [
        (
            KELURAHAN,
            {"nama": "KASI EKBANG"},
            {"nama": "Jumlah program kerja Kelurahan Mundur"},
            "DUP005",
            "Kelurahan Mundur",
        ),
        (KELURAHAN, {"nama": "LURAH MAJU"}, {"nama": "Nilai SKM Kelurahan Sukatani"}, "DUP005", "Kelurahan Sukatani"),
        (KECAMATAN, {"nama": "SEKRETARIS"}, {"nama": "Jumlah RKA Kecamatan Sukatani"}, "DUP005", "Kecamatan Sukatani"),
        (HEALTH, {"nama": "SEKRETARIS"}, {"nama": "Nilai SAKIP Dinas Pendidikan"}, "DUP005", "Dinas Pendidikan"),
        (
            HEALTH,
            {"nama": "SEKRETARIS"},
            {"nama": "Jumlah layanan Dinas Pendidikan sebagai penyelenggara"},
            "DUP005",
            "Dinas Pendidikan",
        ),
        (
            "SD NEGERI 1 CONTOH",
            {"nama": "GURU KELAS"},
            {"nama": "Jumlah siswa SDN 2 Contoh yang naik kelas"},
            "DUP005",
            "SDN 2 Contoh",
        ),
        (KELURAHAN, {"nama": "SEKRETARIS"}, {"nama": "Jumlah konsultasi kepada Camat"}, "CAS005", "Camat"),
        (
            KECAMATAN,
            {"nama": "STAF"},
            {"nama": "Jumlah tugas yang diberikan instansi lainnya"},
            "CAS005",
            "instansi lainnya",
        ),
        (
            KECAMATAN,
            {"nama": "STAF"},
            {"nama": "Jumlah tugas lain yang diberikan oleh Kepala Dinas"},
            "CAS005",
            "Kepala Dinas",
        ),
        (
            HEALTH,
            {"nama": "KASI GIZI", "tugas": "memperbaiki gizi masyarakat"},
            {"nama": "Jumlah sosialisasi", "formulasi": "Jumlah sosialisasi di bidang perhubungan"},
            "CAS005",
            "bidang perhubungan",
        ),
    ],
)
def test_found(office, post, row, code, words):
    assert found(office, post, dict(row)) == [(code, words, "warning")]


def test_the_iku_of_another_office():
    goal = {
        "id": "S.1",
        "sasaran": "Meningkatnya mutu",
        "indikator": [{"id": "I.1", "nama": "Nilai SKM Kecamatan Sukatani"}],
    }
    text = json.dumps({"versi_format": 1, "unit_kerja": {"nama": KECAMATAN}, "iku": [goal], "jabatan": []}, indent=1)
    (file,) = iki_lint.check(text, iki_lint.Config(select=("DUP005",))).files
    (finding,) = file.findings
    assert (finding.pointer, finding.text, finding.position) == ("/iku/0/indikator/0/nama", "Kecamatan Sukatani", None)
    assert KECAMATAN in finding.message


def test_a_row_is_told_once_at_the_indicator():
    row = {"nama": "Jumlah konsultasi dengan camat", "formulasi": "Jumlah konsultasi dengan camat"}
    assert found(KELURAHAN, {"nama": "SEKRETARIS"}, row) == [("CAS005", "camat", "warning")]


GUARD = {"id": "g", "nama": "PETUGAS KEAMANAN", "tugas": "melaksanakan pengamanan lingkungan kantor"}
CLEANER = {"nama": "PRAMU BAKTI", "tugas": "melayani kebutuhan rumah tangga kantor dan menjaga kebersihan"}


def test_the_work_of_another_post_is_to_be_reviewed():
    row = {"uraian": "Terjaganya kebersihan", "nama": "Jumlah pengamanan acara"}
    assert found(KECAMATAN, CLEANER, row, GUARD) == [("CAS005", "pengamanan", "info")]


@pytest.mark.parametrize(
    ("post", "row"),
    [
        # the plan names it, the duties share something with it, it is any other duty, or nothing is said of the duties
        (CLEANER, {"uraian": "Terlaksananya pengamanan", "nama": "Jumlah pengamanan acara"}),
        (CLEANER, {"uraian": "Terjaganya kebersihan", "nama": "Jumlah pengamanan barang rumah tangga"}),
        (CLEANER, {"uraian": "Terlaksananya tugas lain yang diberikan pimpinan", "nama": "Jumlah pengamanan acara"}),
        ({"nama": "PRAMU BAKTI"}, {"uraian": "Terjaganya kebersihan", "nama": "Jumlah pengamanan acara"}),
        # the head of all
        ({"nama": "CAMAT", "tugas": "memimpin pemerintahan umum di wilayah"}, {"nama": "Jumlah pengamanan acara"}),
    ],
)
def test_work_that_is_one_s_own(post, row):
    assert found(KECAMATAN, post, dict(row), GUARD) == []


def test_work_of_the_post_below():
    post = {"nama": "KASUBBAG UMUM", "tugas": "mengelola surat, barang dan rumah tangga"}
    below = {**GUARD, "atasan": "x"}
    assert found(KECAMATAN, post, {"nama": "Jumlah pengamanan acara"}, below) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("kegiatan Seksi Pelayanan Umum", ["Seksi Pelayanan Umum"]),
        ("program kerja Seksi Pelayanan Umum", ["Seksi Pelayanan Umum"]),
        ("koordinasi dengan Seksi Pelayanan Umum", []),
        ("laporan dari Seksi Pelayanan Umum", []),
        ("dukungan kegiatan Seksi Pelayanan Umum", []),
        ("kegiatan Seksi Ekonomi", []),
        ("kegiatan antar Seksi", []),
        ("kegiatan Seksi yang lain", []),
    ],
)
def test_sections(said, words):
    post = {"nama": "KASI EKONOMI", "tugas": f"merencanakan {said} berdasarkan rencana kerja"}
    other = {"id": "p", "nama": "KEPALA SEKSI PELAYANAN UMUM"}
    hits = found(KECAMATAN, post, {"nama": "Jumlah UMKM"}, other)
    assert [text for _, text, _ in hits] == words
    assert found(KECAMATAN, {"nama": "KASI EKONOMI"}, {"nama": f"Jumlah {said}"}, other) == hits
