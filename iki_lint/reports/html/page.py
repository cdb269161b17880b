"""The page: what is shown of each file, filled into the templates beside this module."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from iki_lint.cascade.tree import Tree
from iki_lint.findings import SEVERITIES, FileReport
from iki_lint.reports.groups import group_of, in_order
from iki_lint.reports.html import rules, summary
from iki_lint.reports.html.chapters import RuleChapter, chapters_of
from iki_lint.reports.html.head import Head, head_of
from iki_lint.reports.html.heat import Heat, heat_map
from iki_lint.reports.html.posts import Post, posts_of
from iki_lint.reports.html.template import fill
from iki_lint.reports.html.tree import drawable_tree

if TYPE_CHECKING:
    from iki_lint.linting import Review


class FilePage(NamedTuple):
    """All that is shown of one file. `tree` is None where there is no decree, or none that can be drawn."""

    number: int
    report: FileReport
    head: Head
    verdict: summary.Verdict
    counts: dict[str, int]
    mended: int
    mended_unsafely: int
    steps: list[summary.Step]
    bars: list[summary.Bar]
    chapters: list[RuleChapter]
    posts: tuple[Post, ...]
    heat: Heat | None
    has_decree: bool
    tree: Tree | None
    sources: list[rules.Source]


def render(reviews: "Sequence[Review]", lang: str) -> str:
    """The report of some files as one page of HTML in `lang`; equal reviews give equal pages, byte by byte."""
    files = [_file(number, review, lang) for number, review in enumerate(reviews, 1)]
    return fill(lang, files=files)


def _file(number: int, review: "Review", lang: str) -> FilePage:
    report, decree = review
    findings = report.findings
    posts = posts_of(decree, lang)
    chapters = chapters_of(report, posts, lang)
    groups = in_order(group_of(finding.code) for finding in findings)
    safe = [finding.fix.safe for finding in findings if finding.fix]
    return FilePage(
        number,
        report,
        head_of(decree, lang),
        summary.verdict(report, posts, lang),
        {severity: report.count(severity) for severity in SEVERITIES},
        safe.count(True),
        safe.count(False),
        summary.steps(chapters, findings, posts, lang),
        summary.bars(findings, lang),
        chapters,
        posts.all,
        heat_map(findings, posts, groups) if decree is not None and findings else None,
        decree is not None,
        drawable_tree(decree) if decree is not None else None,
        rules.sources((key for finding in findings for key in finding.basis), lang),
    )
