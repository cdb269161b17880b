"""What is wrong with a file before any rule can look at it."""

from typing import NamedTuple

from iki_lint.decree.source import Source


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
