"""How likely one word is a slip for another: edits weighed by how easily a hand makes them."""

from iki_lint.language.nasals import VOWELS

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ADDED = 1.0
_LOST = 0.9
_DOUBLED = 0.6
_SWAPPED = 0.7
_LAST_LOST = 0.8
_VOWEL = 0.9
_NEIGHBOUR = 0.85
_MISTAKEN = 1.1
_FIRST = 1.35


def slip(wrong: str, right: str) -> float:
    """The weight of the lightest slips that make `wrong` of `right`: 0 for equal words, about 1 for one letter.

    Letters lost, added, mistaken or swapped. Doubled letters, swapped neighbours, vowels taken for one another and
    neighbouring keys weigh less than one, a wrong first letter more.
    """
    start, end = _same_ends(wrong, right)
    before: list[float] = []
    above = [0.0]
    for j in range(start, len(right) - end):
        above.append(above[-1] + _lost(right, j))
    for i in range(start, len(wrong) - end):
        a = wrong[i]
        added = _FIRST if i == 0 else _DOUBLED if a == wrong[i - 1] else _ADDED
        row = [above[0] + added]
        for at, j in enumerate(range(start, len(right) - end)):
            b = right[j]
            if a == b:
                best = above[at]
            else:
                best = above[at] + (_FIRST if i == 0 and j == 0 else _mistaken(a, b))
                if before and at and a == right[j - 1] and b == wrong[i - 1]:
                    best = min(best, before[at - 1] + _SWAPPED)
            row.append(min(best, above[at + 1] + added, row[at] + _lost(right, j)))
        before, above = above, row
    return above[-1]


def is_one_slip(left: str, right: str) -> bool:
    """Whether two words differ in one letter: lost, added, mistaken, or swapped with its neighbour."""
    size = len(left) - len(right)
    if size < 0:
        left, right, size = right, left, -size
    if size > 1:
        return False
    at = 0
    while at < len(right) and left[at] == right[at]:
        at += 1
    if size:
        return left[at + 1 :] == right[at:]
    if left[at + 1 :] == right[at + 1 :]:
        return True
    return left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]


def _same_ends(left: str, right: str) -> tuple[int, int]:
    """How many letters at the start and at the end cannot matter, as both words have them."""
    shorter = min(len(left), len(right))
    start = 0
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return max(0, start - 1), max(0, end - 1)


def _lost(right: str, at: int) -> float:
    if at == 0:
        return _FIRST
    if right[at - 1] == right[at]:
        return _DOUBLED
    return _LAST_LOST if at == len(right) - 1 else _LOST


def _mistaken(a: str, b: str) -> float:
    if a in VOWELS and b in VOWELS:
        return _VOWEL
    return _NEIGHBOUR if b in _NEAR.get(a, "") else _MISTAKEN


def _neighbours() -> dict[str, str]:
    near: dict[str, str] = {}
    for row, keys in enumerate(_KEYS):
        for at, key in enumerate(keys):
            around = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
            for other in (row - 1, row + 1):
                if 0 <= other < len(_KEYS):
                    around += _KEYS[other][max(0, at - 1) : at + 1] if other > row else _KEYS[other][at : at + 2]
            near[key] = around
    return near


_NEAR = _neighbours()


def letters(word: str) -> int:
    """The letters of a word as bits: words that differ in more than a few cannot be near each other."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits
