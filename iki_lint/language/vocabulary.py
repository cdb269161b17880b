"""Which words are known: those of the language, acronyms, foreign words of the office, names of places."""

from functools import lru_cache

from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import words
from iki_lint.language.nonstandard import LONGEST

SHORTEST = 3
"""Words of fewer letters are not judged."""


@lru_cache(maxsize=16384)
def is_known_word(word: str) -> bool:
    """Whether a lower-case word is right as it stands, whatever it is: Indonesian, acronym, foreign, a place."""
    if not SHORTEST <= len(word) <= LONGEST or is_derived(word) or is_listed(word):
        return True
    if "-" in word:
        parts = word.split("-")
        return all(map(is_known_word, parts)) and not _is_broken_pair(parts)
    if "'" in word or "’" in word:
        return is_known_word(word.replace("'", "").replace("’", ""))
    return word.endswith("nya") and is_listed(word[:-3])


def is_listed(word: str) -> bool:
    """Whether a lower-case word stands in one of the lists beside the roots."""
    return word in words("acronyms") or is_listed_otherwise(word)


def is_listed_otherwise(word: str) -> bool:
    """Whether a lower-case word is an abbreviation, a foreign word or a place, however it is written."""
    return word in words("singkatan") or word in words("kata-asing") or word in words("tempat")


def _is_broken_pair(parts: list[str]) -> bool:
    """*langkah-langka*: two known words that were meant to be the same one."""
    if len(parts) != 2:
        return False
    first, second = parts
    if first == second or min(map(len, parts)) < 4 or first[0] != second[0]:
        return False
    return abs(len(first) - len(second)) == 1 and (first.startswith(second) or second.startswith(first))
