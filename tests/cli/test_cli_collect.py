"""Which files paths, folders and patterns stand for."""

import os
import shutil
import subprocess
import sys

import pytest
from cli_samples import DECREE, process
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iki_lint.cli.collect import collect
from iki_lint.cli.refusal import Refusal


@pytest.fixture
def make(home):
    """Write decrees, or other texts."""

    def made(*names, text=DECREE):
        for name in names:
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    return made


def test_patterns(make):
    make("a.yaml", "arsip/b.yaml", "arsip/2020/c.yml", "arsip/2020/d.docx", "arsip/2020/e.png", "lain.yaml", text="x")
    assert collect(["*.yaml"]).files == ["a.yaml", "lain.yaml"]
    assert collect(["./?.yaml"]).files == ["a.yaml"]
    assert collect(["arsip/**/*.y*ml"]).files == ["arsip/2020/c.yml", "arsip/b.yaml"]
    assert collect(["**/*.docx"]).files == ["arsip/2020/d.docx"]
    assert collect(["arsip/*/d.docx", "arsip/20[0-9]0/c.yml"]).files == ["arsip/2020/c.yml", "arsip/2020/d.docx"]
    assert collect(["arsip/2020/*"]).files == ["arsip/2020/c.yml", "arsip/2020/d.docx"]
    assert collect(["**"]).files == [
        "a.yaml",
        "arsip/2020/c.yml",
        "arsip/2020/d.docx",
        "arsip/b.yaml",
        "lain.yaml",
    ]


def test_a_pattern_from_the_root(make, home):
    make("arsip/a.yaml")
    assert collect([f"{home}/*/a.yaml"]).files == [f"{home}/arsip/a.yaml"]


def test_a_folder_that_fits_a_pattern_stands_for_its_decrees(make):
    make("2020/a.yaml", "2021/dalam/b.yaml")
    make("2020/lain.yaml", text="x: 1\n")
    assert collect(["202?"]).files == ["2020/a.yaml", "2021/dalam/b.yaml"]


def test_a_file_whose_name_looks_like_a_pattern(make):
    make("[1] a.yaml", "1 a.yaml")
    assert collect(["[1] a.yaml"]).files == ["[1] a.yaml"]


@pytest.mark.parametrize("pattern", ["*.yml", "tiada/*.yaml", "*.png", "a.yaml/*"])
def test_a_pattern_that_fits_nothing(make, say, pattern):
    make("a.yaml", "b.png")
    sentence = f"iki-lint: Tidak ada berkas yang dapat diperiksa yang cocok dengan pola {pattern}.\n"
    assert say("check", "a.yaml", pattern) == say("fix", pattern) == (2, "", sentence)


def test_a_file_counts_once(make, home):
    make("a/b.yaml")
    assert collect(["a", "a/b.yaml", "./a/../a/b.yaml", str(home / "a"), "a/*.yaml"]).files == ["a/b.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission")
