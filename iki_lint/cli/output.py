"""Where results go: the terminal in one write, files at one stroke."""

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from iki_lint.cli.refusal import Refusal, unwritable
from iki_lint.cli.replay import ERR, OUT
from iki_lint.messages import say
from iki_lint.reports.escape import escape
from iki_lint.whole_files import write_whole

if TYPE_CHECKING:
    from iki_lint.findings import Finding

STDOUT = "-"

heard: list[tuple[str, str | bytes]] | None = None
"""What is said from now on, as (stream, words), where somebody wants to keep it."""


def complain(key: str, lang: str, **args: str) -> None:
    """One sentence on standard error about what went wrong."""
    tell([f"iki-lint: {say(key, lang, **args)}"])


def tell(lines: Iterable[str]) -> None:
    """Lines on standard error, with nothing in them that a terminal would obey."""
    text = "".join(f"{escape(line)}\n" for line in lines)
    if sys.stderr is None or not text:
        return
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    text = text.encode(encoding, "backslashreplace").decode(encoding)
    if heard is not None:
        heard.append((ERR, text))
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        return


def located(path: str, findings: Iterable["Finding"]) -> list[str]:
    """Findings in a line each: the place, the code, and what it says."""
    at = [(f"{path}:{each.place.line}:{each.place.column}" if each.place else path, each) for each in findings]
    return [f"{where}: {each.code} {each.message}" for where, each in at]


def write(text: str, path: str, encoding: str = "utf-8") -> None:
    """Write `text` to a file, or to standard output when `path` is "-". Raises Refusal when that fails.

    A file is complete or untouched.
    """
    data = text.encode(encoding, "backslashreplace")
    if path == STDOUT:
        _print(data)
        return
    save({path: data})


def save(contents: Mapping[str, bytes]) -> None:
    """Write files, all of them or none. Raises Refusal when that fails."""
    try:
        write_whole(contents)
    except OSError as error:
        raise unwritable(error, ", ".join(contents)) from None


def _print(data: bytes) -> None:
    """All bytes to standard output. Whoever reads it may stop reading (`| head`): that is no error."""
    if sys.stdout is None:
        raise Refusal("gagal-tulis", berkas="stdout", sebab="closed")
    if heard is not None:
        heard.append((OUT, data))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence()
    except OSError as error:
        silence()
        raise unwritable(error, "stdout") from None


def silence() -> None:
    """Let what is still buffered for standard output go nowhere, so that closing it cannot fail."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        return
