"""What is drawn on a page of a PDF file: the straight edges of its lines and frames, and its pictures.

Everything is told as the page is seen: turned pages stand upright.
"""

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdfium2 import PdfMatrix

from iki_lint.readers.ruled import THIN, Box, Edge

MAX_OBJECTS = 50_000
"""Drawn objects of a page, or corners of one of them; a table of 40 rows has about 100."""
MAX_DEPTH = 10
MAX_CORNERS = 100
"""Corners of a window that are looked at; a rectangle has five."""

# Any: pypdfium2 has no types.
Drawn = Any


class TooMuch(Exception):
    """The page holds more than any page of a decree."""


class View(NamedTuple):
    """How a page is seen: its box as stored, and how far it is turned clockwise, in degrees."""

    box: Box
    turned: int

    def seen(self, box: Box) -> Box:
        """A stored box as the reader of the page sees it."""
        page = self.box
        if self.turned == 90:
            return Box(box.bottom - page.bottom, page.right - box.right, box.top - page.bottom, page.right - box.left)
        if self.turned == 180:
            return Box(page.right - box.right, page.top - box.top, page.right - box.left, page.top - box.bottom)
        if self.turned == 270:
            return Box(page.top - box.top, box.left - page.left, page.top - box.bottom, box.right - page.left)
        return box

    def stored(self, box: Box) -> Box:
        """The inverse of `seen`."""
        page = self.box
        if self.turned == 90:
            return Box(page.right - box.top, box.left + page.bottom, page.right - box.bottom, box.right + page.bottom)
        if self.turned == 180:
            return Box(page.right - box.right, page.top - box.top, page.right - box.left, page.top - box.bottom)
        if self.turned == 270:
            return Box(box.bottom + page.left, page.top - box.right, box.top + page.left, page.top - box.left)
        return box


class Cut(NamedTuple):
    """Text that is not seen, as it lies above or below the window through which it is drawn."""

    text: Box
    window: Box


class Edges(NamedTuple):
    """The horizontal and vertical edges of a page, the text outside its window, and whether a picture covers most."""

    across: list[Edge]
    upright: list[Edge]
    cut: list[Cut]
    pictured: bool


def view_of(page: pypdfium2.PdfPage) -> View:
    """How a page is seen."""
    return View(Box(*page.get_bbox()), page.get_rotation())


def edges(page: pypdfium2.PdfPage, view: View) -> Edges:
    """The edges drawn on a page. Raises TooMuch."""
    across: list[Edge] = []
    upright: list[Edge] = []
    cut: list[Cut] = []
    pictured = False
    area = (view.box.right - view.box.left) * (view.box.top - view.box.bottom)
    for count, (kind, each, matrix) in enumerate(_objects(page.raw)):
        if count > MAX_OBJECTS:
            raise TooMuch
        box = _bounds(each, matrix)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            window = _window(each, matrix)
            if window and not window.bottom <= (box.bottom + box.top) / 2 <= window.top:
                cut.append(Cut(view.seen(box), view.seen(window)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured = pictured or (box.right - box.left) * (box.top - box.bottom) > area / 2
        elif min(box.right - box.left, box.top - box.bottom) <= THIN:
            _take(view.seen(box), across, upright)
        else:
            for part in _parts(each, matrix):
                _take(view.seen(part), across, upright)
    return Edges(across, upright, cut, pictured)


def _objects(page: Drawn) -> Iterator[tuple[int, Drawn, PdfMatrix]]:
    """The paths, texts and pictures of a page, also those within groups, with what moves them to their place."""
    yield from _within(pdfium.FPDFPage_CountObjects(page), partial(pdfium.FPDFPage_GetObject, page), PdfMatrix())


def _within(
    count: int, get: Callable[[int], Drawn], matrix: PdfMatrix, depth: int = 0
) -> Iterator[tuple[int, Drawn, PdfMatrix]]:
    for at in range(count):
        each = get(at)
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield kind, each, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth >= MAX_DEPTH:
                raise TooMuch
            inner = _matrix(each).multiply(matrix)
            found = pdfium.FPDFFormObj_CountObjects(each)
            yield from _within(found, partial(pdfium.FPDFFormObj_GetObject, each), inner, depth + 1)


def _matrix(each: Drawn) -> PdfMatrix:
    values = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(each, values)
    return PdfMatrix(values.a, values.b, values.c, values.d, values.e, values.f)


def _bounds(each: Drawn, matrix: PdfMatrix) -> Box:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(each, byref(left), byref(bottom), byref(right), byref(top))
    return Box(*matrix.on_rect(left.value, bottom.value, right.value, top.value))


def _window(each: Drawn, matrix: PdfMatrix) -> Box | None:
    """The box of the first path that an object is clipped to, None where it is not."""
    paths = pdfium.FPDFPageObj_GetClipPath(each)
    if not paths or pdfium.FPDFClipPath_CountPaths(paths) < 1:
        return None
    x, y = c_float(), c_float()
    corners = []
    for at in range(min(pdfium.FPDFClipPath_CountPathSegments(paths, 0), MAX_CORNERS)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(paths, 0, at), byref(x), byref(y))
        corners.append(matrix.on_point(x.value, y.value))
    return _box(corners) if corners else None


def _take(box: Box, across: list[Edge], upright: list[Edge]) -> None:
    wide, high = box.right - box.left, box.top - box.bottom
    if high <= THIN < wide:
        across.append(Edge((box.bottom + box.top) / 2, box.left, box.right))
    elif wide <= THIN < high:
        upright.append(Edge((box.left + box.right) / 2, box.bottom, box.top))


def _parts(path: Drawn, matrix: PdfMatrix) -> Iterator[Box]:
    """What a path is made of: the lines it strokes, the pieces it fills."""
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    for corners in _pieces(path, _matrix(path).multiply(matrix)):
        if stroke.value:
            for a, b in pairwise(corners):
                yield _box([a, b])
        elif fill.value:
            yield _box(corners)


def _pieces(path: Drawn, matrix: PdfMatrix) -> Iterator[list[tuple[float, float]]]:
    """The corners of each unbroken piece of a path; a closed one ends where it began."""
    count = pdfium.FPDFPath_CountSegments(path)
    if count > MAX_OBJECTS:
        raise TooMuch
    x, y = c_float(), c_float()
    corners: list[tuple[float, float]] = []
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and corners:
            yield corners
            corners = []
        corners.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if corners:
        yield corners


def _box(corners: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))
