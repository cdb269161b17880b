"""One page of a PDF file: the cells of its ruled tables and the lines of text around them."""

import re
from ctypes import byref, c_float, c_int
from math import inf
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from iki_lint.readers.ruled import THIN, Box, Edge, Slot, Table, tables

MAX_PATHS = 50_000
"""Drawn objects of a page; a table of 40 rows has about 100."""


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
    `complete` is false when it holds characters that are in no cell and no line, or in two.
    """

    number: int
    box: Box
    blocks: tuple[Table | Line, ...]
    texts: dict[Slot, str]
    written: tuple[Box, ...]
    characters: int
    pictured: bool
    complete: bool


class Room(NamedTuple):
    """What is left free in a cell: so many letters behind its last word, and whether its text reaches the bottom."""

    letters: float
    full: bool


FREE = Room(inf, False)


class TooMuch(Exception):
    """The page holds more than any page of a decree."""


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


def _read(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, number: int) -> Page:
    box = Box(*page.get_bbox())
    across, upright, pictured = _drawn(page, box)
    found = tables(across, upright)
    texts = {
        slot: words.get_text_bounded(*_within(slot.box))
        for table in found
        for row in table.rows
        for column in row
        for slot in column
    }
    written = tuple(Box(*words.get_rect(number)) for number in range(words.count_rects()))
    lines = _lines(words, written, [table.box for table in found])
    everything = words.get_text_range()
    placed = sum(map(_count, texts.values())) + sum(_count(line.text) for line in lines)
    blocks: list[Table | Line] = [*found, *lines]
    blocks.sort(key=lambda block: (-block.box.top, block.box.left))
    characters = _count(everything)
    return Page(number, box, tuple(blocks), texts, written, characters, pictured, placed == characters)


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


def _drawn(page: pypdfium2.PdfPage, box: Box) -> tuple[list[Edge], list[Edge], bool]:
    """The horizontal and vertical edges of a page, and whether a picture covers most of it."""
    across: list[Edge] = []
    upright: list[Edge] = []
    pictured = False
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    area = (box.right - box.left) * (box.top - box.bottom)
    for number, each in enumerate(page.get_objects(kinds)):
        if number > MAX_PATHS:
            raise TooMuch
        left, bottom, right, top = each.get_bounds()
        if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured = pictured or (right - left) * (top - bottom) > area / 2
        elif top - bottom <= THIN < right - left:
            across.append(Edge((bottom + top) / 2, left, right))
        elif right - left <= THIN < top - bottom:
            upright.append(Edge((left + right) / 2, bottom, top))
        elif right - left > THIN and _is_stroked(each.raw):
            _outline(each, across, upright)
    return across, upright, pictured


def _is_stroked(path: "pdfium.FPDF_PAGEOBJECT") -> bool:
    fill, stroke = c_int(), c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) and stroke.value)


def _outline(each: pypdfium2.PdfObject, across: list[Edge], upright: list[Edge]) -> None:
    """The straight edges of a drawn frame, or of many lines drawn in one go."""
    matrix = each.get_matrix()
    count = pdfium.FPDFPath_CountSegments(each.raw)
    if count > MAX_PATHS:
        raise TooMuch
    x, y = c_float(), c_float()
    last = start = (0.0, 0.0)
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(each.raw, number)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            _edge(last, point, across, upright)
        if pdfium.FPDFPathSegment_GetClose(segment):
            _edge(point, start, across, upright)
        last = point


def _edge(a: tuple[float, float], b: tuple[float, float], across: list[Edge], upright: list[Edge]) -> None:
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    if high <= 1 < wide:
        across.append(Edge(a[1], min(a[0], b[0]), max(a[0], b[0])))
    elif wide <= 1 < high:
        upright.append(Edge(a[0], min(a[1], b[1]), max(a[1], b[1])))


def room(page: Page, slot: Slot) -> Room:
    """What is left free in a cell."""
    inside = [box for box in page.written if holds(slot.box, box)]
    if not inside:
        return FREE
    low = min(inside, key=lambda box: box.bottom)
    height = max(low.top - low.bottom, 1)
    last = max(box.right for box in inside if box.bottom < (low.bottom + low.top) / 2)
    edge = slot.box.right - (min(box.left for box in inside) - slot.box.left)
    return Room((edge - last) / (height * 0.55), low.bottom - slot.box.bottom < 2.5 * height)


def _lines(words: pypdfium2.PdfTextPage, written: tuple[Box, ...], taken: list[Box]) -> list[Line]:
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


def _meet(a: Box, b: Box) -> bool:
    """Whether two boxes have a point in common, as pdfium asks of a cell and its letters."""
    return a.left <= b.right and b.left <= a.right and a.bottom <= b.top and b.bottom <= a.top


def _line(words: pypdfium2.PdfTextPage, boxes: list[Box]) -> Line:
    made: list[Box] = []
    for box in boxes:
        if made and box.left - made[-1].right < 1.5 * (made[-1].top - made[-1].bottom):
            made[-1] = _around(made[-1], box)
        else:
            made.append(box)
    stretches = [(box, words.get_text_bounded(*_core(box))) for box in made]
    whole = made[0]
    for box in made[1:]:
        whole = _around(whole, box)
    return Line(whole, tuple((box, " ".join(text.split())) for box, text in stretches))


def _around(a: Box, b: Box) -> Box:
    return Box(min(a.left, b.left), min(a.bottom, b.bottom), max(a.right, b.right), max(a.top, b.top))
