"""One page of a PDF file: the cells of its ruled tables and the lines of text around them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from math import inf
from typing import NamedTuple

import pypdfium2

from iki_lint.readers.broken_lines import LINE_END
from iki_lint.readers.cut_words import whole
from iki_lint.readers.hanging import lengthened
from iki_lint.readers.pdf_drawn import Cut, TooMuch, View, edges, view_of
from iki_lint.readers.ruled import NEAR, Box, Edge, Slot, Table, tables

MAX_EDGES = 5_000
"""Edges of a page, each of its cells drawn on its own: a table of 40 rows and 5 columns has 800."""
MAX_FIELDS = 100_000
"""Fields of the grid that the edges of a page make."""


class Line(NamedTuple):
    """A line of text outside of tables: its stretches between wide gaps, each with its place."""

    box: Box
    stretches: tuple[tuple[Box, str], ...]

    @property
    def text(self) -> str:
        """The whole line."""
        return " ".join(text for _, text in self.stretches)


class Page(NamedTuple):
    """What stands on a page, in reading order; `texts` has the words of each cell of its tables.

    `written` bounds every stretch of text, in tables or not. `pictured` means that a picture covers most of the page.
    `complete` is false when it holds characters that are in no cell and no line, or in two, or across an edge.
    """

    number: int
    view: View
    blocks: tuple[Table | Line, ...]
    texts: dict[Slot, str]
    written: tuple[Box, ...]
    characters: int
    edges: int
    pictured: bool
    complete: bool


class Room(NamedTuple):
    """What is left free in a cell: the width behind its last word, and whether its text reaches the bottom."""

    left: float
    full: bool


FREE = Room(inf, False)


def read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Read a page (from 0). Raises TooMuch, and what pypdfium2 raises for a damaged page."""
    page = document[index]
    try:
        words = page.get_textpage()
        try:
            return _read(page, words, index + 1)
        finally:
            words.close()
    finally:
        page.close()


class Words(NamedTuple):
    """The text of a page as it is seen."""

    page: pypdfium2.PdfTextPage
    view: View

    def inside(self, box: Box) -> str:
        """What is written in a box."""
        text: str = self.page.get_text_bounded(*self.view.stored(box))
        return text

    def boxes(self) -> tuple[Box, ...]:
        """Where something is written."""
        return tuple(self.view.seen(Box(*self.page.get_rect(number))) for number in range(self.page.count_rects()))


def _read(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int) -> Page:
    view = view_of(page)
    words = Words(text, view)
    drawn = edges(page, view)
    count = len(drawn.across) + len(drawn.upright)
    fields = len({round(edge.at) for edge in drawn.across}) * len({round(edge.at) for edge in drawn.upright})
    if count > MAX_EDGES or fields > MAX_FIELDS:
        raise TooMuch
    cut = [each.text for each in drawn.cut if _goes_on(each, drawn.across)]
    written = tuple(box for box in words.boxes() if not any(holds(each, box) for each in cut))
    found = [lengthened(table, written, drawn.across) for table in tables(drawn.across, drawn.upright)]
    slots = {slot for table in found for row in table.rows for column in row for slot in column}
    texts = {}
    for slot in slots:
        inside = partial(_inside, slot.box, written)
        texts[slot] = whole(words.inside(_within(slot.box)), slot.box, inside)
    lines = _lines(words, written, [table.box for table in found])
    characters = _count(text.get_text_range()) - sum(_count(words.inside(each)) for each in cut)
    placed = sum(map(_count, texts.values())) + sum(_count(line.text) for line in lines)
    blocks: list[Table | Line] = [*found, *lines]
    blocks.sort(key=lambda block: (-block.box.top, block.box.left))
    complete = placed == characters and not any(_crosses(written, table) for table in found)
    return Page(number, view, tuple(blocks), texts, written, characters, count, drawn.pictured, complete)


def _goes_on(cut: Cut, across: Sequence[Edge]) -> bool:
    """Whether what is cut off is seen on the page before or after: its cell has no line there.

    A spreadsheet draws the whole text of a merged cell on each of its pages. Behind a line it would be lost.
    """
    window = cut.window
    at = window.top if cut.text.top > window.top else window.bottom
    middle = (cut.text.left + cut.text.right) / 2
    return not any(abs(edge.at - at) <= NEAR and edge.start <= middle <= edge.end for edge in across)


