"""The condition language: shape, errors with their places, and the trees."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_samples import LISTS, VOCABULARY, assert_sayable

from iki_lint.engine.condition import (
    MAX_DEPTH,
    MAX_LENGTH,
    Compare,
    ConditionError,
    Junction,
    Literal,
    Not,
    Path,
    Words,
    parse,
)
from iki_lint.engine.condition_code import read_condition, roots
from iki_lint.engine.condition_types import scope_of

SCOPE = scope_of(VOCABULARY, {"batas": 2, "nama": "x", "kata": ("a",)}, LISTS)


def error_of(text: str) -> tuple[str, str]:
    """The key of the error and the words it points at."""
    with pytest.raises(ConditionError) as caught:
        read_condition(text, SCOPE)
    error = caught.value
    assert 0 <= error.start <= error.end <= len(text)
    assert_sayable(error.key, error.values)
    return error.key, text[error.start : error.end]


def test_tree_and_places() -> None:
    text = 'not a.b and\tc.d not in ["x", \'y"\'] or a.b >= -2.5'
    b_at, words_at, last = text.index("a.b"), text.index("["), text.rindex("a.b")
    assert parse(text) == Junction(
        "or",
        (
            Junction(
                "and",
                (
                    Not(Path("a", "b", b_at, b_at + 3), 0, b_at + 3),
                    Compare(
                        "not in",
                        Path("c", "d", 12, 15),
                        Words(
                            (
                                Literal("x", words_at + 1, words_at + 4),
                                Literal('y"', words_at + 6, words_at + 10),
                            ),
                            words_at,
                            words_at + 11,
                        ),
                        12,
                        words_at + 11,
                    ),
                ),
                0,
                words_at + 11,
            ),
            Compare(">=", Path("a", "b", last, last + 3), Literal(-2.5, last + 7, len(text)), last, len(text)),
        ),
        0,
        len(text),
    )


def test_and_binds_tighter_than_or_and_brackets_bind_tightest() -> None:
    loose, tight = parse("a.x or b.x and c.x"), parse("(a.x or b.x) and c.x")
    assert isinstance(loose, Junction)
    assert isinstance(tight, Junction)
    assert (loose.operator, tight.operator) == ("or", "and")


def test_words_that_only_begin_like_reserved_ones_are_names() -> None:
    assert parse("notin.order") == Path("notin", "order", 0, 11)
    assert parse("daftar.in-or") == Path("daftar", "in-or", 0, 12)


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("", "syarat-belum-selesai", ""),
        ("indikator.iku and", "syarat-belum-selesai", "d"),
        ("indikator.banyak >", "syarat-belum-selesai", ">"),
        ("indikator.ukuran = 'a'", "syarat-sama-dengan-tunggal", "="),
        ("indikator.ukuran == 'a", "syarat-kutip-terbuka", "'a"),
        ("indikator.iku formulasi.ada", "syarat-kata-tak-terduga", "formulasi.ada"),
        ("indikator.banyak < 3 < 4", "syarat-kata-tak-terduga", "<"),
        ("indikator.ukuran in []", "syarat-kata-tak-terduga", "]"),
        ("(indikator.iku", "syarat-kurung-tak-berpasangan", "("),
        ("indikator.iku)", "syarat-kurung-tak-berpasangan", ")"),
        ("(indikator.iku]", "syarat-kurung-tak-berpasangan", "]"),
        ("indikator.iku && formulasi.ada", "syarat-huruf-asing", "&"),
        ("indikatro.iku", "subjek-tak-dikenal-mirip", "indikatro"),
        ("xyz.iku", "subjek-tak-dikenal", "xyz"),
        ("formulasi.ada and indikator.ukurna == 'a'", "fakta-tak-dikenal-mirip", "ukurna"),
        ("formulasi.zzz", "fakta-tak-dikenal", "zzz"),
        ("indikator.pohon", "fakta-tak-dikenal", "pohon"),
        ("indikator.kepala.teks == 'a'", "fakta-tak-dikenal-mirip", "kepala.teks"),
        ("formulasi", "syarat-perlu-fakta", "formulasi"),
        ("indikator.banyak > opsi.bats", "opsi-tak-dikenal-mirip", "opsi.bats"),
        ("indikator.kepala in daftar.kata-prosed", "daftar-tak-dikenal-mirip", "daftar.kata-prosed"),
        ("panjagn(indikator.kata) > 1", "fungsi-tak-dikenal-mirip", "panjagn"),
        ("panjang(indikator.kata, 1) > 1", "syarat-jumlah-masukan", "panjang"),
        ("panjang(indikator.ukuran) > 1", "syarat-jenis-salah", "indikator.ukuran"),
        ("panjang(indikator.kata)", "syarat-bukan-angka-ya", "panjang"),
        ("formulasi.ada and indikator.kepala", "syarat-perlu-ada", "indikator.kepala"),
        ("not indikator.kata", "syarat-perlu-ada", "indikator.kata"),
        ("indikator.ukuran == 1", "syarat-jenis-berbeda", "indikator.ukuran == 1"),
        ("indikator.kata == 'a'", "syarat-daftar-dibandingkan", "indikator.kata"),
        ("indikator.ukuran < 'a'", "syarat-jenis-salah", "indikator.ukuran"),
        ("indikator.banyak in ['a']", "syarat-jenis-salah", "indikator.banyak"),
        ("indikator.ukuran in 'abc'", "syarat-jenis-salah", "'abc'"),
        ("indikator.ukuran matches indikator.ukuran", "syarat-pola-harus-tertulis", "indikator.ukuran"),
        ("indikator.banyak matches 'a'", "syarat-jenis-salah", "indikator.banyak"),
        ("indikator.ukuran matches 'a(b'", "pola-rusak", "("),
        ("indikator.ukuran matches '.*a.*b.*c.*d.*'", "pola-terlalu-lentur", "'.*a.*b.*c.*d.*'"),
        ("indikator.ukuran matches '(a+)+'", "pola-bersarang", "'(a+)+'"),
        (f"indikator.ukuran matches '{'a' * 201}'", "pola-terlalu-panjang", f"'{'a' * 201}'"),
    ],
)
def test_errors_name_what_is_wrong_and_where(text: str, key: str, words: str) -> None:
    assert error_of(text) == (key, words)


def test_unknown_fact_lists_the_known_ones_and_the_nearest() -> None:
    with pytest.raises(ConditionError) as caught:
        read_condition("formulasi.raso", SCOPE)
    assert caught.value.values == {
        "nama": "raso",
        "dikenal": "ada, kata_kerja, rasio",
        "saran": "rasio",
        "subjek": "formulasi",
    }


def test_roots_are_the_subjects_in_order_and_nothing_else() -> None:
    tree = read_condition(
        "formulasi.ada and indikator.banyak > opsi.batas and indikator.kepala in daftar.kata-proses", SCOPE
    )
    assert roots(tree) == ("formulasi", "indikator")
    assert roots(read_condition("true", SCOPE)) == ()


def test_depth_is_capped_and_the_cap_is_usable() -> None:
    assert read_condition("(" * MAX_DEPTH + "formulasi.ada" + ")" * MAX_DEPTH, SCOPE).start == MAX_DEPTH
    deep = "(" * 900 + "formulasi.ada" + ")" * 900
    with pytest.raises(ConditionError) as caught:
        read_condition(deep, SCOPE)
    assert (caught.value.key, caught.value.start) == ("syarat-terlalu-dalam", MAX_DEPTH)


def test_many_nots_cancel_and_length_is_capped() -> None:
    assert read_condition("not " * 400 + "formulasi.ada", SCOPE) == Path("formulasi", "ada", 1600, 1613)
    with pytest.raises(ConditionError) as caught:
        parse("formulasi.ada or " * 200)
    assert (caught.value.key, caught.value.start) == ("syarat-terlalu-panjang", MAX_LENGTH)


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                [
                    "(",
                    ")",
                    "[",
                    "]",
                    ",",
                    "==",
                    "!=",
                    "<",
                    "<=",
                    "in",
                    "not",
                    "and",
                    "or",
                    "matches",
                    "true",
                    "1",
                    "-2.5",
                    "'a'",
                    '"b"',
                    "indikator.iku",
                    "indikator.kata",
                    "x.y",
                    "panjang",
                    "ada",
                    "opsi.batas",
                    "daftar.alasan",
                    "=",
                    ".",
                    "!",
                    "'",
                    '"',
                ]
            ),
            max_size=25,
        ).map(" ".join),
    )
)
def test_any_text_is_a_condition_or_a_located_error(text: str) -> None:
    found: ConditionError | None = None
    try:
        read_condition(text, SCOPE)
    except ConditionError as error:
        found = error
    assert found is None or 0 <= found.start <= found.end <= len(text)
