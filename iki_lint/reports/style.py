"""How a report is to be written."""

from typing import NamedTuple


class Style(NamedTuple):
    """The language, and for text: whether in colours, every finding, the table per rule, and how wide.

    For machines: the lowest severity that counts as a failure, the exit code of the run, and the codes of the rules
    that were asked to run.
    """

    lang: str = "id"
    color: bool = False
    show_all: bool = False
    statistics: bool = False
    width: int = 100
    fail_on: str = "error"
    exit_code: int = 0
    rules: tuple[str, ...] = ()
