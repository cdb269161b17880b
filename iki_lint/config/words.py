"""The words that an office adds to the lexicon, listed in files of their own: names of places, of applications.

The nearest `iki-lint.kata.txt` (in the folder of the decree or above it) and `NAME.kata.txt` beside the decree
NAME.yaml both count. A line has a word, or a name of several; what follows a # is a note.
"""

import os

from iki_lint.config.error import CODE, ConfigError
from iki_lint.decree.decoding import decode, read_bytes
from iki_lint.decree.problem import Problem
from iki_lint.patterns import pattern

NEAREST = "iki-lint.kata.txt"
BESIDE = ".kata.txt"

_WORD = r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*"
_WORDS = pattern(rf"\s*(?:{_WORD}(?:\s+{_WORD})*)?\s*")


def is_words(text: str) -> bool:
    """Whether a text is a word, a name of several, or nothing."""
    return _WORDS.fullmatch(text) is not None


def beside(path: str) -> str:
    """The list of words that is for one decree alone."""
    return os.path.splitext(path)[0] + BESIDE


def read_words(path: str) -> frozenset[str]:
    """The words that a file lists, lower case. Raises ConfigError for a file that is no such list, OSError for one that
    cannot be read."""
    source = decode(path, read_bytes(path))
    if isinstance(source, Problem):
        raise ConfigError(source._replace(code=CODE))
    found: set[str] = set()
    for number, start in enumerate(source.line_starts, 1):
        line = source.line(number).partition("#")[0].rstrip()
        if not is_words(line):
            raise ConfigError(Problem(CODE, "kata-bukan-kata", {"isi": line}, source, start, start + len(line)))
        found.update(line.lower().split())
    return frozenset(found)
