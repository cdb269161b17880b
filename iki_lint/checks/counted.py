"""TGT004: a figure, its words and the number of items listed behind it that differ."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from iki_lint.decree.model import Indicator, Row
from iki_lint.decree.prose import Prose
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.facts.subjects import value
from iki_lint.formula.items import split_items
from iki_lint.formula.number import parse_number, spelled
from iki_lint.language.lexicon import words
from iki_lint.language.tokens import tokens
from iki_lint.patterns import pattern

_SPELLED = pattern(r"(?<![\w.,/-])(\d+(?:\.\d{3})*)\s*(?:%|[^\W\d_]+)?\s*\(\s*([^\W\d_]+(?:[ -]+[^\W\d_]+){0,8})\s*\)")
_FIGURE_BEHIND = pattern(r"(?<![\w-])([^\W\d_]+(?:[ -]+[^\W\d_]+){0,3})\s*\(\s*(\d+)\s*\)")
_HEADED = pattern(
    r"(?<![\w.,/-])(\d{1,2})\s*(?:\([^()]*\)\s*)?(?!%|persen|hari|bulan|tahun)(?:[^\W\d_]+,?\s*){1,3}:?\s*$"
)
_MOST_ITEMS = 60


def miscounted_targets(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """TGT004: figure, words and the number of list items differ; a list that another post splits further."""
    lists: defaultdict[frozenset[str], list[tuple[Prose, tuple[tuple[int, int], ...]]]] = defaultdict(list)
    for text, places in context.spelling.places.items():
        if "(" not in text and "2." not in text and "b." not in text:
            continue
        mine = [prose for prose in places if isinstance(prose.owner, Row | Indicator)]
        if not mine:
            continue
        start, items = split_items(text)
        for case, at, end, args in islice(_miscounts(text, start, len(items)), _MOST_ITEMS):
            for prose in mine:
                yield Hit(prose.owner, prose.text, prose.pointer, at, end, case, args)
        if len(items) > 1:
            for prose in mine:
                row = prose.owner
                indicator = row.indicator if isinstance(row, Row) else row
                assert isinstance(indicator, Indicator)
                content = frozenset(context.subjects.indicator(value(indicator.name)).content)
                if len(content) > 2:
                    lists[content].append((prose, items))
    for alike in lists.values():
        yield from _split_further(alike)


def _miscounts(text: str, start: int, count: int) -> Iterator[tuple[str, int, int, dict[str, str]]]:
    for found in _SPELLED.finditer(text):
        number, said = parse_number(found[1]), _spelled(found[2])
        if number is not None and said is not None and number.value != said:
            yield "", found.start(), found.end(), {"angka": found[1], "terbilang": found[2], "nilai": str(said)}
    for found in _FIGURE_BEHIND.finditer(text):
        said = _spelled_at_end(found[1])
        if said is not None and said != int(found[2]):
            yield "", found.start(), found.end(), {"angka": found[2], "terbilang": found[1], "nilai": str(said)}
    head = _HEADED.search(text, 0, start) if count > 1 else None
    if head and int(head[1]) != count:
        yield "butir", head.start(1), head.end(1), {"angka": head[1], "butir": str(count)}


def _spelled_at_end(written: str) -> int | None:
    """The number that the words before a figure in parentheses end with: "lima", "minimal dua puluh"."""
    parts = written.lower().replace("-", " ").split()
    return next((number for at in range(len(parts)) if (number := spelled(" ".join(parts[at:]))) is not None), None)


def _spelled(written: str) -> int | None:
    """The number that the words in parentheses begin with: "lima", "lima dokumen"."""
    parts = written.lower().replace("-", " ").split()
    if "koma" in parts or "per" in parts:
        return None
    for behind in range(len(parts), 0, -1):
        number = spelled(" ".join(parts[:behind]))
        if number is not None:
            rest = parts[behind:]
            return number if all(word in words("satuan") for word in rest) else None
    return None


def _split_further(alike: list[tuple[Prose, tuple[tuple[int, int], ...]]]) -> Iterator[Hit]:
    """A list in which one item holds two things that a like list counts apart."""
    longest = max(alike, key=lambda each: len(each[1]))
    for prose, items in alike:
        if len(items) != len(longest[1]) - 1:
            continue
        text = prose.text.value
        for start, end in items:
            if any(word.lower == "dan" for word in tokens(text[start:end])[1:-1]):
                start += len(text[start:end]) - len(text[start:end].lstrip())
                args = {"butir": str(len(items)), "lain": str(len(longest[1]))}
                other = longest[0]
                others = (related(other.text, other.pointer),)
                yield Hit(prose.owner, prose.text, prose.pointer, start, end, "butir-gabungan", args, others)
                break
