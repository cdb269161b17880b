"""The report for programs: `iki-lint-report/1`, one finding per place and per line of text."""

import json
import re

from iki_lint import __version__
from iki_lint.decree.source import Place
from iki_lint.findings import FileReport, Finding, Overruled, Report

FORMAT = "iki-lint-report/1"

COUNTS = ("positions", "plans", "indicators", "rows", "error", "warning", "info", "suppressed")

# A lone surrogate has no UTF-8 form; the others are what a terminal obeys, should the report be shown in one.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")

_encode = json.JSONEncoder(ensure_ascii=False).encode


def render(report: Report) -> str:
    """The report as JSON text that ends with a newline and can always be encoded as UTF-8."""
    tool = {"name": "iki-lint", "version": __version__}
    files = ",\n".join(_file(file) for file in report.files)
    sums = [_counts(file) for file in report.files]
    total = {key: sum(counts[key] for counts in sums) for key in COUNTS}
    text = f'{{"format": "{FORMAT}", "tool": {_encode(tool)},\n"files": [{files}],\n"counts": {_encode(total)}}}\n'
    return escaped(text)


def escaped(text: str) -> str:
    """JSON text with escapes for what has no UTF-8 form or would be obeyed by a terminal."""
    return text if text.isascii() else _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _file(file: FileReport) -> str:
    findings = ",\n".join(_encode(_finding(finding)) for finding in file.findings)
    suppressed = ",\n".join(_encode(_overruled(each)) for each in file.overruled)
    told = f',\n"suppressed": [{suppressed}]' if suppressed else ""
    return f'{{"path": {_encode(file.path)}, "counts": {_encode(_counts(file))},\n"findings": [{findings}]{told}}}'


def _overruled(each: Overruled) -> dict[str, object]:
    """A finding that was set aside: by a comment, or because a baseline holds it."""
    by = "baseline" if each.known else "comment"
    return _finding(each.finding) | {"suppression": {"by": by, "reason": each.reason, "until": each.until}}


def _counts(file: FileReport) -> dict[str, int]:
    counts = file.counts._asdict() | {s: file.count(s) for s in ("error", "warning", "info")}
    return {key: counts[key] for key in COUNTS[:-1]} | {"suppressed": file.suppressed}


def _finding(finding: Finding) -> dict[str, object]:
    fix = finding.fix
    record: dict[str, object] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "pointer": finding.pointer,
        "id": finding.id,
        "position": finding.position,
        **_place(finding.place),
        "text": finding.text,
        "suggestion": finding.suggestion,
        "fix": fix and {"safe": fix.safe, "edits": [_place(e.place) | {"text": e.text} for e in fix.edits]},
        "related": [{"message": r.message, "pointer": r.pointer, **_place(r.place)} for r in finding.related],
        "basis": finding.basis,
    }
    if finding.address:
        record["address"] = finding.address
    return record


def _place(place: Place | None) -> dict[str, int | None]:
    """The four numbers, from 1, end exclusive; null where the position is unknown."""
    line, column, end_line, end_column = place or (None, None, None, None)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}