def test_links(make, home):
    make("a/b.yaml", "luar/c.yaml")
    (home / "a" / "lingkar").symlink_to("..", target_is_directory=True)
    (home / "a" / "putus.yaml").symlink_to("tiada.yaml")
    (home / "a" / "putar.yaml").symlink_to("putar.yaml")
    (home / "a" / "tunjuk.yaml").symlink_to("../luar/c.yaml")
    assert collect(["a"]).files == ["a/b.yaml", "a/tunjuk.yaml"]
    assert collect(["a/**/*.yaml"]).files == ["a/b.yaml", "a/tunjuk.yaml"]
    assert collect(["a/lingkar/luar"]).files == ["a/lingkar/luar/c.yaml"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_folder_that_may_not_be_listed(make, home, say):
    make("a/b.yaml", "a/rahasia/c.yaml")
    (home / "a" / "rahasia").chmod(0)
    assert say("check", "a") == (2, "", "iki-lint: Berkas a/rahasia tidak boleh dibaca (izin ditolak).\n")


def test_a_folder_that_goes_away(make, say, monkeypatch):
    make("a/b.yaml")

    def gone(path):
        raise FileNotFoundError(2, "No such file", path)

    monkeypatch.setattr(os, "scandir", gone)
    assert say("check", "a") == (2, "", "iki-lint: Berkas a tidak ada.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="paths are short there")
def test_a_very_deep_folder(home):
    handle = os.open(".", os.O_RDONLY)
    for _ in range(1_050):
        os.mkdir("d", dir_fd=handle)
        below = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = below
    os.close(os.open("a.yaml", os.O_CREAT, dir_fd=handle))
    os.close(handle)
    try:
        assert len(collect(["**/a.yaml"]).files) == 1
    finally:
        # Deeper than what clears temporary folders away can go.
        subprocess.run(["rm", "-rf", "d"], check=True)


def test_excluded_files(make, say):
    make("a.yaml", "arsip/b.yaml", "arsip/c.yaml", "x/arsip/d.yaml")
    assert collect(["."], ["arsip/"]).files == ["a.yaml"]
    assert collect(["."], ["/arsip"]).files == ["a.yaml", "x/arsip/d.yaml"]
    assert collect(["a.yaml", "arsip/b.yaml"], ["arsip/"]).files == ["a.yaml"]
    assert collect(["**/*.yaml"], ["arsip/*", "!arsip/c.yaml"]).files == ["a.yaml", "arsip/c.yaml", "x/arsip/d.yaml"]
    assert collect(["arsip/b.yaml", "arsip/c.yaml"], ["arsip/*", "!arsip/c.yaml"]).files == ["arsip/c.yaml"]
    assert collect(["arsip/b.yaml", "arsip/c.yaml"], ["arsip/", "!arsip/c.yaml"]).spared


def test_where_one_stands_is_not_excluded(make, home):
    make("a.yaml", "x/b.yaml")
    assert collect(["."], [home.name]).files == ["a.yaml", "x/b.yaml"]
    assert collect(["a.yaml", str(home / "x" / "b.yaml")], [home.name, "x/"]).files == ["a.yaml"]


def test_excluded_files_outside(make, home, monkeypatch):
    make("sini/a.yaml", "arsip/b.yaml")
    monkeypatch.chdir(home / "sini")
    assert collect(["a.yaml", "../arsip/b.yaml"], ["arsip/"]).files == ["a.yaml"]
    assert collect(["a.yaml", "../arsip/b.yaml"], ["/arsip"]).files == ["../arsip/b.yaml", "a.yaml"]


def test_only_excluded_files_are_no_failure(make, say):
    """As with `ruff check --force-exclude`: pre-commit names what was changed, whatever is excluded."""
    make("a.yaml", "arsip/b.yaml")
    told = "iki-lint: Tidak ada yang diperiksa: semua berkas yang disebut dikecualikan "
    told += "(--exclude, atau exclude dalam konfigurasi).\n"
    assert say("check", "arsip/b.yaml", "--exclude", "arsip") == (0, "", told)
    assert say("fix", "arsip/b.yaml", "--exclude", "arsip") == (0, "", told)
    assert say("check", "arsip", "--exclude", "arsip")[0] == 2
    assert say("check", "--exclude", "*")[0] == 2


@pytest.mark.parametrize("pattern", ["!", "\\"])
def test_an_exclusion_that_is_no_pattern(make, say, pattern):
    make("a.yaml")
    sentence = "Pola untuk --exclude tidak benar; tulis seperti dalam .gitignore, misalnya arsip/ atau *.lama.yaml."
    assert say("check", "a.yaml", "--exclude", pattern) == (2, "", f"iki-lint: {sentence}\n")


def test_gitignore_counts_for_what_is_found_and_not_for_what_is_named(make, home):
    (home / ".git").mkdir()
    make("a.yaml", "bangun/b.yaml", "bangun/dalam/c.yaml")
    make(".gitignore", text="bangun/\n")
    assert collect(["."]).files == ["a.yaml"]
    assert collect(["**/*.yaml"]).files == ["a.yaml"]
    assert collect(["bangun"]).files == ["bangun/b.yaml", "bangun/dalam/c.yaml"]
    assert collect(["bangun/dalam"]).files == ["bangun/dalam/c.yaml"]
    assert collect(["bangun/b.yaml"]).files == ["bangun/b.yaml"]


def test_gitignore_without_a_repository(make):
    make("a/b.yaml", "a/c.yaml")
    make("a/.gitignore", text="c.yaml\n")
    assert collect(["a"]).files == ["a/b.yaml"]


def test_a_broken_gitignore_hides_nothing(make, home):
    make("a.yaml", "b.yaml")
    (home / ".gitignore").write_bytes(b"\\\n!\n\xff\xfe\nb.yaml\r\n[\n")
    assert collect(["."]).files == ["a.yaml"]


def test_pathspec_is_imported_only_when_there_are_patterns(make, home):
    make("a.yaml")
    program = "import sys\nfrom iki_lint.cli.collect import collect\ncollect(['.'])\nprint('pathspec' in sys.modules)"
    for expected in ("False\n", "True\n"):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert done.stdout == expected
        make(".gitignore", text="x\n")


def test_it_says_what_it_rests_on(make):
    make("a/b.yaml", "a/.gitignore", "a/x/y.txt")
    make("a/lain.yaml", text="x: 1\n")
    found = collect(["a", "a/*.yaml"])
    assert found.files == ["a/b.yaml", "a/lain.yaml"]
    assert set(found.folders) == {"a", "a/x"}
    assert {"a/b.yaml", "a/lain.yaml", "a/.gitignore", "a/*.yaml"} <= set(found.seen)


NAMES = ("a.yaml", "b.yaml", "x", "y")
FOLDERS = ("", "x/", "y/", "x/y/", "x/x/")
PATTERNS = st.lists(
    st.sampled_from(
        (
            *("a.yaml", "*.yaml", "/a.yaml", "x", "x/", "/x", "/x/", "x/y", "x/*", "/x/*", "x/**", "**/y", "**/y/"),
            *("!a.yaml", "!b.yaml", "!x", "!x/", "!x/y/", "!*/", "!/x/a.yaml", "*", "/*", "y/a.*", "[ab].yaml", "# x"),
            *("\\!a.yaml", "b.yaml ", "x/**/a.yaml", "!y/b.yaml", "", "?.yaml", "[!a].yaml", "!**/y"),
            *("x/**/", "!x/**/", "!x/**", "**", "**/", "/**", "y/**", "!x/y/b.yaml", "!/y/", "*/y"),
        )
    ),
    max_size=4,
)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(top=PATTERNS, inner=PATTERNS, exclude=PATTERNS, inner_at=st.sampled_from(("x", "y", "x/y")))
def test_what_git_ignores(tmp_path_factory, top, inner, exclude, inner_at):
    """The decrees below a folder are those that git would add."""
    root = tmp_path_factory.mktemp("git")
    for folder in FOLDERS:
        for name in ("a.yaml", "b.yaml"):
            path = root / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(DECREE)
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_DIR": str(root / ".git")}
    settled = {"cwd": root, "env": os.environ | alone, "check": True, "capture_output": True, "text": True}
    (root / ".git" / "info").mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "--template="], **settled)
    (root / ".git" / "info" / "exclude").write_text("\n".join(exclude) + "\n")
    (root / ".gitignore").write_text("\n".join(top) + "\n")
    (root / inner_at / ".gitignore").write_text("\n".join(inner) + "\n")
    listed = subprocess.run(["git", "ls-files", "--others", "--exclude-standard"], **settled).stdout.split("\n")
    expected = sorted(name for name in listed if name.endswith(".yaml"))
    before = os.getcwd()
    os.chdir(root)
    try:
        found = collect(["."]).files
    except Refusal:
        found = []
    finally:
        os.chdir(before)
        shutil.rmtree(root)
    assert found == expected


def test_the_real_program(make, home):
    make("keputusan/a.yaml", "keputusan/lama/b.yaml", "arsip/c.yaml")
    make(".gitignore", text="arsip/\n")
    done = process(["check", "--exclude", "lama/", "keputusan/", "--format", "json"], home)
    assert b'"path": "keputusan/a.yaml"' in done.stdout
    assert b"b.yaml" not in done.stdout
