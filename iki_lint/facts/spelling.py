"""What is misspelt in a decree: found once in its distinct texts, then told of every place that has the text."""

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from iki_lint.decree.model import Decree, Plan, Position
from iki_lint.decree.prose import Prose, prose
from iki_lint.patterns import pattern

if TYPE_CHECKING:
    from iki_lint.language.spelling import Misspelling

_CITED = pattern(r"\b(?:Nomor|No\.?|nomor)\s*:?\s*[\w./-]+\s+(?:Tahun|tahun|TAHUN)\s+\d{4}\s+tentang\b([^;(]*)", re.I)


class Found(NamedTuple):
    """A misspelling at one place. `where` is `nama-resmi` (the name of a post or unit), `kutipan` (the title of a cited
    regulation), `judul` (the title of the decree or its IKU), `sasaran` (the first word of one) or empty."""

    prose: Prose
    misspelling: "Misspelling"
    where: str


class Spelling:
    """The misspellings of a decree, looked for when a rule asks; `own_words` (lower case) count as right."""

    def __init__(self, decree: Decree, own_words: Collection[str] = ()) -> None:
        self.decree = decree
        self.own_words = own_words

    @cached_property
    def places(self) -> dict[str, list[Prose]]:
        """Everything that is written in the decree, each distinct text with all its places."""
        found: defaultdict[str, list[Prose]] = defaultdict(list)
        for each in prose(self.decree):
            found[each.text.value].append(each)
        return found

    @cached_property
    def found(self) -> list[Found]:
        """All misspellings, those of one text together."""
        from iki_lint.language.spelling import misspellings

        return [
            Found(each, misspelling, _where(each, misspelling))
            for text, wrong in misspellings(self.places, self.own_words).items()
            for each in self.places[text]
            for misspelling in wrong
        ]


def _where(prose: Prose, misspelling: "Misspelling") -> str:
    owner, key = prose.owner, prose.key
    if (isinstance(owner, Position) and key in ("nama", "unit")) or key.startswith("/unit_kerja"):
        return "nama-resmi"
    if any(start <= misspelling.start < end for start, end in _citations(prose.text.value)):
        return "kutipan"
    if isinstance(owner, Plan):
        if misspelling.start == 0:
            return "sasaran"
        return "judul" if owner.position is None else ""
    return "judul" if key == "/keputusan/tentang" else ""


@lru_cache(maxsize=4096)
def _citations(text: str) -> tuple[tuple[int, int], ...]:
    """Where the titles of cited regulations stand in a text."""
    if "tentang" not in text and "TENTANG" not in text:
        return ()
    return tuple(found.span(1) for found in _CITED.finditer(text))
