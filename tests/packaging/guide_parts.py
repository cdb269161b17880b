"""Guides that are followed from an empty folder: their files are written, their commands run, their outputs made.

    python tests/packaging/guide_parts.py    # writes the outputs anew

A guide is Markdown. Behind `<!-- berkas: NAME -->` stands the content of a file, in the block below it. Behind
`<!-- ganti: NAME -->` stand two blocks: what is replaced in that file, and by what. `<!-- jalankan: COMMAND -->` runs a
command of iki-lint in the folder, and the block below it, up to `<!-- end -->`, is what it printed; the exit code
stands before the arrow: `<!-- jalankan 1: ... -->`.
"""

import os
import re
import shutil
import sys
import tempfile

from packaging_samples import ROOT, run

GUIDES = ("docs/aturan-daerah.md",)
STEP = re.compile(
    r"<!-- berkas: (?P<file>\S+) -->\n```\w*\n(?P<content>.*?)^```$"
    r"|<!-- ganti: (?P<changed>\S+) -->\n```\w*\n(?P<old>.*?)^```$.*?^```\w*\n(?P<new>.*?)^```$"
    r"|<!-- salin: (?P<copied>\S+) -->"
    r"|<!-- jalankan(?: (?P<code>\d))?: iki-lint (?P<command>[^\n]+?) -->\n(?P<output>.*?)<!-- end -->",
    re.M | re.S,
)


def read(guide: str) -> str:
    """A guide as it is."""
    with open(os.path.join(ROOT, guide), encoding="utf-8") as file:
        return file.read()


def followed(text: str) -> str:
    """The guide with what its commands print when it is followed, step by step, from an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        return STEP.sub(lambda step: _done(step, folder), text)


def _done(step: re.Match[str], folder: str) -> str:
    if step["copied"]:
        shutil.copy(os.path.join(ROOT, step["copied"]), folder)
        return step[0]
    if step["command"]:
        return _ran(step, folder)
    path = os.path.join(folder, step["file"] or step["changed"])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    text = step["content"]
    if step["changed"]:
        with open(path, encoding="utf-8") as file:
            before = file.read()
        assert before.count(step["old"]) == 1, step[0]
        text = before.replace(step["old"], step["new"])
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return step[0]


def _ran(step: re.Match[str], folder: str) -> str:
    settings = {"PYTHONPATH": ROOT, "XDG_CACHE_HOME": os.path.join(folder, ".cache")}
    done = run([sys.executable, "-m", "iki_lint", *step["command"].split()], folder, settings)
    assert done.returncode == int(step["code"] or 0), (step["command"], done.stdout)
    head = step[0].partition("\n")[0]
    return f"{head}\n```text\n$ iki-lint {step['command']}\n{done.stdout.rstrip()}\n```\n<!-- end -->"


if __name__ == "__main__":
    sys.path.insert(0, ROOT)
    for guide in GUIDES:
        new = followed(read(guide))
        with open(os.path.join(ROOT, guide), "w", encoding="utf-8", newline="\n") as file:
            file.write(new)
