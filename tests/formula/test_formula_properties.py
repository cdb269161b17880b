"""What holds for every text."""

import pytest
from formula_samples import KEBOMAS, KLOJEN, VOCABULARY, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.formula.ast import Phrase, Ratio
from iki_lint.formula.plain_ratio import plain_ratio
from iki_lint.formula.reading import needs_grammar, read, read_with_grammar

WORD_LIST = "surat peserta yang hadir RT/RW dan/atau desa/ (SKM) & tahun-tahun terhadap x-ray 12 per"
PIECE_LIST = """
    jumlah Total nilai target surat dibagi berbanding terbalik dibandingkan tahun dengan terhadap seluruh yang kelas dan
    atau per kali dikali ditambah dikurangi rumus keterangan minimal sekurang-kurangnya Rp persen Persentase januari ket
    a. b. 1. 2. 2) x X × * · + - – − = / : ÷ % ( ) (a) (b/c) [ ] , ; . 100 100% 1.000 1,5 75 2021/2022 RT/RW dan/atau ∑
    Σ 24 jam >= --- _
"""
WORDS = st.sampled_from(WORD_LIST.split())
PIECES = st.sampled_from(PIECE_LIST.split())
SEPARATORS = st.sampled_from(["", " ", " ", " ", "\t", "\n", "\u00a0", "  "])
FORMULAS = st.lists(st.tuples(PIECES, SEPARATORS), max_size=14).map(lambda parts: "".join(a + b for a, b in parts))


@settings(deadline=None, max_examples=300)
@given(FORMULAS)
def test_formula_like_text_has_a_reading(text: str) -> None:
    reading(text)


SIDE_LIST = """
    surat peserta hadir yang telah dengan oleh per dan atau seluruh total jumlah kali sekali bagi persen tahun bulan x
    1 24 100 75 jam hari SP4N-LAPOR! tahun-tahun RT kelas tingkat minimal target dari dibagi 1.000 a) 1. (b) ke-3 m2
    100% rumus nilai di bawah paling lambat sekurang-kurangnya keterangan kg 2021 januari ditambah kelurahan/desa X
"""
SIDES = st.lists(st.sampled_from(SIDE_LIST.split()), min_size=1, max_size=5).map(" ".join)
RATIOS = st.tuples(
    st.sampled_from(["{} {} {} {} {} x 100%", "({} {} {} {} {}) × 100 %", "{} {}, {} {} {} X 100%"]),
    st.sampled_from(["Jumlah", "total", "Banyaknya", "∑"]),
    SIDES,
    st.sampled_from(["dibagi", "berbanding", "berbanding dengan", "dibanding dengan", "÷", "dibagi oleh", "/"]),
    st.sampled_from(["jumlah", "total", "banyaknya", "seluruh"]),
    SIDES,
).map(lambda parts: parts[0].format(*parts[1:]))


@settings(deadline=None, max_examples=1000)
@given(RATIOS)
def test_the_grammar_reads_plain_ratios_alike(text: str) -> None:
    if plain_ratio(text):
        assert read_with_grammar(text, VOCABULARY) == read(text, VOCABULARY)


@pytest.mark.parametrize(
    "text",
    [
        "Jumlah pengaduan yang dijawab lewat SP4N-LAPOR! dibagi jumlah seluruh pengaduan dalam 1 tahun x 100%",
        "(jumlah gangguan yang ditanggapi paling lambat 24 jam ÷ jumlah seluruh gangguan dalam 1 tahun) × 100%",
        "Jumlah peserta yang hadir, berbanding jumlah seluruh undangan X 100 %",
        "Banyaknya surat keluar berbanding dengan total surat x 100%",
    ],
)
def test_the_commonest_ratios_are_plain(text: str) -> None:
    assert plain_ratio(text)
    assert read_with_grammar(text, VOCABULARY) == reading(text)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=80))
def test_any_text_has_a_reading(text: str) -> None:
    reading(text)


@settings(deadline=None, max_examples=300)
@given(FORMULAS)
def test_the_grammar_reads_plain_text_alike(text: str) -> None:
    if not needs_grammar(text):
        assert read_with_grammar(text, VOCABULARY) == read(text, VOCABULARY)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from([*KEBOMAS, *KLOJEN.values()]), st.data())
def test_the_grammar_reads_mutilated_formulas_alike(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 6))
    other = (
        text[:at]
        + data.draw(st.sampled_from(["", " ", "/", " / ", "(", ")", " - ", "x ", "a. ", ".\n"]))
        + text[at + cut :]
    )
    reading(other)
    if not needs_grammar(other):
        assert read_with_grammar(other, VOCABULARY) == read(other, VOCABULARY)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(WORDS, min_size=1, max_size=8),
    st.sampled_from(
        [" dibagi ", ", berbanding ", " berbanding dengan\n", " dibandingkan ", " / ", "/", "\u00a0÷\u00a0", "\t:\t"]
    ),
    st.lists(WORDS, min_size=1, max_size=8),
    st.sampled_from(["", " x 100%", " X 100 %", "\u00a0×\u00a0100\u00a0%", " dikali 100", " * 100"]),
    st.sampled_from(["", " ", ".", "\n"]),
)
def test_a_ratio_gives_its_sides_back(above: list[str], marker: str, below: list[str], factor: str, end: str) -> None:
    numerator, denominator = " ".join(["Jumlah", *above]), " ".join(["jumlah", *below])
    text = numerator + marker + denominator + factor + end
    found = reading(text)
    assert isinstance(found.tree, Ratio)
    assert isinstance(found.tree.numerator, Phrase)
    assert found.tree.numerator[:3] == (0, len(numerator), numerator)
    assert found.tree.denominator[:2] == (len(numerator + marker), len(numerator + marker + denominator))
    assert found.tree.marker.text == marker.strip(" ,\n\t\u00a0")
    assert (found.multiplier is None) == (not factor)
