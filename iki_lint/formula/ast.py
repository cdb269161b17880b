"""What a formula is made of.

Every record begins with `start`, `end` and `text`: its place in the cell and the exact words, so that `text ==
cell[start:end]`. The parentheses around an operand belong to the record that contains it, not to the operand.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from iki_lint.formula.plain import bare

if TYPE_CHECKING:
    from iki_lint.formula.number import Number


class Span(NamedTuple):
    """A stretch of the cell."""

    start: int
    end: int
    text: str


class Phrase(NamedTuple):
    """Words that name a quantity: "Jumlah surat keluar".

    `head` are the words that it begins with and that say how it is measured ("Jumlah"), `kind` what they mean
    ("jumlah", "nilai", "rata-rata", ...); both None for an operand that begins with none of the known heads.
    """

    start: int
    end: int
    text: str
    head: Span | None = None
    kind: str | None = None


class Quantity(NamedTuple):
    """A number with its unit: "29 (dua puluh sembilan) jenis layanan", "75 % dari undangan".

    `spelled` is what stands in parentheses behind the number, `bound` a word or sign before it ("minimal"), `detail`
    what limits the quantity ("dari undangan").
    """

    start: int
    end: int
    text: str
    number: "Number"
    unit: Span | None = None
    spelled: Span | None = None
    detail: Span | None = None
    bound: Span | None = None


class Target(NamedTuple):
    """A value to be reached, not a way to count: "Target 81,35", "2 orang, 12 bulan", "Target BB".

    `label` is the word that announces it, `words` what stands between the label and the first number.
    """

    start: int
    end: int
    text: str
    quantities: tuple[Quantity, ...]
    label: Span | None = None
    words: Span | None = None


class Ratio(NamedTuple):
    """A numerator divided by a denominator, with a multiplier ("100 %") or without; `marker` divides them."""

    start: int
    end: int
    text: str
    numerator: "Node"
    denominator: "Node"
    multiplier: "Node | None"
    marker: Span


class Product(NamedTuple):
    """Two or more factors."""

    start: int
    end: int
    text: str
    factors: tuple["Node", ...]


class Sum(NamedTuple):
    """Two or more terms; `signs[i]`, "+" or "-", stands before `terms[i + 1]` and at least one is "+"."""

    start: int
    end: int
    text: str
    terms: tuple["Node", ...]
    signs: str


class Difference(NamedTuple):
    """The first term less all the others."""

    start: int
    end: int
    text: str
    terms: tuple["Node", ...]


class Enumeration(NamedTuple):
    """A numbered or lettered list in one cell.

    With a `head` the items are what it counts ("5 (lima) dokumen : 1. ... 2. ..."), without one each item is a
    formula of its own.
    """

    start: int
    end: int
    text: str
    head: "Node | None"
    items: tuple["Node", ...]


class Unit(NamedTuple):
    """Nothing but a unit: "Dokumen", "Kali", "%"."""

    start: int
    end: int
    text: str


class Sentence(NamedTuple):
    """Words without anything to compute: an activity, a result, prose; empty for an empty cell."""

    start: int
    end: int
    text: str


class Unreadable(NamedTuple):
    """The stretch where reading stopped, and why: a key of `rules/messages/formula.yaml`."""

    start: int
    end: int
    text: str
    reason: str


Node: TypeAlias = (
    Phrase | Quantity | Target | Ratio | Product | Sum | Difference | Enumeration | Unit | Sentence | Unreadable
)


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below `node`, in reading order; a ratio's multiplier comes last."""
    match node:
        case Ratio():
            parts = (node.numerator, node.denominator)
            return parts if node.multiplier is None else (*parts, node.multiplier)
        case Product():
            return node.factors
        case Sum() | Difference():
            return node.terms
        case Enumeration():
            return node.items if node.head is None else (node.head, *node.items)
        case Target():
            return node.quantities
    return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, parents first."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def span(text: str, start: int, end: int) -> Span:
    """The stretch `start..end` of `text`."""
    return Span(start, end, text[start:end])


def shifted(node: Any, by: int) -> Any:
    """The record, and all that it holds, with every `start` and `end` moved by `by` characters."""
    if not isinstance(node, tuple):
        return node
    fields = getattr(node, "_fields", None)
    if fields is None:
        return tuple(shifted(part, by) for part in node)
    moved = (
        part + by if name in ("start", "end") else shifted(part, by) for name, part in zip(fields, node, strict=True)
    )
    return type(node)(*moved)


def stripped(text: str, start: int, end: int) -> Span:
    """The stretch `start..end` without bullets before it and spaces and punctuation around it."""
    return span(text, *bare(text, start, end))
