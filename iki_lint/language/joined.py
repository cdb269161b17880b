"""Words between which the blank is missing: *sinkronisasidan*, *diusulkanPencalonan*, *oleholeh*."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from iki_lint.language.derivation import is_derived
from iki_lint.language.vocabulary import is_known_word
from iki_lint.patterns import pattern

_CAMEL = pattern(r"(?<=[a-z])(?=[A-Z])")
_FUNCTION_WORDS = frozenset(
    {"atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "para", "per", "serta", "sesuai",
     "untuk", "yang"}
)  # fmt: skip
_LEAST = 0.5
"""Two words that together weigh no more are not believed."""

_USUAL = 2.0


class Joined(NamedTuple):
    """The words apart, and how usual they are together; a `capital` between them leaves no doubt."""

    form: str
    weight: float
    capital: bool = False

    @property
    def sure(self) -> bool:
        """Whether the blank may be put in without asking."""
        return self.capital or (self.weight > _USUAL and len(self.form) > 8)


def joined_words(word: str, written: Collection[str], weight: Callable[[str], float]) -> Joined | None:
    """The two words that a lower-case word was made of by mistake; `weight` says how usual a word is here."""
    for form in written:
        parts = _CAMEL.split(form)
        if len(parts) == 2 and all(len(part) > 2 and is_known_word(part.lower()) for part in parts):
            return Joined(" ".join(parts).lower(), _USUAL, True)
    half = len(word) // 2
    if word[:half] == word[half:] and half > 3 and is_derived(word[:half]):
        return Joined(f"{word[:half]}-{word[:half]}", _USUAL + 1)
    best = None
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        if (cut < 4 and left not in _FUNCTION_WORDS) or (len(right) < 4 and right not in _FUNCTION_WORDS):
            continue
        if is_derived(left) and is_derived(right):
            found = Joined(f"{left} {right}", weight(left) + weight(right))
            if best is None or found.weight > best.weight:
                best = found
    return best if best and best.weight > _LEAST else None
