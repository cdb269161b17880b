"""How a report is to be written."""

from typing import NamedTuple


class Style(NamedTuple):
    """The language, and for text: whether in colours, every finding, the table per rule, and how wide.

    For machines: the exit code of the run.
    """

    lang: str = "id"
    color: bool = False
    show_all: bool = False
    statistics: bool = False
    width: int = 100
    exit_code: int = 0
