from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import at, finding, in_file, report_of

from iki_lint.catalog import load_catalog
from iki_lint.findings import Overruled, Report
from iki_lint.reports.junit import render
from iki_lint.reports.style import Style

RAN = frozenset(["FRM001", "FRM003", "SBR001", "IKI006"])


def read(report, fail_on="error", ran=RAN, **style):
    files = tuple(file._replace(fail_on=fail_on, ran=ran) for file in report.files)
    text = render(Report(files), Style(**style))
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
    assert text.endswith("</testsuites>\n")
    return ElementTree.fromstring(text.encode("utf-8"))


def counts(element):
    return tuple(int(element.get(key)) for key in ("tests", "failures", "errors", "skipped"))


def states(root):
    """The name of each case with the kind of its result."""
    return [(case.get("name"), [each.tag for each in case]) for case in root.iter("testcase")]


def test_rules_that_found_nothing_have_passed():
    root = read(report_of(""))
    assert (root.get("name"), counts(root)) == ("iki-lint", (3, 0, 0, 0))
    (suite,) = root
    assert (suite.get("name"), counts(suite)) == ("a.yaml", (3, 0, 0, 0))
    assert states(root) == [
        ("FRM001 formula-sama-dengan-indikator", []),
        ("FRM003 persentase-tanpa-pembagi", []),
        ("SBR001 sumber-kabur", []),
    ]
    assert suite[0].attrib == {
        "name": "FRM001 formula-sama-dengan-indikator",
        "classname": "a",
        "file": "a.yaml",
    }


def test_a_failure_says_all_in_its_text():
    found = [finding(at(line), text="Jumlah", suggestion="Tulis penyebutnya", position="CAMAT") for line in (3, 9)]
    ((failure,),) = read(report_of("", *found)).findall("testsuite/testcase[2]")
    assert failure.attrib == {"message": "2 temuan: Formulasinya bukan perbandingan", "type": "error"}
    assert failure.text == (
        "a.yaml:3:1: [galat] Formulasinya bukan perbandingan\n"
        "  “Jumlah”\n"
        "  saran: Tulis penyebutnya\n"
        "  2 kali: baris 3, 9; pertama pada CAMAT"
    )


@pytest.mark.parametrize(
    ("severity", "fail_on", "tag"),
    [
        ("error", "error", "failure"),
        ("warning", "error", "system-out"),
        ("warning", "warning", "failure"),
        ("info", "warning", "system-out"),
        ("info", "info", "failure"),
    ],
)
def test_what_fails(severity, fail_on, tag):
    root = read(report_of("", finding(severity=severity)), fail_on=fail_on)
    assert states(root)[1] == ("FRM003 persentase-tanpa-pembagi", [tag])
    assert counts(root) == (3, int(tag == "failure"), 0, 0)


def test_a_rule_that_found_errors_and_warnings_is_one_case():
    root = read(report_of("", finding(severity="info"), finding(severity="error", message="b")))
    assert states(root)[1][1] == ["failure"]
    assert [line.split("] ")[0] for line in root.find(".//failure").text.split("\n")[::2]] == [
        "a.yaml: [galat",
        "a.yaml: [info",
    ]


def test_an_unreadable_file_and_a_crash_are_errors():
    broken = in_file("", finding(at(1), code="IKI002", name="yaml-rusak"), path="b.yaml", readable=False)
    crash = in_file("", finding(code="IKI000", name="aturan-gagal"))
    root = read(Report((crash, broken)))
    assert counts(root) == (5, 0, 2, 0)
    assert states(root) == [
        ("FRM001 formula-sama-dengan-indikator", []),
        ("FRM003 persentase-tanpa-pembagi", []),
        ("IKI000 aturan-gagal", ["error"]),
        ("SBR001 sumber-kabur", []),
        ("IKI002 yaml-rusak", ["error"]),
    ]


def test_what_was_set_aside_is_skipped_with_its_reason():
    said = (Overruled(finding(), "nama resmi"), Overruled(finding(), "nama resmi"))
    root = read(Report((in_file("", overruled=said),)))
    assert counts(root) == (3, 0, 0, 1)
    assert root.find(".//skipped").attrib == {"message": "Diabaikan: nama resmi"}
    assert counts(read(Report((in_file("", finding(), overruled=said),)))) == (3, 1, 0, 0)


def test_long_lists_are_cut_unless_all_is_asked_for():
    report = report_of("", *[finding(message=f"pesan {n % 60}") for n in range(75)])
    lines = read(report).find(".//failure").text.split("\n")
    assert lines[-1] == "… dan 10 rumusan lain (10 temuan); tampilkan semua dengan --show-all"
    assert len([line for line in lines if line.startswith("a.yaml")]) == 50
    every = read(report, show_all=True).find(".//failure").text.split("\n")
    assert len([line for line in every if line.startswith("a.yaml")]) == 60


def test_a_rule_of_another_region():
    root = read(report_of("", finding(code="XYZ901", name="lokal")))
    assert states(root)[-1] == ("XYZ901 lokal", ["failure"])


def test_the_class_has_no_ending():
    root = read(Report((in_file("", path="./SK 2023/camat.yaml"),)))
    case = root.find(".//testcase")
    assert (case.get("classname"), case.get("file")) == ("SK 2023/camat", "SK 2023/camat.yaml")


def test_english():
    failure = read(report_of("", finding()), lang="en").find(".//failure")
    assert failure.get("message") == "1 findings: Formulasinya bukan perbandingan"
    assert failure.text.startswith("a.yaml: [error] ")


def test_names_are_those_of_the_rules():
    codes = tuple(dict.fromkeys(rule.code for rule in load_catalog().rules))
    names = {f"{rule.code} {rule.name}" for rule in load_catalog().rules if not rule.code.startswith("IKI")}
    assert {name for name, _ in states(read(report_of(""), ran=codes))} == names


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_is_right_xml(text):
    found = finding(at(1), message=text, suggestion=text, text=text, position=text)
    root = read(Report((in_file("", found, path=f"x{text}", overruled=(Overruled(found, text),)),)))
    assert counts(root) == (3, 1, 0, 0)
