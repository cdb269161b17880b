"""The tables of facts and of the condition language: complete, right in their examples, and shaped as described."""

import json
import os
from itertools import chain

import pytest
import yaml
from jsonschema import Draft7Validator

from iki_lint.catalog import load_catalog
from iki_lint.engine.condition import RESERVED
from iki_lint.engine.condition_code import read_condition
from iki_lint.engine.condition_types import FUNCTIONS, fact_types, scope_of
from iki_lint.explain.facts import CELLS, fact_cards, list_cards, pieces
from iki_lint.facts.fact import facts_of
from iki_lint.facts.outcome import INPUT, OUTCOME, OUTPUT, PROCESS, QUALITY, UNSURE
from iki_lint.facts.subjects import VOCABULARY
from iki_lint.resources import data_folder

CATALOG = load_catalog()
FACTS = fact_cards(CATALOG)
PIECES = pieces(CATALOG)
BY_NAME = {(subject, card.name): card for card in FACTS for subject in card.subjects}


def test_every_fact_is_described_once_and_no_other():
    described = [(subject, card.name) for card in FACTS for subject in card.subjects]
    assert len(described) == len(set(described))
    assert set(described) == {(subject, name) for subject, owner in VOCABULARY.items() for name in facts_of(owner)}


def test_a_fact_that_subjects_share_is_one_of_the_same_type():
    types = fact_types(VOCABULARY)
    assert all(types[subject][card.name] == card.kind for card in FACTS for subject in card.subjects)
    assert set(CELLS) == set(VOCABULARY)


@pytest.mark.parametrize(("subject", "name"), sorted(BY_NAME))
def test_the_meaning_is_what_the_code_says(subject, name):
    fact = facts_of(VOCABULARY[subject])[name]
    assert " ".join((fact.__doc__ or "").split()) == BY_NAME[subject, name].meaning.id


@pytest.mark.parametrize("card", FACTS, ids=lambda card: f"{card.subjects[0]}.{card.name}")
def test_an_example_shows_the_fact(card):
    assert card.example.value
    kinds = {"ya/tidak": bool, "angka": int, "teks": str, "frasa": str, "daftar teks": list, "daftar frasa": list}
    assert type(card.example.value) is kinds[card.kind]
    if card.kind == "frasa":
        assert card.example.value in " ".join(map(str, card.example.given.values()))
    assert card.example.given


@pytest.mark.parametrize("card", [card for card in FACTS if card.cases], ids=lambda card: card.name)
def test_every_value_has_an_example_that_gives_it(card):
    assert [case.value for case in card.cases] == list(card.values)
    assert card.example.value in card.values


def test_values_are_all_there():
    measures = set(CATALOG.lists["kata-ukur"].values())
    assert set(BY_NAME["indikator", "ukuran"].values) == measures | {""}
    assert set(BY_NAME["indikator", "tataran"].values) == {OUTCOME, QUALITY, OUTPUT, PROCESS, INPUT, UNSURE}
    heads = set(CATALOG.lists["kepala-formula"].values())
    read = {"rasio", "hitungan", "target", "satuan", "kalimat", "majemuk", "kosong", "tidak-terbaca"}
    assert set(BY_NAME["formulasi", "jenis"].values) == heads | read
    with open(os.path.join(data_folder("schemas"), "rule.schema.json"), encoding="utf-8") as file:
        levels = json.load(file)["properties"]["tingkat"]["items"]["enum"]
    assert set(BY_NAME["jabatan", "tingkat"].values) == {*levels, ""}
    assert BY_NAME["hitung", "instrumen"].values[:3] == ("skm", "sakip", "rb")


def test_the_language_is_described_whole():
    table = CATALOG.tables["bagian-syarat"]
    told = list(chain.from_iterable(record["memuat"] for record in table))
    assert len(told) == len(set(told))
    signs = {"==", "!=", "<", "<=", ">", ">=", "not in", "opsi", "daftar"}
    assert set(told) == signs | set(FUNCTIONS) | (RESERVED - {"true", "false"})
    for record in table:
        assert any(part in record["contoh"]["syarat"] for part in record["memuat"])


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.written)
def test_conditions_of_the_language_can_be_used(piece):
    read_condition(piece.condition, scope_of(VOCABULARY, piece.options, CATALOG.lists))
    assert piece.example.value is (piece.written != "<  <=  >  >=")


def test_every_word_list_is_named_with_its_size():
    shown = list_cards(CATALOG)
    assert [card.name for card in shown] == sorted(CATALOG.lists)
    satuan = next(card for card in shown if card.name == "satuan")
    assert (satuan.size, satuan.first) == (len(CATALOG.lists["satuan"]), tuple(sorted(CATALOG.lists["satuan"])[:3]))


@pytest.mark.parametrize("name", ["fakta", "bagian-syarat"])
def test_the_tables_are_as_their_schema_says(name):
    with open(os.path.join(data_folder("schemas"), "fact-tables.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    Draft7Validator.check_schema(schema)
    with open(os.path.join(data_folder("rules"), "lists", f"{name}.yaml"), encoding="utf-8") as file:
        table = yaml.load(file, Loader=yaml.BaseLoader)
    Draft7Validator(schema).validate(table)
    assert list(Draft7Validator(schema).iter_errors({**table, "tabel": [{"fakta": "x"}]}))
