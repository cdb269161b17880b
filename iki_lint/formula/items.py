"""Lists inside one cell: "1. Laporan Kinerja 2. Perjanjian Kinerja", "a. ...; b. ..."."""

import re

from iki_lint.patterns import pattern

_MARK = pattern(r"(?<!\S)(?:(?P<number>[0-9]{1,2})|(?P<letter>[a-z]))[.)](?=\s+\S)")
_JOINTS = ("dan", "serta", "atau")


def split_items(text: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Where the list in `text` starts, and the stretch of each item; `(len(text), ())` without a list.

    The marks must count up from 1 or from a, outside parentheses. A lone first mark makes a list only when it opens
    the text.
    """
    marks: list[re.Match[str]] = []
    depth, seen = 0, 0
    for found in _MARK.finditer(text):
        depth += text.count("(", seen, found.start()) - text.count(")", seen, found.start())
        seen = found.end()
        if depth <= 0 and _follows(marks, found):
            marks.append(found)
    if not marks or (len(marks) == 1 and text[: marks[0].start()].strip(" \t\r\n:-•")):
        return len(text), ()
    ends = [found.start() for found in marks[1:]] + [len(text)]
    return marks[0].start(), tuple(_item(text, found.end(), end) for found, end in zip(marks, ends, strict=True))


def _follows(marks: list[re.Match[str]], found: re.Match[str]) -> bool:
    """Whether the mark continues the list, or may open it."""
    if not marks:
        return found[0][:-1] in ("1", "a")
    if found["number"]:
        return marks[-1]["number"] is not None and int(found["number"]) == int(marks[-1]["number"]) + 1
    return marks[-1]["letter"] is not None and ord(found["letter"]) == ord(marks[-1]["letter"]) + 1


def _item(text: str, start: int, end: int) -> tuple[int, int]:
    """The item's stretch, without the "dan" or semicolon that leads to the next one."""
    words = text[start:end].rstrip(" \t\r\n;,.").rsplit(None, 1)
    if len(words) == 2 and words[1].casefold() in _JOINTS:
        return start, text.rindex(words[1], start, end)
    return start, end
