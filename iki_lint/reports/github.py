"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request.

GitHub shows ten annotations of each kind for a step and drops the others without a word. Equal findings are one here,
the most frequent of every rule come first, and a last notice says how many are not shown.
"""

from typing import NamedTuple

from iki_lint.decree.source import Place
from iki_lint.findings import SEVERITIES, FileReport, Report
from iki_lint.messages import say
from iki_lint.reports.address import slashed
from iki_lint.reports.escape import escape
from iki_lint.reports.fold import Group, fold
from iki_lint.reports.notes import notes, number
from iki_lint.reports.style import Style

KINDS = {"error": "error", "warning": "warning", "info": "notice"}
MOST = 10
"""How many annotations of one kind GitHub shows."""

LONGEST = 2_000
"""So many characters of a message are written."""


class Example(NamedTuple):
    """A group of equal findings, where it stands among those of its rule, and its file."""

    turn: int
    group: Group
    file: FileReport


def render(report: Report, style: Style) -> str:
    """The commands, one on a line; empty when nothing was found."""
    lines: list[str] = []
    found = {severity: _examples(report, severity) for severity in SEVERITIES}
    whole = all(len(each) <= MOST for each in found.values())
    left: list[Example] = []
    for severity, examples in found.items():
        most = MOST if whole or severity != "info" else MOST - 1
        lines += [_command(example, style.lang) for example in examples[:most]]
        left += examples[most:]
    if left:
        counts = {severity: number(report.count(severity), style.lang) for severity in SEVERITIES}
        rest = {
            "tampil": number(len(lines), style.lang),
            "sisa": number(len(left), style.lang),
            "temuan": number(sum(len(each.group.findings) for each in left), style.lang),
        }
        lines.append(f"::notice title=iki-lint::{_data(say('github-sisa', style.lang, **counts, **rest))}")
    return "".join(f"{line}\n" for line in lines)


def _examples(report: Report, severity: str) -> list[Example]:
    """What is said at one severity: first of each rule of each file what it says most often, then what comes second."""
    examples = [
        Example(turn, group, file)
        for file in report.files
        for chapter in fold(file.findings)
        if chapter.severity == severity
        for turn, group in enumerate(chapter.groups)
    ]
    return sorted(examples, key=lambda each: (each.turn, -len(each.group.findings)))


def _command(example: Example, lang: str) -> str:
    finding = example.group.first
    where = {"file": slashed(example.file.path), **_lines(finding.place), "title": f"{finding.code} {finding.name}"}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    said = "\n".join(escape(each) for each in (finding.message, *notes(example.group, lang)))
    return f"::{KINDS[finding.severity]} {properties}::{_data(said if len(said) <= LONGEST else said[:LONGEST] + '…')}"


def _lines(place: Place | None) -> dict[str, int]:
    """Lines from 1; columns only within one line, for GitHub takes no others."""
    if place is None:
        return {}
    lines = {"line": place.line, "endLine": place.end_line}
    return lines if place.line < place.end_line else lines | {"col": place.column, "endColumn": place.end_column}


def _data(text: str) -> str:
    """Text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as a property of a command."""
    return _data(escape(text)).replace(":", "%3A").replace(",", "%2C")
