"""From a non-standard spelling to the standard one: listed words, and the rules that many words follow.

*mengkoordinasikan* is *mengoordinasikan*, *dibidang* *di bidang*, *efektifitas* *efektivitas*. A rule speaks only where
the word as written is none and the corrected one is.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.nasals import VOWELS

# A consonant that is lost behind the nasal, and the letters before and behind the cut: meng-k, men-t, men-s, mem-p.
_LOST = {"mengk": "meng", "pengk": "peng", "ment": "men", "pent": "pen", "memp": "mem", "pemp": "pem"}
_LOST_S = {"mens": "meny", "pens": "peny"}
_DUTCH = (
    ("isir", "isasi"),
    ("asir", "asi"),
    ("inir", "inasi"),
    ("odir", "odasi"),
    ("elir", "elasi"),
    ("idir", "idasi"),
)
_PLACE = "preposisi"

LONGEST = 40
"""The letters of the longest words that are looked at."""


class Standard(NamedTuple):
    """The standard form of a word; `kind` is `baku`, `preposisi` for *di* and *ke* written together with a noun,
    `terikat` for a hyphen behind a bound form, or `bentuk-ter` for *terlaksanakannya* and its like.

    `sure` is false where the word as written is right in another meaning or is found in dictionaries too.
    """

    form: str
    kind: str
    sure: bool


@lru_cache(maxsize=8192)
def standard_of(word: str) -> Standard | None:
    """The standard form of a lower-case word, None when its spelling is standard or unknown."""
    if len(word) > LONGEST:
        return None
    listed = pairs("nonstandard").get(word)
    if listed is not None:
        separate = listed == f"{word[:2]} {word[2:]}" and word[:2] in ("di", "ke")
        return Standard(listed, _PLACE if separate else "baku", word not in _weak())
    if word[:2] in ("di", "ke") and (apart := _preposition(word)):
        return Standard(apart, _PLACE, True)
    if word[:3] == "ter" and word[-6:] == "kannya" and word[3:-6] in words("akar-ter"):
        return Standard(f"{word[:-6]}nya", "bentuk-ter", True)
    if len(word) < 5 or is_derived(word):
        return None
    left, hyphen, right = word.partition("-")
    if hyphen and left in words("bentuk-terikat") and is_derived(right):
        return Standard(left + right, "terikat", True)
    for form in _by_rule(word):
        if is_derived(form):
            return Standard(form, "baku", True)
        for again in _by_rule(form):
            if is_derived(again):
                return Standard(again, "baku", True)
    if word in words("gabungan") or (word[:3] in ("ber", "ter") and word[3:] in words("gabungan")):
        return _compound(word)
    return None


def _preposition(word: str) -> str | None:
    """*di bidang* of dibidang, *ke depannya* of kedepannya; a word of the lexicon stays one (ketua, kepala)."""
    body = word[2:]
    places = words("kata-tempat")
    bare = body[:-3] if body[-3:] == "nya" and body not in places else body
    if bare not in places or word in words("roots"):
        return None
    return f"{word[:2]} {body}"


def _by_rule(word: str) -> Iterator[str]:
    """The forms that the rules would write instead."""
    for size in range(len(word) - 1, 3, -1):
        for start in range(len(word) - size + 1):
            inner = pairs("nonstandard").get(word[start : start + size])
            if inner and " " not in inner:
                yield word[:start] + inner + word[start + size :]
    for wrong, right in (*_LOST.items(), *_LOST_S.items()):
        if word.startswith(wrong) and word[len(wrong) : len(wrong) + 1] in VOWELS:
            yield right + word[len(wrong) :]
    if word[:4] in ("terr", "berr", "perr"):
        yield word[:3] + word[4:]
    if word[-4:] == "kkan":
        yield word[:-4] + "kan"
    elif word[-3:] == "kan":
        yield word[:-3] + "kkan"
    if word[-7:] == "kkannya":
        yield word[:-7] + "kannya"
    if "fitas" in word:
        yield word.replace("fitas", "vitas")
    if "x" in word:
        yield word.replace("x", "ks")
    for wrong, right in _DUTCH:
        if word.endswith(wrong):
            yield word[: -len(wrong)] + right
        elif word.endswith((f"{wrong}nya", f"{wrong}an")):
            yield word.replace(wrong, right)


def _compound(word: str) -> Standard | None:
    """*tanggung jawab* of tanggungjawab: written together only within a prefix and a suffix."""
    start = word[:3] if word not in words("gabungan") else ""
    body = word[len(start) :]
    roots = words("roots")
    for cut in range(3, len(body) - 2):
        if body[:cut] in roots and body[cut:] in roots:
            return Standard(f"{start}{body[:cut]} {body[cut:]}", "baku", True)
    return None


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    return frozenset(word for word, level in pairs("nonstandard.level").items() if level == "weak")
