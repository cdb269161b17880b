"""STR007: cells whose text is cut off at the end."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from iki_lint.decree.model import cells, pointer_of
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.language.lexicon import words
from iki_lint.language.stems import is_known
from iki_lint.language.tokens import Word, tokens


def cut_texts(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Cells that end in a word that cannot end a cell, or in the beginning of a word the decree uses often."""
    everywhere = list(cells(context.decree))
    lasts = {value: _last(value) for value in {text.value: None for _, text, _ in everywhere}}
    unknown = tuple({last.lower for last in lasts.values() if last is not None and _is_strange(last)})
    longer = _longer_words(lasts, unknown, int(options["sering"])) if unknown else {}
    for owner, text, key in everywhere:
        last = lasts[text.value]
        if last is None or id(owner) in context.suspects:
            continue
        if last.lower in words("akhir-terpotong"):
            yield Hit(owner, text, pointer_of(owner, key), last.start, last.end, args={"kata": last.lower})
        elif last.lower in longer:
            written = text.value[last.start : last.end]
            args = {"kata": written, "usul": written + longer[last.lower][len(written) :]}
            yield Hit(owner, text, pointer_of(owner, key), last.start, last.end, "kata", args)


def _last(text: str) -> Word | None:
    """The last word of a text of several words, if the text ends with it."""
    found = tokens(text)
    if len(found) < 2 or text[found[-1].end :].strip(" .;,:\u2026"):
        return None
    return found[-1]


def _is_strange(word: Word) -> bool:
    return len(word.lower) > 2 and word.lower.isalpha() and not is_known(word.lower)


def _longer_words(texts: Iterable[str], beginnings: tuple[str, ...], often: int) -> dict[str, str]:
    """For each beginning the known word of at most two letters more that several texts of the decree use."""
    counts: Counter[str] = Counter()
    for text in texts:
        lower = text.lower()
        if any(beginning in lower for beginning in beginnings):
            counts.update({word.lower for word in tokens(text) if word.lower.startswith(beginnings)})
    found: dict[str, str] = {}
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        for beginning in beginnings:
            if count >= often and 0 < len(word) - len(beginning) < 3 and word.startswith(beginning) and is_known(word):
                found.setdefault(beginning, word)
    return found
