"""STR007: cells whose text is cut off at the end."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from iki_lint.decree.model import pointer_of
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.language.lexicon import words
from iki_lint.language.tokens import tokens
from iki_lint.language.vocabulary import is_known_word


def cut_texts(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Cells that end in a word that cannot end a cell, or in the beginning of a word the decree uses often."""
    everywhere = context.decree.cells
    endings = {value: _ending(value) for value in {text.value: None for _, text, _ in everywhere}}
    unknown = tuple({word for word in endings.values() if _is_strange(word)})
    longer = _longer_words(endings, unknown, int(options["sering"])) if unknown else {}
    unfinished = words("akhir-terpotong")
    for owner, text, key in everywhere:
        ending = endings[text.value]
        if ending not in unfinished and ending not in longer:
            continue
        last = tokens(text.value)[-1]
        if last.lower != ending or id(owner) in context.suspects:
            continue
        written = text.value[last.start : last.end]
        if ending in unfinished:
            yield Hit(owner, text, pointer_of(owner, key), last.start, last.end, args={"kata": ending})
        else:
            args = {"kata": written, "usul": written + longer[ending][len(written) :]}
            yield Hit(owner, text, pointer_of(owner, key), last.start, last.end, "kata", args)


def _ending(text: str) -> str:
    """The last of several words in lower case, empty when the text ends otherwise."""
    before, _, last = text.rstrip(" .,;:\u2026").rpartition(" ")
    return last.lower() if before and last.isalpha() else ""


def _is_strange(word: str) -> bool:
    return len(word) > 2 and not is_known_word(word)


def _longer_words(texts: Iterable[str], beginnings: tuple[str, ...], often: int) -> dict[str, str]:
    """For each beginning the known word of at most two letters more that several texts of the decree use."""
    starts = {beginning[:3] for beginning in beginnings}
    each = ({word for _, _, word in tokens(text) if word[:3] in starts} for text in texts)
    counts = Counter(chain.from_iterable(each))
    found: dict[str, str] = {}
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        for beginning in beginnings:
            if (
                count >= often
                and 0 < len(word) - len(beginning) < 3
                and word.startswith(beginning)
                and is_known_word(word)
            ):
                found.setdefault(beginning, word)
    return found
