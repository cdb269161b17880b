"""How a text speaks of an office that it names: as its own, as another party, or not of any office at all."""

from collections.abc import Sequence

from iki_lint.facts.offices import Mention
from iki_lint.language.derivation import is_derived
from iki_lint.language.lexicon import words
from iki_lint.language.stems import stem
from iki_lint.language.tokens import Word

_TITLES = frozenset(
    {"kepala", "kantor", "pemerintah", "pemerintahan", "perangkat", "aparatur", "di", "pada", "lingkungan"}
)
_PLACED = frozenset({"di", "wilayah", "warga", "penduduk", "masyarakat"})
_NEAR, _AROUND = 3, 8
# Shorter ones are abbreviations: "Kelurahan Tj. Mulia".
_SHORTEST_NAME = 4


def is_other_party(said: Sequence[Word], at: int) -> bool:
    """Whether the words right before word `at` name it as another party: "dengan Dinas Kesehatan", "antar Seksi"."""
    marks = words("penanda-pihak-lain")
    while at and said[at - 1].lower in _TITLES:
        at -= 1
    near = [word.lower for word in said[max(at - _NEAR, 0) : at]]
    return any(
        word in marks and not (word == "dengan" and near[max(number - 1, 0)] in ("sesuai", "selaras"))
        for number, word in enumerate(near)
    )


def is_owned(said: Sequence[Word], at: int, owned: str = "kata-milik-kantor") -> bool:
    """Whether word `at` names whose work or paper this is: "Renstra Dinas", "program kerja Bidang".

    `owned` names the list of what an office has.
    """
    while at > 1 and said[at - 1].lower in ("di", "pada"):
        at -= 1
    last = said[at - 1].lower if at else ""
    return last in words(owned) or (at > 1 and f"{said[at - 2].lower} {last}" in words(owned))


def is_shared_work(said: Sequence[Word], at: int) -> bool:
    """Whether the words around word `at` speak of work that is done with or for another office."""
    return any(stem(word.lower) in words("kata-kerja-sama") for word in said[max(at - _AROUND, 0) : at + _AROUND])


def is_proper_name(text: str, said: Sequence[Word], mention: Mention) -> bool:
    """Whether what stands behind a kind of office is the name of a place that the decree does not know."""
    first = said[mention.first + 1]
    if first.lower == "negeri" and mention.first + 2 < len(said):
        first = said[mention.first + 2]
    word = first.lower
    if word.isdigit():
        return True
    near = [each.lower for each in said[max(mention.first - 2, 0) : mention.first]]
    if near[1:] == ["kerja"]:
        near = ["kerja"]
    written = text[first.start : first.end]
    if (
        len(word) < _SHORTEST_NAME
        or written.isupper()
        or not words("penanda-gerakan").isdisjoint(near)
        or word in words("kata-asing")
    ):
        return False
    if word in words("sifat-kantor") or stem(word) in words("sifat-kantor"):
        return False
    if word.startswith(("ber", "ter", "me", "di", "pe", "ke", "se")) and stem(word) != word:
        return False
    if word in words("tempat") or not is_derived(word):
        return True
    # A common word ("Maju") may be a slogan: it is a name where a place or the work of the office is spoken of.
    placed = is_owned(said, mention.first) or (near != [] and near[-1] in _PLACED)
    return placed and word in words("roots") and not _is_titled(text, said, mention)


def _is_titled(text: str, said: Sequence[Word], mention: Mention) -> bool:
    """Whether all words around are written with capitals too, so that these say nothing."""
    around = [*said[1 : mention.first], *said[mention.behind :]]
    return not any(text[word.start].islower() and word.lower not in words("kata-henti") for word in around)
