"""The files of a local pack. Whoever wrote it, reading it ends: what is looked at and read is bounded."""

import os

from iki_lint.config.discovery import CONFIG
from iki_lint.decree.decoding import read_bytes
from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.engine.packfolder import EXTENSIONS, File
from iki_lint.engine.rule import PackError

MANIFEST = "paket.yaml"
MAX_ENTRIES = 2_000
MAX_DEPTH = 8
MAX_YAML = 1 << 20
MAX_WORDS = 8 << 20
"""Bytes of all YAML files, and of all word lists in `.txt` and `.tsv`, of a pack."""


def read_pack(folder: str) -> list[File]:
    """All files of a pack, as (path below the folder with forward slashes, content), sorted. Raises PackError."""
    found: list[File] = []
    room = {True: MAX_YAML, False: MAX_WORDS}
    for name in _names(folder):
        path = os.path.join(folder, name)
        try:
            data = read_bytes(path)
        except OSError as error:
            raise _unreadable(path, error) from None
        is_yaml = name.endswith(".yaml")
        room[is_yaml] -= len(data)
        if room[is_yaml] < 0:
            limit = str((MAX_YAML if is_yaml else MAX_WORDS) >> 20)
            raise _refusal(path, "paket-terlalu-besar", batas=limit, jenis=".yaml" if is_yaml else ".txt/.tsv")
        found.append((name, data))
    return found


def _names(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        raise _refusal(folder, "paket-bukan-folder")
    if not os.path.isfile(os.path.join(folder, MANIFEST)):
        raise _refusal(os.path.join(folder, MANIFEST), "paket-tanpa-catatan", folder=folder)
    found: list[str] = []
    waiting = [("", folder, 1)]
    room = MAX_ENTRIES
    while waiting:
        above, path, depth = waiting.pop()
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    room -= 1
                    if room < 0 or depth > MAX_DEPTH:
                        args = {"batas": str(MAX_ENTRIES), "dalam": str(MAX_DEPTH)}
                        raise _refusal(folder, "paket-terlalu-banyak", **args)
                    if entry.name.startswith(".") or (not above and entry.name == CONFIG):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((f"{above}{entry.name}/", entry.path, depth + 1))
                    elif entry.is_dir():
                        raise _refusal(entry.path, "paket-tautan")
                    elif entry.name.endswith(EXTENSIONS) and _belongs(above, entry.name):
                        found.append(above + entry.name)
        except OSError as error:
            raise _unreadable(path, error) from None
    return sorted(found)


def _belongs(above: str, name: str) -> bool:
    """Texts outside `lists/` are notes of the office, not part of the pack."""
    return name.endswith(".yaml") or above.startswith("lists/")


def _unreadable(path: str, error: OSError) -> PackError:
    return _refusal(path, "paket-tak-terbaca", sebab=error.strerror or type(error).__name__)


def _refusal(path: str, message: str, **args: str) -> PackError:
    """A folder that is no pack, or too much for one: nothing of it is used."""
    return PackError((Problem("IKI008", message, args, Source(path, ""), 0, 0),), {})
