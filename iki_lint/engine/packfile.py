"""The YAML files of a rule pack: reading them against their schemas, and saying where they are wrong."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from iki_lint.decree.problem import Problem
from iki_lint.decree.schema_check import schema_problems
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.resources import schema_of

CODE = "IKI008"


class Report:
    """Adds problems of a pack's files to a list."""

    __slots__ = ("problems",)

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def __call__(
        self, node: Node, message: str, args: Mapping[str, str] | None = None, start: int = 0, end: int | None = None
    ) -> None:
        """Report a node or, in a text, its characters `start..end`."""
        first, last = node.start, node.end
        if isinstance(node, Text) and node.value and end is not None:
            first = node.offset(min(start, len(node.value) - 1))
            last = node.offset(end - 1) + 1 if end > start else first
        self.problems.append(Problem(CODE, message, dict(args or {}), node.source, first, max(first, last)))

    def at(self, source: Source, start: int, end: int, message: str, args: Mapping[str, str]) -> None:
        """Report the characters `start..end` of a file that is not YAML."""
        self.problems.append(Problem(CODE, message, dict(args), source, start, end))


def read_packfile(path: str, data: bytes, kind: str) -> tuple[Map | None, list[Problem]]:
    """The tree of a pack file and what is wrong with its YAML and its shape; `kind` names the schema."""
    document = read_yaml(path, data)
    found = list(document.problems)
    root = document.root if isinstance(document.root, Map) else None
    if root is not None and not found:
        found += schema_problems(root, _schema(kind))
    return root, [problem._replace(code=CODE) for problem in found]


@lru_cache(maxsize=8)
def _schema(kind: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(schema_of(kind))
    return schema


def scalar(node: Map, key: str) -> Text | None:
    """The text under a key; None when the key is absent, null, or holds something else."""
    value = node.items.get(key)
    return value if isinstance(value, Text) and not value.null else None


def scalar_value(node: Map, key: str) -> str:
    """The text under a key; empty when there is none."""
    text = scalar(node, key)
    return "" if text is None else text.value


def scalars(node: Map, key: str) -> Iterator[Text]:
    """The texts under a key that holds one text or a list of them."""
    value = node.items.get(key)
    for item in value.items if isinstance(value, Seq) else [value]:
        if isinstance(item, Text) and not item.null:
            yield item


def is_quoted(text: Text) -> bool:
    """Whether a scalar stands in quotes or in a block, so that it is a text whatever it looks like."""
    return re.match(r"""["'|>]""", text.source.text[text.start : text.start + 1]) is not None
