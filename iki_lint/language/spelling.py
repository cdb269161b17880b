"""The spelling of a whole document: which words of which text are wrong, and what was meant.

Words and pairs of words are judged once, with the counts of the document at hand; then they are looked up in the texts
that hold one of them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from iki_lint.language.derivation import is_reduplication
from iki_lint.language.lexicon import words
from iki_lint.language.realwords import doubtful_agents
from iki_lint.language.usage import count_words
from iki_lint.language.verdicts import FOREIGN, Judge, Verdict
from iki_lint.language.vocabulary import is_known_word
from iki_lint.language.wordpairs import PairVerdict, compound_ends, judge_pair, pair_starters

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'\u2019][^\W\d_]+)*")
# What is no prose: markup, addresses, abbreviations with points inside (S.Sos, M.PAN).
_MASKED = re.compile(
    r"</?[a-z][^<>]{0,40}>|&[a-z]{2,6};|(?<!\S)\S*(?:://|www\.|@)\S*|\b(?:[^\W\d_]{1,5}\.)+[^\W\d_]{1,5}\b\.?", re.I
)
_DOTTED = re.compile(r"[^\W\d_]\.[^\W\d_]")
_SPACED_HYPHEN = re.compile(r"\b([^\W\d_]{3,})(?: [-\u2013\u2014] ?|[-\u2013\u2014] )([^\W\d_]{3,})")


MOST_IN_TEXT = 100
"""How many misspellings of one text are told; one that has more is no prose."""

MOST_UNKNOWN = 2_000
LEAST_UNKNOWN = 200
"""A document with so many unknown words, at least half of its different ones, is not judged word by word."""


class Misspelling(NamedTuple):
    """Words `text[start:end]` and what they should be, best form first, in the case in which they are written.

    `kind` is that of the verdict on the word or the pair; `sure` when the first form may be put in without asking.
    """

    start: int
    end: int
    kind: str
    forms: tuple[str, ...]
    sure: bool


def misspellings(texts: Iterable[str], own: Collection[str] = ()) -> dict[str, tuple[Misspelling, ...]]:
    """The misspellings of each distinct text that has any; `own` are words (lower case) that are right here."""
    written = {text: _WORD.findall(_mask(text)) for text in dict.fromkeys(texts)}
    document = _Document(written, frozenset(own))
    found = {}
    for text, lower in document.lower.items():
        suspect = not document.suspects.isdisjoint(lower) or not document.pairs.keys().isdisjoint(pairwise(lower))
        if suspect or _has_spaced_hyphen(text):
            here_found = tuple(islice(_in_text(text, written[text], lower, document), MOST_IN_TEXT))
            if here_found:
                found[text] = here_found
    return found


class _Document:
    """The words of a document: `lower` gives those of each text, `suspects` the ones that may be wrong, `pairs` the
    neighbours that are, `agents` nouns that are doubted between two others."""

    def __init__(self, written: Mapping[str, list[str]], own: frozenset[str]) -> None:
        used = count_words(written)
        self.lower = used.texts
        neighbours = {pair for here in used.texts.values() for pair in pairwise(here)}
        self._judge = Judge(used, _names(neighbours, used.ways), own)
        self._verdicts: dict[str, Verdict | None] = {}
        unknown = {word for word in used.counts if self._judge.is_unknown(word)}
        if len(unknown) > MOST_UNKNOWN or (len(unknown) > LEAST_UNKNOWN and len(unknown) > len(used.counts) / 2):
            # Another language, or no language at all: nothing can be said of its words.
            unknown = set()
        self.suspects = unknown | {
            word for word in used.counts if not self._judge.is_unknown(word) and self.verdict(word)
        }
        self.pairs = self._wrong_pairs(neighbours, unknown)
        self.agents = doubtful_agents(used.texts.values(), used.counts, neighbours)
        self.suspects |= {three.split()[1] for three in self.agents}

    def verdict(self, word: str) -> Verdict | None:
        """What is wrong with a word; found out when it is first asked for, since unknown words take their time."""
        if word not in self._verdicts:
            self._verdicts[word] = self._judge.judge(word)
        return self._verdicts[word]

    def _wrong_pairs(self, pairs: set[tuple[str, str]], unknown: set[str]) -> dict[tuple[str, str], PairVerdict]:
        found = {}
        ends = compound_ends()
        counts = self._judge.valid
        starters = pair_starters() | unknown | {word for word in counts if word.endswith(ends)}
        for left, right in pairs:
            doubtful = left in starters or right in unknown or right[:3] in left
            if doubtful or (right[:2] == "me" and right.endswith(left[1:])):
                verdict = judge_pair(left, right, counts, unknown)
                if verdict and not (verdict.kind == "bergeser" and self._is_clear(left, right)):
                    found[left, right] = verdict
        return found

    def _is_clear(self, *pair: str) -> bool:
        """Whether one of the words has a sure correction of its own."""
        return any((verdict := self.verdict(word)) and verdict.sure for word in pair)


def _has_spaced_hyphen(text: str) -> bool:
    return ("- " in text or " -" in text or "\u2013" in text) and _SPACED_HYPHEN.search(text) is not None


def _mask(text: str) -> str:
    if "<" in text or "&" in text or "@" in text or "://" in text or ("." in text and _DOTTED.search(text)):
        return _MASKED.sub(lambda found: " " * len(found.group()), text)
    return text


def _names(pairs: set[tuple[str, str]], ways: Mapping[str, Collection[str]]) -> set[str]:
    """Words that stand behind a cue (kelurahan, jalan ...) and are never written small, and those behind them."""
    cues = words("isyarat-nama")

    def capital(word: str) -> bool:
        return not any(map(str.islower, ways[word]))

    found = {right for left, right in pairs if left in cues and capital(right) and not is_known_word(right)}
    return found | {right for left, right in pairs if left in found and capital(right) and not is_known_word(right)}


def _in_text(text: str, here: list[str], lower: list[str], document: _Document) -> Iterator[Misspelling]:
    masked = _mask(text)
    hyphens = []
    if _has_spaced_hyphen(masked):
        for found in _SPACED_HYPHEN.finditer(masked):
            form = f"{found[1]}-{found[2]}".lower()
            if is_reduplication(form):
                hyphens.append(found.span())
                yield _misspelling(text, *found.span(), PairVerdict("tanda-hubung", (form,), True))
    taken = behind = 0
    pairs, suspects = document.pairs, document.suspects
    for at, word in enumerate(here):
        # Every run of letters is a word, so the next occurrence is the word itself.
        start = masked.find(word, behind)
        behind = end = start + len(word)
        if start < taken or any(first <= start < last for first, last in hyphens):
            continue
        pair = pairs.get((lower[at], lower[at + 1])) if at + 1 < len(here) else None
        if pair:
            second = masked.find(here[at + 1], end)
            if text[end:second].isspace() and not _is_of_a_name(here, lower, at, pair):
                taken = second + len(here[at + 1])
                yield _misspelling(text, start, taken, pair)
                continue
        if lower[at] not in suspects:
            continue
        verdict = document.verdict(lower[at])
        if verdict is None and (work := document.agents.get(" ".join(lower[at - 1 : at + 2]))):
            verdict = Verdict("ragu", (work,), False)
        if verdict and not (verdict.kind == "baku" and _is_amid_foreign(lower, at)):
            yield _misspelling(text, start, end, verdict)


def _is_of_a_name(here: list[str], lower: list[str], at: int, pair: PairVerdict) -> bool:
    """Whether a pair is part of a name: *di Bori*, *Desa Antar Baru*."""
    if not here[at + 1][0].isupper() or here[at + 1].isupper():
        return False
    if pair.kind == "terpisah":
        return lower[at] in ("di", "ke")
    return pair.kind == "terikat" and at > 0 and lower[at - 1] in words("isyarat-nama")


def _is_amid_foreign(lower: list[str], at: int) -> bool:
    """Whether a neighbour is a foreign word, so that *system* is English and not *sistem* misspelt."""
    foreign = words("kata-asing")
    around = (*lower[max(0, at - 1) : at], *lower[at + 1 : at + 2])
    return any(word in foreign or FOREIGN.search(word) for word in around)


def _misspelling(text: str, start: int, end: int, verdict: Verdict | PairVerdict) -> Misspelling:
    written = text[start:end]
    if verdict.kind == "terikat" and " " in written:
        return Misspelling(start, end, verdict.kind, (_bound(written, verdict.forms[0]),), verdict.sure)
    if verdict.kind in ("menempel", "preposisi"):
        first, blank, _ = verdict.forms[0].partition(" ")
        apart = f"{written[: len(first)]}{blank}{written[len(first) :]}"
        return Misspelling(start, end, verdict.kind, (apart,), verdict.sure)
    forms = tuple(_in_case_of(written, form) for form in verdict.forms)
    return Misspelling(start, end, verdict.kind, forms, verdict.sure)


def _bound(written: str, joined: str) -> str:
    """A bound form and its word: with a hyphen before an acronym, and behind se- before any capital."""
    left, right = written.split()
    if not written.isupper() and (
        (right.isupper() and len(right) > 1) or (left.lower() == "se" and right[0].isupper())
    ):
        return f"{left}-{right}"
    return _in_case_of(written, joined)


def _in_case_of(written: str, form: str) -> str:
    """The form in the case of what is written: all capitals, a first capital, or as it is."""
    if form != form.lower():
        return form
    if written.isupper() and len(written) > 1:
        return form.upper()
    first = written[:1]
    return form[:1].upper() + form[1:] if first.isupper() else form
