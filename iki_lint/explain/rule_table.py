"""All rules at a glance: for people at a terminal, and as the index of the pages."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from iki_lint.explain.cards import Card
from iki_lint.explain.page import Block, Page, Prose, Section, Table
from iki_lint.explain.rule_page import severities
from iki_lint.messages import say
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.groups import group_title, in_order
from iki_lint.reports.notes import number, wrapped
from iki_lint.reports.palette import Palette
from iki_lint.reports.rule_help import with_gaps

_GAP = "  "
_MARKS = {(): "", ("safe",): "fix", ("unsafe",): "fix!", ("safe", "unsafe"): "fix!"}


def rule_table(chosen: Sequence[Card], lang: str, width: int, palette: Palette) -> str:
    """Two lines for each rule, below its group: code, severity, name and whether `fix` mends it; what it says."""
    return "".join(f"{line}\n" for line in _lines(chosen, lang, width, palette))


def index_page(chosen: Sequence[Card], lang: str) -> Page:
    """The rules in tables, one for each group."""
    head = tuple(say(f"daftar-kolom-{column}", lang) for column in ("kode", "nama", "tingkat", "fix", "kalimat"))
    sections = [
        Section(_title(group, lang), (Table(head, tuple(_row(card, lang) for card in cards)),))
        for group, cards in grouped(chosen)
    ]
    opening: tuple[Block, ...] = (Prose(say("daftar-laman-pengantar", lang)), Prose(say("daftar-aturan-fix", lang)))
    return Page(say("daftar-aturan-judul", lang), opening, tuple(sections))


def grouped(chosen: Sequence[Card]) -> list[tuple[str, list[Card]]]:
    """The rules of each group, the groups in the order in which a decree is read."""
    by_group = {group: list(cards) for group, cards in groupby(chosen, lambda card: card.group)}
    return [(group, by_group[group]) for group in in_order(by_group)]


def _lines(chosen: Sequence[Card], lang: str, width: int, palette: Palette) -> Iterator[str]:
    widest = max(columns(severities(card, lang)) for card in chosen)
    for group, cards in grouped(chosen):
        yield f"{palette.strong}{escape(_title(group, lang))}{palette.reset}"
        for card in cards:
            shown = severities(card, lang)
            color = palette.severity(card.severities[0])
            severity = f"{color}{shown}{palette.reset}{' ' * (widest - columns(shown))}"
            code = f"{palette.strong}{escape(card.rule.code)}{palette.reset}"
            yield f"  {code}{_GAP}{severity}{_GAP}{escape(' '.join(_marked(card, lang)))}".rstrip()
            indent = " " * (2 + columns(escape(card.rule.code)) + len(_GAP))
            yield from wrapped(with_gaps(getattr(card.rule.message, lang)), width, indent, indent)
        yield ""
    yield from wrapped(say("daftar-aturan-jumlah", lang, jumlah=number(len(chosen), lang)), width, "", "")
    if any(card.mends for card in chosen):
        yield from wrapped(say("daftar-aturan-fix", lang), width, "", "")
    if any(card.mandatory for card in chosen):
        yield from wrapped(say("daftar-aturan-wajib", lang), width, "", "")


def _marked(card: Card, lang: str) -> Iterator[str]:
    """The name of a rule, and what is special about it."""
    yield card.rule.name
    marks = [_MARKS[card.mends], say("aturan-wajib", lang) if card.mandatory else ""]
    yield from (f"[{mark}]" for mark in marks if mark)


def _title(group: str, lang: str) -> str:
    return f"{group_title(group, lang)} ({group})"


def _row(card: Card, lang: str) -> tuple[str, ...]:
    sentence = with_gaps(getattr(card.rule.message, lang))
    return card.rule.code, card.rule.name, severities(card, lang), _MARKS[card.mends], sentence
