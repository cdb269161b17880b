"""The words of one document: which of them, and which pairs of them, are wrong.

Each word and each pair is judged once, however often it stands there, with what the whole document says.
"""

from collections.abc import Collection, Mapping
from itertools import pairwise

from iki_lint.language.lexicon import words
from iki_lint.language.realwords import doubtful_agents
from iki_lint.language.usage import count_words
from iki_lint.language.verdicts import Judge, Verdict
from iki_lint.language.vocabulary import is_known_word
from iki_lint.language.wordpairs import PairVerdict, compound_ends, judge_pair, pair_starters

MOST_UNKNOWN = 2_000
LEAST_UNKNOWN = 200
"""A document with so many unknown words, at least half of its different ones, is not judged word by word."""


class Document:
    """The words of a document.

    `lower` gives those of each text in lower case, `suspects` the ones that may be wrong, `pairs` the neighbours that
    are, `agents` the noun of work for "before agent behind" where the agent is doubted. `written` are the words of
    each distinct text, `own` those (lower case) that are right here.
    """

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


def _names(pairs: set[tuple[str, str]], ways: Mapping[str, Collection[str]]) -> set[str]:
    """Words that stand behind a cue (kelurahan, jalan ...) and are never written small, and those behind them."""
    cues = words("isyarat-nama")

    def capital(word: str) -> bool:
        return not any(map(str.islower, ways[word]))

    found = {right for left, right in pairs if left in cues and not is_known_word(right) and capital(right)}
    return found | {right for left, right in pairs if left in found and not is_known_word(right) and capital(right)}
