"""What compiled conditions call. Texts are compared without regard to letter case; a phrase counts as its words."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from iki_lint.facts.fact import Phrase

MAX_SEARCHED = 1000
_EDGES = " .,;:"
_searches: dict[str, Callable[[str], object]] = {}


def text_of(phrase: Phrase | None) -> str:
    """The words of a phrase in lower case; a phrase that is not there is an empty text."""
    return "" if phrase is None else phrase.text.lower()


def matches(text: str, pattern: str) -> bool:
    """Whether `pattern` occurs in the first `MAX_SEARCHED` characters of `text`, in any letter case."""
    search = _searches.get(pattern)
    if search is None:
        search = _searches[pattern] = re.compile(pattern, re.IGNORECASE).search
    return search(text if len(text) <= MAX_SEARCHED else text[:MAX_SEARCHED]) is not None


def holds(texts: Iterable[str | Phrase], text: str) -> bool:
    """Whether a list has `text` (lower case) among its texts or phrases."""
    return any((item if isinstance(item, str) else item.text).lower() == text for item in texts)


def same(left: str, right: str) -> bool:
    """Whether two lower-case texts are equal but for spaces and the punctuation around them."""
    return " ".join(left.split()).strip(_EDGES) == " ".join(right.split()).strip(_EDGES)


def globals_for(lists: Mapping[str, Any]) -> dict[str, Any]:
    """The names that a compiled condition may look up: these functions, `LISTS`, and nothing else."""
    return {
        "__builtins__": {"bool": bool, "len": len},
        "LISTS": lists,
        "text_of": text_of,
        "matches": matches,
        "holds": holds,
        "same": same,
    }
