"""Words that a narrow column cuts without a hyphen ("Persentas" + "e"): made whole where the file and the words agree.

A word is cut only where it alone is wider than its cell: the line holds nothing else and reaches the cell's edge. Where
a line ends at a blank instead, most programs leave that blank behind it.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from iki_lint.readers.ruled import Box

_CUT = re.compile(r"(?:^|\n)[^\s]*(\w)\r?\n(?=(\w))")
_ENDS = re.compile(r"[^\W\d_]+$")
_BEGINS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d\s]*\.?\s*")
_SHORT = frozenset({"di", "ke"})
"""Words of two letters that may stand at the beginning of a line."""
_SUFFIXES = frozenset({"n", "an", "kan", "nya", "ya", "i", "si"})
"""What is left of words that the lexicon does not know, as it is no word by itself."""


def whole(text: str, slot: Box, written: Callable[[], Sequence[Box]]) -> str:
    """The text of a cell with its cut words made whole; `written` bounds its stretches, asked for only when needed."""
    if not _CUT.search(text):
        return text
    lines = text.splitlines()
    boxes = _lines(written())
    if len(boxes) != len(lines):
        return text
    right = slot.right - max(min(box.left for box in boxes) - slot.left, 0)
    made = lines[0]
    for at, (line, following) in enumerate(pairwise(lines)):
        box = boxes[at]
        letter = (box.right - box.left) / max(len(line), 1)
        full = " " not in line and right - box.right < 1.5 * letter
        made += ("" if full and _is_cut(made, following, text) else "\r\n") + following
    return made


def _lines(written: Sequence[Box]) -> list[Box]:
    """The lines that stretches of text make, from the top."""
    lines: list[Box] = []
    for box in sorted(written, key=lambda box: -(box.top + box.bottom)):
        if lines and lines[-1].bottom < (box.top + box.bottom) / 2 < lines[-1].top:
            last = lines[-1]
            lines[-1] = Box(min(last.left, box.left), last.bottom, max(last.right, box.right), last.top)
        else:
            lines.append(box)
    return lines


def _is_cut(before: str, after: str, cell: str) -> bool:
    """Whether a word goes on behind a line end: together it is a word or the cell's number, apart it is not."""
    if _NUMBER.fullmatch(cell):
        return before[-1:].isdigit() and after[:1].isdigit()
    left, right = _ENDS.search(before), _BEGINS.match(after)
    if not left or not right:
        return False
    parts = left[0].lower(), right[0].lower()
    if all(map(_is_word, parts)):
        return False
    from iki_lint.language.vocabulary import is_known_word

    return is_known_word("".join(parts)) or (parts[1] in _SUFFIXES and not _is_word(parts[0]))


def _is_word(part: str) -> bool:
    from iki_lint.language.vocabulary import SHORTEST, is_known_word

    return part in _SHORT or (len(part) >= SHORTEST and is_known_word(part))
