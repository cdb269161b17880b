"""A Word file from top to bottom: each paragraph and each row of a table, with addresses that a person can find.

Content controls and tracked insertions are looked through, deletions are passed over. Only the elements' own methods
are used that ElementTree and lxml share: comments are anchored by the same walk (`iki_lint.annotate.word`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.readers.labels import label_of
from iki_lint.readers.laid_out import Piece
from iki_lint.readers.rows import Row, clean
from iki_lint.readers.word_styles import Node, W
from iki_lint.readers.word_table import Line, Span, aligned, model_of
from iki_lint.readers.word_table import lines as lines_of
from iki_lint.readers.word_text import ALTERNATIVES, AROUND, Writing, chosen_of

P, TABLE, CELL = f"{W}p", f"{W}tbl", f"{W}tc"
_TITLE = 40


class Found(NamedTuple):
    """A row or paragraph: its pieces, and the paragraph or cell that each of them is."""

    pieces: list[Piece]
    anchors: list[Node]


class Leftover(NamedTuple):
    """Words in a cell that is merged into the one above, where Word does not show them."""

    text: str
    address: str


class Walk:
    """A walk through one file; `leftovers` is filled on the way."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._paragraphs = 0
        self._tables = 0
        self.leftovers: list[Leftover] = []

    def body(self, parent: Node) -> Iterator[Found]:
        """The rows of everything in a body or a text box."""
        for block in _blocks(parent):
            if block.tag == TABLE:
                self._tables += 1
                yield from self._table(block, self._tables)
            else:
                yield from self._paragraph(block)

    def _paragraph(self, element: Node) -> Iterator[Found]:
        words = self._writing.read(element)
        if words.text.strip():
            self._paragraphs += 1
            address = f"Paragraf {self._paragraphs}"
            text = f"{words.number} {words.text}" if words.number else words.text
            for part in _at_labels(text):
                yield Found([Piece(part, address)], [element])
        for box in words.boxes:
            yield from self.body(box)

    def _table(self, table: Node, number: int) -> Iterator[Found]:
        found = lines_of(table, self._cell)
        model = model_of(found)
        titles: list[str] = []
        for line in found:
            if line.titles:
                model = [slot.span for slot in line.slots]
                titles = [" ".join(slot.text.split()) for slot in line.slots]
            place = f"Tabel {number}, baris {line.number}"
            yield from self._line(line, place, model, titles)

    def _line(self, line: Line, place: str, model: list[Span], titles: list[str]) -> Iterator[Found]:
        slots = aligned(line.slots, model)
        if len(line.slots) == 1:
            text, anchor = line.slots[0].text, line.slots[0].cell
            for part in _at_labels(text):
                yield Found([Piece(part, place)], [anchor])
            slots = []
        pieces: list[Piece] = []
        anchors: list[Node] = []
        for column, here in enumerate(slots):
            merged = len(line.slots) < len(model) and any(slot.span[1] > model[column][1] for slot in here)
            address = f"{place}, {_column(column, [] if merged else titles)}"
            text = "\n".join(slot.text for slot in here if slot.text)
            pieces.append(Piece(text, address, bool(here) and all(slot.covered for slot in here)))
            anchors.append(here[0].cell if here else None)
            self.leftovers += [Leftover(" ".join(slot.leftover.split()), address) for slot in here if slot.leftover]
        if pieces:
            yield Found(pieces, anchors)

    def shown(self, anchor: Node) -> list[Node]:
        """The text elements of a paragraph or a cell, in the order of their words."""
        before = len(self._writing.shown)
        if anchor.tag == P:
            self._writing.read(anchor)
        else:
            self._cell(anchor)
        return self._writing.shown[before:]

    def _cell(self, parent: Node) -> str:
        """The words of a cell: its paragraphs and those of a table inside it, one below the other."""
        texts: list[str] = []
        for block in _blocks(parent):
            if block.tag == TABLE:
                texts += [slot.text for line in lines_of(block, self._cell) for slot in line.slots]
                continue
            words = self._writing.read(block)
            texts += [f"{words.number} {words.text}" if words.number else words.text]
            texts += map(self._cell, words.boxes)
        return "\n".join(text for text in texts if text.strip())


def _blocks(parent: Node) -> Iterator[Node]:
    """The paragraphs and tables of a body, a cell or a text box."""
    for child in parent:
        if child.tag in (P, TABLE):
            yield child
        elif child.tag in AROUND:
            yield from _blocks(child)
        elif child.tag == ALTERNATIVES:
            for chosen in chosen_of(child):
                yield from _blocks(chosen)


def _column(number: int, titles: list[str]) -> str:
    """How a column is called: by its title where that is known and no other has the same."""
    title = titles[number] if number < len(titles) else ""
    if not title or len(title) > _TITLE or titles.count(title) > 1:
        return f"kolom {number + 1}"
    return f"kolom {title}"


def _at_labels(text: str) -> list[str]:
    """A paragraph taken apart where a line of it starts with a label: "Jabatan: ...", then "Tugas: ..."."""
    parts: list[str] = []
    for part in text.split("\n"):
        if not parts or label_of(Row((clean(part, 0)[0],), 1)):
            parts.append(part)
        else:
            parts[-1] += f"\n{part}"
    return parts
