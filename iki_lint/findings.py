"""What a check has to say: findings, and the report that collects them."""

from typing import NamedTuple

from iki_lint.decree.source import Place, Source

SEVERITIES = ("error", "warning", "info")
CRASH = "IKI000"
"""The code of the finding that stands for a rule that failed."""
TOOL_GROUP = "IKI"
"""The beginning of the codes of the tool's own rules, about files and settings: readers report them, no rule runs."""


class Related(NamedTuple):
    """Another place that belongs to a finding, with a word on why."""

    message: str
    pointer: str
    place: Place | None


class Edit(NamedTuple):
    """Replace the characters at `place` by `text`."""

    place: Place
    text: str


class Fix(NamedTuple):
    """Text edits that mend a finding; `safe` when the meaning cannot change."""

    safe: bool
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One defect at one place.

    `pointer` names the cell in the YAML document (RFC 6901). `place` is None where the position is unknown, never a
    pretended 1:1. `text` holds the exact words found, `id` the stable id of the row or position, `position` the name
    of the post. `address` says where it is in a table or a source document, in the language of the message. What is
    `mandatory` cannot be set aside.
    """

    code: str
    name: str
    severity: str
    message: str
    pointer: str
    place: Place | None = None
    text: str = ""
    id: str | None = None
    position: str | None = None
    suggestion: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    basis: tuple[str, ...] = ()
    address: str | None = None
    mandatory: bool = False


class Overruled(NamedTuple):
    """A finding that has been set aside: by a person, why and until which day (ISO) where that was said, or because it
    is an old one that a baseline holds (`known`)."""

    finding: Finding
    reason: str
    until: str | None = None
    known: bool = False


class Counts(NamedTuple):
    """How much was read: positions (jabatan), plans (rencana kinerja), indicator cells and formula rows."""

    positions: int = 0
    plans: int = 0
    indicators: int = 0
    rows: int = 0


class FileReport(NamedTuple):
    """The findings of one file, sorted by place and code.

    `readable` is false when the file could not be read as a decree; its findings then say why. `source` is the text
    that the places refer to, for excerpts; None when there is no text to show. `ran` are the codes of the rules that
    were run, `fail_on` is the lowest severity that makes the check of this file fail.
    """

    path: str
    counts: Counts
    findings: tuple[Finding, ...]
    readable: bool = True
    source: Source | None = None
    overruled: tuple[Overruled, ...] = ()
    ran: frozenset[str] = frozenset()
    fail_on: str = "error"

    @property
    def fails(self) -> bool:
        """Whether a finding is as severe as `fail_on`."""
        return any(map(self.count, SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]))

    @property
    def suppressed(self) -> int:
        """How many findings were set aside."""
        return len(self.overruled)

    def count(self, severity: str) -> int:
        """How many findings have this severity."""
        return [finding.severity for finding in self.findings].count(severity)


class Report(NamedTuple):
    """What one run has found, file by file."""

    files: tuple[FileReport, ...]

    def count(self, severity: str) -> int:
        """How many findings have this severity, in all files."""
        return sum(file.count(severity) for file in self.files)
