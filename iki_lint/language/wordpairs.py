"""Two neighbouring words that are one, or were cut in the wrong place.

*pasca bencana*, *di peroleh*, *pertanggung jawaban*, *tugas tugas*, *pendata anteknologi*: each word may be right and
only the pair is not. A pair is judged once, however often it stands in a document.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import NamedTuple

from iki_lint.language.derivation import is_derived, is_reduplication
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.vocabulary import is_known_word

_PREFIXES = frozenset(
    {"me", "mem", "men", "meng", "meny", "be", "ber", "te", "ter", "pe", "pem", "pen", "peng", "peny", "per"}
)
# What antar means besides "between": to bring.
_BRINGS = frozenset({"jemput", "barang", "surat", "paket", "tangan"})
_TUNA = frozenset(
    {"netra", "rungu", "wicara", "daksa", "grahita", "laras", "susila", "wisma", "karya", "sosial", "aksara"}
)
# Words that are said twice on purpose, or belong to two phrases.
_TWICE = frozenset({"satu", "dua", "hari", "a", "b", "c", "km", "rt", "rw", "i", "ii"})

# Said twice, one of them is too many.
_ONCE = frozenset(
    {"yang", "dan", "di", "ke", "dari", "untuk", "dengan", "pada", "dalam", "oleh", "atau", "ini", "adalah", "akan",
     "telah", "serta", "sebagai", "para", "bahwa", "tidak", "secara", "terhadap", "atas", "dapat"}
)  # fmt: skip


class PairVerdict(NamedTuple):
    """What a pair should be: `kind` is `terikat`, `terpisah`, `berulang`, `bergeser` or `istilah`; the first form is
    the best."""

    kind: str
    forms: tuple[str, ...]
    sure: bool


@lru_cache(maxsize=1)
def pair_starters() -> frozenset[str]:
    """The words that may be wrong because of the word behind them; other pairs need a closer look only when one of the
    words is unknown or they repeat each other."""
    first = {phrase.partition(" ")[0] for name in ("kata-serangkai", "istilah") for phrase in pairs(name)}
    return words("bentuk-terikat") | _PREFIXES | first | {"di", "ke", "tuna"}


def judge_pair(left: str, right: str, counts: Mapping[str, int], unknown: Collection[str]) -> PairVerdict | None:
    """What is wrong with two lower-case words that stand side by side; None where nothing is.

    `counts` are the valid words of the document, `unknown` says which words are none.
    """
    if left == right:
        return _repeated(left, counts)
    joined = pairs("kata-serangkai").get(f"{left} {right}")
    if joined:
        return PairVerdict("terikat", (joined,), True)
    if term := pairs("istilah").get(f"{left} {right}"):
        return PairVerdict("istilah", (term,), False)
    if left in words("bentuk-terikat") or (left == "tuna" and right in _TUNA):
        return _bound(left, right)
    if left in ("di", "ke"):
        return _preposition(left, right, counts, unknown)
    if left in _PREFIXES and is_derived(left + right):
        return PairVerdict("terpisah", (left + right,), True)
    if right.startswith(_seconds()) and left.endswith(compound_ends()) and is_cut_compound(left, right):
        return PairVerdict("terpisah", (left + right,), True)
    if len(right) > 3 and is_reduplication(f"{left}-{right}"):
        return _cut_reduplication(left, right, unknown)
    if left in unknown or right in unknown:
        return _broken(left, right, counts, unknown)
    return None


def is_cut_compound(left: str, right: str) -> bool:
    """*menitik beratkan*: a compound between a prefix and a suffix, which make one word of it."""
    for first, second in _halves():
        if right != second and left != first and right.startswith(second) and left.endswith(first[1:]):
            return is_derived(left + right)
    return False


@lru_cache(maxsize=1)
def _halves() -> tuple[tuple[str, str], ...]:
    """The compounds of the lexicon, taken apart where both halves are roots."""
    roots = words("roots")
    return tuple(
        (compound[:cut], compound[cut:])
        for compound in sorted(words("gabungan"))
        for cut in range(3, len(compound) - 2)
        if compound[:cut] in roots and compound[cut:] in roots
    )


@lru_cache(maxsize=1)
def _seconds() -> tuple[str, ...]:
    return tuple(second for _, second in _halves())


@lru_cache(maxsize=1)
def compound_ends() -> tuple[str, ...]:
    """How the first words of cut compounds end, without the first letter, which a prefix may have swallowed."""
    return tuple(first[1:] for first, _ in _halves())


def _repeated(word: str, counts: Mapping[str, int]) -> PairVerdict | None:
    if len(word) < 2 or word in _TWICE or not is_known_word(word):
        return None
    double = f"{word}-{word}"
    if word in _ONCE:
        return PairVerdict("berulang", (word,), True)
    if double in counts or double in words("bentuk-umum") or not is_derived(word):
        # Both could be meant, unless the word hardly ever stands alone: masing-masing, rata-rata.
        return PairVerdict("berulang", (double, word), word not in counts and word not in words("bentuk-umum"))
    return PairVerdict("berulang", (word, double), False)


def _bound(left: str, right: str) -> PairVerdict | None:
    if not right.isalpha() or right in words("kata-henti") or (left == "antar" and right in _BRINGS):
        return None
    if len(right) < 3 and left != "se":
        return None
    return PairVerdict("terikat", (left + right,), is_known_word(right))


def _preposition(left: str, right: str, counts: Mapping[str, int], unknown: Collection[str]) -> PairVerdict | None:
    """*di laksanakan*, *ke giatan*: a prefix that was taken for a preposition."""
    joined = left + right
    if right in words("kata-tempat") or not is_derived(joined):
        return None
    if right in unknown:
        return PairVerdict("terpisah", (joined,), True)
    if left == "ke":
        often = joined in words("bentuk-umum") or counts.get(joined, 0) > counts.get(right, 0)
        return PairVerdict("terpisah", (joined,), False) if often and right not in words("bentuk-umum") else None
    verb = right[-3:] == "kan" or (right[-1:] == "i" and right not in words("roots"))
    if (verb and right not in counts) or (verb and joined in words("bentuk-umum")):
        return PairVerdict("terpisah", (joined,), True)
    return PairVerdict("terpisah", (joined,), verb) if verb or right in words("akar-pasif") else None


def _cut_reduplication(left: str, right: str, unknown: Collection[str]) -> PairVerdict | None:
    """*perundang undangan*, *sebaik baiknya*: the hyphen is missing."""
    form = f"{left}-{right}"
    if f"per{form}" in words("bentuk-umum"):
        return PairVerdict("berulang", (f"per{form}",), False)
    mutual = right[:2] in ("me", "be")
    if left in unknown or right in unknown or form in words("bentuk-umum") or right.startswith(left) or mutual:
        return PairVerdict("berulang", (form,), form in words("bentuk-umum"))
    return None


def _broken(left: str, right: str, counts: Mapping[str, int], unknown: Collection[str]) -> PairVerdict | None:
    joined = left + right
    if len(joined) > 5 and is_derived(joined):
        return PairVerdict("terpisah", (joined,), True)
    best: tuple[int, str] | None = None
    for shift in (1, 2, 3, -1, -2, -3):
        first, second = (left + right[:shift], right[shift:]) if shift > 0 else (left[:shift], left[shift:] + right)
        if len(first) > 2 and len(second) > 3 and is_derived(first) and is_derived(second):
            weight = counts.get(first, 0) + counts.get(second, 0) - abs(shift)
            if best is None or weight > best[0]:
                best = weight, f"{first} {second}"
    return PairVerdict("bergeser", (best[1],), False) if best else None
