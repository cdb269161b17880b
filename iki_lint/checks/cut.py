"""STR007: cells whose text is cut off at the end."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.checks.cells import is_suspect
from iki_lint.decree.model import Row, Steps
from iki_lint.decree.tree import Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, Subject
from iki_lint.language.lexicon import words
from iki_lint.language.stems import is_known
from iki_lint.language.tokens import Word, tokens


def cut_texts(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Cells that end in a word that cannot end a cell, or in the beginning of a word the decree uses often."""
    cells = list(_cells(context))
    frequent = _frequent({text.value: None for _, text, _ in cells}, int(options["sering"]))
    verdicts: dict[str, tuple[int, str, dict[str, str]] | None] = {}
    for subject, text, steps in cells:
        value = text.value
        if value not in verdicts:
            verdicts[value] = _verdict(value, frequent)
        verdict = verdicts[value]
        if verdict and not (isinstance(subject, Row) and is_suspect(subject, context.subjects)):
            index, case, args = verdict
            word = tokens(value)[index]
            yield Hit(subject, text, steps, word.start, word.end, case, args)


def _cells(context: Context) -> Iterator[tuple[Subject, Text, Steps]]:
    for plan in context.decree.plans():
        if plan.text is not None:
            yield plan, plan.text, plan.text_steps
        for indicator in plan.indicators:
            if indicator.name is not None:
                yield indicator, indicator.name, (*indicator.steps, "nama")
            for row in indicator.rows:
                if row.formula is not None:
                    yield row, row.formula, row.formula_steps
                if row.source is not None:
                    yield row, row.source, row.source_steps


def _frequent(texts: Mapping[str, None], often: int) -> list[str]:
    """The words that several distinct texts use, sorted."""
    counts = Counter(word.lower for text in texts for word in set(tokens(text)))
    return sorted(word for word, count in counts.items() if count >= often and len(word) > 3 and is_known(word))


def _verdict(text: str, frequent: list[str]) -> tuple[int, str, dict[str, str]] | None:
    """Index of the last word, the case and its arguments when the text is cut off."""
    found: tuple[Word, ...] = tokens(text)
    if not found or text.rstrip().endswith((")", '"', "\u201d")):
        return None
    last = found[-1]
    if text[last.end :].strip(" .;,:\u2026"):
        return None
    if last.lower in words("akhir-terpotong") and len(found) > 1:
        return len(found) - 1, "", {"kata": last.lower}
    if (
        len(last.lower) < 3
        or len(found) < 2
        or last.lower in frequent
        or not last.lower.isalpha()
        or is_known(last.lower)
    ):
        return None
    at = bisect_left(frequent, last.lower)
    longer = [
        word for word in frequent[at : at + 8] if word.startswith(last.lower) and len(word) <= len(last.lower) + 2
    ]
    if not longer:
        return None
    written = text[last.start : last.end]
    return len(found) - 1, "kata", {"kata": written, "usul": written + longer[0][len(last.lower) :]}
