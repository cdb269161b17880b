"""The small print under a finding: proposal, whereabouts, the other places."""

from collections.abc import Iterator

from iki_lint.findings import Finding
from iki_lint.messages import say
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.fold import Group

MOST_PLACES = 8
MOST_RELATED = 3


def number(value: int, lang: str) -> str:
    """A whole number with the thousands marks of the language: 2.039 in Indonesian, 2,039 in English."""
    return f"{value:,}".replace(",", ".") if lang == "id" else f"{value:,}"


def notes(group: Group, lang: str) -> Iterator[str]:
    """The notes on a group, unescaped, one sentence each."""
    finding = group.first
    if finding.suggestion:
        yield say("catatan-saran", lang, saran=finding.suggestion)
    if any(each.fix for each in group.findings):
        safe = any(each.fix and each.fix.safe for each in group.findings)
        yield say("catatan-perbaikan" if safe else "catatan-perbaikan-tak-aman", lang)
    for related in finding.related[:MOST_RELATED]:
        at = say("tempat-baris", lang, baris=related.place.line) if related.place else related.pointer
        yield say("catatan-terkait", lang, pesan=related.message, tempat=at)
    if len(finding.related) > MOST_RELATED:
        yield say("catatan-terkait-lain", lang, jumlah=number(len(finding.related) - MOST_RELATED, lang))
    place = _whereabouts(finding)
    if len(group.findings) > 1:
        kali, tempat = number(len(group.findings), lang), places(group, lang)
        yield say("catatan-kali-pada" if place else "catatan-kali", lang, kali=kali, tempat=tempat, pertama=place)
    elif where := place or ("" if finding.place else finding.pointer):
        yield say("catatan-pada", lang, tempat=where)
    if finding.address:
        yield say("catatan-alamat", lang, alamat=finding.address)


def places(group: Group, lang: str) -> str:
    """Where the findings of a group are, the first eight by name, the others by number."""
    seen = dict.fromkeys([f.place.line if f.place else _elsewhere(f) for f in group.findings])
    named = ", ".join(map(str, list(seen)[:MOST_PLACES]))
    if group.first.place:
        named = say("tempat-baris", lang, baris=named)
    rest = len(seen) - MOST_PLACES
    return say("tempat-lain", lang, tempat=named, lain=number(rest, lang)) if rest > 0 else named


def wrapped(text: str, width: int, first: str, other: str) -> Iterator[str]:
    """`text`, escaped, in lines of `width` columns; a word that is wider stands alone and is not cut."""
    line = first
    size, used = len(first), False
    for word in escape(text).split(" "):
        wide = columns(word)
        if used and size + 1 + wide > width:
            yield line
            line, size, used = other, len(other), False
        line = f"{line} {word}" if used else line + word
        size += wide + used
        used = True
    yield line


def _whereabouts(finding: Finding) -> str:
    parts = [finding.position, f"id {finding.id}" if finding.id else None]
    return ", ".join(part for part in parts if part)


def _elsewhere(finding: Finding) -> str:
    return finding.address or finding.id or finding.pointer
