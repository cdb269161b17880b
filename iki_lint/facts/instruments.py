"""The assessment instruments that a text names (SKM, SAKIP, SPBE ...), from the table `instrumen`."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from iki_lint.language.lexicon import table
from iki_lint.language.tokens import Word

_SPELLED = dict.fromkeys(("survey", "siurvei", "survay"), "survei")


@lru_cache(maxsize=1)
def instrument_table() -> dict[str, dict[str, Any]]:
    """The records of the table by key."""
    return {record["kunci"]: record for record in table("instrumen")}


@lru_cache(maxsize=4)
def _by_first_word(field: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for record in table("instrumen"):
        for name in record[field]:
            parts = tuple(name.split())
            index.setdefault(parts[0], []).append((parts, record["kunci"]))
    return index


def instruments_in(text: Sequence[Word], field: str = "sebutan") -> tuple[str, ...]:
    """The keys of the instruments named in a text, in the table's order."""
    index = _by_first_word(field)
    lower = [_SPELLED.get(word, word) for _, _, word in text]
    if index.keys().isdisjoint(lower):
        return ()
    found = {
        key
        for at, word in enumerate(lower)
        for parts, key in index.get(word, ())
        if tuple(lower[at : at + len(parts)]) == parts
    }
    return tuple(key for key in instrument_table() if key in found)
