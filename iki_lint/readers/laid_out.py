"""The text that stands for a Word, Excel or PDF file: a line for each row or paragraph, tabs between cells.

The file itself has no lines. What is found at a place of this text is told by the address of the cell there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from iki_lint.addresses import address_in
from iki_lint.decree.source import Place, Source
from iki_lint.findings import Finding
from iki_lint.readers.rows import Cell, Draft, Row, clean

# Control characters and line breaks of any kind: a cell is one stretch of a line.
_BREAKING = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


class Piece(NamedTuple):
    """A cell as the file holds it: its text, and where a person finds it ("Tabel 2, baris 617, kolom Formulasi").

    `covered` when it is merged into the cell above.
    """

    text: str
    address: str | None
    covered: bool = False


def lay_out(path: str, rows: Iterable[Sequence[Piece]]) -> Draft:
    """The draft of a file whose rows and paragraphs (rows of one piece) have been read; empty rows are left out."""
    lines: list[str] = []
    made: list[tuple[int, list[tuple[str, int, Piece]]]] = []
    offset = 0
    for row in rows:
        texts = [_BREAKING.sub(" ", piece.text) for piece in row]
        line = "\t".join(texts)
        if not line.strip():
            continue
        cells = []
        at = offset
        for text, piece in zip(texts, row, strict=True):
            cells.append((text, at, piece))
            at += len(text) + 1
        lines.append(line)
        made.append((len(lines), cells))
        offset += len(line) + 1
    source = Source(path, "\n".join(lines) + "\n")
    return Draft(source, tuple([_row(number, cells) for number, cells in made]))


def _row(number: int, cells: list[tuple[str, int, Piece]]) -> Row:
    found: list[Cell] = []
    markup: list[tuple[int, int]] = []
    for text, at, piece in cells:
        cell, marks = clean(text, at, piece.address)
        found.append(cell._replace(covered=True) if piece.covered else cell)
        markup += marks
    return Row(tuple(found), number, tuple(markup))


class Addresses:
    """The addresses of the cells of a draft in a language, by the places of its text."""

    def __init__(self, draft: Draft, lang: str) -> None:
        self._lang = lang
        self._source = draft.source
        self._cells = [(cell.start, cell.address) for row in draft.rows for cell in row.cells]
        self._starts = [start for start, _ in self._cells]

    def at(self, place: Place) -> str | None:
        """The address of the cell that a place is in."""
        number = bisect_right(self._starts, self._source.offset(place.line, place.column)) - 1
        address = self._cells[max(number, 0)][1] if self._cells else None
        return address and address_in(self._lang, address)

    def told(self, finding: Finding) -> Finding:
        """A finding with addresses in place of lines that the file does not have."""
        address = self.at(finding.place) if finding.place else None
        related = tuple(
            each._replace(message=self._named(each.message, each.place), place=None) for each in finding.related
        )
        return finding._replace(place=None, address=address or finding.address, related=related, fix=None)

    def _named(self, message: str, place: Place | None) -> str:
        address = self.at(place) if place else None
        return f"{message} ({address})" if address else message
