"""What is wrong with a single word of a document, judged once however often it stands there."""

import re
from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

from iki_lint.language.corrections import Correction, Corrector, limit_of
from iki_lint.language.derivation import is_derived
from iki_lint.language.joined import joined_words
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.likeness import is_one_slip, letters
from iki_lint.language.nonstandard import LONGEST, standard_of
from iki_lint.language.usage import Usage
from iki_lint.language.vocabulary import SHORTEST, is_known_word, is_listed, is_listed_otherwise
from iki_lint.patterns import pattern

# How much better the first correction must be than the second one to be taken without asking.
_CLEAR = 0.25
# The weight of one slip, whichever it is (a wrong first letter apart).
_ONE = 1.1
# A letter lost or added by doubling, two swapped: what makes a short word unlike any other.
_ONE_LOST = 0.95
# A letter doubled, swapped, or lost at the end.
_LIGHT = 0.84
# Less than a wrong first letter weighs.
_FIRST_LETTER = 1.3
# How many texts must hold a word for a capitalised slip of it to be no name.
_OFTEN = 3
# A known word is doubted when it is that rare in a document, and one slip from a word that is that frequent.
_SELDOM = 3
_VERY_OFTEN = 10
# Spellings that no Indonesian word has.
FOREIGN = pattern(r"tion|ght|ck|sh|ph|th|oo|ee|q|[^aeou]y$|[cjv]$|[bcdfgkptv]le$|^[bcdfgkpt]h")
# What Indonesian forms look like, so that an unknown one is more likely misspelt than a name or foreign.
_AFFIXED = pattern(r"(?:me|di|ter|ber|pe|ke|per)\w{3,}(?:an|kan|nya|i)|(?:meng|meny|mem|men|peng|peny|pem|pen)\w{4,}")
_BEGINS_OR_ENDS = pattern(r"^(?:ter|ber|di|me|pe|ke)|(?:an|kan|nya)$")


class Verdict(NamedTuple):
    """What a word should be, best form first.

    `kind`: `baku` (another spelling is standard), `bentuk-ter`, `preposisi` (di or ke written together), `terikat` (a
    bound form written apart), `istilah` (an outdated term), `singkatan` (an acronym misspelt), `menempel` (a blank is
    missing), `salah-ketik`, `ragu` (known, but perhaps another word is meant), or `tidak-dikenal` (without a proposal).
    `sure` when the first form may be put in without asking.
    """

    kind: str
    forms: tuple[str, ...]
    sure: bool


