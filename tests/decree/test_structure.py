"""The fast walk and the JSON Schema always agree; the schema is asked only when something is wrong."""

import copy
import itertools
import json
import os
import re
import subprocess
import sys
from string import Formatter
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.decree import structure
from iki_lint.decree.decree_schema import decree_schema
from iki_lint.decree.structure import decree_problems, structure_is_sound
from iki_lint.decree.tree import plain
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.resources import data_folder

VALID = """\
versi_format: 1
keputusan:
  nomor: "050/42.1/437.102/2023"
  tentang: Indikator Kinerja
  tanggal: 2023-01-27
  tempat: null
  periode: {dari: 2021, sampai: 2026}
  penandatangan: {nama: Nama, jabatan: Camat, pangkat: Pembina, nip: "19700101 199001 1 001"}
  menimbang: [a, b]
  mengingat: [c]
  diktum: [d]
unit_kerja: {nama: Kecamatan Kebomas, kabupaten_kota: Kabupaten Gresik}
iku:
  - id: S.1
    sasaran: Meningkatnya kualitas pelayanan
    indikator:
      - {id: I.1, nama: Indeks, formulasi: null, sumber_data: Laporan, aspek: kualitas, polaritas: maksimal}
jabatan:
  - id: camat
    nama: CAMAT
    jenis: struktural
    unit: Kecamatan
    atasan: bupati
    tugas: Memimpin
    fungsi: [satu, dua]
    rencana_kinerja:
      - id: camat.1
        nomor: 1
        uraian: Terlaksananya perumusan
        mendukung: [S.1]
        indikator:
          - id: camat.1.1
            nama: Jumlah dokumen
            formulasi:
              - {uraian: satu, sumber_data: x}
              - {pembilang: a, penyebut: b, pengali: 100}
            sumber_data: Dokumen
            satuan: persen
            target: {2018: 1000}
            penjelasan: ""
            kode_referensi: [k.1]
          - {id: camat.1.2, formulasi: {uraian: a, pembilang: b, penyebut: c, pengali: d}, target: 90}
"""
SCHEMA = decree_schema()
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
DATA = yaml.load(VALID, yaml.BaseLoader)
DATA["keputusan"]["tempat"] = None


def dumped(data: object) -> bytes:
    """YAML that reads back as the same strings and nulls (JSON is YAML)."""
    return json.dumps(data, ensure_ascii=False).encode()


def both(data: bytes) -> tuple[bool, bool]:
    root = read_yaml("a.yaml", data).root
    assert root is not None
    return structure_is_sound(root), VALIDATOR.is_valid(plain(root))


def said(text: str) -> list[tuple[str, str, str, bool]]:
    document = read_yaml("a.yaml", text.encode())
    return [
        (problem.code, problem.message, problem.source.text[problem.start : problem.end], problem.fatal)
        for problem in decree_problems(document)
    ]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_a_valid_decree() -> None:
    assert both(VALID.encode()) == (True, True)
    assert both(dumped(DATA)) == (True, True)
    assert said(VALID) == []


def test_editors_see_typed_values() -> None:
    assert VALIDATOR.is_valid({"versi_format": 1, "jabatan": [{"id": "a", "nama": 5, "rencana_kinerja": None}]})


def containers(node: Any) -> list[Any]:
    inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
    found = [node] if inner else []
    for child in inner:
        found += containers(child)
    return found


KEYS = st.one_of(
    st.sampled_from(
        ["id", "nama", "uraian", "jenis", "formulasi", "target", "iku", "jabatan", "versi_format", "$schema", "x", ""]
    )
)
VALUES = st.one_of(
    st.sampled_from(["", "1", "2", "a b", "a\n", "struktural", "minimal", "waktu", None, [], {}, [None], [[]], [{}]]),
    st.sampled_from([{"uraian": None}, {"uraian": []}, {"2018": "x"}, {"id": "a", "nama": "b"}, ["a", None], [["a"]]]),
    st.text(max_size=3, alphabet="a \n\t\u00a0\x1c"),
)


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    """A valid decree with one to three entries deleted, renamed, replaced, doubled or wrapped."""
    data = copy.deepcopy(DATA)
    for _ in range(draw(st.integers(1, 3))):
        places = containers(data)
        if not places:
            break
        place = draw(st.sampled_from(places))
        at = draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
        what = draw(st.sampled_from(["delete", "rename", "replace", "double", "nest", "null"]))
        if what == "delete":
            del place[at]
        elif what == "rename" and isinstance(place, dict):
            place[draw(KEYS)] = place.pop(at)
        elif what == "replace":
            place[at] = copy.deepcopy(draw(VALUES))
        elif what == "double" and isinstance(place, list):
            place.append(copy.deepcopy(place[at]))
        elif what == "nest":
            place[at] = draw(st.sampled_from([[place[at]], {"uraian": place[at]}]))
        elif what == "null":
            place[at] = None
    return data


