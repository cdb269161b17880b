"""The command line as a process, with everything that it imports."""

import json
import os
import subprocess
import sys

import pytest
from cli_samples import DECREE, ROOT, process

from iki_lint import __version__

PROGRAM = """
import os, sys

def leave(code):
    print("modules", *(set(sys.modules) - before))
    sys.exit()

os._exit, sys.argv[1:], before = leave, {arguments!r}, set(sys.modules)
from iki_lint.cli import main
main()
"""


def imported(arguments, cwd):
    """The modules that a command line has imported when it ends, beyond those of a bare interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(arguments=arguments)],
        cwd=cwd,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": ROOT},
        text=True,
        check=False,
    )
    return set(done.stdout.rpartition("modules ")[2].split())


def test_version_imports_nothing(tmp_path):
    assert imported(["--version"], tmp_path) == {"gc", "iki_lint", "iki_lint.cli"}


def test_check_imports_no_heavy_modules(tmp_path):
    (tmp_path / "a.yaml").write_text(DECREE)
    found = imported(["check", "a.yaml"], tmp_path)
    assert "iki_lint.reports.text" in found
    heavy = {"jsonschema", "pyparsing", "rich", "logging", "importlib.metadata", "iki_lint.reports.json", "shutil"}
    heavy |= {"jinja2", "markupsafe", "iki_lint.reports.html"}
    heavy |= {"pypdfium2", "pypdf", "iki_lint.readers.pdf"}
    assert not found & heavy
    assert not found & {"iki_lint.fixing", "iki_lint.fixes", "iki_lint.cli.fix", "iki_lint.decree.scalar_edit"}
    assert not [name for name in found if name.startswith("iki_lint.explain")]
    assert not found & {"pathspec", "fnmatch", "multiprocessing", "concurrent.futures", "iki_lint.cli.watch"}
    assert not found & {"csv", "hashlib", "html", "json", "pathlib", "urllib.parse", "xml"}
    assert not found & {"zipfile", "docx", "openpyxl", "lxml", "iki_lint.reports.sheet", "iki_lint.cli.checklist"}
    assert not found & {"iki_lint.readers.word", "iki_lint.annotate", "pypdfium2", "pypdf"}


def test_check_reads_word_with_the_standard_library(tmp_path):
    sys.path.insert(0, os.path.join(ROOT, "tests", "readers"))
    from word_files import p, table, tr, word

    rows = tr("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data"), tr("1", "a", "b", "c", "d")
    (tmp_path / "a.docx").write_bytes(word(p("Jabatan: A") + table(*rows)))
    found = imported(["check", "a.docx"], tmp_path)
    assert "iki_lint.readers.word" in found
    assert not found & {"docx", "lxml", "iki_lint.annotate"}


def test_ordinary_ratios_need_no_grammar():
    found = imported(["check", "examples/contoh-baik.yaml"], ROOT)
    assert "iki_lint.formula.reading" in found
    assert not found & {"pyparsing", "iki_lint.formula.grammar"}


def test_fix_imports_no_heavy_modules(tmp_path):
    (tmp_path / "a.yaml").write_text(DECREE)
    found = imported(["fix", "a.yaml"], tmp_path)
    assert "iki_lint.fixing" in found
    assert not found & {"jsonschema", "pyparsing", "rich", "logging", "importlib.metadata", "difflib"}


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(tmp_path, option):
    done = process([option], tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"iki-lint {__version__}{os.linesep}".encode(), b"")


def test_json_of_a_decree_from_stdin(tmp_path):
    done = process(["check", "-", "--format", "json", "--stdin-filename", "sk.yaml"], tmp_path, DECREE.encode())
    assert done.stderr == b""
    assert json.loads(done.stdout)["files"][0]["path"] == "sk.yaml"


def test_an_unreadable_file_is_exit_2(tmp_path):
    (tmp_path / "a.yaml").write_text("a: [1, 2\n")
    done = process(["check", "a.yaml"], tmp_path)
    assert (done.returncode, done.stderr) == (2, b"")
    assert b"IKI002" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no such shell")
def test_a_reader_that_stops_is_no_error(tmp_path):
    (tmp_path / "a.yaml").write_text("versi_format: 1\n" + "a: 1\n" * 1_000)
    command = (
        f'{{ "{sys.executable}" -m iki_lint check a.yaml --show-all --format json; echo "kode $?" >&2; }} | head -c 1'
    )
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, capture_output=True, env=os.environ | {"PYTHONPATH": ROOT}, check=False
    )
    assert done.stdout == b"{"
    assert done.stderr in (b"kode 1\n", b"kode 0\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
def test_a_full_device_is_one_sentence(tmp_path):
    (tmp_path / "a.yaml").write_text(DECREE)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "iki_lint", "check", "a.yaml"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": ROOT},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"iki-lint: stdout gagal ditulis (No space left on device).\n"


def test_an_encoding_that_lacks_the_letters(tmp_path):
    (tmp_path / "a.yaml").write_bytes("versi_format: 1\njabatan: 字\n".encode())
    done = process(["check", "a.yaml"], tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode in (1, 2)
    assert done.stdout.isascii()
    assert b"\\u5b57" in done.stdout
