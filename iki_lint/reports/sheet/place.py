"""Where findings are, in the words of a reviewer: whose, in which column, on which lines of which document."""

from collections.abc import Sequence

from iki_lint.findings import Finding
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.pointers import column_of, post_key, spot_of
from iki_lint.reports.sheet.post import Post

MOST_PLACES, MOST_ADDRESSES, MOST_POSTS = 4, 2, 2
"""How many lines, other addresses and numbers of posts are named on paper."""

EVERY = 2_000
"""How many are named where everything is told: a cell of a spreadsheet has its limit too."""


def whose(findings: Sequence[Finding], matter: Matter) -> str:
    """The posts that findings are about."""
    posts = dict.fromkeys(matter.post_of.get(post_key(finding.pointer)) for finding in findings)
    named = [post for post in posts if post]
    return posts_named(named, matter) if named else matter.say("telaah-naskah-keputusan")


def posts_named(posts: Sequence[Post], matter: Matter) -> str:
    """Posts by name with their numbers; on paper only the first name, and how many more there are."""
    names: dict[str, list[int]] = {}
    for post in posts:
        names.setdefault(post.name, []).append(post.number)
    if not matter.paper or len(posts) <= MOST_POSTS:
        return "; ".join(_numbered(name, numbers, matter) for name, numbers in names.items())
    name, numbers = next(iter(names.items()))
    rest = len(posts) - len(numbers[:MOST_POSTS])
    told = _numbered(name, numbers[:MOST_POSTS], matter)
    return matter.say("telaah-dan-jabatan", nama=told, jumlah=rest) if rest else told


def where(findings: Sequence[Finding], matter: Matter) -> str:
    """The column and the lines; with how often, when there is more than one."""
    column = column_of(findings[0].pointer).replace("_", "-")
    place = "\n".join(_lines(findings, matter))
    # Addresses in tables of Word files name the column themselves.
    if column and not any(mark in place for mark in (", kolom ", ", column ")):
        place = matter.say("telaah-tempat", kolom=matter.say(f"letak-{column}"), tempat=place)
    told = matter.say("telaah-kali", kali=len(findings), tempat=place) if len(findings) > 1 else place
    return told[:1].upper() + told[1:]


def _numbered(name: str, numbers: Sequence[int], matter: Matter) -> str:
    known = ", ".join(str(number) for number in numbers if number)
    return matter.say("telaah-jabatan-nomor", nama=name, nomor=known) if known else name


def _lines(findings: Sequence[Finding], matter: Matter) -> list[str]:
    """The lines of each document; that of most findings is named at the head of the part, not here."""
    documents: dict[str, dict[str, None]] = {}
    for finding in findings:
        document, spot = spot_of(finding, matter.file)
        documents.setdefault(document, {}).setdefault(spot)
    others = list(documents.pop("", {}))
    told = []
    for name, lines in documents.items():
        numbers = matter.say("tempat-baris", baris=_listed(list(lines), MOST_PLACES, ", ", matter))
        told.append(numbers if name == matter.document else f"{numbers} ({name})")
    return [*told, _listed(others, MOST_ADDRESSES, "; ", matter)] if others else told


def _listed(names: list[str], most: int, mark: str, matter: Matter) -> str:
    most = most if matter.paper else EVERY
    shown = mark.join(names[:most])
    rest = len(names) - most
    return matter.say("telaah-dan-lain", nama=shown, jumlah=rest) if rest > 0 else shown
