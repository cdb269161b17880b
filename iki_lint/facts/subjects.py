"""The facts of a decree, made once for each distinct text: 2,039 rows share some 600 sets of facts."""

from collections.abc import Callable
from typing import Any, TypeVar

from iki_lint.decree.model import Decree, Indicator, Position, Row
from iki_lint.decree.tree import Text
from iki_lint.facts.cell import CellFacts
from iki_lint.facts.formula import FormulaFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.position import PositionFacts
from iki_lint.facts.relations import FormulaToIndicator, IndicatorToPlan, SourceToRow
from iki_lint.facts.source import SourceFacts

VOCABULARY: dict[str, type] = {
    "rencana": CellFacts,
    "indikator": IndicatorFacts,
    "formulasi": FormulaFacts,
    "sumber": SourceFacts,
    "hitung": FormulaToIndicator,
    "bukti": SourceToRow,
    "turunan": IndicatorToPlan,
    "jabatan": PositionFacts,
}

T = TypeVar("T")
FormulaKey = tuple[str, str, str, str]


class Subjects:
    """Makes and keeps the facts of one decree. Equal texts share their facts."""

    def __init__(self, decree: Decree) -> None:
        self.decree = decree
        self._made: dict[tuple[Any, ...], Any] = {}

    def _once(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return found

    def plan(self, text: str) -> CellFacts:
        """Facts of a rencana kinerja."""
        return self._once(("r", text), lambda: CellFacts(text))

    def indicator(self, text: str) -> IndicatorFacts:
        """Facts of an indicator's name."""
        return self._once(("i", text), lambda: IndicatorFacts(text))

    def formula(self, key: FormulaKey) -> FormulaFacts:
        """Facts of a formula: (uraian, pembilang, penyebut, penjelasan)."""
        return self._once(("f", key), lambda: FormulaFacts(*key))

    def source(self, text: str) -> SourceFacts:
        """Facts of a sumber data cell."""
        return self._once(("s", text), lambda: SourceFacts(text))

    def position(self, position: Position | None) -> PositionFacts:
        """Facts of a position; of the IKU section for None."""
        return self._once(("p", id(position)), lambda: self._position(position))

    def _position(self, position: Position | None) -> PositionFacts:
        plans = position.plans if position else self.decree.goals
        indicators = [indicator for plan in plans for indicator in plan.indicators]
        rows = [row for indicator in indicators for row in indicator.rows]
        return PositionFacts(
            position,
            [self.indicator(value(indicator.name)) for indicator in indicators],
            [self.formula(formula_key(row)) for row in rows],
        )

    def relation(self, indicator: str, formula: FormulaKey) -> FormulaToIndicator:
        """Facts between a formula and its indicator."""
        return self._once(
            ("h", indicator, formula), lambda: FormulaToIndicator(self.indicator(indicator), self.formula(formula))
        )

    def evidence(self, indicator: str, formula: FormulaKey, source: str) -> SourceToRow:
        """Facts between a source and its row."""
        return self._once(
            ("b", indicator, formula, source),
            lambda: SourceToRow(self.relation(indicator, formula), self.source(source)),
        )

    def descent(self, plan: str, indicator: str) -> IndicatorToPlan:
        """Facts between an indicator and its plan."""
        return self._once(("t", plan, indicator), lambda: IndicatorToPlan(self.plan(plan), self.indicator(indicator)))


def value(text: Text | None) -> str:
    """The characters of a field, empty when it is missing."""
    return text.value if text is not None else ""


def formula_key(row: Row) -> FormulaKey:
    """What the facts of a row's formula depend on."""
    return value(row.formula), value(row.numerator), value(row.denominator), value(row.indicator.explanation)


def joined_formula_key(indicator: Indicator) -> FormulaKey:
    """The formulas of an indicator taken together, for facts of the indicator as a whole."""
    rows = indicator.rows
    if len(rows) == 1:
        return formula_key(rows[0])
    return (
        "; ".join(value(row.formula) for row in rows if row.formula),
        "; ".join(value(row.numerator) for row in rows if row.numerator),
        "; ".join(value(row.denominator) for row in rows if row.denominator),
        value(indicator.explanation),
    )
