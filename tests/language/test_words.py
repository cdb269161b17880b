"""Words with spans, the normal form, stems, and the classes that decide what an indicator is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.language.classes import content, fixed_pair, is_active_verb, is_frame, is_process, is_verb, measure
from iki_lint.language.distance import distance
from iki_lint.language.stems import stem
from iki_lint.language.tokens import first_phrase, normal, tokens
from iki_lint.language.vocabulary import is_known_word


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=300)
def test_every_word_stands_where_it_says(text):
    found = tokens(text)
    assert all(text[word.start : word.end] and word.start < word.end for word in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Undang-undang Nomor 1.000", ["undang-undang", "nomor", "1.000"]),
        ("RT/RW, 80 %", ["rt", "rw", "80", "%"]),
        ("Jum'at dan lain\u2011lain", ["jumat", "dan", "lain-lain"]),
        ("<p>Jumlah</p> &nbsp; surat", ["jumlah", "surat"]),
        ("Prosentase", ["persentase"]),
    ],
)
def test_tokens(text, words):
    assert [word.lower for word in tokens(text)] == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("bahan-bahan pelaksanaan", "Bahan pelaksanaan."),
        ("langkah \u2013 langkah perbaikan", "langkah perbaikan"),
        ("Jumlah  kerjasama;", "jumlah kerja sama"),
        ("Prosentase ketentraman", "persentase ketenteraman"),
        ("<p>Jumlah laporan</p>", "jumlah laporan"),
    ],
)
def test_texts_that_say_the_same(left, right):
    assert normal(left) == normal(right)


@pytest.mark.parametrize(
    ("forms", "root"),
    [
        (("pengkoordinasian", "mengkoordinasikan", "koordinasi", "koordinir"), "koordinasi"),
        (("penyusunan", "menyusun", "tersusunnya", "disusun"), "susun"),
        (("pemeliharaan", "terpeliharanya", "pelihara"), "pelihara"),
        (("pengumpulan", "mengumpulkan", "kumpul"), "kumpul"),
        (("penerbitan", "diterbitkan", "terbit"), "terbit"),
    ],
)
def test_stems(forms, root):
    assert {stem(form) for form in forms} == {root}


@pytest.mark.parametrize("word", ["sura", "pembinaa", "tuga", "terlaksananta"])
def test_words_that_no_root_leads_to(word):
    assert not is_known_word(word)


@pytest.mark.parametrize("word", ["surat", "pembinaan", "tugas", "terlaksananya", "lkjip", "bahan-bahan"])
def test_known_words(word):
    assert is_known_word(word)


@pytest.mark.parametrize(
    "word", ["menelaah", "melaporkan", "mengklasifikasikan", "memonitor", "mempersiapkan", "menata"]
)
def test_active_verbs(word):
    assert is_active_verb(word)


@pytest.mark.parametrize(
    "word", ["meningkatnya", "media", "mesin", "menteri", "metode", "mekanisme", "memo", "mentor", "merupakan", "meter"]
)
def test_no_active_verbs(word):
    assert not is_active_verb(word)


@pytest.mark.parametrize(
    "word",
    [
        "kebijakan",
        "tindakan",
        "gerakan",
        "pendidikan",
        "rekan",
        "diskusi",
        "distribusi",
        "disposisi",
        "divisi",
        "dinas",
    ],
)
def test_nouns_that_look_like_verbs(word):
    assert not is_verb(word)


@pytest.mark.parametrize("word", ["dilaksanakan", "laporkan", "diselesaikan", "susun"])
def test_verbs_of_other_kinds(word):
    assert is_verb(word)


@pytest.mark.parametrize("word", ["meningkatnya", "tersedianya", "terselesaikannya", "teselenggaranya", "lancarnya"])
def test_frames(word):
    assert is_frame(word)


@pytest.mark.parametrize("word", ["terhadapnya", "terminal", "ternak", "besarnya", "jumlah", "tertib"])
def test_no_frames(word):
    assert not is_frame(word)


@pytest.mark.parametrize("word", ["koordinasi", "penyusunan", "inventarisasi", "perumusan", "pelaksanaan", "rapat"])
def test_process_nouns(word):
    assert is_process(word)


@pytest.mark.parametrize(
    "word", ["dokumen", "pengaduan", "pertemuan", "organisasi", "rekomendasi", "mengidentifikasi", "pelayanan", "surat"]
)
def test_nouns_that_can_be_counted(word):
    assert not is_process(word)


@pytest.mark.parametrize(
    ("text", "kind", "first"),
    [
        ("Jumlah surat", "jumlah", 0),
        ("Capaian SPM", "nilai", 0),
        ("Tingkat kepuasan masyarakat", "nilai", 0),
        ("Tingkat partisipasi", "persentase", 0),
        ("Tercapai nilai SKM", "nilai", 1),
        ("Rata-rata waktu pelayanan", "waktu", 0),
    ],
)
def test_measures(text, kind, first):
    found = measure(tokens(text))
    assert (found.kind, found.first) == (kind, first)


@pytest.mark.parametrize("text", ["Terlaksananya evaluasi tepat waktu", "Kualitas pelayanan di tingkat kecamatan", ""])
def test_no_measure(text):
    assert measure(tokens(text)) is None


def test_content_leaves_out_measures_figures_and_small_words():
    assert content(("jumlah", "surat", "yang", "dicatat", "dalam", "1", "tahun")) == ("surat", "catat", "tahun")


@pytest.mark.parametrize(
    "text", ["sarana dan prasarana kantor", "ketentraman dan ketertiban", "pembimbingan dan pengarahan"]
)
def test_fixed_pairs(text):
    assert fixed_pair(tokens(text), 0) == 3


def test_the_longest_phrase_wins():
    words = tokens("dengan rata-rata waktu tunggu")
    assert first_phrase(words, "kata-ukur") == (1, 3, "waktu")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
@settings(deadline=None)
def test_distance_is_a_metric(left, right):
    assert distance(left, right) == distance(right, left)
    assert (distance(left, right) == 0) == (left == right)
    assert distance(left, right) <= max(len(left), len(right))
