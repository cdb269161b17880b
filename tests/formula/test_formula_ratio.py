"""Ratios: what divides, what does not, and what is refused."""

import pytest
from formula_samples import reading

from iki_lint.formula.ast import Difference, Phrase, Product, Quantity, Ratio, Sum, Unreadable

RATIOS = [
    ("Jumlah A dibagi jumlah B x 100 %", "Jumlah A", "dibagi", "jumlah B", "100 %"),
    ("Jumlah A dibagi dengan jumlah B X 100%", "Jumlah A", "dibagi dengan", "jumlah B", "100%"),
    ("Jumlah A dibagi jumlah B", "Jumlah A", "dibagi", "jumlah B", None),
    ("Jumlah A, berbanding jumlah B X 100%", "Jumlah A", "berbanding", "jumlah B", "100%"),
    ("Jumlah A berbanding dengan jumlah B X 100%", "Jumlah A", "berbanding dengan", "jumlah B", "100%"),
    ("Jumlah hadir dibandingkan jumlah undangan", "Jumlah hadir", "dibandingkan", "jumlah undangan", None),
    ("Jumlah A dibandingkan dengan jumlah B x 100", "Jumlah A", "dibandingkan dengan", "jumlah B", "100"),
    ("Jumlah A dibanding jumlah B kali 100%", "Jumlah A", "dibanding", "jumlah B", "100%"),
    ("Kunjungan tahun ini dibandingkan tahun lalu x 100%", "Kunjungan tahun ini", "dibandingkan", "tahun lalu", "100%"),
    ("Aduan selesai terhadap aduan masuk x 100%", "Aduan selesai", "terhadap", "aduan masuk", "100%"),
    ("Jumlah aduan terhadap jumlah pelanggan", "Jumlah aduan", "terhadap", "jumlah pelanggan", None),
    ("Realisasi / Target X 100%", "Realisasi", "/", "Target", "100%"),
    ("Realisasi/Target x 100%", "Realisasi", "/", "Target", "100%"),
    ("Jumlah hadir/ jumlah undangan", "Jumlah hadir", "/", "jumlah undangan", None),
    ("Jumlah hadir/jumlah undangan x 100%", "Jumlah hadir", "/", "jumlah undangan", "100%"),
    ("(Jumlah hadir)/(undangan)", "Jumlah hadir", "/", "undangan", None),
    ("∑ surat selesai / ∑ surat masuk × 100%", "∑ surat selesai", "/", "∑ surat masuk", "100%"),
    ("A : B x 100%", "A", ":", "B", "100%"),
    ("Jumlah A : Jumlah B", "Jumlah A", ":", "Jumlah B", None),
    ("(surat selesai) : (surat masuk)", "surat selesai", ":", "surat masuk", None),
    ("(A ÷ B) × 100 %", "A", "÷", "B", "100 %"),
    ("(A/B) x 100", "A", "/", "B", "100"),
    ("(Jumlah A / Jumlah B) * 100 %", "Jumlah A", "/", "Jumlah B", "100 %"),
    ("(A/B) · 100%", "A", "/", "B", "100%"),
    ("100% x A/B", "A", "/", "B", "100%"),
    ("100 x (A / B)", "A", "/", "B", "100"),
    ("Jumlah A dikalikan 100 dibagi jumlah B", "Jumlah A", "dibagi", "jumlah B", "100"),
    ("Jumlah A dibagi jumlah B x 100 persen", "Jumlah A", "dibagi", "jumlah B", "100 persen"),
    ("Jumlah A dibagi jumlah B x 100%.", "Jumlah A", "dibagi", "jumlah B", "100%"),
    ("Jumlah A dibagi jumlah B x 100% dalam 1 tahun", "Jumlah A", "dibagi", "jumlah B", "100% dalam 1 tahun"),
    ("Jumlah nilai / 12", "Jumlah nilai", "/", "12", None),
    ("Jumlah surat dibagi 12 bulan", "Jumlah surat", "dibagi", "12 bulan", None),
    ("((A - B) / B) x 100%", "A - B", "/", "B", "100%"),
    ("(A + B) / 2", "A + B", "/", "2", None),
    ("Jumlah A dibagi (jumlah B + C) x 100%", "Jumlah A", "dibagi", "jumlah B + C", "100%"),
    ("((A/B) + (C/D)) / 2 x 100%", "(A/B) + (C/D)", "/", "2", "100%"),
    ("Jumlah A / jumlah B x jumlah C", "Jumlah A", "/", "jumlah B", "jumlah C"),
    ("Jumlah hadir\n----------\nJumlah undangan x 100%", "Jumlah hadir", "----------", "Jumlah undangan", "100%"),
    ("Jumlah hadir ______ x 100% Jumlah undangan", "Jumlah hadir", "______", "Jumlah undangan", "100%"),
    # Layout: tabs, line breaks and fixed spaces must not shift anything.
    ("\tJumlah A\t/\tjumlah B\n x\u00a0100\u00a0%\n", "Jumlah A", "/", "jumlah B", "100\u00a0%"),
    ("– Jumlah A  dibagi\r\njumlah B x 100%", "Jumlah A", "dibagi", "jumlah B", "100%"),
    # Signs that divide nothing stand inside the operands.
    ("Jumlah RT/RW aktif berbanding jumlah RT/RW x 100%", "Jumlah RT/RW aktif", "berbanding", "jumlah RT/RW", "100%"),
    ("Jumlah surat (L/P) dibagi jumlah surat (semua)", "Jumlah surat (L/P)", "dibagi", "jumlah surat (semua)", None),
    ("Jumlah SKM >= 75 / jumlah kelurahan x 100%", "Jumlah SKM >= 75", "/", "jumlah kelurahan", "100%"),
    ("Aduan selesai 1 x 24 jam dibagi aduan x 100%", "Aduan selesai 1 x 24 jam", "dibagi", "aduan", "100%"),
    ("Siswa kelas X (sepuluh) dibagi siswa x 100%", "Siswa kelas X (sepuluh)", "dibagi", "siswa", "100%"),
    ("Jumlah kegiatan - kegiatan dibagi 2", "Jumlah kegiatan - kegiatan", "dibagi", "2", None),
    ("(Jumlah kegiatan - kegiatan) dibagi 2", "Jumlah kegiatan - kegiatan", "dibagi", "2", None),
    ("Jumlah tugas yang dibagi dibagi jumlah tugas", "Jumlah tugas yang dibagi", "dibagi", "jumlah tugas", None),
]


