"""The table `[tool.iki-lint]` of a pyproject.toml as the located tree that YAML gives.

The library reads the values; a value is located by the first line of the statement that it stands in.
"""

import re
import sys
from collections.abc import Iterator, Sequence
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
_TOKEN = re.compile(r"""\"{3}|'{3}|"(?:[^"\\]|\\.)*"|'[^']*'|\#.*|[\[\]{}]""")
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
    """Where each key stands, by its path."""
    places: dict[tuple[str, ...], Edges] = {}
    lines = [source.line(number) for number in range(1, len(source.line_starts) + 1)]
    table: tuple[str, ...] = ()
    for first, last in _stretches(lines):
        try:
            path = _path(tomllib.loads("\n".join(lines[first : last + 1])))
        except tomllib.TOMLDecodeError:
            continue
        start, line = source.line_starts[first], lines[first]
        here = Edges(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        is_header = _HEADER.match(line) is not None
        table = path if is_header else table
        for length in range(1, len(path) + 1):
            places.setdefault(path[:length] if is_header else (*table, *path[:length]), here)
    return places


def _stretches(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last line of each statement: it goes on while a bracket or a text of several lines is open."""
    first, depth, closing = 0, 0, ""
    for number, line in enumerate(lines):
        at = 0
        while at < len(line):
            if closing:
                end = line.find(closing, at)
                at, closing = (end + len(closing), "") if end >= 0 else (len(line), closing)
                continue
            found = _TOKEN.search(line, at)
            if found is None or found[0].startswith("#"):
                break
            at = found.end()
            if found[0] in ('"""', "'''"):
                closing = found[0]
            depth += (found[0] in "[{") - (found[0] in "]}")
        if depth <= 0 and not closing:
            yield first, number
            first, depth = number + 1, 0


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
