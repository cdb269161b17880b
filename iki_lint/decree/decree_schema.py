"""What the decree schema has to say of a tree that it does not accept."""

import json
from typing import Any

from iki_lint.decree.problem import Problem
from iki_lint.decree.schema_check import schema_problems
from iki_lint.decree.tree import Map, Node, Text
from iki_lint.resources import schema_of

VERSION = "versi_format"
_SIGNS = {VERSION, "keputusan", "iku", "jabatan", "unit_kerja"}
"""Top keys of which a decree has at least one."""


def decree_schema() -> dict[str, Any]:
    """The published schema of a decree."""
    schema: dict[str, Any] = json.loads(schema_of("decree"))
    return schema


def shape_problems(root: Node) -> list[Problem]:
    """The schema's complaints, or one fatal problem when the file is no decree of a known version."""
    found = schema_problems(root, decree_schema())
    if not isinstance(root, Map):
        return found
    if not _SIGNS & root.items.keys() and not any(_means_version(problem) for problem in found):
        return [_at_top(root, "bukan-keputusan", {})]
    version = root.items.get(VERSION)
    if version is None:
        misspelt = [problem._replace(fatal=True) for problem in found if _means_version(problem)]
        return misspelt or [_at_top(root, "versi-tidak-ada", {})]
    if not isinstance(version, Text) or version.value != "1":
        written = version.value if isinstance(version, Text) else ""
        edges = root.edges(VERSION)
        return [
            Problem("IKI006", "versi-tidak-dikenal", {"isi": written}, root.source, *edges, "/" + VERSION, fatal=True)
        ]
    return found


def _means_version(problem: Problem) -> bool:
    return problem.args.get("mungkin") == VERSION


def _at_top(root: Map, message: str, args: dict[str, str]) -> Problem:
    """A fatal problem at the first key of the file."""
    first = root.edges(next(iter(root.keys))) if root.keys else (root.start, root.end)
    return Problem("IKI006", message, args, root.source, *first, fatal=True)
