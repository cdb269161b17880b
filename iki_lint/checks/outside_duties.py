"""CAS005: rows that belong to another office or post, told by what they say of themselves."""

from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.checks.foreign_matter import foreign_matters
from iki_lint.checks.foreign_names import Foreign
from iki_lint.checks.foreign_rows import foreign_rows
from iki_lint.decree.model import Position, Row, field_texts
from iki_lint.decree.prose import Prose
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, Subject, related
from iki_lint.facts.belonging import Belongings
from iki_lint.facts.naming import is_other_party, is_owned
from iki_lint.facts.offices import FIELD_WORDS, TERRITORY, kinds
from iki_lint.facts.subjects import value
from iki_lint.facts.villages import is_of_village
from iki_lint.language.classes import content
from iki_lint.language.lexicon import phrases, words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import Word, find_phrase, normal_words, tokens

_OTHER = frozenset({"lain", "lainnya"})
_BARE = frozenset({"dinas", "badan"})
_CONSULT = "konsultasi"
_NEAR = 5
_SUPPORT = frozenset({"sekretaris", "subbagian", "subbag", "kasubbag", "kasubag", "sub", "bendahara"})


def outside_duties(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Rows about another office, tasks that another office gives, a superior of another level who is asked for advice,
    and rows about the matter of another post; each is told once, at the indicator before its formula."""
    where = context.belongings
    telling = words("tindakan-pemberi-tugas").union(FIELD_WORDS, _BARE, {"camat"})
    hits: dict[Subject, Hit] = {}
    for text, places in context.spelling.places.items():
        owner = places[0].owner
        # Duties and what belongs to no post are not looked at.
        if owner is None or type(owner) is Position or telling.isdisjoint(normal_words(text)):
            continue
        signs = list(_signs(text, where))
        if not signs:
            continue
        for place in places:
            position = place.position
            if position is None or place.owner is position or place.key == "sumber_data":
                continue
            found = next((each for each in signs if _holds(each, text, place.owner, position, where)), None)
            part = place.owner.indicator if isinstance(place.owner, Row) else place.owner
            if found is not None and (part not in hits or place.key == "nama"):
                hits[part] = _hit(place, found, position)
    most, least = int(options["paling_banyak_jabatan"]), int(options["sedikitnya_kata_tugas"])
    for hit in (*foreign_matters(context, most, least), *foreign_rows(context, most, least)):
        hits.setdefault(hit.subject, hit)
    yield from hits.values()


def _signs(text: str, where: Belongings) -> Iterator[Foreign]:
    """What in a text may show that it belongs elsewhere, whatever the post."""
    said, giving = tokens(text), words("tindakan-pemberi-tugas")
    for at, (_, _, word) in enumerate(said):
        if word in FIELD_WORDS:
            yield from _field(said, at)
        elif word in _BARE:
            yield from _bare_office(text, said, at, where)
        elif word == "camat":
            yield from _adviser(said, at)
        elif word in giving:
            yield from _giver(said, at, where)


def _holds(sign: Foreign, text: str, owner: Subject, position: Position, where: Belongings) -> bool:
    """Whether a sign holds for the post in whose row it stands."""
    if sign.case == "atasan":
        return is_of_village(position, where)
    if sign.case == "bidang":
        return isinstance(owner, Row) and _is_strange_field(text[sign.start : sign.end], owner, position, where)
    return True


def _adviser(said: tuple[Word, ...], at: int) -> Iterator[Foreign]:
    """The camat who is consulted, past the lurah."""
    near = said[max(at - _NEAR, 0) : at]
    if not near or near[-1].lower not in ("dengan", "kepada", "ke") or any(word.lower == "lurah" for word in said):
        return
    if any(stem(word.lower) == _CONSULT for word in near):
        yield Foreign(said[at].start, said[at].end, "atasan")


def _giver(said: tuple[Word, ...], at: int, where: Belongings) -> Iterator[Foreign]:
    """Another office that gives the task: "tugas yang diberikan dinas lain", "... oleh Kepala Dinas" in a kecamatan."""
    first = at + 1
    while first < len(said) and said[first].lower == "oleh":
        first += 1
    office = next((k for k in range(first, len(said)) if said[k].lower != "kepala"), None)
    if office is None or all(stem(word.lower) != "tugas" for word in said[:at]):
        return
    name = said[office].lower
    if name in words("sebutan-kantor-lain") and office + 1 < len(said) and said[office + 1].lower in _OTHER:
        yield Foreign(said[first].start, said[office + 1].end, "pemberi")
        return
    leads = name == "camat" or (name in kinds() and office > first)
    if leads and where.main is not None and kinds()[name].name not in where.near_kinds:
        yield Foreign(said[first].start, said[office].end, "pemberi")


def _bare_office(text: str, said: tuple[Word, ...], at: int, where: Belongings) -> Iterator[Foreign]:
    """A dinas without a name whose programme this is, in the decree of a kecamatan: "program dan kegiatan Dinas"."""
    if not at or where.main is None or where.main.group != TERRITORY or said[at].lower in where.near_kinds:
        return
    # "kegiatan dinas", "Kegiatan Dinas" and "kegiatan Dinas Luar" speak of official work.
    goes_on = at + 1 < len(said) and text[said[at].end : said[at + 1].start].isspace()
    alone = text[said[at].start].isupper() and text[said[at - 1].start].islower() and not goes_on
    if alone and is_owned(said, at) and not is_other_party(said, at):
        yield Foreign(said[at].start, said[at].end, "kantor")


def _field(said: tuple[Word, ...], at: int) -> Iterator[Foreign]:
    """The field of an office, named alone: "di bidang pariwisata"."""
    if at + 1 < len(said) and said[at + 1].lower in phrases("urusan-pemerintahan"):
        found = find_phrase(said, at + 1, "urusan-pemerintahan")
        behind = at + 1 + found[0] if found else len(said)
        if found and (behind == len(said) or said[behind].lower not in ("dan", "serta", "atau", "maupun")):
            yield Foreign(said[at].start, said[behind - 1].end, "bidang")


def _is_strange_field(field: str, row: Row, position: Position, where: Belongings) -> bool:
    """Whether only the formula names a field, and neither its row nor any duty of the post nor the name of any post."""
    if where.main is None or where.serves_others or (where.main.group == TERRITORY and not _is_support(position)):
        return False
    # The first word tells the field; the others may be anyone's ("olah" in "olah raga").
    root = content(normal_words(field)[1:])[0]
    about = [row.indicator.name, row.indicator.plan.text, position.unit]
    about += field_texts(position.duties) + field_texts(position.functions)
    return root not in where.post_stems and not any(root in content(normal_words(value(each))) for each in about)


def _is_support(position: Position) -> bool:
    """Whether a post works for the office as a whole, not in one of its fields."""
    return not _SUPPORT.isdisjoint(normal_words(value(position.name)))


def _hit(place: Prose, found: Foreign, position: Position) -> Hit:
    start, end, case = found
    args = {"sebutan": place.text.value[start:end], "jabatan": value(position.name)}
    others = (related(position.name, f"{position.pointer}/nama"),)
    return Hit(place.owner, place.text, place.pointer, start, end, case, args, others)
