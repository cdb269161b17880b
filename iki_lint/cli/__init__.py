"""The command line. The version is answered from here, before anything else is imported."""

import os
import sys
from typing import NoReturn

from iki_lint import __version__


def main() -> NoReturn:
    """The `iki-lint` command; ends the process."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        print(f"iki-lint {__version__}")
        _leave(0)
    try:
        from iki_lint.cli.app import run

        code = run(arguments)
    except KeyboardInterrupt:
        code = 130
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End without taking the tree of objects down first: what is to be said has been said."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
    os._exit(code)
