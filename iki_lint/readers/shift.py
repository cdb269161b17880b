"""Which cell of a data row belongs to which column, even where merged cells were lost on the way.

A table that a program turned into plain rows loses the cells that were merged with the one above. What is left slides
to the left: the indicator stands below "No." or below the rencana kinerja, and the end of the row is empty. An empty
end shows nothing where the sources are not filled in yet, nor in the first row of a post, which continues no plan.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.readers.headings import Heading
from iki_lint.readers.labels import label_of
from iki_lint.readers.rows import Cell, Row, join
from iki_lint.readers.titles import is_number_row, is_separator

NUMBER = re.compile(r"\(?(?:\d{1,4}|[ivxl]{1,6}|[a-z])(?:\.\d{1,3})*[.)]?", re.IGNORECASE)
# Words of a formula, which no name of a source has.
_FORMULA = re.compile(
    r"^\(?(?:jumlah|persentase|prosentase|rasio|rata-rata|selisih|∑|Σ)\b|\bdi?bagi\b|\bx\s*100", re.IGNORECASE
)
LEADING = ("nomor", "rencana")
REQUIRED = ("indikator", "formulasi", "sumber_data")


class Aligned(NamedTuple):
    """The cell of each column, in column order, and what was done: "" (nothing), "digeser" or "mohon-periksa".

    `note` is the key of the sentence that says why.
    """

    cells: tuple[Cell, ...]
    kind: str = ""
    note: str = ""


def unsourced(rows: Sequence[Row], found: dict[int, Heading], columns: Heading) -> set[int]:
    """The lines of posts in whose tables no cell of the column of sources is filled."""
    lines: set[int] = set()
    if all(heading.fields[0] == "nomor" for heading in (columns, *found.values())):
        return lines
    post: list[int] = []
    sourced = False
    for row in rows:
        if (label := label_of(row)) and label.field == "jabatan":
            lines.update(() if sourced else post)
            post, sourced = [], False
        columns = found.get(row.line, columns)
        at = columns.fields.index("sumber_data") if "sumber_data" in columns.fields else len(row.cells)
        if row.line not in found and not is_number_row(row) and not is_separator(row):
            sourced = sourced or bool(row.cells[at:] and row.cells[at].text)
        post.append(row.line)
    lines.update(() if sourced else post)
    return lines


def align(cells: Sequence[Cell], columns: Sequence[str], sourced: bool = True, first: bool = False) -> Aligned:
    """Put the cells of a data row under their columns; no word is ever dropped.

    `sourced` when the table has sources at all, `first` in the first row of a post.
    """
    width = len(columns)
    if len(cells) > width:
        over = [cell for cell in cells[width:] if cell.text]
        fitted = align([*cells[: width - 1], join([cells[width - 1], *over])], columns, sourced, first)
        return fitted._replace(kind="mohon-periksa", note="impor-sel-berlebih") if over else fitted
    padded = (*cells, *(_empty(cells) for _ in range(width - len(cells))))
    lead = sum(column in LEADING for column in columns)
    if tuple(columns[:lead]) not in (LEADING, LEADING[1:]):
        return Aligned(padded)
    found = _unsourced(list(cells), columns, first) if lead == 1 and not sourced else None
    if lead == 2 or sourced:
        found = _shifted(list(cells), columns, lead, first)
    if found:
        return found
    return _numbered(Aligned(padded), columns)


def _shifted(cells: list[Cell], columns: Sequence[str], lead: int, first_row: bool) -> Aligned | None:
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
    if len(needed) < width - lead or (
        width == 4 and (first_row or any(_FORMULA.search(cell.text) for cell in cells[2:]))
    ):
        return None
    if len(cells) < width:
        kind = "digeser" if len(filled) == 3 else "mohon-periksa"
        note = "impor-digeser" if len(filled) == 3 else "impor-sel-kurang"
        return _moved(cells, cells, columns, list(range(width - len(cells), width)), kind, note)
    if places == [0, 1, 2]:
        return _moved(filled, cells, columns, needed, "mohon-periksa", "impor-digeser-ragu")
    return None


def _unsourced(cells: list[Cell], columns: Sequence[str], first_row: bool) -> Aligned | None:
    """A row of a four-column table without any source: an indicator and its formula that stand one column too early."""
    needed = [i for i, column in enumerate(columns) if column in REQUIRED]
    filled = [i for i, cell in enumerate(cells) if cell.text]
    if first_row or len(columns) != 4 or len(needed) < 3 or filled != [0, 1]:
        return None
    return _moved(cells[:2], cells, columns, needed[:2], "mohon-periksa", "impor-digeser-tanpa-sumber")


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
