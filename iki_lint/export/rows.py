"""What an annex holds: heading, table of key indicators, a table for each position, signature."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from iki_lint.decree.model import Decree, Indicator, Plan, Position, Row
from iki_lint.decree.tree import Map, Node, Text
from iki_lint.readers.labels import MONTHS

PLANS = ("nomor", "uraian")
SHARED = ("satuan", "target", "penjelasan")
_ALWAYS = ("uraian", "nama", "formulasi", "sumber_data")
_KINDS = {"struktural": "Struktural", "pelaksana": "Pelaksana", "fungsional": "Fungsional"}
TITLES = {
    "kode": "Kode",
    "nomor": "No.",
    "uraian": "Rencana Kinerja",
    "nama": "Indikator Kinerja Individu",
    "formulasi": "Formulasi",
    "sumber_data": "Sumber Data",
    "satuan": "Satuan",
    "target": "Target",
    "penjelasan": "Penjelasan",
}


class Line(NamedTuple):
    """A row of a table: the words of its cells; None continues the cell above."""

    cells: tuple[str | None, ...]


class Block(NamedTuple):
    """A position: "Jabatan: ...", "Tugas: ..." and "Fungsi: ..." with the items of lists below, then its rows."""

    labels: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


class Annex(NamedTuple):
    """An annex: the fields of the positions' tables are `columns`; `goals` are the rows of the IKU table."""

    heading: tuple[str, ...]
    goal_columns: tuple[str, ...]
    goals: tuple[Line, ...]
    columns: tuple[str, ...]
    blocks: tuple[Block, ...]
    closing: tuple[str, ...]


def annex_of(decree: Decree) -> Annex:
    """The annex of a decree; what has no place in one (ids, superiors, the text of the decree) is left out."""
    plans = [plan for position in decree.positions for plan in position.plans]
    columns = _columns(plans)
    blocks = tuple(
        Block(tuple(_labels(position)), tuple(_lines(position.plans, columns))) for position in decree.positions
    )
    goal_columns, goals = _goals(decree)
    return Annex(_heading(decree), goal_columns, tuple(goals), columns, blocks, _closing(decree))


def titles(columns: Iterable[str], goals: bool = False) -> tuple[str, ...]:
    """The titles of columns; those of the IKU table differ in two."""
    said = {**TITLES, "uraian": "Sasaran", "nama": "Indikator Kinerja Utama"} if goals else TITLES
    return tuple(said[column] for column in columns)


def _columns(plans: list[Plan]) -> tuple[str, ...]:
    present = {key for plan in plans for key in plan.node.items if key == "nomor"}
    present |= {key for plan in plans for indicator in plan.indicators for key in indicator.node.items if key in SHARED}
    return tuple(key for key in TITLES if key in present or key in _ALWAYS)


def _lines(plans: Iterable[Plan], columns: tuple[str, ...]) -> Iterator[Line]:
    for plan in plans:
        first: dict[str, str | None] = {"nomor": said(plan.node.items.get("nomor")), "uraian": said(plan.text)}
        rows = [(indicator, row, i == 0) for indicator in plan.indicators for i, row in enumerate(indicator.rows)]
        for indicator, row, opens in rows:
            yield Line(tuple({**first, **_cells(indicator, row, opens)}.get(key) for key in columns))
            first = dict.fromkeys(PLANS)
        if not rows:
            yield Line(tuple(first.get(key, "") for key in columns))


def _cells(indicator: Indicator, row: Row, opens: bool) -> dict[str, str | None]:
    """The cells of a row; those of the indicator only where it `opens`."""
    found: dict[str, str | None] = {"formulasi": _formula(row), "sumber_data": said(row.source)}
    for key in ("nama", *SHARED):
        found[key] = said(indicator.node.items.get(key)) if opens else None
    return found


def _formula(row: Row) -> str:
    if row.formula is not None or row.numerator is None:
        return said(row.formula)
    ratio = f"({said(row.numerator)}) / ({said(row.denominator)})"
    return f"{ratio} x {said(row.multiplier)}" if row.multiplier is not None else ratio


