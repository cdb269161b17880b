"""Parts F and G: what is ticked before the decree is signed, and who signs the sheet."""

from collections.abc import Iterable
from typing import Any

from iki_lint.findings import SEVERITIES, Finding
from iki_lint.language.lexicon import table
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.record import Block, Column, Heading, Paragraph, Row, Section, Signature, Signatures, Styled
from iki_lint.reports.sheet.record import Table as Grid

MOST_CODES = 6
"""How many codes a hint names."""


def closing(matter: Matter) -> Section:
    """The list to tick and the boxes to sign in."""
    say = matter.say
    columns = (
        Column(say("kolom-telaah-centang"), 8, "centre"),
        Column(say("kolom-telaah-butir"), 66),
        Column(say("kolom-telaah-pemeriksa"), 28),
        Column(say("kolom-telaah-petunjuk"), 48),
        Column(say("kolom-telaah-catatan"), 24),
    )
    rows = tuple(_item(record, matter) for record in table("telaah-periksa"))
    parties = tuple(
        Signature(say(f"paraf-{record['tindakan']}"), say(f"kantor-{record['pihak']}"))
        for record in table("telaah-paraf")
    )
    labels = (say("paraf-nama"), say("paraf-nip"), say("paraf-tanggal"))
    blocks: tuple[Block, ...] = (
        Heading(say("telaah-f")),
        Paragraph(say("telaah-f-isi"), "note"),
        Grid(columns, rows),
        Heading(say("telaah-g")),
        Signatures(parties, labels),
    )
    return Section(say("lembar-paraf"), blocks, attached=True)


def _item(record: dict[str, Any], matter: Matter) -> Row:
    return (
        Styled("☐", "tick"),
        matter.say(f"periksa-{record['butir']}"),
        matter.say(f"kantor-{record['pemeriksa']}"),
        Styled(hint(record, matter), "proposed"),
        "",
    )


def hint(record: dict[str, Any], matter: Matter) -> str:
    """What the findings say on an item of the list; never that it is in order."""
    rules = tuple(record.get("aturan", ("",)))
    if record.get("bagian") == "iku" and not matter.decree.goals:
        return matter.say("telaah-f-tanpa-iku")
    found = [each for each in matter.report.findings if each.code.startswith(rules) and _concerned(each, record)]
    if not found:
        return matter.say("telaah-f-tanpa" if matter.all_ran(rules) else "telaah-f-tak-dijalankan")
    counts = {severity: sum(each.severity == severity for each in found) for severity in SEVERITIES}
    return matter.say("telaah-f-temuan", kode=_codes(found, matter), **counts)


def _concerned(finding: Finding, record: dict[str, Any]) -> bool:
    part, severity = record.get("bagian"), record.get("tingkat")
    return (part is None or finding.pointer.startswith(f"/{part}/")) and severity in (None, finding.severity)


def _codes(found: Iterable[Finding], matter: Matter) -> str:
    codes = sorted({each.code for each in found})
    named = ", ".join(codes[:MOST_CODES])
    rest = len(codes) - MOST_CODES
    return matter.say("telaah-dan-lain", nama=named, jumlah=rest) if rest > 0 else named
