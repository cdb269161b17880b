"""DHK004: the title, Menimbang and the diktum of a decree that do not say the same."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import field_texts
from iki_lint.decree.tree import Map, Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, related
from iki_lint.language.tokens import tokens

_NAMES = {"iku": "Indikator Kinerja Utama", "iki": "Indikator Kinerja Individu"}
# How a text names each kind, the longest form first: "Indikator Kinerja Utama dan Individu" names both.
_FORMS = {
    "iku": ("indikator kinerja utama", "individu dan utama", "individu dan kinerja utama", "iku"),
    "iki": ("indikator kinerja individu", "utama dan individu", "utama dan kinerja individu", "iki"),
}
_TO_FIX = ("perlu menetapkan ", "perlu ditetapkan ", "perlu menyusun ", "perlu disusun ", "perlu untuk menetapkan ")
_BLANKS = str.maketrans("\n\t\u00a0", "   ")
_VERBS = frozenset({"menetapkan", "penetapan"})
_SUBJECT_ENDS = frozenset(
    {"sebagaimana", "tercantum", "dimaksud", "digunakan", "dimanfaatkan", "bertujuan", "merupakan", "adalah"}
)
_NUMBER = r"\b(?:[ivx]+|\d+)\b"
_AND = r"(?:\s*,)?\s*(?:(?:dan|serta)\s+)?(?:lampiran\s+)?"
_FOREIGN = r"\s+(?:peraturan|undang|keputusan\s+(?:bupati|wali|gubernur|menteri))"
_ORDINALS = {
    name: number
    for number, name in enumerate(
        ("kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"),
        1,
    )
} | {"pertama": 1}


def unlike_parts(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Items that name one of the two kinds of indicators where the title names both; references that lead nowhere."""
    head = context.decree.root.items.get("keputusan")
    if not isinstance(head, Map):
        return
    title = head.items.get("tentang")
    named = _named(title.value) if isinstance(title, Text) else {}
    rulings = _items(head, "diktum")
    if len(named) == 2:
        yield from _one_sided("menimbang", [(*item, *_to_fix(item[1].value)) for item in _items(head, "menimbang")])
        single = [item for item in rulings if len(_named(item[1].value)) == 1]
        yield from _one_sided("diktum", [(*item, *_ruled(item[1].value)) for item in single])
    elif named:
        yield from _beyond_title(title.value.lower() if isinstance(title, Text) else "", rulings)
    yield from _attachments(rulings, _items(head, "lampiran"))
    yield from _references(rulings)


def _items(head: Map, key: str) -> list[tuple[str, Text]]:
    """The items of a part with their pointers."""
    return [(f"/keputusan/{key}/{number}", text) for number, text in enumerate(field_texts(head.items.get(key)))]


def _one_sided(part: str, items: list[tuple[str, Text, int, int]]) -> Iterator[Hit]:
    """Items that speak of one kind only, unless another item speaks of just the other kind."""
    found = [(pointer, text, _named(text.value, start, end)) for pointer, text, start, end in items]
    alone = {kind for *_, kinds in found if len(kinds) == 1 for kind in kinds}
    if len(alone) != 1:
        return
    (only,) = alone
    lacking = _NAMES["iki" if only == "iku" else "iku"]
    for pointer, text, kinds in found:
        if len(kinds) == 1:
            yield Hit(None, text, pointer, *kinds[only], part, {"hanya": _NAMES[only], "tanpa": lacking})


def _to_fix(item: str) -> tuple[int, int]:
    """The part of a Menimbang item that says what is to be fixed; empty when it says none."""
    lower = item.lower()
    start = max(lower.rfind(phrase) for phrase in _TO_FIX)
    return (start, len(item)) if start >= 0 else (0, 0)


def _ruled(item: str) -> tuple[int, int]:
    """The indicators that a diktum begins with, up to what is said of them; empty when it begins otherwise."""
    words = list(tokens(item))
    while words and (words[0].lower in _VERBS or words[0].lower in _ORDINALS):
        words.pop(0)
    if not words or words[0].lower not in ("indikator", "iku", "iki"):
        return 0, 0
    end = next((word.start for word in words if word.lower in _SUBJECT_ENDS), len(item))
    return words[0].start, end


def _beyond_title(title: str, rulings: list[tuple[str, Text]]) -> Iterator[Hit]:
    """A first diktum that fixes a kind of indicators which the title does not name."""
    for pointer, text in rulings[:1]:
        for kind, span in _named(text.value, *_ruled(text.value)).items():
            if _NAMES[kind].split()[-1].lower() not in title and kind not in title:
                yield Hit(None, text, pointer, *span, "", {"kinerja": _NAMES[kind]})


def _attachments(rulings: list[tuple[str, Text]], headings: list[tuple[str, Text]]) -> Iterator[Hit]:
    """ "Lampiran" without a number in a decree that elsewhere speaks of Lampiran I and II; an attachment with a number
    where the diktum gives none."""
    attachment = re.compile(rf"\blampiran\b(?!-)(?:\s+({_NUMBER}(?:{_AND}{_NUMBER})*))?({_FOREIGN})?", re.I)
    found = [(pointer, text, m) for pointer, text in rulings for m in attachment.finditer(text.value) if not m[2]]
    numbers = {each.upper() for *_, m in found if m[1] for each in re.findall(_NUMBER, m[1], re.I)}
    if len(numbers) > 1:
        said = {"lampiran": "Lampiran " + " dan ".join(sorted(numbers))}
        for pointer, text, m in found:
            if not m[1]:
                yield Hit(None, text, pointer, *m.span(), "lampiran", said)
    elif found and not numbers:
        pointer, text, m = found[0]
        for place, heading in headings:
            if re.search(_NUMBER, heading.value, re.I):
                said = {"judul": heading.value.strip(), "lampiran": m[0]}
                yield Hit(None, heading, place, case="judul-lampiran", args=said, related=(related(text, pointer),))
                return


def _references(rulings: list[tuple[str, Text]]) -> Iterator[Hit]:
    """A diktum that refers to itself or to one that the decree does not have; other decrees have their own."""
    if len(rulings) < 2:
        return
    for number, (pointer, text) in enumerate(rulings, 1):
        words = tokens(text.value)
        lower = [word.lower for word in words]
        for at in range(1, len(words) - 1):
            if lower[at] != "diktum" or "dimaksud" not in lower[max(0, at - 2) : at]:
                continue
            meant = _ORDINALS.get(lower[at + 1])
            foreign = lower[at + 2 : at + 3] == ["keputusan"] and lower[at + 3 : at + 4] != ["ini"]
            if meant is not None and not foreign and (meant > len(rulings) or meant == number):
                written = text.value[words[at + 1].start : words[at + 1].end]
                span = words[at + 1].start, words[at + 1].end
                yield Hit(None, text, pointer, *span, "rujukan", {"diktum": written.upper()})


def _named(text: str, start: int = 0, end: int | None = None) -> dict[str, tuple[int, int]]:
    """Which of the two kinds of indicators a stretch of a text names, and where it does so first."""
    lower = text[start:end].lower().translate(_BLANKS)
    found: dict[str, tuple[int, int]] = {}
    for kind, forms in _FORMS.items():
        for form in forms:
            at = lower.find(form)
            if at >= 0 and not lower[at - 1 : at].isalpha() and (len(form) > 3 or not lower[at + 3 : at + 4].isalpha()):
                found[kind] = start + at, start + at + len(form)
                break
    return found
