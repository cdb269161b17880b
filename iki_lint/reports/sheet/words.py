"""Texts of a document cut to the room on paper, and sources by their short names."""

from iki_lint.catalog import catalog_shown
from iki_lint.reports.sheet.matter import Matter

CUT = " …"
SEEN = ("dibaca", "dikutip")
"""The evidence a source must have to be named."""


def shortened(text: str, longest: int, matter: Matter) -> str:
    """A text of a document, on paper no longer than `longest` characters and cut at a blank where there is one."""
    text = text.strip()
    if not matter.paper or len(text) <= longest:
        return text
    head = text[: longest - len(CUT)]
    at = head.rfind(" ")
    return head[: at if at > longest // 2 else None].rstrip() + CUT


def around(text: str, at: int, longest: int, matter: Matter) -> str:
    """As much of a text as there is room for, from its beginning or else from a little before the offset `at`."""
    start = text.rfind(" ", 0, max(at - longest // 4, 0)) + 1 if matter.paper and at > longest // 2 else 0
    return ("… " if start else "") + shortened(text[start:], longest, matter)


def short_title(key: str) -> str:
    """The title of a source without its subject: "PermenPANRB 53/2014"."""
    return catalog_shown().basis[key].title.split(" tentang ")[0].split(" (")[0]


def evidence(key: str) -> str:
    """What was seen of a source; sources that are only remembered are never named."""
    return catalog_shown().basis[key].evidence
