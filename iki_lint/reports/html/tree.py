"""The performance tree of a decree, where a page can show it."""

from iki_lint.cascade.tree import Tree, TreeTooDeep, tree_of
from iki_lint.decree.model import Decree
from iki_lint.facts.subjects import Subjects


def drawable_tree(decree: Decree) -> Tree | None:
    """The tree of a decree; None when its plans support one another over more levels than can be drawn."""
    try:
        return tree_of(decree, Subjects(decree))
    except TreeTooDeep:
        return None
