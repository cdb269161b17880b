"""The parts of the README and of two pages for programmers that are made: what commands print.

    python tests/packaging/readme_parts.py    # writes them anew

A made part stands between `<!-- output: COMMAND -->` and `<!-- end -->`; the command runs in the checkout. `| head N`
and `| tail N` behind it keep that many of its lines.
"""

import os
import re
import sys

from packaging_samples import ROOT, run

PAGES = ("README.md", "docs/ci.md", "docs/files.md")
PART = re.compile(
    r"<!-- (output: (?P<command>[^\n]+?)(?: \| (?P<end>head|tail) (?P<lines>\d+))?) -->\n.*?<!-- end -->", re.S
)


def read(page: str) -> str:
    """A page as it is."""
    with open(os.path.join(ROOT, page), encoding="utf-8") as file:
        return file.read()


def refreshed(text: str) -> str:
    """A page with its made parts made anew."""
    return PART.sub(_part, text)


def _part(found: re.Match[str]) -> str:
    made = f"```text\n{_output(found)}\n```"
    return f"<!-- {found[1]} -->\n{made}\n<!-- end -->"


def _output(found: re.Match[str]) -> str:
    program, *arguments = found["command"].split()
    assert program in ("iki-lint", "python"), found[0]
    module = ["-m", "iki_lint"] if program == "iki-lint" else []
    printed = run([sys.executable, *module, *arguments], ROOT).stdout.rstrip("\n").split("\n")
    if found["end"]:
        number = int(found["lines"])
        printed = printed[:number] if found["end"] == "head" else printed[-number:]
    return "\n".join(printed)


if __name__ == "__main__":
    sys.path.insert(0, ROOT)
    for page in PAGES:
        new = refreshed(read(page))
        with open(os.path.join(ROOT, page), "w", encoding="utf-8", newline="\n") as file:
            file.write(new)
