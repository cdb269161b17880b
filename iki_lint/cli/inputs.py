"""Which files a command is about."""

import codecs
import os
from collections.abc import Iterable, Iterator

from iki_lint.cli.refusal import Refusal, unreadable

STDIN = "-"
FOLDER_SUFFIXES = (".yaml", ".yml")
SUFFIXES = (*FOLDER_SUFFIXES, ".txt", ".md")

_KEY = b"versi_format"


def collect(paths: Iterable[str]) -> list[str]:
    """The files to check, sorted and each once; a folder stands for the decrees in it and below it.

    Raises Refusal when a file's name ends like nothing that can be read, or a folder cannot be listed.
    """
    found: dict[str, str] = {}
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            for decree in _decrees(path):
                found.setdefault(os.path.normpath(decree), decree.removeprefix(os.path.join(os.curdir, "")))
        else:
            refuse_format(path, SUFFIXES)
            found.setdefault(os.path.normpath(path), path)
    return sorted(found.values())


def refuse_format(path: str, known: tuple[str, ...]) -> None:
    """Raise Refusal when the name of a file has an ending that is not among the `known` ones."""
    ending = os.path.splitext(path)[1].lower()
    if ending and ending not in known:
        raise Refusal("format-tidak-dikenal", berkas=path, akhiran=ending, dikenal=", ".join(known))


def _decrees(folder: str) -> Iterator[str]:
    """The YAML files under a folder that have `versi_format` at the start of a line; hidden folders are skipped."""

    def stop(error: OSError) -> None:
        sentence = unreadable(error, str(error.filename))
        raise Refusal(sentence.key, **sentence.args)

    for parent, folders, files in os.walk(folder, onerror=stop):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(parent, name)
            if name.lower().endswith(FOLDER_SUFFIXES) and os.path.isfile(path) and _is_decree(path):
                yield path


def _is_decree(path: str) -> bool:
    """Whether the file looks like a decree; one that cannot be opened counts, so that it is not passed over."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return True
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    return data.startswith(_KEY) or b"\n" + _KEY in data or b"\r" + _KEY in data
