"""The superior's plan that an SKP names in words, turned into a reference where the file holds that plan."""

import re

from iki_lint.decree.model import Decree
from iki_lint.decree.tree import Map
from iki_lint.readers.nodes import derived, put, sequence
from iki_lint.readers.outline import Outline, Repair

_WORD = re.compile(r"\w+")


def link(out: Outline, root: Map) -> None:
    """Write `mendukung` into the plans of a decree made of `out`; what the file does not hold becomes a repair."""
    read = [plan for position in out.positions for plan in position.plans]
    if not any(plan.above for plan in read):
        return
    decree = Decree(root)
    known: dict[str, str] = {}
    for plan in decree.plans():
        if plan.id and plan.text and plan.text.value:
            known.setdefault(_words(plan.text.value), plan.id)
    made = [plan for position in decree.positions for plan in position.plans]
    missing = set()
    for written, plan in zip(read, made, strict=True):
        above = written.above
        if above is None:
            continue
        id = known.get(_words(above.text))
        if id and id != plan.id:
            source = out.draft.source
            put(plan.node, "mendukung", sequence(source, [derived(id, source, above.start, above.end)], above.start))
        elif above.start not in missing:
            missing.add(above.start)
            out.repairs.append(Repair("rencana-pimpinan", "impor-rencana-pimpinan", written.row, {"isi": above.text}))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
