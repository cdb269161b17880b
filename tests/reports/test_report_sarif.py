import json
import os
import re

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import at, finding, in_file, report_of

import iki_lint
from iki_lint import __version__
from iki_lint.catalog import load_catalog
from iki_lint.decree.source import Place, Source
from iki_lint.findings import Edit, Fix, Overruled, Related, Report
from iki_lint.reports.sarif import render
from iki_lint.reports.style import Style

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
with open(os.path.join(TESTS, "data", "sarif-2.1.0-rtm.5.json"), encoding="utf-8") as file:
    VALIDATOR = jsonschema.Draft4Validator(json.load(file))

TEXT = "versi_format: 1\njabatan:\n- nama: SEKRETARIS\n  nip: NIP. 196501011990031001\n"
WHERE = {"uri": "a.yaml", "uriBaseId": "%SRCROOT%", "index": 0}


def run_of(report, **style):
    """The only run of a report, which the schema of the standard finds right."""
    text = render(report, Style(**style))
    assert text.endswith("}\n")
    data = json.loads(text.encode("utf-8"))
    VALIDATOR.validate(data)
    assert (data["version"], len(data["runs"])) == ("2.1.0", 1)
    return data["runs"][0]


def results_of(*findings, **changes):
    return run_of(Report((in_file(TEXT, *findings, **changes),)))["results"]


FULL = finding(
    at(3, 9, 10),
    text="SEKRETARIS",
    pointer="/jabatan/0/nama",
    id="sekretaris",
    position="SEKRETARIS",
    suggestion="Tulis penyebutnya",
    fix=Fix(True, (Edit(at(3, 9, 1), "B"), Edit(at(3, 12, 2), ""))),
    related=(Related("rencana [1]", "/jabatan", at(2, 1, 7)), Related("tak diketahui", "/iku", None)),
    basis=("lke-88-2021",),
    address="Tabel 2, baris 617",
)


def test_everything_of_a_result():
    (result,) = results_of(FULL)
    codes = list(dict.fromkeys(rule.code for rule in load_catalog().rules))
    assert result == {
        "ruleId": "FRM003",
        "ruleIndex": codes.index("FRM003"),
        "level": "error",
        "message": {
            "text": "Formulasinya bukan perbandingan. Saran: Tulis penyebutnya. "
            "Terkait: [rencana \\[1\\]](1), [tak diketahui](2)."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": WHERE,
                    "region": {
                        "startLine": 3,
                        "startColumn": 9,
                        "endLine": 3,
                        "endColumn": 19,
                        "snippet": {"text": "SEKRETARIS"},
                    },
                },
                "logicalLocations": [
                    {"fullyQualifiedName": "/jabatan/0/nama", "kind": "value"},
                    {"name": "SEKRETARIS", "fullyQualifiedName": "sekretaris", "kind": "position"},
                    {"name": "Tabel 2, baris 617", "kind": "address"},
                ],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "rencana [1]"},
                "physicalLocation": {
                    "artifactLocation": WHERE,
                    "region": {
                        "startLine": 2,
                        "startColumn": 1,
                        "endLine": 2,
                        "endColumn": 8,
                        "snippet": {"text": "jabatan"},
                    },
                },
                "logicalLocations": [{"fullyQualifiedName": "/jabatan", "kind": "value"}],
            },
            {
                "id": 2,
                "message": {"text": "tak diketahui"},
                "physicalLocation": {"artifactLocation": WHERE},
                "logicalLocations": [{"fullyQualifiedName": "/iku", "kind": "value"}],
            },
        ],
        "fixes": [
            {
                "description": {"text": "Perbaikan yang tidak mengubah arti"},
                "artifactChanges": [
                    {
                        "artifactLocation": WHERE,
                        "replacements": [
                            {
                                "deletedRegion": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 10},
                                "insertedContent": {"text": "B"},
                            },
                            {"deletedRegion": {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 14}},
                        ],
                    }
                ],
            }
        ],
        "properties": {"suggestion": "Tulis penyebutnya", "basis": ["lke-88-2021"]},
        "partialFingerprints": {"ikiLint/v1": "281c744940bebb58:1"},
    }


