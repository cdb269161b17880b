"""What a word that is none was meant to be: the likeliest words, first those of the document itself.

Decrees repeat themselves, so the right form mostly stands elsewhere in the same document. After that come the forms
that officialese uses most, then every word that one slip leads to.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import log
from typing import NamedTuple

from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.likeness import is_one_slip, letters, slip
from iki_lint.language.vocabulary import is_listed

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# How much a word gains with each e-fold of its occurrences, and one of the common forms by being one.
_PER_COUNT = 0.16
_COMMON = 0.35
_SAME_ENDS = 0.1
# What a derived form loses that stands neither in the document nor among the common ones.
_UNHEARD = 0.3
# The weight of slips up to which words of so many letters count as meant.
_NEAR_ENOUGH = ((4, 0.0), (5, 1.0), (6, 1.36), (8, 1.71), (99, 2.1))


class Correction(NamedTuple):
    """A word that may have been meant: the weight of the slips, and that weight less what speaks for the word."""

    word: str
    weight: float
    score: float


class Corrector:
    """Finds corrections with the words of one document, given with their counts (lower case, valid words only)."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = counts
        self._document = _by_length(counts)

    def corrections(self, word: str, usual_only: bool = False) -> list[Correction]:
        """The words that may have been meant, best first, at most five.

        With `usual_only` they are looked for in the document and among the common forms only.
        """
        limit = limit_of(word)
        if not limit:
            return []
        found = self._among(word, self._document, 1)
        found += self._among(word, _common(), 1)
        if not found:
            found = [] if usual_only else list(_one_slip(word))
            if limit > 1.4:
                found += [*self._among(word, self._document, 2), *self._among(word, _common(), 2)]
        known = [each for other in dict.fromkeys(found) if (each := self._correction(word, other)).weight <= limit]
        return sorted(known, key=lambda each: (each.score, each.word))[:5]

    def common_word_near(self, word: str) -> str | None:
        """A common word that is one slip away, for words that may be names."""
        return next(iter(self._among(word, _common(), 1)), None)

    def _among(self, word: str, vocabulary: "_Vocabulary", slips: int) -> list[str]:
        """The words of a vocabulary that so many slips can lead to (1 exactly; 2 roughly, to be weighed)."""
        mine, size = letters(word), len(word)
        most = 2 * slips
        near = [
            other
            for length in range(size - slips, size + slips + 1)
            for other, bits in vocabulary.get(length, ())
            if (mine ^ bits).bit_count() <= most
        ]
        if slips == 1:
            return [other for other in near if is_one_slip(word, other)]
        return [other for other in near if other[:2] == word[:2] or other[-4:] == word[-4:]]

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
    return next(limit for size, limit in _NEAR_ENOUGH if len(word) < size)


_Vocabulary = dict[int, list[tuple[str, int]]]


def _by_length(vocabulary: Iterable[str]) -> _Vocabulary:
    found: _Vocabulary = {}
    for word in vocabulary:
        found.setdefault(len(word), []).append((word, letters(word)))
    return found


@lru_cache(maxsize=1)
def _common() -> _Vocabulary:
    return _by_length(sorted(words("bentuk-umum")))


def _one_slip(word: str) -> Iterator[str]:
    """The words that are one letter (lost, added, mistaken, two swapped) away."""
    seen = set()
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        made = [head + letter + tail for letter in _LETTERS]
        if tail:
            made.append(head + tail[1:])
            made += [head + letter + tail[1:] for letter in _LETTERS]
        if len(tail) > 1:
            made.append(head + tail[1] + tail[0] + tail[2:])
        for other in made:
            if other not in seen:
                seen.add(other)
                if other != word and (is_derived(other) or (len(other) > 4 and _has_standard(other))):
                    yield other


def _has_standard(word: str) -> bool:
    """Words that are listed, if only to be replaced: *bertanggungjawab* leads on to *bertanggung jawab*."""
    compounds = words("gabungan")
    return is_listed(word) or word in pairs("nonstandard") or word in compounds or word[3:] in compounds
