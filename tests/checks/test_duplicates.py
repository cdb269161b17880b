"""The checks of what stands twice, where an example of a rule is not enough."""

import pytest

import iki_lint
from iki_lint.checks.duplicates import double_plans
from iki_lint.decree.model import Decree
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.context import context_of
from iki_lint.engine.provenance import Provenance
from iki_lint.facts.repetition import gist
from iki_lint.facts.role import alike, matter, role_of
from iki_lint.language.tokens import normal_words
from iki_lint.linting import DEFAULT, Config, check


def decree(*positions):
    """A decree of positions, each a name and its plans: `(text, names of indicators)`."""
    lines = ["versi_format: 1", "jabatan:"]
    for p, (name, plans) in enumerate(positions, 1):
        lines += [f"- id: p{p}", f"  nama: {name}", "  tugas: membina", "  rencana_kinerja:"]
        for q, (text, names) in enumerate(plans, 1):
            lines += [f"  - id: p{p}.{q}", f"    uraian: {text}", "    indikator:"]
            for r, each in enumerate(names, 1):
                lines += [
                    f"    - id: p{p}.{q}.{r}",
                    f"      nama: {each}",
                    "      formulasi: x",
                    "      sumber_data: y",
                ]
    return "\n".join(lines) + "\n"


def found(text, config=DEFAULT):
    (file,) = check(text, config).files
    assert file.readable
    return [(f.code, f.id) for f in file.findings if f.code.startswith("DUP")]


SET = ("Jumlah surat masuk", "Jumlah surat keluar")


def test_every_repetition_names_the_first_one():
    text = decree(("CAMAT", [(f"Terkelolanya surat {i}", ["Jumlah surat masuk"]) for i in "abc"]))
    (file,) = iki_lint.check(text).files
    repeated = [finding for finding in file.findings if finding.code == "DUP001"]
    assert [(f.id, f.related[0].pointer, f.related[0].place.line) for f in repeated] == [
        ("p1.2.1", "/jabatan/0/rencana_kinerja/0/indikator/0/nama", 11),
        ("p1.3.1", "/jabatan/0/rencana_kinerja/0/indikator/0/nama", 11),
    ]


def test_a_copied_set_is_said_once():
    text = decree(("CAMAT", [("Terbaginya tugas", SET), ("Terbimbingnya bawahan", SET)]))
    assert found(text) == [("DUP004", "p1.2")]
    assert found(text, Config(ignore=("DUP004",))) == [("DUP001", "p1.2.1"), ("DUP001", "p1.2.2")]


def test_a_copied_set_may_be_in_another_order():
    assert found(decree(("CAMAT", [("Terbaginya tugas", SET), ("Lancarnya tugas", SET[::-1])]))) == [("DUP004", "p1.2")]


def test_a_repeated_plan_is_said_once():
    text = decree(("CAMAT", [("Terbaginya tugas", SET), ("Terbaginya tugas", SET)]))
    assert found(text) == [("DUP002", "p1.2")]


def test_a_plan_that_shares_an_indicator_leaves_that_to_be_said():
    text = decree(("CAMAT", [("Terbaginya tugas", SET), ("Terbaginya tugas", SET[1:])]))
    assert found(text) == [("DUP002", "p1.2"), ("DUP001", "p1.2.1")]


def test_a_plan_written_on_each_row_of_an_imported_table_is_one():
    text = decree(("CAMAT", [("Terbaginya tugas", SET[:1]), ("Terbaginya tugas", SET[1:])]))
    assert found(text) == [("DUP002", "p1.2")]
    subject = Decree(read_yaml("a.yaml", text.encode()).root)
    assert list(double_plans(context_of(subject, Provenance("asal.txt")), {})) == []


def test_empty_names_are_no_repetition():
    assert found(decree(("CAMAT", [("Terbaginya tugas", ["~", "~"]), ("~", ["~", "~"]), ("~", ["~", "~"])]))) == []


