"""The words that an office adds to the lexicon: names of places, of applications, of projects.

They stand in three places, and all of them count: the key `kata` of the nearest `iki-lint.yaml`, the nearest
`iki-lint.kata.txt` (both in the folder of the decree or above it), and `NAME.kata.txt` beside the decree NAME.yaml.
A `.kata.txt` file has a word, or a name of several, on each line; what follows a # is a note.
"""

import os

from iki_lint.decree.decoding import decode, read_bytes
from iki_lint.decree.problem import Problem
from iki_lint.decree.tree import Map, Seq, Text
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.patterns import pattern

CONFIG = "iki-lint.yaml"
WORDS = "iki-lint.kata.txt"
BESIDE = ".kata.txt"

_WORD = r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*"
_WORDS = pattern(rf"\s*(?:{_WORD}(?:\s+{_WORD})*)?\s*")


class ConfigError(Exception):
    """A configuration that cannot be used: everything that is wrong with it, located in its file."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(f"{p.source.path}:{p.source.position(p.start)[0]}: {p.message}" for p in problems))
        self.problems = problems


def own_words(path: str) -> frozenset[str]:
    """The own words for the decree at `path`, lower case. Raises ConfigError for a file that is no such list, OSError
    for one that cannot be read."""
    found: set[str] = set()
    folder = os.path.dirname(os.path.abspath(path))
    if config := _nearest(folder, CONFIG):
        found |= _configured(config)
    for listed in (_nearest(folder, WORDS), os.path.splitext(path)[0] + BESIDE):
        if listed and os.path.isfile(listed):
            found |= _listed(listed)
    return frozenset(found)


def _nearest(folder: str, name: str) -> str | None:
    """The file of this name in a folder or the first one above that has it."""
    while True:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _listed(path: str) -> set[str]:
    source = decode(path, read_bytes(path))
    if isinstance(source, Problem):
        raise ConfigError(source._replace(code="IKI009"))
    found: set[str] = set()
    for number, start in enumerate(source.line_starts, 1):
        line = source.line(number).partition("#")[0].rstrip()
        if not _WORDS.fullmatch(line):
            raise ConfigError(Problem("IKI009", "kata-bukan-kata", {"isi": line}, source, start, start + len(line)))
        found.update(line.lower().split())
    return found


def _configured(path: str) -> set[str]:
    document = read_yaml(path, read_bytes(path))
    problems = [problem._replace(code="IKI009") for problem in document.problems]
    root = document.root
    if problems or not isinstance(root, Map):
        raise ConfigError(*problems)
    for key in root.keys:
        if key != "kata":
            problems.append(
                Problem("IKI009", "konfigurasi-kunci", {"kunci": key, "dikenal": "kata"}, root.source, *root.edges(key))
            )
    found: set[str] = set()
    words = root.items.get("kata")
    for item in words.items if isinstance(words, Seq) else [words]:
        if isinstance(item, Text) and _WORDS.fullmatch(item.value):
            found.update(item.value.lower().split())
        elif item is not None:
            wrong = item.value if isinstance(item, Text) else ""
            problems.append(Problem("IKI009", "kata-bukan-kata", {"isi": wrong}, root.source, item.start, item.end))
    if problems:
        raise ConfigError(*problems)
    return found
