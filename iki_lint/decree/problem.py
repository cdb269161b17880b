"""What is wrong with a file before any rule can look at it."""

from typing import NamedTuple

from iki_lint.decree.source import Place, Source

MAX_PROBLEMS = 1_000
"""After so many in one file the rest is not looked at: finding them takes time, and nobody reads them."""


class Problem(NamedTuple):
    """A located defect of the file itself: not readable, not sound YAML, not shaped as the schema says.

    `code` is the IKI0xx rule that names it, `message` the key of a sentence in `rules/messages/` and `args` what
    fills its placeholders. `start` and `end` are offsets into `source.text`; `fatal` means that nothing of the
    document can be checked.
    """

    code: str
    message: str
    args: dict[str, str]
    source: Source
    start: int
    end: int
    pointer: str = ""
    fatal: bool = False

    @property
    def place(self) -> Place | None:
        """Where it is; None for what is wrong with the file as a whole, which is an empty span at its beginning."""
        return self.source.place(self.start, self.end) if self.end else None


def too_many(source: Source, start: int, end: int) -> Problem:
    """The IKI004 that stands for everything beyond `MAX_PROBLEMS`."""
    return Problem("IKI004", "terlalu-banyak-masalah", {"batas": str(MAX_PROBLEMS)}, source, start, end)
