"""Findings and reports to render."""

from typing import Any

from iki_lint.decree.source import Place, Source
from iki_lint.findings import Counts, FileReport, Finding, Report

SIZE = Counts(77, 659, 2039, 2039)


def finding(place: Place | None = None, **changes: Any) -> Finding:
    """A finding of FRM003 with everything that is not said here left empty."""
    base = Finding(
        "FRM003", "persentase-tanpa-pembagi", "error", "Formulasinya bukan perbandingan", "/jabatan/0", place
    )
    return base._replace(**changes)


def at(line: int, column: int = 1, length: int = 1) -> Place:
    """A place on one line."""
    return Place(line, column, line, column + length)


def in_file(text: str, *findings: Finding, **changes: Any) -> FileReport:
    """The report of `a.yaml` with this text."""
    return FileReport("a.yaml", SIZE, findings, source=Source("a.yaml", text))._replace(**changes)


def report_of(text: str, *findings: Finding) -> Report:
    """A report of one file."""
    return Report((in_file(text, *findings),))
