"""DUP005: the name of another office or section, left over from the text that was copied."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from iki_lint.decree.model import Position
from iki_lint.decree.prose import Prose
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.belonging import Belonging, Belongings
from iki_lint.facts.naming import is_other_party, is_owned, is_proper_name, is_shared_work
from iki_lint.facts.offices import (
    FIELD,
    TERRITORY,
    Mention,
    group_of,
    names_office,
    offices_in,
    same_name,
    shares_matter,
)
from iki_lint.facts.subjects import value
from iki_lint.language.lexicon import pairs, words
from iki_lint.language.tokens import Word, normal_words, tokens


class Foreign(NamedTuple):
    """What shows that a text speaks of something else: where the words stand, and the rule's case."""

    start: int
    end: int
    case: str


def foreign_names(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Cells and duties that speak of another office of the post's own kind as if it were its own, or of a section
    that another post of the decree heads."""
    where = context.belongings
    for text, places in context.spelling.places.items():
        owner = places[0].owner
        if owner is None or not (type(owner) is Position or names_office(text)):
            continue
        named = where.first_words(text)
        known: dict[int, Foreign | None] = {}
        for place in places if named else ():
            if place.key in ("nama", "unit") and type(place.owner) is Position:
                continue
            position = place.position
            own = where.of(position)
            if named <= own.first_words:
                continue
            if id(own) not in known:
                known[id(own)] = _foreign(text, own, where)
            found = known[id(own)]
            if found is not None:
                yield _hit(place, found, position, where)


def _hit(place: Prose, found: Foreign, position: Position | None, where: Belongings) -> Hit:
    start, end, case = found
    name = where.office if position is None else value(position.name)
    others = () if position is None else (related(position.name, f"{position.pointer}/nama"),)
    args = {"unit": place.text.value[start:end], "jabatan": name}
    return Hit(place.owner, place.text, place.pointer, start, end, case, args, others)


def _foreign(text: str, own: Belonging, where: Belongings) -> Foreign | None:
    """The first foreign office or section in a text: where it stands, and the rule's case."""
    if own.offices:
        mentions = [each for each in offices_in(text) if each.office.name]
        for each in mentions:
            if _is_foreign(text, each, mentions, own, where):
                return Foreign(each.start, each.end, "")
    return _foreign_section(text, own, where)


def _is_foreign(text: str, mention: Mention, mentions: Sequence[Mention], own: Belonging, where: Belongings) -> bool:
    kind = mention.office.kind
    mine = dict(own.offices)
    said = tokens(text)
    if kind in mine:
        others = [each.office.name for each in mentions if each.office.kind == kind]
        if any(same_name(other, mine[kind]) for other in others) or len(set(others)) > 1:
            return False
        if any(word.lower == mine[kind][0] for word in said):
            return False
    elif group_of(kind) != FIELD or where.main is None or where.main.group != TERRITORY:
        return False
    if is_other_party(said, mention.first):
        return False
    if group_of(kind) == FIELD:
        return _as_own(said, mention, where)
    return where.knows(mention.office) or is_proper_name(text, said, mention)


def _as_own(said: Sequence[Word], mention: Mention, where: Belongings) -> bool:
    """Whether a dinas or badan of other work is spoken of as the post's own: "Renstra Dinas Pendidikan"."""
    name = mention.office.name
    if where.serves_others or name[0] not in words("kata-nama-dinas") or name[0] in normal_words(where.office):
        return False
    if is_shared_work(said, mention.first):
        return False
    if is_owned(said, mention.first, "dokumen-kantor"):
        return True
    after = [word.lower for word in said[mention.behind : mention.behind + 2]]
    return after[:1] == ["sebagai"] and after[1:] in (["penyelenggara"], ["pelaksana"], ["pengampu"])


def _foreign_section(text: str, own: Belonging, where: Belongings) -> Foreign | None:
    """A section that another post heads, named as that whose work this is: "kegiatan Seksi Pelayanan"."""
    if own.section is None or own.section.kind not in text.lower():
        return None
    said = tokens(text)
    for at, word in enumerate(said[:-1]):
        if pairs("jenis-bagian").get(word.lower) != own.section.kind or not at or not text[word.start].isupper():
            continue
        if not is_owned(said, at) or is_other_party(said, at) or is_shared_work(said, at):
            continue
        longest = where.section_at(own.section.kind, [each.lower for each in said[at + 1 :]])
        if longest and not shares_matter([each.lower for each in said[at + 1 : at + 1 + longest]], own.section.name):
            return Foreign(word.start, said[at + longest].end, "bagian")
    return None
