"""Say it once: equal findings become one group, the groups of a rule one chapter."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from iki_lint.findings import SEVERITIES, Finding


class Group(NamedTuple):
    """Findings that say the same words of the same text, by place; never empty."""

    findings: list[Finding]

    @property
    def first(self) -> Finding:
        """The finding that speaks for all."""
        return self.findings[0]


class Chapter(NamedTuple):
    """All that one rule says of one file at one severity: its groups, most frequent first."""

    code: str
    name: str
    severity: str
    groups: list[Group]

    @property
    def total(self) -> int:
        """How many findings."""
        return sum(len(group.findings) for group in self.groups)

    @property
    def positions(self) -> int:
        """How many posts they are about; posts of the same name count one by one."""
        return len({_post(f.pointer) for group in self.groups for f in group.findings if f.position})


def fold(findings: Iterable[Finding]) -> list[Chapter]:
    """The chapters of a file's findings (which are sorted by place): errors first, then by code."""
    equal: defaultdict[tuple[str, str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        equal[finding.severity, finding.code, finding.message, finding.text].append(finding)
    chapters: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for (severity, code, _, _), group in equal.items():
        chapters[severity, code].append(Group(group))
    made = [_chapter(groups) for groups in chapters.values()]
    return sorted(made, key=lambda chapter: (rank(chapter.severity), chapter.code))


def _post(pointer: str) -> str:
    """The pointer of the post that a cell belongs to: `/jabatan/4` of `/jabatan/4/nama`."""
    end = pointer.find("/", len("/jabatan/"))
    return pointer if end < 0 else pointer[:end]


def rank(severity: str) -> int:
    """0 for the worst; an unknown severity comes last."""
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def _chapter(groups: list[Group]) -> Chapter:
    groups.sort(key=lambda group: -len(group.findings))
    first = groups[0].first
    return Chapter(first.code, first.name, first.severity, groups)
