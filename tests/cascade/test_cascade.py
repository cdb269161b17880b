"""Who stands above whom, and what each plan supports, in small decrees and in the two real ones."""

import pytest

from iki_lint.cascade.likeness import likeness
from iki_lint.cascade.links import Cascade
from iki_lint.decree.model import Decree, Indicator
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.subjects import Subjects, value


def cascade_of(text, path="a.yaml"):
    decree = Decree(read_yaml(path, text if isinstance(text, bytes) else text.encode()).root)
    return decree, Cascade(decree, Subjects(decree))


PLANS = "rencana_kinerja: [{uraian: Meningkatnya mutu, indikator: []}]"


def posts(*names):
    decree, cascade = cascade_of(
        "jabatan:\n" + "".join(f"- {{id: p{i}, {name}, {PLANS}}}\n" for i, name in enumerate(names))
    )
    return [[post.id for post in cascade.superiors[each].posts] for each in decree.positions]


def test_posts_of_a_kecamatan():
    assert posts(
        "nama: CAMAT",
        "nama: SEKRETARIS",
        "nama: KASUBBAG UMUM & KEPEGAWAIAN",
        "nama: KEPALA SEKSI PEMERINTAHAN",
        "nama: PENGADMINISTRASI UMUM",
    ) == [[], ["p0"], ["p1"], ["p0"], ["p1", "p2", "p3"]]


def test_posts_of_a_dinas():
    assert posts(
        "nama: KEPALA DINAS KESEHATAN",
        "nama: SEKRETARIS",
        "nama: KEPALA BIDANG PENCEGAHAN PENYAKIT",
        "nama: KEPALA SUB BAGIAN KEUANGAN",
        "nama: KEPALA SEKSI IMUNISASI",
    ) == [[], ["p0"], ["p0"], ["p1"], ["p2"]]


def test_units_keep_posts_apart():
    assert posts(
        "nama: LURAH MAJU",
        "nama: LURAH JAYA",
        "nama: KEPALA SEKSI PEMERINTAHAN, unit: Kelurahan Maju",
        "nama: SEKRETARIS, unit: Kelurahan Jaya",
        "nama: Plt. CAMAT",
    ) == [["p4"], ["p4"], ["p0", "p4"], ["p1", "p4"], []]


def test_what_the_decree_says_wins():
    assert posts("nama: CAMAT", "nama: KEPALA SEKSI A, atasan: p2", "nama: SEKRETARIS") == [[], ["p2"], ["p0"]]


@pytest.fixture(scope="module")
def klojen():
    with open("examples/klojen.yaml", "rb") as file:
        return cascade_of(file.read(), "klojen.yaml")


@pytest.mark.parametrize(
    ("plan", "parent"),
    [
        ("Meningkatnya ketenteraman dan ketertiban masyarakat", "Meningkatnya ketentraman dan ketertiban di wilayah"),
        ("Tersusunnya dokumen keuangan", "Tersusunnya dokumen keuangan"),
        ("Meningkatnya akuntabilitas pelaksanaan pemerintahan", "Meningkatnya akuntabilitas pelaksanaan pemerintahan"),
        ("Tercapainya kepuasan masyarakat terhadap pelayanan", "Nilai Survei Kepuasan Masyarakat Kecamatan"),
    ],
)
def test_what_plans_of_klojen_carry_down(klojen, plan, parent):
    decree, cascade = klojen
    found = next(each for each in decree.plans() if value(each.text).startswith(plan))
    target = cascade.parent(found).target
    assert value(target.name if isinstance(target, Indicator) else target.text).startswith(parent)
    assert cascade.parent(found).score == 1.0
    assert not cascade.parent(found).said


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Nilai IKM", "Nilai Survei Kepuasan Masyarakat Kecamatan", True),
        ("Nilai SAKIP Kecamatan", "Nilai Reformasi Birokrasi Kecamatan", False),
        ("Jumlah laporan SKM", "Nilai SKM", False),
        ("Persentase gangguan ketentraman yang ditangani", "Persentase gangguan ketenteraman ditangani tuntas", True),
        ("", "Nilai SKM", False),
    ],
)
def test_likeness(one, other, alike):
    assert (likeness(IndicatorFacts(one), IndicatorFacts(other)) >= 0.75) is alike
    assert likeness(IndicatorFacts(one), IndicatorFacts(other)) == likeness(IndicatorFacts(other), IndicatorFacts(one))
