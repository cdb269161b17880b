"""BHS001-BHS005: what is misspelt, told under the rule that names its kind; SAS004: result frames that are no words."""

from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.facts.spelling import Found
from iki_lint.language.classes import is_frame


def nonstandard_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS001: another spelling is standard. A cited title is left alone; an official name is only pointed out."""
    for found in _of_kind(context, "baku", "bentuk-ter"):
        if found.where == "kutipan":
            continue
        case = "nama-resmi" if found.where == "nama-resmi" else "judul" if found.where == "judul" else ""
        yield _hit(found, case, safe=found.misspelling.sure and case != "nama-resmi")


def misspelt_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS002: words that are none, with what was meant, or unknown ones."""
    for found in _of_kind(context, "salah-ketik", "tidak-dikenal", "ragu"):
        kind = found.misspelling.kind
        if kind == "salah-ketik":
            case = "" if found.misspelling.sure else "mungkin"
            yield _hit(found, case, safe=found.misspelling.sure and found.where not in ("kutipan", "nama-resmi"))
        elif found.where != "nama-resmi":
            yield _hit(found, "tidak-dikenal" if kind == "tidak-dikenal" else "ragu", safe=False)


def joined_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS003: a blank is missing, or stands one letter off."""
    for found in _of_kind(context, "menempel", "bergeser"):
        yield _hit(found, "bergeser" if found.misspelling.kind == "bergeser" else "", safe=found.misspelling.sure)


def bound_forms(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS004: prepositions written together, prefixes and bound forms written apart, repeated words without hyphen."""
    cases = {
        "preposisi": "",
        "terikat": "terikat",
        "terpisah": "terpisah",
        "tanda-hubung": "ulang",
        "berulang": "ulang",
    }
    for found in _of_kind(context, *cases):
        if found.where == "kutipan" and found.misspelling.kind in ("preposisi", "terikat"):
            continue
        yield _hit(found, cases[found.misspelling.kind], safe=found.misspelling.sure and found.where != "nama-resmi")


def terms(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS005: outdated terms and misspelt acronyms; a cited title is left alone."""
    for found in _of_kind(context, "istilah", "singkatan"):
        if found.where == "kutipan":
            continue
        singkatan = found.misspelling.kind == "singkatan"
        yield _hit(found, "singkatan" if singkatan else "", safe=singkatan and found.misspelling.sure)


def broken_frames(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """SAS004: the first word of a sasaran is a result frame that is misspelt or formed wrongly."""
    for found in context.spelling.found:
        if found.where != "sasaran" or not found.misspelling.forms:
            continue
        if found.misspelling.kind == "bentuk-ter":
            yield _hit(found, "bentuk", safe=True)
        elif found.misspelling.kind == "salah-ketik" and is_frame(found.misspelling.forms[0].lower()):
            yield _hit(found, "", safe=found.misspelling.sure)


def _of_kind(context: Context, *kinds: str) -> Iterator[Found]:
    return (found for found in context.spelling.found if found.misspelling.kind in kinds)


def _hit(found: Found, case: str, safe: bool) -> Hit:
    start, end, _, forms, _ = found.misspelling
    text = found.prose.text
    written = text.value[start:end]
    proposed = " / ".join(forms)
    return Hit(
        found.prose.owner,
        text,
        found.prose.pointer,
        start,
        end,
        case,
        {"kata": written, "usul": proposed},
    )
