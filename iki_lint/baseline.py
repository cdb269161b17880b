"""A baseline: the findings that were there before, which a check need not report again. It only ever gets smaller.

    {"format": "iki-lint-baseline/1",
     "files": {"keputusan/kebomas.yaml": {"sekretaris.1.2": {"FRM003": 1}}}}

Findings are counted by file, by whose row it is (the id; in an imported document, where ids are only counted, the
post) and by rule, so that rows may be inserted and moved. Where there are more than the baseline holds, all of them are
reported: which one is new cannot be told. Paths are relative to the folder of the baseline.
"""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple, TypeAlias

from iki_lint.findings import TOOL_GROUP, FileReport, Finding, Overruled
from iki_lint.readers import is_importable

FORMAT = "iki-lint-baseline/1"

Known: TypeAlias = dict[str, dict[str, int]]
"""How many findings are known: by owner, then by rule."""


class BaselineError(Exception):
    """A file that is no baseline; `line` is where that shows, None for the file as a whole."""

    def __init__(self, path: str, line: int | None = None) -> None:
        super().__init__(path, line)
        self.path = path
        self.line = line


class Baseline(NamedTuple):
    """What a baseline holds, by path relative to its folder."""

    folder: str
    files: dict[str, Known]


def read_baseline(path: str) -> Baseline:
    """A baseline file. Raises BaselineError when it is none, OSError when it cannot be read."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise BaselineError(path, error.lineno) from None
    except (ValueError, RecursionError):
        raise BaselineError(path) from None
    if not _is_baseline(record):
        raise BaselineError(path)
    return Baseline(os.path.dirname(os.path.abspath(path)), record["files"])


def empty_baseline(path: str) -> Baseline:
    """The baseline that a file will hold which is not there yet."""
    return Baseline(os.path.dirname(os.path.abspath(path)), {})


def written(baseline: Baseline) -> str:
    """The text of the file: sorted, an owner on each line, so that changes can be read."""
    lines = [f'{{"format": "{FORMAT}",', ' "files": {']
    files = []
    for path, known in sorted(baseline.files.items()):
        if known:
            owners = ",\n".join(
                f"   {_quoted(owner)}: {json.dumps(dict(sorted(codes.items())))}"
                for owner, codes in sorted(known.items())
            )
            files.append(f"  {_quoted(path)}: {{\n{owners}}}")
    return "\n".join([*lines, ",\n".join(files), " }}"]) + "\n"


def set_aside(report: FileReport, baseline: Baseline, reason: str) -> FileReport:
    """The report without the findings that the baseline holds; these are among the overruled ones, for this reason."""
    known = baseline.files.get(key_of(report.path, baseline), {})
    if not known or not report.readable:
        return report
    counted = counts_of(report, report.findings)
    imported = is_importable(report.path)
    left: list[Finding] = []
    old: list[Overruled] = []
    for finding in report.findings:
        owner = owner_of(finding, imported)
        allowed = known.get(owner, {}).get(finding.code, 0)
        if allowed and counted.get(owner, {}).get(finding.code, allowed + 1) <= allowed:
            old.append(Overruled(finding, reason, known=True))
        else:
            left.append(finding)
    return report._replace(findings=tuple(left), overruled=(*report.overruled, *old))


def stale(report: FileReport, baseline: Baseline) -> int:
    """How many findings the baseline holds of a file that are no longer there, of the rules that ran."""
    if not report.readable:
        return 0
    known = baseline.files.get(key_of(report.path, baseline), {})
    now = counts_of(report, _everything(report))
    return sum(
        max(count - now.get(owner, {}).get(code, 0), 0)
        for owner, codes in known.items()
        for code, count in codes.items()
        if code in report.ran
    )


def gone(baseline: Baseline) -> list[str]:
    """The files of a baseline that are no longer there."""
    return [path for path in sorted(baseline.files) if not os.path.exists(os.path.join(baseline.folder, path))]


def updated(baseline: Baseline, reports: Iterable[FileReport], create: bool) -> Baseline:
    """The baseline after a check: what is mended is taken out, nothing is added, except that a new one (`create`) holds
    everything. What was not checked, by files or by rules, stays; files that are gone go."""
    files = {path: known for path, known in baseline.files.items() if path not in gone(baseline)}
    for report in reports:
        if not report.readable:
            continue
        key = key_of(report.path, baseline)
        now = counts_of(report, _everything(report))
        files[key] = now if create else _shrunk(files.get(key, {}), now, report.ran)
    return baseline._replace(files={path: known for path, known in files.items() if known})


def counts_of(report: FileReport, findings: Iterable[Finding]) -> Known:
    """How many findings of each rule each owner has, of the rules that a baseline may hold."""
    imported = is_importable(report.path)
    counted = Counter(
        (owner_of(finding, imported), finding.code)
        for finding in findings
        if not finding.mandatory and not finding.code.startswith(TOOL_GROUP)
    )
    known: Known = {}
    for (owner, code), count in counted.items():
        known.setdefault(owner, {})[code] = count
    return known


def owner_of(finding: Finding, imported: bool) -> str:
    """Whose finding it is: the id of its row or post; in an imported document its post; "" for the document's own."""
    return (finding.position if imported else finding.id or finding.position) or ""


def key_of(path: str, baseline: Baseline) -> str:
    """The path by which a baseline knows a file."""
    try:
        relative = os.path.relpath(path, baseline.folder)
    except ValueError:  # another drive
        relative = os.path.abspath(path)
    return relative.replace(os.sep, "/")


def _everything(report: FileReport) -> list[Finding]:
    """The findings of a report with those that a baseline has set aside."""
    return [*report.findings, *(each.finding for each in report.overruled if each.known)]


def _shrunk(known: Known, now: Known, ran: Collection[str]) -> Known:
    """What is known, none of it more often than it is there now."""
    shrunk: Known = {}
    for owner, codes in known.items():
        for code, count in codes.items():
            left = min(count, now.get(owner, {}).get(code, 0)) if code in ran else count
            if left:
                shrunk.setdefault(owner, {})[code] = left
    return shrunk


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _is_baseline(record: Any) -> bool:
    if not isinstance(record, dict) or record.get("format") != FORMAT or not isinstance(record.get("files"), dict):
        return False
    return all(
        isinstance(known, dict)
        and all(
            isinstance(codes, dict)
            and all(isinstance(count, int) and not isinstance(count, bool) and count > 0 for count in codes.values())
            for codes in known.values()
        )
        for known in record["files"].values()
    )
