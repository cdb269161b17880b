"""Part C: the findings, equal ones once, the worst first; and those that a person has set aside."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from iki_lint.catalog import load_catalog
from iki_lint.findings import Finding
from iki_lint.reports.fold import Chapter, Group, fold, rank
from iki_lint.reports.sheet.matter import Matter, duty
from iki_lint.reports.sheet.place import where, whose
from iki_lint.reports.sheet.pointers import cell_at
from iki_lint.reports.sheet.record import Band, Block, Choice, Column, Heading, Paragraph, Row, Section, Styled, Table
from iki_lint.reports.sheet.words import SEEN, around, evidence, short_title, shortened

FEW = 40
"""Up to so many different findings are all told in the sheet itself."""

IN_SHEET = {"error": 3, "warning": 1, "info": 0}
"""How many different findings of one rule the sheet itself tells, beyond that."""

IN_ATTACHMENT = {"error": 1_000, "warning": 4, "info": 0}
"""How many more are printed in the attachment."""

LONGEST_QUOTE, LONGEST_CELL, LONGEST_PROPOSAL = 140, 100, 200
STATES = ("buka", "diperbaiki", "diabaikan")


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
    blocks.append(_table(tuple(rows), matter) if rows else Paragraph(say("telaah-tidak-ada")))
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
    heading = Heading(matter.say("telaah-lampiran-temuan", lampiran=matter.say("telaah-lampiran-3")))
    return (
        Section(matter.say("lembar-temuan-lanjut"), (heading, _table(tuple(rows), matter)), True, True)
        if rows
        else None
    )


def _all_told(chapters: list[Numbered], matter: Matter) -> bool:
    return not matter.paper or sum(len(each.chapter.groups) for each in chapters) <= FEW


def _table(rows: tuple[Row, ...], matter: Matter) -> Table:
    told = 36 if matter.paper else 80
    widths = (
        ("no", 9, "right"), ("kode", 14, "left"), ("tingkat", 17, "left"), ("jabatan", 33, "left"),
        ("lokasi", 26, "left"), ("kutipan", 38, "left"), ("kriteria", told, "left"), ("usulan", 37, "left"),
        ("penanggung", 20, "left"), ("tanggapan", 24, "left"), ("status", 19, "left"),
    )  # fmt: skip
    columns = [Column(matter.say(f"kolom-telaah-{name}"), width, align) for name, width, align in widths]
    return Table(tuple(columns), rows, True)


def _told(each: Numbered, start: int, count: int, rest: str, matter: Matter) -> list[Row]:
    """A band on a rule and `count` of its groups from `start`; the sentence `rest` says where the others are."""
    chapter = each.chapter
    key = "telaah-kepala-aturan" if chapter.positions else "telaah-kepala-naskah"
    counts = {"temuan": chapter.total, "jabatan": chapter.positions, "rumusan": len(chapter.groups)}
    groups = chapter.groups[start : start + count]
    first = each.first + start
    parts = [_grounds(groups[0].first, matter)]
    if left := chapter.groups[start + count :]:
        spans = {"dari": first + len(groups), "sampai": first + len(groups) + len(left) - 1}
        amount = sum(len(group.findings) for group in left)
        parts.append(matter.say(rest, lampiran=matter.say("telaah-lampiran-3"), temuan=amount, **spans))
    head = Band(matter.say(key, kode=chapter.code, nama=chapter.name, **counts), " ".join(filter(None, parts)))
    return [head, *(_row(first + at, group, (first, groups[0]), matter) for at, group in enumerate(groups))]


def _row(at: int, group: Group, before: tuple[int, Group], matter: Matter) -> Row:
    finding = group.first
    responsible = matter.say(f"kantor-{duty(finding.code)['penanggung']}")
    proposal = shortened(finding.suggestion or "", LONGEST_PROPOSAL, matter)
    if matter.paper and at != before[0] and finding.suggestion and finding.suggestion == before[1].first.suggestion:
        proposal = matter.say("telaah-idem", nomor=before[0])
    if any(each.fix and each.fix.safe for each in group.findings):
        proposal = f"{proposal}\n{matter.say('telaah-otomatis')}".strip()
    return (
        matter.figure(at),
        Styled(finding.code, "strong"),
        matter.say(f"tingkat-{finding.severity}"),
        whose(group.findings, matter),
        where(group.findings, matter),
        _quote(finding, matter),
        _criterion(at, finding, before, matter),
        proposal,
        responsible,
        "",
        Choice(tuple(matter.say(f"status-telaah-{state}") for state in STATES)),
    )


def _criterion(at: int, finding: Finding, before: tuple[int, Group], matter: Matter) -> str:
    """What is wrong; and why and on which basis, where no band above says it."""
    number, group = before
    if matter.paper and at != number and finding.message == group.first.message:
        return matter.say("telaah-idem", nomor=number)
    message = finding.message if finding.message.endswith((".", "!", "?")) else f"{finding.message}."
    return shortened(message, LONGEST_PROPOSAL, matter) if matter.paper else f"{message} {_grounds(finding, matter)}"


def _grounds(finding: Finding, matter: Matter) -> str:
    """Why a rule speaks and on which basis."""
    sources = "; ".join(_source(key, matter) for key in finding.basis if evidence(key) in SEEN)
    basis = matter.say("telaah-dasar-butir", dasar=sources) if sources else ""
    return " ".join(part for part in (_why(finding.code, matter.lang), basis) if part)


def _quote(finding: Finding, matter: Matter) -> str:
    """The words in question, and the cell that they stand in where they are only a part of it."""
    words = finding.text.strip()
    cell = cell_at(matter.decree.root, finding.pointer).strip()
    quoted = shortened(words, LONGEST_QUOTE, matter) or matter.say("telaah-kosong")
    if not words or not cell or words == cell:
        return quoted
    shown = around(cell, cell.find(words), LONGEST_CELL, matter)
    return f"{quoted}\n{matter.say('telaah-dalam', sel=shown)}"


def _source(key: str, matter: Matter) -> str:
    title = short_title(key)
    return title if evidence(key) == "dibaca" else matter.say("telaah-bukti-dikutip", judul=title)


@cache
def _why(code: str, lang: str) -> str:
    found = [rule for rule in load_catalog().rules if rule.code == code and not rule.case]
    return getattr(found[0].why, lang) if found else ""


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
            _quote(each.groups[0].first, matter),
            shortened(each.groups[0].first.suggestion or "", LONGEST_PROPOSAL, matter),
            say(f"kantor-{duty(each.code)['penanggung']}"),
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
            _quote(each.finding, matter),
            each.reason,
            each.until or "",
        )
        for at, each in enumerate(matter.report.overruled, 1)
    )
    return Table(columns, rows, True)
