"""Office files that are the same for the same content: nothing in them says when they were made."""

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape as xml

from iki_lint.reports.escape import escape

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
CREATED = "2000-01-01T00:00:00Z"
"""What the properties of a file give as its date: they must give one."""

CORE = "docProps/core.xml"


def timeless(data: bytes, title: str, parts: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """A zip file with every date in it replaced; of an office file also those among its properties.

    `parts` take the place of what the file has under their names.
    """
    made = io.BytesIO()
    parts = {**parts, CORE: _core(title)}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = parts.get(entry.filename) or old.read(entry)
            fixed = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            new.writestr(fixed, content)
    return made.getvalue()


def _core(title: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml(escape(title))}</dc:title><dc:creator>iki-lint</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{CREATED}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{CREATED}</dcterms:modified></cp:coreProperties>'
    ).encode()
