"""What to write into a document: equal findings once, the worst first, and no more than a person reads."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from iki_lint.findings import Finding
from iki_lint.messages import say
from iki_lint.reports.escape import escape
from iki_lint.reports.fold import Chapter, Group, fold, rank
from iki_lint.reports.notes import number

MOST = 150
MOST_PLACES = 3

AUTHOR = "iki-lint"
"""Who signs what is written, and by whom it is known again."""


class Remark(NamedTuple):
    """One remark, ready to be written: where it goes, how bad it is ("galat"), the rule's code, and its sentences.

    `address` is None for what concerns the whole document. `findings` are all that it speaks for.
    """

    address: str | None
    severity: str
    level: str
    code: str
    message: str
    notes: tuple[str, ...]
    findings: tuple[Finding, ...]


class Remarks(NamedTuple):
    """The remarks that are written, and how many others there would be."""

    shown: tuple[Remark, ...]
    left: int


def remarks(findings: Iterable[Finding], lang: str, most: int = MOST) -> Remarks:
    """The remarks on a file's findings: errors first, the rules taking turns, so that none crowds out another."""
    groups = list(in_turn(fold(findings)))
    return Remarks(tuple(_remark(group, lang) for group in groups[:most]), max(len(groups) - most, 0))


def summary(made: Remarks, findings: int, lang: str) -> str:
    """What a reader of the copy should know first."""
    key = "catatan-ringkasan-sebagian" if made.left else "catatan-ringkasan"
    counts = {"temuan": findings, "catatan": len(made.shown), "sisa": made.left}
    return say(key, lang, **{name: number(value, lang) for name, value in counts.items()})


def in_turn(chapters: list[Chapter]) -> Iterator[Group]:
    """The groups of findings, the worst first, rules taking turns so that none crowds out another."""
    for severity in sorted({chapter.severity for chapter in chapters}, key=rank):
        queues = [chapter.groups for chapter in chapters if chapter.severity == severity]
        for turn in zip_longest(*queues):
            yield from (group for group in turn if group is not None)


def _remark(group: Group, lang: str) -> Remark:
    first = group.first
    said = [say("catatan-saran", lang, saran=first.suggestion)] if first.suggestion else []
    others = list(dict.fromkeys(f.address or f.id or f.pointer for f in group.findings[1:]))
    if others:
        places = "; ".join(others[:MOST_PLACES])
        left = len(others) - MOST_PLACES
        if left > 0:
            places = say("tempat-lain", lang, tempat=places, lain=number(left, lang))
        said.append(say("catatan-sama", lang, jumlah=number(len(group.findings) - 1, lang), tempat=places))
    level = say(f"tingkat-{first.severity}", lang)
    sentences = tuple(escape(sentence) for sentence in said)
    return Remark(
        first.address, first.severity, level, first.code, escape(first.message), sentences, tuple(group.findings)
    )
