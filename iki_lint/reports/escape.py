"""Text from anywhere, made safe for a terminal and measured in terminal columns."""

import re
from unicodedata import category, east_asian_width

TAB = " " * 4

# Characters that count as printable and yet leave no mark. Compiled when a text is not ASCII.
_INVISIBLE = "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"

_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape(text: str) -> str:
    r"""The text with everything shown that a terminal would obey or hide: ESC as `\x1b`, U+202E as `<U+202E>`."""
    if text.isprintable() and (text.isascii() or not re.search(_INVISIBLE, text)):
        return text
    return "".join(c if _shows(c) else _name(c) for c in text)


def cell(char: str) -> tuple[str, int]:
    """What stands for one character in a source excerpt, and how many columns it takes (0 for a combining mark)."""
    if char == "\t":
        return TAB, len(TAB)
    if not _shows(char):
        name = _name(char)
        return name, len(name)
    if category(char) in ("Mn", "Me"):
        return char, 0
    return char, 2 if east_asian_width(char) in "WF" else 1


def columns(text: str) -> int:
    """How many terminal columns an escaped text takes."""
    return len(text) if text.isascii() else sum(cell(c)[1] for c in text)


def _shows(char: str) -> bool:
    return (char.isprintable() and (char.isascii() or not re.match(_INVISIBLE, char))) or category(char) == "Zs"


def _name(char: str) -> str:
    code = ord(char)
    return _SHORT.get(char) or (f"\\x{code:02x}" if code < 0xA0 else f"<U+{code:04X}>")
