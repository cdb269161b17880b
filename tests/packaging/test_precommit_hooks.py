"""With the real pre-commit: each hook over its good and bad examples in `hooks/`, and what a project may set."""

import os
import sys
from pathlib import Path

import pytest
import yaml
from packaging_samples import ROOT, run
from precommit_samples import PROGRAM, done, git, hooks_in

from iki_lint.cli.app import run as iki_lint

EXAMPLES = Path(__file__).parent / "hooks"
CHECK, FIX, DOCUMENTS = "iki-lint", "iki-lint-fix", "iki-lint-dokumen"
GOOD = (EXAMPLES / CHECK / "good" / "keputusan.yaml").read_text(encoding="utf-8")
BAD = (EXAMPLES / CHECK / "bad" / "keputusan.yaml").read_text(encoding="utf-8")
MENDABLE = (EXAMPLES / FIX / "bad" / "keputusan.yaml").read_text(encoding="utf-8")
FOUND = "FRM003 persentase-tanpa-pembagi [galat]"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The repository of the hooks with its revision, and where pre-commit keeps their environments."""
    top = tmp_path_factory.mktemp("hooks")
    return (*hooks_in(top), {"PRE_COMMIT_HOME": str(top / "pre-commit"), "GIT_CONFIG_GLOBAL": os.devnull})


@pytest.fixture
def hook(installed, tmp_path):
    """Run a hook over files that a project has, given as their contents by name: exit code and output."""
    source, revision, home = installed

    def ran(hook, files, *named, **settings):
        config = {"repos": [{"repo": str(source), "rev": revision, "hooks": [{"id": hook, **settings}]}]}
        for name, content in {".pre-commit-config.yaml": yaml.safe_dump(config), **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if not (tmp_path / ".git").exists():
            done(git(tmp_path, "init", "--quiet"))
        done(git(tmp_path, "add", "--all"))
        chosen = ["--files", *named] if named else ["--all-files"]
        result = run([PROGRAM, "run", hook, "--color", "never", *chosen], tmp_path, home)
        return result.returncode, result.stdout

    return ran


def examples(hook, kind):
    """The names of the files of a kind."""
    return sorted(path.name for path in (EXAMPLES / hook / kind).iterdir())


def test_every_hook_is_tested():
    declared = yaml.safe_load(Path(ROOT, ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [each["id"] for each in declared] == [CHECK, FIX, DOCUMENTS]
    assert {path.name for path in EXAMPLES.iterdir()} == {CHECK, FIX}


@pytest.mark.parametrize("name", examples(CHECK, "good"))
def test_a_good_file_passes(hook, name):
    code, told = hook(CHECK, {name: (EXAMPLES / CHECK / "good" / name).read_bytes()})
    assert (code, told.count("Passed")) == (0, 1), told


@pytest.mark.parametrize(
    ("name", "exit_code", "found"), [("keputusan.yaml", 1, FOUND), ("rusak.yaml", 2, "IKI002 yaml-rusak [galat]")]
)
def test_a_bad_file_fails(hook, name, exit_code, found):
    code, told = hook(CHECK, {name: (EXAMPLES / CHECK / "bad" / name).read_bytes()})
    assert code == 1
    assert f"- exit code: {exit_code}\n" in told
    assert f"{name}:" in told
    assert found in told
    assert "\x1b" not in told
    assert "\r" not in told


def test_every_bad_example_is_tested():
    assert examples(CHECK, "bad") == ["keputusan.yaml", "rusak.yaml"]


@pytest.mark.parametrize("name", examples(FIX, "good"))
def test_what_needs_no_mending_is_left_alone(hook, name, tmp_path):
    before = (EXAMPLES / FIX / "good" / name).read_bytes()
    code, told = hook(FIX, {name: before})
    assert (code, told.count("Passed")) == (0, 1), told
    assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize("name", examples(FIX, "bad"))
def test_what_is_mended_is_told(hook, name, tmp_path):
    code, told = hook(FIX, {name: (EXAMPLES / FIX / "bad" / name).read_bytes()})
    assert code == 1
    assert "- files were modified by this hook\n" in told
    assert f"{name}: 1 perbaikan (" in told
    assert (tmp_path / name).read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(("text", "exit_code"), [(GOOD, 0), (BAD, 1)])
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_documents(hook, tmp_path_factory, ending, text, exit_code):
    made = tmp_path_factory.mktemp("made")
    (made / "a.yaml").write_text(text, encoding="utf-8")
    assert iki_lint(["export", str(made / "a.yaml"), "-o", str(made / f"a.{ending}")]) == 0
    name = f"Keputusan Camat.{ending.upper()}"
    code, told = hook(DOCUMENTS, {name: (made / f"a.{ending}").read_bytes(), f"~$putusan.{ending}": b"", "a.yaml": BAD})
    assert code == exit_code, told
    assert ("Passed" in told) == (exit_code == 0)
    assert (f"{name}: {FOUND}" in told) == (exit_code == 1)
    assert "a.yaml" not in told


NAMES = ("sk camat.yaml", "keputusan/Ünïcode – 2024.yaml", "keputusan/a'b$(c).yaml")


def test_several_files_with_names_of_all_kinds(hook):
    code, told = hook(CHECK, {**dict.fromkeys(NAMES, BAD), "lain.yaml": "a: 1\n", "baik.yaml": GOOD})
    assert code == 1
    assert [name for name in NAMES if f"{name}:13:18: {FOUND}" not in told] == []
    assert "lain.yaml" not in told
    assert "baik.yaml:13" not in told


def test_a_configuration_leaves_out_what_pre_commit_names(hook):
    """`exclude` of the configuration in a folder, and `--exclude`; the rest is still checked."""
    files = {"kec/iki-lint.yaml": "exclude: [arsip/]\n", "kec/arsip/lama.yaml": BAD, "kec/baru.yaml": GOOD}
    code, told = hook(CHECK, files, "kec/arsip/lama.yaml", "kec/baru.yaml")
    assert code == 0, told
    code, told = hook(CHECK, files, "kec/arsip/lama.yaml")
    assert code == 0, told
    code, told = hook(CHECK, {**files, "arsip/lama.yaml": BAD})
    assert code == 1
    assert f"\narsip/lama.yaml:13:18: {FOUND}" in told
    assert "kec/arsip" not in told
    code, told = hook(CHECK, {}, "arsip/lama.yaml", "kec/baru.yaml", args=["--exclude", "arsip/"])
    assert code == 0, told


def test_fix_leaves_excluded_files_alone(hook, tmp_path):
    files = {
        "iki-lint.yaml": "exclude: [arsip/]\n",
        "arsip/a.yaml": MENDABLE,
        "draf/b.yaml": MENDABLE,
        "c.yaml": MENDABLE,
    }
    code, told = hook(FIX, files, args=["--exclude", "draf"])
    assert code == 1
    assert "c.yaml: 1 perbaikan (STR006 1)" in told
    texts = [(tmp_path / name).read_text(encoding="utf-8") for name in ("arsip/a.yaml", "draf/b.yaml", "c.yaml")]
    assert texts == [MENDABLE, MENDABLE, GOOD]


def test_the_configuration_nearest_to_a_decree(hook):
    files = {"kec/iki-lint.yaml": "ignore: [FRM]\n", "kec/sk.yaml": BAD, "dinas/sk.yaml": BAD}
    code, told = hook(CHECK, files)
    assert code == 1
    assert f"dinas/sk.yaml:13:18: {FOUND}" in told
    assert "kec/sk.yaml:13:18" not in told


def test_a_baseline(hook, tmp_path):
    """Old findings pass, also where pre-commit names one file of several; a new one fails."""
    other = BAD.replace("camat", "lurah").replace("CAMAT", "LURAH")
    hook(CHECK, {"sk.yaml": BAD, "b.yaml": other})
    command = [sys.executable, "-m", "iki_lint", "check", "sk.yaml", "b.yaml"]
    baseline = ["--baseline", "temuan-lama.json"]
    run([*command, *baseline, "--update-baseline"], tmp_path)
    code, told = hook(CHECK, {}, args=baseline)
    assert code == 0, told
    code, told = hook(CHECK, {}, "sk.yaml", args=baseline)
    assert code == 0, told
    worse = BAD + "      sumber: x\n"
    code, told = hook(CHECK, {"sk.yaml": worse}, args=baseline)
    assert code == 1
    assert "sk.yaml:15" in told


def test_stricter(hook):
    code, told = hook(CHECK, {"sk.yaml": GOOD}, args=["--fail-on", "warning", "--lang", "en"])
    assert code == 1
    assert "STR010 identitas-keputusan [warning]" in told
    assert "Checked: files 1, " in told