def test_what_is_unknown_is_left_out():
    (result,) = results_of(finding(pointer=""))
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": WHERE}}]
    assert not {"relatedLocations", "fixes", "suppressions"} & set(result)
    assert result["message"] == {"text": "Formulasinya bukan perbandingan."}


def test_levels():
    found = [finding(severity=severity) for severity in ("error", "warning", "info")]
    assert [result["level"] for result in results_of(*found)] == ["error", "warning", "note"]


def test_a_code_that_no_rule_of_ours_has():
    (result,) = results_of(finding(code="XYZ901"))
    assert (result["ruleId"], "ruleIndex" in result) == ("XYZ901", False)


def test_the_run():
    one, two = in_file(TEXT), in_file("", path="dua.yaml")
    run = run_of(Report((one, two)))
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == ("iki-lint", __version__, "id-ID")
    assert (run["language"], run["columnKind"], run["results"]) == ("id-ID", "unicodeCodePoints", [])
    assert run["originalUriBaseIds"] == {"%SRCROOT%": {"description": {"text": "Folder tempat iki-lint dijalankan."}}}
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 0, "toolExecutionNotifications": []}]
    size = {"positions": 77, "plans": 659, "indicators": 2039, "rows": 2039}
    roles = ["analysisTarget"]
    assert run["artifacts"] == [
        {"location": WHERE, "roles": roles, "properties": size},
        {"location": WHERE | {"uri": "dua.yaml", "index": 1}, "roles": roles, "properties": size},
    ]


@pytest.mark.parametrize(("code", "successful"), [(0, True), (1, True), (2, False), (3, False)])
def test_how_it_ended(code, successful):
    (invocation,) = run_of(Report(()), exit_code=code)["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (code, successful)


def test_what_failed_is_a_notification_too():
    crash = finding(at(3, 9), code="IKI000", name="aturan-gagal", message="Aturan FRM001 gagal")
    broken = finding(at(1), code="IKI002", name="yaml-rusak", message="Rusak")
    run = run_of(Report((in_file(TEXT, crash, FULL), in_file("x", broken, path="b.yaml", readable=False))), exit_code=3)
    codes = list(dict.fromkeys(rule.code for rule in load_catalog().rules))
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert [
        (
            each["level"],
            each["message"]["text"],
            each["associatedRule"],
            each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        )
        for each in told
    ] == [
        ("error", "Aturan FRM001 gagal", {"id": "IKI000", "index": codes.index("IKI000")}, "a.yaml"),
        ("error", "Rusak", {"id": "IKI002", "index": codes.index("IKI002")}, "b.yaml"),
    ]
    assert [result["ruleId"] for result in run["results"]] == ["IKI000", "FRM003", "IKI002"]


def test_what_was_set_aside():
    said = Overruled(finding(at(2)), "nama resmi", "2026-12-31")
    results = results_of(finding(at(1)), finding(at(3)), overruled=(said,))
    assert [each["suppressions"] for each in results] == [
        [],
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "nama resmi",
                "properties": {"until": "2026-12-31"},
            }
        ],
        [],
    ]
    assert [each["locations"][0]["physicalLocation"]["region"]["startLine"] for each in results] == [1, 2, 3]


def test_every_rule_is_described_in_both_languages():
    for lang in ("id", "en"):
        rules = run_of(Report(()), lang=lang)["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == list(dict.fromkeys(rule.code for rule in load_catalog().rules))
        for rule in rules:
            assert all(0 < len(rule[key]["text"]) <= 1024 for key in ("shortDescription", "fullDescription"))
            assert rule["help"]["text"]
            assert rule["help"]["markdown"]
            assert not re.search(r"\{\w|\w\}", rule["shortDescription"]["text"] + rule["help"]["text"])


def test_the_help_of_a_rule():
    rules = run_of(Report(()))["tool"]["driver"]["rules"]
    (rule,) = (rule for rule in rules if rule["id"] == "FRM003")
    assert rule["name"] == "persentase-tanpa-pembagi"
    assert rule["shortDescription"]["text"] == (
        'Indikator "…", tetapi formulasinya bukan perbandingan (pembilang dibagi penyebut)'
    )
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["FRM"]}
    paragraphs = rule["help"]["text"].split("\n\n")
    assert paragraphs[0].startswith("Mengapa: Persentase tanpa penyebut tidak dapat dihitung")
    assert paragraphs[1] == 'Saran: Tulis "(jumlah yang memenuhi ÷ jumlah seluruhnya) × 100 %"'
    assert paragraphs[2].startswith("Dasar:\n- Lembar Kerja Evaluasi AKIP PermenPANRB 88/2021: Butir yang dibaca:")


