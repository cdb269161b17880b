"""What the normaliser makes of the rows: positions, plans and indicators as cells, before they become a tree."""

from typing import NamedTuple

from iki_lint.readers.headings import Heading
from iki_lint.readers.rows import Cell, Draft, Row, Span


class Repair(NamedTuple):
    """Something that was mended or should be looked at.

    `kind` is "digeser" or "mohon-periksa" for cells that were moved, another word for the rest; `note` the key of a
    sentence with `args`; `row` where it happened.
    """

    kind: str
    note: str
    row: Row
    args: dict[str, str]


def left_out(row: Row, title: str, cell: Cell) -> Repair:
    """What is said of a cell whose column, with this title or none, has no place in a decree."""
    if title:
        return Repair("kolom-lain", "impor-kolom-bernama", row, {"kolom": title, "isi": cell.text})
    return Repair("kolom-lain", "impor-kolom-lain", row, {"isi": cell.text})


class Indicator(NamedTuple):
    """An indicator cell and its rows, each one cell by field name."""

    rows: list[dict[str, Cell]]
    origin: list[Row]


class Plan(NamedTuple):
    """A rencana kinerja; `number` and `text` are None where the table has no such column.

    `above` is the superior's plan that it helps, as an SKP says it.
    """

    number: Cell | None
    text: Cell | None
    indicators: list[Indicator]
    row: Row
    above: Cell | None = None


class Field(NamedTuple):
    """Tugas or Fungsi as written: what stands beside the label, and the paragraphs below it."""

    row: Row
    beside: Cell
    below: list[tuple[Row, Cell]]


class Reading(NamedTuple):
    """A field made out: one `text`, or `items` where it is a list. `roles` has that of each paragraph below."""

    text: Cell
    items: list[Cell] | None
    roles: list[tuple[Row, str]]
    labels: list[Span]
    repairs: list[Repair]


class Position(NamedTuple):
    """A post: its row, its name (one cell, more when it was broken), its fields as written and read, its plans."""

    row: Row
    name: list[Cell]
    fields: dict[str, Field]
    readings: dict[str, Reading]
    plans: list[Plan]


class Goal(NamedTuple):
    """A sasaran of the IKU table with its indicators; an indicator's `kode` is among its cells."""

    code: Cell | None
    text: Cell | None
    indicators: list[Indicator]
    row: Row


class Outline(NamedTuple):
    """The whole document: every row has one role in `roles`, by line.

    `front` and `back` are the rows before the first position and after the last one that belong to no table,
    `goal_rows` those of the IKU table with the titles of its columns. `labels` bounds the words that are no content:
    "Jabatan:", list letters, markup. `shared` words stand in a merged cell and belong to several rows.
    `unknown` rows could not be explained.
    """

    draft: Draft
    positions: list[Position]
    goal_rows: list[tuple[Row, Heading]]
    front: list[Row]
    back: list[Row]
    roles: dict[int, str]
    labels: list[Span]
    shared: list[Span]
    repairs: list[Repair]
    unknown: list[Row]


def outline(draft: Draft) -> Outline:
    """An empty outline of a draft."""
    return Outline(draft, [], [], [], [], {}, [], [], [], [])
