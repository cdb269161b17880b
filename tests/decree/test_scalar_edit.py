"""An edit of a value becomes an edit of the file that makes exactly that value, or none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_documents import documents

from iki_lint.decree.scalar_edit import meaning, replaced, rewritten, spell, style_of
from iki_lint.decree.tree import Map, Text, plain, texts
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.hit import Hit, fix_of
from iki_lint.findings import Edit, Fix


def first_value(written: str) -> Text:
    root = read_yaml("a.yaml", written.encode()).root
    assert isinstance(root, Map)
    value = next(iter(root.items.values()))
    assert isinstance(value, Text)
    return value


def edited(written: str, *edits: tuple[str, str]) -> str | None:
    """The file after words of its first value are replaced; None when that cannot be."""
    text = first_value(written)
    places = [(text.value.index(old), text.value.index(old) + len(old), new) for old, new in edits]
    made = rewritten(text, places)
    return None if made is None else replaced(written, made)


@pytest.mark.parametrize(
    ("written", "old", "new", "result"),
    [
        ("a: tehnik analisa # c\n", "analisa", "analisis", "a: tehnik analisis # c\n"),
        ("a: pasca\n      bencana alam\n", "pasca bencana", "pascabencana", "a: pascabencana alam\n"),
        ("a: pasca  \r\n      bencana\r\n", " ", "", "a: pascabencana\r\n"),
        ("a: pasca  \n      bencana\n", "pasca ", "", "a: bencana\n"),
        ("a: kata\n  dan lain\n", "dan ", "", "a: kata\n  lain\n"),
        ("a: kata\n  dan\n  lain\n", " dan", "", "a: kata\n  lain\n"),
        ("a: 'b c'\n", "c", "it's", "a: 'b it''s'\n"),
        ("a: 'it''s c'\n", "'", "", "a: 'its c'\n"),
        ("a: 'b: c'\n", "c", "d: #e", "a: 'b: d: #e'\n"),
        ('a: "b c"\n', "c", 'a "d"\\\n', 'a: "b a \\"d\\"\\\\\\n"\n'),
        ('a: "b \\x41c"\n', "A", "a\u00a0", 'a: "b a\\U000000a0c"\n'),
        ('a: "b \\\n    c d"\n', "b c", "e", 'a: "e d"\n'),
        ("a: |\n  b <p>\n  c\n", " <p>", "", "a: |\n  b\n  c\n"),
        ("a: |\n  b\n  <p>\n  c\n", "<p>\n", "", "a: |\n  b\n  c\n"),
        ("a: |\r\n  b\r\n  c\r\n", "b\nc", "d", "a: |\r\n  d\r\n"),
        ("a: >-\n  pasca\n  bencana # x\nd: e\n", "pasca bencana", "pascabencana", "a: >-\n  pascabencana # x\nd: e\n"),
        ("a: &x !!str b c # d\n", "c", "e", "a: &x !!str b e # d\n"),
        ("a: |\n  b <p> \nd: e\n", "<p> ", "c", "a: |\n  b c\nd: e\n"),
        ("a: |+\n  b\n\n \nd: e\n", "b", "c", "a: |+\n  c\n\n \nd: e\n"),
        ("a: |\n  b c", "c", "d", "a: |\n  b d"),
        ("a: b c\n", "b ", "", "a: c\n"),
        ("a: b (i), c\n", " (", ", (", "a: b, (i), c\n"),
    ],
)
def test_words_replaced(written: str, old: str, new: str, result: str) -> None:
    assert edited(written, (old, new)) == result


@pytest.mark.parametrize(
    ("written", "old", "new"),
    [
        ("a: b c\n", "c", ": c"),
        ("a: b c\n", "c", "#c"),
        ("a: b c\n", " c", " "),
        ("a: b c\n", "b c", ""),
        ("a: ' b'\n", "b", ""),
        ("a: b c\n", "b", "b\n"),
        ("a: b c\n", "b c", "null"),
        ("a: b -\n", "b ", ""),
        ("a: b *c\n", "b ", ""),
        ("a: b:c d\n", "c", ""),
        ("a: b c\n", "b", "b,"),
        ("a: b c\n", "c", "\ud800"),
        ("a: b c\n", "c", "\x1b"),
        ('a: "b"\n', "b", "\ud800"),
        ("a: |\n  b c\nd: e\n", " c\n", ""),
        ("a: |\n  b c\nd: e\n", "b", " b"),
        ("a: |\n  b c\nd: e\n", "b", "b\n\n"),
        ("a: b c\n", "c", "c"),
    ],
)
def test_what_the_file_cannot_say_is_no_edit(written: str, old: str, new: str) -> None:
    assert edited(written, (old, new)) is None


@pytest.mark.parametrize("old", ["null", "~"])
def test_a_text_never_becomes_a_null(old: str) -> None:
    assert edited(f"a: <p>{old}\n", ("<p>", "")) is None
    assert edited(f"a: '<p>{old}'\n", ("<p>", "")) == f"a: '{old}'\n"


def test_several_edits_at_once() -> None:
    assert edited("a: '<p>it''s\n   b</p>'\n", ("</p>", ""), ("<p>", ""), ("'", "")) == "a: 'its\n   b'\n"


@pytest.mark.parametrize("edits", [[(0, 3, "x"), (2, 4, "y")], [(0, 99, "x")], [(-1, 2, "x")], [(3, 2, "x")]])
def test_edits_that_overlap_or_reach_too_far(edits: list[tuple[int, int, str]]) -> None:
    assert rewritten(first_value("a: kata lain\n"), edits) is None


def fix(written: str, *edits: tuple[int, int, str], safe: bool = True) -> Fix | None:
    return fix_of(Hit(None, first_value(written), "/a", edits=edits, safe=safe))


def test_the_fix_of_a_hit() -> None:
    assert fix("a: tehnik baru\n", (0, 6, "teknik")) == Fix(True, (Edit((1, 4, 1, 10), "teknik"),))
    assert fix("a: pasca bencana\n", (5, 6, ""), safe=False) == Fix(False, (Edit((1, 9, 1, 10), ""),))
    assert fix("a: antar\n   dinas\n", (5, 6, "")) == Fix(True, (Edit((1, 9, 2, 4), ""),))
    assert fix("a: 'x'\n", (1, 1, "'")) == Fix(True, (Edit((1, 6, 1, 6), "''"),))
    assert fix("a: <p>x</p>\n", (0, 3, ""), (4, 8, "")) == Fix(True, (Edit((1, 4, 1, 7), ""), Edit((1, 8, 1, 12), "")))


@pytest.mark.parametrize(
    ("written", "edit"),
    [
        ("a: kata\n", (0, 4, "")),
        ("a: kata\n", (0, 4, "kata")),
        ("a: nul\n", (3, 3, "l")),
        ("a: -x y\n", (1, 2, "")),
        ("a: kata\n", (3, 5, "u")),
        ("a: x kata\n", (0, 1, "-")),
        ("a: kata\n", (4, 4, " ")),
    ],
)
def test_a_hit_without_a_sound_edit_has_no_fix(written: str, edit: tuple[int, int, str]) -> None:
    assert fix(written, edit) is None


def test_a_hit_without_a_text_has_no_fix() -> None:
    assert fix_of(Hit(None, None, "/a", edits=((0, 1, "x"),))) is None
    assert fix("a: ~\n", (0, 0, "x")) is None


@settings(deadline=None, max_examples=300)
@given(documents)
def test_index_is_the_inverse_of_offset(document: str) -> None:
    for written in (document, document.replace("\n", "\r\n")):
        root = read_yaml("a.yaml", written.encode()).root
        for text in texts(root) if root is not None else ():
            size = len(text.value)
            assert [text.index(text.offset(at)) for at in range(size + 1 if size else 0)] == list(
                range(size + 1 if size else 0)
            )
            inside = [text.index(at) for at in range(text.start, text.end + 1)]
            assert inside == sorted(inside)
            assert inside[0] == 0
            assert inside[-1] == size or text.value.isspace() or text.value[-1] in " \n"


@settings(deadline=None, max_examples=300)
@given(documents, st.data())
def test_a_span_holds_its_characters_and_no_others(document: str, data: st.DataObject) -> None:
    root = read_yaml("a.yaml", document.encode()).root
    for text in texts(root) if root is not None else ():
        if text.value:
            start = data.draw(st.integers(0, len(text.value)))
            end = data.draw(st.integers(start, len(text.value)))
            first, last = text.span(start, end)
            assert text.start <= first <= last <= len(document)
            assert (text.index(first), text.index(last)) == (start, end)


REPLACEMENT = st.one_of(
    st.sampled_from(
        ["", " ", "x", "-", "kata", "pasca bencana", "it's", 'a "b"', ": ", " #", ",", "null", "\\n", "\n"]
    ),
    st.text(max_size=4),
)


@settings(deadline=None, max_examples=500)
@given(documents, st.data())
def test_an_edit_changes_its_text_and_nothing_else(document: str, data: st.DataObject) -> None:
    written = document if data.draw(st.booleans()) else document.replace("\n", "\r\n")
    root = read_yaml("a.yaml", written.encode()).root
    found = [text for text in texts(root) if text.value] if root is not None else []
    if not found or root is None:
        return
    text = data.draw(st.sampled_from(found))
    start = data.draw(st.integers(0, len(text.value)))
    end = data.draw(st.integers(start, min(len(text.value), start + 6)))
    new = data.draw(REPLACEMENT)
    fix = fix_of(Hit(None, text, "", edits=((start, end, new),)))
    if fix is None:
        return
    (edit,) = fix.edits
    starts = text.source.line_starts
    first, last = starts[edit.place[0] - 1] + edit.place[1] - 1, starts[edit.place[2] - 1] + edit.place[3] - 1
    after = read_yaml("a.yaml", (written[:first] + edit.text + written[last:]).encode()).root
    assert after is not None
    text.value = text.value[:start] + new + text.value[end:]
    assert plain(after) == plain(root)


@given(st.text(max_size=6), st.sampled_from(["", "'", '"', "|"]))
def test_meaning_is_the_inverse_of_spell(new: str, style: str) -> None:
    spelled = spell(new, style)
    if spelled is None:
        assert style != '"'
    else:
        told = meaning(spelled, style)
        assert told == new or (told is None and any("\ud800" <= c <= "\udfff" for c in new))


def test_the_style_is_what_opens_the_scalar() -> None:
    opened = [style_of(first_value(f"a: {raw}\n")) for raw in ("b", "'b'", '"b"', "|\n b", ">\n b", "&x 'b'")]
    assert opened == ["", "'", '"', "|", ">", "'"]
