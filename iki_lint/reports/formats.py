"""The forms that a report may take, and who writes each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from iki_lint.findings import Report
from iki_lint.reports.style import Style

if TYPE_CHECKING:
    from iki_lint.linting import Review

FORMATS = ("text", "json", "html")
NEEDS_DECREE: frozenset[str] = frozenset({"html"})
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
    if kind == "html":
        from iki_lint.reports.html import page

        return page.render(reviews, style.lang)
    raise ValueError(kind)
