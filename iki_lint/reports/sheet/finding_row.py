"""A finding as a row to be answered: whose, where, which words, what is wrong with them and why, and who mends it."""

from functools import cache

from iki_lint.catalog import catalog_shown
from iki_lint.findings import Finding
from iki_lint.reports.fold import Group
from iki_lint.reports.sheet.matter import Matter, duty
from iki_lint.reports.sheet.place import where, whose
from iki_lint.reports.sheet.pointers import cell_at
from iki_lint.reports.sheet.record import Choice, Column, Row, Styled, Table
from iki_lint.reports.sheet.words import SEEN, around, evidence, short_title, shortened

LONGEST_QUOTE, LONGEST_CELL, LONGEST_PROPOSAL = 140, 100, 200
STATES = ("buka", "diperbaiki", "diabaikan")


def finding_table(rows: tuple[Row, ...], matter: Matter) -> Table:
    """The table of such rows."""
    told = 36 if matter.paper else 80
    widths = (
        ("no", 9, "right"), ("kode", 14, "left"), ("tingkat", 17, "left"), ("jabatan", 33, "left"),
        ("lokasi", 26, "left"), ("kutipan", 38, "left"), ("kriteria", told, "left"), ("usulan", 37, "left"),
        ("penanggung", 20, "left"), ("tanggapan", 24, "left"), ("status", 19, "left"),
    )  # fmt: skip
    columns = [Column(matter.say(f"kolom-telaah-{name}"), width, align) for name, width, align in widths]
    return Table(tuple(columns), rows, True)


def finding_row(at: int, group: Group, before: tuple[int, Group], matter: Matter) -> Row:
    """The row of equal findings, number `at`; `before` is the first of its rule above, which need not be repeated."""
    finding = group.first
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
        quote(finding, matter),
        _criterion(at, finding, before, matter),
        proposal,
        responsible(finding.code, matter),
        "",
        Choice(tuple(matter.say(f"status-telaah-{state}") for state in STATES)),
    )


def responsible(code: str, matter: Matter) -> str:
    """Who mends what a rule finds."""
    return matter.say(f"kantor-{duty(code)['penanggung']}")


def _criterion(at: int, finding: Finding, before: tuple[int, Group], matter: Matter) -> str:
    """What is wrong; and why and on which basis, where no band above says it."""
    number, group = before
    if matter.paper and at != number and finding.message == group.first.message:
        return matter.say("telaah-idem", nomor=number)
    message = finding.message if finding.message.endswith((".", "!", "?")) else f"{finding.message}."
    return shortened(message, LONGEST_PROPOSAL, matter) if matter.paper else f"{message} {grounds(finding, matter)}"


def grounds(finding: Finding, matter: Matter) -> str:
    """Why a rule speaks and on which basis."""
    sources = "; ".join(_source(key, matter) for key in finding.basis if evidence(key) in SEEN)
    basis = matter.say("telaah-dasar-butir", dasar=sources) if sources else ""
    return " ".join(part for part in (_why(finding.code, matter.lang, catalog_shown().digest), basis) if part)


def quote(finding: Finding, matter: Matter) -> str:
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
def _why(code: str, lang: str, digest: str) -> str:
    found = [rule for rule in catalog_shown().rules if rule.code == code and not rule.case]
    return getattr(found[0].why, lang) if found else ""
