"""The zip package that a Word file is: opened within limits, its parts parsed without entities.

A part is only ever read by its name, and nothing is unpacked to disk, so names in the package can lead nowhere.
"""

import posixpath
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import BadZipFile, ZipFile

from iki_lint.decree.source import Source
from iki_lint.readers import limits
from iki_lint.readers.unreadable import unreadable

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Word writes one of two vocabularies that differ in this name only ("Strict Open XML").
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """The parts of a Word file. Raises UnreadableDecree (IKI004, IKI006) with what to do instead."""

    def __init__(self, path: str, data: bytes) -> None:
        self._path = path
        if len(data) > limits.MAX_FILE:
            self._refuse("berkas-terlalu-besar", "IKI004", batas=limits.in_megabytes(limits.MAX_FILE))
        if data.startswith(_OLE):
            self._refuse("word-bersandi" if _ENCRYPTED in data else "word-lama")
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except (BadZipFile, OSError, ValueError, NotImplementedError):
            self._refuse("word-bukan-docx")
        if len(entries) > limits.MAX_PARTS:
            self._refuse("word-terlalu-rumit", "IKI004")
        if sum(entry.file_size for entry in entries) > limits.MAX_UNPACKED:
            self._refuse("word-terlalu-besar", "IKI004", batas=limits.in_megabytes(limits.MAX_UNPACKED))
        if any(entry.flag_bits & 1 for entry in entries):
            self._refuse("word-bersandi")

    def related(self, part: str = "") -> dict[str, str]:
        """The parts that a part (or the package, for "") refers to, by the last word of the kind of relation."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for each in root.iter(_RELATIONS) if root is not None else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                found.setdefault(each.get("Type", "").rpartition("/")[2], target.lstrip("/"))
        return found

    def xml(self, name: str) -> Element | None:
        """The root element of a part; None when there is no such part."""
        if name not in self._zip.NameToInfo:
            return None
        try:
            with self._zip.open(name) as file:
                data = file.read(limits.MAX_PART + 1)
        except (BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
            self._refuse("word-rusak", bagian=name[-60:])
        if len(data) > limits.MAX_PART:
            self._refuse("word-terlalu-besar", "IKI004", batas=limits.in_megabytes(limits.MAX_PART))
        if data.count(b"<") > limits.MAX_TAGS:
            self._refuse("word-terlalu-rumit", "IKI004")
        parser = XMLParser(target=_NoDoctype())
        try:
            parser.feed(data.replace(_STRICT, _USUAL))
            root: Element = parser.close()
        except (ParseError, ValueError, LookupError):
            self._refuse("word-rusak", bagian=name[-60:])
        if any(depth > limits.MAX_DEPTH for depth in _depths(root)):
            self._refuse("word-terlalu-rumit", "IKI004")
        return root

    def _refuse(self, message: str, code: str = "IKI006", **args: str) -> NoReturn:
        raise unreadable(code, message, Source(self._path, ""), 0, 0, **args) from None


class _NoDoctype(TreeBuilder):
    """A tree without a document type: no Word file has one, and entities are declared there."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> NoReturn:
        raise ValueError(name)


def _depths(root: Element) -> Iterator[int]:
    """1, 2, 3 ... for each level of the tree."""
    level, depth = [root], 0
    while level:
        depth += 1
        yield depth
        level = [child for element in level for child in element]
