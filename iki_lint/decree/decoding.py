"""From bytes to text: UTF-8 or nothing, and never a character that an editor cannot show."""

import os
import re
from typing import BinaryIO

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source

MAX_BYTES = 16 * 1024 * 1024
MAX_LINES = 1_000_000
"""A decree of 77 positions has less than 1 MB and 20,000 lines."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_ASCII_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")
_SIGNATURES = (
    (b"PK\x03\x04", ".docx, .xlsx, .zip"),
    (b"\xd0\xcf\x11\xe0", ".doc, .xls"),
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
)
_CONTROLS = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """The content of a file, cut off where it is refused anyway: behind `most` bytes. Raises OSError.

    A pipe without a writer is empty; nothing waits for one to come.
    """
    with open(path, "rb", buffering=0, opener=_without_waiting) as file:
        return read_stream(file, most)


def read_stream(stream: BinaryIO, most: int = MAX_BYTES) -> bytes:
    """What is left in a stream, cut off where it is refused anyway: behind `most` bytes."""
    parts = []
    room = most + 1
    while room and (part := stream.read(min(room, 1 << 20))):
        parts.append(part)
        room -= len(part)
    return b"".join(parts)


def decode(path: str, data: bytes) -> Source | Problem:
    """The text of a file, or the fatal problem that keeps it from being one.

    A UTF-8 byte order mark is dropped. IKI004: larger than `MAX_BYTES`, more than `MAX_LINES` lines. IKI005: no text
    at all, UTF-16 or UTF-32, broken UTF-8, or a control character.
    """
    if len(data) > MAX_BYTES:
        return _whole(path, "IKI004", "berkas-terlalu-besar", batas=str(MAX_BYTES // (1024 * 1024)))
    if len(data) > MAX_LINES < max(data.count(b"\n"), data.count(b"\r")):
        return _whole(path, "IKI004", "terlalu-banyak-baris", batas=str(MAX_LINES))
    for signature, endings in _SIGNATURES:
        if data.startswith(signature):
            return _whole(path, "IKI005", "berkas-lain", jenis=endings)
    if data.startswith(_WIDE_MARKS) or _looks_wide(data):
        return _whole(path, "IKI005", "bukan-utf-8")
    data = data.removeprefix(_BYTE_ORDER_MARK)
    if _is_binary(data[:1024]):
        return _whole(path, "IKI005", "bukan-teks")
    try:
        source = Source(path, data.decode())
    except UnicodeDecodeError as error:
        return _broken(Source(path, data.decode(errors="replace")), len(data[: error.start].decode()))
    if _may_hold_controls(data) and (found := re.search(_CONTROLS, source.text)):
        return _control(source, found.start())
    return source


def without_mark(data: bytes) -> bytes:
    """The bytes behind a UTF-8 byte order mark, if there is one."""
    return data.removeprefix(_BYTE_ORDER_MARK)


def _looks_wide(data: bytes) -> bool:
    """Whether ASCII letters stand two or four bytes apart, as in UTF-16 and UTF-32 without a mark."""
    head = data[:64]
    return len(head) > 3 and any(head[0::2]) != any(head[1::2])


def _is_binary(head: bytes) -> bool:
    """Whether more than one byte in twenty is a control character (of at least a few)."""
    return len(head) - len(head.translate(None, _ASCII_CONTROLS)) > max(len(head) // 20, 4)


def _without_waiting(path: str, flags: int) -> int:
    """Open a file, and a pipe even before somebody writes to it."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)
    if hasattr(os, "set_blocking"):
        os.set_blocking(handle, True)
    return handle


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