def _crosses(written: tuple[Box, ...], table: Table) -> bool:
    """Whether text in a table lies across the edge of its cell, or over other text: its row is not high enough."""
    columns = [list(dict.fromkeys(slot for row in table.rows for slot in row[at])) for at in range(len(table.rows[0]))]
    bottoms = [[-slot.box.bottom for slot in column] for column in columns]
    before: dict[Slot, Box] = {}
    for box in sorted((box for box in written if holds(table.box, box)), key=lambda box: (box.top + box.bottom, box)):
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        at = min(bisect_right(table.edges, x), len(columns)) - 1
        while at > 0 and not columns[at]:
            at -= 1
        slot = columns[at][min(bisect_left(bottoms[at], -y), len(columns[at]) - 1)]
        if holds(slot.box, box):
            slack = (box.top - box.bottom) * 0.35
            if box.top > slot.box.top + slack or box.bottom < slot.box.bottom - slack:
                return True
            if slot in before and _overprints(box, before[slot]):
                return True
            before[slot] = box
    return False


def _overprints(box: Box, below: Box) -> bool:
    """Whether a stretch of text covers part of one that lies a little lower."""
    height = min(box.top - box.bottom, below.top - below.bottom)
    apart = (box.top + box.bottom - below.top - below.bottom) / 2
    return 0.1 * height < apart < 0.5 * height and min(box.right, below.right) - max(box.left, below.left) > height


def _count(text: str) -> int:
    """How many characters are printed."""
    return len(re.sub(r"\s+", "", text))


def _within(box: Box) -> Box:
    """The box without its edges, on which signs of the neighbours may lie."""
    return Box(box.left + 0.5, box.bottom + 0.5, box.right - 0.5, box.top - 0.5)


def _core(box: Box) -> Box:
    """A stretch of a line without its upper and lower edge, which the next lines may touch."""
    edge = (box.top - box.bottom) * 0.15
    return Box(box.left, box.bottom + edge, box.right, box.top - edge)


def room(page: Page, slot: Slot) -> Room:
    """What is left free in a cell."""
    inside = _inside(slot.box, page.written)
    if not inside:
        return FREE
    low = min(inside, key=lambda box: box.bottom)
    height = max(low.top - low.bottom, 1)
    last = max(box.right for box in inside if box.bottom < (low.bottom + low.top) / 2)
    edge = slot.box.right - (min(box.left for box in inside) - slot.box.left)
    return Room(edge - last, low.bottom - slot.box.bottom < 2.5 * height)


def first_width(page: Page, slot: Slot) -> float:
    """About how wide the first word of a cell is, with the blank that it needs before it."""
    line = next((line for line in re.split(LINE_END, page.texts[slot]) if line.strip()), "").strip()
    inside = _inside(slot.box, page.written)
    if not line or not inside:
        return 0
    high = max(inside, key=lambda box: box.top)
    first = [box for box in inside if box.top > (high.bottom + high.top) / 2]
    width = max(box.right for box in first) - min(box.left for box in first)
    return width / len(line) * (len(line.split()[0]) + 1)


def _lines(words: Words, written: tuple[Box, ...], taken: list[Box]) -> list[Line]:
    """The lines of text outside the tables, from the top."""
    free = [box for box in written if not any(_meet(_within(table), box) for table in taken)]
    free.sort(key=lambda box: -(box.top + box.bottom))
    rows: list[list[Box]] = []
    for box in free:
        if rows and rows[-1][0].bottom < (box.top + box.bottom) / 2 < rows[-1][0].top:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [line for row in rows if (line := _line(words, sorted(row))).text.strip()]


def holds(table: Box, box: Box) -> bool:
    """Whether the middle of a box lies in a table or cell."""
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return table.left <= x <= table.right and table.bottom <= y <= table.top


def _inside(cell: Box, written: Sequence[Box]) -> list[Box]:
    return [box for box in written if holds(cell, box)]


def _meet(a: Box, b: Box) -> bool:
    """Whether two boxes have a point in common, as pdfium asks of a cell and its letters."""
    return a.left <= b.right and b.left <= a.right and a.bottom <= b.top and b.bottom <= a.top


def _line(words: Words, boxes: list[Box]) -> Line:
    made: list[Box] = []
    for box in boxes:
        if made and box.left - made[-1].right < 1.5 * (made[-1].top - made[-1].bottom):
            made[-1] = around(made[-1], box)
        else:
            made.append(box)
    stretches = [(box, words.inside(_core(box))) for box in made]
    whole = made[0]
    for box in made[1:]:
        whole = around(whole, box)
    return Line(whole, tuple((box, " ".join(text.split())) for box, text in stretches))


def around(a: Box, b: Box) -> Box:
    """The smallest box around two."""
    return Box(min(a.left, b.left), min(a.bottom, b.bottom), max(a.right, b.right), max(a.top, b.top))
