"""Which regular expressions rule files may use."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.engine.condition import ConditionError
from iki_lint.engine.condition_pattern import vet_pattern


def refused(pattern: str) -> tuple[str, int, int] | None:
    """Why and where a pattern that stands in quotes at offset 10 is refused."""
    try:
        vet_pattern(pattern, 10, 12 + len(pattern))
    except ConditionError as error:
        return error.key, error.start, error.end
    return None


@pytest.mark.parametrize(
    "pattern",
    [
        r"^jumlah\s+\w+",
        r"(?:dan|atau|serta)",
        r"\b(?:minimal|maksimal) \d+(?: ?%)?",
        r"[ab]{3}",
        r"(?:ab){3}",
        r"(?=x)y",
        r"(?:a|b)+c",
        r"(\w|a)+",
        "",
    ],
)
def test_sound_patterns_pass(pattern: str) -> None:
    assert refused(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(?:a*)*",
        "(a{1,9}){2,9}",
        "(?:x(?:a+)y)*",
        "(a|ab)*",
        "(?:a|a)+",
        "(?:|a)+",
        r"(a)\1",
        "(?:(?=a+)b)+",
    ],
)
def test_patterns_that_may_explode_are_refused(pattern: str) -> None:
    assert refused(pattern) == ("pola-bersarang", 10, 12 + len(pattern))


@pytest.mark.parametrize(("pattern", "start"), [("a(b", 12), ("a)b", 12), ("*a", 11), ("[z", 11), ("(?<=a+)b", 10)])
def test_broken_patterns_are_located(pattern: str, start: int) -> None:
    found = refused(pattern)
    assert found is not None
    assert found[:2] == ("pola-rusak", start)


def test_too_many_open_repeats_and_too_long() -> None:
    assert refused(".*a.*b.*") == ("pola-terlalu-lentur", 10, 20)
    assert refused(".*a.*b") is None
    assert refused("^.*a.*b.*") is None
    assert refused("^.*a.*b.*c.*") == ("pola-terlalu-lentur", 10, 24)
    assert refused("a" * 200) is None
    assert refused("a" * 201) == ("pola-terlalu-panjang", 10, 213)


@pytest.mark.parametrize(
    "pattern", ["a?" * 9, "a{0,9}a{0,9}a{0,9}", "(?:ab|a)" * 3 + ".*x.*", ".*.*a{0,9}", "(?=" + "b?" * 9 + ")"]
)
def test_too_many_ways_to_match_the_same(pattern: str) -> None:
    assert refused(pattern) == ("pola-terlalu-banyak-jalan", 10, 12 + len(pattern))


@pytest.mark.parametrize(
    "pattern", ["a?" * 8, "^[0-9]+(,[0-9]+)?( persen)?$", r"\b(dinas|desa|kantor)\b.*\b(jalan|rumah)\b"]
)
def test_usual_patterns_have_few_ways(pattern: str) -> None:
    assert refused(pattern) is None


@given(
    st.lists(st.sampled_from(["a?", "a{0,3}", "(a|aa)", "(?:a|b)", "a*", "^", "(ab?)", "a"]), min_size=1, max_size=8)
)
@settings(deadline=None, max_examples=60)
def test_what_passes_ends(parts: list[str]) -> None:
    pattern = "".join(parts) + "x"
    if refused(pattern) is None:
        assert re.search(pattern, "a" * 120) is None
