"""Rules and packs that are for other versions of iki-lint: never looked at, always told."""

from typing import NamedTuple

from iki_lint import __version__
from iki_lint.messages import say


class Skipped(NamedTuple):
    """A rule, or with an empty `code` a whole pack, that is for other versions of iki-lint: the place of what it
    needs, its code, its name, and the range of versions."""

    path: str
    line: int
    column: int
    code: str
    name: str
    needs: str


def told(skipped: Skipped, lang: str) -> str:
    """The sentence with its place: what was skipped, which versions it needs, which one this is."""
    place = f"{skipped.path}:{skipped.line}:{skipped.column}"
    named = " ".join(part for part in (skipped.code, skipped.name) if part)
    key, what = ("aturan-dilewati", "aturan") if skipped.code else ("paket-dilewati", "paket")
    return say(key, lang, tempat=place, versi=skipped.needs, terpasang=__version__, **{what: named or "?"})
