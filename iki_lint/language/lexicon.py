"""The word lists of `rules/lists/`, as the language modules use them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from iki_lint.catalog import load_catalog


@lru_cache(maxsize=128)
def words(name: str) -> frozenset[str]:
    """The words of a list, lower case."""
    return load_catalog().lists[name]  # type: ignore[return-value]


@lru_cache(maxsize=128)
def pairs(name: str) -> Mapping[str, str]:
    """A list of pairs, from the word found to what it stands for."""
    return load_catalog().lists[name]  # type: ignore[return-value]


def table(name: str) -> tuple[dict[str, Any], ...]:
    """A table of records."""
    return load_catalog().tables[name]


@lru_cache(maxsize=64)
def phrases(name: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases of a list or pair list by their first word, longest first: `((words, meaning), ...)`.

    In a plain list each phrase means itself.
    """
    entries = load_catalog().lists[name]
    meanings = entries.items() if isinstance(entries, Mapping) else ((entry, entry) for entry in entries)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in meanings:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append((parts, meaning))
    return {first: tuple(sorted(each, key=lambda e: (-len(e[0]), e[0]))) for first, each in found.items()}
