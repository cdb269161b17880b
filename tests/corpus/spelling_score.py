"""Precision and recall of the spelling over the texts in `ejaan/`; `python tests/corpus/spelling_score.py` prints them.

Each NAME.txt is a text, line by line, NAME.tsv what is wrong in it. A form counts once, however often it stands there:
found when it, or a pair that holds it, is pointed at. With `--forms` the forms are printed on which both differ.
"""

import csv
import re
import sys
from pathlib import Path
from typing import NamedTuple

from iki_lint.language.spelling import Misspelling, misspellings

FOLDER = Path(__file__).parent / "ejaan"


class Score(NamedTuple):
    """Forms of one text: the expected ones that were found, those that were not, false alarms, and wrong proposals."""

    words: int
    found: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]
    wrong_first: tuple[str, ...]

    @property
    def precision(self) -> float:
        """How many of the forms pointed at are wrong indeed."""
        return len(self.found) / max(1, len(self.found) + len(self.false))

    @property
    def recall(self) -> float:
        """How many of the wrong forms are pointed at."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))

    @property
    def first_right(self) -> float:
        """How often the first proposal is the right one."""
        return 1 - len(self.wrong_first) / max(1, len(self.found))


def key(words: str) -> str:
    """A form as it is compared: small, a hyphen between blanks as a blank."""
    return re.sub(r"\s*[-–—]\s+|\s+[-–—]\s*", " ", words.lower()).strip()


def score(name: str) -> Score:
    """The score of one text."""
    lines = [line for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line.strip()]
    with open(FOLDER / f"{name}.tsv", encoding="utf-8") as file:
        expected = {key(row["salah"]): row["betul"].lower() for row in csv.DictReader(file, delimiter="\t")}
    said: dict[str, Misspelling] = {}
    for line, wrong in misspellings(lines).items():
        for each in wrong:
            said.setdefault(key(line[each.start : each.end]), each)
    by = {form: pointed for form in expected if (pointed := _pointed_at(form, said))}
    false = sorted(said.keys() - by.values() - expected.keys())
    wrong_first = [form for form, pointed in by.items() if not _is_meant(said[pointed], expected[form])]
    missed = [form for form in expected if form not in by]
    words = sum(len(line.split()) for line in lines)
    return Score(words, tuple(by), tuple(missed), tuple(false), tuple(wrong_first))


def _pointed_at(form: str, said: dict[str, Misspelling]) -> str | None:
    """What was pointed at for a form: the form itself, or a pair of which it is one word, or one word of it."""
    if form in said:
        return form
    return next((other for other in said if len(other) > 3 and (form in other.split() or other in form.split())), None)


def _is_meant(found: Misspelling, right: str) -> bool:
    first = found.forms[0].lower() if found.forms else ""
    return bool(first) and any(first in form or form.strip() in first for form in right.split("|"))


def names() -> list[str]:
    """The texts there are."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def main() -> None:
    """Print the table."""
    print("teks        kata  presisi  recall  usul pertama betul")
    for name in names():
        each = score(name)
        print(f"{name:<10} {each.words:>5} {each.precision:>8.2f} {each.recall:>7.2f} {each.first_right:>8.2f}")
        if "--forms" in sys.argv[1:]:
            print(f"  luput: {', '.join(each.missed)}\n  keliru: {', '.join(each.false)}")
            print(f"  usul keliru: {', '.join(each.wrong_first)}")


if __name__ == "__main__":
    main()
