"""Stable ids: made once from the name of a position, never from its place in the document."""

import re
import unicodedata

_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


def slug(name: str) -> str:
    """A name in lower-case ASCII letters, digits and hyphens; "jabatan" where no letter is left."""
    plain = unicodedata.normalize("NFKD", name[:400]).encode("ascii", "ignore").decode("ascii").lower()
    words = _OTHER.sub("-", plain).strip("-")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    if not re.search("[a-z]", words):
        words = f"jabatan-{words}".rstrip("-")
    return words


def unique_slugs(names: list[str]) -> list[str]:
    """A slug for each name, in order; the second one of a kind gets "-2" and so on."""
    given: set[str] = set()
    counts: dict[str, int] = {}
    found = []
    for name in names:
        base = candidate = slug(name)
        while candidate in given:
            counts[base] = counts.get(base, 1) + 1
            candidate = f"{base}-{counts[base]}"
        given.add(candidate)
        found.append(candidate)
    return found
