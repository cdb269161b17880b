"""The real pre-commit: where it is, and a repository of this checkout's hooks that it can install."""

import os
import shutil
import sys

import pytest
from packaging_samples import ROOT, run

PROGRAM = shutil.which("pre-commit") or shutil.which("pre-commit", path=os.path.dirname(sys.executable))

if PROGRAM is None:
    pytest.skip("pre-commit is not installed (pip install pre-commit)", allow_module_level=True)
if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

# What the hook is installed from.
PARTS = (
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "README.md",
    "hatch_build.py",
    "pyproject.toml",
    "iki_lint",
    "rules",
    "schemas",
)


def git(folder, *arguments):
    """Run git as an invented author, without the settings of the machine."""
    nobody = {f"GIT_{who}_{what}": "uji" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    home = {"PRE_COMMIT_HOME": str(folder.parent / "pre-commit")}
    return run(["git", "-c", "init.defaultBranch=main", *arguments], folder, nobody | alone | home)


def done(result):
    """The output of a command that must succeed."""
    assert result.returncode == 0, result.stdout
    return result.stdout


def hooks_in(top):
    """A repository with the hooks below a folder: its path and revision."""
    hooks = top / "hooks"
    hooks.mkdir()
    for part in PARTS:
        source = os.path.join(ROOT, part)
        (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, hooks / part)
    done(git(hooks, "init", "--quiet"))
    done(git(hooks, "add", "."))
    done(git(hooks, "commit", "--quiet", "--message", "hooks"))
    return hooks, done(git(hooks, "rev-parse", "HEAD")).strip()
