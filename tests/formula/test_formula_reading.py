"""Phrases, units, sentences, targets and lists."""

import pytest
from formula_samples import reading

from iki_lint.formula.ast import Enumeration, Phrase, Ratio, Sentence, Target, Unit, Unreadable


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("Jumlah surat keluar yang dicatat", "Jumlah", "jumlah"),
        ("  jumlah konsep/hasil kerja ;", "jumlah", "jumlah"),
        ("Jumlah & jenis alat tulis", "Jumlah", "jumlah"),
        ("Total jumlah aduan", "Total jumlah", "jumlah"),
        ("∑ surat", "∑", "jumlah"),
        ("∑surat", "∑", "jumlah"),
        ("Σ surat", "Σ", "jumlah"),
        ("Nilai SAKIP Kecamatan", "Nilai", "nilai"),
        ("Rata-rata nilai SKM", "Rata-rata nilai", "rata-rata"),
        ("Rata-rata waktu tunggu", "Rata-rata waktu", "waktu"),
        ("Prosentase kehadiran peserta", "Prosentase", "persentase"),
        ("Jumlah hari kerja", "Jumlah hari", "waktu"),
        ("Jumlah patroli dalam 1 tahun", "Jumlah", "jumlah"),
        ("Nilai SKM 80%", "Nilai", "nilai"),
    ],
)
def test_phrase(text: str, head: str, kind: str) -> None:
    found = reading(text)
    assert isinstance(found.tree, Phrase)
    assert found.tree.head is not None
    assert (found.kind, found.tree.kind, found.tree.head.text) == (kind, kind, head)
    assert found.tree.text == text.strip(" ;")


@pytest.mark.parametrize("text", ["Dokumen", "Kali", " laporan. ", "%", "DATA"])
def test_unit(text: str) -> None:
    found = reading(text)
    assert type(found.tree) is Unit
    assert (found.kind, found.tree.text) == ("satuan", text.strip(" ."))


@pytest.mark.parametrize(
    "text",
    [
        "Melaporkan hasil rekapitulasi penyerapan keuangan",
        "Terpenuhinya kebutuhan makanan & minuman rapat",
        "Patroli harian dan berkala yang melibatkan jajaran samping",
        "Jugas tugas pembantuan",
        "Jumlahkan surat",
        "Kualitas",
        "1.2.3",
    ],
)
def test_sentence(text: str) -> None:
    found = reading(text)
    assert found.tree == Sentence(0, len(text), text)
    assert found.kind == "kalimat"


@pytest.mark.parametrize("text", ["", "  ", "-", " – ", ":", "..."])
def test_empty(text: str) -> None:
    found = reading(text)
    assert type(found.tree) is Sentence
    assert (found.kind, found.tree.text) == ("kosong", "")


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("1000 surat", [(1000, "surat")]),
        ("1.000 surat", [(1000, "surat")]),
        ("81,35", [(81.35, None)]),
        ("Target 81,35", [(81.35, None)]),
        ("Target: 100%", [(100, "%")]),
        ("Target tahun 2023 : 85 %", [(85, "%")]),
        ("Target realisasi PBB 85 %", [(85, "%")]),
        ("Target BB", []),
        ("Kualitas 80%", [(80, "%")]),
        ("Persentase hadir = 85 %", [(85, "%")]),
        ("2 orang, 12 bulan", [(2, "orang"), (12, "bulan")]),
        ("4 jenis dan 12 bulan", [(4, "jenis"), (12, "bulan")]),
        ("2500 orang/ tamu, 12 bulan", [(2500, "orang/ tamu"), (12, "bulan")]),
        ("89 RW 675 RT", [(89, "RW"), (675, "RT")]),
        ("100 %, 4 ORSOSMAS", [(100, "%"), (4, "ORSOSMAS")]),
        ("6 jenis barang cetak dan kebutuhan penggandaan", [(6, "jenis barang cetak dan kebutuhan penggandaan")]),
        ("29 (dua puluh sembilan) jenis layanan", [(29, "jenis layanan")]),
        ("1 gedung kantor", [(1, "gedung kantor")]),
        ("250 m2", [(250, "m2")]),
        ("31 Desember 2023", [(31, "Desember 2023")]),
        ("3 x sehari", [(3, "x sehari")]),
        ("100 x setahun", [(100, "x setahun")]),
        ("Maksimal 1 x 24 jam", [(24, "jam")]),
        ("Rp 5.000.000,-", [(5_000_000, "Rp")]),
        ("95 persen", [(95, "persen")]),
    ],
)
def test_target(text: str, quantities: list[tuple[float, str | None]]) -> None:
    found = reading(text)
    assert found.kind == "target"
    assert type(found.tree) is Target
    assert [(part.number.value, part.unit and part.unit.text) for part in found.quantities] == quantities


