"""Office files (zip packages) that are the same for the same content: nothing in them says when they were written."""

import io
import re
import zipfile

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
FIXED = b"2000-01-01T00:00:00Z"
"""What the properties of a file give as its date: they must give one."""

CORE = "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def timeless(data: bytes) -> bytes:
    """The package with every date of its entries and properties replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == CORE:
                content = _DATES.sub(rb"\g<1>" + FIXED, content)
            fixed = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            new.writestr(fixed, content)
    return made.getvalue()


def writable(text: str) -> str:
    """The text with a mark in place of each character that XML cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)