def test_item_numbers_are_no_part_of_a_name():
    plans = [("Terbaginya tugas", ["1. Jumlah surat masuk"]), ("Lancarnya tugas", ["3) jumlah surat masuk"])]
    assert found(decree(("CAMAT", plans))) == [("DUP001", "p1.2.1")]


PLANS = [("Tersusunnya program", ["Jumlah program", "Jumlah laporan program", "Jumlah jadwal program"])]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["PENGELOLA PROGRAM", "PENGADMINISTRASI UMUM"], [("error", "PENGADMINISTRASI UMUM")]),
        (["PENGADMINISTRASI UMUM", "PENGELOLA PROGRAM"], [("error", "PENGADMINISTRASI UMUM")]),
        (["KEPALA SEKSI PEMERINTAHAN", "KASI PELAYANAN"], [("error", "KASI PELAYANAN")]),
        (["PENGELOLA DATA", "PENGOLAH DATA PELAYANAN"], [("warning", "PENGOLAH DATA PELAYANAN")]),
        (["ANALIS KEBIJAKAN AHLI MUDA", "ANALIS KEBIJAKAN AHLI PERTAMA"], [("info", "ANALIS KEBIJAKAN AHLI MUDA")]),
        (["LURAH MAJU", "LURAH JAYA", "Plt. LURAH JAYA"], [("info", "LURAH MAJU")]),
        (["SEKRETARIS KELURAHAN MAJU", "SEKRETARIS KECAMATAN MAJU"], [("info", "SEKRETARIS KELURAHAN MAJU")]),
        (["KASUBBAG UMUM", "KEPALA SUB BAGIAN UMUM"], [("info", "KASUBBAG UMUM")]),
        (["LURAH MAJU", "Plt. LURAH MAJU"], []),
    ],
)
def test_blocks_with_the_same_content(names, expected):
    (file,) = iki_lint.check(decree(*[(name, PLANS) for name in names])).files
    assert [(f.severity, f.text) for f in file.findings if f.code == "DUP003"] == expected


def test_uniform_blocks_are_counted_by_posts():
    names = ["LURAH MAJU", "LURAH JAYA", "LURAH JAYA"]
    (file,) = iki_lint.check(decree(*[(name, PLANS) for name in names])).files
    (finding,) = [f for f in file.findings if f.code == "DUP003"]
    assert "2 jabatan" in finding.message
    assert [related.message for related in finding.related] == ["LURAH JAYA"]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Jumlah konsep laporan", "Jumlah konsep laporan kepada pimpinan", True),
        ("Jumlah pelaksanaan proses penyusunan Renja", "Jumlah penyusunan Renja", True),
        ("Jumlah bahan koordinasi", "Jumlah koordinasi", False),
        ("Jumlah laporan tepat waktu", "Persentase laporan tepat waktu", False),
        ("Persentase pelaksanaan program", "Persentase program", False),
        ("Jumlah pelaksanaan", "Jumlah", False),
    ],
)
def test_names_that_say_nearly_the_same(left, right, same):
    assert (gist(normal_words(left)) == gist(normal_words(right))) is same


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Pit. KEPALA KELURAHAN MAJU", "kepala kelurahan"),
        ("STAF PELAKSANA PENGELOLA DATA SEKSI PEMERINTAHAN", "pengelola data"),
        ("KEPALA SEKSI PEMERINTAHAN KELURAHAN MAJU", "kepala seksi pemerintahan"),
        ("SEKRETARIS KECAMATAN MAJU", "sekretaris"),
        ("CAMAT MAJU", "camat"),
        ("STAF", ""),
    ],
)
def test_what_a_post_is(name, role):
    assert " ".join(role_of(name)) == role


def test_what_a_post_is_about():
    assert matter(("pengelola", "program", "dan", "laporan")) == {"program", "laporan"}
    assert alike(("bendahara",), ("bendahara", "pengeluaran"))
    assert not alike(("bendahara", "penerimaan"), ("bendahara", "pengeluaran"))
