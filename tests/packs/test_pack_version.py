"""Ranges of versions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_lint.packs.version import RangeError, fits, parse_range, release_of

RELEASES = st.lists(st.integers(0, 20), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("text", "version", "expected"),
    [
        (">=0.1", "0.1.0", True),
        (">=0.1", "0.0.9", False),
        (" >= 0.1 , <2 ", "1.9.9", True),
        (">=0.1,<2", "2.0.0", False),
        ("==1.0", "1", True),
        (">1", "1.0.0", False),
        ("<=1", "1.0.1", False),
        (">=0.9", "0.10", True),
        (">=1.0", "1.0.0rc1", True),
    ],
)
def test_ranges(text, version, expected) -> None:
    assert fits(version, parse_range(text)) is expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", ""),
        ("0.1", "0.1"),
        (">=0.1,", ""),
        (">=0.1, <x,>3", " <x"),
        ("=>1", "=>1"),
        (">=1.", ">=1."),
        (">=1;", ">=1;"),
    ],
)
def test_what_is_no_range_is_located(text, wrong) -> None:
    with pytest.raises(RangeError) as caught:
        parse_range(text)
    assert text[caught.value.start : caught.value.end] == wrong


@given(RELEASES, RELEASES)
def test_versions_are_compared_by_their_numbers(first, second) -> None:
    one, two = (".".join(map(str, numbers)) for numbers in (first, second))
    padded = [numbers + [0] * (4 - len(numbers)) for numbers in (first, second)]
    assert fits(one, parse_range(f">={two}")) is (padded[0] >= padded[1])
    assert fits(one, parse_range(f"<{two}")) is (padded[0] < padded[1])
    assert (release_of(one) == release_of(two)) is (padded[0] == padded[1])