def _goals(decree: Decree) -> tuple[tuple[str, ...], list[Line]]:
    """The IKU table: a row for each sasaran with its code, its indicators below; without codes, side by side."""
    codes = [goal.id or "" for goal in decree.goals]
    below = [indicator.id or "" for goal in decree.goals for indicator in goal.indicators]
    coded = all(code and code[0] not in "Ii" for code in codes) and all(code[:1] in ("I", "i") for code in below)
    coded = coded and not any(len(indicator.rows) > 1 for goal in decree.goals for indicator in goal.indicators)
    columns = tuple(key for key in _columns(decree.goals) if key != "nomor")
    if not coded:
        return columns, list(_lines(decree.goals, columns))
    columns = ("kode", *(key for key in columns if key != "uraian"))
    found = []
    for goal in decree.goals:
        found.append(Line(tuple({"kode": goal.id, "nama": said(goal.text)}.get(key, "") for key in columns)))
        for indicator in goal.indicators:
            cells = {**_cells(indicator, indicator.rows[0], True), "kode": indicator.id}
            found.append(Line(tuple(cells[key] or "" for key in columns)))
    return columns, found


def _labels(position: Position) -> Iterator[tuple[str, str]]:
    """Label and words; an item of a list has no label."""
    kind = _KINDS.get(said(position.kind))
    yield "Jabatan", said(position.name) + (f" ({kind})" if kind else "")
    for label, node in (("Tugas", position.duties), ("Fungsi", position.functions)):
        items = getattr(node, "items", None)
        if isinstance(items, list):
            yield label, ""
            for i, item in enumerate(items):
                yield "", f"{chr(ord('a') + i) if len(items) <= 26 else i + 1}. {said(item)}"
        elif node is not None:
            yield label, said(node)


def _heading(decree: Decree) -> tuple[str, ...]:
    head, unit = _part(decree, "keputusan"), _part(decree, "unit_kerja")
    found = [said(item) for item in getattr(head.items.get("lampiran"), "items", [])] if head else []
    if head and said(head.items.get("nomor")):
        found.append(f"NOMOR : {said(head.items['nomor'])}")
    if head and said(head.items.get("tentang")):
        found += ["TENTANG"] if found else []
        found.append(said(head.items["tentang"]))
    period = head.items.get("periode") if head else None
    if isinstance(period, Map):
        years = dict.fromkeys(said(period.items.get(key)) for key in ("dari", "sampai") if period.items.get(key))
        found.append(f"TAHUN {'-'.join(years)}")
    office = (
        " ".join(said(unit.items.get(key)) for key in ("nama", "kabupaten_kota") if unit.items.get(key)) if unit else ""
    )
    return tuple([*found, office] if office else found)


def _closing(decree: Decree) -> tuple[str, ...]:
    head = _part(decree, "keputusan")
    if not head:
        return ()
    found = [f"Ditetapkan di {said(head.items['tempat'])}"] if said(head.items.get("tempat")) else []
    day = _day(said(head.items.get("tanggal")))
    if day:
        found.append(f"pada tanggal {day}")
    signatory = head.items.get("penandatangan")
    if isinstance(signatory, Map):
        people = [(key, said(signatory.items.get(key))) for key in ("jabatan", "nama", "pangkat", "nip")]
        found += [f"NIP. {words}" if key == "nip" else words for key, words in people if words]
    return tuple(found)


def _day(iso: str) -> str:
    """A date in words: "27 Januari 2023" of "2023-01-27"; another text as it is."""
    parts = iso.split("-")
    if not 2 <= len(parts) <= 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= len(MONTHS):
        return iso
    month = f"{MONTHS[int(parts[1]) - 1][0].title()} {parts[0]}"
    return f"{int(parts[2])} {month}" if len(parts) == 3 else month


def _part(decree: Decree, key: str) -> Map | None:
    found = decree.root.items.get(key)
    return found if isinstance(found, Map) else None


def said(node: Node | None) -> str:
    """The words of a node: a text, or the values of a mapping by their keys (targets by year)."""
    if isinstance(node, Text):
        return "" if node.null else node.value
    if isinstance(node, Map):
        return "; ".join(f"{key}: {said(value)}" for key, value in node.items.items())
    return "; ".join(map(said, node.items)) if node is not None else ""
