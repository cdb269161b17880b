"""What an importer says when it cannot make a decree of a file."""

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source


class UnreadableDecree(Exception):
    """Nothing was imported; `problem` says why, and where."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def unreadable(code: str, message: str, source: Source, start: int, end: int, **args: str) -> UnreadableDecree:
    """A fatal problem at `start..end` of `source`, ready to be raised."""
    return UnreadableDecree(Problem(code, message, args, source, start, end, fatal=True))
