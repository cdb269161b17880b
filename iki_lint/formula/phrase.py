"""What the words of a formula are: a phrase with a known head, a bare unit, or a sentence."""

import re
from collections.abc import Container, Mapping
from typing import NamedTuple

from iki_lint.formula.ast import (
    Difference,
    Node,
    Phrase,
    Product,
    Quantity,
    Ratio,
    Sentence,
    Span,
    Sum,
    Target,
    Unit,
    span,
)

_LONGEST_HEAD = 3
_WORD = re.compile(r"[∑Σ]|[^\s/,;:.()∑Σ]+")


class Vocabulary(NamedTuple):
    """The words that classify a phrase, all in lower case: `heads` (up to three words) with their kind, and `units`."""

    heads: Mapping[str, str]
    units: Container[str]


def headed(text: str, phrase: Phrase, words: Vocabulary) -> Phrase:
    """The phrase with its head, the longest known one that it begins with."""
    ends = _first_ends(text, phrase)
    for end in reversed(ends):
        kind = words.heads.get(" ".join(text[phrase.start : end].split()).casefold())
        if kind is not None:
            return Phrase(*phrase[:3], span(text, phrase.start, end), kind)
    return phrase._replace(head=None, kind=None) if phrase.head else phrase


def _first_ends(text: str, phrase: Phrase) -> list[int]:
    """Where each of the first words of a phrase ends, without the punctuation behind it."""
    ends: list[int] = []
    at = phrase.start
    if phrase.text.replace(" ", "").isalpha():
        for word in phrase.text.split(None, _LONGEST_HEAD)[:_LONGEST_HEAD]:
            at = text.index(word, at) + len(word)
            ends.append(at)
        return ends
    while len(ends) < _LONGEST_HEAD and (found := _WORD.search(text, at, phrase.end)):
        at = found.end()
        ends.append(at)
    return ends


def classified(text: str, phrase: Phrase, words: Vocabulary) -> Node:
    """What the phrase is when it is all that a formula says."""
    place = Span(*phrase[:3])
    if " ".join(place.text.split()).casefold() in words.units:
        return Unit(*place)
    found = headed(text, phrase, words)
    return found if found.head else Sentence(*place)


def dressed(text: str, tree: Node, words: Vocabulary) -> Node:
    """The bare tree of a whole formula with its phrases classified."""
    match tree:
        case Phrase():
            return classified(text, tree, words)
        case Quantity():
            return Target(tree.start, tree.end, tree.text, (tree,))
        case Target(label=None, words=Span()):
            whole = headed(text, Phrase(*tree[:3]), words)
            return whole if whole.head else tree
    return _operand(text, tree, words)


def _operand(text: str, tree: Node, words: Vocabulary) -> Node:
    """The bare tree of an operand, classified; phrases stay phrases."""
    match tree:
        case Phrase():
            return headed(text, tree, words)
        case Ratio():
            return tree._replace(
                numerator=_operand(text, tree.numerator, words),
                denominator=_operand(text, tree.denominator, words),
                multiplier=tree.multiplier and _operand(text, tree.multiplier, words),
            )
        case Product():
            return tree._replace(factors=tuple(_operand(text, part, words) for part in tree.factors))
        case Sum() | Difference():
            return tree._replace(terms=tuple(_operand(text, part, words) for part in tree.terms))
    return tree
