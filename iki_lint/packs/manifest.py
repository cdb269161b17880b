"""`paket.yaml`: what a pack is called, its version, what it needs, and what the review sheet says of its rules."""

from collections.abc import Collection
from typing import NamedTuple

from iki_lint import __version__
from iki_lint.decree.problem import Problem
from iki_lint.decree.tree import Map, Node, Seq
from iki_lint.engine.packfile import Report, read_packfile, scalar, scalar_value
from iki_lint.packs.skipped import Skipped
from iki_lint.packs.version import RangeError, fits, parse_range

NEEDS = "membutuhkan"


class Manifest(NamedTuple):
    """A pack's own record. `duties` are rows of the table `telaah-aturan` for its groups of rules."""

    name: str
    version: str
    note: str
    duties: tuple[dict[str, str], ...]
    root: Map


def read_manifest(path: str, data: bytes, problems: list[Problem]) -> Manifest | Skipped | None:
    """The record; Skipped when the pack is for other versions, whatever else stands in it; None when it is wrong."""
    root, found = read_packfile(path, data, "pack")
    if root is not None and (skipped := unfit(root, "nama", problems)):
        return skipped._replace(code="")
    problems += found
    if root is None or found:
        return None
    return Manifest(
        scalar_value(root, "nama"), scalar_value(root, "versi"), scalar_value(root, "keterangan"), _duties(root), root
    )


def unfit(root: Map, named: str, problems: list[Problem]) -> Skipped | None:
    """The record of a file whose `membutuhkan` leaves this version out. A range that cannot be read is a problem."""
    needs = scalar(root, NEEDS)
    if needs is None:
        return None
    try:
        if fits(__version__, parse_range(needs.value)):
            return None
    except RangeError as error:
        part = needs.value[error.start : error.end].strip()
        Report(problems)(needs, "versi-tak-terbaca", {"versi": part}, error.start, error.end)
        return None
    line, column = needs.source.position(needs.start)
    code, name = scalar_value(root, "code"), scalar_value(root, named)
    return Skipped(needs.source.path, line, column, code, name, needs.value)


def check_duties(manifest: Manifest, codes: Collection[str], problems: list[Problem]) -> None:
    """Report the rows of `telaah` that are about no rule of the pack."""
    rows = manifest.root.items.get("telaah")
    for row in rows.items if isinstance(rows, Seq) else ():
        named = scalar(row, "aturan") if isinstance(row, Map) else None
        if named is not None and not any(code.startswith(named.value) for code in codes):
            args = {"aturan": named.value, "dikenal": ", ".join(sorted(codes)) or "-"}
            Report(problems)(named, "paket-telaah-tanpa-aturan", args)


def _duties(root: Map) -> tuple[dict[str, str], ...]:
    rows = root.items.get("telaah")
    return tuple(_row(row) for row in rows.items) if isinstance(rows, Seq) else ()


def _row(node: Node) -> dict[str, str]:
    assert isinstance(node, Map)
    return {key: scalar_value(node, key) for key in node.items}
