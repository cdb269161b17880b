"""CAS005: indicators about what another post of the decree is there for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from iki_lint.decree.model import Indicator, Position, field_texts
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.offices import kinds
from iki_lint.facts.role import matter, role_of
from iki_lint.facts.subjects import value
from iki_lint.language.classes import content, is_process
from iki_lint.language.lexicon import words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import normal_words

_MARKS = ".,;:()/\"'"


def foreign_matters(context: Context, most: int, least: int) -> Iterator[Hit]:
    """Indicators about work that is the matter of a few other posts, which share no word with the duties or the plan
    of their own post."""
    names = [(text, each) for text, each in context.spelling.places.items() if each[0].key in ("nama", "formulasi")]
    matters = _matters(context)
    roots = frozenset[str]().union(*matters.values())
    said = set[str]().union(*[normal_words(text) for text, _ in names])
    work = {word: root for word in said if (root := stem(word)) in roots and is_process(word)}
    owners = _owners(matters, set(work.values()), most) if work else {}
    telling = {word for word, root in work.items() if root in owners}
    for text, places in names:
        if telling.isdisjoint(normal_words(text)):
            continue
        for place in places:
            if place.key == "nama" and isinstance(place.owner, Indicator) and place.owner.plan.position is not None:
                yield from _of_indicator(place.owner, place.owner.plan.position, telling, owners, least, context)


def _of_indicator(
    indicator: Indicator,
    position: Position,
    telling: set[str],
    owners: Mapping[str, Position],
    least: int,
    context: Context,
) -> Iterator[Hit]:
    duties, plan = duties_of(position, context, least), context.subjects.plan(value(indicator.plan.text))
    facts = context.subjects.indicator(value(indicator.name))
    said = frozenset(facts.content) - of_any_office()
    if not duties or plan.tugas_lain or not (said.isdisjoint(duties) and said.isdisjoint(plan.content)):
        return
    superiors = context.cascade.superiors
    above = {stem(word) for each in superiors[position].posts for word in normal_words(value(each.name))}
    for word in facts.tokens:
        root = stem(word.lower)
        if word.lower not in telling or root in above:
            continue
        other = owners[root]
        if position not in superiors[other].posts:
            args = {"sebutan": facts.text[word.start : word.end], "jabatan": value(other.name)}
            others = (related(other.name, f"{other.pointer}/nama"),)
            pointer = f"{indicator.pointer}/nama"
            yield Hit(indicator, indicator.name, pointer, word.start, word.end, "telaah", args, others)
            return


def _matters(context: Context) -> dict[Position, set[str]]:
    """The stems that name the matter of a post, for every post of the decree."""
    found = {
        role: {stem(word) for word in matter(role)} - _of_any_post() for role in map(_role, context.decree.positions)
    }
    return {position: found[_role(position)] for position in context.decree.positions}


def _role(position: Position) -> tuple[str, ...]:
    return role_of(value(position.name))


def _owners(matters: Mapping[Position, set[str]], roots: set[str], most: int) -> dict[str, Position]:
    """Of these stems those that name the matter of a post and that its duties name too, each with the first such post;
    only those that the names and duties of few kinds of posts name."""
    first: dict[str, Position] = {}
    roles: dict[str, set[tuple[str, ...]]] = {root: set() for root in roots}
    for position, named in matters.items():
        texts = [each.value for each in field_texts(position.duties) + field_texts(position.functions)]
        done = {root for root in roots if any(_names(root, text) for text in texts)}
        for root in done | (named & roots):
            roles[root].add(_role(position))
        for root in done & named:
            first.setdefault(root, position)
    return {root: position for root, position in first.items() if len(roles[root]) <= most}


@lru_cache(maxsize=4096)
def _names(root: str, text: str) -> bool:
    """Whether any word of a text comes from a root. A prefix may have swallowed the root's first letter."""
    lower = text.lower()
    rest = root[1:] if root[0] in "kpst" else root
    return rest in lower and any(rest in word and stem(word.strip(_MARKS)) == root for word in lower.split())


@lru_cache(maxsize=1)
def of_any_office() -> frozenset[str]:
    """The stems that any two texts of an office may share without being about the same."""
    offices = words("sebutan-kantor-lain").union(kinds())
    return words("akar-umum-kinerja").union(offices, map(stem, words("kata-proses-umum")))


@lru_cache(maxsize=1)
def _of_any_post() -> frozenset[str]:
    """The stems of work that any post may do, although some post is named after it."""
    return of_any_office() | words("akar-memimpin") | words("akar-kerja-pendukung")


def duties_of(position: Position, context: Context, least: int) -> frozenset[str]:
    """The stems of what a post is there for; none when that is hardly said, or when it leads the others."""
    own = frozenset[str]().union(
        *[_stems(each.value) for each in field_texts(position.duties) + field_texts(position.functions)]
    )
    if len(own) < least or context.subjects.position(position).tingkat in ("kepala", "administrator"):
        return frozenset()
    return own | _stems(value(position.name)) | _stems(value(position.unit))


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    return frozenset(content(normal_words(text)))
