"""The command line. The version, and what is known already, is answered before anything else is imported."""

import gc
import os
import sys

from iki_lint import __version__


def main() -> None:
    """The `iki-lint` command; ends the process."""
    _leave(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        print(f"iki-lint {__version__}")
        return 0
    # A short-lived process that builds large trees: looking for cycles among them only costs time.
    gc.disable()
    try:
        from iki_lint.cli.replay import replay

        known = replay(arguments)
        if known is not None:
            return known
        from iki_lint.cli import result_cache
        from iki_lint.cli.app import run

        result_cache.asked = arguments
        return run(arguments)
    except KeyboardInterrupt:
        return 130


def _leave(code: int) -> None:
    """End without taking the tree of objects down first: what is to be said has been said."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
    os._exit(code)
