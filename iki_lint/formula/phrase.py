"""What the words of a formula are: a phrase with a known head, a bare unit, or a sentence."""

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
from iki_lint.formula.plain import Vocabulary, head_of, is_unit


def headed(text: str, phrase: Phrase, words: Vocabulary) -> Phrase:
    """The phrase with its head, the longest known one that it begins with."""
    head = head_of(text, phrase.start, phrase.end, words)
    if head is not None:
        return Phrase(*phrase[:3], span(text, phrase.start, head.end), head.kind)
    return phrase._replace(head=None, kind=None) if phrase.head else phrase


def classified(text: str, phrase: Phrase, words: Vocabulary) -> Node:
    """What the phrase is when it is all that a formula says."""
    place = Span(*phrase[:3])
    if is_unit(place.text, words):
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
