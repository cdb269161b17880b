"""Everything in a decree that is written to be read: all texts, with whose they are and where they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.decree.model import Decree, Indicator, Plan, Position, Row, field_texts
from iki_lint.decree.tree import Map, Node, Seq, Text

_PREAMBLE = ("tentang", "menimbang", "mengingat", "diktum")
_UNIT = ("nama", "kabupaten_kota", "provinsi")


class Prose(NamedTuple):
    """A text, the part of the decree that it belongs to (None: the decree itself), and its path below that part."""

    owner: Row | Indicator | Plan | Position | None
    text: Text
    key: str

    @property
    def position(self) -> Position | None:
        """The post that the text belongs to, None for the IKU and the decree itself."""
        owner = self.owner.indicator if isinstance(self.owner, Row) else self.owner
        plan = owner.plan if isinstance(owner, Indicator) else owner
        return plan.position if isinstance(plan, Plan) else plan

    @property
    def pointer(self) -> str:
        """The JSON Pointer of the text."""
        owner = self.owner
        if owner is None:
            return self.key
        if isinstance(owner, Plan):
            return owner.text_pointer
        if isinstance(owner, Row):
            if self.key == "sumber_data":
                return owner.source_pointer
            if self.key == "formulasi":
                return owner.formula_pointer
            return f"{owner.formula_pointer.rpartition('/')[0]}/{self.key}"
        return f"{owner.pointer}/{self.key}"


def prose(decree: Decree) -> Iterator[Prose]:
    """All texts in document order; what is an id, a number, a date or a person's name is none."""
    for top, keys in (("keputusan", _PREAMBLE), ("unit_kerja", _UNIT)):
        section = decree.root.items.get(top)
        if isinstance(section, Map):
            for key in keys:
                yield from _field(None, section.items.get(key), f"/{top}/{key}")
    for plan in decree.goals:
        yield from _plan(plan)
    for position in decree.positions:
        if position.name is not None:
            yield Prose(position, position.name, "nama")
        if position.unit is not None:
            yield Prose(position, position.unit, "unit")
        yield from _field(position, position.duties, "tugas")
        yield from _field(position, position.functions, "fungsi")
        for plan in position.plans:
            yield from _plan(plan)


def _field(owner: Position | None, field: Node | None, key: str) -> Iterator[Prose]:
    listed = isinstance(field, Seq)
    for number, text in enumerate(field_texts(field)):
        yield Prose(owner, text, f"{key}/{number}" if listed else key)


def _plan(plan: Plan) -> Iterator[Prose]:
    make = tuple.__new__
    if plan.text is not None:
        yield Prose(plan, plan.text, "uraian")
    for indicator in plan.indicators:
        if indicator.name is not None:
            yield make(Prose, (indicator, indicator.name, "nama"))
        for row in indicator.rows:
            if row.formula is not None:
                yield make(Prose, (row, row.formula, "formulasi"))
            for key, part in (("pembilang", row.numerator), ("penyebut", row.denominator)):
                if part is not None:
                    yield Prose(row, part, key)
            if row.source is not None and (row.source is not indicator.source or row is indicator.rows[0]):
                yield make(Prose, (row, row.source, "sumber_data"))
        for key, text in (
            ("satuan", indicator.unit),
            ("penjelasan", indicator.explanation),
            ("target", indicator.target),
        ):
            if isinstance(text, Text):
                yield Prose(indicator, text, key)
