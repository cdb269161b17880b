"""How it is said that a rule, or a whole pack, is for other versions of iki-lint."""

from iki_lint import __version__
from iki_lint.messages import say
from iki_lint.packs.manifest import Skipped


def told(skipped: Skipped, lang: str) -> str:
    """The sentence with its place: what was skipped, which versions it needs, which one this is."""
    place = f"{skipped.path}:{skipped.line}:{skipped.column}"
    named = " ".join(part for part in (skipped.code, skipped.name) if part)
    key, what = ("aturan-dilewati", "aturan") if skipped.code else ("paket-dilewati", "paket")
    return say(key, lang, tempat=place, versi=skipped.needs, terpasang=__version__, **{what: named or "?"})
