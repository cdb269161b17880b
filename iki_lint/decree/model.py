"""The decree as its readers think of it: IKU, positions, plans, indicators, rows.

Made from the located tree, whoever built that. Reading is tolerant: what is not shaped as the schema says counts as
missing here and is reported by the schema check. A field has three states: a `Text` with content, an empty `Text`
(label there, content not), and None (no label). Every part knows its JSON Pointer (RFC 6901) in the document.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from iki_lint.decree.tree import Map, Node, Seq, Text


class Row:
    """One formula row: an indicator (shared by several rows in a merged cell), its formulasi and its sumber data.

    `formula` is the text of the formula or, in the good form, None beside `numerator` and `denominator`.
    """

    __slots__ = (
        "denominator",
        "formula",
        "formula_pointer",
        "indicator",
        "multiplier",
        "numerator",
        "source",
        "source_pointer",
    )

    def __init__(self, indicator: "Indicator", formula: Text | None, formula_pointer: str) -> None:
        self.indicator = indicator
        self.formula = formula
        self.formula_pointer = formula_pointer
        self.source: Text | None = indicator.source
        self.source_pointer = f"{indicator.pointer}/sumber_data"
        self.numerator: Text | None = None
        self.denominator: Text | None = None
        self.multiplier: Text | None = None


class Indicator:
    """One indicator with its formula rows (at least one row, even where nothing is filled in)."""

    __slots__ = ("explanation", "id", "name", "node", "plan", "pointer", "rows", "source", "target", "unit")

    def __init__(self, node: Map, plan: "Plan", pointer: str) -> None:
        self.node = node
        self.id = _value(node, "id")
        self.plan = plan
        self.pointer = pointer
        self.name = text(node, "nama")
        self.source = text(node, "sumber_data")
        self.explanation = text(node, "penjelasan")
        self.unit = text(node, "satuan")
        self.target = node.items.get("target")
        self.rows = _rows(self, node.items.get("formulasi"))


class Plan:
    """A rencana kinerja of a position, or a sasaran of the IKU (then `position` is None).

    `supports` are the ids that it names under `mendukung`.
    """

    __slots__ = ("id", "indicators", "node", "pointer", "position", "supports", "text", "text_pointer")

    def __init__(self, node: Map, position: "Position | None", pointer: str, text_key: str) -> None:
        self.node = node
        self.id = _value(node, "id")
        self.position = position
        self.pointer = pointer
        self.text = text(node, text_key)
        self.text_pointer = f"{pointer}/{text_key}"
        self.supports = field_texts(node.items.get("mendukung"))
        self.indicators = [
            Indicator(item, self, f"{pointer}/indikator/{i}") for i, item in _maps(node.items.get("indikator"))
        ]


class Position:
    """A post (jabatan) with its duties and its plans; `superior` is the id that it names under `atasan`."""

    __slots__ = ("duties", "functions", "id", "kind", "name", "node", "plans", "pointer", "superior", "unit")

    def __init__(self, node: Map, pointer: str) -> None:
        self.node = node
        self.id = _value(node, "id")
        self.pointer = pointer
        self.name = text(node, "nama")
        self.kind = text(node, "jenis")
        self.unit = text(node, "unit")
        self.superior = text(node, "atasan")
        self.duties = node.items.get("tugas")
        self.functions = node.items.get("fungsi")
        self.plans = [
            Plan(item, self, f"{pointer}/rencana_kinerja/{i}", "uraian")
            for i, item in _maps(node.items.get("rencana_kinerja"))
        ]

    def indicators(self) -> Iterator[Indicator]:
        """The indicators of all plans, in document order."""
        for plan in self.plans:
            yield from plan.indicators

    def rows(self) -> Iterator[Row]:
        """The formula rows of all plans, in document order."""
        for indicator in self.indicators():
            yield from indicator.rows


class Decree:
    """A whole decree. `goals` are the sasaran of the IKU, `positions` the posts with their IKI."""

    def __init__(self, root: Map) -> None:
        self.root = root
        self.goals = [Plan(item, None, f"/iku/{i}", "sasaran") for i, item in _maps(root.items.get("iku"))]
        self.positions = [Position(item, f"/jabatan/{i}") for i, item in _maps(root.items.get("jabatan"))]

    def plans(self) -> Iterator[Plan]:
        """All plans: the sasaran of the IKU first, then those of the positions."""
        yield from self.goals
        for position in self.positions:
            yield from position.plans

    def indicators(self) -> Iterator[Indicator]:
        """All indicators, those of the IKU first."""
        for plan in self.plans():
            yield from plan.indicators

    def rows(self) -> Iterator[Row]:
        """All formula rows, those of the IKU first."""
        for indicator in self.indicators():
            yield from indicator.rows

    @cached_property
    def cells(self) -> list[tuple[Plan | Indicator | Row, Text, str]]:
        """Every text of the plans and their rows with what it belongs to and the key it stands under, in order."""
        return list(_cells(self.plans()))


def _cells(plans: Iterable[Plan]) -> Iterator[tuple[Plan | Indicator | Row, Text, str]]:
    for plan in plans:
        if plan.text is not None:
            yield plan, plan.text, "uraian"
        for indicator in plan.indicators:
            if indicator.name is not None:
                yield indicator, indicator.name, "nama"
            for row in indicator.rows:
                if row.formula is not None:
                    yield row, row.formula, "formulasi"
                if row.source is not None:
                    yield row, row.source, "sumber_data"


def pointer_of(owner: Plan | Indicator | Row, key: str) -> str:
    """The JSON Pointer of a cell that `Decree.cells` has named."""
    if isinstance(owner, Plan):
        return owner.text_pointer
    if isinstance(owner, Row):
        return owner.formula_pointer if key == "formulasi" else owner.source_pointer
    return f"{owner.pointer}/{key}"


def text(node: Map, key: str) -> Text | None:
    """The scalar under `key`; None when the key is missing or holds something else."""
    found = node.items.get(key)
    return found if isinstance(found, Text) else None


def filled(found: Text | None) -> bool:
    """Whether a field has content."""
    return found is not None and not found.value.isspace() and found.value != ""


def field_texts(found: Node | None) -> list[Text]:
    """The texts of a field that may be one text or a list of them (tugas, fungsi)."""
    if isinstance(found, Text):
        return [found]
    if isinstance(found, Seq):
        return [item for item in found.items if isinstance(item, Text)]
    return []


def _value(node: Map, key: str) -> str | None:
    found = text(node, key)
    return found.value if found is not None and found.value else None


def _maps(node: Node | None) -> list[tuple[int, Map]]:
    if not isinstance(node, Seq):
        return []
    return [(i, item) for i, item in enumerate(node.items) if isinstance(item, Map)]


def _rows(indicator: Indicator, node: Node | None) -> list[Row]:
    pointer = f"{indicator.pointer}/formulasi"
    if isinstance(node, Seq):
        rows = []
        for i, item in enumerate(node.items):
            if isinstance(item, Text):
                rows.append(Row(indicator, item, f"{pointer}/{i}"))
            elif isinstance(item, Map):
                rows.append(_row_of_map(indicator, item, f"{pointer}/{i}"))
        return rows or [Row(indicator, None, pointer)]
    if isinstance(node, Map):
        return [_row_of_map(indicator, node, pointer)]
    return [Row(indicator, node, pointer)]


def _row_of_map(indicator: Indicator, node: Map, pointer: str) -> Row:
    row = Row(indicator, text(node, "uraian"), f"{pointer}/uraian")
    if "sumber_data" in node.items:
        row.source, row.source_pointer = text(node, "sumber_data"), f"{pointer}/sumber_data"
    row.numerator, row.denominator = text(node, "pembilang"), text(node, "penyebut")
    row.multiplier = text(node, "pengali")
    return row
