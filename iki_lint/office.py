"""Office files (zip packages) that are the same for the same content: nothing in them says when they were written."""

import io
import re
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
FIXED = "2000-01-01T00:00:00Z"
"""What the properties of a file give as its date: they must give one."""

CORE = "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def rezipped(data: bytes, parts: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The package with its entries in their order, all of one date; `parts` take the place of what has their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0
            new.writestr(fixed, parts.get(entry.filename) or old.read(entry))
    return made.getvalue()


def timeless(data: bytes) -> bytes:
    """The package with every date of its entries and properties replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        core = old.read(CORE) if CORE in old.namelist() else b""
    return rezipped(data, {CORE: _DATES.sub(rb"\g<1>" + FIXED.encode(), core)})


def writable(text: str) -> str:
    """The text with a mark in place of each character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)
