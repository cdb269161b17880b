"""Word classes that decide what an indicator is: measure, verb, process noun, result frame."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from iki_lint.language.distance import distance
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import Word, find_phrase
from iki_lint.language.vocabulary import is_known_word
from iki_lint.patterns import pattern

_ACTIVE = pattern(r"me(?:m|n|ng|ny|l|r|w)?[a-z]{3,}")
_FRAME = pattern(r"(?:te[a-z]{4,}|be[a-z]{4,}|me[a-z]{4,})nya")
_NOT_FRAME = frozenset({"terhadapnya", "terutamanya", "tempatnya", "temannya", "tentunya", "besarnya", "benarnya"})
_PROCESS = pattern(r"pe[a-z]{4,}an")


class Measure(NamedTuple):
    """A measure noun: the index of its first word, of the word behind it, and its kind (jumlah, persentase ...)."""

    first: int
    behind: int
    kind: str


def measure(text: Sequence[Word]) -> Measure | None:
    """The measure of an indicator: any at its head, or else a strong one (jumlah, nilai ...) anywhere in it."""
    if not text:
        return None
    if found := find_phrase(text, 0, "kata-ukur"):
        return Measure(0, found[0], found[1])
    strong = words("kata-ukur-kuat")
    for at, word in enumerate(text):
        if word.lower in strong and at and (found := find_phrase(text, at, "kata-ukur")):
            return Measure(at, at + found[0], found[1])
    return None


@lru_cache(maxsize=8192)
def is_frame(word: str) -> bool:
    """Whether a word opens a result statement: meningkatnya, terlaksananya, tercapai."""
    if word in words("bingkai-hasil") or word in words("bingkai-keluaran") or word in words("bingkai-proses"):
        return True
    if _FRAME.fullmatch(word):
        return word not in _NOT_FRAME
    if word.endswith("a") and len(word) > 8 and word[:2] in ("te", "me", "be") and not is_known_word(word):
        return _near_frame(word)
    return word.startswith("ter") and len(word) > 6 and word not in words("roots") and stem(word) != word


def _near_frame(word: str) -> bool:
    """Whether an unknown word is a mistyped result frame: "meningkatya", "terlaksananta"."""
    return any(
        word[:3] == frame[:3] and abs(len(word) - len(frame)) < 3 and distance(word, frame) <= 2
        for name in ("bingkai-hasil", "bingkai-keluaran", "bingkai-proses")
        for frame in words(name)
    )


@lru_cache(maxsize=8192)
def is_active_verb(word: str) -> bool:
    """Whether a word is an active verb (menyusun, melaporkan), not a noun or a conjunction in me-."""
    if not _ACTIVE.fullmatch(word) or word in words("bukan-kata-kerja"):
        return False
    if word in words("roots") or is_frame(word):
        return False
    return word.endswith(("kan", "i")) or stem(word) != word or len(word) > 8


@lru_cache(maxsize=8192)
def is_verb(word: str) -> bool:
    """Whether a word is a verb of any kind an indicator should not start with: active, bare, or passive in di-."""
    if is_active_verb(word) or word in words("kata-kerja-perintah"):
        return True
    return is_passive_verb(word)


def is_passive_verb(word: str) -> bool:
    """Whether a word is a passive verb in di-...-kan or di-...-i."""
    if not word.startswith("di") or len(word) <= 6 or not word.endswith(("kan", "i")):
        return False
    return word not in words("kata-kerja-pasif") and word not in words("roots")


@lru_cache(maxsize=8192)
def is_process(word: str) -> bool:
    """Whether a noun names work rather than its result: pelaksanaan, koordinasi, inventarisasi."""
    first, _, second = word.partition("-")
    if second and first == second:
        word = first
    if word in words("bukan-proses") or word in words("kata-negatif") or word in words("kata-peristiwa-buruk"):
        return False
    if word in words("kata-proses") or (
        word.endswith(("isasi", "ifikasi")) and len(word) > 7 and not word.startswith("me")
    ):
        return True
    if not _PROCESS.fullmatch(word):
        return False
    root = stem(word)
    if root == word:
        return False
    # pe-rumus-an is work, per-temu-an a thing: the r must belong to the root.
    return not word.startswith("per") or root.startswith("r")


def fixed_pair(text: Sequence[Word], at: int) -> int | None:
    """The index behind a fixed pair ("sarana dan prasarana") at word `at`, or None; affixes do not count."""
    for parts in _fixed_pairs().get(stem(text[at].lower), ()):
        if tuple(stem(word.lower) for word in text[at : at + len(parts)]) == parts:
            return at + len(parts)
    return None


@lru_cache(maxsize=1)
def _fixed_pairs() -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for pair in sorted(words("pasangan-tetap"), key=len, reverse=True):
        parts = tuple(stem(word) for word in pair.split())
        index.setdefault(parts[0], []).append(parts)
    return index


def content(text: Iterable[str]) -> tuple[str, ...]:
    """The stems that carry meaning: normal words without stop words, numbers and measure nouns."""
    return tuple([root for word in text if (root := content_stem(word))])


@lru_cache(maxsize=16384)
def content_stem(word: str) -> str:
    """The stem of a word that carries meaning, empty for one that does not."""
    if len(word) < 2 or word[0].isdigit() or word in words("kata-henti") or _only_measures(word):
        return ""
    return stem(word)


@lru_cache(maxsize=16384)
def thing(word: str) -> str:
    """As `content_stem`, but a noun in ke-...-an keeps its form: *kepegawaian* (the matter) is not *pegawai*."""
    root = content_stem(word)
    return word if root and root != word and word.startswith("ke") and word.endswith("an") else root


def _only_measures(word: str) -> bool:
    return word in pairs("kata-ukur") and word not in ("realisasi", "produksi", "waktu")
