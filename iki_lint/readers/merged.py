"""Cells that are merged over several rows: what stands in them holds for each row that they cover."""

from collections.abc import Mapping

from iki_lint.readers.rows import Cell, Span, spans
from iki_lint.readers.shift import REQUIRED

_FORMULA = ("formulasi", "sumber_data")
_BESIDE = ("satuan", "target", "penjelasan")


def covered(cells: Mapping[str, Cell], above: Mapping[str, Cell]) -> tuple[dict[str, Cell], list[Span]]:
    """The cells of a row by field, with those of the row above where a merged cell covers them; and what they share.

    A row takes the formula or the source from above when it says something of its own, and the rest when that is an
    indicator: several formulas of one indicator have its unit and target once. The indicator itself is never repeated,
    for a row without one is a further formula of the one above; a row that is covered in all of them is none.
    """
    if all(cells[field].covered for field in REQUIRED if field in cells):
        return {field: cell for field, cell in cells.items() if field not in _FORMULA}, []
    own = [cells[field] for field in REQUIRED if field in cells and cells[field].text]
    indicator = cells.get("indikator")
    fields = (_FORMULA if own else ()) + (_BESIDE if indicator and indicator.text else ())
    taken = {
        field: above[field]
        for field in fields
        if field in cells and cells[field].covered and not cells[field].text and field in above and above[field].text
    }
    return {**cells, **taken}, [span for cell in taken.values() for span in spans(cell)]
