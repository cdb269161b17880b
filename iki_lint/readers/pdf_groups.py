"""How many groups (form XObjects) the pages of a PDF file draw, each time counted: a few of them can draw billions.

pdfium unfolds them all when it opens a page, and nothing stops it; so they are counted before, by pypdf.
"""

import re
from collections import Counter
from io import BytesIO
from typing import Any

MOST = 50_000

_DRAWS = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")


def too_many(data: bytes) -> bool:
    """Whether the pages draw more than `MOST` groups. What pypdf cannot read counts as nothing."""
    if b"/Form" not in data and b"/ObjStm" not in data:
        return False
    from pypdf import PdfReader

    known: dict[int, int] = {}
    total = 0
    try:
        for page in PdfReader(BytesIO(data)).pages:
            groups = _groups(page.get("/Resources"))
            if groups:
                total += _drawn(_written(page["/Contents"]), groups, known, 0)
            if total > MOST:
                return True
    except Exception:  # A broken file breaks pypdf in many ways; pdfium says what is wrong with it.
        return False
    return False


def _groups(resources: Any) -> dict[str, Any]:
    """The groups that a page or group may draw, by name."""
    if resources is None:
        return {}
    named = resources.get_object().get("/XObject", {}).get_object()
    found = {name: each.get_object() for name, each in named.items()}
    return {name: each for name, each in found.items() if isinstance(each, dict) and each.get("/Subtype") == "/Form"}


def _written(contents: Any) -> bytes:
    parts = contents.get_object()
    return b"\n".join(part.get_object().get_data() for part in (parts if isinstance(parts, list) else [parts]))


def _drawn(written: bytes, groups: dict[str, Any], known: dict[int, int], depth: int) -> int:
    """How many groups a page description draws, with those that they draw."""
    total = 0
    for name, times in Counter(_DRAWS.findall(written)).items():
        group = groups.get("/" + name.decode("latin-1"))
        if group is not None and total <= MOST:
            total += times * (1 + _within(group, groups, known, depth + 1))
    return min(total, MOST + 1)


def _within(group: Any, outer: dict[str, Any], known: dict[int, int], depth: int) -> int:
    if depth > 50:
        return MOST + 1
    if id(group) not in known:
        known[id(group)] = 0  # A group that draws itself is not drawn again.
        inner = _groups(group.get("/Resources")) if "/Resources" in group else outer
        known[id(group)] = _drawn(group.get_data(), inner, known, depth) if inner else 0
    return known[id(group)]
