"""Which fixes go together, and the proof that nothing else has changed."""

import pytest

from iki_lint.decree.source import Place, Source
from iki_lint.decree.tree import texts
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.hit import Hit, fix_of
from iki_lint.findings import Edit, Finding, Fix
from iki_lint.fixes import Change, applied, compatible, holds, offered, quarrelling, rewrites


def line_edit(line, column, end, text):
    """An edit inside one line."""
    return Edit(Place(line, column, line, end), text)


def finding(*edits, code="FRM001", safe=True):
    return Finding(code, "contoh", "info", "", "", fix=Fix(safe, edits))


def test_fixes_are_offered_by_place_and_code():
    source = Source("a.yaml", "satu\ndua tiga\n")
    found = [
        finding(line_edit(2, 5, 9, "tujuh"), code="FRM002"),
        finding(line_edit(2, 5, 9, "enam"), line_edit(1, 1, 5, "lima"), code="FRM003"),
        finding(line_edit(2, 5, 9, "enam"), safe=False),
        finding(line_edit(2, 1, 4, "dua")),
        finding(line_edit(2, 1, 4, "x"), line_edit(2, 2, 6, "y")),
        Finding("FRM001", "contoh", "info", "", ""),
    ]
    mixed, plain = Change("FRM003", ((0, 4, "lima"), (9, 13, "enam"))), Change("FRM002", ((9, 13, "tujuh"),))
    assert offered(found, source) == [mixed, plain]
    assert offered(found, source, unsafe=True) == [mixed, Change("FRM001", ((9, 13, "enam"),)), plain]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ((0, 4, "x"), (5, 8, "y"), True),
        ((0, 4, "x"), (4, 8, "y"), False),
        ((0, 4, "x"), (3, 8, "y"), False),
        ((0, 4, "x"), (0, 8, "y"), False),
        ((0, 8, "x"), (2, 4, "y"), False),
        ((3, 3, "x"), (3, 3, "y"), False),
        ((3, 3, "x"), (3, 5, "y"), False),
        ((3, 3, "x"), (4, 4, "y"), True),
    ],
)
def test_of_two_that_overlap_or_touch_the_first_wins(first, second, both):
    changes = [Change("A", (first,)), Change("B", (second,))]
    assert compatible(changes) == (changes if both else changes[:1])


def test_equal_edits_count_once():
    one, other = (0, 4, "x"), (6, 8, "y")
    changes = [Change("A", (one,)), Change("A", (one,)), Change("B", (one, other)), Change("C", (other,))]
    assert compatible(changes) == [Change("A", (one,)), Change("B", (other,))]


def test_a_fix_is_taken_whole_or_not_at_all():
    changes = [Change("A", ((5, 6, "x"),)), Change("B", ((6, 7, "y"), (9, 9, "z"))), Change("C", ((9, 10, "w"),))]
    assert compatible(changes) == [changes[0], changes[2]]


def test_the_edits_of_one_fix_may_touch():
    change = Change("A", ((0, 2, ""), (2, 3, "x")))
    assert compatible([change]) == [change]
    assert applied("abcd", [change]) == "xd"


def test_changes_that_overlap_are_not_applied():
    with pytest.raises(ValueError, match="overlapping"):
        applied("abcd", [Change("A", ((0, 2, ""),)), Change("B", ((1, 3, ""),))])


def test_changes_that_spoil_a_text_together_wait():
    """Each alone is sound; both would make a list item of the text."""
    document = read_yaml("a.yaml", b"a: <p>-<b> x\nb: <p>y\n")
    found = []
    for text, spots in zip(texts(document.root), [[(0, 3), (4, 7)], [(0, 3)]], strict=True):
        for start, end in spots:
            fix = fix_of(Hit(None, text, "", edits=((start, end, ""),)))
            assert fix is not None
            found.append(finding(*fix.edits))
    changes = compatible(offered(found, document.source))
    plan = rewrites(document.root, changes)
    assert plan is not None
    assert [(rewrite.edits, rewrite.changes) for rewrite in plan] == [
        ([(0, 3, ""), (4, 7, "")], [0, 1]),
        ([(0, 3, "")], [2]),
    ]
    assert quarrelling(plan) == {1}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("a: x\nb: {c: ~, d: [y, z]}\n", True),
        ("a: 'x' # catatan\nb:\n  c:\n  d: [y, z]\n", True),
        ("a: x\nb: {c: ~, d: [y]}\n", False),
        ("a: x\nb: {c: '', d: [y, z]}\n", False),
        ("a: x\nb: {d: [y, z], c: ~}\n", False),
        ("a: x\nb: {c: ~, d: y}\n", False),
        ("a: w\nb: {c: ~, d: [y, z]}\n", False),
        ("a: x\nb: {c: ~, d: [y, z]}\na: x\n", False),
        ("a: [x\n", False),
    ],
)
def test_the_same_decree(other, same):
    document = read_yaml("a.yaml", b"a: x\nb: {c: ~, d: [y, z]}\n")
    assert holds(document, read_yaml("a.yaml", other.encode()), []) is same
