"""Which cell of a data row belongs to which column, even where merged cells were lost on the way.

A table that a program turned into plain rows loses the cells that were merged with the one above. What is left slides
to the left: the indicator stands below "No." or below the rencana kinerja, and the end of the row is empty.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.readers.rows import Cell, join

NUMBER = re.compile(r"\(?(?:\d{1,4}|[ivxl]{1,6}|[a-z])(?:\.\d{1,3})*[.)]?", re.IGNORECASE)
LEADING = ("nomor", "rencana")
REQUIRED = ("indikator", "formulasi", "sumber_data")


class Aligned(NamedTuple):
    """The cell of each column, in column order, and what was done: "" (nothing), "digeser" or "mohon-periksa".

    `note` is the key of the sentence that says why.
    """

    cells: tuple[Cell, ...]
    kind: str = ""
    note: str = ""


def align(cells: Sequence[Cell], columns: Sequence[str]) -> Aligned:
    """Put the cells of a data row under their columns; no word is ever dropped."""
    width = len(columns)
    if len(cells) > width:
        over = [cell for cell in cells[width:] if cell.text]
        fitted = align([*cells[: width - 1], join([cells[width - 1], *over])], columns)
        return fitted._replace(kind="mohon-periksa", note="impor-sel-berlebih") if over else fitted
    padded = (*cells, *(_empty(cells) for _ in range(width - len(cells))))
    lead = sum(column in LEADING for column in columns)
    if tuple(columns[:lead]) not in (LEADING, LEADING[1:]):
        return Aligned(padded)
    found = _shifted(list(cells), columns, lead)
    if found:
        return found
    return _numbered(Aligned(padded), columns)


def _shifted(cells: list[Cell], columns: Sequence[str], lead: int) -> Aligned | None:
    """The row moved to the right, when the pattern of its cells says that merged cells are missing."""
    width = len(columns)
    first = cells[0].text
    needed = [i for i, column in enumerate(columns) if column in REQUIRED]
    places = [i for i, cell in enumerate(cells) if cell.text]
    filled = [cells[i] for i in places]
    if not first or len(needed) < 3 or (len(cells) == width and any(cell.text for cell in cells[needed[-1] :])):
        return None
    if lead == 2:
        if NUMBER.fullmatch(first):
            return None
        if places in ([0, 2, 3], [0, 1, 2]):
            return _moved(filled, cells, columns, needed, "digeser", "impor-digeser")
        if places == [0, 1, 2, 3]:
            return _moved(filled, cells, columns, [needed[0] - 1, *needed], "mohon-periksa", "impor-nomor-hilang")
        return None
    if len(needed) < width - lead:
        return None
    if len(cells) < width:
        kind = "digeser" if len(filled) == 3 else "mohon-periksa"
        note = "impor-digeser" if len(filled) == 3 else "impor-sel-kurang"
        return _moved(cells, cells, columns, list(range(width - len(cells), width)), kind, note)
    if places == [0, 1, 2]:
        return _moved(filled, cells, columns, needed, "mohon-periksa", "impor-digeser-ragu")
    return None


def _moved(
    moving: list[Cell], cells: list[Cell], columns: Sequence[str], targets: list[int], kind: str, note: str
) -> Aligned:
    slots = [_empty(cells)] * len(columns)
    for target, cell in zip(targets, moving, strict=True):
        slots[target] = cell
    return Aligned(tuple(slots), kind, note)


def _numbered(row: Aligned, columns: Sequence[str]) -> Aligned:
    """A text in the number column is no number: it goes with the rencana kinerja."""
    if columns[0] != "nomor" or not row.cells[0].text or NUMBER.fullmatch(row.cells[0].text):
        return row
    cells = (_empty(row.cells), join(row.cells[:2]), *row.cells[2:])
    return Aligned(cells, "mohon-periksa", "impor-bukan-nomor")


def _empty(cells: Sequence[Cell]) -> Cell:
    at = cells[0].start
    return Cell("", at, at, ((0, at),), cells[0].address)
