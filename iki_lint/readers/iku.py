"""The IKU table above the positions: sasaran and indicators, in a table of their own or in rows with codes."""

from iki_lint.readers.merged import covered
from iki_lint.readers.outline import Goal, Indicator, Outline, left_out
from iki_lint.readers.rows import Cell, Row, join, spans
from iki_lint.readers.shift import align
from iki_lint.readers.titles import OTHER, field_of

# Fields that a row without a code may name, the value standing in the row below.
_NAMED = ("formulasi", "sumber_data", "satuan", "target", "penjelasan")


def read_goals(out: Outline) -> list[Goal]:
    """The sasaran of the IKU table; words that are no content are added to `out.labels`."""
    goals: list[Goal] = []
    expected = "formulasi"
    above: dict[str, Cell] = {}
    for row, heading in out.goal_rows:
        cells: dict[str, Cell] = {}
        for name, title, cell in zip(
            heading.fields, heading.titles, align(row.cells, heading.fields).cells, strict=True
        ):
            if name not in ("nomor", OTHER):
                cells[name] = cell
                continue
            out.labels.extend(spans(cell))
            if name == OTHER and cell.text:
                out.repairs.append(left_out(row, title, cell))
        cells, shared = covered(cells, above)
        above = cells
        out.shared.extend(shared)
        if "kode" in cells:
            expected = _coded(out, goals, row, cells, expected)
        else:
            _wide(goals, row, cells)
    for goal in goals:
        coded = any("kode" in row for indicator in goal.indicators for row in indicator.rows)
        goal.indicators[:] = [_merge(item) if coded or goal.code else item for item in goal.indicators]
    return goals


def _coded(out: Outline, goals: list[Goal], row: Row, cells: dict[str, Cell], expected: str) -> str:
    """Take a row `S.1 | sasaran`, `I.K.S.1.1 | indicator` or, without a code, a label or a value of the indicator."""
    code, text = cells["kode"], cells["indikator"]
    if code.text:
        out.labels.extend(spans(code))
        if code.text[0] not in "Ii":
            goals.append(Goal(code, text, [], row))
            rest = {name: cell for name, cell in cells.items() if name in _NAMED and cell.text}
            if rest:
                goals[-1].indicators.append(Indicator([{"indikator": text._replace(text=""), **rest}], [row]))
        else:
            _goal(goals, row).indicators.append(Indicator([cells], [row]))
        return "formulasi"
    field = field_of(text.text)
    if field in _NAMED and not any(cell.text for name, cell in cells.items() if name != "indikator"):
        out.labels.extend(spans(text))
        return field
    indicators = _goal(goals, row).indicators
    said = {name: cell for name, cell in cells.items() if cell.text}
    if not indicators or (text.text and len(said) > 1):
        indicators.append(Indicator([], [row]))
    elif text.text:
        said = {expected: text}
    indicators[-1].rows.append(said)
    return expected


def _merge(indicator: Indicator) -> Indicator:
    """One row for an indicator whose fields stand below each other."""
    found: dict[str, list[Cell]] = {}
    for row in indicator.rows:
        for name, cell in row.items():
            found.setdefault(name, []).append(cell)
    return Indicator([{name: join(cells) for name, cells in found.items()}], indicator.origin)


def _wide(goals: list[Goal], row: Row, cells: dict[str, Cell]) -> None:
    text = cells.pop("rencana", None)
    if (text and text.text) or not goals:
        goals.append(Goal(None, text, [], row))
    indicators = goals[-1].indicators
    if not indicators or cells["indikator"].text:
        indicators.append(Indicator([], []))
    indicators[-1].rows.append(cells)
    indicators[-1].origin.append(row)


def _goal(goals: list[Goal], row: Row) -> Goal:
    if not goals:
        goals.append(Goal(None, None, [], row))
    return goals[-1]
