"""Reading what a command is about, and what can be read at all."""

import codecs
import os
import re
import sys

from iki_lint.cli.refusal import Refusal, unreadable
from iki_lint.decree.decoding import read_bytes, read_stream
from iki_lint.readers import IMPORTABLE, largest

STDIN = "-"
FOLDER_SUFFIXES = (".yaml", ".yml")
SUFFIXES = (*FOLDER_SUFFIXES, *IMPORTABLE)
# Forms that are not read, or not written again, and the one to save them in.
SAVED_AS = {
    **dict.fromkeys((".doc", ".docm", ".dot", ".dotm", ".dotx", ".odt", ".ott", ".pages", ".rtf", ".wps"), ".docx"),
    **dict.fromkeys((".et", ".numbers", ".ots", ".xlsb", ".xlsm", ".xlt", ".xltm", ".xltx"), ".xlsx"),
}
_PROGRAMS = {".docx": "Word", ".xlsx": "Excel", ".pages": "Pages", ".numbers": "Numbers"}

_KEY = rb"""(?s)(?:\A|[\r\n]|\A\s*\{.*?)["']?versi_format["']?\s*:"""


def read(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises Refusal when it cannot be read."""
    if path != STDIN:
        return read_file(path)
    try:
        return read_stream(sys.stdin.buffer) if sys.stdin else b""
    except OSError as error:
        raise unreadable(error, path) from None


def read_file(path: str) -> bytes:
    """The bytes of a file. Raises Refusal when it cannot be read."""
    try:
        return read_bytes(path, largest(path))
    except OSError as error:
        raise unreadable(error, path) from None


def refuse_format(path: str, known: tuple[str, ...]) -> None:
    """Raise Refusal when the name of a file has an ending that is not among the `known` ones."""
    ending = os.path.splitext(path)[1].lower()
    other = SAVED_AS.get(ending)
    if other in known and ending not in known:
        key = "simpan-dahulu" if ending in IMPORTABLE else "simpan-sebagai"
        program = _PROGRAMS.get(ending, _PROGRAMS[other])
        raise Refusal(key, berkas=path, akhiran=ending, sebagai=other, program=program)
    if ending and ending not in known:
        raise Refusal("format-tidak-dikenal", berkas=path, akhiran=ending, dikenal=", ".join(known))


def is_other_yaml(path: str) -> bool:
    """Whether a path names a YAML file that is no decree: its top level has no `versi_format`."""
    return path.lower().endswith(FOLDER_SUFFIXES) and not is_decree(path)


def is_decree(path: str) -> bool:
    """Whether a YAML file looks like a decree; one that cannot be opened counts, so that it is not passed over."""
    try:
        data = read_bytes(path)
    except OSError:
        return True
    # UTF-16 and UTF-32 too: what they add to ASCII letters is a mark and NULs.
    data = data.replace(b"\0", b"").removeprefix(codecs.BOM_UTF8)
    data = data.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)
    return re.search(_KEY, data) is not None
