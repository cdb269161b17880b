"""The end of a decree: where and when it was set, and who signs."""

import re
from collections.abc import Sequence

from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Text
from iki_lint.readers.labels import DATE, DATED, MONTHS, SET_AT, SET_ON, is_signing
from iki_lint.readers.nodes import derived, located, put
from iki_lint.readers.rows import Cell, part

_NIP = re.compile(r"NIP\s*[.:]*\s*(?=\d)", re.IGNORECASE)
_RANK = re.compile(r"(?:pembina|penata|pengatur|juru)\b", re.IGNORECASE)
_POST = re.compile(
    r"(?:(?:plt|plh|pj|pjs)\.?\s+|a\.n\.?\s+)?"
    r"(?:camat|lurah|kepala|bupati|wali ?kota|gubernur|sekretaris|inspektur|direktur|ketua)\b",
    re.IGNORECASE,
)
_SEAL = re.compile(r"\(?(?:ttd|cap)\b.{0,20}", re.IGNORECASE)
_REACH = 8


def read_place(cells: Sequence[Cell], source: Source) -> Text | None:
    """The place: "Ditetapkan di Gresik" or "Malang, Januari 2018"."""
    for cell in cells:
        if is_signing(cell):
            match = SET_AT.match(cell.text)
            if match:
                return located(part(cell, *match.span(1)), source)
            dated = DATED.match(cell.text)
            if dated:
                return located(part(cell, *dated.span(1)), source)
    return None


def read_date(cells: Sequence[Cell], source: Source) -> Text | None:
    """The date as "2023-01-27", or "2018-01" where no day is written."""
    for cell in cells:
        if len(cell.text) > 100:
            continue
        head = SET_ON.match(cell.text) or DATED.match(cell.text)
        match = DATE.match(cell.text, head.end()) if head else None
        if match:
            month = next(i for i, names in enumerate(MONTHS, 1) if match[2].lower() in names)
            day = int(match[1]) if match[1] else 0
            if day <= 31:
                value = f"{match[3]}-{month:02}" + (f"-{day:02}" if day else "")
                words = part(cell, *match.span())
                return derived(value, source, words.start, words.end)
    return None


def read_signatory(cells: Sequence[Cell], source: Source) -> Map | None:
    """Who signs, read upwards from the NIP: rank, name, post. A line that fits none of them is left alone."""
    for i, cell in enumerate(cells):
        match = _NIP.match(cell.text)
        if match:
            above = list(reversed(cells[max(0, i - _REACH) : i]))
            return _signatory(above, part(cell, match.end()), source)
    return None


def _signatory(above: list[Cell], number: Cell, source: Source) -> Map:
    found: dict[str, Cell] = {"nip": number}
    for cell in above:
        words = cell.text
        if is_signing(cell) or SET_ON.match(words) or len(words) > 100:
            break
        if _POST.match(words):
            found["jabatan"] = part(cell, 0, len(words.rstrip(", ")))
            break
        if _SEAL.fullmatch(words):
            continue
        if "nama" not in found and "pangkat" not in found and _RANK.match(words):
            found["pangkat"] = cell
        elif "nama" not in found:
            found["nama"] = cell
    node = Map(source, min(cell.start for cell in found.values()))
    for key in ("jabatan", "nama", "pangkat", "nip"):
        if key in found:
            put(node, key, located(found[key], source))
    return node
