"""STR001 empty cells and STR002 shifted columns."""

from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import Indicator, Row, filled
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit

_ENGLISH = {"nama indikator": "indicator name", "formulasi": "formulasi", "sumber data": "sumber data"}


def empty_cells(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Cells that must be filled, plans without indicators, positions without plans."""
    if not context.decree.positions and not context.decree.goals:
        yield Hit(None, None, "/jabatan", case="tanpa-jabatan")
    for position in context.decree.positions:
        if not position.plans:
            yield Hit(position, position.name, f"{position.pointer}/nama", case="tanpa-baris")
    for plan in context.decree.plans():
        if not plan.indicators:
            yield Hit(plan, plan.text, plan.text_pointer, case="rencana-tanpa-indikator")
        for indicator in plan.indicators:
            yield from _empty_cells_of(indicator)


def _empty_cells_of(indicator: Indicator) -> Iterator[Hit]:
    rows = indicator.rows
    any_filled = filled(indicator.name) or any(filled(row.formula) or filled(row.source) for row in rows)
    if not any_filled:
        yield _empty(indicator.rows[0], "nama indikator")
        return
    if not filled(indicator.name):
        yield _empty(rows[0], "nama indikator")
    for number, row in enumerate(rows):
        if not filled(row.formula) and not (filled(row.numerator) and filled(row.denominator)):
            yield _empty(row, "formulasi")
        if not filled(row.source):
            yield _empty(row, "sumber data")
        if number and filled(row.formula):
            yield Hit(row, row.formula, row.formula_pointer, case="indikator-bersama")


def _empty(row: Row, cell: str) -> Hit:
    text, pointer = {
        "nama indikator": (row.indicator.name, f"{row.indicator.pointer}/nama"),
        "formulasi": (row.formula, row.formula_pointer),
        "sumber data": (row.source, row.source_pointer),
    }[cell]
    return Hit(row, text, pointer, args={"sel": cell, "sel_en": _ENGLISH[cell]})


def shifted_columns(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Rows whose columns look shifted, and rows that the importer has realigned."""
    shifted = context.provenance.shifted
    for row in context.decree.rows():
        kind = shifted.get(row.indicator.id or "")
        if kind:
            case = "diperbaiki" if kind == "digeser" else kind
            yield Hit(row, row.indicator.name, f"{row.indicator.pointer}/nama", case=case)
        elif id(row) in context.suspects:
            yield Hit(row, row.formula or row.indicator.name, row.formula_pointer)
