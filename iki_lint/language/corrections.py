"""What a word that is none was meant to be: the likeliest words, first those of the document itself.

Decrees repeat themselves, so the right form mostly stands elsewhere in the same document. After that come the forms
that officialese uses most, then every word that one slip leads to.
"""

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from math import log
from typing import NamedTuple

from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.likeness import is_one_slip, letters, slip
from iki_lint.language.vocabulary import is_listed

_BEHIND_ALL = chr(sys.maxunicode)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# How much a word gains with each e-fold of its occurrences, and one of the common forms by being one.
_PER_COUNT = 0.16
_COMMON = 0.35
_SAME_ENDS = 0.1
# What a derived form loses that stands neither in the document nor among the common ones.
_UNHEARD = 0.3
# The weight of slips up to which words of so many letters count as meant.
_NEAR_ENOUGH = ((4, 0.0), (5, 1.0), (6, 1.36), (8, 1.71))
_NEAR_ENOUGH_FOR_LONG = 2.1


class Correction(NamedTuple):
    """A word that may have been meant: the weight of the slips, and that weight less what speaks for the word."""

    word: str
    weight: float
    score: float


class Corrector:
    """Finds corrections with the words of one document, given with their counts (lower case, valid words only)."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._document = _Index(counts)

    @cached_property
    def _neighbours(self) -> frozenset[str]:
        """The pairs of letters that stand side by side in the words of the document and the commonest words."""
        usual = (*self.counts, *words("kata-utama"))
        return frozenset([word[at : at + 2] for word in usual for at in range(len(word) - 1)])

    def usual(self, word: str) -> list[Correction]:
        """The usual words that may have been meant, best first: one slip away in the document or among the common
        forms, or else two."""
        limit = limit_of(word)
        if not limit:
            return []
        found = [*_one_slip_away(word, self._document), *_one_slip_away(word, _common())]
        if not found and limit > 1.4:
            found = [*_two_slips_away(word, self._document), *_two_slips_away(word, _common())]
        return self._ranked(word, found, limit)

    def any(self, word: str, usual: list[Correction]) -> list[Correction]:
        """What `usual` has found; where no word of the document itself comes near, all that one slip leads to too."""
        if usual and (usual[0].weight <= 1.1 or self.counts.get(usual[0].word, 0) > 2):
            return usual
        return self._ranked(word, [*(each.word for each in usual), *_one_slip(word, self._neighbours)], limit_of(word))

    def _ranked(self, word: str, found: Iterable[str], limit: float) -> list[Correction]:
        known = [each for other in dict.fromkeys(found) if (each := self._correction(word, other)).weight <= limit]
        return sorted(known, key=lambda each: (each.score, each.word))[:5]

    def _correction(self, word: str, other: str) -> Correction:
        weight = slip(word, other)
        score = weight - _PER_COUNT * log(1 + self.counts.get(other, 0))
        if other in words("bentuk-umum"):
            score -= _COMMON
        elif other not in self.counts and other not in words("roots"):
            score += _UNHEARD
        if word[:3] == other[:3] and word[-3:] == other[-3:]:
            score -= _SAME_ENDS
        return Correction(other, weight, score)


def limit_of(word: str) -> float:
    """Up to which weight of slips a correction of a word is believed; 0 for words too short to tell."""
    return next((limit for size, limit in _NEAR_ENOUGH if len(word) < size), _NEAR_ENOUGH_FOR_LONG)


_LONG = 7


class _Index:
    """Words by length and first letters, and by length and last ones: a slip leaves one of these ends as it was."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(vocabulary):
            self._words[len(word)].append(word)
        self._reversed: dict[int, list[str]] = {}

    def near(self, word: str, slips: int) -> Iterator[str]:
        """Words of about the same length with the same first or last letters."""
        size = len(word)
        for length in range(size - slips, size + slips + 1):
            # Two letters more than a short word has are too many to have been lost.
            if size < _LONG < length:
                continue
            ends = 3 if min(size, length) >= _LONG else 2
            yield from _beginning(self._words[length], word[:ends])
            for other in _beginning(self._backwards(length), word[: -ends - 1 : -1]):
                yield other[::-1]

    def _backwards(self, length: int) -> list[str]:
        if length not in self._reversed:
            self._reversed[length] = sorted([word[::-1] for word in self._words[length]])
        return self._reversed[length]


def _beginning(words: list[str], start: str) -> list[str]:
    """The words of a sorted list that begin so."""
    return words[bisect_left(words, start) : bisect_left(words, start + _BEHIND_ALL)]


@lru_cache(maxsize=1)
def _common() -> _Index:
    return _Index(words("bentuk-umum"))


def _one_slip_away(word: str, index: _Index) -> list[str]:
    return [other for other in index.near(word, 1) if is_one_slip(word, other)]


def _two_slips_away(word: str, index: _Index) -> list[str]:
    """Words that two slips may lead to, to be weighed: few letters differ."""
    mine = letters(word)
    near = {other for other in index.near(word, 2) if other[0] == word[0]}
    return [other for other in near if (mine ^ letters(other)).bit_count() < 4]


def _one_slip(word: str, neighbours: frozenset[str]) -> Iterator[str]:
    """The words that are one letter (lost, added, mistaken, two swapped) away, letters side by side as in usual words.

    Few of the many strings one letter away look like a word at all; only these are put to the morphology.
    """
    seen = {word}
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        before = word[at - 1 : at]
        made = [head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]] if tail else []
        for letter in _LETTERS:
            if not before or before + letter in neighbours:
                if not tail or letter + tail[0] in neighbours:
                    made.append(head + letter + tail)
                if tail and (len(tail) == 1 or letter + tail[1] in neighbours):
                    made.append(head + letter + tail[1:])
        for other in made:
            if other not in seen:
                seen.add(other)
                if is_derived(other) or (len(other) > 4 and _has_standard(other)):
                    yield other


def _has_standard(word: str) -> bool:
    """Words that are listed, if only to be replaced: *bertanggungjawab* leads on to *bertanggung jawab*."""
    compounds = words("gabungan")
    return is_listed(word) or word in pairs("nonstandard") or word in compounds or word[3:] in compounds
