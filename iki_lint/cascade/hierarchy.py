"""Who stands above whom: as the decree says it (`atasan`), or as names and levels suggest."""

from typing import NamedTuple

from iki_lint.decree.model import Decree, Position
from iki_lint.facts.role import full_name
from iki_lint.facts.subjects import Subjects, value
from iki_lint.language.lexicon import pairs
from iki_lint.language.tokens import normal_words

HEAD, MIDDLE, STAFF = 1, 2, 4
_RANKS = {"iku": 0, "kepala": HEAD, "administrator": MIDDLE, "pengawas": 3}


class Superiors(NamedTuple):
    """The posts that may stand right above one; `said` when the decree names the one."""

    posts: tuple[Position, ...]
    said: bool


class _Post(NamedTuple):
    """What a post's place is told by: its rank, the words of its name, and the units that it names."""

    rank: int
    name: tuple[str, ...]
    units: tuple[tuple[str, str], ...]

    @property
    def is_secretary(self) -> bool:
        return self.name[:1] == ("sekretaris",)

    @property
    def is_village_head(self) -> bool:
        return self.name[:1] == ("lurah",) or self.name[:2] == ("kepala", "kelurahan")


def superiors(decree: Decree, subjects: Subjects) -> dict[Position, Superiors]:
    """The superiors of each post. A head has none; without `atasan` all posts are named that may be meant, where the
    post has any plan that may lead to them."""
    by_id = {position.id: position for position in decree.positions if position.id}
    posts = {position: _post(position, subjects) for position in decree.positions}
    leading = {position: post for position, post in posts.items() if post.rank < STAFF}
    kinds = set(leading.values())
    likely: dict[_Post, tuple[Position, ...]] = {}
    found = {}
    for position, post in posts.items():
        named = by_id.get(position.superior.value) if position.superior is not None else None
        if named is None and not position.plans:
            found[position] = Superiors((), False)
            continue
        if named is None and post not in likely:
            above = _likely(post, kinds)
            likely[post] = tuple([each for each, other in leading.items() if other in above])
        found[position] = Superiors(likely[post], False) if named is None else Superiors((named,), True)
    return found


def rank_of(position: Position, subjects: Subjects) -> int:
    """1 for the head of the unit, then 2, 3, and 4 for staff and for what is not known.

    A lurah leads a unit of his own and stands beside the secretary, above the sections of the kelurahan.
    """
    return _post(position, subjects).rank


def _post(position: Position, subjects: Subjects) -> _Post:
    name, kinds = full_name(value(position.name)), pairs("kata-instansi")
    words = (*name, *normal_words(value(position.unit)))
    units = tuple((kinds[word], words[at + 1]) for at, word in enumerate(words[:-1]) if word in kinds)
    post = _Post(_RANKS.get(subjects.position(position).tingkat, STAFF), name, units)
    return post._replace(rank=MIDDLE) if post.is_village_head and post.rank != HEAD else post


def _likely(post: _Post, others: set[_Post]) -> set[_Post]:
    """Of all posts those that one of this name usually answers to."""
    fitting = {each for each in others if _may_be_one_unit(post, each)}
    heads = {each for each in fitting if each.rank == HEAD and post.rank > HEAD}
    middle = {each for each in fitting if each.rank == MIDDLE}
    villages = {each for each in middle if each.is_village_head}
    if post.rank == MIDDLE:
        return heads | (villages if post.is_secretary else set())
    if post.rank == STAFF:
        return middle | {each for each in fitting if each.rank == MIDDLE + 1} or heads
    if post.rank == HEAD:
        return set()
    if "subbagian" in post.name:
        return {each for each in middle if each.is_secretary or "bagian" in each.name or each in villages} or heads
    bureaus = {each for each in middle if "bidang" in each.name}
    return bureaus or heads | {each for each in middle if not each.is_secretary}


def _may_be_one_unit(one: _Post, other: _Post) -> bool:
    """Whether two posts may belong together: not where each names another kelurahan, or another puskesmas."""
    theirs = dict(other.units)
    return all(theirs.get(kind, name) == name for kind, name in one.units)
