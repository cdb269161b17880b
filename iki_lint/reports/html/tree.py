"""The performance tree of a decree, where a page can show it."""

from iki_lint.cascade.tree import Tree, tree_of
from iki_lint.decree.model import Decree
from iki_lint.facts.subjects import Subjects

DEEPEST = 60
"""So many levels are drawn: no office has more than a few, and browsers nest only a few hundred elements."""


def drawable_tree(decree: Decree) -> Tree | None:
    """The tree of a decree; None when its posts stand below one another deeper than can be drawn."""
    try:
        found = tree_of(decree, Subjects(decree))
    except RecursionError:
        return None
    level = [*found.goals, *found.heads, *found.orphans]
    depth = 0
    while level:
        depth += 1
        level = [below for branch in level for below in branch.branches]
    return found if depth <= DEEPEST else None
