"""Compiled conditions do what a plain interpreter does."""

import ast
import operator
import re
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_samples import LISTS, VOCABULARY, Formulasi, Indikator

from iki_lint.engine.condition_code import read_condition, to_definition, to_function
from iki_lint.engine.condition_runtime import MAX_SEARCHED, matches
from iki_lint.engine.condition_types import scope_of
from iki_lint.facts.fact import Phrase

OPTIONS: dict[str, Any] = {"batas": 2, "nama": "Rapat", "kata": ("Rapat", "surat")}
SCOPE = scope_of(VOCABULARY, OPTIONS, LISTS)
INDIKATOR: dict[str, Any] = {
    "ukuran": "Persentase",
    "kepala": Phrase(0, 5, "Rapat"),
    "kata": ("Jumlah", "rapat"),
    "kabur": (Phrase(7, 11, "Baik"),),
    "banyak": 3,
    "skor": 2.5,
    "iku": True,
}
FORMULASI: dict[str, Any] = {"ada": True, "rasio": False, "kata_kerja": None}


def value(text: str) -> bool:
    tree = read_condition(text, SCOPE)
    cells = SimpleNamespace(indikator=Indikator(**INDIKATOR), formulasi=Formulasi(**FORMULASI))
    return to_function(tree, SCOPE, LISTS)(cells, OPTIONS)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("true", "false"),
        ("indikator.iku", "formulasi.rasio"),
        ("not formulasi.rasio", "not indikator.iku"),
        ("formulasi.ada and indikator.iku", "formulasi.rasio and indikator.iku"),
        ("formulasi.rasio or indikator.iku", "formulasi.rasio or false"),
        ("indikator.ukuran == 'persentase'", "indikator.ukuran == 'persen'"),
        ("indikator.ukuran != 'persen'", "indikator.ukuran != 'PERSENTASE'"),
        ("indikator.kepala == 'rapat'", "formulasi.kata_kerja == 'rapat'"),
        ("formulasi.kata_kerja == ''", "indikator.kepala == ''"),
        ("indikator.iku == true", "indikator.iku != true"),
        ("indikator.banyak == 3", "indikator.banyak == 4"),
        ("indikator.banyak > 2", "indikator.banyak > 3"),
        ("indikator.banyak >= 3", "indikator.banyak >= 4"),
        ("indikator.banyak < 4", "indikator.banyak < 3"),
        ("indikator.skor <= 2.5", "indikator.skor <= 2"),
        ("indikator.banyak > opsi.batas", "opsi.batas > indikator.banyak"),
        ("indikator.kepala in ['surat', 'RAPAT']", "indikator.kepala in ['rapa']"),
        ("indikator.kepala not in ['surat']", "indikator.kepala not in ['rapat']"),
        ("indikator.kepala in daftar.kata-proses", "indikator.ukuran in daftar.kata-proses"),
        ("'jelas' in daftar.alasan", "'bukan sumber' in daftar.alasan"),
        ("indikator.kepala in opsi.kata", "indikator.ukuran in opsi.kata"),
        ("indikator.kepala in indikator.kata", "indikator.ukuran in indikator.kata"),
        ("'BAIK' in indikator.kabur", "'rapat' in indikator.kabur"),
        ("indikator.kepala == opsi.nama", "indikator.ukuran == opsi.nama"),
        ("indikator.ukuran matches '^PERSEN'", "indikator.ukuran matches 'persen$'"),
        ("indikator.kepala matches 'ra.at'", "formulasi.kata_kerja matches 'ra.at'"),
        ("mulai(indikator.ukuran, 'Per')", "mulai(indikator.ukuran, 'sen')"),
        ("akhir(indikator.ukuran, 'TASE')", "akhir(indikator.ukuran, 'sen')"),
        ("memuat(indikator.ukuran, 'Sent')", "memuat(indikator.ukuran, 'x')"),
        ("memuat(indikator.kata, 'jumlah')", "memuat(indikator.kata, 'jum')"),
        ("memuat(daftar.kata-proses, indikator.kepala)", "memuat(daftar.kata-proses, 'surat')"),
        ("memuat(['a', 'B'], 'b')", "memuat(['a'], 'b')"),
        ("sama(indikator.kepala, ' rapat. ')", "sama(indikator.kepala, 'ra pat')"),
        ("ada(indikator.kepala)", "ada(formulasi.kata_kerja)"),
        ("ada(indikator.kabur) and ada(indikator.ukuran)", "ada('')"),
        ("panjang(indikator.kata) == 2", "panjang(['a', 'A']) == 1"),
    ],
)
def test_every_operator_and_function(true: str, false: str) -> None:
    assert (value(true), value(false)) == (True, False)


def test_a_fact_that_is_not_needed_is_not_computed() -> None:
    tree = read_condition("indikator.iku and indikator.banyak > 1", SCOPE)
    assert to_function(tree, SCOPE, LISTS)(SimpleNamespace(indikator=Indikator(iku=False)), OPTIONS) is False


