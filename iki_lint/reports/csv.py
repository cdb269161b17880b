"""Every finding as a row of a table, for Excel as it is set up in an Indonesian office.

There a comma is the decimal mark and cells are divided by semicolons; the mark at the beginning tells Excel that the
text is UTF-8. A cell that Excel would take for a formula, a number or a date, and which is neither, gets an
apostrophe in front.
"""

import csv
import io
import re
from collections.abc import Iterator

from iki_lint.findings import FileReport, Finding, Report
from iki_lint.messages import say
from iki_lint.reports.escape import escape
from iki_lint.reports.style import Style

BOM = "\ufeff"

# What begins a formula, also in its wide form; what is all figures and marks may be a date to Excel.
_TAKEN_AMISS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\d\s.,:/()%-]+$")


LONGEST = 32_000
"""So many characters of a text are written: Excel breaks a cell of more than 32,767."""


def render(report: Report, style: Style) -> str:
    """The table with a row of titles; rows end in CR LF, and no cell holds a line break."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(say("csv-kepala", style.lang).split(";"))
    for file in report.files:
        writer.writerows(_row(file, finding, style.lang) for finding in file.findings)
    return BOM + out.getvalue()


def _row(file: FileReport, finding: Finding, lang: str) -> Iterator[str | int]:
    """The cells of a finding; what is unknown is empty."""
    yield _cell(file.path)
    yield from finding.place or ("",) * 4
    fix = finding.fix and say("csv-perbaikan-aman" if finding.fix.safe else "csv-perbaikan-tak-aman", lang)
    related = (
        f"{each.message} ({say('tempat-baris', lang, baris=each.place.line) if each.place else each.pointer})"
        for each in finding.related
    )
    yield say(f"tingkat-{finding.severity}", lang)
    for text in (
        finding.code,
        finding.name,
        finding.position,
        finding.id,
        finding.message,
        finding.text,
        finding.suggestion,
        fix,
        ", ".join(related),
        ", ".join(finding.basis),
        finding.address,
        finding.pointer,
    ):
        yield _cell(text or "")


def _cell(text: str) -> str:
    """Text that a spreadsheet shows as it is."""
    text = escape(text)
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    return f"'{text}" if _TAKEN_AMISS.match(text) else text
