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


_BY_LETTER: dict[str, list[tuple[str, str]]] = {}
for _prefix, _swallowed in _PREFIXES:
    _BY_LETTER.setdefault(_prefix[0], []).append((_prefix, _swallowed))


def _candidates(word: str) -> Iterator[str]:
    bodies = [word]
    if word.endswith(_PARTICLES) and len(word) > 6:
        bodies.append(word[:-3])
    for body in tuple(bodies):
        if body.endswith(_SUFFIXES):
            for suffix in _SUFFIXES:
                if body.endswith(suffix) and len(body) > len(suffix) + 2:
                    bodies.append(body[: -len(suffix)])
    yield from bodies
    for prefix, swallowed in _BY_LETTER.get(word[0], ()):
        if word.startswith(prefix):
            size = len(prefix)
            for body in bodies:
                if len(body) > size + 2:
                    yield body[size:]
                    if swallowed and (body[size] in "aiueo" or (swallowed == "p" and body[size] in "rl")):
                        yield swallowed + body[size:]


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
        # The longest root wins; of two equally long ones the last in the alphabet.
        roots = [root for root in _candidates(word) if root in known and len(root) > 2]
        found = max(roots, key=lambda root: (len(root), root)) if roots else word
    # The root list holds nouns such as *susunan* beside *susun*: one of them stands for both.
    while found.endswith("an") and len(found) > 5 and found[:-2] in known:
        found = found[:-2]
    return pairs("sinonim").get(found, found)
