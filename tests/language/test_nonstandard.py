"""Non-standard spellings lead to the standard one, and standard ones are left alone."""

import pytest

from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.nonstandard import standard_of


@pytest.mark.parametrize(
    ("word", "form", "kind"),
    [
        ("prosentase", "persentase", "baku"),
        ("perijinan", "perizinan", "baku"),
        ("mengkoordinasikan", "mengoordinasikan", "baku"),
        ("pengkoordinasian", "pengoordinasian", "baku"),
        ("mensosialisasikan", "menyosialisasikan", "baku"),
        ("mensurvey", "menyurvei", "baku"),
        ("beresiko", "berisiko", "baku"),
        ("efektifitasnya", "efektivitasnya", "baku"),
        ("terrealisasi", "terealisasi", "baku"),
        ("mengelompokan", "mengelompokkan", "baku"),
        ("peruntukkannya", "peruntukannya", "baku"),
        ("menginventarisir", "menginventarisasi", "baku"),
        ("kerjasama", "kerja sama", "baku"),
        ("bertanggungjawab", "bertanggung jawab", "baku"),
        ("dibidang", "di bidang", "preposisi"),
        ("kedepannya", "ke depannya", "preposisi"),
        ("ketahun", "ke tahun", "preposisi"),
        ("pra-bencana", "prabencana", "terikat"),
        ("terlaksanakannya", "terlaksananya", "bentuk-ter"),
    ],
)
def test_the_standard_form(word, form, kind):
    found = standard_of(word)
    assert found is not None
    assert (found.form, found.kind) == (form, kind)


@pytest.mark.parametrize(
    "word",
    ["mengklasifikasikan", "mengkritik", "mengkaji", "mempraktikkan", "memproses", "memverifikasi", "memperhatikan",
     "ketua", "kepala", "kehadiran", "dilaksanakan", "diberikan", "dirumahkan", "pelindungan", "perlindungan",
     "terselesaikannya", "tersampaikannya", "terpetakannya", "persentase"],
)  # fmt: skip
def test_standard_words_are_left_alone(word):
    assert standard_of(word) is None


def test_what_the_list_proposes_is_standard_itself():
    for wrong, right in pairs("nonstandard").items():
        assert all(is_derived(part) or part in words("kata-asing") for part in right.split()), (wrong, right)
        assert all(part not in pairs("nonstandard") for part in right.split()), (wrong, right)


def test_no_listed_wrong_form_is_a_root():
    assert pairs("nonstandard").keys().isdisjoint(words("roots") | words("kata-lepas"))
