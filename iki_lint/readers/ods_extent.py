"""How far the filled cells of an OpenDocument sheet reach, told before a library makes room for them all.

A row or cell that says "repeated a million times" takes a few bytes in the file.
"""

import io
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import iterparse

MAX_GRID = 10_000_000
"""Cells between the first and the last filled one, empty ones included; a large decree has 20,000."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


class Extent(NamedTuple):
    """The last filled row and column of a sheet."""

    rows: int
    columns: int


def extents(content: bytes) -> Iterator[Extent]:
    """The extent of each sheet of a `content.xml`. Raises ParseError or ValueError where it is not sound."""
    rows = columns = last_row = widest = 0
    filled = False
    for event, element in iterparse(io.BytesIO(content), ("start", "end")):
        tag = element.tag
        if event == "start":
            if tag == f"{_TABLE}table":
                rows = last_row = widest = 0
            elif tag == f"{_TABLE}table-row":
                columns, filled = 0, False
            continue
        if tag in _CELLS:
            columns += int(element.get(f"{_TABLE}number-columns-repeated", "1")[:12])
            if len(element):
                filled, widest = True, max(widest, columns)
        elif tag == f"{_TABLE}table-row":
            rows += int(element.get(f"{_TABLE}number-rows-repeated", "1")[:12])
            last_row = rows if filled else last_row
            element.clear()
        elif tag == f"{_TABLE}table":
            yield Extent(last_row, widest)
            element.clear()
