"""What findings belong to: the text of a decree, its key indicators, or one of its posts."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from iki_lint.decree.model import Decree, Position
from iki_lint.findings import Finding
from iki_lint.messages import say
from iki_lint.reports.html.view import short

DECREE, IKU = "/keputusan", "/iku"
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,80}")


class Post(NamedTuple):
    """A post, the IKU or the text itself: `key` names it in the address of a page, whatever is added to the decree.

    `id` is shown where several have its `name`, else it is empty. `indicators` says how many it has.
    """

    key: str
    name: str
    indicators: int
    id: str = ""


class Posts(NamedTuple):
    """All of them in the order of the decree, and where each stands by its JSON pointer."""

    all: tuple[Post, ...]
    at: Mapping[str, int]

    def of(self, finding: Finding) -> int:
        """The number of the post that a finding belongs to; the text itself where it belongs to none."""
        parts = finding.pointer.split("/", 3)
        if parts[1:2] == ["iku"]:
            return self.at.get(IKU, 0)
        return self.at.get("/".join(parts[:3]), 0)


def posts_of(decree: Decree | None, lang: str) -> Posts:
    """The posts of a decree; those of the same name are told apart by their ids."""
    posts = [Post(DECREE, say("laman-naskah", lang), 0)]
    at = {DECREE: 0}
    if decree is None:
        return Posts(tuple(posts), at)
    if decree.goals:
        at[IKU] = len(posts)
        posts.append(Post(IKU, say("laman-iku", lang), sum(len(goal.indicators) for goal in decree.goals)))
    ids = Counter(position.id for position in decree.positions)
    names = Counter(_name(position) for position in decree.positions)
    for position in decree.positions:
        own = position.id if position.id and ids[position.id] == 1 else None
        key = own if own and _PLAIN.fullmatch(own) else position.pointer
        name = _name(position)
        at[position.pointer] = len(posts)
        told_apart = "" if name and names[name] == 1 else short(own or position.pointer, 80)
        posts.append(Post(key, name, sum(1 for _ in position.indicators()), told_apart))
    return Posts(tuple(posts), at)


def concerned(posts: Posts, findings: Iterable[Finding]) -> int:
    """How many posts findings are about, not counting the text and the IKU."""
    others = {posts.at.get(DECREE), posts.at.get(IKU)}
    return len({posts.of(finding) for finding in findings} - others)


def _name(position: Position) -> str:
    parts = (position.name, position.unit)
    return " ".join(part.value.strip() for part in parts if part is not None and part.value.strip())
