"""Sheets of a workbook, turned into rows: which cells are a table's, and which are a paragraph.

A table begins at its column titles. Above it, and from a Jabatan to the next full row, a row is the words that stand
in it, wherever its cells begin; inside it every column keeps its place, filled or not.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from iki_lint.decree.source import Source
from iki_lint.readers.headings import folded, header, may_have_more
from iki_lint.readers.labels import is_signing, is_title, label_of, paragraph
from iki_lint.readers.laid_out import Piece, lay_out
from iki_lint.readers.rows import Draft, Note, Row, clean
from iki_lint.readers.shift import NUMBER
from iki_lint.readers.text import MAX_CELLS
from iki_lint.readers.unreadable import unreadable


class Sheet(NamedTuple):
    """A sheet: the words of its filled cells by row and column, counted from 1.

    `merged` has the last row and column of cells that are merged over several. `unknown` are formulas whose result the
    file does not hold, `decimals` numbers of which nobody knows how they are shown.
    """

    name: str
    cells: Mapping[tuple[int, int], str]
    merged: Mapping[tuple[int, int], tuple[int, int]] = {}
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    unknown: frozenset[tuple[int, int]] = frozenset()
    decimals: frozenset[tuple[int, int]] = frozenset()


def column(number: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(sheet: str, row: int, number: int) -> str:
    """Where a person finds a cell: "Lembar IKI, sel D617"."""
    return f"Lembar {sheet}, sel {column(number)}{row}"


def draft_of(path: str, sheets: Iterable[Sheet]) -> Draft:
    """The rows of all sheets, one after the other. Raises UnreadableDecree (IKI004) beyond `MAX_CELLS` cells."""
    rows: list[list[Piece]] = []
    notes: list[Note] = []
    filled = 0
    for sheet in sheets:
        filled += len(sheet.cells)
        if filled > MAX_CELLS:
            args = {"lembar": sheet.name, "batas": str(MAX_CELLS)}
            raise unreadable("IKI004", "impor-lembar-terlalu-banyak-sel", Source(path, ""), 0, 0, **args)
        first = len(rows) + 1
        for number, row in _rows(sheet):
            rows.append(row)
            notes += _notes(sheet, number, len(rows))
        if sheet.hidden and len(rows) >= first:
            notes.append(Note("impor-lembar-tersembunyi", {"lembar": sheet.name}, first))
    return lay_out(path, rows)._replace(notes=tuple(notes))


def _rows(sheet: Sheet) -> Iterator[tuple[int, list[Piece]]]:
    """The filled rows with their numbers in the sheet."""
    rows: dict[int, dict[int, str]] = {}
    for (row, at), text in sorted(sheet.cells.items()):
        if any(letter.isprintable() and letter != " " for letter in text):
            rows.setdefault(row, {})[at] = text
    _fold_titles(sheet, rows)
    covered = {
        (row, at)
        for (top, at), (bottom, _) in sheet.merged.items()
        for row in range(top + 1, bottom + 1)
        if row in rows
    }
    titled = any(header(_texts(found.values())) for found in rows.values())
    table = [] if titled else sorted({at for _, at in sheet.cells})
    inside, signed, numbered = not titled, False, False
    for number, found in rows.items():
        whole = _read(found.values())
        label = label_of(whole)
        if fields := header(_texts(found.values())):
            inside, signed, numbered = True, False, fields[0] == "nomor"
            table = _columns(sheet, number, found)
        elif label or is_title(whole.cells[0]) or is_signing(whole.cells[0]):
            inside, signed = False, not label and (signed or is_signing(whole.cells[0]))
        elif table and not signed and paragraph(whole) is None:
            inside = True
        alone = len(found) == 1 and _alone(sheet, number, whole.cells[0].text, min(found), table, numbered)
        columns = sorted({*table, *found}) if inside and not alone else list(found)
        yield (
            number,
            [Piece(found.get(at, ""), address(sheet.name, number, at), (number, at) in covered) for at in columns],
        )


def _fold_titles(sheet: Sheet, rows: dict[int, dict[int, str]]) -> None:
    """Make one row of titles that stand in several, with a cell for each of their columns."""
    above = 0
    for number in list(rows):
        last = number
        upper, lower = rows.get(above, {}), rows[number]
        if may_have_more(_texts(upper.values())):
            columns = sorted({*upper, *lower})
            over, below = (_texts(found.get(at, "") for at in columns) for found in (upper, lower))
            sure = any(_last(sheet, above, at)[0] >= number for at in upper) and header(over) is not None
            titles = folded(over, below, sure)
            if titles:
                rows[above] = {at: title for at, title in zip(columns, titles, strict=True) if title}
                del rows[number]
                last = above
        above = last


def _last(sheet: Sheet, row: int, at: int) -> tuple[int, int]:
    """The last row and column of the cells that are merged into this one."""
    return sheet.merged.get((row, at), (row, at))


def _texts(words: Iterable[str]) -> list[str]:
    return [cell.text for cell in _read(words).cells]


def _read(texts: Iterable[str]) -> Row:
    return Row(tuple(clean(" ".join(text.split()), 0)[0] for text in texts), 0)


def _columns(sheet: Sheet, number: int, found: Mapping[int, str]) -> list[int]:
    """The columns of a table: those with a title, and untitled ones in between that are no rest of a merged title."""
    merged = {at + i for at in found for i in range(1, _last(sheet, number, at)[1] - at + 1)}
    used = {at for _, at in sheet.cells}
    return [at for at in range(min(found), max(found) + 1) if at in found or (at in used and at not in merged)]


def _alone(sheet: Sheet, number: int, text: str, at: int, table: list[int], numbered: bool) -> bool:
    """Whether the only filled cell of a row is a paragraph: beside the table, over most of it, or no number."""
    over = [each for each in table if at <= each <= _last(sheet, number, at)[1]]
    if at not in table or (len(over) > 1 and len(over) >= len(table) - 1):
        return True
    return numbered and at == table[0] and not NUMBER.fullmatch(text)


def _notes(sheet: Sheet, number: int, line: int) -> Iterator[Note]:
    if number in sheet.hidden_rows:
        yield Note("impor-baris-tersembunyi", {"lembar": sheet.name, "baris": str(number)}, line)
    for kind, message in ((sheet.unknown, "impor-rumus-tanpa-nilai"), (sheet.decimals, "impor-format-angka")):
        for row, at in sorted(kind):
            if row == number:
                yield Note(message, {"sel": address(sheet.name, row, at)}, line, kind is sheet.unknown)
