"""Why a rule is silent: the parts of its condition that do not hold."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import Decree
from iki_lint.engine.condition import Junction, Node, parse
from iki_lint.engine.condition_code import to_function
from iki_lint.engine.condition_types import scope_of
from iki_lint.engine.rule import Rule
from iki_lint.facts.subjects import VOCABULARY, Cells, Subjects

_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_JOINED = re.compile(r"\s*\band[\s(]*\Z")


def unmet(rule: Rule, decree: Decree, lists: Mapping[str, Any]) -> list[str]:
    """The parts of a rule's condition, joined by `and`, that do not hold of the first thing that it looks at; none
    when all of them do, or there is no such thing."""
    cells = next(_cells(rule.target, decree), None)
    if rule.when is None or cells is None:
        return []
    scope = scope_of(VOCABULARY, rule.options, lists)
    return [text for text, part in _parts(rule.when.text) if not to_function(part, scope, lists)(cells, rule.options)]


def _parts(condition: str) -> Iterator[tuple[str, Node]]:
    """What stands between the outermost `and` of a condition, as written."""
    tree = parse(condition)
    parts = tree.operands if isinstance(tree, Junction) and tree.operator == "and" else (tree,)
    starts = [0, *(part.start for part in parts[1:]), len(condition)]
    for part, start, end in zip(parts, starts[:-1], starts[1:], strict=True):
        written = " ".join(_JOINED.sub("", condition[start:end]).split())
        # Brackets around a part stand outside it.
        bare = _QUOTED.sub("", written)
        missing = bare.count(")") - bare.count("(")
        yield "(" * missing + written + ")" * -missing, part


def _cells(target: str, decree: Decree) -> Iterator[Cells]:
    subjects = Subjects(decree)
    if target == "jabatan":
        yield from map(subjects.cells_of_position, decree.positions)
    elif target == "rencana":
        yield from map(subjects.cells_of_plan, decree.plans())
    else:
        yield from map(subjects.cells_of_row, decree.rows())
