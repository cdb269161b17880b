"""The hooks, with the real pre-commit: a bad decree blocks the commit, other files do not.

pre-commit clones the hook's repository and installs it, so the checkout is copied into a repository of its own first.
The build tools come from the package index.
"""

import os

import pytest
from packaging_samples import ROOT, run
from precommit_samples import PROGRAM, done, git, hooks_in

CONFIG = "repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: iki-lint-fix\n  - id: iki-lint\n"
BAD = """\
versi_format: 1
jabatan:
- id: camat
  nama: CAMAT
  tugas: memimpin kecamatan
  fungsi: pelayanan publik
  rencana_kinerja:
  - id: camat.1
    uraian: Meningkatnya kualitas pelayanan publik
    indikator:
    - id: camat.1.1
      nama: Persentase pengaduan masyarakat yang ditindaklanjuti
      formulasi: Jumlah pengaduan masyarakat
      sumber_data: Rekap SP4N-LAPOR! Kecamatan
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """A repository whose commits pass the hook of this checkout; the hook's environment is ready."""
    top = tmp_path_factory.mktemp("hook")
    hooks, revision = hooks_in(top)
    work = top / "work"
    work.mkdir()
    done(git(work, "init", "--quiet"))
    (work / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks, revision=revision))
    home = {"PRE_COMMIT_HOME": str(top / "pre-commit"), "GIT_CONFIG_GLOBAL": os.devnull}
    done(git(work, "add", "."))
    done(git(work, "commit", "--quiet", "--message", "pre-commit"))
    done(run([PROGRAM, "install", "--install-hooks"], work, home))
    return work


@pytest.fixture
def commit(repository):
    """Commit files, given as their texts by name: the exit code and what was printed. Afterwards the files are gone."""

    def committed(files):
        for name, text in files.items():
            (repository / name).write_text(text, encoding="utf-8")
        done(git(repository, "add", "--all"))
        result = git(repository, "commit", "--message", "keputusan")
        return result.returncode, result.stdout

    yield committed
    git(repository, "rm", "--quiet", "-r", "--cached", ".")
    for name in os.listdir(repository):
        if name.endswith(".yaml") and not name.startswith("."):
            os.unlink(repository / name)


def test_a_bad_decree_blocks_the_commit(commit, repository) -> None:
    code, told = commit({"sk.yaml": BAD})
    assert code == 1
    assert "iki-lint (keputusan IKU dan IKI)" in told
    assert "sk.yaml:13:18: FRM003 persentase-tanpa-pembagi [galat] Indikator" in told
    assert "    13 |       formulasi: Jumlah pengaduan masyarakat\n" in told
    assert done(git(repository, "ls-tree", "--name-only", "HEAD")) == ".pre-commit-config.yaml\n"


def test_a_good_decree_passes(commit, repository) -> None:
    with open(os.path.join(ROOT, "examples", "contoh-baik.yaml"), encoding="utf-8") as file:
        good = file.read()
    code, told = commit({"sk.yaml": good})
    assert code == 0, told
    assert "Passed" in told
    assert "sk.yaml" in done(git(repository, "ls-tree", "--name-only", "HEAD"))


def test_what_can_be_mended_is_mended_and_can_be_committed_again(commit, repository) -> None:
    with open(os.path.join(ROOT, "examples", "contoh-baik.yaml"), encoding="utf-8") as file:
        good = file.read()
    dirty = good.replace("sumber_data: Laporan tindak lanjut", "sumber_data: <p>Laporan tindak lanjut", 1)
    assert dirty != good
    code, told = commit({"sk.yaml": dirty, "lain.yaml": "a: <p>x\n"})
    assert code == 1
    assert "files were modified by this hook" in told
    assert "sk.yaml: 1 perbaikan (STR006 1)\n" in told
    assert (repository / "sk.yaml").read_text(encoding="utf-8") == good
    assert (repository / "lain.yaml").read_text(encoding="utf-8") == "a: <p>x\n"
    code, told = commit({})
    assert code == 0, told


def test_other_yaml_files_pass(commit) -> None:
    code, told = commit({"docker-compose.yaml": "services:\n  web: {image: nginx}\n", "rusak.yaml": "a: [1\n"})
    assert code == 0, told
    assert "Passed" in told


def test_a_bad_decree_among_other_files_blocks(commit) -> None:
    code, told = commit({"a.yaml": "a: 1\n", "sk.yaml": BAD})
    assert code == 1
    assert "sk.yaml:13:18: FRM003" in told
