"""The levels of performance: what an indicator is about decides before how it is counted."""

import pytest

from iki_lint.facts.cell import CellFacts
from iki_lint.facts.indicator import IndicatorFacts

LEVELS = {
    "hasil": [
        "Nilai Survei Kepuasan Masyarakat Kecamatan",
        "Angka Kematian Ibu per 100.000 kelahiran hidup",
        "Persentase jalan kabupaten dalam kondisi mantap",
        "Persentase rekomendasi yang ditindaklanjuti",
        "Persentase laporan gangguan yang ditindaklanjuti",
        "Persentase usulan musrenbang yang menjadi prioritas",
        "Cakupan imunisasi dasar lengkap pada bayi",
        "Laju pertumbuhan ekonomi",
        "Predikat SAKIP",
        "Rata-rata Lama Sekolah",
        "Nilai investasi",
        "Persentase penduduk miskin",
        "Persentase desa yang menyampaikan LPJ tepat waktu",
        "Tingkat inflasi",
    ],
    "keluaran-bermutu": [
        "Persentase kelengkapan dokumen zona integritas",
        "Persentase SPJ yang disampaikan tepat waktu",
        "Persentase penyusunan laporan yang selesai tepat waktu",
        "Waktu tanggap penanganan kebakaran",
        "Nilai laporan kinerja",
        "Persentase hasil uji yang diterbitkan tepat waktu",
    ],
    "keluaran": [
        "Jumlah dokumen perencanaan",
        "Jumlah laporan SKM",
        "Jumlah desa yang dibina",
        "Dokumen SKM tersusun",
        "Tersedianya alat tulis kantor",
        "Persentase desa yang dibina",
        "Jumlah bahan-bahan rapat",
    ],
    "proses": [
        "Jumlah rapat koordinasi",
        "Persentase kehadiran peserta musrenbang",
        "Terlaksananya survei kepuasan masyarakat",
        "Menyusun Laporan Akuntabilitas Kinerja",
        "Persentase pelaksanaan kegiatan",
    ],
    "masukan": ["Persentase penyerapan anggaran", "Jumlah kendaraan dinas", "Realisasi belanja"],
    "ragu": [
        "Jumlah wisatawan mancanegara",
        "Jumlah kematian ibu",
        "Persentase kehadiran pegawai",
        "Persentase orsosmas yang mendapat fasilitasi",
        "Rata-rata lama tinggal wisatawan",
        "Jumlah kendaraan yang lulus uji berkala",
        "Terwujudnya pelayanan",
        "",
    ],
}


@pytest.mark.parametrize(("level", "text"), [(level, text) for level, texts in LEVELS.items() for text in texts])
def test_level(level, text):
    assert IndicatorFacts(text).tataran == level


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Meningkatnya kualitas pelayanan publik", True),
        ("Terpeliharanya ketenteraman wilayah", True),
        ("Terpeliharanya gedung kantor", False),
        ("Tersusunnya dokumen kinerja", False),
        ("Terwujudnya laporan kinerja", False),
        ("Kualitas pelayanan", False),
        ("", False),
    ],
)
def test_a_plan_that_promises_a_state(text, promised):
    assert CellFacts(text).menyatakan_hasil is promised
