"""One decoded text file: its lines, and where an offset stands in them."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

BREAKS = "\r\n\x85\u2028\u2029"
"""The characters that YAML takes for a line break."""


class Place(NamedTuple):
    """A stretch of a file: lines and columns from 1, in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Source:
    """A decoded file. Offsets count characters of `text` (a byte order mark is not part of it)."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character; LF, CRLF and a lone CR end a line."""
        return _line_starts(self.text)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column (both from 1) of an offset."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column, the inverse of `position`. Raises IndexError past the last line."""
        return self.line_starts[line - 1] + column - 1

    def place(self, start: int, end: int) -> Place:
        """Where the characters `start..end` stand."""
        return Place(*self.position(start), *self.position(end))

    def line(self, number: int) -> str:
        """Line `number` (from 1) without its line break; empty past the end."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        ends = (i + 1 for i, c in enumerate(text) if c == "\n" or (c == "\r" and text[i + 1 : i + 2] != "\n"))
        return [0, *ends]
    return [0, *[found.end() for found in re.finditer("\n", text)]]
