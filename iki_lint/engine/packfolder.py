"""The files of a rule pack's folder, and their fingerprint. Light enough for every start."""

import os
from collections.abc import Iterable
from typing import NamedTuple

try:
    from _blake2 import blake2b as blake2b
except ImportError:  # an interpreter built on another hash library
    from hashlib import blake2b as blake2b

EXTENSIONS = (".yaml", ".tsv", ".txt")
File = tuple[str, bytes]


class PackFiles(NamedTuple):
    """The files of a pack by kind, as (path, content)."""

    rules: list[File]
    lists: list[File]
    basis: list[File]
    messages: list[File]


def read_folder(folder: str) -> list[File]:
    """All files of a pack, as (path below the folder with forward slashes, content), sorted. Raises OSError."""
    found: list[File] = []
    waiting = [("", folder)]
    while waiting:
        above, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.name.endswith(EXTENSIONS):
                    with open(entry.path, "rb", buffering=0) as file:
                        found.append((above + entry.name, file.read()))
                elif entry.is_dir():
                    waiting.append((f"{above}{entry.name}/", entry.path))
    return sorted(found)


def sort_files(folder: str, files: Iterable[File]) -> PackFiles:
    """Tell rules from data by where a file stands; paths become whole again."""
    kinds = PackFiles([], [], [], [])
    for name, data in files:
        top = name.split("/")[0]
        kind = {"lists": kinds.lists, "messages": kinds.messages, "basis.yaml": kinds.basis}.get(top, kinds.rules)
        if name.endswith(".yaml") or kind is kinds.lists:
            kind.append((os.path.join(folder, name), data))
    return kinds


def digest(files: Iterable[File]) -> str:
    """A fingerprint of names and contents, in the order given."""
    state = blake2b(digest_size=16)
    for name, data in files:
        state.update(f"{name}\0{len(data)}\0".encode())
        state.update(data)
    return state.hexdigest()
