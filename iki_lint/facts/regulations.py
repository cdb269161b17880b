"""What is known of regulations, and from when on a decree could know it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from iki_lint.decree.model import Decree, text
from iki_lint.decree.tree import Map
from iki_lint.language.lexicon import table
from iki_lint.language.tokens import normal_words
from iki_lint.patterns import pattern

_LABELS = {
    "uu": "UU",
    "perppu": "Perppu",
    "pp": "PP",
    "perpres": "Perpres",
    "inpres": "Inpres",
    "permenpan": "PermenPANRB",
    "permendagri": "Permendagri",
}
_SMALL = frozenset(
    {"dan", "di", "atas", "tentang", "serta", "dalam", "pada", "untuk", "yang", "terhadap", "antara", "dengan"}
)
_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DRAFT = "9999-12-31"


class Regulation(NamedTuple):
    """One known regulation. `known` and `replaced_known` are false for what is only remembered; dates are ISO."""

    key: tuple[str, int, int]
    name: str
    title: str
    short: frozenset[str]
    known: bool
    since: str
    replaced_by: str
    replaced_since: str
    replaced_known: bool

    @property
    def words(self) -> frozenset[str]:
        """The words of its title that carry its meaning."""
        return _words(self.title)


class Change(NamedTuple):
    """One amendment of a regulation: which one made it, and since when it could be known."""

    key: tuple[str, int, int]
    name: str
    since: str
    known: bool


@lru_cache(maxsize=1)
def regulations() -> Mapping[str, Regulation]:
    """The known regulations by their key in the table."""
    return {each["kunci"]: _regulation(each) for each in table("peraturan")}


@lru_cache(maxsize=1)
def by_number() -> Mapping[tuple[str, int, int], Regulation]:
    """The known regulations by kind, number and year."""
    return {each.key: each for each in regulations().values()}


@lru_cache(maxsize=1)
def changes() -> Mapping[tuple[str, int, int], list[Change]]:
    """The amendments of a regulation, oldest first."""
    found: dict[tuple[str, int, int], list[Change]] = {}
    for each in table("peraturan-perubahan"):
        key = _key(each)
        change = Change(key, _name(each), _date(each["sejak"]), each["bukti"] != "ingatan")
        found.setdefault(regulations()[each["peraturan"]].key, []).append(change)
    return found


def title_words(title: str) -> list[str]:
    """The words of a title that carry its meaning, in the form that is compared."""
    return [word for word in normal_words(title) if word not in _SMALL]


@lru_cache(maxsize=256)
def _words(title: str) -> frozenset[str]:
    return frozenset(title_words(title))


def date_of(decree: Decree) -> str:
    """The earliest day on which the decree can have been signed; what has no date at all is a draft of today."""
    head = decree.root.items.get("keputusan")
    if not isinstance(head, Map):
        return _DRAFT
    date = _value(head, "tanggal")
    parts = date.split("-")
    if [len(part) for part in parts] in ([4, 2, 2], [4, 2]) and "".join(parts).isdigit():
        return date if len(parts) > 2 else f"{date}-01"
    period = head.items.get("periode")
    for written in (date, _value(head, "nomor"), _value(period, "dari") if isinstance(period, Map) else ""):
        if years := _YEAR.findall(written):
            return f"{years[-1]}-01-01"
    return _DRAFT


def _value(node: Map, key: str) -> str:
    found = text(node, key)
    return found.value if found is not None else ""


def _regulation(each: Mapping[str, Any]) -> Regulation:
    return Regulation(
        _key(each),
        each.get("sebutan") or _name(each),
        each["judul"],
        frozenset(each.get("singkatan", ())),
        each["bukti"] != "ingatan",
        _date(each.get("sejak") or each["tahun"]),
        each.get("diganti", ""),
        _date(each["diganti_sejak"]) if "diganti_sejak" in each else "",
        each.get("bukti_diganti") in ("dibaca", "dikutip"),
    )


def _key(each: Mapping[str, Any]) -> tuple[str, int, int]:
    return each["jenis"], int(each["nomor"]), int(each["tahun"])


def _name(each: Mapping[str, Any]) -> str:
    return f"{_LABELS[each['jenis']]} {each['nomor']}/{each['tahun']}"


def _date(written: object) -> str:
    """A date as it stands; of a year its last day, so that nothing is held against a decree of the same year."""
    found = str(written)
    return found if "-" in found else f"{found}-12-31"