class Judge:
    """Judges the words of one document by what the document itself says often.

    `names` are words that stand where names stand, `own` those that the user has listed as right.
    """

    def __init__(self, usage: Usage, names: Collection[str], own: Collection[str]) -> None:
        self.counts = usage.counts
        self.written = usage.ways
        self.names = names
        self.own = own
        self.valid = {
            word: n
            for word, n in usage.counts.items()
            if len(word) > 3 and is_known_word(word) and not standard_of(word)
        }

    def judge(self, word: str) -> Verdict | None:
        """What is wrong with a lower-case word; None when it is right or nothing can be said."""
        if not SHORTEST <= len(word) <= LONGEST or word in self.own:
            return None
        if word in pairs("istilah"):
            return Verdict("istilah", (pairs("istilah")[word],), False)
        if standard := standard_of(word):
            return self._another_spelling(word, standard.kind, standard.form, standard.sure)
        if word in self.valid or (is_known_word(word) and not self._is_acronym_written_small(word)):
            return self._doubted(word) if self.counts[word] < _SELDOM and len(word) > 7 else None
        return self._of_unknown(word)

    def is_unknown(self, word: str) -> bool:
        """Whether a word is none by itself."""
        return word not in self.valid and word not in self.own and not is_known_word(word)

    @cached_property
    def corrector(self) -> Corrector:
        """Made when the first unknown word asks for it."""
        return Corrector(self.valid)

    def _another_spelling(self, word: str, kind: str, form: str, sure: bool) -> Verdict | None:
        """A hyphen behind a bound form is right before a capital (se-Kabupaten)."""
        if kind == "terikat" and not all(map(str.islower, self.written[word])):
            return None
        return Verdict(kind, (form,), sure)

    def _of_unknown(self, word: str) -> Verdict | None:
        written = self.written[word]
        if written and all(map(str.isupper, written)) and len(word) < 7:
            return self._acronym(word)
        small = any(map(str.islower, written))
        foreign = FOREIGN.search(word) is not None
        found = self.corrector.usual(word)
        if word in self.names and not (len(word) > 7 and found and found[0].weight <= _ONE):
            return None
        joined = joined_words(word, written, self._weight)
        if joined and joined.capital:
            return Verdict("menempel", (joined.form,), True)
        one_slip = bool(found) and found[0].weight <= _ONE and self._is_believable(word, found[0], small, foreign)
        if joined and not one_slip and (small or self._is_often(joined.form)):
            return Verdict("berulang" if "-" in joined.form else "menempel", (joined.form,), joined.sure)
        if small and not foreign and not one_slip:
            found = self.corrector.any(word, found)
        believed = bool(found) and self._is_believable(word, found[0], small, foreign)
        if believed:
            return self._misspelt(word, found)
        if small and not foreign and len(word) > 7 and _AFFIXED.fullmatch(word):
            return Verdict("tidak-dikenal", (), False)
        return None

    def _is_believable(self, word: str, first: Correction, small: bool, foreign: bool) -> bool:
        """Whether a word is a slip for its nearest correction, and no name or word that we do not know."""
        here = self.valid.get(first.word, 0)
        common = first.word in words("bentuk-umum") or first.word in pairs("nonstandard")
        if len(word) < 6 or foreign:
            often = here > (1 if small else _VERY_OFTEN)
            usual = first.word in words("kata-utama") or (common and first.weight < _ONE_LOST and len(word) > 4)
            return first.weight < _FIRST_LETTER and (often or (small and usual and not foreign))
        if not small:
            usual = is_listed(first.word) or (common and (len(word) > 6 or first.weight < _LIGHT))
            return here >= _OFTEN or (first.weight <= _ONE and usual)
        if here or common or is_listed(first.word):
            return True
        if first.weight > _ONE or len(word) < 7:
            return len(word) > 7 and _AFFIXED.fullmatch(word) is not None
        return first.word in words("roots") or _BEGINS_OR_ENDS.search(word) is not None

    def _is_often(self, form: str) -> bool:
        return all(self.counts.get(part, 0) > 1 for part in re.split("[ -]", form))

    def _is_acronym_written_small(self, word: str) -> bool:
        """*lan* for dan: short acronyms count only in capitals."""
        if len(word) > 4 or word not in words("acronyms") or is_derived(word):
            return False
        return any(map(str.islower, self.written[word])) and not is_listed_otherwise(word)

    def _doubted(self, word: str) -> Verdict | None:
        """A derived word that stands here once or twice, one slip from one that stands here very often."""
        if word in words("bentuk-umum") or word in words("roots") or is_listed(word):
            return None
        if word[:2] == "pe" and f"per{word[2:]}" in words("bentuk-umum"):
            return Verdict("salah-ketik", (f"per{word[2:]}",), False)
        for at in range(1, len(word)):
            # Kepuasaan is formed by the rules too, but of puasa; masukkan is right.
            if word[at] == word[at - 1] != "k" and word[:at] + word[at + 1 :] in words("bentuk-umum"):
                return Verdict("salah-ketik", (word[:at] + word[at + 1 :],), False)
        bits, size = letters(word), len(word)
        for other, others in self._frequent:
            near = abs(len(other) - size) < 2 and (bits ^ others).bit_count() < 3 and other[:3] == word[:3]
            if near and is_one_slip(word, other) and not word.startswith(other):
                return Verdict("ragu", (other,), False)
        return None

    @cached_property
    def _frequent(self) -> list[tuple[str, int]]:
        """The words that the document uses very often, with their letters."""
        return [(word, letters(word)) for word, n in self.valid.items() if n >= _VERY_OFTEN and len(word) > 6]

    def _weight(self, word: str) -> float:
        """How usual a word is, here or in any such text."""
        return min(self.counts.get(word, 0), 3) / 2 + (word in words("bentuk-umum"))

    def _acronym(self, word: str) -> Verdict | None:
        """An unknown acronym that is a known one with a letter lost or two letters swapped."""
        if len(word) < 4:
            return None
        cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
        swapped = [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts[:-2]]
        longer = [head + letter + tail for head, tail in cuts for letter in "abcdefghijklmnopqrstuvwxyz"]
        found = next((other for other in (*swapped, *longer) if other in words("acronyms")), None)
        return Verdict("singkatan", (found,), False) if found else None

    def _misspelt(self, word: str, found: list[Correction]) -> Verdict | None:
        first = found[0]
        standard = standard_of(first.word)
        if standard and standard.form == word:
            return None
        clear = len(found) == 1 or found[1].score - first.score >= _CLEAR
        usual = self._weight(first.word) > 0 or is_listed(first.word)
        sure = clear and usual and first.weight <= limit_of(word) - 0.3 and len(word) > 5
        acronym = first.word in words("acronyms") and first.word not in words("bentuk-umum")
        forms = dict.fromkeys((standard.form if standard else first.word, *(each.word for each in found[1:3])))
        return Verdict("singkatan" if acronym else "salah-ketik", tuple(forms), sure)
