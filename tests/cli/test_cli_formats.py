"""Every form of a report, from the command line."""

import json
import os
from xml.etree import ElementTree

import pytest
from cli_samples import DECREE, ROOT, process

from iki_lint.reports.formats import FORMATS, NEEDS_DECREE

EXAMPLES = os.path.join(ROOT, "examples")
MACHINES = [kind for kind in FORMATS if kind not in NEEDS_DECREE]


@pytest.mark.parametrize("kind", MACHINES)
def test_two_runs_are_the_same_byte_for_byte(kind):
    runs = [
        process(["check", "klojen.yaml", "contoh-baik.yaml", "--format", kind], EXAMPLES, PYTHONHASHSEED=seed)
        for seed in ("1", "2")
    ]
    assert [(run.returncode, run.stderr) for run in runs] == [(1, b"")] * 2
    assert runs[0].stdout == runs[1].stdout
    text = runs[0].stdout.decode("utf-8")
    assert text.endswith("\n")
    assert "klojen.yaml" in text
    assert ROOT not in text


def test_all_of_them_in_one_run(tmp_path):
    wanted = [word for kind in MACHINES for word in ("--format", kind, "--output", str(tmp_path / kind))]
    done = process(["check", "klojen.yaml", *wanted], EXAMPLES)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert sorted(os.listdir(tmp_path)) == sorted(MACHINES)
    sarif, plain = (json.loads((tmp_path / kind).read_text(encoding="utf-8")) for kind in ("sarif", "json"))
    rows = (tmp_path / "csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert len(sarif["runs"][0]["results"]) == len(plain["files"][0]["findings"]) == len(rows) - 2


@pytest.mark.parametrize("kind", MACHINES)
def test_nothing_found_is_a_report_too(folder, say, kind):
    (folder / "a.yaml").write_text(DECREE)
    code, out, err = say("check", "a.yaml", "--format", kind)
    assert (code, err) == (0, "")
    assert bool(out) == (kind != "github")


def test_how_it_ended_stands_in_the_report(folder, say):
    def ended(*arguments):
        out = say("check", *arguments, "--format", "sarif")[1]
        invocation = json.loads(out)["runs"][0]["invocations"][0]
        return invocation["exitCode"], invocation["executionSuccessful"]

    (folder / "a.yaml").write_text("x: peringatan\n")
    assert ended("a.yaml") == (0, True)
    assert ended("a.yaml", "--fail-on", "warning") == (1, True)
    assert ended("a.yaml", "hilang.yaml") == (2, False)
    (folder / "a.yaml").write_text("x: rusak\n")
    assert ended("a.yaml") == (3, False)


def test_what_fails_in_junit_is_what_fails_the_run(folder, say):
    (folder / "a.yaml").write_text("x: peringatan\n")
    for fail_on, failures in (("error", "0"), ("warning", "1")):
        out = say("check", "a.yaml", "--format", "junit", "--fail-on", fail_on)[1]
        assert ElementTree.fromstring(out).get("failures") == failures


def test_junit_names_the_rules_that_ran(home, say):
    (home / "a.yaml").write_text(DECREE)
    out = say("check", "a.yaml", "--format", "junit", "--select", "FRM003")[1]
    assert [case.get("name") for case in ElementTree.fromstring(out).iter("testcase")] == [
        "FRM003 persentase-tanpa-pembagi"
    ]


def test_a_file_that_is_no_decree_is_told_in_every_form(tmp_path):
    (tmp_path / "a.yaml").write_text("a: [1, 2\n")
    for kind in MACHINES:
        done = process(["check", "a.yaml", "--format", kind], tmp_path)
        assert (done.returncode, done.stderr) == (2, b"")
        assert b"IKI002" in done.stdout, kind
