"""`iki-lint export` on the command line."""

import os
import subprocess
import sys

import pytest
from cli_samples import DECREE, process


@pytest.mark.parametrize("name", ["lampiran.docx", "LAMPIRAN.XLSX"])
def test_an_annex_is_written(tmp_path, name):
    (tmp_path / "a.yaml").write_text(DECREE)
    done = process(["export", "a.yaml", "-o", name], tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    first = (tmp_path / name).read_bytes()
    process(["export", "a.yaml", "-o", name], tmp_path)
    assert (tmp_path / name).read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["a.yaml"], "-o/--output wajib disebut; lihat iki-lint export --help."),
        (
            ["a.yaml", "-o", "a.pdf"],
            "Lampiran ditulis sebagai Word atau Excel; a.pdf harus berakhiran .docx atau .xlsx.",
        ),
        (["b.xlsx", "-o", "b.xlsx"], "Lampiran ke b.xlsx akan menimpa keputusan yang dibaca."),
        (["a.yaml", "-o", "ada/tidak/x.docx"], "ada/tidak/x.docx tidak dapat ditulis: foldernya tidak ada."),
        (["tidak.yaml", "-o", "x.docx"], "Berkas tidak.yaml tidak ada."),
    ],
)
def test_misuse_is_one_sentence(tmp_path, arguments, sentence):
    (tmp_path / "a.yaml").write_text(DECREE)
    done = process(["export", *arguments], tmp_path)
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"iki-lint: {sentence}{os.linesep}")
    assert sorted(os.listdir(tmp_path)) == ["a.yaml"]


def test_an_unreadable_decree_is_no_annex(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"teks")
    done = process(["export", "a.xlsx", "-o", "x.docx"], tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("a.xlsx: IKI006 Buku kerja ini rusak")
    assert not (tmp_path / "x.docx").exists()


def test_only_workbooks_bring_in_their_library(tmp_path):
    (tmp_path / "a.yaml").write_text(DECREE)
    program = "import sys; from iki_lint.cli.app import run; run(['check', 'a.yaml']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "iki_lint.linting" in done.stdout.split()
    libraries = {"openpyxl", "python_calamine", "docx", "zipfile"}
    assert not libraries & set(done.stdout.split())
