"""The numbers that Word writes before paragraphs by itself, counted as Word counts them.

ECMA-376 part 1, 17.9: a paragraph names a list (`numId`) and a level; the list takes its levels from an abstract list
that other lists may share, and what is shared is counted on together. A list that says where to start sets the count
of all when it is first used.
"""

import re
from typing import NamedTuple

from iki_lint.readers.word_styles import NOWHERE, Listed, Node, Styles, W, listed, number_of, value_of

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Level(NamedTuple):
    """How one level of a list is numbered: where it starts, "decimal" and such, "%1.%2.", the style that picks it.

    `restart` is the level whose numbers start this one anew (1 for the first), 0 for none, None for any above.
    """

    start: int
    form: str
    text: str
    style: str
    restart: int | None


class _List(NamedTuple):
    """A list: the abstract list that it counts with, its levels, and those that it starts anew, with their start."""

    key: str
    levels: dict[int, Level]
    anew: dict[int, int]


class Numbers:
    """The lists of a Word file, and how far each has been counted."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Node] = {}
        self._lists: dict[str, Node] = {}
        if root is not None:
            self._abstract = {each.get(f"{W}abstractNumId", ""): each for each in root.findall(f"{W}abstractNum")}
            self._lists = {each.get(f"{W}numId", ""): each for each in root.findall(f"{W}num")}
        self._made: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, properties: Node | None) -> str:
        """The number of the next paragraph in the document, which has these properties; "" for one without."""
        if not self._lists:
            return ""
        own = listed(properties) if properties is not None else NOWHERE
        style = value_of(properties, "pStyle") or self._styles.default
        from_style, named = self._styles.listed(style) if own.list is None or own.level is None else (NOWHERE, "")
        id = own.list if own.list is not None else from_style.list
        made = self._list(id) if id and id != "0" else None
        if made is None:
            return ""
        level = own.level if own.level is not None else _level_of(made, from_style, named)
        if level not in made.levels:
            return ""
        return _written(made, level, self._count(id or "", made, level))

    def _count(self, id: str, made: _List, level: int) -> dict[int, int]:
        counts = self._counts.setdefault(made.key, {})
        for deeper in [each for each in counts if each > level]:
            restart = made.levels[deeper].restart
            if restart is None or (restart and level < restart):
                del counts[deeper]
        if level in made.anew and (id, level) not in self._started:
            self._started.add((id, level))
            counts[level] = made.anew[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else made.levels[level].start
        return counts

    def _list(self, id: str) -> _List | None:
        if id not in self._made:
            self._made[id] = self._make(id, set())
        return self._made[id]

    def _make(self, id: str, seen: set[str]) -> _List | None:
        found = self._lists.get(id)
        key = value_of(found, "abstractNumId") or ""
        base = self._abstract.get(key)
        if found is None or base is None or id in seen:
            return None
        seen.add(id)
        linked = value_of(base, "numStyleLink")
        if linked:
            other, _ = self._styles.listed(linked)
            return self._make(other.list or "", seen)
        levels = dict(map(_level, base.findall(f"{W}lvl")))
        anew: dict[int, int] = {}
        for override in found.findall(f"{W}lvlOverride"):
            number = number_of(override.get(f"{W}ilvl"))
            if (level := override.find(f"{W}lvl")) is not None:
                levels.update([_level(level)])
            start = number_of(value_of(override, "startOverride"))
            if number is not None and start is not None:
                anew[number] = start
        return _List(key, {n: each for n, each in levels.items() if n < LEVELS}, anew)


def _level(element: Node) -> tuple[int, Level]:
    start = number_of(value_of(element, "start"))
    return number_of(element.get(f"{W}ilvl")) or 0, Level(
        0 if start is None else start,
        value_of(element, "numFmt") or "decimal",
        value_of(element, "lvlText") or "",
        value_of(element, "pStyle") or "",
        number_of(value_of(element, "lvlRestart")),
    )


def _level_of(made: _List, listed: Listed, style: str) -> int:
    """The level that a style numbers: the one that names the style, else the one that the style names."""
    named = (number for number, level in made.levels.items() if style and level.style == style)
    return next(named, listed.level or 0)


def _written(made: _List, level: int, counts: dict[int, int]) -> str:
    here = made.levels[level]
    if here.form == "bullet":
        return "-"
    if here.form == "none":
        return ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place not in made.levels:
            return ""
        return numeral(counts.get(place, made.levels[place].start), made.levels[place].form)

    return _PLACE.sub(number, here.text).strip()


def numeral(value: int, form: str) -> str:
    """A number as Word writes it: "decimal" 3, "lowerLetter" c (27 is aa), "upperRoman" III, "decimalZero" 03."""
    if form in ("lowerLetter", "upperLetter") and value > 0:
        text = chr(ord("a") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30)
    elif form in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        text = ""
        for worth, sign in _ROMAN:
            text += sign * (value // worth)
            value %= worth
    else:
        return f"{value:02d}" if form == "decimalZero" else str(value)
    return text.upper() if form.startswith("upper") else text
