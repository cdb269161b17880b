"""The facts of a decree, made once for each distinct text: 2,039 rows share some 600 sets of facts."""

from collections.abc import Callable
from typing import Any, TypeVar

from iki_lint.decree.model import Decree, Indicator, Plan, Position, Row
from iki_lint.decree.tree import Text
from iki_lint.facts.alignment import FormulaToIndicator
from iki_lint.facts.fact import once
from iki_lint.facts.formula import FormulaFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.plan import PlanFacts
from iki_lint.facts.position import PositionFacts, heads
from iki_lint.facts.relations import IndicatorToPlan, SourceToRow
from iki_lint.facts.source import SourceFacts

VOCABULARY: dict[str, type] = {
    "rencana": PlanFacts,
    "indikator": IndicatorFacts,
    "formulasi": FormulaFacts,
    "sumber": SourceFacts,
    "hitung": FormulaToIndicator,
    "bukti": SourceToRow,
    "turunan": IndicatorToPlan,
    "jabatan": PositionFacts,
}

T = TypeVar("T")


class Cells:
    """The subjects of one row: the facts of its cells, and of what these have to do with each other.

    A position alone has empty cells. Equal texts share their facts.
    """

    def __init__(
        self,
        subjects: "Subjects",
        rencana: PlanFacts,
        indikator: IndicatorFacts,
        formulasi: FormulaFacts,
        sumber: SourceFacts,
        jabatan: PositionFacts,
    ) -> None:
        self._subjects = subjects
        self.rencana = rencana
        self.indikator = indikator
        self.formulasi = formulasi
        self.sumber = sumber
        self.jabatan = jabatan

    @once
    def hitung(self) -> FormulaToIndicator:
        """The formula and its indicator."""
        return self._subjects.relation(self.indikator, self.formulasi)

    @once
    def bukti(self) -> SourceToRow:
        """The source and its row."""
        return self._subjects.evidence(self.indikator, self.formulasi, self.sumber)

    @once
    def turunan(self) -> IndicatorToPlan:
        """The indicator and its plan."""
        return self._subjects.descent(self.rencana, self.indikator)

    def at(self, position: PositionFacts) -> "Cells":
        """The same cells at another position."""
        if position is self.jabatan:
            return self
        return Cells(self._subjects, self.rencana, self.indikator, self.formulasi, self.sumber, position)


class _Once(dict[Any, T]):
    """What is made from a key when it is first asked for, and kept."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Any) -> T:
        made = self[key] = self.make(key)
        return made


class Subjects:
    """Makes and keeps the facts of one decree, once for each distinct text."""

    def __init__(self, decree: Decree) -> None:
        self.decree = decree
        self._plans = _Once(PlanFacts)
        self._indicators = _Once(IndicatorFacts)
        self._formulas = _Once(lambda texts: FormulaFacts(*texts))
        self._sources = _Once(SourceFacts)
        self._positions = _Once(self._position)
        self._relations = _Once(lambda cells: FormulaToIndicator(*cells))
        self._evidence = _Once(lambda cells: SourceToRow(*cells))
        self._descents = _Once(lambda cells: IndicatorToPlan(*cells))

    def plan(self, text: str) -> PlanFacts:
        """Facts of a rencana kinerja."""
        return self._plans[text]

    def indicator(self, text: str) -> IndicatorFacts:
        """Facts of an indicator's name."""
        return self._indicators[text]

    def formula(self, *texts: str) -> FormulaFacts:
        """Facts of a formula: its uraian and, if there are any, its pembilang, penyebut and penjelasan."""
        return self._formulas[texts]

    def source(self, text: str) -> SourceFacts:
        """Facts of a sumber data cell."""
        return self._sources[text]

    def position(self, position: Position | None) -> PositionFacts:
        """Facts of a position; of the IKU section for None."""
        return self._positions[position]

    @once
    def heads(self) -> frozenset[Position]:
        """The posts that lead the unit."""
        return heads(self.decree)

    def _position(self, position: Position | None) -> PositionFacts:
        plans = position.plans if position else self.decree.goals
        indicators = [indicator for plan in plans for indicator in plan.indicators]
        return PositionFacts(
            position,
            position in self.heads,
            [self.indicator(value(indicator.name)) for indicator in indicators],
            [self.formula_of(row) for indicator in indicators for row in indicator.rows],
        )

    def relation(self, indicator: IndicatorFacts, formula: FormulaFacts) -> FormulaToIndicator:
        """Facts between a formula and its indicator."""
        return self._relations[indicator, formula]

    def evidence(self, indicator: IndicatorFacts, formula: FormulaFacts, source: SourceFacts) -> SourceToRow:
        """Facts between a source and its row."""
        return self._evidence[self.relation(indicator, formula), source]

    def descent(self, plan: PlanFacts, indicator: IndicatorFacts) -> IndicatorToPlan:
        """Facts between an indicator and its plan."""
        return self._descents[plan, indicator]

    def formula_of(self, row: Row) -> FormulaFacts:
        """Facts of the formula of a row."""
        explanation = row.indicator.explanation
        if row.numerator is None and row.denominator is None and explanation is None:
            return self.formula(value(row.formula))
        return self.formula(value(row.formula), value(row.numerator), value(row.denominator), value(explanation))

    def cells_of_row(self, row: Row) -> Cells:
        """The cells of one formula row."""
        return self._cells(row, self.formula_of(row))

    def cells_of_indicator(self, indicator: Indicator) -> Cells:
        """The cells of an indicator, its formulas taken together."""
        rows = indicator.rows
        if len(rows) == 1:
            return self.cells_of_row(rows[0])
        texts = [[value(row.formula), value(row.numerator), value(row.denominator)] for row in rows]
        joined = ["; ".join(filter(None, column)) for column in zip(*texts, strict=True)]
        return self._cells(rows[0], self.formula(*joined, value(indicator.explanation)))

    def cells_of_plan(self, plan: Plan) -> Cells:
        """A plan without any of its rows."""
        empty = self.indicator(""), self.formula(""), self.source("")
        return Cells(self, self.plan(value(plan.text)), *empty, self.position(plan.position))

    def cells_of_position(self, position: Position) -> Cells:
        """A position without a row."""
        empty = self.plan(""), self.indicator(""), self.formula(""), self.source("")
        return Cells(self, *empty, self.position(position))

    def _cells(self, row: Row, formula: FormulaFacts) -> Cells:
        indicator = row.indicator
        plan = indicator.plan
        return Cells(
            self,
            self.plan(value(plan.text)),
            self.indicator(value(indicator.name)),
            formula,
            self.source(value(row.source)),
            self.position(plan.position),
        )


def texts_of(row: Row) -> tuple[str, ...]:
    """Everything that the facts of a row depend on but its position, as characters."""
    indicator = row.indicator
    plan, name, formula, source = indicator.plan.text, indicator.name, row.formula, row.source
    common = (
        plan.value if plan is not None else "",
        name.value if name is not None else "",
        formula.value if formula is not None else "",
        source.value if source is not None else "",
    )
    if row.numerator is None and row.denominator is None and indicator.explanation is None:
        return common
    return (*common, value(row.numerator), value(row.denominator), value(indicator.explanation))


def value(text: Text | None) -> str:
    """The characters of a field, empty when it is missing."""
    return text.value if text is not None else ""
