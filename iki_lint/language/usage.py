"""Which words a document uses, how often, and how it writes them."""

from collections import Counter
from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple


class Usage(NamedTuple):
    """The words of a document in lower case.

    `counts` says in how many places of distinct texts each stands, `ways` how it is written where capitals mean
    something, and `texts` has the words of each text in order. A word that stands in headings of capitals only has no
    way of its own; at the beginning of a text a capital says nothing, so the word counts as written small.
    """

    counts: Mapping[str, int]
    ways: Mapping[str, list[str]]
    texts: Mapping[str, list[str]]


def count_words(written: Mapping[str, list[str]]) -> Usage:
    """The usage of a document, from the words of each distinct text as they are written."""
    mixed = [words for text, words in written.items() if not text.isupper()]
    forms = Counter(chain.from_iterable(mixed))
    shouted = Counter(chain.from_iterable(words for text, words in written.items() if text.isupper()))
    inner = set(chain.from_iterable(words[1:] for words in mixed))
    lower = {form: form.lower().replace("\u2010", "-").replace("\u2011", "-") for form in (*forms, *shouted)}
    counts: dict[str, int] = dict.fromkeys(lower.values(), 0)
    for form, count in (*forms.items(), *shouted.items()):
        counts[lower[form]] += count
    ways: dict[str, list[str]] = {word: [] for word in counts}
    for form in forms:
        ways[lower[form]].append(form if form in inner or not form.istitle() else lower[form])
    small = lower.__getitem__
    return Usage(counts, ways, {text: list(map(small, words)) for text, words in written.items()})
