"""Offices and sections that a text names: "Kelurahan Maju", "Dinas Kesehatan", "Seksi Pelayanan"."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from iki_lint.facts.role import post_words
from iki_lint.language.classes import content
from iki_lint.language.distance import distance
from iki_lint.language.lexicon import pairs, table, words
from iki_lint.language.tokens import Word, normal_words, tokens

TERRITORY, FIELD = "wilayah", "urusan"
FIELD_WORDS = frozenset({"bidang", "urusan"})
LONGEST_SECTION = 8
_LONGEST_PLACE, _LONGEST_FIELD = 3, 6
_NO_NAME = frozenset({"kabupaten", "kota", "kab", "provinsi", "prov", "tahun", "nomor", "no"})


class Kind(NamedTuple):
    """A kind of office, how it is named (`wilayah`, `layanan`: by a place, `urusan`: by its work), and the kind above
    it, empty when there is none."""

    name: str
    group: str
    above: str


class Office(NamedTuple):
    """An office as it is named: its kind and the words of its name, none where only the kind is said."""

    kind: str
    name: tuple[str, ...]


class Section(NamedTuple):
    """A section as it is named: its kind (seksi, bidang) and the words of its name."""

    kind: str
    name: tuple[str, ...]


class Mention(NamedTuple):
    """An office in a text: the indexes of its first word and of the word behind it, and where it stands."""

    office: Office
    first: int
    behind: int
    start: int
    end: int


@lru_cache(maxsize=1)
def kinds() -> dict[str, Kind]:
    """The words that name an office, each with the kind it names."""
    return {
        each["kata"]: Kind(each["jenis"], each["golongan"], each.get("induk", "")) for each in table("jenis-kantor")
    }


@lru_cache(maxsize=8192)
def names_office(text: str) -> bool:
    """Whether a text has any word for an office, a section or a field: a cheap test before it is read."""
    return not _naming().isdisjoint(normal_words(text))


@lru_cache(maxsize=1)
def _naming() -> frozenset[str]:
    return words("sebutan-kantor-lain").union(kinds(), pairs("jenis-bagian"), FIELD_WORDS)


@lru_cache(maxsize=4096)
def offices_in(text: str) -> tuple[Mention, ...]:
    """The offices that a text names, in order; a name is what is written with capitals behind the kind."""
    return tuple(_mentions(text, tokens(text), kinds())) if names_office(text) else ()


def _mentions(text: str, said: tuple[Word, ...], known: dict[str, Kind]) -> Iterator[Mention]:
    for at, word in enumerate(said):
        kind = known.get(word.lower)
        if kind is None:
            continue
        first = at + 1
        if first < len(said) and said[first].lower == "negeri":
            first += 1
        longest = _LONGEST_FIELD if kind.group == FIELD else _LONGEST_PLACE
        behind = first
        while behind < min(len(said), first + longest) and _goes_on(text, said, behind, kind):
            behind += 1
        while behind > first and said[behind - 1].lower in words("kata-henti"):
            behind -= 1
        name = tuple([each.lower for each in said[first:behind]])
        last = said[behind - 1] if name else word
        yield Mention(Office(kind.name, name), at, behind if name else at + 1, word.start, last.end)


def _goes_on(text: str, said: tuple[Word, ...], at: int, kind: Kind) -> bool:
    """Whether a word goes on with the name before it: a capital or a number, behind nothing but a blank."""
    word, before = said[at], said[at - 1]
    parts = text[before.end : word.start]
    if kind.group == FIELD and word.lower == "dan":
        return not parts.strip()
    if parts.strip() and not (kind.group == FIELD and parts.strip() == ","):
        return False
    if word.lower in _NO_NAME or word.lower in kinds() or word.lower in pairs("jenis-bagian"):
        return False
    return (text[word.start].isupper() and word.lower not in words("kata-henti")) or word.lower.isdigit()


@lru_cache(maxsize=64)
def group_of(kind: str) -> str:
    """How offices of a kind are named."""
    return next(each.group for each in kinds().values() if each.name == kind)


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be of one office: equal, one the beginning or end of the other, or misspelt."""
    size = min(len(one), len(other))
    if one[:size] == other[:size] or one[-size:] == other[-size:]:
        return True
    digits = [[word for word in name if word.isdigit()] for name in (one, other)]
    return digits[0] == digits[1] and _near("".join(one), "".join(other))


def _near(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 4 and distance(one, other) <= 2


@lru_cache(maxsize=4096)
def section_of(name: str) -> Section | None:
    """The section that a post's name or unit names: "pelayanan umum" for "KEPALA SEKSI PELAYANAN UMUM"."""
    said = post_words(name)
    for at, word in enumerate(said[:-1]):
        if word in pairs("jenis-bagian"):
            behind = at + 1
            while behind < min(len(said), at + LONGEST_SECTION) and said[behind] not in kinds():
                behind += 1
            found = said[at + 1 : behind]
            return Section(pairs("jenis-bagian")[word], found) if found else None
    return None


def shares_matter(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names of sections have a word in common that says something."""
    return not (set(content(one)) - words("akar-umum-kinerja")).isdisjoint(content(other))