def test_definition_is_a_function_over_cells() -> None:
    tree = read_condition('formulasi.ada and indikator.ukuran == "Persen" and indikator.banyak > opsi.batas', SCOPE)
    assert ast.unparse(to_definition("when_FRM003", tree, SCOPE)) == (
        "def when_FRM003(cells, opsi):\n    return cells.formulasi.ada and cells.indikator.ukuran.lower() == 'persen' "
        "and (cells.indikator.banyak > opsi['batas'])"
    )


def test_search_looks_at_a_bounded_part_of_a_text() -> None:
    assert matches("x" * (MAX_SEARCHED - 1) + "y", "y")
    assert not matches("x" * MAX_SEARCHED + "y", "y")


def _text(fact: Any) -> str:
    return "" if fact is None else fact.text.lower() if isinstance(fact, Phrase) else fact.lower()


def _interpret(node: Any) -> Any:
    """The straightforward meaning of the generated trees."""
    kind, *parts = node
    if kind == "literal":
        return parts[0].lower() if isinstance(parts[0], str) else parts[0]
    if kind == "fact":
        found = (INDIKATOR if parts[0] == "indikator" else FORMULASI)[parts[1]]
        return (
            found if isinstance(found, bool | int | float | tuple) and not isinstance(found, Phrase) else _text(found)
        )
    if kind == "option":
        return OPTIONS[parts[0]]
    if kind == "list":
        return LISTS[parts[0]]
    if kind == "words":
        return parts[0]
    if kind == "not":
        return not _interpret(parts[0])
    if kind in ("and", "or"):
        values = [_interpret(part) for part in parts[0]]
        return all(values) if kind == "and" else any(values)
    left = _interpret(parts[0])
    if kind == "matches":
        return re.search(parts[1], left, re.IGNORECASE) is not None
    if kind == "ada":
        return len(left) > 0
    if kind == "panjang":
        return len(left)
    right = _interpret(parts[1])
    if kind in ("in", "not in"):
        held = left in [_text(item) for item in right]
        return held if kind == "in" else not held
    functions = {
        "mulai": str.startswith,
        "akhir": str.endswith,
        "memuat": lambda whole, part: part in whole,
        "==": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    }
    return functions[kind](left, right)


def _write(node: Any) -> str:
    kind, *parts = node
    if kind == "literal":
        known = parts[0]
        return (
            str(known).lower() if isinstance(known, bool) else f'"{known}"' if isinstance(known, str) else repr(known)
        )
    if kind in ("fact", "option", "list"):
        return {"fact": "", "option": "opsi.", "list": "daftar."}[kind] + ".".join(parts)
    if kind == "words":
        return "[" + ",".join(f"'{word}'" for word in parts[0]) + "]"
    if kind == "not":
        return f"not ({_write(parts[0])})"
    if kind in ("and", "or"):
        return f" {kind}\n ".join(f"({_write(part)})" for part in parts[0])
    if kind == "matches":
        return f"{_write(parts[0])} matches '{parts[1]}'"
    if kind in ("ada", "panjang", "mulai", "akhir", "memuat"):
        return f"{kind}({', '.join(_write(part) for part in parts)})"
    return f"{_write(parts[0])} {kind} {_write(parts[1])}"


_words = st.sampled_from(["rapat", "Rapat", "persentase", "persen", "tase", "surat", "baik", "jelas", "", "x"])
_texts = st.one_of(
    st.tuples(st.just("literal"), _words),
    st.sampled_from(
        [("fact", "indikator", "ukuran"), ("fact", "indikator", "kepala"), ("fact", "formulasi", "kata_kerja")]
    ),
)
_lists = st.one_of(
    st.tuples(st.just("words"), st.lists(_words, min_size=1, max_size=3)),
    st.sampled_from(
        [
            ("fact", "indikator", "kata"),
            ("fact", "indikator", "kabur"),
            ("option", "kata"),
            ("list", "kata-proses"),
            ("list", "alasan"),
        ]
    ),
)
_numbers = st.one_of(
    st.tuples(st.just("literal"), st.one_of(st.integers(-5, 5), st.sampled_from([2.5, -0.25]))),
    st.sampled_from([("fact", "indikator", "banyak"), ("fact", "indikator", "skor"), ("option", "batas")]),
    st.tuples(st.just("panjang"), _lists),
)
_yes_or_no = st.one_of(
    st.tuples(st.just("literal"), st.booleans()),
    st.sampled_from([("fact", "indikator", "iku"), ("fact", "formulasi", "ada"), ("fact", "formulasi", "rasio")]),
    st.tuples(st.sampled_from(["==", "!="]), _texts, _texts),
    st.tuples(st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), _numbers, _numbers),
    st.tuples(st.sampled_from(["in", "not in"]), _texts, _lists),
    st.tuples(st.just("matches"), _texts, st.sampled_from(["^per", "A", "[a-z]{4,}", "t$", "ra?p"])),
    st.tuples(st.sampled_from(["mulai", "akhir", "memuat"]), _texts, _texts),
    st.tuples(st.just("ada"), st.one_of(_texts, _lists)),
)
_conditions = st.recursive(
    _yes_or_no,
    lambda inner: st.one_of(
        st.tuples(st.just("not"), inner),
        st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(_conditions)
def test_compiled_conditions_agree_with_the_interpreter(tree: Any) -> None:
    found = value(_write(tree))
    assert found is _interpret(tree)
