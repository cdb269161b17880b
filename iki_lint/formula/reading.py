"""What a formula says: whether it is a count, a ratio, a score, a target, a unit, or nothing that can be computed.

A formula of plain words is read without the grammar, and so without pyparsing, as is the commonest ratio; all ways end
in the same tree. Who wants to know nothing but its kind asks `plain_kind`.
"""

import re
from typing import NamedTuple

from iki_lint.formula.ast import (
    Enumeration,
    Node,
    Phrase,
    Product,
    Quantity,
    Ratio,
    Sentence,
    Span,
    Target,
    Unit,
    Unreadable,
    children,
    shifted,
    span,
    stripped,
    walk,
)
from iki_lint.formula.items import split_items
from iki_lint.formula.phrase import classified, dressed
from iki_lint.formula.plain import LONGEST, Vocabulary, needs_grammar
from iki_lint.formula.plain_ratio import plain_ratio
from iki_lint.formula.syntax import LABEL

DEEPEST = 50
"""Parentheses within parentheses."""


class Formula(NamedTuple):
    """A formula cell as read.

    `kind` is the kind of the head of a plain phrase ("jumlah", "nilai", "indeks", "rata-rata", "persentase", ...), or
    "rasio", "hitungan" (other arithmetic), "target", "satuan", "kalimat", "majemuk" (a list of unlike formulas),
    "kosong" or "tidak-terbaca". `label`, `name` and `note` are what stood around the formula: "Rumus :", "Persentase
    X =", "dimana ...".
    """

    text: str
    kind: str
    tree: Node
    label: Span | None = None
    name: Span | None = None
    note: Span | None = None

    @property
    def ratios(self) -> tuple[Ratio, ...]:
        """Every ratio in the tree, the outer ones first."""
        return tuple(node for node in walk(self.tree) if isinstance(node, Ratio))

    @property
    def is_ratio(self) -> bool:
        """Whether something is divided by something."""
        return bool(self.ratios)

    @property
    def numerator(self) -> Node | None:
        """What the first, outermost ratio divides."""
        return self.ratios[0].numerator if self.ratios else None

    @property
    def denominator(self) -> Node | None:
        """What the first, outermost ratio divides by."""
        return self.ratios[0].denominator if self.ratios else None

    @property
    def multiplier(self) -> Node | None:
        """What the first, outermost ratio is multiplied by; without a ratio, the number in a product."""
        if self.ratios:
            return self.ratios[0].multiplier
        numbers = [factor for factor in children(self.tree) if isinstance(factor, Quantity)]
        return numbers[0] if isinstance(self.tree, Product) and numbers else None

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of every target in the tree."""
        return tuple(part for node in walk(self.tree) if isinstance(node, Target) for part in node.quantities)

    @property
    def unreadable(self) -> Unreadable | None:
        """Where and why reading stopped, if it did."""
        return next((node for node in walk(self.tree) if isinstance(node, Unreadable)), None)


def read(text: str, words: Vocabulary) -> Formula:
    """The formula in a cell. Never raises: what cannot be read for certain is `Unreadable`, with the place."""
    if len(text) > LONGEST:
        return _formula(text, Unreadable(0, len(text), text, "formula-terlalu-panjang"))
    if not needs_grammar(text):
        return _formula(text, classified(text, Phrase(*stripped(text, 0, len(text))), words))
    if ratio := plain_ratio(text):
        return _formula(text, dressed(text, ratio, words))
    return read_with_grammar(text, words)


def read_with_grammar(text: str, words: Vocabulary) -> Formula:
    """As `read`, for a text within the limits, without asking whether the grammar is needed."""
    start, stretches = split_items(text)
    if not stretches:
        return _segment(text, 0, len(text), words)
    items = [_segment(text, *stretch, words) for stretch in stretches]
    whole = stripped(text, 0, len(text))
    before = stripped(text, 0, start)
    if not before.text or re.fullmatch(rf"{LABEL}\s*", text[:start], re.IGNORECASE):
        trees = tuple(item.tree for item in items)
        tree = Enumeration(*span(text, start, max(whole.end, trees[-1].end)), None, trees)
        return _formula(text, tree, before if before.text else None)
    head = _segment(text, 0, start, words)
    if isinstance(head.tree, Unreadable):
        return head
    parts = tuple(
        Sentence(*stripped(text, *stretch)) if isinstance(item.tree, Unreadable) else item.tree
        for item, stretch in zip(items, stretches, strict=True)
    )
    tree = Enumeration(*span(text, head.tree.start, max(whole.end, parts[-1].end)), head.tree, parts)
    return _formula(text, tree, head.label, head.name, head.note)


def _segment(text: str, start: int, end: int, words: Vocabulary) -> Formula:
    """The formula in a stretch of the cell; all spans are those of the cell."""
    found = stripped(text, start, end)
    wrong = _parentheses(text, start, end)
    if wrong:
        return _formula(text, wrong)
    if not re.search(r"[\w∑%‰]", found.text):
        return _formula(text, Sentence(*found))
    from iki_lint.formula.grammar import parse

    try:
        parsed = shifted(parse(text[found.start : end]), found.start)
    except RecursionError:
        return _formula(text, Unreadable(*found, "kurung-terlalu-dalam"))
    return _formula(text, dressed(text, parsed.tree, words), parsed.label, parsed.name, parsed.note)


def _formula(
    text: str, tree: Node, label: Span | None = None, name: Span | None = None, note: Span | None = None
) -> Formula:
    return Formula(text, _kind(tree), tree, label, name, note)


def _kind(tree: Node) -> str:
    """The kind of the formula that has this tree."""
    match tree:
        case Unreadable():
            return "tidak-terbaca"
        case Ratio():
            return "rasio"
        case Target():
            return "target"
        case Unit():
            return "satuan"
        case Phrase():
            return tree.kind or "kalimat"
        case Sentence():
            return "kalimat" if tree.text else "kosong"
        case Enumeration():
            kinds = {_kind(item) for item in ((tree.head,) if tree.head else tree.items)}
            return "tidak-terbaca" if "tidak-terbaca" in kinds else kinds.pop() if len(kinds) == 1 else "majemuk"
    return "hitungan"


def _parentheses(text: str, start: int, end: int) -> Unreadable | None:
    """The parenthesis without a partner, or the one that goes too deep."""
    opened: list[int] = []
    for found in re.finditer(r"[()]", text[start:end]):
        at = start + found.start()
        if found[0] == "(":
            opened.append(at)
            if len(opened) > DEEPEST:
                return Unreadable(at, at + 1, "(", "kurung-terlalu-dalam")
        elif not opened:
            return Unreadable(at, at + 1, ")", "kurung-tidak-seimbang")
        else:
            opened.pop()
    return Unreadable(opened[-1], opened[-1] + 1, "(", "kurung-tidak-seimbang") if opened else None
