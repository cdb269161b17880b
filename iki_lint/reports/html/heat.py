"""The map of findings: posts by groups of rules, coloured by how many findings there are for each indicator."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.findings import Finding
from iki_lint.reports.groups import group_of
from iki_lint.reports.html.posts import Post, Posts
from iki_lint.reports.html.view import query

BOUNDS = (0.1, 0.3, 0.6, 1.0)
"""Findings for each indicator up to which a colour goes; there is one more beyond the last."""


class Cell(NamedTuple):
    """The findings of a post in a group: their number, its colour (0: none, 5: the deepest), the filter for them."""

    group: str
    total: int
    level: int
    query: str


class Row(NamedTuple):
    """A post with its findings: the errors, those of each group, and all."""

    post: Post
    errors: int
    cells: tuple[Cell, ...]
    total: int


class Heat(NamedTuple):
    """The groups that found something, a row for each post, and the sums of the groups."""

    groups: tuple[str, ...]
    rows: tuple[Row, ...]
    sums: tuple[int, ...]


def heat_map(findings: Sequence[Finding], posts: Posts, groups: Sequence[str]) -> Heat:
    """The map of a file's findings."""
    counts = Counter((posts.of(finding), group_of(finding.code)) for finding in findings)
    errors = Counter(posts.of(finding) for finding in findings if finding.severity == "error")
    rows = []
    for number, post in enumerate(posts.all):
        cells = tuple(_cell(post, group, counts[number, group]) for group in groups)
        rows.append(Row(post, errors[number], cells, sum(cell.total for cell in cells)))
    sums = tuple(sum(row.cells[at].total for row in rows) for at in range(len(groups)))
    return Heat(tuple(groups), tuple(rows), sums)


def _cell(post: Post, group: str, count: int) -> Cell:
    level = bisect_left(BOUNDS, count / post.indicators) + 1 if count and post.indicators else 0
    return Cell(group, count, level, query(aturan=group, jabatan=post.key))
