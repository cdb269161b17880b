"""The parts of the README that are made: the table of rules, and what commands print.

    python tests/packaging/readme_parts.py    # writes them anew

A made part stands between `<!-- rules -->` or `<!-- output: COMMAND -->` and `<!-- end -->`. `| head N` and `| tail N`
behind a command keep that many of its lines.
"""

import os
import re
import sys
from collections.abc import Iterator

from packaging_samples import ROOT, run

README = os.path.join(ROOT, "README.md")
PART = re.compile(
    r"<!-- (rules|output: (?P<command>[^\n]+?)(?: \| (?P<end>head|tail) (?P<lines>\d+))?) -->\n.*?<!-- end -->", re.S
)


def read() -> str:
    """The README as it is."""
    with open(README, encoding="utf-8") as file:
        return file.read()


def refreshed(text: str) -> str:
    """The README with its made parts made anew."""
    return PART.sub(_part, text)


def _part(found: re.Match[str]) -> str:
    made = "\n".join(rules_table()) if found[1] == "rules" else f"```text\n{_output(found)}\n```"
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


def rules_table() -> Iterator[str]:
    """The rules by code: severity (all that it can have, the heaviest first), and what it says."""
    from iki_lint.catalog import load_catalog
    from iki_lint.findings import SEVERITIES

    severities: dict[str, set[str]] = {}
    catalog = load_catalog()
    for rule in catalog.rules:
        severities.setdefault(rule.code, set()).update({rule.severity, *(each for _, each in rule.severity_when)})
    yield "| Code | Name | Severity | What it says |"
    yield "|---|---|---|---|"
    for rule in catalog.rules:
        if not rule.case:
            worst_first = ", ".join(sorted(severities[rule.code], key=SEVERITIES.index))
            sentence = re.sub(r"\{[^{}]*\}", "…", rule.message.en).replace("|", "\\|")
            yield f"| [{rule.code}](docs/rules/{rule.code}.md) | `{rule.name}` | {worst_first} | {sentence} |"


if __name__ == "__main__":
    sys.path.insert(0, ROOT)
    new = refreshed(read())
    with open(README, "w", encoding="utf-8", newline="\n") as file:
        file.write(new)
