"""Precision and recall of every rule over the judged rows of rows.yaml; `python tests/corpus/score.py` prints them.

With `--rows`, the rows on which tool and judgement differ are printed too.
"""

import sys
from os.path import abspath, dirname, join
from typing import Any, NamedTuple

import yaml

import iki_lint
from iki_lint.engine.examples import document

ROWS = join(dirname(abspath(__file__)), "rows.yaml")
JUDGED_GROUPS = ("IND", "FRM", "SBR")
JUDGED_RULES = frozenset({"STR001", "STR002", "STR007", "STR008"})
UNJUDGED_RULES = frozenset({"IND012"})


class Row(NamedTuple):
    """One row, the codes that its judge expects and the codes that the tool finds."""

    cells: dict[str, Any]
    expected: frozenset[str]
    found: frozenset[str]


class Score(NamedTuple):
    """Findings of one rule: right ones, false alarms, and the ones that are missing."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def is_judged(code: str) -> bool:
    """Whether the judgements of the rows speak of this rule."""
    return code in JUDGED_RULES or (code.startswith(JUDGED_GROUPS) and code not in UNJUDGED_RULES)


def read_rows(path: str = ROWS) -> list[Row]:
    """The rows of the file, each checked as a decree of its own."""
    with open(path, encoding="utf-8") as stream:
        data = yaml.load(stream, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [Row(cells, frozenset(cells["expect"]), _found(cells)) for cells in data]


def scores(rows: list[Row]) -> dict[str, Score]:
    """The score of every rule that is expected or found somewhere, by code."""
    codes = sorted(set().union(*(row.expected | row.found for row in rows)))
    return {code: _score(rows, code) for code in codes}


def total(by_code: dict[str, Score]) -> Score:
    """The scores of all rules added up."""
    return Score(*(sum(column) for column in zip(*by_code.values(), strict=True)))


def table(by_code: dict[str, Score]) -> str:
    """A line for every rule and one for all: precision, recall, and right + false - missed findings."""
    lines = [("aturan", " pres.", "recall", "benar+keliru-luput")]
    for code, each in [*by_code.items(), ("semua", total(by_code))]:
        counts = f"{each.right}+{each.false}-{each.missed}"
        lines.append((code, f"{each.precision:6.2f}", f"{each.recall:6.2f}", counts))
    return "\n".join(f"{code:7} {precision} {recall}  {counts}" for code, precision, recall, counts in lines)


def _score(rows: list[Row], code: str) -> Score:
    right = sum(code in row.expected and code in row.found for row in rows)
    return Score(
        right,
        sum(code in row.found for row in rows) - right,
        sum(code in row.expected for row in rows) - right,
    )


def _found(cells: dict[str, Any]) -> frozenset[str]:
    (file,) = iki_lint.check(document(cells) + "\n").files
    return frozenset(finding.code for finding in file.findings if is_judged(finding.code))


def _main() -> None:
    rows = read_rows(next((each for each in sys.argv[1:] if each.endswith(".yaml")), ROWS))
    print(table(scores(rows)))
    if "--rows" in sys.argv:
        for number, row in enumerate(rows, 1):
            if row.expected != row.found:
                print(f"\n{number} +{sorted(row.found - row.expected)} -{sorted(row.expected - row.found)}")
                print(" | ".join(str(row.cells.get(key, "-")) for key in tuple(row.cells) if key != "expect"))


if __name__ == "__main__":
    _main()
