"""What a decree says of itself: number, subject, date, office."""

import re
from typing import NamedTuple

from iki_lint.decree.model import Decree, text
from iki_lint.decree.tree import Map
from iki_lint.messages import say
from iki_lint.reports.html.view import short

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


class Head(NamedTuple):
    """The head of a decree, each part empty where the decree does not say it; `date` in words."""

    office: str = ""
    number: str = ""
    subject: str = ""
    date: str = ""


def head_of(decree: Decree | None, lang: str) -> Head:
    """The head of a decree, as it is written there."""
    if decree is None:
        return Head()
    office = [_value(decree, "unit_kerja", key) for key in ("nama", "kabupaten_kota")]
    place, day = _value(decree, "keputusan", "tempat"), _day(_value(decree, "keputusan", "tanggal"), lang)
    return Head(
        ", ".join(part for part in office if part),
        _value(decree, "keputusan", "nomor"),
        _value(decree, "keputusan", "tentang"),
        ", ".join(part for part in (place, day) if part) if day else "",
    )


def _value(decree: Decree, part: str, key: str) -> str:
    node = decree.root.items.get(part)
    found = text(node, key) if isinstance(node, Map) else None
    return short(found.value.strip(), 400) if found is not None else ""


def _day(written: str, lang: str) -> str:
    """A day in words, "27 Januari 2023"; what is no such date stays as it is."""
    found = _ISO.fullmatch(written)
    months = say("laman-bulan", lang).split(" ")
    if found is None or not 1 <= int(found[2]) <= len(months):
        return written
    return f"{int(found[3])} {months[int(found[2]) - 1]} {found[1]}"
