"""DHK001 legal basis that is missing, DHK002 that no longer holds, DHK003 that is cited wrongly."""

from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import field_texts
from iki_lint.decree.prose import Prose
from iki_lint.decree.tree import Map, Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.facts.citations import Citation, citations, may_cite
from iki_lint.facts.regulations import Regulation, by_number, changes, date_of, regulations, title_words
from iki_lint.language.lexicon import table
from iki_lint.language.likeness import is_one_slip

_ORGANISATION = ("organisasi", "perangkat daerah", "tata kerja", "sotk")
_SOTK = {
    "": "peraturan tentang susunan organisasi dan tata kerja unit ini",
    "_en": "the regulation on the organisation and procedures of this unit",
}
"""What has no number here, by the ending of the placeholder."""
_NATIONAL = frozenset({"uu", "perppu", "pp", "perpres", "inpres"})
_SHORTEST_SLIP = 5
_OPENINGS = frozenset({"pedoman", "petunjuk", "teknis", "umum", "tata", "cara", "pelaksanaan", "penyelenggaraan"})


def missing_basis(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """What a decree of this kind usually relies on and this one, which has a Mengingat, does not name."""
    head = context.decree.root.items.get("keputusan")
    mentioned = head.items.get("mengingat") if isinstance(head, Map) else None
    found = [(number, item) for number, item in enumerate(field_texts(mentioned)) if item.value.strip()]
    items = [item for _, item in found]
    if not isinstance(head, Map):
        return
    if not items:
        rulings = [text for text in field_texts(head.items.get("diktum")) if text.value.strip()]
        if rulings:
            yield Hit(None, rulings[0], "/keputusan/diktum/0", case="tanpa-mengingat")
        return
    everywhere = items + field_texts(head.items.get("menimbang")) + field_texts(head.items.get("diktum"))
    cited = {_cited(each, item.value) for item in everywhere for each in citations(item.value)}
    subjects = _subjects(context, head)
    date = date_of(context.decree)
    missing: dict[str, list[tuple[str, str]]] = {"": [], "pelengkap": []}
    for each in table("dasar-hukum-inti"):
        wanted = regulations()[each["peraturan"]]
        enough = {wanted.key, *(regulations()[other].key for other in each.get("atau", ()))}
        if each["untuk"] in subjects and date >= wanted.since and cited.isdisjoint(enough):
            missing["" if each["inti"] == "ya" else "pelengkap"].append((wanted.name, wanted.title))
    if not any(_is_about_organisation(item.value) for item in items):
        missing[""].append(("", ""))
    for case, wanting in missing.items():
        if wanting:
            args = {}
            for ending, organisation in _SOTK.items():
                args[f"peraturan{ending}"] = ", ".join(name or organisation for name, _ in wanting)
                titles = [f"{name} tentang {title}" if name else organisation for name, title in wanting]
                args[f"judul{ending}"] = "; ".join(titles)
            number, first = found[0]
            pointer = "/keputusan/mengingat" + ("" if first is mentioned else f"/{number}")
            yield Hit(None, first, pointer, case=case, args=args)


def _cited(each: Citation, item: str) -> tuple[str, int, int]:
    """The regulation that a citation means; a wrong number is the business of another rule."""
    meant = None if each.key in by_number() else _meant(each, title_words(item[each.title : each.stop]))
    return each.key if meant is None else meant.key


def _subjects(context: Context, head: Map) -> set[str]:
    """What the decree is about, as the table of core regulations names it."""
    found = {"semua"}
    title = head.items.get("tentang")
    unit = context.decree.root.items.get("unit_kerja")
    name = unit.items.get("nama") if isinstance(unit, Map) else None
    about = title.value.lower() if isinstance(title, Text) else ""
    if "kinerja utama" in about or context.decree.goals:
        found.add("iku")
    if "kinerja individu" in about or context.decree.positions:
        found.add("iki")
    where = about + " " + (name.value.lower() if isinstance(name, Text) else "")
    if "kecamatan" in where or "camat " in where or "kelurahan" in where:
        found.add("kecamatan")
    return found


def _is_about_organisation(item: str) -> bool:
    lower = item.lower()
    if not any(word in lower for word in _ORGANISATION):
        return False
    found = citations(item)
    return not found or found[0].kind not in _NATIONAL


def repealed_basis(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Regulations that had been replaced when the decree was signed, and amendments that were not the last ones."""
    date = date_of(context.decree)
    for text, places in context.spelling.places.items():
        if not may_cite(text):
            continue
        found = citations(text)
        for number, each in enumerate(found):
            known = by_number().get(each.key)
            if not each.told and known and known.replaced_by and date >= known.replaced_since:
                successor = regulations()[known.replaced_by]
                args = {"peraturan": known.name, "pengganti": successor.name}
                yield from _everywhere(places, each.start, each.end, "" if known.replaced_known else "telaah", args)
            elif not each.told and each.key in changes():
                yield from _outdated(text, places, each, found[number + 1 :], date)


def _outdated(text: str, places: list[Prose], base: Citation, others: tuple[Citation, ...], date: str) -> Iterator[Hit]:
    """An amendment cited as the last one, though later ones are known that the decree could know."""
    known = changes()[base.key]
    order = {change.key: number for number, change in enumerate(known)}
    end, last = base.end, None
    for other in others:
        if ";" in text[end : other.start] or not (other.told or other.key in order):
            break
        if other.key in order:
            last = other if last is None or order[other.key] > order[last.key] else last
        end = other.end
    if last is None or ("terakhir" not in text[base.end : last.start] and "diubah" not in text[base.end : last.start]):
        return
    later = [change for change in known[order[last.key] + 1 :] if change.known and date >= change.since]
    if later:
        base_name = by_number()[base.key].name
        args = {"peraturan": base_name, "perubahan": text[last.start : last.end], "terbaru": later[-1].name}
        yield from _everywhere(places, last.start, last.end, "perubahan-terakhir", args)


def miscited(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Citations whose number, year, kind and title do not belong together."""
    least = float(options["batas_cocok"])
    for text, places in context.spelling.places.items():
        if not may_cite(text):
            continue
        for each in citations(text):
            written = title_words(text[each.title : each.stop])
            if not written:
                continue
            known = by_number().get(each.key)
            if known is None:
                right = _meant(each, written)
                if right is not None:
                    args = {"peraturan": right.name, "judul": right.title}
                    yield from _everywhere(places, each.start, each.stop, "nomor", args)
            elif known.known:
                yield from _wrong_title(places, each, written, known, least)


def _wrong_title(
    places: list[Prose], each: Citation, written: list[str], known: Regulation, least: float
) -> Iterator[Hit]:
    written = written[: len(known.words) + 1]
    right = known.words | known.short
    slips = {word: _slip_for(word, known.words - set(written)) for word in written if word not in right}
    # "Pedoman" and "Tata Cara" open many titles.
    telling = [word for word in written if word not in _OPENINGS] or written
    fitting = sum(1 for word in telling if word in right or slips[word])
    args = {"peraturan": known.name, "judul": known.title}
    if len(written) > 1 and (fitting < least * len(telling) or _is_title_of_another(written, known)):
        yield from _everywhere(places, each.start, each.stop, "judul-lain", args)
    elif wrong := [f'"{word}"' for word, meant in slips.items() if meant]:
        yield from _everywhere(places, each.title, each.stop, "", args | {"kata": ", ".join(wrong)})


def _is_title_of_another(written: list[str], known: Regulation) -> bool:
    """Whether these are just the words of another regulation's title, and not only a part of this one's."""
    said = frozenset(written)
    return not said <= known.words and any(said == other.words for other in regulations().values() if other.known)


def _slip_for(word: str, right: frozenset[str]) -> str:
    """The word of the official title that was meant, empty when none is near."""
    if len(word) < _SHORTEST_SLIP:
        return ""
    return next((each for each in sorted(right) if is_one_slip(word, each)), "")


def _meant(each: Citation, written: list[str]) -> Regulation | None:
    """The regulation with just this title that differs in one of kind, number and year."""
    words = set(written)
    if len(words) < 2:
        return None
    for known in regulations().values():
        same = sum(1 for left, right in zip(known.key, each.key, strict=True) if left == right)
        if same == 2 and known.known and words == known.words:
            return known
    return None


def _everywhere(places: list[Prose], start: int, end: int, case: str, args: dict[str, str]) -> Iterator[Hit]:
    for prose in places:
        yield Hit(prose.owner, prose.text, prose.pointer, start, end, case, args)
