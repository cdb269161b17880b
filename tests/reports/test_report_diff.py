"""The unified diff: exact words, and what `patch` would make of it."""

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.reports.diff import unified_diff

LINES = [f"k{number}: nilai {number}" for number in range(1, 31)]
TEXT = "\n".join(LINES) + "\n"


def changed(*numbers):
    return "".join(f"k{n}: {'baru' if n in numbers else f'nilai {n}'}\n" for n in range(1, 31))


def test_nothing_different():
    assert unified_diff("a.yaml", TEXT, TEXT) == ""


def test_two_changes_far_apart():
    assert unified_diff("a.yaml", TEXT, changed(1, 12)) == (
        "--- a.yaml\n+++ a.yaml\n"
        "@@ -1,4 +1,4 @@\n-k1: nilai 1\n+k1: baru\n k2: nilai 2\n k3: nilai 3\n k4: nilai 4\n"
        "@@ -9,7 +9,7 @@\n k9: nilai 9\n k10: nilai 10\n k11: nilai 11\n-k12: nilai 12\n+k12: baru\n"
        " k13: nilai 13\n k14: nilai 14\n k15: nilai 15\n"
    )


@pytest.mark.parametrize(
    "numbers", [(30,), (1, 2, 3), (4, 11), (4, 12), (4, 10, 16), (1, 30), (15, 16, 18), tuple(range(1, 31))]
)
def test_the_same_as_difflib(numbers):
    new = changed(*numbers)
    theirs = difflib.unified_diff(TEXT.splitlines(True), new.splitlines(True), "a.yaml", "a.yaml")
    assert unified_diff("a.yaml", TEXT, new) == "".join(theirs)


def test_lines_that_were_joined():
    old = "a: satu\nb: pasca\n   bencana\nc: tiga\n"
    assert unified_diff("a.yaml", old, old.replace("pasca\n   bencana", "pascabencana")) == (
        "--- a.yaml\n+++ a.yaml\n@@ -1,4 +1,3 @@\n a: satu\n-b: pasca\n-   bencana\n+b: pascabencana\n c: tiga\n"
    )


def test_a_last_line_without_its_end():
    assert unified_diff("a.yaml", "a: satu\nb: dua", "a: satu\nb: tiga") == (
        "--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n a: satu\n"
        "-b: dua\n\\ No newline at end of file\n+b: tiga\n\\ No newline at end of file\n"
    )


def test_a_single_line():
    assert unified_diff("a.yaml", "a: satu\n", "a: dua\n") == "--- a.yaml\n+++ a.yaml\n@@ -1 +1 @@\n-a: satu\n+a: dua\n"


def test_only_a_line_feed_ends_a_line():
    old = "\ufeffa: satu\u2028 dua\r\nb: tiga\r\n"
    assert unified_diff("a.yaml", old, old.replace("tiga", "3")) == (
        "--- a.yaml\n+++ a.yaml\n@@ -1,2 +1,2 @@\n \ufeffa: satu\u2028 dua\r\n-b: tiga\r\n+b: 3\r\n"
    )


def patched(old, diff):
    """What `patch` makes of a text."""
    lines, made, at = old.split("\n"), [], 0
    for line in diff.split("\n")[2:]:
        if line.startswith("@@"):
            start, _, size = line.split()[1][1:].partition(",")
            start = int(start) - (size != "0")
            made += lines[at:start]
            at = start
        elif line[:1] in (" ", "-"):
            assert lines[at] == line[1:]
            made += [line[1:]] if line[0] == " " else []
            at += 1
        elif line[:1] == "+":
            made.append(line[1:])
    return "\n".join(made + lines[at:])


PARTS = st.lists(
    st.tuples(st.sampled_from(["satu", "dua", "satu"]), st.sampled_from(["satu", "dua", "pasca\n   bencana", "pasca"])),
    min_size=1,
    max_size=40,
)


@settings(deadline=None)
@given(PARTS, st.booleans())
def test_a_diff_can_be_applied(parts, readable):
    key = "k{}: " if readable else "{}"
    old = "".join(f"{key.format(n)}{one}\n{key.format(n)}x: {two}\n" for n, (one, two) in enumerate(parts))
    new = old.replace("pasca\n   ", "pasca").replace("dua", "2")
    assert patched(old, unified_diff("a.yaml", old, new)) == new
