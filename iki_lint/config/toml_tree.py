"""The table `[tool.iki-lint]` of a pyproject.toml as the located tree that YAML gives.

The library reads the values; a value is located by the statement that it stands in.
"""

import re
import sys
from typing import Any

from iki_lint.config.error import CODE, ConfigError
from iki_lint.decree.decoding import decode
from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Edges, Map, Node, Seq, Text

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TABLE = "iki-lint"
_HEADER = re.compile(r"\s*\[")
_LONGEST = 500
"""Lines that one statement may have."""

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_table(path: str, data: bytes) -> Map | None:
    """The table as a tree; None where the file has none. Raises ConfigError for a file that is no TOML."""
    if TABLE.encode() not in data:
        return None
    source = decode(path, data)
    if isinstance(source, Problem):
        raise ConfigError(source._replace(code=CODE))
    try:
        table = tomllib.loads(source.text.replace("\r\n", "\n")).get("tool", {}).get(TABLE)
    except (tomllib.TOMLDecodeError, RecursionError, AttributeError) as error:
        found = _AT.search(str(error))
        start = source.offset(int(found[1]), int(found[2])) if found else 0
        raise ConfigError(Problem(CODE, "toml-rusak", {}, source, start, start + 1)) from None
    if not isinstance(table, dict):
        return None
    places = _statements(source)
    tree = _node(table, source, places, ("tool", TABLE), places.get(("tool", TABLE), Edges(0, 0)))
    assert isinstance(tree, Map)
    return tree


def _statements(source: Source) -> dict[tuple[str, ...], Edges]:
    """Where each key stands, by its path: a statement is the shortest run of lines that the library can read."""
    places: dict[tuple[str, ...], Edges] = {}
    lines = [source.line(number) for number in range(1, len(source.line_starts) + 1)]
    table: tuple[str, ...] = ()
    at = 0
    while at < len(lines):
        first = at
        read: dict[str, Any] = {}
        for last in range(at, min(at + _LONGEST, len(lines))):
            try:
                read = tomllib.loads("\n".join(lines[first : last + 1]))
            except tomllib.TOMLDecodeError:
                continue
            at = last
            break
        at += 1
        start = source.line_starts[first]
        here = Edges(start + len(lines[first]) - len(lines[first].lstrip()), start + len(lines[first].rstrip()))
        path = _path(read)
        if _HEADER.match(lines[first]):
            table = path
        for length in range(1, len(path) + 1) if path else ():
            whole = path[:length] if table == path and _HEADER.match(lines[first]) else (*table, *path[:length])
            places.setdefault(whole, here)
    return places


def _path(read: Any) -> tuple[str, ...]:
    """The keys of the one thing that a statement sets."""
    path = []
    while isinstance(read, dict) and len(read) == 1:
        ((key, read),) = read.items()
        path.append(key)
        read = read[-1] if isinstance(read, list) and read and isinstance(read[-1], dict) and not read[-1] else read
    return tuple(path)


def _node(value: Any, source: Source, places: dict[tuple[str, ...], Edges], path: tuple[str, ...], near: Edges) -> Node:
    """A value as a node; what has no statement of its own stands where the one does that holds it."""
    here = places.get(path, near)
    if isinstance(value, dict):
        tree = Map(source, here.start)
        tree.end = here.end
        for key, each in value.items():
            tree.items[key] = _node(each, source, places, (*path, key), here)
            tree.keys[key] = places.get((*path, key), here)
        return tree
    if isinstance(value, list):
        items = Seq(source, here.start)
        items.end = here.end
        items.items += [_node(each, source, places, path, here) for each in value]
        return items
    return Text(value if isinstance(value, str) else str(value), source, here.start, here.end)
