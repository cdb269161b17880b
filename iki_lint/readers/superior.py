"""The superior's plan that an SKP names in words, turned into a reference where the file holds that plan."""

import re

from iki_lint.decree.tree import Map, Seq, Text
from iki_lint.readers.nodes import derived, put, sequence
from iki_lint.readers.outline import Outline, Repair


def link(out: Outline, root: Map) -> None:
    """Turn the superior's plan, where a table has it in words, into a reference to that plan or sasaran."""
    if not any(plan.above for position in out.positions for plan in position.plans):
        return
    known: dict[str, str] = {}
    told = [("sasaran", goal) for goal in _items(root, "iku")]
    told += [("uraian", plan) for post in _items(root, "jabatan") for plan in _items(post, "rencana_kinerja")]
    for key, node in told:
        if text := _value(node, key):
            known.setdefault(_words(text), _value(node, "id"))
    said: set[int] = set()
    for position, post in zip(out.positions, _items(root, "jabatan"), strict=True):
        for plan, node in zip(position.plans, _items(post, "rencana_kinerja"), strict=True):
            if not plan.above:
                continue
            id = known.get(_words(plan.above.text))
            if id and id != _value(node, "id"):
                source, start, end = out.draft.source, plan.above.start, plan.above.end
                put(node, "mendukung", sequence(source, [derived(id, source, start, end)], start))
            elif plan.above.start not in said:
                said.add(plan.above.start)
                out.repairs.append(
                    Repair("rencana-pimpinan", "impor-rencana-pimpinan", plan.row, {"isi": plan.above.text})
                )


def _items(node: Map, key: str) -> list[Map]:
    found = node.items.get(key)
    return [item for item in found.items if isinstance(item, Map)] if isinstance(found, Seq) else []


def _value(node: Map, key: str) -> str:
    found = node.items.get(key)
    return found.value if isinstance(found, Text) else ""


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
