"""Words across line ends: the lines of a cell made one text, and which hyphen at the end of a line is a word's own."""

import re

# pdfium's own signs for a hyphen at the end of a line, which it joins to the next one.
_SIGNS = "\x02\ufffe"
_HYPHEN = re.compile(rf"([^\W\d_]*)(?:[{_SIGNS}][^\S\r\n]*[\r\n]*\s*|-[^\S\r\n]*[\r\n]+\s*)(?=([^\W\d_]*))")
LINE_END = re.compile(rf"[\r\n{_SIGNS}]+")
_SOFT = re.compile("\u00ad\\s*")


def joined(text: str) -> str:
    """The lines of a text as one. "pihak-" + "pihak" keeps its hyphen, "pelak-" + "sanaan" does not."""
    text = _SOFT.sub("", text)
    if "-" in text or "\x02" in text or "\ufffe" in text:
        text = _HYPHEN.sub(_at_line_end, text)
    return " ".join(text.split())


def _at_line_end(found: re.Match[str]) -> str:
    """What stands for a hyphen and the line end behind it; one that stands alone is a dash."""
    if not found[1] and (found.start() == 0 or found.string[found.start() - 1].isspace()):
        return "- "
    return found[1] + ("-" if _is_own(found[1], found[2]) else "")


def _is_own(left: str, right: str) -> bool:
    """Whether the hyphen between two parts belongs to the word: unless only the parts together are a word."""
    if not left or not right or not left.islower() or not right.islower():
        return True
    if right[:3] in left or left[-3:] in right:
        return True
    from iki_lint.language.vocabulary import SHORTEST, is_known_word

    if len(left) >= SHORTEST and len(right) >= SHORTEST and is_known_word(left) and is_known_word(right):
        return True
    return not is_known_word(left + right)
