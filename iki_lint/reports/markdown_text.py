"""Words from anywhere, made safe to stand in GitHub's Markdown: they make no markup, no link, and call no one."""

import re
from html import escape as html_escape

from iki_lint.reports.escape import escape

# Between these parts stands a character without a width: what looks like a name, an issue, an address or an emoji is
# looked for in the finished page too, where an escape would be gone.
_CALLS = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=\bGH-)(?=\d)|(?<=:)(?=//|[\w+-]+:)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_BREAK = "\u200b"

_MARKS = re.compile(r"[\\`*_{}\[\]|~]")


def plain(text: str) -> str:
    """Text within a line, a list or a cell of a table."""
    return _MARKS.sub(r"\\\g<0>", _markup(text)).replace("$", "<span>$</span>").replace(_BREAK, "&#8203;")


def code(text: str) -> str:
    """Text as it was written, in the letters of a typewriter."""
    return f"<code>{_MARKS.sub(_numbered, _markup(text)).replace('$', '&#36;').replace(_BREAK, '&#8203;')}</code>"


def heading(text: str) -> str:
    """Text within an HTML element, where Markdown does not reach."""
    return _markup(text).replace(_BREAK, "&#8203;")


def _markup(text: str) -> str:
    return html_escape(_CALLS.sub(_BREAK, escape(text)), quote=False)


def _numbered(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
