"""The titles above the columns of a table, on one line or on several, and the field that each column holds.

Annexes often write "Target" over "2024 | 2025 | 2026", or "Indikator Kinerja" over "Uraian | Satuan". Such a column is
called by all its lines, "Indikator Kinerja: Satuan". What the lines say together decides, then the lowest one that is
known. Of several columns of one field the one that names it itself is taken ("Target: Anggaran" gives way to "Target
Kinerja"). Of several targets it is that of the year which the last heading above the table names, else the first year;
of parts of a year ("TW I" to "TW IV") the last. The others stay columns that no title explains: noted, never read.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from iki_lint.readers.labels import is_title
from iki_lint.readers.rows import Row
from iki_lint.readers.titles import OTHER, field_of, is_number_row, is_separator

_LONGEST = 40
"""Letters of a title on a second line; what is longer is no title, unless merged cells prove it."""
_YEAR = re.compile(r"\b(20\d\d)\b")
_YEARS = re.compile(r"\b20\d\d(?:\s*(?:-|–|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*20\d\d)?\b")
_PART_OF_YEAR = re.compile(r"\b(?:tw|triwulan|semester|smt|bulan)\b", re.IGNORECASE)
_SAYING = re.compile(r"[^\W\d_]|\b20\d\d\b")


class Heading(NamedTuple):
    """A line of titles: the field and the whole title of each column; `below` when it goes on with the line above."""

    fields: tuple[str, ...]
    titles: tuple[str, ...]
    below: bool = False

    @property
    def rivals(self) -> list[tuple[str, list[str]]]:
        """The title of each column that was chosen among several of its field, and the titles of the others."""
        others: dict[str, list[str]] = {}
        for title, field in zip(self.titles, self.fields, strict=True):
            if field == OTHER and (claimed := _claim(title)[0]):
                others.setdefault(claimed, []).append(title)
        return [(self.titles[self.fields.index(field)], titles) for field, titles in others.items()]


def header(titles: Sequence[str], year: str = "") -> tuple[str, ...] | None:
    """The field of each column when these texts are the titles of a table, else None.

    A header has an indicator column and at least one other known one. Unknown columns are allowed beside three known.
    """
    claims = [_claim(title) for title in titles]
    fields = [field for field, _ in claims]
    known = {field for field in fields if field}
    if "indikator" not in known or len(known) < 2:
        return None
    if len(known) < 3 and any(title and not field for title, field in zip(titles, fields, strict=True)):
        return None
    for field in known:
        places = [at for at, (each, _) in enumerate(claims) if each == field]
        if len(places) > 1:
            chosen = _chosen(titles, [at for at in places if not claims[at][1]] or places, field, year)
            if chosen is None:
                return None
            for at in places:
                fields[at] = field if at == chosen else None
    return tuple(field or OTHER for field in fields)


def _claim(title: str) -> tuple[str | None, bool]:
    """The field that a title names, and whether it has it from a line above that its own words do not know."""
    levels = [level for level in title.split(":") if level.strip()]
    field = field_of(" ".join(levels))
    if field or len(levels) < 2:
        return field, False
    named = [field_of(level) for level in reversed(levels)]
    return next((field for field in named if field), None), not named[0]


def _chosen(titles: Sequence[str], places: list[int], field: str, year: str) -> int | None:
    """Which of several columns holds the field; None when nothing tells."""
    if len(places) == 1:
        return places[0]
    if all(_PART_OF_YEAR.search(titles[at]) for at in places):
        return places[-1]
    if field == "target":
        return next((at for at in places if year and year in _YEAR.findall(titles[at])), places[0])
    return places[0] if all(":" in titles[at] for at in places) else None


def may_have_more(titles: Sequence[str]) -> bool:
    """Whether these may be the titles on a first line: two of them are known."""
    return sum(field_of(title) is not None for title in titles if title) >= 2


def folded(upper: Sequence[str], lower: Sequence[str], sure: bool = False) -> list[str] | None:
    """The titles of two lines as one, "Target 2024" from "Target" and "2024"; None when the second is no such line.

    Both have a text for each column; one that stands over several columns is followed by empty ones. A second line
    divides such titles into two or more, or ends one that is known only then. `sure` when merged cells prove it.
    """
    below = [*lower, *[""] * (len(upper) - len(lower))]
    if any(below[len(upper) :]) or (not sure and not any(below)) or not may_have_more(upper):
        return None
    below = below[: len(upper)]
    if not sure and any(len(text) > _LONGEST for text in below):
        return None
    titles: list[str] = []
    for start, end in _groups(upper):
        divided = sum(map(bool, below[start:end])) > 1
        for at in range(start, end):
            above = upper[start] if divided else upper[at]
            title = _joint(above, below[at]) if below[at] else upper[at]
            plain = _SAYING.search(below[at]) and field_of(title)
            if below[at] and not (divided or sure or plain):
                return None
            titles.append(title)
    return titles if header(titles) else None


def _groups(upper: Sequence[str]) -> Iterable[tuple[int, int]]:
    """From where to where each title reaches: over the empty ones behind it."""
    starts = [at for at, title in enumerate(upper) if title or not at]
    return zip(starts, [*starts[1:], len(upper)], strict=True)


def _joint(above: str, below: str) -> str:
    whole = f"{above} {below}".strip()
    return whole if field_of(whole) or not above else f"{above}: {below}"


def headings(rows: Sequence[Row]) -> dict[int, Heading]:
    """The lines of titles among the rows of a draft, by line."""
    found: dict[int, Heading] = {}
    year = ""
    for number, row in enumerate(rows):
        if len(row.cells) < 2:
            year = _year_of(row) or year
        if len(row.cells) < 2 or row.line in found:
            continue
        titles = [cell.text for cell in row.cells]
        lines = [row.line]
        for at in range(number + 1, len(rows) if may_have_more(titles) else 0):
            lower = rows[at]
            if is_separator(lower):
                continue
            more = None if is_number_row(lower) else folded(titles, [cell.text for cell in lower.cells])
            if more is None:
                break
            titles = more
            lines.append(lower.line)
        fields = header(titles, year)
        if fields:
            for line in lines:
                found[line] = Heading(fields, tuple(titles), line != row.line)
    return found


def _year_of(row: Row) -> str:
    """The last single year that a heading names; "2021-2026" is none."""
    years = _YEARS.findall(row.cells[0].text) if is_title(row.cells[0]) else []
    return next((year for year in reversed(years) if len(year) == 4), "")