def test_parts_of_a_quantity() -> None:
    text = "Target 29 (dua puluh sembilan) layanan per bulan; minimal 75 % dari undangan"
    first, second = reading(text).quantities
    assert first.spelled is not None
    assert first.detail is not None
    assert (first.spelled.text, first.detail.text, first.bound) == ("dua puluh sembilan", "per bulan", None)
    assert second.bound is not None
    assert second.detail is not None
    assert (second.bound.text, second.detail.text, second.spelled) == ("minimal", "dari undangan", None)
    assert (first.text, second.text) == (text[7:48], text[50:])


def test_label_and_words_of_a_target() -> None:
    tree = reading("Target kinerja 85 %").tree
    assert isinstance(tree, Target)
    assert tree.label is not None
    assert tree.words is not None
    assert (tree.label.text, tree.words.text) == ("Target", "kinerja")


@pytest.mark.parametrize(("text", "upper"), [("90–95 %", 95), ("80 s/d 90 %", 90), ("antara 5 sampai 7 hari", 7)])
def test_range_of_a_target(text: str, upper: int) -> None:
    (quantity,) = reading(text).quantities
    assert quantity.number.upper == upper


@pytest.mark.parametrize("text", ["1,000 orang", "1.5 km"])
def test_ambiguous_target(text: str) -> None:
    (quantity,) = reading(text).quantities
    assert quantity.number.ambiguous
    assert quantity.number.value is None


@pytest.mark.parametrize(
    ("text", "kind", "head", "items"),
    [
        ("Jumlah dokumen 1. Renja/ RKT 2. Renstra", "jumlah", "Jumlah dokumen", ["Renja/ RKT", "Renstra"]),
        ("Jumlah dokumen tersusun : 1. a 2. b", "jumlah", "Jumlah dokumen tersusun", ["a", "b"]),
        ("Jumlah dokumen: a. Renja; b. Renstra; c. RKA.", "jumlah", "Jumlah dokumen", ["Renja", "Renstra", "RKA"]),
        ("Jumlah dokumen: 1) Renja\n2) Renstra", "jumlah", "Jumlah dokumen", ["Renja", "Renstra"]),
        ("3 (tiga) dokumen : 1. A 2. B dan 3. C / D", "target", "3 (tiga) dokumen", ["A", "B", "C / D"]),
        ("1. Prosentase A; 2. Prosentase B", "persentase", None, ["Prosentase A", "Prosentase B"]),
        ("1. 75 % dari undangan; 2. 25 %", "target", None, ["75 % dari undangan", "25 %"]),
        ("1. Jumlah surat 2. Nilai SKM", "majemuk", None, ["Jumlah surat", "Nilai SKM"]),
        ("1. Jumlah surat", "jumlah", None, ["Jumlah surat"]),
        ("Jumlah berkas: 1. surat () 2. (dibagi)", "jumlah", "Jumlah berkas", ["surat ()", "(dibagi)"]),
    ],
)
def test_list(text: str, kind: str, head: str | None, items: list[str]) -> None:
    found = reading(text)
    assert type(found.tree) is Enumeration
    assert found.kind == kind
    assert (found.tree.head and found.tree.head.text) == head
    assert [item.text for item in found.tree.items] == items


@pytest.mark.parametrize(
    "text", ["Jumlah 1. surat", "Jumlah (yaitu 1. Renja 2. Renstra)", "Jumlah 2. a 3. b", "Jumlah a.n. b. c"]
)
def test_no_list(text: str) -> None:
    assert reading(text).tree == Phrase(0, len(text), text, (0, 6, "Jumlah"), "jumlah")  # type: ignore[arg-type]


def test_list_of_ratios() -> None:
    found = reading("Rumus: 1. Jumlah A dibagi jumlah B x 100%; 2. Jumlah C / jumlah D x 100%")
    assert isinstance(found.tree, Enumeration)
    assert [type(item) for item in found.tree.items] == [Ratio, Ratio]
    assert [(part.numerator.text, part.denominator.text) for part in found.ratios] == [
        ("Jumlah A", "jumlah B"),
        ("Jumlah C", "jumlah D"),
    ]
    assert (found.kind, found.is_ratio) == ("rasio", True)
    assert found.label is not None
    assert found.label.text == "Rumus"


def test_list_with_an_unreadable_formula() -> None:
    found = reading("1. Jumlah A dibagi 2. Nilai SKM")
    assert found.kind == "tidak-terbaca"
    assert found.unreadable == Unreadable(12, 18, "dibagi", "operator-menggantung")
