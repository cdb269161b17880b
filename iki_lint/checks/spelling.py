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
        if found.where != "kutipan":
            yield _hit(found, found.where if found.where in ("nama-resmi", "judul") else "")


def misspelt_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS002: words that are none, with what was meant; unknown ones; known ones that are doubted."""
    for found in _of_kind(context, "salah-ketik"):
        yield _hit(found, "" if found.misspelling.sure else "mungkin")
    for found in _of_kind(context, "tidak-dikenal", "ragu"):
        if found.where != "nama-resmi":
            yield _hit(found, found.misspelling.kind)


def joined_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS003: a blank is missing, or stands some letters off."""
    for found in _of_kind(context, "menempel", "bergeser"):
        yield _hit(found, "bergeser" if found.misspelling.kind == "bergeser" else "")


def bound_forms(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS004: prepositions written together, prefixes and bound forms written apart, repeated words without hyphen."""
    for found in _of_kind(context, *_BOUND):
        kind = found.misspelling.kind
        if found.where != "kutipan" or kind not in ("preposisi", "terikat"):
            yield _hit(found, _BOUND[kind])


def terms(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """BHS005: outdated terms and misspelt acronyms; a cited title is left alone."""
    for found in _of_kind(context, "istilah", "singkatan"):
        if found.where != "kutipan":
            yield _hit(found, "singkatan" if found.misspelling.kind == "singkatan" else "")


def broken_frames(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """SAS004: the first word of a sasaran is a result frame that is misspelt or formed wrongly."""
    for found in context.spelling.found:
        kind, forms = found.misspelling.kind, found.misspelling.forms
        if found.where == "sasaran" and kind == "bentuk-ter":
            yield _hit(found, "bentuk")
        elif found.where == "sasaran" and kind == "salah-ketik" and is_frame(forms[0].lower()):
            yield _hit(found, "")


_BOUND = {"preposisi": "", "terikat": "terikat", "terpisah": "terpisah", "tanda-hubung": "ulang", "berulang": "ulang"}
"""The cases of BHS004 by the kind of misspelling."""

# Names and titles may stand so in the regulation; a known word is not replaced by a machine.
_UNTOUCHED = ("nama-resmi", "kutipan")


def _of_kind(context: Context, *kinds: str) -> Iterator[Found]:
    return (found for found in context.spelling.found if found.misspelling.kind in kinds)


def _hit(found: Found, case: str) -> Hit:
    start, end, kind, forms, sure = found.misspelling
    text = found.prose.text
    mendable = forms and kind != "ragu" and found.where not in _UNTOUCHED
    return Hit(
        found.prose.owner,
        text,
        found.prose.pointer,
        start,
        end,
        case,
        {"kata": text.value[start:end], "usul": " / ".join(forms)},
        edits=((start, end, forms[0]),) if mendable else (),
        safe=sure,
    )
