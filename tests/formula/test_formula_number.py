"""Indonesian numbers, in digits and in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.formula.number import Number, parse_number, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("75", 75),
        ("007", 7),
        ("1.000", 1000),
        ("12.500.000", 12_500_000),
        ("81,35", 81.35),
        ("0,125", 0.125),
        ("1.000.000,5", 1_000_000.5),
        ("1.000,250", 1000.25),
        ("1234,567", 1234.567),
        (" 75 ", 75),
    ],
)
def test_value(text: str, value: float) -> None:
    found = parse_number(text)
    assert found is not None
    assert (found.value, found.upper, found.ambiguous) == (value, None, False)
    assert type(found.value) is type(value)


@pytest.mark.parametrize("text", ["1.5", "1.10", "0.125", "1.0000", "1,000", "12,500,000", "1,000.5", "1.5–2"])
def test_ambiguous(text: str) -> None:
    assert parse_number(text) == Number(0, len(text), text, None, None, True)


@pytest.mark.parametrize(
    "text",
    ["", " ", "½", "٣", "1.2.3", "1.000,", ",5", "1.", "lima", "5 orang", "%", "5 %%", "1/2", "1.00.000", "9" * 25],
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "words"), [("10 %", "10"), ("10%", "10"), ("81,35 persen", "81,35"), ("90 % – 95 %", "90 % – 95")]
)
def test_percent_sign_is_not_part_of_the_number(text: str, words: str) -> None:
    found = parse_number(text)
    assert found is not None
    assert (found.start, found.end, found.text) == (0, len(words), words)


@pytest.mark.parametrize(
    "text",
    ["90-95", "90–95", "90 — 95", "90 s/d 95", "90 s.d. 95", "90 sd 95", "90 sampai 95", "90 sampai dengan 95 %"],
)
def test_range(text: str) -> None:
    found = parse_number(text)
    assert found is not None
    assert (found.value, found.upper) == (90, 95)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nol", 0),
        ("satu", 1),
        ("lima", 5),
        ("sepuluh", 10),
        ("Sebelas", 11),
        ("dua belas", 12),
        ("dua puluh", 20),
        ("dua  puluh\u00a0sembilan", 29),
        ("seratus", 100),
        ("seratus dua", 102),
        ("tujuh ratus lima belas", 715),
        ("seribu", 1000),
        ("seribu satu", 1001),
        ("dua ribu lima ratus", 2500),
        ("sepuluh ribu dua puluh", 10_020),
        ("sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan", 999_999),
    ],
)
def test_spelled(words: str, value: int) -> None:
    assert spelled(words) == value


@pytest.mark.parametrize(
    "words",
    [
        *("", "ribu", "puluh", "dua sembilan", "satu belas", "dua puluh sepuluh", "seratus ratus", "lima orang"),
        *("nol satu", "dua puluh nol", "seribu ribu", "dua ribu ribu", "seratus seratus"),
    ],
)
def test_not_a_number_in_words(words: str) -> None:
    assert spelled(words) is None


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 10**12))
def test_grouped_digits_mean_the_number(number: int) -> None:
    found = parse_number(f"{number:,}".replace(",", "."))
    assert found is not None
    assert found.value == number


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet="0123456789.,-–% sd/½x", max_size=12))
def test_span_is_exact(text: str) -> None:
    found = parse_number(text)
    if found:
        assert found.text == text[found.start : found.end]
        assert (found.value is None) == found.ambiguous
