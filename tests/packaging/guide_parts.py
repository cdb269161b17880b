"""Guides that are followed from an empty folder: their files are written, their commands run, their outputs made.

    python tests/packaging/guide_parts.py    # writes the outputs anew

A guide is Markdown. Behind `<!-- berkas: NAME -->` stands the content of a file, in the block below it. Behind
`<!-- ganti: NAME -->` stand two blocks: what is replaced in that file, and by what. `<!-- jalankan: COMMAND -->` runs a
command of iki-lint in the folder, and the block below it, up to `<!-- end -->`, is what it printed; the exit code
stands before the colon: `<!-- jalankan 1: ... -->`. Behind the command, ` | awal 5` and ` | akhir 2` keep only its
first five lines and its last two. `<!-- salin: PATH -->` copies a file of the checkout into the folder.
"""

import os
import re
import shutil
import sys
import tempfile

from packaging_samples import ROOT, run

GUIDES = ("docs/panduan.md", "docs/konfigurasi.md", "docs/aturan-daerah.md", "docs/editor.md")
DAY = "1767225600"
"""The day on which the guides are followed, 1 January 2026: it decides which suppressions have expired."""

STEP = re.compile(
    r"<!-- berkas: (?P<file>\S+) -->\n```\w*\n(?P<content>.*?)^```$"
    r"|<!-- ganti: (?P<changed>\S+) -->\n```\w*\n(?P<old>.*?)^```$.*?^```\w*\n(?P<new>.*?)^```$"
    r"|<!-- salin: (?P<copied>\S+) -->"
    r"|<!-- jalankan(?: (?P<code>\d))?: iki-lint (?P<command>[^\n]+?)(?: \| awal (?P<first>\d+))?"
    r"(?: \| akhir (?P<last>\d+))? -->\n(?P<output>.*?)<!-- end -->",
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
    settings = {"PYTHONPATH": ROOT, "XDG_CACHE_HOME": os.path.join(folder, ".cache"), "SOURCE_DATE_EPOCH": DAY}
    done = run([sys.executable, "-m", "iki_lint", *step["command"].split()], folder, settings)
    assert done.returncode == int(step["code"] or 0), (step["command"], done.stdout)
    head = step[0].partition("\n")[0]
    shown = "\n".join([f"$ iki-lint {step['command']}", *_shortened(done.stdout.rstrip().split("\n"), step)])
    return f"{head}\n```text\n{shown.rstrip()}\n```\n<!-- end -->"


def _shortened(lines: list[str], step: re.Match[str]) -> list[str]:
    """The lines that a step asks for, and a sign where some were left out."""
    if not step["first"] and not step["last"]:
        return lines
    first, last = int(step["first"] or 0), int(step["last"] or 0)
    return lines if len(lines) <= first + last else [*lines[:first], "…", *lines[len(lines) - last :]]


if __name__ == "__main__":
    sys.path.insert(0, ROOT)
    for guide in GUIDES:
        new = followed(read(guide))
        with open(os.path.join(ROOT, guide), "w", encoding="utf-8", newline="\n") as file:
            file.write(new)