@pytest.mark.parametrize(("text", "numerator", "marker", "denominator", "multiplier"), RATIOS)
def test_ratio(text: str, numerator: str, marker: str, denominator: str, multiplier: str | None) -> None:
    found = reading(text)
    assert found.kind == "rasio"
    assert isinstance(found.tree, Ratio)
    parts = (found.tree.numerator, found.tree.marker, found.tree.denominator)
    assert [part.text for part in parts] == [numerator, marker, denominator]
    assert (found.multiplier.text if found.multiplier else None) == multiplier
    starts = [part.start for part in parts]
    assert starts == sorted(starts)
    assert (found.numerator, found.denominator, found.is_ratio) == (parts[0], parts[2], True)


def test_spans_of_a_ratio() -> None:
    found = reading("Jumlah hadir berbanding Jumlah undangan X 100%")
    assert isinstance(found.tree, Ratio)
    assert found.tree[:2] == (0, 46)
    assert found.tree.numerator[:2] == (0, 12)
    assert found.tree.marker[:2] == (13, 23)
    assert found.tree.denominator[:2] == (24, 39)
    assert found.tree.multiplier is not None
    assert found.tree.multiplier[:2] == (42, 46)


def test_operands_know_their_heads() -> None:
    found = reading("Nilai total SKM dibagi Jumlah kelurahan")
    assert isinstance(found.numerator, Phrase)
    assert isinstance(found.denominator, Phrase)
    assert (found.numerator.kind, found.denominator.kind) == ("nilai", "jumlah")
    assert found.denominator.head is not None
    assert found.denominator.head.text == "Jumlah"


