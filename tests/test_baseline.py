"""The baseline: what it holds, that it only shrinks, and what it does not let pass."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.baseline import FORMAT, Baseline, counts_of, key_of, read_baseline, set_aside, stale, updated, written
from iki_lint.cli.app import run
from iki_lint.findings import Counts, FileReport, Finding

SCHEMA = jsonschema.Draft7Validator(json.loads(Path("schemas/baseline.schema.json").read_text(encoding="utf-8")))
RAN = frozenset(["FRM003", "SBR001", "STR001"])

DECREE = """\
versi_format: 1
jabatan:
- id: sekretaris
  nama: SEKRETARIS
  tugas: membantu camat
  fungsi: penyusunan program
  rencana_kinerja:
  - id: sekretaris.1
    uraian: Meningkatnya capaian program
    indikator:
    - {id: s.1, nama: Persentase program yang tercapai, formulasi: Jumlah program tahun lalu, sumber_data: Jelas}
    - {id: s.2, nama: Persentase surat yang tercatat, formulasi: Jumlah surat tahun lalu, sumber_data: Jelas}
"""
NEW = "    - {id: s.3, nama: Persentase rapat yang terlaksana, formulasi: Jumlah rapat, sumber_data: Jelas}\n"
SELECT = ("--select", "FRM003,SBR001")


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    """Checks a.yaml with a text: the exit code, the codes left with their ids, standard error."""
    monkeypatch.chdir(tmp_path)

    def checked(text, *arguments, name="a.yaml", select=SELECT):
        (tmp_path / name).write_text(text, encoding="utf-8")
        capsys.readouterr()
        code = run(["check", name, "--format", "json", *select, "--baseline", "b.json", *arguments])
        printed = capsys.readouterr()
        found = json.loads(printed.out)["files"][0]["findings"] if printed.out else []
        return code, [(each["id"], each["code"]) for each in found], printed.err

    return checked


def test_old_findings_pass_and_new_ones_do_not(check, tmp_path):
    code, found, told = check(DECREE, "--update-baseline")
    assert (code, found) == (0, [])
    assert told == "iki-lint: Baseline b.json dibuat: 4 temuan lama dicatat.\n"
    assert (tmp_path / "b.json").read_text() == (
        '{"format": "iki-lint-baseline/1",\n "files": {\n  "a.yaml": {\n'
        '   "s.1": {"FRM003": 1, "SBR001": 1},\n   "s.2": {"FRM003": 1, "SBR001": 1}}\n }}\n'
    )
    assert check(DECREE) == (0, [], "")
    assert check(DECREE + NEW) == (1, [("s.3", "FRM003"), ("s.3", "SBR001")], "")


def test_rows_may_be_moved_and_inserted(check):
    check(DECREE, "--update-baseline")
    lines = DECREE.splitlines(keepends=True)
    assert check("".join([*lines[:10], lines[11], lines[10]])) == (0, [], "")
    assert check("".join([*lines[:10], NEW, *lines[10:]]))[1] == [("s.3", "FRM003"), ("s.3", "SBR001")]


def test_what_is_mended_must_be_taken_out_and_cannot_come_back(check, tmp_path):
    check(DECREE, "--update-baseline")
    mended = DECREE.replace("Jelas}\n    - ", "Register surat masuk}\n    - ")
    code, found, told = check(mended)
    assert (code, found) == (1, [])
    assert told == (
        "iki-lint: Baseline b.json mencatat 1 temuan yang sudah tidak ada; jalankan lagi dengan --update-baseline.\n"
    )
    code, found, told = check(mended, "--update-baseline")
    assert (code, found) == (0, [])
    assert told == "iki-lint: Baseline b.json diperbarui: 1 temuan keluar, 3 masih tercatat.\n"
    assert check(DECREE) == (1, [("s.1", "SBR001")], "")


def test_an_update_adds_nothing(check):
    check(DECREE, "--update-baseline")
    code, found, _ = check(DECREE + NEW, "--update-baseline")
    assert (code, found) == (1, [("s.3", "FRM003"), ("s.3", "SBR001")])


def test_only_the_rules_that_ran_are_looked_at(check):
    check(DECREE, "--update-baseline")
    assert check(DECREE, select=("--select", "FRM003")) == (0, [], "")
    check(DECREE, "--update-baseline", select=("--select", "FRM003"))
    assert check(DECREE) == (0, [], "")


def test_other_files_stay_and_those_that_are_gone_are_told(check, tmp_path):
    check(DECREE, "--update-baseline")
    (tmp_path / "b.json").write_text((tmp_path / "b.json").read_text().replace("a.yaml", "lain.yaml"))
    (tmp_path / "lain.yaml").write_text(DECREE)
    assert check("versi_format: 1\njabatan: []\n", select=("--select", "FRM003")) == (0, [], "")
    (tmp_path / "lain.yaml").unlink()
    code, _, told = check("versi_format: 1\njabatan: []\n", select=("--select", "FRM003"))
    assert code == 1
    assert "mencatat berkas yang sudah tidak ada (lain.yaml)" in told
    assert check("versi_format: 1\njabatan: []\n", "--update-baseline", select=("--select", "FRM003"))[0] == 0
    assert json.loads((tmp_path / "b.json").read_text())["files"] == {}


def test_mandatory_findings_are_not_taken_in(check, tmp_path):
    empty = DECREE.replace("sumber_data: Jelas}\n    - ", "sumber_data: }\n    - ")
    code, found, _ = check(empty, "--update-baseline", select=("--select", "STR001,FRM003"))
    assert (code, found) == (1, [("s.1", "STR001")])
    assert "STR001" not in (tmp_path / "b.json").read_text()


def test_imported_documents_are_counted_by_post(check, tmp_path):
    text = (
        "Jabatan: SEKRETARIS\nTugas: membantu\nFungsi: menyusun\n"
        "No\tRencana Kinerja\tIndikator Kinerja\tFormulasi\tSumber Data\n"
        "1\tMeningkatnya capaian\tPersentase program\tJumlah program tahun lalu\tJelas\n"
    )
    assert check(text, "--update-baseline", name="a.txt")[0] == 0
    assert json.loads((tmp_path / "b.json").read_text())["files"] == {
        "a.txt": {"SEKRETARIS": {"FRM003": 1, "SBR001": 1}}
    }
    row = "1\tMeningkatnya mutu\tJumlah surat masuk\tJumlah surat masuk dalam satu tahun\tRegister surat masuk\n"
    assert check(text.replace("1\tMeningkatnya capaian", f"{row}2\tMeningkatnya capaian"), name="a.txt")[:2] == (0, [])


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"{", "b.json:1"),
        (b'{"format": "iki-lint-baseline/1",\n"files": {,}}', "b.json:2"),
        (b"\xff", "b.json"),
        (b"[" * 100_000, "b.json"),
        (b"[]", "b.json"),
        (b'{"format": "iki-lint-baseline/2", "files": {}}', "b.json"),
        (b'{"format": "iki-lint-baseline/1", "files": {"a": {"b": {"FRM003": 0}}}}', "b.json"),
        (b'{"format": "iki-lint-baseline/1", "files": {"a": {"b": {"FRM003": true}}}}', "b.json"),
    ],
)
def test_a_file_that_is_no_baseline(check, tmp_path, data, place):
    (tmp_path / "b.json").write_bytes(data)
    code, _, told = check(DECREE)
    assert code == 2
    assert told == f"iki-lint: {place} bukan baseline iki-lint; hapus lalu buat lagi dengan --update-baseline.\n"
    assert (tmp_path / "b.json").read_bytes() == data


def test_misuse(check, tmp_path, capsys):
    assert check(DECREE)[0::2] == (2, "iki-lint: Baseline b.json tidak ada; buat dengan --update-baseline.\n")
    assert run(["check", "a.yaml", "--update-baseline"]) == 2
    assert capsys.readouterr().err == "iki-lint: --update-baseline perlu --baseline BERKAS.\n"
    assert run(["check", "a.yaml", "--baseline", "./a.yaml", "--update-baseline"]) == 2
    assert (tmp_path / "a.yaml").read_text() == DECREE


def test_it_is_told_in_the_reports(check, tmp_path, capsys):
    check(DECREE, "--update-baseline")
    run(["check", "a.yaml", *SELECT, "--baseline", "b.json"])
    assert "4 temuan lama tercatat dalam baseline dan tidak ditampilkan.\n" in capsys.readouterr().out
    run(["check", "a.yaml", *SELECT, "--baseline", "b.json", "--format", "sarif"])
    (result,) = json.loads(capsys.readouterr().out)["runs"]
    assert {each["suppressions"][0]["kind"] for each in result["results"]} == {"external"}


def report(*found):
    findings = tuple(
        Finding(code, code, "error", "x", "/x", id=owner, mandatory=code == "STR001") for owner, code in found
    )
    return FileReport("a.yaml", Counts(), findings, ran=RAN)


lists = st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(sorted(RAN))), max_size=12)


@settings(max_examples=200, deadline=None)
@given(first=lists, then=lists)
def test_the_ratchet(tmp_path_factory, first, then):
    folder = tmp_path_factory.mktemp("b")
    (folder / "a.yaml").touch()
    before, after = (report(*each)._replace(path=str(folder / "a.yaml")) for each in (first, then))
    made = updated(Baseline(str(folder), {}), [before], create=True)
    (folder / "b.json").write_text(written(made), encoding="utf-8")
    assert read_baseline(str(folder / "b.json")) == made
    assert SCHEMA.is_valid(json.loads(written(made)))
    assert key_of(before.path, made) == "a.yaml"
    # What was there is set aside, whole, but for the mandatory.
    assert [f.code for f in set_aside(before, made, "x").findings] == [c for _, c in first if c == "STR001"]
    assert stale(before, made) == 0
    # Nothing is lost, and the baseline only shrinks, to what is there.
    left = set_aside(after, made, "x")
    assert sorted([*left.findings, *(o.finding for o in left.overruled)]) == sorted(after.findings)
    smaller = updated(made, [left], create=False)
    now = counts_of(after, after.findings)
    for owner, codes in smaller.files.get("a.yaml", {}).items():
        for code, count in codes.items():
            assert count <= min(made.files["a.yaml"][owner][code], now[owner][code])
    assert stale(after, smaller) == 0
    assert set_aside(after, smaller, "x").findings == left.findings
    assert json.loads(written(smaller))["format"] == FORMAT
