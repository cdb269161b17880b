"""What is wrong with a single word of a document, judged once however often it stands there."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from iki_lint.language.corrections import Correction, Corrector, limit_of
from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.nonstandard import standard_of
from iki_lint.language.vocabulary import is_known_word, is_listed

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FUNCTION_WORDS = frozenset(
    {"dan", "di", "ke", "yang", "dari", "untuk", "oleh", "atau", "pada", "serta", "dengan", "dalam", "per", "para", "bagi", "sesuai"}
)
# How much better the first correction must be than the second one to be taken without asking.
_CLEAR = 0.25


class Verdict(NamedTuple):
    """What a word should be, best form first.

    `kind`: `baku` (another spelling is standard), `preposisi` (di or ke written together), `istilah` (an outdated or
    wrong term), `singkatan` (an acronym misspelt), `menempel` (a blank is missing), `salah-ketik`, or `asing-bagi-kami`
    (unknown, without a proposal). `sure` when the first form may be put in without asking.
    """

    kind: str
    forms: tuple[str, ...]
    sure: bool


class Judge:
    """Judges the words of one document by what the document itself says often.

    `counts` are all its words in lower case, `written` the ways in which each is written there, `names` words that
    stand where names stand.
    """

    def __init__(
        self, counts: Mapping[str, int], written: Mapping[str, Collection[str]], names: Collection[str], own: Collection[str]
    ) -> None:
        self.written = written
        self.names = names
        self.own = own
        self.valid = {word: n for word, n in counts.items() if len(word) > 3 and self._is_valid(word)}
        self.counts = counts
        self._corrector: Corrector | None = None

    def judge(self, word: str) -> Verdict | None:
        """What is wrong with a lower-case word; None when it is right or nothing can be said."""
        if len(word) < 3 or word in self.own:
            return None
        if word in pairs("istilah"):
            return Verdict("istilah", (pairs("istilah")[word],), False)
        if standard := standard_of(word):
            return Verdict(standard.kind, (standard.form,), standard.sure)
        if is_known_word(word):
            return None
        written = self.written[word]
        joined = self._joined(word, written)
        if joined and joined.sure:
            return joined
        if written and all(map(str.isupper, written)) and len(word) < 7:
            return self._acronym(word)
        found = self.corrector.corrections(word)
        if joined and not (found and found[0].weight <= 1.1):
            return joined
        if word in self.names and not self._is_slip_of_common_word(word, found):
            return None
        if found:
            return self._misspelt(word, found, written)
        return self._unknown(word, written)

    @property
    def corrector(self) -> Corrector:
        """Made when the first unknown word asks for it."""
        if self._corrector is None:
            self._corrector = Corrector(self.valid)
        return self._corrector

    def is_unknown(self, word: str) -> bool:
        """Whether a word is none by itself."""
        return word not in self.valid and word not in self.own and not is_known_word(word)

    def _is_valid(self, word: str) -> bool:
        return is_known_word(word) and standard_of(word) is None

    def _joined(self, word: str, written: Collection[str]) -> Verdict | None:
        """Two words without a blank between them: at a capital letter, or where both halves are words."""
        for form in written:
            parts = _CAMEL.split(form)
            if len(parts) == 2 and all(len(part) > 2 and is_known_word(part.lower()) for part in parts):
                return Verdict("menempel", (" ".join(parts).lower(),), True)
        best: tuple[float, str, bool] | None = None
        for cut in range(2, len(word) - 1):
            left, right = word[:cut], word[cut:]
            function = left in _FUNCTION_WORDS or right in _FUNCTION_WORDS
            if not function and min(len(left), len(right)) < 4:
                continue
            if (len(left) > 3 or left in _FUNCTION_WORDS) and (len(right) > 3 or right in _FUNCTION_WORDS) and (
                is_derived(left) and is_derived(right)
            ):
                weight = self._weight(left) + self._weight(right)
                if best is None or weight > best[0]:
                    best = weight, f"{left} {right}", function or weight > 2
        if best is None or best[0] <= 0.5:
            return None
        return Verdict("menempel", (best[1],), best[2] and len(word) > 7)

    def _weight(self, word: str) -> float:
        """How usual a word is, here or in any such text."""
        return min(self.counts.get(word, 0), 3) / 2 + (word in words("bentuk-umum"))

    def _acronym(self, word: str) -> Verdict | None:
        """An unknown acronym that is a known longer one with one letter lost."""
        if len(word) < 4:
            return None
        acronyms = words("acronyms")
        for at in range(len(word) + 1):
            for letter in "abcdefghijklmnopqrstuvwxyz":
                longer = word[:at] + letter + word[at:]
                if longer in acronyms:
                    return Verdict("singkatan", (longer,), False)
        return None

    def _misspelt(self, word: str, found: list[Correction], written: Collection[str]) -> Verdict | None:
        first = found[0]
        clear = len(found) == 1 or found[1].score - first.score >= _CLEAR
        sure = clear and first.weight <= limit_of(word) - 0.3 and len(word) > 5
        form = standard_of(first.word)
        forms = tuple(dict.fromkeys((form.form if form else first.word, *(each.word for each in found[1:3]))))
        kind = "singkatan" if first.word in words("acronyms") and first.word not in words("bentuk-umum") else "salah-ketik"
        return Verdict(kind, forms, sure)

    def _is_slip_of_common_word(self, word: str, found: list[Correction]) -> bool:
        return bool(found) and len(word) > 7 and found[0].weight <= 1 and found[0].word in words("bentuk-umum")

    def _unknown(self, word: str, written: Collection[str]) -> Verdict | None:
        """Unknown and like nothing: worth a word only when it is written small, as names are not."""
        if len(word) > 4 and any(map(str.islower, written)) and not is_listed(word):
            return Verdict("asing-bagi-kami", (), False)
        return None
