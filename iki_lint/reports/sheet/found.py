"""Part C: the findings, equal ones once, the worst first; and those that a person has set aside."""

from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.findings import Finding
from iki_lint.reports.fold import Chapter, fold, rank
from iki_lint.reports.sheet.finding_row import (
    LONGEST_PROPOSAL,
    finding_row,
    finding_table,
    grounds,
    quote,
    responsible,
)
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.place import where, whose
from iki_lint.reports.sheet.record import Band, Block, Column, Heading, Paragraph, Row, Section, Styled, Table
from iki_lint.reports.sheet.words import shortened

FEW = 40
"""Up to so many different findings are all told in the sheet itself."""

IN_SHEET = {"error": 3, "warning": 1, "info": 0}
"""How many different findings of one rule the sheet itself tells, beyond that."""

IN_ATTACHMENT = {"error": 150, "warning": 4, "info": 0}
"""How many more are printed in the attachment."""


class Numbered(NamedTuple):
    """A chapter with the number of its first group: every group has one number in all forms of a sheet."""

    first: int
    chapter: Chapter


def numbered(findings: Sequence[Finding]) -> list[Numbered]:
    """The chapters of a decree, the worst first, and of equals the most frequent."""
    chapters = sorted(fold(findings), key=lambda each: (rank(each.severity), -each.total, each.code))
    made, at = [], 1
    for chapter in chapters:
        made.append(Numbered(at, chapter))
        at += len(chapter.groups)
    return made


def part_c(matter: Matter) -> Section:
    """The findings; on paper, of many only some of each rule."""
    say = matter.say
    chapters = numbered(matter.report.findings)
    all_told = _all_told(chapters, matter)
    blocks: list[Block] = [Heading(say("telaah-c"))]
    if chapters:
        blocks.append(Paragraph(say("telaah-c-isi", berkas=matter.document), "note"))
    if not all_told:
        few = {"galat": IN_SHEET["error"], "peringatan": IN_SHEET["warning"], "lampiran": say("telaah-lampiran-3")}
        blocks.append(Paragraph(say("telaah-c-rinci", **few), "note"))
    rows: list[Row] = []
    for each in chapters:
        told = len(each.chapter.groups) if all_told else IN_SHEET.get(each.chapter.severity, 0)
        if told:
            rows += _told(each, 0, told, "telaah-lanjutan", matter)
    blocks.append(finding_table(tuple(rows), matter) if rows else Paragraph(say("telaah-tidak-ada")))
    if not all_told:
        blocks += _informed(chapters, matter)
    blocks += [Heading(say("telaah-diabaikan"), 2), _overruled(matter)]
    return Section(say("lembar-temuan"), tuple(blocks), bool(rows or matter.report.overruled))


def more_findings(matter: Matter) -> Section | None:
    """What the sheet itself does not tell of errors and warnings; None when it tells all."""
    chapters = numbered(matter.report.findings)
    if _all_told(chapters, matter):
        return None
    rows: list[Row] = []
    for each in chapters:
        told = IN_SHEET.get(each.chapter.severity, 0)
        more = IN_ATTACHMENT.get(each.chapter.severity, 0)
        if told and len(each.chapter.groups) > told:
            rows += _told(each, told, more, "telaah-tak-dicetak", matter)
    if not rows:
        return None
    heading = Heading(matter.say("telaah-lampiran-temuan", lampiran=matter.say("telaah-lampiran-3")))
    return Section(matter.say("lembar-temuan-lanjut"), (heading, finding_table(tuple(rows), matter)), True, True)


def _all_told(chapters: list[Numbered], matter: Matter) -> bool:
    return not matter.paper or sum(len(each.chapter.groups) for each in chapters) <= FEW


def _told(each: Numbered, start: int, count: int, rest: str, matter: Matter) -> list[Row]:
    """A band on a rule and `count` of its groups from `start`; the sentence `rest` says where the others are."""
    chapter = each.chapter
    key = "telaah-kepala-aturan" if chapter.positions else "telaah-kepala-naskah"
    counts = {"temuan": chapter.total, "jabatan": chapter.positions, "rumusan": len(chapter.groups)}
    groups = chapter.groups[start : start + count]
    first = each.first + start
    parts = [grounds(groups[0].first, matter)]
    if left := chapter.groups[start + count :]:
        spans = {"dari": first + len(groups), "sampai": first + len(groups) + len(left) - 1}
        amount = sum(len(group.findings) for group in left)
        parts.append(matter.say(rest, lampiran=matter.say("telaah-lampiran-3"), temuan=amount, **spans))
    head = Band(matter.say(key, kode=chapter.code, nama=chapter.name, **counts), " ".join(filter(None, parts)))
    return [head, *(finding_row(first + at, group, (first, groups[0]), matter) for at, group in enumerate(groups))]


def _informed(chapters: list[Numbered], matter: Matter) -> list[Block]:
    """How often each rule that only informs has spoken, with an example."""
    say = matter.say
    informing = [each.chapter for each in chapters if not IN_SHEET.get(each.chapter.severity, 0)]
    if not informing:
        return []
    columns = (
        Column(say("kolom-telaah-kode"), 16),
        Column(say("kolom-telaah-aturan"), 46),
        Column(say("kolom-telaah-temuan"), 17, "right"),
        Column(say("kolom-telaah-jumlah-jabatan"), 16, "right"),
        Column(say("kolom-telaah-contoh"), 70),
        Column(say("kolom-telaah-usulan"), 75),
        Column(say("kolom-telaah-penanggung"), 30),
    )
    rows = tuple(
        (
            Styled(each.code, "strong"),
            each.name,
            matter.figure(each.total),
            matter.figure(each.positions),
            quote(each.groups[0].first, matter),
            shortened(each.groups[0].first.suggestion or "", LONGEST_PROPOSAL, matter),
            responsible(each.code, matter),
        )
        for each in informing
    )
    return [Heading(say("telaah-info"), 2), Paragraph(say("telaah-info-isi"), "note"), Table(columns, rows, True)]


def _overruled(matter: Matter) -> Block:
    """What a person has set aside: an evaluator must see it."""
    if not matter.report.overruled:
        return Paragraph(matter.say("telaah-tidak-ada"))
    widths = (("no", 9), ("kode", 16), ("tingkat", 19), ("jabatan", 45), ("lokasi", 38), ("kutipan", 55),
              ("alasan", 70), ("sampai", 24))  # fmt: skip
    columns = tuple(
        Column(matter.say(f"kolom-telaah-{name}"), width, "right" if name == "no" else "left") for name, width in widths
    )
    rows = tuple(
        (
            matter.figure(at),
            Styled(each.finding.code, "strong"),
            matter.say(f"tingkat-{each.finding.severity}"),
            whose([each.finding], matter),
            where([each.finding], matter),
            quote(each.finding, matter),
            each.reason,
            each.until or "",
        )
        for at, each in enumerate(matter.report.overruled, 1)
    )
    return Table(columns, rows, True)
