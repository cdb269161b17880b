"""What holds for every text."""

from formula_samples import KEBOMAS, KLOJEN, VOCABULARY, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.formula.ast import Phrase, Ratio
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
