"""The findings of a file as a page shows them: a chapter for each rule, equal findings said once, every place named."""

from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.decree.source import Place, Source
from iki_lint.findings import FileReport, Finding, Related
from iki_lint.messages import say
from iki_lint.reports.fold import Chapter, Group, fold
from iki_lint.reports.groups import group_of
from iki_lint.reports.html import rules
from iki_lint.reports.html.posts import Posts, concerned
from iki_lint.reports.html.quotes import Quote, quotes
from iki_lint.reports.html.view import short
from iki_lint.reports.notes import MOST_RELATED

FEW = 6
"""A chapter of errors with at most so many wordings stands open."""


class Spot(NamedTuple):
    """The places of equal findings in one post: the post's number and name, how many, and each in a few words."""

    post: int
    name: str
    total: int
    places: tuple[str, ...]


class Wording(NamedTuple):
    """Equal findings: `message` and `suggestion` are empty where the chapter says them for all its wordings.

    `mend` is "" (by hand), "safe" or "unsafe"; `related` are other places, `more` how many are not named.
    """

    message: str
    suggestion: str
    quotes: tuple[Quote, ...]
    text: str
    address: str
    mend: str
    related: tuple[str, ...]
    more: int
    total: int
    posts: int
    spots: tuple[Spot, ...]


class RuleChapter(NamedTuple):
    """What one rule says at one severity: why, what it rests on, and its wordings, the most frequent first."""

    code: str
    name: str
    title: str
    severity: str
    total: int
    posts: int
    message: str
    suggestion: str
    why: str
    basis: tuple[rules.Source, ...]
    wordings: tuple[Wording, ...]
    open: bool

    @property
    def group(self) -> str:
        """The group of the rule."""
        return group_of(self.code)

    @property
    def rule(self) -> tuple[str, str]:
        """What is the same for the chapters of one rule: its code and title."""
        return self.code, self.title


def chapters_of(file: FileReport, posts: Posts, lang: str) -> list[RuleChapter]:
    """The chapters of a file, errors first."""
    return [_chapter(chapter, file.source, posts, lang) for chapter in fold(file.findings)]


def _chapter(chapter: Chapter, source: Source | None, posts: Posts, lang: str) -> RuleChapter:
    findings = [finding for group in chapter.groups for finding in group.findings]
    message = _common([finding.message for finding in findings])
    suggestion = _common([finding.suggestion or "" for finding in findings])
    return RuleChapter(
        chapter.code,
        chapter.name,
        rules.rule_title(chapter.code, chapter.name, lang),
        chapter.severity,
        chapter.total,
        concerned(posts, findings),
        short(message),
        short(suggestion),
        rules.why(chapter.code, lang),
        tuple(rules.sources((key for finding in findings for key in finding.basis), lang)),
        tuple(_wording(group, source, posts, lang, not message, not suggestion) for group in chapter.groups),
        chapter.severity == "error" and len(chapter.groups) <= FEW,
    )


def _common(texts: Sequence[str]) -> str:
    """What all texts say; empty when they differ."""
    return texts[0] if len(set(texts)) == 1 else ""


def _wording(group: Group, source: Source | None, posts: Posts, lang: str, says: bool, proposes: bool) -> Wording:
    first = group.first
    shown = source if source is not None and source.text else None
    safe = [finding.fix.safe for finding in group.findings if finding.fix]
    spots = _spots(group.findings, posts, lang)
    return Wording(
        short(first.message) if says else "",
        short(first.suggestion or "") if proposes else "",
        tuple(quotes(shown, first.place)) if shown and first.place else (),
        short(first.text),
        short(first.address or ""),
        ("safe" if any(safe) else "unsafe") if safe else "",
        tuple(_related(each, lang) for each in first.related[:MOST_RELATED]),
        max(len(first.related) - MOST_RELATED, 0),
        len(group.findings),
        concerned(posts, group.findings),
        spots,
    )


def _related(related: Related, lang: str) -> str:
    return short(f"{related.message} ({_line(related.place, lang) or related.pointer})")


def _spots(findings: Sequence[Finding], posts: Posts, lang: str) -> tuple[Spot, ...]:
    by_post: dict[int, list[Finding]] = {}
    for finding in findings:
        by_post.setdefault(posts.of(finding), []).append(finding)
    spots = []
    for post, found in by_post.items():
        name = posts.all[post].name if post or not found[0].position else found[0].position
        spots.append(Spot(post, short(name, 200), len(found), tuple(_place(each, lang) for each in found)))
    return tuple(spots)


def _place(finding: Finding, lang: str) -> str:
    """Where a finding is: its id and line, else its address or pointer."""
    line = _line(finding.place, lang)
    parts = [short(finding.id, 120) if finding.id else "", line]
    return ", ".join(part for part in parts if part) or short(finding.address or finding.pointer, 200)


def _line(place: Place | None, lang: str) -> str:
    return say("laman-baris-satu", lang, baris=place.line) if place else ""
