"""A light stemmer: from an affixed word to a root of the lexicon.

Affixes are taken off and the result is looked up in the root list; a form that leads to no root stays as it is. That
is enough to see that *pengkoordinasian*, *mengkoordinasikan* and *koordinasi* are one word. Spelling is judged
elsewhere.
"""

from collections.abc import Iterator
from functools import lru_cache

from iki_lint.language.lexicon import pairs, words

_PARTICLES = ("nya", "lah", "kah", "pun")
_SUFFIXES = ("kan", "an", "i")
# Prefix, and the letter it may have swallowed.
_PREFIXES = (
    ("memper", ""), ("diper", ""), ("terper", ""), ("keber", ""), ("pember", ""), ("pembe", ""), ("keter", ""),
    ("berke", ""), ("peny", "s"), ("meny", "s"), ("peng", "k"), ("meng", "k"), ("pem", "p"), ("mem", "p"),
    ("pen", "t"), ("men", "t"), ("per", ""), ("ber", ""), ("ter", ""), ("di", ""), ("ke", ""), ("se", ""),
    ("pe", ""), ("me", ""), ("be", ""), ("te", ""),
)  # fmt: skip


def _candidates(word: str) -> Iterator[str]:
    bodies = [word]
    for particle in _PARTICLES:
        if word.endswith(particle) and len(word) > len(particle) + 3:
            bodies.append(word[: -len(particle)])
    for body in tuple(bodies):
        for suffix in _SUFFIXES:
            if body.endswith(suffix) and len(body) > len(suffix) + 2:
                bodies.append(body[: -len(suffix)])
    yield from bodies
    for body in bodies:
        for prefix, swallowed in _PREFIXES:
            if body.startswith(prefix) and len(body) > len(prefix) + 2:
                rest = body[len(prefix) :]
                yield rest
                if swallowed and rest[0] in "aiueo":
                    yield swallowed + rest


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The longest root that the word can be made from, or the word itself."""
    word = pairs("sinonim").get(word, word)
    known = words("roots")
    first, _, second = word.partition("-")
    if second and first == second:
        word = first
    if word in known:
        found = word
    else:
        # The longest root wins; of two equally long ones the one that comes first in the alphabet.
        found = max(
            (root for root in _candidates(word) if root in known and len(root) > 2),
            key=lambda root: (len(root), root),
            default=word,
        )
    return pairs("sinonim").get(found, found)


@lru_cache(maxsize=16384)
def is_known(word: str) -> bool:
    """Whether a lower-case word can be made from a root, or is an acronym or a listed spelling."""
    known = words("roots")
    if word in known or word.upper() in words("acronyms") or word in pairs("nonstandard"):
        return True
    if "-" in word:
        return all(is_known(part) for part in word.split("-") if part)
    return any(candidate in known for candidate in _candidates(word))
