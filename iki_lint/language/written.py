"""The words of a text as they are written, without what is no prose."""

import re
from collections.abc import Iterator

from iki_lint.language.derivation import is_derived, is_reduplication
from iki_lint.patterns import pattern

_WORD = pattern(r"[^\W\d_]+(?:[-\u2010\u2011'\u2019][^\W\d_]+)*")
# Markup, addresses, abbreviations with points inside (S.Sos, M.PAN).
_MASKED = pattern(
    r"</?[a-z][^<>]{0,40}>|&[a-z]{2,6};|(?<!\S)\S*(?:://|www\.|@)\S*|\b(?:[^\W\d_]{1,5}\.)+[^\W\d_]{1,5}\b\.?", re.I
)
_DOTTED = pattern(r"\.(?<=[^\W\d_]\.)[^\W\d_]")
_SPACED_HYPHEN = pattern(r"\b([^\W\d_]{3,})(?: [-\u2013\u2014] ?|[-\u2013\u2014] )([^\W\d_]{3,})(?!\w)")
_FIGURE = pattern(r"\d")
_GLUED = pattern(r"(?<![\w.,/-])(?:([^\W\d_]{4,})(\d{1,4})|(\d{1,4})([^\W\d_]{4,}))(?![\w/-])")


def written_words(text: str) -> list[str]:
    """The words in order, inner hyphens and apostrophes included."""
    # Most cells are words and blanks only, and need no pattern.
    if text.replace(" ", "").isalpha():
        return text.split(" ") if "  " not in text else text.split()
    return _WORD.findall(masked(text))


def masked(text: str) -> str:
    """The text with blanks for what is no prose."""
    if "<" in text or "&" in text or "@" in text or "://" in text or ("." in text and _DOTTED.search(text)):
        return _MASKED.sub(lambda found: " " * len(found.group()), text)
    return text


def spaced_reduplications(text: str) -> Iterator[tuple[int, int, str]]:
    """Reduplications with blanks at the hyphen (*langkah – langkah*): start, end, and the right form in lower case."""
    if "- " in text or " -" in text or "\u2013" in text:
        for found in _SPACED_HYPHEN.finditer(text):
            form = f"{found[1]}-{found[2]}".lower()
            if is_reduplication(form):
                yield found.start(), found.end(), form


def glued_figures(text: str) -> Iterator[tuple[int, int, str]]:
    """Words with a figure and no blank between: start, end, and the right form; *anak2* is *anak-anak*."""
    for found in _GLUED.finditer(text) if _FIGURE.search(text) else ():
        word, figure = found[1] or found[4], found[2] or found[3]
        if word.isupper() or not is_derived(word.lower()):
            continue
        form = f"{word} {figure}" if found[1] else f"{figure} {word}"
        yield found.start(), found.end(), f"{word}-{word.lower()}" if found[2] == "2" else form


def has_broken_words(text: str) -> bool:
    """Whether words stand beside a hyphen with blanks, or beside a figure without one."""
    if text.replace(" ", "").isalpha():
        return False
    spaced = ("- " in text or " -" in text or "\u2013" in text) and _SPACED_HYPHEN.search(text)
    return bool(spaced or (_FIGURE.search(text) and _GLUED.search(text)))
