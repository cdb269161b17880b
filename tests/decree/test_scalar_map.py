"""Every character of a scalar knows which character of the file made it."""

import re

import pytest
from hypothesis import given, settings
from yaml_documents import documents

from iki_lint.decree.tree import Map, Text, texts
from iki_lint.decree.yaml_source import read_yaml

WHITE = " \t\r\n\x85\u2028\u2029"


def first_value(written: str) -> Text:
    root = read_yaml("a.yaml", written.encode()).root
    assert isinstance(root, Map)
    value = next(iter(root.items.values()))
    assert isinstance(value, Text)
    return value


def origin(text: Text) -> str:
    """The characters of the file that the offsets of a value point at, escapes shortened to their backslash."""
    return "".join(text.source.text[text.offset(at)] for at in range(len(text.value)))


@pytest.mark.parametrize(
    ("written", "value", "seen"),
    [
        ("a: b c\n", "b c", "b c"),
        ("a: b\n  c\n\n\n  d\n", "b c\n\nd", "b\nc\n\nd"),
        ("a: b\r\n  c\r\n\r\n  d\r\n", "b c\nd", "b\rc\rd"),
        ("a: b\u2028 c\n", "b\u2028c", "b\u2028c"),
        ("a: 'b''c ''\n  d'\n", "b'c ' d", "b'c '\nd"),
        ("a: ' b '\n", " b ", " b "),
        ('a: "b\\tc\\x41\\u00e9\\U0001F600\\"d"\n', 'b\tcAé😀"d', "b\\c\\\\\\\\d"),
        ('a: "b \\\n    c\\\n\n  d \n  e"\n', "b c\nd e", "b c\nd\ne"),
        ("a: |\n  b\n   c\n\n  d\n\n\n", "b\n c\n\nd\n", "b\n c\n\nd\n"),
        ("a: |-\n\n  b\n \n  c\n", "\nb\n\nc", "\nb\n\nc"),
        ("a: |+\n  b\n\n\n", "b\n\n\n", "b\n\n\n"),
        ("a: |2 # c\n    b\n", "  b\n", "  b\n"),
        ("a: |1\n   \n", "  \n", "  \n"),
        ("a: |\r\n  b\r\n  c\r\n", "b\nc\n", "b\rc\r"),
        ("a: >\n  b\n  c\n\n  d\n\n   e\n   f\n  g\n  h\n", "b c\nd\n\n e\n f\ng h\n", "b\nc\nd\n\n e\n f\ng\nh\n"),
        ("a: >-\n  b\n\nd: c\n", "b", "b"),
        ("a: >\n  b\n\nd: c\n", "b\n", "b\n"),
        ("a: &x !!str >\n  b\n  c\n", "b c\n", "b\nc\n"),
        ("a: |\n  b", "b", "b"),
    ],
)
def test_offsets(written: str, value: str, seen: str) -> None:
    text = first_value(written)
    assert text.value == value
    assert origin(text) == seen


def test_exact_offsets() -> None:
    assert first_value("a: 'b''c'\n").breakpoints == [(0, 4), (2, 7)]
    assert first_value('a: "b\\x41c"\n').breakpoints == [(0, 4), (2, 9)]
    assert first_value("a: >\n  b\n  c\n").breakpoints == [(0, 7), (2, 11)]
    assert first_value("a: b c\n").breakpoints == [(0, 3)]


def test_a_place_inside_a_folded_scalar() -> None:
    text = first_value("nama: >\n  Jumlah dokumen\n  yang tersusun\n")
    start = text.value.index("tersusun")
    assert text.place(start, start + 8) == (3, 8, 3, 16)
    assert text.place(start - 5, start) == (3, 3, 3, 8)
    assert text.place(0, 6) == (2, 3, 2, 9)


@pytest.mark.parametrize(
    ("written", "stop", "seen"),
    [
        ("a: 'b''c'\n", 2, "b''"),
        ("a: 'b'''\n", 2, "b''"),
        ("a: 'b\\'\n", 2, "b\\"),
        ('a: "b\\x41c"\n', 2, "b\\x41"),
        ('a: "b\\u00e9"\n', 2, "b\\u00e9"),
        ('a: "b\\U0001F600 c"\n', 2, "b\\U0001F600"),
        ('a: "b\\""\n', 2, 'b\\"'),
        ('a: "b\\\\"\n', 2, "b\\\\"),
        ('a: "b\\"  \n  c"\n', 2, 'b\\"'),
        ("a: it's\n   b\n", 3, "it'"),
        ("a: b\\c\n   d\n", 2, "b\\"),
        ("a: |\n  b\\\n", 2, "b\\"),
        ("a: |\n  '\n", 1, "'"),
    ],
)
def test_a_place_ends_behind_the_whole_escape(written: str, stop: int, seen: str) -> None:
    text = first_value(written)
    line, column, end_line, end_column = text.place(0, stop)
    assert line == end_line
    assert text.source.line(line)[column - 1 : end_column - 1] == seen


def test_an_empty_scalar_has_its_own_place() -> None:
    assert first_value("a: ''\n").place() == (1, 4, 1, 6)
    assert first_value("a:\n").place() == (1, 3, 1, 3)


def made_by(text: Text, at: int) -> bool:
    """Whether the file has, at the mapped offset, what can have made the character."""
    raw, offset = text.source.text, text.offset(at)
    made, source = text.value[at], text.source.text[offset]
    if raw[text.start] == '"' and source == "\\":
        escape = re.compile(r"\\(?:x(..)|u(....)|U(.{8})|(.))").match(raw, offset)
        assert escape is not None
        code = escape[1] or escape[2] or escape[3]
        return made == (chr(int(code, 16)) if code else {"n": "\n"}.get(escape[4], escape[4]))
    return made == source or (made in " \n" and source in WHITE)


@settings(deadline=None, max_examples=400)
@given(documents)
def test_every_character_comes_from_its_offset(document: str) -> None:
    for written in (document, document.replace("\n", "\r\n")):
        root = read_yaml("a.yaml", written.encode()).root
        for text in texts(root) if root is not None else ():
            offsets = [text.offset(at) for at in range(len(text.value))]
            assert offsets == sorted(set(offsets))
            assert all(made_by(text, at) for at in range(len(text.value)))
            assert all(
                text.start <= offset < text.end for at, offset in enumerate(offsets) if text.value[at] not in WHITE
            )
