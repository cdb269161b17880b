"""Is this file a workbook that can be opened without harm? Asked before any library parses it."""

import io
import re
import zipfile
import zlib

from iki_lint.decree.source import Source
from iki_lint.readers import limits
from iki_lint.readers.unreadable import UnreadableDecree, unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARED = re.compile(rb"<!DOCTYPE(?!\s+svg\b)|<!ENTITY")
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_RANGE = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([A-Za-z$]+)(\d+):\$?([A-Za-z$]+)\$?(\d+)"
)


def refuse_unsafe(path: str, data: bytes, main: str) -> None:
    """Raise UnreadableDecree for what is no sound package with the part `main`, or larger than anyone needs."""
    source = Source(path, "")

    def refused(code: str, message: str, **args: str) -> UnreadableDecree:
        return unreadable(code, message, source, 0, 0, **args)

    if len(data) > limits.MAX_FILE:
        raise refused("IKI004", "berkas-terlalu-besar", batas=limits.in_megabytes(limits.MAX_FILE))
    if data.startswith(_OLE):
        raise refused("IKI006", "excel-bersandi" if _ENCRYPTED in data else "excel-lama")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries, tags = package.infolist(), 0
            if len(entries) > limits.MAX_PARTS or sum(entry.file_size for entry in entries) > limits.MAX_UNPACKED:
                raise refused("IKI004", "excel-terlalu-padat", batas=limits.in_megabytes(limits.MAX_UNPACKED))
            if any(entry.flag_bits & 1 for entry in entries):
                raise refused("IKI006", "excel-bersandi")
            if main not in package.namelist():
                raise refused("IKI006", "excel-bukan")
            for entry in entries:
                part = package.read(entry)
                if _is_xml(part):
                    # Office programs write neither declarations of entities nor UTF-16.
                    if _DECLARED.search(part) or b"\0" in part:
                        raise refused("IKI006", "excel-rusak")
                    if entry.filename == main and _STRICT in part:
                        raise refused("IKI006", "excel-ketat")
                    tags += part.count(b"<")
                    if tags > limits.MAX_TAGS:
                        raise refused("IKI004", "excel-terlalu-rumit")
                    if sum(map(_area, _RANGE.findall(part))) > limits.MAX_RANGE:
                        raise refused("IKI004", "excel-rentang-terlalu-besar", batas=str(limits.MAX_RANGE))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError, RuntimeError) as error:
        raise refused("IKI006", "excel-rusak") from error


def _is_xml(part: bytes) -> bool:
    """Whether a part may be taken for XML, whatever its name."""
    return part.lstrip(b"\0\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _area(corners: tuple[bytes, bytes, bytes, bytes]) -> int:
    left, top, right, bottom = corners
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom[:9]) - int(top[:9])) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.replace(b"$", b"").upper()[:6]:
        number = number * 26 + letter - 64
    return number
