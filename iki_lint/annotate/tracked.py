"""Fixes written into a Word file as tracked changes: a person sees each of them and accepts or rejects it.

The words are replaced where they stand, in their own formatting. The new file is read again: were anything but these
words different, nothing would be given back.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from iki_lint.annotate.remarks import AUTHOR
from iki_lint.annotate.word import opened as open_word
from iki_lint.annotate.word import saved
from iki_lint.config.asked import Config
from iki_lint.fixes import Change, applied, compatible, offered
from iki_lint.linting import check_opened, open_decree
from iki_lint.readers.laid_out import lay_out
from iki_lint.readers.unreadable import UnreadableDecree
from iki_lint.readers.word import read
from iki_lint.readers.word_walk import Found, Walk

Element = Any

_LONGEST = 80
_ID, _R, _T, _PROPERTIES = qn("w:id"), qn("w:r"), qn("w:t"), qn("w:rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Tracked(NamedTuple):
    """The new file, and how many fixes of each rule are in it, by code; None when they could not be shown right."""

    data: bytes | None
    applied: dict[str, int]


class _Part(NamedTuple):
    """A stretch of characters within one text element."""

    element: Element
    start: int
    end: int


def tracked(path: str, data: bytes, config: Config, unsafe: bool = False) -> Tracked:
    """A Word file with its fixes as tracked changes. Raises UnreadableDecree when it cannot be opened."""
    decree = open_decree(path, data, config.lang)
    document, walk = open_word(path, data)
    places = _Places(path, walk, list(walk.body(document.element.body)))
    changes = []
    for change in compatible(offered(check_opened(path, decree, config).findings, decree.source, unsafe)):
        parts = [places.parts(*edit[:2]) for edit in change.edits if _is_word(edit[2])]
        if len(parts) == len(change.edits) and all(parts):
            changes.append(change)
    _write(document.element.body, places, changes)
    made = saved(path, document)
    try:
        sound = read(path, made).source.text == applied(decree.source.text, changes)
    except UnreadableDecree:
        sound = False
    counts = Counter(change.code for change in changes)
    return Tracked(made if sound else None, dict(sorted(counts.items())))


def _is_word(new: str) -> bool:
    """Whether a replacement is words as they stand, not a whole text in the quotes of YAML."""
    return len(new) <= _LONGEST and not set(new) & set("\"'\\\n\t")


class _Places:
    """Where the characters of the text that stands for a Word file are in its elements."""

    def __init__(self, path: str, walk: Walk, found: list[Found]) -> None:
        self._walk = walk
        self._starts: list[int] = []
        self._pieces: list[tuple[str, Element]] = []
        self._known: dict[int, list[tuple[Element, int] | None]] = {}
        at = 0
        for row in found:
            length = len(lay_out(path, [row.pieces]).source.text)
            if length == 1:
                continue
            offset = at
            for piece, anchor in zip(row.pieces, row.anchors, strict=True):
                self._starts.append(offset)
                self._pieces.append((piece.text, anchor))
                offset += len(piece.text) + 1
            at += length

    def parts(self, start: int, end: int) -> list[_Part]:
        """The stretches that hold the characters `start..end`; none when they are not all in text elements."""
        number = bisect_right(self._starts, start) - 1
        if number < 0 or start == end:
            return []
        at = self._starts[number]
        here = self._characters(number)[start - at : end - at]
        if len(here) < end - start or None in here:
            return []
        stretches = groupby((each for each in here if each), key=lambda each: id(each[0]))
        made = [list(group) for _, group in stretches]
        return [_Part(group[0][0], group[0][1], group[-1][1] + 1) for group in made]

    def _characters(self, number: int) -> list[tuple[Element, int] | None]:
        if number not in self._known:
            text, anchor = self._pieces[number]
            found: list[tuple[Element, int] | None] = [None] * len(text)
            at = 0
            for element in self._walk.shown(anchor) if anchor is not None else ():
                words = element.text or ""
                start = text.find(words, at)
                if start >= 0 and element.getparent().tag == _R:
                    found[start : start + len(words)] = [(element, i) for i in range(len(words))]
                    at = start + len(words)
            self._known[number] = found
        return self._known[number]


def _write(body: Element, places: _Places, changes: list[Change]) -> None:
    """The last edit first, so that those before it stay where they are."""
    ids = _free_ids(body)
    edits = sorted(((*edit, places.parts(*edit[:2])) for change in changes for edit in change.edits), reverse=True)
    for _, _, new, parts in edits:
        form = parts[0].element.getparent().find(_PROPERTIES)
        form = deepcopy(form) if form is not None else None
        last = None
        for part in reversed(parts):
            removed = _wrapped("w:del", _cut(part), next(ids))
            last = removed if last is None else last
        if new and last is not None:
            last.addnext(_wrapped("w:ins", _run(form, new), next(ids), last))


def _free_ids(body: Element) -> Iterator[int]:
    used = [int(id) for each in body.iter() if (id := each.get(_ID) or "").isdecimal() and len(id) < 10]
    number = max(used, default=0)
    while True:
        number += 1
        yield number


def _cut(part: _Part) -> Element:
    """Make a run of a stretch of a run's text; the run keeps what is before it, another gets what is behind."""
    text, run = part.element, part.element.getparent()
    words = text.text
    form = run.find(_PROPERTIES)
    behind = list(text.itersiblings())
    if behind or part.end < len(words):
        rest = _run(deepcopy(form) if form is not None else None, words[part.end :])
        rest.extend(behind)
        run.addnext(rest)
    cut = _run(deepcopy(form) if form is not None else None, words[part.start : part.end])
    run.addnext(cut)
    text.text = words[: part.start]
    text.set(_SPACE, "preserve")
    cut.find(_T).tag = qn("w:delText")
    return cut


def _run(form: Element | None, words: str) -> Element:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    if form is not None:
        run.append(form)
    text.text = words
    text.set(_SPACE, "preserve")
    run.append(text)
    return run


def _wrapped(tag: str, run: Element, id: int, beside: Element | None = None) -> Element:
    """A tracked change around a run, in its place unless it goes beside another one."""
    change = OxmlElement(tag)
    change.set(_ID, str(id))
    change.set(qn("w:author"), AUTHOR)
    if beside is None:
        run.addprevious(change)
    change.append(run)
    return change
