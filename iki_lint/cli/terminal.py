"""What the place that a text report goes to can show."""

import os
import sys
from typing import NamedTuple

from iki_lint.cli.output import STDOUT

WIDEST = 100
NARROWEST = 40


class Screen(NamedTuple):
    """Whether to write colours, how many columns a line may have, and the encoding."""

    color: bool
    width: int
    encoding: str


def screen_of(target: str, color: str) -> Screen:
    """What `target` (a path, or "-" for standard output) can show when `--color` is `auto`, `always` or `never`.

    A colour that was asked for is given; `auto` means a terminal, unless `NO_COLOR` says otherwise. Lines have at
    most 100 columns, fewer in a narrow terminal.
    """
    columns = _columns() if target == STDOUT else None
    wanted = columns is not None and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    encoding = getattr(sys.stdout, "encoding", None) if target == STDOUT else None
    width = min(max(columns or WIDEST, NARROWEST), WIDEST)
    return Screen(color == "always" or (color == "auto" and wanted), width, encoding or "utf-8")


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return _columns() is not None


def _columns() -> int | None:
    """The width of the terminal that standard output is; None when it is no terminal, 0 when it does not say."""
    try:
        if not sys.stdout.isatty():
            return None
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, ValueError):
        return None
    except OSError:
        return 0
