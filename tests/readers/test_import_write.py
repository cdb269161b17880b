"""The files that an import writes: canonical, complete, and never by halves."""

import json
import os
import string

import pytest
import yaml
from decree_files import EXAMPLES, NAMES, data, imported, tree
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint import whole_files
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Text, plain
from iki_lint.readers import write
from iki_lint.readers.ids import slug, unique_slugs
from iki_lint.readers.importing import import_text
from iki_lint.readers.nodes import put
from iki_lint.readers.write import asal_path, provenance, to_yaml, write_import

KEBOMAS, KLOJEN = NAMES
BOTH = pytest.mark.parametrize("name", NAMES)


class _Loader(yaml.BaseLoader):
    """Every scalar a string, but an unquoted null None."""


_Loader.add_constructor("tag:yaml.org,2002:null", lambda loader, node: None)
_Loader.yaml_implicit_resolvers = {"n": [("tag:yaml.org,2002:null", yaml.resolver.re.compile("null$"))]}


def reload(text):
    return yaml.load(text, Loader=_Loader)


@BOTH
def test_the_yaml_says_what_the_tree_says(name):
    assert reload(to_yaml(imported(name).root, name)) == tree(name)


@BOTH
def test_the_examples_are_what_the_importer_writes(name, tmp_path):
    example = os.path.join(EXAMPLES, f"{name.partition('-')[0]}.yaml")
    out = str(tmp_path / "a.yaml")
    write_import(imported(name), out)
    for written, kept in ((out, example), (asal_path(out), asal_path(example))):
        with open(written, "rb") as new, open(kept, "rb") as old:
            assert new.read() == old.read()
    assert sorted(os.listdir(tmp_path)) == ["a.asal.json", "a.yaml"]


def test_the_head_of_the_yaml():
    assert to_yaml(imported(KLOJEN).root, KLOJEN).split("\n")[:12] == [
        "# Keputusan ini diimpor dari berkas klojen-2018.txt.",
        "# Kata-katanya dipertahankan persis seperti aslinya, termasuk salah ketik.",
        "versi_format: 1",
        "keputusan:",
        "  nomor: null",
        "  tentang: INDIKATOR KINERJA INDIVIDU KECAMATAN KLOJEN",
        "  tempat: Malang",
        "  tanggal: '2018-01'",
        "  periode:",
        "    dari: 2018",
        "    sampai: 2018",
        "  penandatangan:",
    ]


TRAPS = [
    "no",
    "Yes",
    "1.000",
    "12:30",
    "081",
    "81,35",
    "2018-01-05",
    "~",
    "null",
    "1e3",
    "0x1F",
    "- a",
    "a: b",
    "#",
    "n",
]


@pytest.mark.parametrize(
    "value", [*TRAPS, "", " a", "=", "<<", "*a", "'", '"', "\x1b[0m", "\u2028", "😀", "\ufeff", "a" * 5000]
)
def test_a_trap_stays_a_string(value):
    assert yaml.safe_load(to_yaml(_named(value), "a.txt")) == {"nama": value}


@given(st.text(st.one_of(st.sampled_from(string.printable), st.characters(exclude_categories=["Cs"]))))
@settings(max_examples=300, deadline=None)
def test_any_string_comes_back(value):
    text = to_yaml(_named(value), "a.txt")
    assert yaml.safe_load(text) == {"nama": value}
    assert "\n" not in text.partition("nama: ")[2].rstrip("\n") or "\n" in value


def _named(value):
    source = Source("a.txt", value)
    root = Map(source, 0)
    put(root, "nama", Text(value, source, 0, len(value)))
    return root


def test_both_emitters_agree(monkeypatch):
    class Plain(yaml.SafeDumper):
        def ignore_aliases(self, data):
            return True

    Plain.yaml_representers = write._Dumper.yaml_representers
    fast = to_yaml(imported(KLOJEN).root, KLOJEN)
    monkeypatch.setattr(write, "_Dumper", Plain)
    assert to_yaml(imported(KLOJEN).root, KLOJEN) == fast


def test_a_file_name_cannot_break_the_header():
    assert to_yaml(_named("x"), "a\nb: c\x1b.txt").split("\n")[0] == "# Keputusan ini diimpor dari berkas ab: c.txt."


def test_provenance_of_klojen():
    record = json.loads(provenance(imported(KLOJEN)))
    assert record["format"] == "iki-lint-asal/1"
    assert record["sumber"] == {"nama": KLOJEN, "sha256": imported(KLOJEN).sha256}
    assert record["jumlah"] == {"positions": 22, "plans": 29, "indicators": 77, "rows": 82}
    assert record["buku_besar"] == imported(KLOJEN).ledger
    assert record["digeser"][:2] == [
        {"id": "kasubbag-umum-kepegawaian.1.9", "line": 84, "kind": "mohon-periksa", "note": "impor-digeser-ragu"},
        {"id": "kasubbag-umum-kepegawaian.1.10", "line": 86, "kind": "digeser", "note": "impor-digeser"},
    ]
    assert [item["line"] for item in record["perbaikan"]] == [114, 146, 246, 495]
    assert len(record["baris"]) == 22 + 29 + 77
    assert record["baris"]["camat.1.1"] == 21
    assert record["baris"]["kasubbag-umum-kepegawaian.1.9"] == 84
    assert record["alamat"] == {}


def test_only_the_base_name_of_the_source_is_kept():
    assert import_text("/home/x/b.txt", b"Jabatan: A").name == "b.txt"
    assert import_text("C:\\x\\b.txt", b"Jabatan: A").name == "b.txt"


@BOTH
def test_two_imports_are_the_same_bytes(name):
    again = import_text(name, data(name))
    assert to_yaml(again.root, name) == to_yaml(imported(name).root, name)
    assert provenance(again) == provenance(imported(name))


@pytest.mark.parametrize(("room", "moment"), [(write, "provenance"), (whole_files, "open"), (os, "replace")])
def test_nothing_is_written_by_halves(tmp_path, monkeypatch, room, moment):
    out = tmp_path / "a.yaml"
    out.write_text("lama")

    def fail(*args):
        raise OSError("penuh")

    monkeypatch.setattr(room, moment, fail, raising=False)
    with pytest.raises(OSError, match="penuh"):
        write_import(imported(KLOJEN), str(out))
    assert os.listdir(tmp_path) == ["a.yaml"]
    assert out.read_text() == "lama"


def test_an_existing_file_is_replaced(tmp_path):
    out = tmp_path / "a.yaml"
    out.write_text("lama")
    write_import(import_text("b.txt", b"Jabatan: A"), str(out))
    assert plain(imported(KLOJEN).root) != reload(out.read_text())
    assert reload(out.read_text())["jabatan"][0]["nama"] == "A"


def test_slugs():
    names = ["KASUBBAG UMUM & KEPEGAWAIAN", "Plt. Lurah", "", "12", "É", "plt lurah", "plt lurah 2", "PLT LURAH"]
    assert unique_slugs(names) == [
        "kasubbag-umum-kepegawaian",
        "plt-lurah",
        "jabatan",
        "jabatan-12",
        "e",
        "plt-lurah-2",
        "plt-lurah-2-2",
        "plt-lurah-3",
    ]
    assert slug("kata " * 50) == "-".join(["kata"] * 16)


def test_no_name_or_number_of_a_real_person():
    for name in NAMES:
        text = data(name).decode() + to_yaml(imported(name).root, name)
        numbers = {raw.partition("NIP. ")[2] for raw in text.split("\n") if "NIP. " in raw}
        assert len(numbers) == 1
        assert all(number.startswith("19700101 199001 1 ") for number in numbers)
