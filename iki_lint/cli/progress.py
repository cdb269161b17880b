"""A line that says how far a long check has come: on a terminal only, after a second only, and gone at the end."""

import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from iki_lint.messages import say
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.notes import number

if TYPE_CHECKING:
    from threading import Timer

DELAY = 1.0
"""Seconds before anything is shown."""

BAR = 20
NARROWEST = 40


class Progress:
    """The line on `stream`, standard error, for `total` files; without a stream nothing is ever written.

    It is drawn by a timer at first, so that one slow file is told too, and then with each file that begins and each
    page that is read.
    """

    def __init__(self, total: int, lang: str, stream: TextIO | None) -> None:
        self.total = total
        self.lang = lang
        self.stream = stream
        self.at = 0
        self.path = ""
        self.page: tuple[int, int] | None = None
        self.shown = False
        self.timer: Timer | None = None

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer.join()
        self.clear()

    def begin(self, path: str) -> None:
        """The next file is being checked."""
        self.at += 1
        self.path = path
        self.page = None
        if self.shown:
            self.show()
        elif self.timer is None and self.stream is not None:
            from threading import Timer

            self.timer = Timer(DELAY, self.show)
            self.timer.daemon = True
            self.timer.start()

    def read(self, pages: int, of: int) -> None:
        """So many pages of the file have been read, of so many."""
        self.page = (pages + 1, of) if pages < of else None
        if self.shown:
            self.show()

    def show(self) -> None:
        """Draw the line, in place of the one before."""
        width = _width()
        line = self._line()
        while columns(line) > width:
            line = line[:-1]
        self._write(f"\r{line}{' ' * (width - columns(line))}")
        self.shown = True

    def clear(self) -> None:
        """Take the line away, so that something else can be said; the next file draws it again."""
        if self.shown:
            self._write(f"\r{' ' * _width()}\r")

    def _line(self) -> str:
        encoding = getattr(self.stream, "encoding", None) or "utf-8"
        name = escape(self.path).encode(encoding, "backslashreplace").decode(encoding)
        done = BAR * (self.at - 1) // self.total
        bar = f"[{'#' * done}{'.' * (BAR - done)}] " if self.total > 1 else ""
        if self.page:
            page, pages = (number(each, self.lang) for each in self.page)
            return bar + say("kemajuan-halaman", self.lang, halaman=page, jumlah=pages, berkas=name)
        if self.total == 1:
            return say("kemajuan-satu", self.lang, berkas=name)
        at, total = number(self.at, self.lang), number(self.total, self.lang)
        return bar + say("kemajuan", self.lang, nomor=at, jumlah=total, berkas=name)

    def _write(self, text: str) -> None:
        assert self.stream is not None
        try:
            self.stream.write(text)
            self.stream.flush()
        except OSError:
            self.shown = False


def watched() -> TextIO | None:
    """Standard error where a person watches it: a terminal that can overwrite a line, not that of a CI service."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return None
    return sys.stderr


def _width() -> int:
    """The columns that may be written without the terminal beginning a new line."""
    try:
        return max(os.get_terminal_size(sys.stderr.fileno()).columns, NARROWEST) - 1
    except (OSError, ValueError, AttributeError):
        return NARROWEST - 1
