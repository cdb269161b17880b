"""Checks that no built-in rule names: the rules of local packs give them their words and patterns."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import Indicator, Row, pointer_of
from iki_lint.decree.tree import Map, Seq, Text
from iki_lint.engine.condition_runtime import matches
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, Subject
from iki_lint.engine.ruleneeds import Needs

NEEDS = {
    "kata-terdaftar": Needs({"daftar": "", "kolom": ("",)}, {"": frozenset({"kata"})}),
    "kata-berpadanan": Needs({"daftar": "", "kolom": ("",)}, {"": frozenset({"kata", "usul"})}, pairs=True),
    "isi-berpola": Needs({"pola": "", "kolom": ("",)}, {"": frozenset({"isi"})}),
}
"""What a rule gives to these checks: the name of a word list or a pattern, and the columns to look at."""

_NAMES = {"uraian": "rencana", "nama": "indikator"}
_WORD = re.compile(r"\S+")
_EDGES = ".,;:!?()[]{}\"'“”‘’"
_LONGEST = 12


def listed_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Words and phrases that stand in the list `daftar`, in any letter case and whole."""
    for owner, text, pointer, start, end, _ in _listed(context, options):
        yield Hit(owner, text, pointer, start, end, args={"kata": text.value[start:end]})


def replaced_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Words that the list of pairs `daftar` has another one for, with an edit that may change the meaning."""
    for owner, text, pointer, start, end, other in _listed(context, options):
        args = {"kata": text.value[start:end], "usul": other}
        yield Hit(owner, text, pointer, start, end, args=args, edits=((start, end, other),), safe=False)


def unlike_pattern(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Cells with content in which the pattern `pola` does not occur."""
    for owner, text, pointer in _cells(context, options["kolom"]):
        content = text.value.strip()
        if content and not matches(content, options["pola"]):
            yield Hit(owner, text, pointer, args={"isi": content})


def _listed(context: Context, options: Mapping[str, Any]) -> Iterator[tuple[Subject, Text, str, int, int, str]]:
    words = context.lists[options["daftar"]]
    listed = {_split(entry): words[entry] if isinstance(words, Mapping) else "" for entry in words}
    longest = min(max(map(len, listed), default=0), _LONGEST)
    known: dict[str, list[tuple[int, int, str]]] = {}
    for owner, text, pointer in _cells(context, options["kolom"]):
        if text.value not in known:
            known[text.value] = list(_found(text.value, listed, longest))
        for start, end, other in known[text.value]:
            yield owner, text, pointer, start, end, other


def _found(text: str, listed: Mapping[tuple[str, ...], str], longest: int) -> Iterator[tuple[int, int, str]]:
    """The listed phrases of a text with their offsets, the longest at each place."""
    spans = [_trimmed(text, *found.span()) for found in _WORD.finditer(text)]
    words = [text[start:end].lower() for start, end in spans]
    at = 0
    while at < len(words):
        wide = next((n for n in range(min(longest, len(words) - at), 0, -1) if tuple(words[at : at + n]) in listed), 0)
        if wide:
            yield spans[at][0], spans[at + wide - 1][1], listed[tuple(words[at : at + wide])]
        at += wide or 1


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    word = text[start:end]
    left = len(word) - len(word.lstrip(_EDGES))
    return (start + left, start + len(word.rstrip(_EDGES))) if left < len(word) else (start, end)


def _split(entry: str) -> tuple[str, ...]:
    return tuple(entry[slice(*_trimmed(entry, *found.span()))] for found in _WORD.finditer(entry))


def _cells(context: Context, columns: tuple[str, ...]) -> Iterator[tuple[Subject, Text, str]]:
    """The cells in some columns, rows that look shifted left out."""
    for owner, text, key in context.decree.cells:
        if _NAMES.get(key, key) in columns and not (isinstance(owner, Row) and id(owner) in context.suspects):
            yield owner, text, pointer_of(owner, key)
    for key in ("satuan", "target", "penjelasan"):
        for indicator in context.decree.indicators() if key in columns else ():
            for text, below in _texts(indicator, key):
                yield indicator, text, f"{indicator.pointer}/{key}{below}"


def _texts(indicator: Indicator, key: str) -> Iterator[tuple[Text, str]]:
    """The texts of a field: itself, or one for each year or item."""
    node = indicator.node.items.get(key)
    if isinstance(node, Text):
        yield node, ""
    inner = node.items if isinstance(node, Map) else dict(enumerate(node.items)) if isinstance(node, Seq) else {}
    for name, each in inner.items():
        if isinstance(each, Text):
            yield each, f"/{name}"


CHECKS = {"kata-terdaftar": listed_words, "kata-berpadanan": replaced_words, "isi-berpola": unlike_pattern}
