"""The report as JUnit XML, for the test pages of GitLab, Jenkins and others: a suite a file, a case a rule.

Rules that ran and found nothing are cases that passed, those whose findings were all set aside are skipped. A rule
fails where it found something at or above `--fail-on`; what it found below that is its output. A file that cannot be
read and a rule that crashed are errors. There are no times.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from iki_lint.catalog import catalog_shown
from iki_lint.findings import CRASH, TOOL_GROUP, FileReport, Report
from iki_lint.messages import say
from iki_lint.reports.address import slashed
from iki_lint.reports.escape import escape
from iki_lint.reports.fold import Chapter, Group, fold, rank
from iki_lint.reports.notes import notes, number
from iki_lint.reports.style import Style

MOST_GROUPS = 50
"""So many different findings of one rule are listed, unless all are asked for."""

LONGEST = 1_000
"""So many characters of a line are written."""


class Case(NamedTuple):
    """What came of one rule in one file: its chapters, worst first, and why findings of it were set aside."""

    chapters: list[Chapter]
    reasons: list[str]


def render(report: Report, style: Style) -> str:
    """The report as XML that ends with a newline."""
    names = {rule.code: rule.name for rule in catalog_shown().rules}
    root = Element("testsuites", name="iki-lint")
    for file in report.files:
        suite = SubElement(root, "testsuite", name=escape(slashed(file.path)))
        for code, case in sorted(_cases(file).items()):
            name = names.get(code) or case.chapters[0].name
            _add(suite, file, f"{code} {name}", case, style)
        _count(suite, [suite])
    _count(root, root.findall("testsuite"))
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _cases(file: FileReport) -> dict[str, Case]:
    """The rules of a file by code; of one that cannot be read only those that say why."""
    cases: defaultdict[str, Case] = defaultdict(lambda: Case([], []))
    for code in file.ran if file.readable else ():
        if not code.startswith(TOOL_GROUP):
            cases[code] = Case([], [])
    for chapter in fold(file.findings):
        cases[chapter.code].chapters.append(chapter)
    for overruled in file.overruled:
        cases[overruled.finding.code].reasons.append(overruled.reason)
    return cases


def _add(suite: Element, file: FileReport, name: str, case: Case, style: Style) -> None:
    """The case of a rule. GitLab shows the text of a failure only; Jenkins takes what is before a dot for a package."""
    path = escape(slashed(file.path))
    made = SubElement(suite, "testcase", name=escape(name), classname=os.path.splitext(path)[0], file=path)
    if not case.chapters:
        if case.reasons:
            reasons = "; ".join(dict.fromkeys(case.reasons))
            SubElement(made, "skipped", message=_shown(say("junit-diabaikan", style.lang, alasan=reasons)))
        return
    worst = case.chapters[0]
    text = "\n".join(_lines(file, case.chapters, style))
    if not file.readable or worst.code == CRASH:
        kind = "error"
    elif rank(worst.severity) <= rank(file.fail_on):
        kind = "failure"
    else:
        SubElement(made, "system-out").text = text
        return
    total = number(sum(chapter.total for chapter in case.chapters), style.lang)
    said = say("junit-gagal", style.lang, temuan=total, pesan=worst.groups[0].first.message)
    SubElement(made, kind, message=_shown(said), type=worst.severity).text = text


def _lines(file: FileReport, chapters: list[Chapter], style: Style) -> Iterator[str]:
    """What a rule found, worst first: the place, the sentence and the notes of each group of equal findings."""
    groups = [group for chapter in chapters for group in chapter.groups]
    shown = groups if style.show_all else groups[:MOST_GROUPS]
    for group in shown:
        yield from map(_shown, _group(file, group, style.lang))
    left = groups[len(shown) :]
    if left:
        counts = (len(left), sum(len(group.findings) for group in left))
        wordings, findings = (number(count, style.lang) for count in counts)
        yield say("junit-sisa", style.lang, rumusan=wordings, temuan=findings)


def _group(file: FileReport, group: Group, lang: str) -> Iterator[str]:
    finding = group.first
    at = f":{finding.place.line}:{finding.place.column}" if finding.place else ""
    yield f"{slashed(file.path)}{at}: [{say(f'tingkat-{finding.severity}', lang)}] {finding.message}"
    if finding.text and finding.text not in finding.message:
        yield f"  “{finding.text}”"
    for note in notes(group, lang):
        yield f"  {note}"


def _shown(line: str) -> str:
    line = escape(line)
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _count(element: Element, suites: Sequence[Element]) -> None:
    """Say at an element how many cases its suites have, and how many of each kind."""
    for key, tag in (("tests", ""), ("failures", "/failure"), ("errors", "/error"), ("skipped", "/skipped")):
        element.set(key, str(sum(len(suite.findall(f"testcase{tag}")) for suite in suites)))
