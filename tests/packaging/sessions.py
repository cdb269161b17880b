"""The guides in docs/ as they would be followed: their files are written, their commands are run, what these print is
what is shown.

    python tests/packaging/sessions.py    # writes what the commands print anew

A guide is followed from top to bottom in a folder of its own, which begins with what is in `examples/`. In it

    ```yaml berkas=kelurahan/iki-lint.yaml     writes the block to a file,
    ```console                                 runs each line that begins with "$ ", and is filled with what it prints,
    ```console awal=5 akhir=2                  of which it keeps the first 5 lines of each command and the last 2,
    ```sh                                      is shown only.

A command is `iki-lint` with its arguments; standard error is printed with the rest, as on a terminal.
"""

import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from glob import glob

from packaging_samples import ROOT, run

BLOCK = re.compile(r"^```(?P<kind>\w+)(?P<notes>(?: \w+=\S+)*)\n(?P<body>.*?)^```$", re.M | re.S)
SHORTENED = "…"


def guides() -> list[str]:
    """The guides, by path from the checkout: the documents with a block that is run."""
    found = []
    for path in sorted(glob(os.path.join(ROOT, "docs", "*.md"))):
        with open(path, encoding="utf-8") as file:
            if "\n```console" in file.read():
                found.append(os.path.relpath(path, ROOT))
    return found


def read(guide: str) -> str:
    """A guide as it is."""
    with open(os.path.join(ROOT, guide), encoding="utf-8") as file:
        return file.read()


def refreshed(text: str, folder: str) -> str:
    """A guide with everything that its commands print made anew, followed in a folder."""
    shutil.copytree(os.path.join(ROOT, "examples"), folder, dirs_exist_ok=True)
    return BLOCK.sub(lambda found: _block(found, folder), text)


def _block(found: re.Match[str], folder: str) -> str:
    notes = dict(note.split("=", 1) for note in found["notes"].split())
    if "berkas" in notes:
        path = os.path.join(folder, notes["berkas"])
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(found["body"])
        return found[0]
    if found["kind"] != "console":
        return found[0]
    commands = [line for line in found["body"].splitlines() if line.startswith("$ ")]
    assert commands, found[0]
    lines = [line for command in commands for line in (command, *_shown(command[2:], folder, notes))]
    return f"```console{found['notes']}\n" + "".join(f"{line}\n" for line in lines) + "```"


def _shown(command: str, folder: str, notes: dict[str, str]) -> Iterator[str]:
    """What a command prints, shortened as the block asks."""
    program, *arguments = shlex.split(command)
    assert program == "iki-lint", command
    settings = {"PYTHONPATH": ROOT, "SOURCE_DATE_EPOCH": "1767225600", "COLUMNS": "100"}
    printed = run([sys.executable, "-m", "iki_lint", *arguments], folder, settings).stdout
    lines = printed.rstrip("\n").split("\n") if printed else []
    last = int(notes.get("akhir", 0))
    first = int(notes.get("awal", 0 if last else len(lines)))
    if len(lines) <= first + last:
        yield from lines
        return
    yield from lines[:first]
    yield SHORTENED
    yield from lines[len(lines) - last :]


if __name__ == "__main__":
    sys.path.insert(0, ROOT)
    for guide in sys.argv[1:] or guides():
        with tempfile.TemporaryDirectory() as scratch:
            new = refreshed(read(guide), scratch)
        with open(os.path.join(ROOT, guide), "w", encoding="utf-8", newline="\n") as file:
            file.write(new)
