import json
import os

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import at, finding, in_file, report_of

from iki_lint import __version__
from iki_lint.findings import Edit, Fix, Overruled, Related, Report
from iki_lint.reports.json import render
from iki_lint.resources import data_folder

with open(os.path.join(data_folder("schemas"), "report.schema.json"), encoding="utf-8") as file:
    SCHEMA = json.load(file)


def read(report):
    data = json.loads(render(report))
    jsonschema.Draft7Validator(SCHEMA).validate(data)
    return data


FULL = finding(
    at(812, 24, 34),
    text="Jumlah rencana operasional tahun lalu",
    id="sekretaris.1.2",
    position="SEKRETARIS",
    suggestion="Tulis penyebutnya",
    fix=Fix(True, (Edit(at(812, 24, 6), "Banyaknya"),)),
    related=(Related("rencana", "/jabatan/4", at(800, 3, 5)), Related("tak diketahui", "", None)),
    basis=("lke-88-2021",),
    address="Tabel 2, baris 617, kolom Formulasi",
)


def test_every_key_in_its_order():
    data = read(report_of("", FULL))
    assert list(data) == ["format", "tool", "files", "counts"]
    assert data["format"] == "iki-lint-report/1"
    assert data["tool"] == {"name": "iki-lint", "version": __version__}
    assert list(data["files"][0]) == ["path", "counts", "findings"]
    assert list(data["files"][0]["findings"][0].items()) == [
        ("code", "FRM003"),
        ("name", "persentase-tanpa-pembagi"),
        ("severity", "error"),
        ("message", "Formulasinya bukan perbandingan"),
        ("pointer", "/jabatan/0"),
        ("id", "sekretaris.1.2"),
        ("position", "SEKRETARIS"),
        ("line", 812),
        ("column", 24),
        ("end_line", 812),
        ("end_column", 58),
        ("text", "Jumlah rencana operasional tahun lalu"),
        ("suggestion", "Tulis penyebutnya"),
        (
            "fix",
            {
                "safe": True,
                "edits": [{"line": 812, "column": 24, "end_line": 812, "end_column": 30, "text": "Banyaknya"}],
            },
        ),
        (
            "related",
            [
                {
                    "message": "rencana",
                    "pointer": "/jabatan/4",
                    "line": 800,
                    "column": 3,
                    "end_line": 800,
                    "end_column": 8,
                },
                {
                    "message": "tak diketahui",
                    "pointer": "",
                    "line": None,
                    "column": None,
                    "end_line": None,
                    "end_column": None,
                },
            ],
        ),
        ("basis", ["lke-88-2021"]),
        ("address", "Tabel 2, baris 617, kolom Formulasi"),
    ]


def test_what_is_unknown_is_null_and_the_address_is_left_out():
    found = read(report_of("", finding()))["files"][0]["findings"][0]
    assert "address" not in found
    empty = ("line", "column", "end_line", "end_column", "id", "position", "suggestion", "fix")
    assert {found[key] for key in empty} == {None}
    assert found["related"] == found["basis"] == []
    assert found["text"] == ""


def test_counts_per_file_and_in_all():
    one = in_file("", finding(), finding(severity="warning"), overruled=(Overruled(finding(), "alasan"),) * 3)
    two = in_file("", finding(severity="info"), finding(), path="b.yaml")
    data = read(Report((one, two)))
    size = {"positions": 77, "plans": 659, "indicators": 2039, "rows": 2039}
    assert data["files"][0]["counts"] == size | {"error": 1, "warning": 1, "info": 0, "suppressed": 3}
    assert data["files"][1]["counts"] == size | {"error": 1, "warning": 0, "info": 1, "suppressed": 0}
    total = {key: 2 * value for key, value in size.items()}
    assert data["counts"] == total | {"error": 2, "warning": 1, "info": 1, "suppressed": 3}
    assert list(data["counts"]) == list(data["files"][0]["counts"])


def test_equal_findings_are_never_folded():
    assert len(read(report_of("", *[finding(at(1))] * 20))["files"][0]["findings"]) == 20


def test_no_files():
    assert read(Report(()))["files"] == []


def test_text_stays_readable_and_one_finding_is_one_line():
    text = render(report_of("", finding(message="“é”"), finding()))
    assert "“é”" in text
    assert text.endswith("}\n")
    assert sum('"code"' in line for line in text.splitlines()) == 2


@settings(deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_any_text_comes_back_as_it_was_and_can_be_encoded(text):
    out = render(report_of("", finding(message=text, text=text, id=text)))
    found = json.loads(out.encode("utf-8"))["files"][0]["findings"][0]
    assert found["text"] == found["message"] == found["id"] == text
    assert not set(out) & {"\x1b", "\x9b", "\u202e", "\u2028"}


@pytest.mark.parametrize("change", [{"line": 1}, {"severity": "fatal"}, {"fix": []}, {"extra": 1}, {"pointer": "x"}])
def test_the_schema_refuses(change):
    data = json.loads(render(report_of("", finding())))
    data["files"][0]["findings"][0].update(change)
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(data)
