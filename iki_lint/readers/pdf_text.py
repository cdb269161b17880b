"""The lines of a PDF page outside its tables: which belong to one paragraph, which are repeated on every page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from iki_lint.readers.labels import is_page_number, item_of, label_of
from iki_lint.readers.pdf_page import Line, Page
from iki_lint.readers.rows import Row, clean
from iki_lint.readers.titles import field_of

_DIGITS = re.compile(r"\d+")
REPEATED = 3
"""On so many pages, at least, a line at the same place is a header or footer."""
EDGE = 3
"""So many lines at the top and the bottom of a page may be such."""


def starts_anew(line: Line, before: Line, right: float) -> bool:
    """Whether a line begins a paragraph: a label or list item, a gap above, or room left on the line before.

    `right` is the right edge of the text on the page.
    """
    height = before.box.top - before.box.bottom
    if begins_something(line.text) or is_page_number(clean(before.text, 0)[0]):
        return True
    if before.box.bottom - line.box.top > 1.2 * height or line.box.bottom > before.box.bottom:
        return True
    word = line.text.split(" ", 1)[0]
    width = (line.box.right - line.box.left) / max(len(line.text), 1) * (len(word) + 1)
    return before.box.right + width < right


def begins_something(text: str) -> bool:
    """Whether a text begins with a label or a list mark, or only numbers a page."""
    cell = clean(text, 0)[0]
    return bool(label_of(Row((cell,), 0)) or item_of(cell)) or is_page_number(cell)


def running(pages: Sequence[Page]) -> set[tuple[str, int]]:
    """The headers and footers: what stands at the edge of most pages, at one height, whatever its numbers."""
    counted: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edges = [*page.blocks[:EDGE], *page.blocks[EDGE:][-EDGE:]]
        counted.update({mark(line) for line in edges if isinstance(line, Line) and not begins_something(line.text)})
    return {each for each, count in counted.items() if count >= max(REPEATED, len(pages) / 2)}


def mark(line: Line) -> tuple[str, int]:
    """What a header or footer is known by."""
    return _DIGITS.sub("#", line.text), round(line.box.bottom / 4)


def unruled(page: Page) -> bool:
    """Whether lines of the page stand in columns as a table does, without being drawn as one."""
    lines = [block for block in page.blocks if isinstance(block, Line) and len(block.stretches) >= 3]
    lines = [line for line in lines if not any(text.startswith(":") for _, text in line.stretches)]
    if any(_is_header(line) for line in lines):
        return True
    lefts = [[box.left for box, _ in line.stretches] for line in lines]
    return sum(_aligned(a, b) for a, b in pairwise(lefts)) >= 3


def _is_header(line: Line) -> bool:
    fields = {field_of(text) for _, text in line.stretches} - {None}
    return "indikator" in fields and len(fields) > 1


def _aligned(a: Sequence[float], b: Sequence[float]) -> bool:
    return sum(any(abs(x - y) < 4 for y in b) for x in a) >= 3
