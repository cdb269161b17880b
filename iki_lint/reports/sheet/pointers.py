"""What a finding's pointer and address tell: whose cell it is, in which column and line, and what stands there."""

import re

from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.findings import Finding

_LINE = re.compile(r"(?s)(.*), (?:baris|line) (\d+)")
_COLUMNS = ("formulasi", "sumber_data", "target", "satuan", "uraian", "sasaran", "nama")


def post_key(pointer: str) -> str:
    """The head of a pointer that names a post: "jabatan/4", or "iku"; empty for the text of the decree."""
    parts = pointer.split("/")
    if parts[1:2] == ["iku"]:
        return "iku"
    return "/".join(parts[1:3]) if parts[1:2] == ["jabatan"] else ""


def unit_of(pointer: str) -> str:
    """The pointer of the indicator that a cell belongs to, else of its plan (a goal of the IKU), else of its post."""
    parts = pointer.split("/")
    key = "/".join(parts[1:2])
    shape = {"iku": ("iku", "indikator"), "jabatan": ("jabatan", "rencana_kinerja", "indikator")}.get(key, ())
    depth = 0
    while depth < len(shape) and len(parts) > 2 * depth + 2 and parts[2 * depth + 1] == shape[depth]:
        depth += 1
    return "/".join(parts[: 2 * depth + 1]) if depth else pointer


def column_of(pointer: str) -> str:
    """The key of the column that a cell stands in; empty for what is no cell of a table."""
    parts = pointer.split("/")
    if parts[1:2] not in (["iku"], ["jabatan"]):
        return ""
    if parts[1] == "jabatan" and parts[3:4] != ["rencana_kinerja"]:
        return parts[3] if parts[3:4] in (["tugas"], ["fungsi"]) else "jabatan"
    if "formulasi" in parts and parts[-1] == "uraian":
        return "formulasi"
    return next((part for part in reversed(parts) if part in _COLUMNS), "")


def spot_of(finding: Finding, file: str) -> tuple[str, str]:
    """The document and the line in it; an address of another kind without a document. `file` is what was checked."""
    found = _LINE.fullmatch(finding.address or "")
    if found:
        return found[1], found[2]
    if finding.address:
        return "", finding.address
    return (file, str(finding.place.line)) if finding.place else ("", finding.id or finding.pointer)


def cell_at(root: Node, pointer: str) -> str:
    """The text that a pointer leads to; empty where it leads to none."""
    node: Node | None = root
    for part in pointer.split("/")[1:]:
        if isinstance(node, Map):
            node = node.items.get(part.replace("~1", "/").replace("~0", "~"))
        elif isinstance(node, Seq) and part.isdecimal() and int(part) < len(node.items):
            node = node.items[int(part)]
        else:
            return ""
    return node.value if isinstance(node, Text) else ""
