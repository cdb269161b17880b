"""How long one text of a decree may be."""

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Node, texts

MAX_TEXT = 1_000_000


def text_too_long(source: Source, root: Node) -> Problem | None:
    """The fatal IKI004 for the first text of more than `MAX_TEXT` characters; it is shown by its first one."""
    if len(source.text) <= MAX_TEXT:
        return None
    text = next((text for text in texts(root) if len(text.value) > MAX_TEXT), None)
    if text is None:
        return None
    args = {"batas": str(MAX_TEXT)}
    return Problem("IKI004", "teks-terlalu-panjang", args, source, text.start, text.start + 1, fatal=True)
