"""The report as a comment on a pull request, in GitHub's Markdown: a table of the files, the findings folded away.

A comment holds 65,536 characters. The more is found, the fewer examples of each rule are shown; when not even one of
each fits, the worst come first and a last line says how many findings are not shown.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from iki_lint.findings import SEVERITIES, FileReport, Finding, Report
from iki_lint.messages import say
from iki_lint.reports.escape import escape
from iki_lint.reports.fold import Chapter, Group, fold, rank
from iki_lint.reports.markdown_text import code, heading, plain
from iki_lint.reports.notes import notes, number
from iki_lint.reports.overruled import decisions, sentence
from iki_lint.reports.style import Style

ROOM = 65_000
MOST_ROWS = 50
"""So many files, and so many findings that were set aside in one file, are named."""

EXAMPLES = (10, 5, 3, 2, 1)
"""How many different findings of each rule are shown: the first number that fits, else the last."""

LONGEST = 300
LONGEST_PATH = 100
"""So many characters of a sentence, a quote or a path are shown."""


class Part(NamedTuple):
    """A stretch of the comment, and how many findings it is about."""

    text: str
    findings: int


def render(report: Report, style: Style) -> str:
    """The comment, which ends with a newline and is never longer than GitHub takes."""
    lang = style.lang
    text = "\n".join([*_title(report, lang), "", *_table(report, lang), ""])
    parts: list[Part] = []
    for most in EXAMPLES:
        parts = [
            *_chapters(report, most, lang),
            *(_overruled(file, lang) for file in report.files if decisions(file.overruled)),
        ]
        if len(text) + sum(len(part.text) for part in parts) <= ROOM:
            break
    left = 0
    for part in parts:
        if len(text) + len(part.text) <= ROOM and not left:
            text += part.text
        else:
            left += part.findings
    if left:
        text += f"\n_{say('markdown-sisa', lang, temuan=number(left, lang))}_\n"
    return text


def _title(report: Report, lang: str) -> Iterator[str]:
    counts = {severity: number(report.count(severity), lang) for severity in SEVERITIES}
    any_found = any(file.findings for file in report.files)
    yield f"### {say('markdown-judul', lang, **counts) if any_found else say('markdown-judul-bersih', lang)}"


def _table(report: Report, lang: str) -> Iterator[str]:
    """What was found in each file, and how much was checked."""
    titles = say("markdown-kepala", lang).split("|")
    yield f"| {' | '.join(titles)} |"
    yield f"|---|{'--:|' * (len(titles) - 1)}"
    for file in report.files[:MOST_ROWS]:
        named = code(_path(file))
        cells = [named if file.readable else say("markdown-tak-terbaca", lang, berkas=named)]
        counts = [*map(file.count, SEVERITIES), file.suppressed, file.counts.positions, file.counts.indicators]
        cells += [number(count, lang) for count in counts]
        yield f"| {' | '.join(cells)} |"
    more = len(report.files) - MOST_ROWS
    if more > 0:
        yield f"| {say('markdown-berkas-lain', lang, jumlah=number(more, lang))} |{' |' * (len(titles) - 1)}"


def _chapters(report: Report, most: int, lang: str) -> Iterator[Part]:
    """All rules that spoke, each folded away, under a title for each severity."""
    found = [(file, chapter) for file in report.files for chapter in fold(file.findings)]
    found.sort(key=lambda each: rank(each[1].severity))
    many, title = len(report.files) > 1, ""
    for file, chapter in found:
        above, title = title, say(f"tingkat-{chapter.severity}", lang).capitalize()
        lines = () if title == above else ("", f"#### {title}")
        path = f"{_path(file)}: " if many else ""
        yield Part(_written([*lines, *_folded(path, chapter, most, lang)]), chapter.total)


def _folded(path: str, chapter: Chapter, most: int, lang: str) -> Iterator[str]:
    """One rule of one file, with its first examples."""
    total = number(chapter.total, lang)
    yield from _summary(path + say("kepala-aturan", lang, kode=chapter.code, nama=chapter.name, temuan=total))
    for group in chapter.groups[:most]:
        yield from _item(group, lang)
    left = chapter.groups[most:]
    if left:
        findings = number(sum(len(group.findings) for group in left), lang)
        yield f"- {say('markdown-rumusan-lain', lang, rumusan=number(len(left), lang), temuan=findings)}"
    yield "\n</details>"


def _item(group: Group, lang: str) -> Iterator[str]:
    """Equal findings: the place of the first, what it says, its words, and the small print."""
    finding = group.first
    yield f"- {_at(finding, lang)}{_said(finding.message)}"
    if finding.text and finding.text not in finding.message:
        yield f"  <br>{code(_short(finding.text))}"
    for note in notes(group, lang):
        yield f"  <br>{_said(note)}"


def _overruled(file: FileReport, lang: str) -> Part:
    """What was set aside, and why."""
    decided = decisions(file.overruled)
    total = sum(len(each.findings) for each in decided)
    lines = [*_summary(f"{_path(file)}: {say('markdown-diabaikan', lang, jumlah=number(total, lang))}")]
    lines += [f"- {_said(sentence(each, lang))}" for each in decided[:MOST_ROWS]]
    more = len(decided) - MOST_ROWS
    if more > 0:
        lines.append(f"- {say('diabaikan-lain', lang, jumlah=number(more, lang))}")
    return Part(_written([*lines, "\n</details>"]), total)


def _summary(title: str) -> tuple[str, ...]:
    return ("", "<details>", f"<summary>{heading(_short(title))}</summary>", "")


def _at(finding: Finding, lang: str) -> str:
    return f"**{say('tempat-baris', lang, baris=finding.place.line)}**: " if finding.place else ""


def _said(text: str) -> str:
    return plain(_short(text))


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _path(file: FileReport) -> str:
    return _short(file.path, LONGEST_PATH)


def _short(text: str, most: int = LONGEST) -> str:
    text = escape(text)
    return text if len(text) <= most else text[: most - 1] + "…"
