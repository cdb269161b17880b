"""From bytes to text: UTF-8 or nothing, and never a character that an editor cannot show."""

import re

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source

MAX_BYTES = 64 * 1024 * 1024

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_ASCII_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def decode(path: str, data: bytes) -> Source | Problem:
    """The text of a file, or the fatal problem that keeps it from being one.

    A UTF-8 byte order mark is dropped. IKI004: larger than `MAX_BYTES`. IKI005: UTF-16 or UTF-32, broken UTF-8, or
    a control character.
    """
    if len(data) > MAX_BYTES:
        return _whole(path, "IKI004", "berkas-terlalu-besar", batas=str(MAX_BYTES // (1024 * 1024)))
    if data.startswith(_WIDE_MARKS) or _looks_wide(data):
        return _whole(path, "IKI005", "bukan-utf-8")
    data = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        source = Source(path, data.decode())
    except UnicodeDecodeError as error:
        return _broken(Source(path, data.decode(errors="replace")), len(data[: error.start].decode()))
    if _may_hold_controls(data) and (found := _CONTROLS.search(source.text)):
        return _control(source, found.start())
    return source


def without_mark(data: bytes) -> bytes:
    """The bytes behind a UTF-8 byte order mark, if there is one."""
    return data.removeprefix(_BYTE_ORDER_MARK)


def _looks_wide(data: bytes) -> bool:
    """Whether ASCII letters stand two or four bytes apart, as in UTF-16 and UTF-32 without a mark."""
    head = data[:64]
    return len(head) > 3 and any(head[0::2]) != any(head[1::2])


def _may_hold_controls(data: bytes) -> bool:
    """A cheap test on bytes; most files are done with it."""
    return len(data.translate(None, _ASCII_CONTROLS)) != len(data) or b"\xc2" in data or b"\xef\xbf" in data


def _whole(path: str, code: str, message: str, **args: str) -> Problem:
    return Problem(code, message, args, Source(path, ""), 0, 0, fatal=True)


def _broken(source: Source, at: int) -> Problem:
    line, column = source.position(at)
    args = {"baris": str(line), "kolom": str(column)}
    return Problem("IKI005", "utf-8-rusak", args, source, at, at + 1, fatal=True)


def _control(source: Source, at: int) -> Problem:
    line, column = source.position(at)
    args = {"kode": f"U+{ord(source.text[at]):04X}", "baris": str(line), "kolom": str(column)}
    return Problem("IKI005", "karakter-kendali", args, source, at, at + 1, fatal=True)
