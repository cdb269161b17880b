"""Citations of regulations in a text: kind, number, year, title, and whether it is only told about."""

import re
from functools import lru_cache
from typing import NamedTuple

from iki_lint.language.lexicon import pairs
from iki_lint.patterns import pattern

_LONGEST_KIND = 12
_REACH = 140
_BEHIND = 60
_BEFORE = 5
# Number and year.
_NUMBER = pattern(
    r"(?:(?<=PER/)|(?<=PER-)|(?<![\d/.]))0*(\d{1,3})"
    r"(?:/M\.? ?PAN/\d{1,2}/|/|\s+(?:tahun|thn\.?|th\.)\s*)((?:19|20)\d\d)(?![\d/])",
    re.I,
)
_MARKS = str.maketrans(":.,()\n\t\u00a0", "        ")
_TITLE_ENDS = (";", "(", ". ", " sebagaimana", " jo ", " jo. ", " juncto", " yang ", " maka ", " perlu ", " bahwa ")
_GONE = ("dicabut", "tidak berlaku", "diganti", "mencabut")
# Between the kind and the number.
_FILLERS = frozenset({"nomor", "nomer", "no", "ri", "r", "i", "republik", "indonesia", "per/", "per-", "per"})
# Before a citation, these say that it is only named as what another regulation changes, replaces or carries out.
_TOLD = frozenset(
    {"diubah", "perubahan", "mencabut", "pencabutan", "dicabut", "diganti", "digantikan", "menggantikan", "pengganti",
     "pelaksanaan", "penetapan", "semula", "terakhir", "atas", "menjadi", "mengubah"}
)  # fmt: skip


class Citation(NamedTuple):
    """One citation: `text[start:end]` runs from the kind to the year, `text[title:stop]` is the title (empty if none).

    `told` when the regulation is not relied on but named in passing: as changed, replaced or carried out by another.
    """

    kind: str
    number: int
    year: int
    start: int
    end: int
    title: int
    stop: int
    told: bool

    @property
    def key(self) -> tuple[str, int, int]:
        """What identifies the regulation."""
        return self.kind, self.number, self.year


def may_cite(text: str) -> bool:
    """A cheap test that texts without citations nearly always fail."""
    return "20" in text or "19" in text


@lru_cache(maxsize=4096)
def citations(text: str) -> tuple[Citation, ...]:
    """The citations of regulations whose kind is known, in order."""
    result: list[Citation] = []
    lower = text.lower()
    if len(lower) != len(text):  # a letter that becomes two would shift every offset
        lower = text
    for found in _NUMBER.finditer(text):
        kind, start, before = _kind(lower, found.start())
        if not kind and "pan" in found[0].lower():
            kind = "permenpan"
        if not kind:
            continue
        title, stop = _title(lower, found.end())
        following = lower[found.end() : stop + _BEHIND].partition(";")[0]
        told = not _TOLD.isdisjoint(before) or any(word in following for word in _GONE)
        result.append(Citation(kind, int(found[1]), int(found[2]), start, found.end(), title, stop, told))
    return tuple(result)


def _kind(lower: str, at: int) -> tuple[str, int, list[str]]:
    """The kind named just before a number, where it starts, and the few words before it in the same item."""
    kinds = pairs("jenis-peraturan")
    low = max(0, at - _REACH)
    found: list[tuple[str, int]] = []
    for word in lower[low:at].translate(_MARKS).split(" "):
        if word:
            found.append((word, low))
        low += len(word) + 1
    while found and found[-1][0] in _FILLERS:
        found.pop()
    words = [each for each, _ in found]
    for size in range(min(_LONGEST_KIND, len(words)), 0, -1):
        kind = kinds.get(" ".join(words[-size:]))
        if kind:
            before = words[:-size][-_BEFORE:]
            ends = [number for number, each in enumerate(before, 1) if each.endswith(";")]
            return kind, found[-size][1], before[ends[-1] :] if ends else before
    return "", at, []


def _title(lower: str, at: int) -> tuple[int, int]:
    """Where the title of a citation stands that ends at `at`; an empty stretch when none is given."""
    start = at + len(lower[at:]) - len(lower[at:].lstrip(" ,"))
    if lower.startswith("(", start):
        start = lower.find(")", start) + 1 or start
        start += len(lower[start:]) - len(lower[start:].lstrip(" ,"))
    if not lower.startswith("tentang ", start):
        return at, at
    start += len("tentang ")
    found = [lower.find(end, start) for end in _TITLE_ENDS]
    stop = min([each for each in found if each >= 0], default=len(lower))
    return start, start + len(lower[start:stop].rstrip(" ,."))
