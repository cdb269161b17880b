"""STR010: what identifies a decree (number, date, signatory) is missing, incomplete or contradictory."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import field_texts, filled, text
from iki_lint.decree.tree import Map, Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.facts.dates import digits_of, is_unfilled, nip_defect, year_of_day, year_of_number, years_in
from iki_lint.facts.subjects import value

_ELECTED = r"\b(?:gubernur|bupati|wali ?kota|menteri|presiden)\b"
_BODY = ("menimbang", "mengingat", "diktum")


def incomplete_identity(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """The defects of `keputusan`. What holds no part of a decree is an annex by itself, which is said once."""
    decree = context.decree.root.items.get("keputusan")
    if not isinstance(decree, Map):
        # Shown where the decree would stand: at the beginning of the file.
        version = text(context.decree.root, "versi_format")
        yield Hit(None, version, "/versi_format" if version else "", 0, 0, "lampiran-saja")
        return
    body = any(_has(decree, key) for key in _BODY)
    if not body and not any(_has(decree, key) for key in ("nomor", "tanggal", "penandatangan")):
        yield _hit(decree, "nomor", "lampiran-saja")
        return
    yield from _title(decree, body)
    yield from _date(decree)
    yield from _signatory(decree)
    yield from _period(decree)


def _has(decree: Map, key: str) -> bool:
    """Whether a field, or any item of a list, is not empty."""
    found = decree.items.get(key)
    return isinstance(found, Map) or any(filled(each) for each in field_texts(found))


def _title(decree: Map, body: bool) -> Iterator[Hit]:
    if not _has(decree, "nomor"):
        yield _hit(decree, "nomor", "" if body else "tanpa-naskah")
    elif is_unfilled(value(text(decree, "nomor"))):
        yield _hit(decree, "nomor", "nomor-rumpang")
    if not _has(decree, "tentang"):
        yield _hit(decree, "tentang", "tentang")
    # Only where the decree itself was written down: a file may do without its words.
    if not _has(decree, "diktum") and ("diktum" in decree.items or _has(decree, "menimbang")):
        yield _hit(decree, "diktum", "diktum")


def _date(decree: Map) -> Iterator[Hit]:
    if not _has(decree, "tempat"):
        yield _hit(decree, "tempat", "tempat")
    if not _has(decree, "tanggal"):
        yield _hit(decree, "tanggal", "tanggal-kosong")
        return
    year = year_of_day(value(text(decree, "tanggal")))
    numbered = year_of_number(value(text(decree, "nomor")).strip())
    if year is None:
        yield _hit(decree, "tanggal", "tanggal")
    elif numbered and numbered != year:
        yield _hit(decree, "nomor", "tahun-nomor", {"nomor": str(numbered), "tanggal": str(year)})


def _signatory(decree: Map) -> Iterator[Hit]:
    signatory = decree.items.get("penandatangan")
    if not isinstance(signatory, Map):
        # Of a decree of the elected, who have no NIP, an importer may not see who signs.
        if not any(_by_elected(each.value) for key in _BODY for each in field_texts(decree.items.get(key))):
            yield _hit(decree, "penandatangan", "penandatangan")
        return
    for key in ("jabatan", "nama"):
        if not _has(signatory, key):
            yield _hit(signatory, key, key, below="penandatangan/")
    number = text(signatory, "nip")
    if number is None or not digits_of(number.value):
        if not value(number).strip(" .-_") and not re.search(_ELECTED, value(text(signatory, "jabatan")), re.I):
            yield _hit(signatory, "nip", "nip-kosong", below="penandatangan/")
        return
    defect = nip_defect(number.value)
    if defect:
        # Only its end is quoted: a NIP tells a date of birth.
        end = len(number.value.rstrip())
        args = {"angka": str(len(digits_of(number.value)))}
        yield Hit(None, number, "/keputusan/penandatangan/nip", max(0, end - 2), end, defect, args)


def _by_elected(written: str) -> bool:
    """Whether words of a decree name it as one of a regent, a mayor or above: "Keputusan Bupati ini"."""
    return re.search(rf"\bkeputusan\s+{_ELECTED}(?:\s+\w+){{0,3}}?\s+(?:ini|tentang)\b", written, re.I) is not None


def _period(decree: Map) -> Iterator[Hit]:
    period = decree.items.get("periode")
    if not isinstance(period, Map):
        return
    first, last = (years_in(value(text(period, key))) for key in ("dari", "sampai"))
    if not first or not last:
        return
    start, end = first[0], last[-1]
    year = year_of_day(value(text(decree, "tanggal")))
    titled = years_in(value(text(decree, "tentang")))
    case, key, other = "", "dari", year
    if start > end:
        case = "periode-terbalik"
    elif titled and (titled[-1] < start or titled[0] > end):
        case, other = "periode-judul", titled[0]
    elif year and end < year:
        case, key = "periode-lewat", "sampai"
    elif year and not titled and start < year:
        case = "periode"
    if case:
        args = {"dari": str(start), "sampai": str(end), "tahun": str(other or "")}
        yield _hit(period, key, case, args, below="periode/")


def _hit(node: Map, key: str, case: str, args: Mapping[str, str] | None = None, below: str = "") -> Hit:
    """A hit at the field, or, when that is missing, at the first text beside it."""
    found, at = node.items.get(key), key
    if not isinstance(found, Text):
        beside = ((name, each) for name, each in node.items.items() if isinstance(each, Text) and each.value)
        at, found = next(beside, ("", None))
    return Hit(None, found, f"/keputusan/{below}{at}".rstrip("/"), case=case, args=args or {})
