"""The forms that a report may take, and who writes each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from iki_lint.findings import Report
from iki_lint.reports.style import Style

if TYPE_CHECKING:
    from iki_lint.linting import Review

FORMATS = ("text", "html", "json", "sarif", "junit", "github", "markdown", "csv")
NEEDS_DECREE = frozenset({"html"})
"""The forms that show more of a decree than its findings."""


def render(kind: str, reviews: "Sequence[Review]", style: Style) -> str:
    """The report of some files in one form, ending with a newline. Each form is imported when it is asked for."""
    report = Report(tuple([review.report for review in reviews]))
    if kind == "text":
        from iki_lint.reports import text

        return text.render(report, style.lang, style.color, style.show_all, style.statistics, style.width)
    if kind == "json":
        from iki_lint.reports import json

        return json.render(report)
    if kind == "sarif":
        from iki_lint.reports import sarif

        return sarif.render(report, style)
    if kind == "junit":
        from iki_lint.reports import junit

        return junit.render(report, style)
    if kind == "github":
        from iki_lint.reports import github

        return github.render(report, style)
    if kind == "markdown":
        from iki_lint.reports import markdown

        return markdown.render(report, style)
    if kind == "csv":
        from iki_lint.reports import csv

        return csv.render(report, style)
    if kind == "html":
        from iki_lint.reports.html import page

        return page.render(reviews, style.lang)
    raise ValueError(kind)
