"""Words with their spans, and the normal form in which texts are compared."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from iki_lint.language.lexicon import pairs, phrases
from iki_lint.patterns import pattern

# A word keeps its inner hyphens and apostrophes (undang-undang, Jum'at); a number keeps its inner points and commas.
_WORD = pattern(r"[^\W\d_]+(?:[-\u2010\u2011'\u2019][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\W_]+|%")
_MARKUP = pattern(r"</?[a-z][^<>]{0,40}>|&[a-z]{2,6};", re.IGNORECASE)


class Word(NamedTuple):
    """A word of a text: `text[start:end]`, and its lower-case form, in standard spelling where that is one word."""

    start: int
    end: int
    lower: str


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Word, ...]:
    """The words, numbers and percent signs of a text, in order; markup left over from an export is not a word."""
    if "<" in text or "&" in text:
        text = _MARKUP.sub(lambda found: " " * len(found.group()), text)
    make = tuple.__new__
    # Most texts are letters and blanks: these are cut without the pattern, in half the time.
    if text.replace(" ", "").isalpha():
        words = []
        at = 0
        for written in text.split(" "):
            end = at + len(written)
            if written:
                words.append(make(Word, (at, end, _spelled(written))))
            at = end + 1
        return tuple(words)
    return tuple([make(Word, (*found.span(), _spelled(found[0]))) for found in _WORD.finditer(text)])


@lru_cache(maxsize=8192)
def _spelled(written: str) -> str:
    lower = written.lower().replace("\u2010", "-").replace("\u2011", "-")
    standard = pairs("nonstandard").get(lower, lower)
    return lower if " " in standard else standard


@lru_cache(maxsize=8192)
def normal_words(text: str) -> tuple[str, ...]:
    """The words in the form that is compared: standard spelling, reduplication said once, case and marks gone."""
    result: list[str] = []
    last = ""
    for _, _, lower in tokens(text):
        for part in _parts(lower):
            if part != last:
                result.append(part)
                last = part
    return tuple(result)


@lru_cache(maxsize=16384)
def _parts(lower: str) -> tuple[str, ...]:
    """The normal words that one word stands for: *kerjasama* two, *bahan-bahan* one."""
    standard = pairs("nonstandard").get(lower, lower)
    first, hyphen, second = standard.partition("-")
    return (first,) if hyphen and first == second else tuple(standard.split())


def normal(text: str) -> str:
    """The normal words, joined: two texts with the same normal form say the same."""
    return " ".join(normal_words(text))


def find_phrase(words: Sequence[Word], at: int, list_name: str) -> tuple[int, str] | None:
    """The longest phrase of a list that starts at word `at`: how many words it takes, and what it means."""
    for parts, meaning in phrases(list_name).get(words[at].lower, ()):
        if len(parts) == 1 or tuple(word.lower for word in words[at : at + len(parts)]) == parts:
            return len(parts), meaning
    return None


def first_phrase(words: Sequence[Word], list_name: str, start: int = 0) -> tuple[int, int, str] | None:
    """The first phrase of a list at or after word `start`: index of its first word, of the word behind it, meaning."""
    known = phrases(list_name)
    for at in range(start, len(words)):
        if words[at].lower in known and (found := find_phrase(words, at, list_name)):
            return at, at + found[0], found[1]
    return None


def phrases_in(words: Sequence[Word], list_name: str) -> frozenset[str]:
    """The phrases of a list that occur in a text, as they stand in the list."""
    found = set()
    for at in range(len(words)):
        taken = find_phrase(words, at, list_name)
        if taken:
            found.add(" ".join(word.lower for word in words[at : at + taken[0]]))
    return frozenset(found)
