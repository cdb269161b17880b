"""`iki-lint checklist`: what is written, what is refused, and that the same decree gives the same files."""

import os
import subprocess
import sys

import pytest
from cli_samples import ROOT

from iki_lint.cli.checklist import ENDINGS, PAPERS
from iki_lint.reports.sheet import forms, paper

DECREE = """\
versi_format: 1
jabatan:
- id: kasi
  nama: KEPALA SEKSI PELAYANAN
  tugas: melayani
  fungsi: pelayanan
  rencana_kinerja:
  - uraian: Terlayaninya warga
    indikator:
    - {nama: Jumlah warga yang dilayani, formulasi: Jumlah warga yang dilayani dalam satu tahun, sumber_data: Jelas}
"""


def test_forms_and_papers_are_those_of_the_writers() -> None:
    assert tuple(forms.FORMS) == ENDINGS
    assert tuple(paper.PAPERS) == PAPERS


def test_all_forms_at_once(put, say, home) -> None:
    names = [f"t{ending}" for ending in ENDINGS]
    options = [part for name in names for part in ("-o", name)]
    code, out, err = say("checklist", put("a.yaml", DECREE), *options, "--kertas", "f4")
    assert (code, err) == (0, "")
    assert out == (
        "t.docx, t.xlsx, t.html, t.md ditulis: 1 galat, 1 peringatan, 0 info; usulan: belum dapat diparaf.\n"
    )
    assert sorted(os.listdir(home)) == sorted([*names, "a.yaml"])
    assert (home / "t.docx").read_bytes()[:2] == (home / "t.xlsx").read_bytes()[:2] == b"PK"
    assert "Halaman" in (home / "t.html").read_text(encoding="utf-8")
    assert (home / "t.md").read_text(encoding="utf-8").startswith("# Lembar Telaah")


def test_english_and_only_some_rules(put, say, home) -> None:
    code, out, _ = say("checklist", put("a.yaml", DECREE), "-o", "T.MD", "--lang", "en", "--select", "FRM")
    assert code == 0
    assert out.endswith("proposal: no conclusion.\n")
    assert "Rules that were run: 10 of " in (home / "T.MD").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["a.yaml"], "-o/--output wajib disebut; lihat iki-lint checklist --help."),
        (["a.yaml", "-o", "t.pdf"], "t.pdf tidak dapat ditulis: lembar telaah berakhiran .docx, .xlsx, .html, .md."),
        (["a.yaml", "-o", "-"], "- tidak dapat ditulis: lembar telaah berakhiran .docx, .xlsx, .html, .md."),
        (["a.yaml", "-o", "t.md", "-o", "./t.md"], "Dua laporan ditujukan ke t.md."),
        (["a.yaml", "-o", "x/t.md"], "x/t.md tidak dapat ditulis: foldernya tidak ada."),
        (["tiada.yaml", "-o", "t.md"], "Berkas tiada.yaml tidak ada."),
        (
            ["a.yaml", "-o", "t.md", "--select", "XYZ"],
            "Aturan XYZ tidak dikenal; sebutkan kode, awalan kode, atau nama aturan.",
        ),
        (["a.yaml", "-o", "t.md", "--kertas", "a5"], "Nilai untuk --kertas tidak dikenal; yang ada: a4, f4."),
    ],
)
def test_misuse_is_one_sentence_and_writes_nothing(put, say, home, arguments, sentence) -> None:
    put("a.yaml", DECREE)
    assert say("checklist", *arguments) == (2, "", f"iki-lint: {sentence}\n")
    assert os.listdir(home) == ["a.yaml"]


def test_the_input_is_not_overwritten(put, say, home) -> None:
    code, _, err = say("checklist", put("a.md", DECREE), "-o", "a.md")
    assert code == 2
    assert "a.md" in err
    assert (home / "a.md").read_text() == DECREE


def test_what_is_no_decree_is_refused(put, say, home) -> None:
    code, out, err = say("checklist", put("a.yaml", "jabatan: ["), "-o", "t.docx")
    assert (code, out) == (2, "")
    assert err.startswith("a.yaml:1:11: IKI002")
    assert os.listdir(home) == ["a.yaml"]


@pytest.mark.parametrize(
    ("ending", "module", "library", "extra"),
    [(".docx", "docx", "python-docx", "word"), (".xlsx", "openpyxl", "openpyxl", "excel")],
)
def test_a_missing_library_is_named(put, say, home, monkeypatch, ending, module, library, extra) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    for writer in ("word", "excel"):
        monkeypatch.delitem(sys.modules, f"iki_lint.reports.sheet.{writer}", raising=False)
        monkeypatch.delattr(f"iki_lint.reports.sheet.{writer}", raising=False)
    code, out, err = say("checklist", put("a.yaml", DECREE), "-o", "t.md", "-o", f"t{ending}")
    assert (code, out) == (2, "")
    assert err == (
        f"iki-lint: Untuk menulis t{ending} diperlukan pustaka {library}; "
        f"pasang dengan `pip install 'iki-lint[{extra}]'`.\n"
    )
    assert os.listdir(home) == ["a.yaml"]


def test_two_processes_write_the_same_bytes(tmp_path) -> None:
    written = []
    for seed, folder in (("1", "a"), ("77", "b")):
        (tmp_path / folder).mkdir()
        options = [part for ending in ENDINGS for part in ("-o", f"t{ending}")]
        done = subprocess.run(
            [sys.executable, "-m", "iki_lint", "checklist", os.path.join(ROOT, "examples", "klojen.yaml"), *options],
            cwd=tmp_path / folder,
            env=os.environ | {"PYTHONPATH": ROOT, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed[0]}"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        written.append({ending: (tmp_path / folder / f"t{ending}").read_bytes() for ending in ENDINGS})
    assert written[0] == written[1]
    assert not [ending for ending, data in written[0].items() if ROOT.encode() in data]
