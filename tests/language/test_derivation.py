"""Strict derivation: what affixes make of a root is a word, and what they do not make is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_lint.language.derivation import is_derived, is_reduplication
from iki_lint.language.lexicon import words
from iki_lint.language.nasals import stems_behind

WORDS = [
    "terlaksananya", "tersusunnya", "terkoordinasinya", "terselesaikannya", "tersampaikannya", "terpetakannya",
    "terpenuhinya", "terealisasi", "mengoordinasikan", "mengklasifikasikan", "memproses", "mentransfer",
    "mengkaji", "mengkritik", "mempelajari", "mempunyai", "mempekerjakan", "memperbaiki", "memberdayakan",
    "memberlakukan", "menyesuaikan", "mengetahui", "mengecek", "mengesahkan", "memverifikasi", "memengaruhi",
    "penyelenggaraan", "pengoordinasian", "pemrosesan", "pemberdayaan", "pemberitahuan", "pengesahan",
    "penyeragaman", "penatausahaan", "kependudukan", "keberhasilan", "keterlibatan", "ketidakpatuhan",
    "keikutsertaan", "kesejahteraan", "kepegawaian", "perumusan", "pertanian", "pekerjaan", "peternakan",
    "persetujuan", "pertanggungjawaban", "perundang-undangan", "bekerja", "beternak", "berkelanjutan",
    "berpendidikan", "berdasarkan", "beragama", "pascabencana", "antardesa", "nonformal", "subkegiatan",
    "langkah-langkah", "surat-menyurat", "tolong-menolong", "sebaik-baiknya", "undang-undang",
    "kegiatan-kegiatan", "mengelompokkan", "dilaksanakan", "ditindaklanjuti", "diperoleh", "dipenuhi",
    "dikenai", "laporannya", "adalah", "disampaikanlah", "pertimbangkan", "perbaiki", "masukkan",
]  # fmt: skip

NO_WORDS = [
    "penyelenggaran", "mengkoordinasikan", "pengkoordinasian", "mensosialisasikan", "mentaati", "mempengaruhi",
    "terrealisasi", "berrencana", "mengelompokan", "ditingkatan", "ditindaklanjut", "melaksananya",
    "terselainya", "teselenggaranya", "terlaksananta", "adminitasi", "pengelolah", "dokumnetasi", "kepegawian",
    "sinkronasi", "pelayananan", "penganggaranan", "laksanaan", "sejahteraan", "perperan", "dan-melaksanakan",
    "langkah-lngkah", "penanggungjawab", "prasana",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_what_affixes_make_is_a_word(word):
    assert is_derived(word)


@pytest.mark.parametrize("word", NO_WORDS)
def test_what_they_do_not_make_is_none(word):
    assert not is_derived(word)


@pytest.mark.parametrize(
    ("body", "noun", "stems"),
    [
        ("nyusun", False, ("nyusun", "susun")),
        ("ngelola", False, ("elola", "kelola", "lola", "ngelola")),
        ("mroses", True, ("proses",)),
        ("mroses", False, ()),
        ("mproses", False, ("proses",)),
        ("nulis", False, ("nulis", "tulis")),
        ("rumus", False, ("rumus",)),
        ("ngkaji", False, ("kaji",)),
        ("ngkoordinasi", False, ()),
        ("", False, ()),
    ],
)
def test_stems_behind_the_nasal(body, noun, stems):
    assert stems_behind(body, noun) == stems


@pytest.mark.parametrize("word", ["yang-membuang", "surat-", "-surat", "-", "a-a-a", "dan-dan-dan"])
def test_no_reduplication(word):
    assert not is_reduplication(word)


@given(st.text(max_size=24))
def test_any_text_can_be_asked_about(text):
    assert is_derived(text) in (True, False)
    assert is_reduplication(text) in (True, False)


@given(st.sampled_from(sorted(word for word in words("roots") if "-" not in word)))
def test_a_root_is_a_word_and_so_is_its_double(root):
    assert is_derived(root)
    assert is_derived(f"{root}nya")
    assert is_reduplication(f"{root}-{root}") or len(root) < 3