@pytest.mark.parametrize(
    ("text", "label", "name", "note"),
    [
        ("Rumus : Jumlah A dibagi jumlah B", "Rumus", None, None),
        ("Formulasi = A / B x 100%", "Formulasi", None, None),
        ("= A / B x 100%", None, None, None),
        ("Persentase hadir = A / B x 100%", None, "Persentase hadir", None),
        ("Persentase hadir : jumlah A dibagi jumlah B", None, "Persentase hadir", None),
        ("Persentase hadir (jumlah A dibagi jumlah B)", None, "Persentase hadir", None),
        ("A / B x 100%. Keterangan: A = surat", None, None, "Keterangan: A = surat"),
        ("A / B x 100%, dimana A adalah surat", None, None, "dimana A adalah surat"),
        ("Rumus: P = A / B x 100\nKeterangan: A = x/y", "Rumus", "P", "Keterangan: A = x/y"),
    ],
)
def test_what_stands_around(text: str, label: str | None, name: str | None, note: str | None) -> None:
    found = reading(text)
    assert found.kind == "rasio"
    assert [part and part.text for part in (found.label, found.name, found.note)] == [label, name, note]
    assert found.numerator is not None
    assert found.numerator.text in ("A", "Jumlah A", "jumlah A")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jumlah laporan per triwulan", "jumlah"),
        ("Laporan realisasi per tribulan", "kalimat"),
        ("Jumlah ORSOSMAS yang mendapat fasilitasi/ pembinaan", "jumlah"),
        ("Jumlah gedung/ kantor", "jumlah"),
        ("Jumlah pembayaran telepon/ internet, air dan listrik", "jumlah"),
        ("Jumlah RT/RW dan/atau desa/kelurahan", "jumlah"),
        ("Jumlah konsep /hasil kerja", "jumlah"),
        ("Jumlah surat / naskah dinas", "jumlah"),
        ("Jumlah/total surat", "jumlah"),
        ("Jumlah / banyaknya surat", "jumlah"),
        ("Jumlah korban berbanding terbalik dengan jumlah bantuan", "jumlah"),
        ("Jumlah rekomendasi terhadap usaha-usaha kesejahteraan", "jumlah"),
        ("Jumlah tugas yang dibagi kepada bawahan", "jumlah"),
        ("Jumlah tugas dibagi kepada bawahan", "jumlah"),
        ("Jumlah sembako yang dibagikan kepada warga", "jumlah"),
        ("Jumlah kunjungan dibandingkan tahun lalu", "jumlah"),
        ("Jumlah kunjungan yang dibandingkan", "jumlah"),
        ("Jumlah dokumen tersusun : laporan", "jumlah"),
        ("Jumlah surat: masuk dan keluar", "jumlah"),
        ("Jumlah siswa tahun ajaran 2021/2022", "jumlah"),
        ("Nilai menurut PermenPANRB 14/2017", "nilai"),
        ("Nilai AKIP (A/BB)", "nilai"),
        ("Jumlah langkah – langkah perbaikan", "jumlah"),
        ("Jumlah kegiatan - kegiatan organisasi", "jumlah"),
        ("Jumlah warga kelas X (sepuluh)", "jumlah"),
        ("Jumlah patroli 3 x sehari", "jumlah"),
        ("Jumlah patroli 2x seminggu", "jumlah"),
        ("Jumlah aduan selesai dalam 1 x 24 jam", "jumlah"),
        ("Jumlah papan 3 x 4 meter", "jumlah"),
        ("Jumlah surat ()", "jumlah"),
        ("=SUM(A1:A3)", "kalimat"),
    ],
)
def test_not_a_division(text: str, kind: str) -> None:
    found = reading(text)
    assert (found.kind, found.is_ratio, found.multiplier) == (kind, False, None)