def test_sources_are_named_by_what_was_read_of_them():
    basis = load_catalog().basis
    rules = {rule["id"]: rule["help"]["text"] for rule in run_of(Report(()))["tool"]["driver"]["rules"]}
    for rule in load_catalog().rules:
        for key in () if rule.case else rule.basis:
            named = f"\n- {basis[key].title}: " in rules[rule.code]
            quoted = f"\n- {basis[key].title} (hanya dikutip): " in rules[rule.code]
            assert (named, quoted) == (basis[key].evidence == "dibaca", basis[key].evidence == "dikutip")


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("./SK/a b.yaml", "SK/a%20b.yaml", True),
        ("../é#?.yaml", "../%C3%A9%23%3F.yaml", True),
        ("<stdin>", "%3Cstdin%3E", True),
        ("c:x.yaml", "c%3Ax.yaml", True),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml", False),
        (os.fsdecode(b"\xff.yaml"), "%FF.yaml", True),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_paths(path, uri, base):
    (artifact,) = run_of(Report((in_file("", path=path),)))["artifacts"]
    assert artifact["location"] == {"uri": uri, "index": 0} | ({"uriBaseId": "%SRCROOT%"} if base else {})


def test_a_snippet_holds_no_nip():
    (result,) = results_of(finding(Place(3, 9, 4, 32)))
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["snippet"]["text"] == "SEKRETARIS\n  nip: NIP. ••••••••••••••••••"


def test_without_a_text_there_is_no_snippet():
    (result,) = results_of(FULL, source=None)
    assert "snippet" not in result["locations"][0]["physicalLocation"]["region"]


def test_a_place_that_ends_before_the_next_line():
    (result,) = results_of(finding(Place(3, 9, 4, 1)))
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "SEKRETARIS\n"


def test_words_of_a_decree_make_no_link():
    (result,) = results_of(finding(message="[klik](https://jahat) [1] \\", suggestion="[a](1)"))
    assert result["message"]["text"] == "\\[klik\\](https://jahat) \\[1\\] \\\\. Saran: \\[a\\](1)."


def test_other_brackets_stay_as_they_are():
    assert results_of(finding(message="Hapus [1]!"))[0]["message"]["text"] == "Hapus [1]!"


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(), max_size=30))
def test_any_text_is_right_json(text):
    source = Source("a.yaml", text)
    place = source.place(0, len(text))
    out = render(
        report_of(text, finding(place, message=text or "x", text=text, id=text, position=text, suggestion=text)),
        Style(),
    )
    data = json.loads(out.encode("utf-8"))
    VALIDATOR.validate(data)
    assert not set(out) & {"\x1b", "\x9b", "\u202e", "\u2028"}
    assert not re.search(r"\\ud[89a-f]", out)


@pytest.mark.parametrize("name", ["klojen.yaml", "contoh-baik.yaml", "dari-aplikasi.yaml"])
def test_examples(name):
    path = os.path.join(os.path.dirname(TESTS), "examples", name)
    report = iki_lint.check(path)
    results = run_of(report)["results"]
    assert len(results) == len(report.files[0].findings)
    marks = [result["partialFingerprints"]["ikiLint/v1"] for result in results]
    assert len(set(marks)) == len(marks)
    for result, found in zip(results, report.files[0].findings, strict=True):
        region = result["locations"][0]["physicalLocation"].get("region")
        assert (region is None) == (found.place is None)
