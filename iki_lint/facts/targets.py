"""The targets of a decree: from the key `target`, and from formula cells that hold a target instead of a formula.

Figures are only looked for, not parsed as formulas: there is one grammar, and a plain decree does without it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from iki_lint.decree.model import Decree, Indicator, Row, filled
from iki_lint.decree.tree import Map, Text
from iki_lint.facts.subjects import Subjects
from iki_lint.formula.number import DIGITS, PERCENT, parse_number
from iki_lint.language.lexicon import words
from iki_lint.language.tokens import tokens
from iki_lint.patterns import pattern

PERCENTS = frozenset({"%", "‰", "persen", "persentase"})
TIMES = frozenset({"hari", "jam", "menit", "detik", "minggu", "bulan", "triwulan", "semester", "tahun"})
SCORES = frozenset({"nilai", "indeks", "skor", "predikat", "poin", "angka"})

_TO = r"(?:[-–—]|s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?|hingga)"
_FIGURE = pattern(
    rf"(?<![\w.,/])({DIGITS})(?:\s*{PERCENT}?\s*{_TO}\s*{DIGITS})?(?![\w/]*[xX×]\s*\d)\s*(?:\([^()\d]*\)\s*)?"
    rf"({PERCENT}|[^\W\d_]+)?",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\d|target", re.IGNORECASE).search
_NUMBERING = pattern(r"(?:^|(?<=[\s;:]))\d{1,2}[.)](?=\s)")
# A number behind these words says which one, or of how many, and is no amount of its own.
_NOT_AMOUNT = frozenset(
    {"tahun", "triwulan", "semester", "tahap", "level", "tingkat", "nomor", "no", "pasal", "minggu", "bulan", "ke",
     "dari", "per", "dalam", "selama", "setiap", "tiap", "x", "kelas", "tipe", "golongan", "kategori", "peringkat",
     "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
     "desember", "tanggal"}
)  # fmt: skip


class Target(NamedTuple):
    """One target as it is written: of which row's indicator, where it stands, for which year ("" when none is said).

    `in_formula`: it stands in the formula column. `plain`: that column holds targets, yet this one has no figure.
    """

    row: Row
    text: Text
    pointer: str
    year: str
    in_formula: bool = False
    plain: bool = False


class Amount(NamedTuple):
    """A figure in a target with its unit ("" when there is none), and where both stand.

    `value` is the figure as written where its notation is ambiguous ("81.35").
    """

    value: int | float | str
    unit: str
    start: int
    end: int


class Targets:
    """The targets of a decree, found when a rule asks."""

    def __init__(self, decree: Decree, subjects: Subjects, suspects: Collection[int]) -> None:
        self.decree = decree
        self.subjects = subjects
        self.suspects = suspects

    @cached_property
    def found(self) -> list[Target]:
        """All targets in document order."""
        kinds: dict[str, str] = {}
        own: list[Target] = []
        staff: list[tuple[Row, Text]] = []
        for row in self.decree.rows():
            indicator = row.indicator
            if indicator.target is not None:
                if row is indicator.rows[0]:
                    own += _own(row, indicator)
                continue
            text = row.formula
            if text is None:
                continue
            kind = kinds.get(text.value)
            if kind is None:
                kind = kinds[text.value] = self._kind(text.value)
            if not kind or id(row) in self.suspects:
                continue
            if kind == "target":
                own.append(Target(row, text, row.formula_pointer, "", True))
            else:
                staff.append((row, text))
        return own + self._plain(own, staff)

    def _kind(self, formula: str) -> str:
        """ "target" for a formula cell that holds one, "lain" for any other that is no plain count."""
        if not _SIGN(formula):
            return "" if formula[:6].lower() in ("jumlah", "") else "lain"
        return "target" if self.subjects.formula(formula).jenis == "target" else "lain"

    def _plain(self, own: list[Target], others: list[tuple[Row, Text]]) -> list[Target]:
        """Sentences in a formula column that holds targets otherwise: that of the staff, where most of it does."""
        if not any(target.in_formula for target in own):
            return []
        targets = sum(target.in_formula and self._is_staff(target.row) for target in own)
        rest = [(row, text) for row, text in others if self._is_staff(row)]
        if targets <= len(rest):
            return []
        return [
            Target(row, text, row.formula_pointer, "", True, True)
            for row, text in rest
            if self.subjects.formula(text.value).jenis == "kalimat"
        ]

    def _is_staff(self, row: Row) -> bool:
        return self.subjects.position(row.indicator.plan.position).tingkat == "pelaksana"


def _own(row: Row, indicator: Indicator) -> Iterator[Target]:
    node, pointer = indicator.target, f"{indicator.pointer}/target"
    if isinstance(node, Text):
        if filled(node):
            yield Target(row, node, pointer, "")
    elif isinstance(node, Map):
        for year, text in node.items.items():
            if isinstance(text, Text) and filled(text):
                yield Target(row, text, f"{pointer}/{year}", year)


@lru_cache(maxsize=2048)
def amounts(text: str) -> tuple[Amount, ...]:
    """The figures of a target; years, ordinals, shares ("dari 45"), asides and the numbers of list items are none."""
    bare = _NUMBERING.sub(lambda found: " " * len(found[0]), text)
    found = []
    for match in _FIGURE.finditer(bare):
        before = tokens(bare[: match.start()])
        number = parse_number(match[1])
        value = match[1] if number is None or number.value is None else number.value
        # What stands in parentheses explains the amount before it.
        if bare[: match.start()].rstrip().endswith("("):
            continue
        if (before and before[-1].lower in _NOT_AMOUNT) or (isinstance(value, int) and 1900 <= value <= 2100):
            continue
        unit = (match[2] or "").lower()
        if unit in words("kata-henti") and unit not in words("satuan"):
            unit = ""
        found.append(Amount(value, unit, match.start(), match.end(2) if unit else match.end(1)))
    return tuple(found)


@lru_cache(maxsize=2048)
def is_measurable(text: str) -> bool:
    """Whether a target has a figure, in digits or words, or is a known rating ("BB", "WTP", "Sangat Baik")."""
    lower = [word.lower for word in tokens(text)]
    if not lower or any(letter.isdigit() for letter in text):
        return True
    if any(word in words("kata-bilangan") for word in lower):
        return True
    return rating(lower) is not None


def rating(target: Sequence[str]) -> tuple[str, ...] | None:
    """The words of a target that name a rating or a level on a scale: "bb" of "predikat bb"; None when others are
    there."""
    named = tuple([word for word in target if word not in words("penyerta-predikat")])
    return named if all(word in words("predikat") or word.isdigit() for word in named) else None
