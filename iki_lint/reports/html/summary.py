"""What a page says first: whether the decree may be signed, and if not, what to do first."""

from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.findings import CRASH, SEVERITIES, TOOL_GROUP, FileReport, Finding
from iki_lint.messages import say
from iki_lint.reports.groups import group_of, group_title, in_order
from iki_lint.reports.html.chapters import RuleChapter
from iki_lint.reports.html.posts import Posts, concerned
from iki_lint.reports.notes import number

WIDTH = 100.0
"""The width of a bar, in the units of its drawing."""


class Verdict(NamedTuple):
    """The verdict in words; `tone` is the severity that decides, "clean" or "broken"."""

    tone: str
    sentence: str


class Step(NamedTuple):
    """A group of rules to attend to: how many findings of the worst severity, in how many posts, of which rules.

    `advice` is the proposal of its most frequent rule where that has one for all its findings; `first` when other
    findings depend on these.
    """

    group: str
    title: str
    severity: str
    total: int
    posts: int
    chapters: tuple[RuleChapter, ...]
    advice: str
    first: bool


class Bar(NamedTuple):
    """How many findings a group has of each severity, and where the parts of its bar begin and how wide they are."""

    group: str
    title: str
    counts: tuple[int, ...]
    parts: tuple[tuple[str, str, str], ...]


def verdict(file: FileReport, posts: Posts, lang: str) -> Verdict:
    """Whether a file may be signed, as far as the rules that were run can say."""
    if not file.readable:
        return Verdict("broken", say("laman-putusan-tak-terbaca", lang))
    counts = {severity: file.count(severity) for severity in SEVERITIES}
    if any(finding.code == CRASH for finding in file.findings):
        return Verdict("broken", say("laman-putusan-gagal", lang))
    if counts["error"]:
        about = concerned(posts, [finding for finding in file.findings if finding.severity == "error"])
        key = "laman-putusan-galat-jabatan" if about else "laman-putusan-galat"
        errors = number(counts["error"], lang)
        return Verdict("error", say(key, lang, jumlah=errors, jabatan=number(about, lang)))
    if counts["warning"]:
        return Verdict("warning", say("laman-putusan-peringatan", lang, jumlah=number(counts["warning"], lang)))
    return Verdict("clean", say("laman-putusan-info" if counts["info"] else "laman-putusan-bersih", lang))


def steps(chapters: Sequence[RuleChapter], findings: Sequence[Finding], posts: Posts, lang: str) -> list[Step]:
    """The groups to attend to in their order: those that others depend on, then the largest.

    Only the worst severity that there is counts.
    """
    worst = next((severity for severity in SEVERITIES if any(c.severity == severity for c in chapters)), None)
    by_group: dict[str, list[RuleChapter]] = {}
    for chapter in chapters:
        if chapter.severity == worst:
            by_group.setdefault(group_of(chapter.code), []).append(chapter)
    made = []
    for group, parts in by_group.items():
        parts.sort(key=lambda chapter: -chapter.total)
        codes = {part.code for part in parts}
        about = [finding for finding in findings if finding.severity == worst and finding.code in codes]
        made.append(
            Step(
                group,
                group_title(group, lang),
                str(worst),
                len(about),
                concerned(posts, about),
                tuple(parts),
                parts[0].suggestion,
                group == "STR" and worst == "error",
            )
        )
    return sorted(made, key=lambda step: (step.group != TOOL_GROUP, not step.first, -step.total, step.group))


def bars(findings: Sequence[Finding], lang: str) -> list[Bar]:
    """A bar for each group that found something, in the order of the groups; the longest is `WIDTH` wide."""
    counts: dict[str, list[int]] = {}
    for finding in findings:
        if finding.severity in SEVERITIES:
            group = counts.setdefault(group_of(finding.code), [0] * len(SEVERITIES))
            group[SEVERITIES.index(finding.severity)] += 1
    most = max((sum(each) for each in counts.values()), default=1)
    return [
        Bar(group, group_title(group, lang), tuple(counts[group]), tuple(_parts(counts[group], most)))
        for group in in_order(counts)
    ]


def _parts(counts: Sequence[int], most: int) -> list[tuple[str, str, str]]:
    parts, start = [], 0.0
    for severity, count in zip(SEVERITIES, counts, strict=True):
        width = WIDTH * count / most
        if count:
            parts.append((severity, f"{start:.2f}", f"{width:.2f}"))
        start += width
    return parts
