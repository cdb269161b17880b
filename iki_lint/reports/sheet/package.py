"""The properties of a sheet's office file: its title, and nothing that says when it was made."""

from collections.abc import Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape as xml

from iki_lint.office import CORE, FIXED, rezipped
from iki_lint.reports.escape import escape


def timeless(data: bytes, title: str, parts: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """An office file with every date in it replaced; `parts` take the place of what it has under their names."""
    return rezipped(data, {**parts, CORE: _core(title)})


def _core(title: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml(escape(title))}</dc:title><dc:creator>iki-lint</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{FIXED}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{FIXED}</dcterms:modified></cp:coreProperties>'
    ).encode()
