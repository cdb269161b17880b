"""What conditions may name, with examples that have been run: facts, parts of the language, word lists.

The meanings stand in the tables `fakta` and `bagian-syarat` of the catalogue; a test holds them against the vocabulary.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from iki_lint.catalog import Catalog
from iki_lint.decree.model import Decree
from iki_lint.engine.condition_code import read_condition, to_function
from iki_lint.engine.condition_types import fact_types, scope_of
from iki_lint.engine.examples import document
from iki_lint.engine.rule import Texts
from iki_lint.facts.fact import Phrase
from iki_lint.facts.subjects import VOCABULARY, Cells, Subjects
from iki_lint.linting import open_decree

# Which cells of an example a subject is made of.
CELLS = {
    "rencana": ("rencana",),
    "indikator": ("indikator",),
    "formulasi": ("formulasi",),
    "sumber": ("sumber_data",),
    "hitung": ("indikator", "formulasi"),
    "bukti": ("indikator", "formulasi", "sumber_data"),
    "turunan": ("rencana", "indikator"),
    "jabatan": ("jabatan", "iku"),
}
FIRST_WORDS = 3


class Shown(NamedTuple):
    """An example and what came of it: cells by their key, and a value of the fact's type."""

    given: Mapping[str, Any]
    value: object


class FactCard(NamedTuple):
    """A fact that one subject or several have. `kind` is its type in the condition language; `values` all that it may
    be where these are known, and `cases` an example for each of them."""

    name: str
    subjects: tuple[str, ...]
    kind: str
    meaning: Texts
    example: Shown
    values: tuple[str, ...]
    cases: tuple[Shown, ...]


class Piece(NamedTuple):
    """A part of the condition language: how it is written, what it means, and a condition with whether it holds."""

    written: str
    meaning: Texts
    condition: str
    options: Mapping[str, Any]
    example: Shown


class ListCard(NamedTuple):
    """A word list: how many words it has, and the first of them."""

    name: str
    size: int
    first: tuple[str, ...]


def fact_cards(catalog: Catalog) -> list[FactCard]:
    """All facts in the order of their table."""
    return [_fact(record, catalog) for record in catalog.tables["fakta"]]


def pieces(catalog: Catalog) -> list[Piece]:
    """The parts of the condition language."""
    return [_piece(record, catalog) for record in catalog.tables["bagian-syarat"]]


def list_cards(catalog: Catalog) -> list[ListCard]:
    """The word lists by name."""
    return [_list(name, sorted(catalog.lists[name])) for name in sorted(catalog.lists)]


def _fact(record: dict[str, Any], catalog: Catalog) -> FactCard:
    name, subjects = record["fakta"], tuple(record["subjek"])
    cases = {value: _shown(given, subjects[0], name) for value, given in record.get("nilai", {}).items()}
    listed = catalog.tables[record["nilai_dari"]] if "nilai_dari" in record else ()
    return FactCard(
        name,
        subjects,
        fact_types(VOCABULARY)[subjects[0]][name],
        Texts(**record["arti"]),
        _shown(record["contoh"], subjects[0], name),
        tuple(cases) or tuple(str(row["kunci"]) for row in listed),
        tuple(cases.values()),
    )


def _piece(record: dict[str, Any], catalog: Catalog) -> Piece:
    given = {key: value for key, value in record["contoh"].items() if key not in ("syarat", "opsi")}
    # Tables keep their texts as written; a rule file would read a number here.
    written = record["contoh"].get("opsi", {})
    options = {key: int(value) if value.isdecimal() else value for key, value in written.items()}
    condition = record["contoh"]["syarat"]
    scope = scope_of(VOCABULARY, options, catalog.lists)
    function = to_function(read_condition(condition, scope), scope, catalog.lists)
    shown = Shown(given, function(_cells(given), options))
    return Piece(record["tulis"], Texts(**record["arti"]), condition, options, shown)


def _list(name: str, words: list[str]) -> ListCard:
    return ListCard(name, len(words), tuple(words[:FIRST_WORDS]))


def _shown(given: dict[str, Any], subject: str, name: str) -> Shown:
    """The cells that a subject is made of, and what its fact says of them."""
    value = getattr(getattr(_cells(given), subject), name)
    return Shown({key: given[key] for key in CELLS[subject] if key in given}, _plain(value))


def _plain(value: object) -> object:
    """A value with phrases as their words, and an empty text for a phrase that is not there."""
    if isinstance(value, Phrase):
        return value.text
    if isinstance(value, tuple | frozenset):
        return [_plain(item) for item in (sorted(value) if isinstance(value, frozenset) else value)]
    return "" if value is None else value


def _cells(given: dict[str, Any]) -> Cells:
    """The subjects of an example: of its one row, or of its first position when it describes positions."""
    decree = open_decree("contoh.yaml", document(given).encode()).decree
    assert isinstance(decree, Decree), given
    subjects = Subjects(decree)
    if isinstance(given.get("jabatan"), list):
        return subjects.cells_of_position(decree.positions[0])
    return subjects.cells_of_row(next(_rows(decree)))


def _rows(decree: Decree) -> Iterator[Any]:
    return (row for indicator in decree.indicators() for row in indicator.rows)