@pytest.mark.parametrize(
    ("text", "record", "parts"),
    [
        ("Jumlah RT/RW x 100%", Product, ["Jumlah RT/RW", "100%"]),
        ("Jumlah desa/kelurahan x 100%", Product, ["Jumlah desa/kelurahan", "100%"]),
        ("Jumlah RKA/DPA x 100%", Product, ["Jumlah RKA/DPA", "100%"]),
        ("Jumlah siswa 2021/2022 x 100%", Product, ["Jumlah siswa 2021/2022", "100%"]),
        ("Σ nilai dikali 100", Product, ["Σ nilai", "100"]),
        ("Jumlah jam kerja x 12 bulan", Product, ["Jumlah jam kerja", "12 bulan"]),
        ("N = A x B", Product, ["A", "B"]),
        ("Jumlah A x jumlah B", Product, ["Jumlah A", "jumlah B"]),
        ("(A/B) x (C/D) x 100%", Product, ["A/B", "C/D", "100%"]),
        ("Jumlah surat masuk + surat keluar", Sum, ["Jumlah surat masuk", "surat keluar"]),
        ("Jumlah A ditambah jumlah B dikurangi C", Sum, ["Jumlah A", "jumlah B", "C"]),
        ("40% x A + 60% x B", Sum, ["40% x A", "60% x B"]),
        ("(40% x A) + (60% x B)", Sum, ["40% x A", "60% x B"]),
        ("Jumlah masuk - jumlah keluar", Difference, ["Jumlah masuk", "jumlah keluar"]),
        ("(A - B)", Difference, ["A", "B"]),
        ("(A) - B", Difference, ["A", "B"]),
        ("(A)- B", Difference, ["A", "B"]),
        ("A − B", Difference, ["A", "B"]),
    ],
)
def test_other_arithmetic(text: str, record: type, parts: list[str]) -> None:
    found = reading(text)
    assert found.kind == "hitungan"
    assert type(found.tree) is record
    children = getattr(found.tree, "factors", None) or getattr(found.tree, "terms", None)
    assert children is not None
    assert [child.text for child in children] == parts


def test_a_doubled_word_in_parentheses_is_no_difference() -> None:
    assert type(reading("(Jumlah kegiatan - kegiatan) dibagi 2").numerator) is Phrase
    assert type(reading("(Jumlah kegiatan - rapat) dibagi 2").numerator) is Difference


def test_signs_of_a_sum() -> None:
    tree = reading("Jumlah A ditambah jumlah B dikurangi C").tree
    assert isinstance(tree, Sum)
    assert tree.signs == "+-"


def test_multiplier_of_a_product() -> None:
    found = reading("Jumlah hadir x 100%")
    assert not found.is_ratio
    assert isinstance(found.multiplier, Quantity)
    assert found.multiplier.number.value == 100


@pytest.mark.parametrize(
    ("text", "reason", "start", "end"),
    [
        ("(A dibagi B", "kurung-tidak-seimbang", 0, 1),
        ("A) dibagi B", "kurung-tidak-seimbang", 1, 2),
        ("Jumlah surat (masuk", "kurung-tidak-seimbang", 13, 14),
        ("() x 100%", "kurung-kosong", 0, 2),
        ("[(A/B) x 100%]", "kurung-tidak-biasa", 0, 1),
        ("A dibagi", "operator-menggantung", 2, 8),
        ("  dibagi jumlah B", "operator-menggantung", 2, 8),
        ("A dibagi x 100%", "operator-menggantung", 9, 10),
        ("x 100%", "operator-menggantung", 0, 1),
        ("(A +) x 100%", "operator-menggantung", 3, 4),
        ("A dibagi B dibagi C", "pembagi-ganda", 11, 17),
        ("Jumlah a/jumlah b/jumlah c", "pembagi-ganda", 17, 18),
        ("A/B/C x 100%", "pembagi-ganda", 3, 4),
        ("A / B x 100% x 100%", "pengali-ganda", 15, 19),
        ("(A / B x 100%) x 100%", "pengali-ganda", 17, 21),
        ("100% x A / B x 100%", "pengali-ganda", 15, 19),
        ("A + B dibagi C", "urutan-tidak-jelas", 6, 12),
        ("A dibagi B + C", "urutan-tidak-jelas", 11, 12),
        ("A + B x 100%", "urutan-tidak-jelas", 4, 12),
        ("A / B x 100% jumlah C", "formula-tidak-dipahami", 13, 21),
        ("A = B = C", "formula-tidak-dipahami", 8, 9),
    ],
)
def test_refused(text: str, reason: str, start: int, end: int) -> None:
    found = reading(text)
    assert found.kind == "tidak-terbaca"
    assert found.tree == Unreadable(start, end, text[start:end], reason)
    assert (found.numerator, found.is_ratio, found.unreadable) == (None, False, found.tree)
