"""The end of the text report: the sums, and the table per rule."""

from collections import Counter
from collections.abc import Iterator

from iki_lint.findings import SEVERITIES, Report
from iki_lint.messages import say
from iki_lint.reports.escape import escape
from iki_lint.reports.fold import rank
from iki_lint.reports.notes import number
from iki_lint.reports.overruled import old_findings
from iki_lint.reports.palette import Palette


def summary(report: Report, lang: str) -> Iterator[str]:
    """What was found and how much was checked, in a few lines."""
    files = [file for file in report.files if file.readable]
    checked = {
        "berkas": number(len(files), lang),
        "jabatan": number(sum(file.counts.positions for file in files), lang),
        "rencana": number(sum(file.counts.plans for file in files), lang),
        "indikator": number(sum(file.counts.indicators for file in files), lang),
    }
    if any(file.findings for file in report.files):
        yield say("ringkasan-temuan", lang, **{s: number(report.count(s), lang) for s in SEVERITIES})
        yield from _fixable(report, lang)
        yield say("ringkasan-diperiksa", lang, **checked)
    else:
        yield say("ringkasan-bersih", lang, **checked)
    old = sum(old_findings(file) for file in report.files)
    decided = sum(file.suppressed for file in report.files) - old
    if decided:
        yield say("ringkasan-diabaikan", lang, jumlah=number(decided, lang))
    if old:
        yield say("ringkasan-lama", lang, jumlah=number(old, lang))
    if len(files) < len(report.files):
        yield say("ringkasan-tak-terbaca", lang, jumlah=number(len(report.files) - len(files), lang))


def _fixable(report: Report, lang: str) -> Iterator[str]:
    """How many findings `iki-lint fix` can mend, if any."""
    safe = [finding.fix.safe for file in report.files for finding in file.findings if finding.fix]
    if not safe:
        return
    sure = safe.count(True)
    key = "ringkasan-perbaikan" if sure == len(safe) else "ringkasan-perbaikan-lagi" if sure else "ringkasan-tak-aman"
    yield say(key, lang, jumlah=number(sure, lang), lagi=number(len(safe) - sure, lang))


def statistics_table(report: Report, lang: str, palette: Palette) -> Iterator[str]:
    """How often each rule spoke: count, code, name and severity, most frequent first."""
    counted = Counter((f.code, f.name, f.severity) for file in report.files for f in file.findings)
    rows = sorted(counted.items(), key=lambda item: (-item[1], item[0][0], rank(item[0][2])))
    if not rows:
        return
    counts = [number(count, lang) for _, count in rows]
    names = [(escape(code), escape(name)) for (code, name, _), _ in rows]
    size = max(map(len, counts))
    codes, wide = max(len(code) for code, _ in names), max(len(name) for _, name in names)
    for count, (code, name), ((_, _, severity), _) in zip(counts, names, rows, strict=True):
        tone = palette.severity(severity)
        label = say(f"tingkat-{severity}", lang)
        yield f"{count:>{size}}  {tone}{code:<{codes}}{palette.reset}  {name:<{wide}}  {label}"
