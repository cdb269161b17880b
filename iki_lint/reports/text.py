"""The report for a person: findings with their source lines, equal ones said once, the sums at the end."""

from collections.abc import Iterator

from iki_lint.findings import FileReport, Finding, Report
from iki_lint.messages import say
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.excerpt import CUT, MARGIN, excerpt
from iki_lint.reports.fold import Chapter, Group, fold
from iki_lint.reports.notes import notes, number, places, wrapped
from iki_lint.reports.overruled import decisions, sentence
from iki_lint.reports.palette import ANSI, PLAIN, Palette
from iki_lint.reports.summary import statistics_table, summary

MOST_EXAMPLES = 3
"""How many different examples of one rule are shown for one file."""

MOST_FRAMES = 40
"""Up to so many examples in the whole report all get a frame; beyond that only the first of each rule."""

MOST_DECISIONS = 10
"""So many lines tell what was set aside, unless everything is to be shown."""

LONGEST_SENTENCE = 400
"""How many columns of a message or a note are shown: names and quoted words may have any length."""


def render(
    report: Report,
    lang: str = "id",
    color: bool = False,
    show_all: bool = False,
    statistics: bool = False,
    width: int = 100,
) -> str:
    """The whole report as text that ends with a newline.

    Everything from the documents is escaped: the only control characters are the newlines and, with `color`, our own
    ANSI codes. Source lines and notes keep within `width` columns; the line that names a finding is never broken, so
    that it can be searched and clicked.
    """
    palette = ANSI if color else PLAIN
    folded = [(file, fold(file.findings)) for file in report.files]
    most = max((len(c.groups) for _, chapters in folded for c in chapters), default=0) if show_all else MOST_EXAMPLES
    examples = sum(min(len(c.groups), most) for _, chapters in folded for c in chapters)
    frames = most if show_all or examples <= MOST_FRAMES else 1
    lines: list[str] = []
    for file, chapters in folded:
        page = _Page(file, lang, palette, width)
        for chapter in chapters:
            lines += page.chapter(chapter, most, frames)
            lines.append("")
    lines += _set_aside(report, lang, show_all, width)
    if statistics and lines:
        lines += [*statistics_table(report, lang, palette), ""]
    for line in summary(report, lang):
        lines += wrapped(line, width, "", "")
    return "\n".join(lines) + "\n"


def _set_aside(report: Report, lang: str, show_all: bool, width: int) -> Iterator[str]:
    """What was set aside and why, a line each."""
    said = [
        f"{escape(file.path)}: {_sentence(sentence(each, lang))}"
        for file in report.files
        for each in decisions(file.overruled)
    ]
    if not said:
        return
    yield say("diabaikan-judul", lang)
    shown = said if show_all else said[:MOST_DECISIONS]
    for line in shown:
        yield from wrapped(line, width, "  ", "    ")
    if len(said) > len(shown):
        yield f"  {say('diabaikan-lain', lang, jumlah=number(len(said) - len(shown), lang))}"
    yield ""


class _Page:
    """How the findings of one file are written."""

    def __init__(self, file: FileReport, lang: str, palette: Palette, width: int) -> None:
        self.path = escape(file.path)
        self.source = file.source if file.source and file.source.text else None
        self.lang = lang
        self.palette = palette
        self.width = width

    def chapter(self, chapter: Chapter, most: int, frames: int) -> Iterator[str]:
        """One rule: a headline when there is more than one finding, its examples, and how many were left out."""
        strong, reset = self.palette.strong, self.palette.reset
        if chapter.total > 1:
            yield f"{strong}{escape(self._headline(chapter))}{reset}"
        for at, group in enumerate(chapter.groups[:most]):
            if 0 < at < frames:
                yield ""
            if at < frames:
                yield from self._full(group)
            else:
                yield self._brief(group, chapter.groups[0])
        left = chapter.groups[most:]
        if left:
            counts = {
                "rumusan": number(len(left), self.lang),
                "temuan": number(sum(len(group.findings) for group in left), self.lang),
            }
            yield escape(say("rumusan-lain", self.lang, kode=chapter.code, **counts))

    def _headline(self, chapter: Chapter) -> str:
        positions = chapter.positions
        return say(
            "kepala-aturan-jabatan" if positions else "kepala-aturan",
            self.lang,
            kode=chapter.code,
            nama=chapter.name,
            temuan=number(chapter.total, self.lang),
            jabatan=number(positions, self.lang),
        )

    def _full(self, group: Group) -> Iterator[str]:
        finding, palette = group.first, self.palette
        tone = palette.severity(finding.severity)
        label = say(f"tingkat-{finding.severity}", self.lang)
        yield (
            f"{self._start(finding)} {escape(finding.name)} [{tone}{label}{palette.reset}] {_sentence(finding.message)}"
        ).rstrip()
        if self.source and finding.place:
            yield from excerpt(self.source, finding.place, self.width, palette, tone)
        elif finding.text:
            yield f"{MARGIN}{palette.dim}|{palette.reset} {_shortened(escape(finding.text), self.width - 6)}"
        for note in notes(group, self.lang):
            yield from wrapped(_sentence(note), self.width, f"{MARGIN}= ", f"{MARGIN}  ")

    def _brief(self, group: Group, shown: Group) -> str:
        """One line for another example: what differs from the first, how often, and where."""
        finding, count = group.first, len(group.findings)
        line = self._start(finding)
        if finding.message != shown.first.message:
            line += f" {_sentence(finding.message)}"
        if finding.text and (finding.message == shown.first.message or finding.text not in finding.message):
            line += f" “{_shortened(escape(finding.text), self.width * 3 // 5)}”"
        if count == 1:
            return line
        at = escape(places(group, self.lang))
        return f"{line} ({say('catatan-kali', self.lang, kali=number(count, self.lang), tempat=at)})"

    def _start(self, finding: Finding) -> str:
        palette, place = self.palette, finding.place
        at = f"{self.path}:{place.line}:{place.column}:" if place else f"{self.path}:"
        tone = palette.severity(finding.severity)
        return f"{palette.strong}{at}{palette.reset} {tone}{escape(finding.code)}{palette.reset}"


def _sentence(text: str) -> str:
    return _shortened(escape(text), LONGEST_SENTENCE)


def _shortened(text: str, width: int) -> str:
    # Marks without a width of their own may be piled up without end.
    if len(text) <= 2 * width and columns(text) <= width:
        return text
    text = text[: width - 1]
    while columns(text) > width - 1:
        text = text[:-1]
    return text + CUT
