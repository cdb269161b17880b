"""The spelling of a whole document: which words of which text are wrong, and what was meant."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice, pairwise, zip_longest
from typing import NamedTuple

from iki_lint.language.casing import apart, bound, in_case_of
from iki_lint.language.document import Document
from iki_lint.language.lexicon import words
from iki_lint.language.verdicts import FOREIGN, Verdict
from iki_lint.language.wordpairs import PairVerdict
from iki_lint.language.written import glued_figures, has_broken_words, masked, spaced_reduplications, written_words

MOST_IN_TEXT = 100
"""How many misspellings of one text are told; one that has more is no prose."""


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
    written = {text: written_words(text) for text in dict.fromkeys(texts)}
    document = Document(written, frozenset(own))
    found = {}
    for text, lower in document.lower.items():
        suspect = not document.suspects.isdisjoint(lower) or not document.pairs.keys().isdisjoint(pairwise(lower))
        if suspect or has_broken_words(text):
            here_found = tuple(islice(_in_text(text, written[text], lower, document), MOST_IN_TEXT))
            if here_found:
                found[text] = here_found
    return found


def _in_text(text: str, here: list[str], lower: list[str], document: Document) -> Iterator[Misspelling]:
    prose = masked(text)
    broken = [*spaced_reduplications(prose), *glued_figures(prose)]
    for start, end, form in broken:
        kind = "menempel" if " " in form else "tanda-hubung"
        yield Misspelling(start, end, kind, (in_case_of(text[start:end], form),), True)
    taken = behind = 0
    pairs, suspects = document.pairs, document.suspects
    for at, (word, neighbours) in enumerate(zip_longest(here, pairwise(lower))):
        # Every run of letters is a word, so the next occurrence is the word itself.
        start = prose.find(word, behind)
        behind = end = start + len(word)
        if start < taken or (broken and any(start < last and first < end for first, last, _ in broken)):
            continue
        pair = pairs.get(neighbours)
        if pair:
            second = prose.find(here[at + 1], end)
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
    written, forms = text[start:end], verdict.forms
    if verdict.kind == "terikat" and " " in written:
        return Misspelling(start, end, verdict.kind, (bound(written, forms[0]),), verdict.sure)
    if verdict.kind in ("menempel", "preposisi"):
        return Misspelling(start, end, verdict.kind, (apart(written, forms[0]),), verdict.sure)
    return Misspelling(start, end, verdict.kind, tuple([in_case_of(written, form) for form in forms]), verdict.sure)
