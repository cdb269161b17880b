from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.reports.escape import cell, columns, escape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jumlah “surat” – 50% é", "Jumlah “surat” – 50% é"),
        ("\x1b[31mmerah", "\\x1b[31mmerah"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb\u2066c", "a<U+202E>b<U+2066>c"),
        ("nol\u200blebar\ufeff", "nol<U+200B>lebar<U+FEFF>"),
        ("\u3164\ufe0f\U000e0100", "<U+3164><U+FE0F><U+E0100>"),
        ("\ud800", "<U+D800>"),
        ("baris\nbaru\r\t\0\x07\x7f", "baris\\nbaru\\r\\t\\x00\\x07\\x7f"),
        ("spasi\u00a0tetap", "spasi\u00a0tetap"),
        ("\u2028", "<U+2028>"),
    ],
)
def test_escape(text, shown):
    assert escape(text) == shown


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_nothing_that_a_terminal_obeys_or_hides_is_left(text):
    assert not {category(c) for c in escape(text)} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("char", "size"), [("a", 1), ("字", 2), ("😀", 2), ("\u0301", 0), ("\t", 4), ("\x1b", 4), ("\u202e", 8)]
)
def test_cell_width(char, size):
    assert cell(char)[1] == size


def test_columns_count_what_a_terminal_shows():
    assert columns("e\u0301字a") == 4
    assert columns("abc") == 3