@settings(deadline=None, max_examples=600)
@given(mutated())
def test_walk_and_schema_agree(data: Any) -> None:
    sound, valid = both(dumped(data))
    assert sound == valid


@settings(deadline=None, max_examples=150)
@given(mutated())
def test_problems_exactly_when_unsound(data: Any) -> None:
    document = read_yaml("a.yaml", dumped(data))
    assert document.root is not None
    found = decree_problems(document)
    assert bool(found) != structure_is_sound(document.root)
    assert all(problem.code == "IKI006" for problem in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\n", ("IKI006", "bukan-keputusan", "a", True)),
        ("{}\n", ("IKI006", "bukan-keputusan", "{}", True)),
        ("jabatan: []\n", ("IKI006", "versi-tidak-ada", "jabatan", True)),
        ("versi_format: 2\njabatan: []\n", ("IKI006", "versi-tidak-dikenal", "versi_format", True)),
        ("versi_format: [1]\njabatan: x\n", ("IKI006", "versi-tidak-dikenal", "versi_format", True)),
        ("versi_fromat: 1\njabatan: []\n", ("IKI006", "kunci-salah-tulis", "versi_fromat", True)),
        ("versi_format: 1\nkeputusan: {}\n", ("IKI006", "salah-satu-kunci", "versi_format", False)),
        ("versi_format: 1\njabatan:\n", ("IKI006", "harus-diisi-daftar", "jabatan", False)),
        ("versi_format: 1\njabatan:\n  - {id: a, nma: b}\n", ("IKI006", "kunci-salah-tulis", "nma", False)),
        ("versi_format: 1\njabatan:\n  - {id: a b, nama: b}\n", ("IKI006", "pola-salah", "a b", False)),
        ("versi_format: 1\nversi_format: 1\niku: []\n", ("IKI003", "kunci-ganda", "versi_format", False)),
        ("- a\n", ("IKI006", "puncak-bukan-kunci", "- a", True)),
    ],
)
def test_one_problem_each(text: str, expected: tuple[str, str, str, bool]) -> None:
    assert said(text) == [expected]


def test_problems_of_reading_and_of_shape_in_file_order() -> None:
    text = "versi_format: 1\nunit_krja: x\niku: []\niku: []\njabatan: x\n"
    assert [(message, marked) for _, message, marked, _ in said(text)] == [
        ("kunci-salah-tulis", "unit_krja"),
        ("kunci-ganda", "iku"),
        ("harus-daftar", "x"),
    ]


def test_jsonschema_is_not_imported_for_a_sound_decree() -> None:
    program = (
        "import sys; from iki_lint.decree.yaml_source import read_yaml\n"
        "from iki_lint.decree.structure import decree_problems\n"
        "print(len(decree_problems(read_yaml('a.yaml', sys.stdin.buffer.read()))), 'jsonschema' in sys.modules,"
        " [name for name in ('dataclasses', 'logging', 'pathlib', 'inspect', 'json') if name in sys.modules])"
    )
    answers = [
        subprocess.run([sys.executable, "-c", program], input=text.encode(), capture_output=True, check=True).stdout
        for text in (VALID, "versi_format: 1\n")
    ]
    assert answers[0] == b"0 False []\n"
    assert answers[1].startswith(b"1 True ")


def test_every_sentence_is_there_in_both_languages() -> None:
    with open(os.path.join(data_folder("rules"), "messages", "dokumen.yaml"), encoding="utf-8") as file:
        sentences = yaml.safe_load(file)
    folder = os.path.dirname(structure.__file__)
    code = ""
    for name in (
        "aliases",
        "decoding",
        "decree_schema",
        "limits",
        "problem",
        "schema_check",
        "yaml_source",
        "yaml_syntax",
    ):
        with open(os.path.join(folder, name + ".py"), encoding="utf-8") as file:
            code += file.read()
    named = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+|kosong)"', code)) - {"utf-8"}
    shapes = ("teks", "daftar", "pasangan")
    for count in (1, 2, 3):
        named |= {"harus-" + "-atau-".join(some) for some in itertools.combinations(shapes, count)}
    named |= {"harus-diisi-" + shape for shape in shapes}
    assert named == set(sentences)
    for sentence in sentences.values():
        assert sentence.keys() == {"id", "en"}
        id_names, en_names = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in sentence.values())
        assert id_names == en_names
        assert not sentence["id"].endswith(".")


def test_the_schema_speaks_indonesian_everywhere() -> None:
    def walk(node: Any) -> None:
        for name, part in {**node.get("properties", {}), **node.get("definitions", {})}.items():
            assert part.get("title"), name
            assert part.get("description", "").endswith("."), name
            walk(part)
        for part in (node.get("items"), node.get("additionalProperties")):
            if isinstance(part, dict):
                walk(part)

    walk(SCHEMA)
    assert SCHEMA["title"] == "Keputusan IKU dan IKI"
