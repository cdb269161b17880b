import os
from collections import Counter

from report_samples import at, finding

import iki_lint
from iki_lint.reports.fingerprint import fingerprints

EXAMPLES = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "examples")
ONE = finding(at(5), id="camat.1.1", text="Jumlah", pointer="/jabatan/0/rencana_kinerja/0/indikator/0/formulasi")


def marks(*findings, path="a.yaml"):
    return list(fingerprints(path, findings))


def test_it_is_the_same_in_every_version():
    assert marks(ONE) == ["b227b24f9a60f034:1"]


def test_what_may_change():
    for change in (
        {"place": at(99, 7)},
        {"place": None},
        {"pointer": "/jabatan/7/rencana_kinerja/12/indikator/3/formulasi"},
        {"severity": "info"},
        {"message": "The formula is no ratio"},
        {"text": "  Jumlah\n"},
    ):
        assert marks(ONE._replace(**change)) == marks(ONE)


def test_what_makes_another():
    for change in (
        {"code": "FRM004"},
        {"id": "camat.1.2"},
        {"text": "Banyaknya"},
        {"pointer": "/jabatan/0/rencana_kinerja/0/indikator/0/sumber_data"},
    ):
        assert marks(ONE._replace(**change)) != marks(ONE)


def test_equal_ones_are_numbered():
    first, second, third = (mark.split(":") for mark in marks(ONE, ONE, ONE))
    assert [first[1], second[1], third[1]] == ["1", "2", "3"]
    assert first[0] == second[0] == third[0]


def test_ids_are_only_counted_in_an_imported_text():
    other = ONE._replace(id="camat.1.2")
    post = {"position": "CAMAT"}
    assert marks(ONE._replace(**post), path="a.txt") == marks(other._replace(**post), path="a.txt")
    assert marks(ONE._replace(**post), path="a.yaml") != marks(other._replace(**post), path="a.yaml")


def test_rows_that_are_inserted_above_change_nothing():
    with open(os.path.join(EXAMPLES, "klojen.yaml"), encoding="utf-8") as file:
        text = file.read()
    before, name, after = text.partition("jabatan:\n")
    post = (
        "- id: sisipan\n  nama: PRANATA KOMPUTER\n  jenis: fungsional\n  rencana_kinerja:\n  - id: sisipan.1\n"
        "    uraian: Menyusun aplikasi\n    indikator:\n    - id: sisipan.1.1\n      nama: Jumlah aplikasi\n"
        "      formulasi: Jumlah aplikasi\n      sumber_data: Jelas\n"
    )
    old, new = (
        iki_lint.check(each, iki_lint.Config(ignore=("CAS", "DUP"))).files[0]
        for each in (text, before + name + post + after)
    )
    was = Counter(fingerprints("klojen.yaml", old.findings))
    now = Counter(fingerprints("klojen.yaml", new.findings))
    assert sum(was.values()) > 100
    assert not was - now
    assert {
        found.id or ""
        for found, mark in zip(new.findings, fingerprints("klojen.yaml", new.findings), strict=True)
        if mark not in was
    } <= {"sisipan", "sisipan.1", "sisipan.1.1"}
