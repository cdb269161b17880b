"""The located tree of a decree, made from the outline of its rows."""

import re
from typing import NamedTuple

from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, texts
from iki_lint.findings import Counts
from iki_lint.readers.ids import unique_slugs
from iki_lint.readers.iku import read_goals
from iki_lint.readers.labels import name_and_kind
from iki_lint.readers.ledger import pieces
from iki_lint.readers.nodes import derived, located, put, sequence
from iki_lint.readers.outline import Goal, Indicator, Outline, Plan, Position
from iki_lint.readers.preamble import read_preamble
from iki_lint.readers.rows import Cell, Row, join, part, spans
from iki_lint.readers.skp import aspect_of
from iki_lint.readers.superior import link

_NUMBER = re.compile(r"\(?(\d+)[.)]?")
_FORMULA = ("formulasi", "sumber_data")
_OPTIONAL = ("satuan", "target", "penjelasan")


class Built(NamedTuple):
    """The tree, what it counts, and the row that each id comes from. `ids` has the id that a line belongs to."""

    root: Map
    counts: Counts
    origins: dict[str, Row]
    ids: dict[int, str]


def build(out: Outline) -> Built:
    """Make the tree; words that turn out to be labels are added to `out.labels`."""
    source = out.draft.source
    root = Map(source, 0)
    root.end = len(source.text)
    built = Built(root, Counts(), {}, {})
    start = out.draft.rows[0].cells[0].start if out.draft.rows else 0
    put(root, "versi_format", derived("1", source, start, start))
    for key, node in read_preamble(out).items():
        put(root, key, node)
    _doubt_tables(out, root)
    goals = read_goals(out)
    if goals:
        put(root, "iku", sequence(source, [_goal(built, source, i, goal) for i, goal in enumerate(goals, 1)], start))
    names = [name_and_kind(join(position.name)) for position in out.positions]
    for _, suffix, _ in names:
        out.labels.extend(spans(suffix) if suffix else ())
    ids = unique_slugs([name.text for name, _, _ in names])
    nodes: list[Node] = [
        _position(built, out, position, name, kind, suffix, id)
        for position, (name, suffix, kind), id in zip(out.positions, names, ids, strict=True)
    ]
    if nodes:
        put(root, "jabatan", sequence(source, nodes, start))
    link(out, root)
    plans = [plan for position in out.positions for plan in position.plans]
    indicators = [indicator for plan in plans for indicator in plan.indicators]
    counts = Counts(len(nodes), len(plans), _filled(indicators), sum(len(item.rows) for item in indicators))
    return built._replace(counts=counts)


def _doubt_tables(out: Outline, root: Map) -> None:
    """A row of several cells before the first position, of which nothing was read, is not explained by being there."""
    read = {out.draft.source.position(start)[0] for text in texts(root) for start, _, _ in pieces(text)}
    for row in out.front:
        if len([cell for cell in row.cells if cell.text]) > 2 and row.line not in read:
            out.roles[row.line] = "tidak-dikenali"
            out.unknown.append(row)


def _filled(indicators: list[Indicator]) -> int:
    return sum(bool(indicator.rows[0]["indikator"].text) for indicator in indicators)


def _entry(built: Built, source: Source, id: str, row: Row) -> Map:
    """A mapping with its id, which stands where its row does."""
    cell = next((cell for cell in row.cells if cell.text), row.cells[0])
    node = Map(source, cell.start)
    built.origins.setdefault(id, row)
    put(node, "id", derived(id, source, cell.start, cell.end))
    return node


def _position(
    built: Built, out: Outline, position: Position, name: Cell, kind: str, suffix: Cell | None, id: str
) -> Map:
    source = out.draft.source
    node = _entry(built, source, id, position.row)
    built.ids[position.row.line] = id
    put(node, "nama", located(name, source))
    if suffix:
        put(node, "jenis", derived(kind, source, suffix.start, suffix.end))
    for field in ("tugas", "fungsi"):
        if field in position.readings:
            reading = position.readings[field]
            built.ids[position.fields[field].row.line] = id
            built.ids.update((row.line, id) for row, _ in reading.roles)
            items = reading.items
            texts: list[Node] = [located(item, source) for item in items or ()]
            put(node, field, located(reading.text, source) if items is None else sequence(source, texts, node.start))
    plans: list[Node] = [_plan(built, out, plan, f"{id}.{i}") for i, plan in enumerate(position.plans, 1)]
    put(node, "rencana_kinerja", sequence(source, plans, node.end))
    return node


def _plan(built: Built, out: Outline, plan: Plan, id: str) -> Map:
    source = out.draft.source
    node = _entry(built, source, id, plan.row)
    if plan.number and plan.number.text:
        number = plan.number
        match = _NUMBER.fullmatch(number.text)
        if match:
            out.labels.extend(spans(number, 0, match.start(1)) + spans(number, match.end(1)))
            number = part(number, *match.span(1))
        put(node, "nomor", located(number, source))
    if plan.text:
        put(node, "uraian", located(plan.text, source))
    nodes: list[Node] = [_indicator(built, source, item, f"{id}.{i}") for i, item in enumerate(plan.indicators, 1)]
    put(node, "indikator", sequence(source, nodes, node.end))
    return node


def _indicator(built: Built, source: Source, indicator: Indicator, id: str) -> Map:
    """One indicator: `formulasi` is a list where several rows share the indicator cell."""
    node = _entry(built, source, id, indicator.origin[0])
    built.ids.update((row.line, id) for row in indicator.origin)
    first = indicator.rows[0]
    if "indikator" in first:
        put(node, "nama", located(first["indikator"], source))
    formulas = [row for row in indicator.rows if set(_FORMULA) & set(row)]
    if len(formulas) > 1:
        put(node, "formulasi", sequence(source, [_formula(source, row) for row in formulas], node.start))
    else:
        for field in _FORMULA:
            if field in first:
                put(node, field, located(first[field], source))
    for field in _OPTIONAL:
        cells = [row[field] for row in indicator.rows if field in row]
        if cells:
            put(node, field, located(join(cells), source))
    cell = first.get("aspek")
    if cell and (aspect := aspect_of(cell)):
        put(node, "aspek", derived(aspect, source, cell.start, cell.end))
    return node


def _formula(source: Source, row: dict[str, Cell]) -> Map:
    node = Map(source, next(row[field] for field in _FORMULA if field in row).start)
    for key, field in (("uraian", "formulasi"), ("sumber_data", "sumber_data")):
        if field in row:
            put(node, key, located(row[field], source))
    return node


def _goal(built: Built, source: Source, number: int, goal: Goal) -> Map:
    """A sasaran; its ids are the codes of the table, where it has them."""
    node = _entry(built, source, _code(goal.code) or f"iku.{number}", goal.row)
    if goal.text:
        put(node, "sasaran", located(goal.text, source))
    nodes: list[Node] = []
    for i, indicator in enumerate(goal.indicators, 1):
        code = _code(indicator.rows[0].get("kode"))
        found = _indicator(built, source, indicator, code or f"iku.{number}.{i}")
        for field in _FORMULA:
            if field not in found.items:
                put(found, field, located(Cell("", found.end, found.end, ((0, found.end),)), source))
        nodes.append(found)
    put(node, "indikator", sequence(source, nodes, node.end))
    return node


def _code(cell: Cell | None) -> str:
    """The code as an id, which has no spaces."""
    return "-".join(cell.text.split()) if cell else ""
