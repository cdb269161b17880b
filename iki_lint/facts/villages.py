"""Which posts of a kecamatan's decree stand under a lurah."""

from iki_lint.decree.model import Position, field_texts
from iki_lint.facts.belonging import Belongings
from iki_lint.facts.offices import offices_in
from iki_lint.facts.role import post_words
from iki_lint.facts.subjects import value
from iki_lint.language.lexicon import pairs
from iki_lint.language.tokens import normal_words

_LONGEST_BEFORE = 80


def is_of_village(position: Position, where: Belongings) -> bool:
    """Whether a post stands under a lurah: by its name or unit, by its superior, or because its duties speak of
    its section or secretariat in the kelurahan. Not one that its duties put under the camat."""
    name = post_words(value(position.name))
    duties = [each.value.lower() for each in field_texts(position.duties) + field_texts(position.functions)]
    if _heads_village(name) or any("camat" in duty.replace("kecamatan", "") for duty in duties):
        return False
    above = where.superior(position)
    if above is not None and _heads_village(post_words(value(above.name))):
        return True
    texts = (value(position.name), value(position.unit))
    if any(each.office.kind == "kelurahan" and each.office.name for text in texts for each in offices_in(text)):
        return True
    in_village = where.main is not None and where.main.name == "kelurahan"
    return in_village or name == ("sekretaris", "kelurahan") or any(_in_village(duty, name) for duty in duties)


def _heads_village(name: tuple[str, ...]) -> bool:
    return name[:1] == ("lurah",) or name[:2] == ("kepala", "kelurahan")


def _in_village(duty: str, name: tuple[str, ...]) -> bool:
    """Whether duties (lower case) speak of the post's own section in the kelurahan: "Seksi Pemerintahan di Kelurahan",
    "Sekretariat Kelurahan"."""
    at = next((k for k, word in enumerate(name) if word in pairs("jenis-bagian")), None)
    own = ("sekretariat",) if name[:1] == ("sekretaris",) else name[at:] if at is not None else ()
    found = duty.find("kelurahan") if own else -1
    while found >= 0:
        before = normal_words(duty[max(found - _LONGEST_BEFORE, 0) : found])
        if before[-1:] in (("di",), ("pada",)):
            before = before[:-1]
        if before[-len(own) :] == own:
            return True
        found = duty.find("kelurahan", found + 1)
    return False
