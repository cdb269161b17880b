"""Small things that all parts of a page are made of."""

from urllib.parse import urlencode

LONGEST = 1_000
"""How many characters of a text are shown: names and quoted words may have any length."""

CUT = "…"


def short(text: str, most: int = LONGEST) -> str:
    """The text, cut where it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1] + CUT


def query(**filters: str) -> str:
    """Filters as they stand in the address of a page, behind the #."""
    return urlencode(filters)
