"""Formulas that are plain words: most of them ("Jumlah surat keluar"). They need neither the grammar nor a tree.

A cheap test tells them from those that may hold more, and their kind is that of the words they begin with.
"""

import re
from collections.abc import Container, Mapping
from typing import NamedTuple

from iki_lint.patterns import pattern

LONGEST = 4_000
"""Characters; a longer cell is not a formula."""

NOTE = r"[.,;\n]\s{0,9}(?:ket|catatan|dengan\s+ketentuan|di\s*mana)"
_HINT = pattern(
    r"[^\w\s.,;&'\"?!]|[0-9_Σ]|(?<!\w)x(?!\w)|dibagi|banding|dikali|ditambah|dikurang|terhadap|target|(?<!\S)a[.)]\s|"
    + NOTE,
    re.IGNORECASE,
)
_COUNT = r"(?:jumlah|total|banyaknya|seluruh)"
# An operator, a target, a list or an aside that is not plain.
_SUSPECT = pattern(
    r"[=+*×÷➗%‰∑Σ−∶∕⁄·∙✕✖⋅:\[\]{}]|[-–—―_]{3}"
    r"|\A\W*(?:[0-9(]|(?:rp|target|minim|maksim|sekurang|setidak|se(?:banyak|besar|nilai)|antara|paling|kurang|lebih"
    r"|di\s*(?:atas|bawah)|rumus|formula|cara|perhitungan)|[<>≤≥±])"
    r"|(?:dibagi|berbanding|dibanding|dikali|ditambah|dikurang)"
    rf"|terhadap\s*{_COUNT}|/\s*(?:{_COUNT}|[0-9(])|\)\s*[-–—/]|persen\s*x|(?<!\w)x\s+{_COUNT}|kali\s*100"
    rf"|[-–—]\s*(?:{_COUNT}|\()|(?<!\w)x\s*[0-9(]|[0-9)]\s*x(?!\w)"
    r"|(?<!\S)[1a][.)]\s|\([^()]*(?:\(|\Z)|\A[^()]*\)|\)[^()]*\)|" + NOTE,
    re.IGNORECASE,
)
_OPERATIONS = ("dibagi", "banding", "dikali", "ditambah", "dikurang", "terhadap", "target", " x ")

_LONGEST_HEAD = 3
_WORD = pattern(r"[∑Σ]|[^\s/,;:.()∑Σ]+")


class Vocabulary(NamedTuple):
    """The words that classify a phrase, all in lower case: `heads` (up to three words) with their kind, and `units`."""

    heads: Mapping[str, str]
    units: Container[str]


class Head(NamedTuple):
    """The words that a phrase begins with and that say how it is measured: where they end, and what they mean."""

    end: int
    kind: str


def needs_grammar(text: str) -> bool:
    """Whether the text may hold more than plain words; word pairs ("RT/RW", "dan/atau") and asides do not count."""
    if text.replace(" ", "").isalpha():
        lower = text.casefold()
        if not any(word in lower for word in _OPERATIONS):
            return False
    return _HINT.search(text) is not None and _SUSPECT.search(text) is not None


def plain_kind(text: str, words: Vocabulary) -> str | None:
    """The kind of a formula of plain words: that of its head, "satuan", "kalimat" or "kosong"; None for any other
    formula, which must be read."""
    if len(text) > LONGEST or needs_grammar(text):
        return None
    start, end = bare(text, 0, len(text))
    if is_unit(text[start:end], words):
        return "satuan"
    head = head_of(text, start, end, words)
    return head.kind if head else "kalimat" if start < end else "kosong"


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch `start..end` without bullets before it and spaces and punctuation around it."""
    first = start
    while start < end and (text[start].isspace() or text[start] in ".,;:=•*·-–—"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".,;:="):
        end -= 1
    return (start, end) if start < end else (first, first)


def is_unit(text: str, words: Vocabulary) -> bool:
    """Whether a text is nothing but a unit."""
    return " ".join(text.split()).casefold() in words.units


def head_of(text: str, start: int, end: int, words: Vocabulary) -> Head | None:
    """The longest known head that the phrase `text[start:end]` begins with."""
    for stop in reversed(_first_ends(text, start, end)):
        kind = words.heads.get(" ".join(text[start:stop].split()).casefold())
        if kind is not None:
            return Head(stop, kind)
    return None


def _first_ends(text: str, start: int, end: int) -> list[int]:
    """Where each of the first words of a phrase ends, without the punctuation behind it."""
    phrase = text[start:end]
    ends: list[int] = []
    at = start
    if phrase.replace(" ", "").isalpha():
        for word in phrase.split(None, _LONGEST_HEAD)[:_LONGEST_HEAD]:
            at = text.index(word, at) + len(word)
            ends.append(at)
        return ends
    while len(ends) < _LONGEST_HEAD and (found := _WORD.search(text, at, end)):
        at = found.end()
        ends.append(at)
    return ends
