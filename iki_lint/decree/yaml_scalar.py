"""From a scalar event to a `Text`: the cases that need a second look."""

import re
from typing import Any

from iki_lint.decree.source import BREAKS, Source
from iki_lint.decree.tree import Breakpoints, Text
from iki_lint.patterns import pattern

NULLS = frozenset({"", "~", "null", "Null", "NULL"})

_WHITE = " \t" + BREAKS
# Compiled when a document has an anchor or a tag, which few have.
_PROPERTIES = rf"(?:[&!][^{_WHITE}]*(?:[{_WHITE}]+(?:#[^{BREAKS}]*)?)*){{1,2}}"
_BREAK = pattern(f"\r\n|[{BREAKS}]")


def scalar(event: Any, source: Source) -> Text:
    """Any scalar event as a `Text` whose edges leave out anchor, tag and trailing blank lines."""
    value, style, raw = event.value, event.style, source.text
    start, end = event.start_mark.index, event.end_mark.index
    if not style and not value:
        return Text(value, source, end, end, event.tag is None)
    if (event.anchor is not None or event.tag is not None) and (
        found := re.compile(_PROPERTIES).match(raw, start, end)
    ):
        start = found.end()
    if style in ("|", ">"):
        end = start + len(raw[start:end].rstrip(_WHITE))
        if last := _BREAK.match(raw, end):
            end = last.end()
    if not style and value in NULLS and event.tag is None:
        return Text("", source, start, end, True)
    verbatim = not style and end - start == len(value)
    return Text(value, source, start, end, False, None if verbatim else breakpoints)


def breakpoints(text: Text) -> Breakpoints:
    """The offset map of a scalar that does not stand in the file as it is; most files hold few of them."""
    from iki_lint.decree.scalar_map import breakpoints as computed

    return computed(text)
