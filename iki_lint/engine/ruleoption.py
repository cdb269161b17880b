"""The options of a rule: thresholds and lists that a configuration may change."""

import re
from collections.abc import Callable

from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.engine.packfile import is_quoted
from iki_lint.engine.rule import Option

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}(\.[0-9]{3})+")


def read_options(node: Node | None, report: Callable[[Node, str, dict[str, str]], None]) -> dict[str, Option]:
    """The options by name. A bare `1.000` is refused: it may be a thousand or one."""
    options: dict[str, Option] = {}
    for name, value in node.items.items() if isinstance(node, Map) else ():
        if isinstance(value, Seq):
            options[name] = tuple(item.value for item in value.items if isinstance(item, Text))
        elif isinstance(value, Text) and value.null:
            report(value, "pengaturan-kosong", {"nama": name})
        elif isinstance(value, Text):
            if not is_quoted(value) and _AMBIGUOUS.fullmatch(value.value):
                report(value, "pengaturan-angka-rancu", {"nama": name, "angka": value.value})
            options[name] = _value(value)
    return options


def _value(text: Text) -> Option:
    number = None if is_quoted(text) else _NUMBER.fullmatch(text.value)
    if number is None:
        return text.value
    return float(text.value) if number[1] else int(text.value)
