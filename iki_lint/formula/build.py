"""From what the grammar has matched to the tree: one function per production, all called with the text and tokens.

Operands travel as `Piece`s, because the parentheses around an operand count for what encloses it and not for itself.
"""

import re
from typing import Any, NamedTuple

from iki_lint.formula.ast import Difference, Node, Phrase, Product, Quantity, Ratio, Span, Sum, Target, span, stripped
from iki_lint.formula.number import Number, number_at
from iki_lint.formula.syntax import COUNT

_COUNTS = re.compile(COUNT, re.IGNORECASE).match


class Refused(Exception):
    """What the formula means is not certain: where, and why (a key of `rules/messages/formula.yaml`)."""

    def __init__(self, start: int, end: int, reason: str) -> None:
        super().__init__(reason)
        self.start = start
        self.end = end
        self.reason = reason


class Piece(NamedTuple):
    """An operand with the extent it has outside its parentheses; `factors` those of a product without any."""

    start: int
    end: int
    node: Node
    factors: "tuple[Piece, ...]" = ()


class Divide(NamedTuple):
    """A division marker; in a fraction of three lines the multiplier may stand beside it."""

    mark: Span
    multiplier: Piece | None = None


class Sign(NamedTuple):
    """A plus or a minus, be it a sign or a word."""

    mark: Span
    sign: str


def words(text: str, tokens: list[Any]) -> Piece | None:
    """The words of an operand; None when there is nothing but punctuation."""
    found = stripped(text, *tokens[0].span())
    for left, right in ("[]", "{}"):
        if found.text.count(left) != found.text.count(right):
            at = max(text.find(left, *found[:2]), text.find(right, *found[:2]))
            raise Refused(at, at + 1, "kurung-tidak-biasa")
    return Piece(found.start, found.end, Phrase(*found)) if re.search(r"[\w∑%‰]", found.text) else None


def quantity(text: str, tokens: list[Any]) -> Piece | None:
    """A number with what belongs to it; None when the digits are no number."""
    match: re.Match[str] = tokens[0]
    part = {role: stripped(text, *match.span(role)) for role, found in match.groupdict().items() if found}
    number = _number(text, part["number"])
    if number is None:
        return None
    start, end = match.start() + len(match[0]) - len(match[0].lstrip()), stripped(text, *match.span()).end
    unit, named, detail = part.get("percent") or part.get("currency"), part.get("words"), part.get("detail")
    if len(tokens) > 1:
        named = stripped(text, *tokens[1].span())
        end = named.end if named.text else end
    if named and named.text and unit:
        detail = span(text, named.start, (detail or named).end)
    elif named and named.text:
        unit = named
    node = Quantity(start, end, text[start:end], number, unit, part.get("spelled"), detail, part.get("bound"))
    return Piece(start, end, node)


def _number(text: str, digits: Span) -> Number | None:
    """The number in `digits`; "1 x 24" of "1 x 24 jam" is one number too."""
    factors = re.fullmatch(r"([0-9]{1,6})\s*x\s*([0-9]{1,6})", digits.text, re.IGNORECASE)
    if factors:
        return Number(*digits, int(factors[1]) * int(factors[2]))
    return number_at(text, digits.start, digits.end)


def group(text: str, tokens: list[Any]) -> Piece:
    """An operand in parentheses."""
    opening, inner, closing = tokens
    return Piece(opening.start("mark"), closing.end("mark"), inner.node)


def product(text: str, tokens: list[Any]) -> Piece:
    """One operand, or several that are multiplied; a ratio takes a number beside it as its multiplier."""
    pieces: tuple[Piece, ...] = tuple(tokens)
    if len(pieces) == 1:
        return pieces[0]
    numbers = [piece for piece in pieces if isinstance(piece.node, Quantity)]
    others = [piece for piece in pieces if not isinstance(piece.node, Quantity)]
    if numbers and len(others) == 1 and isinstance(others[0].node, Ratio):
        ratio, already = others[0].node, others[0].node.multiplier is not None
        if already or len(numbers) > 1:
            extra = numbers[0 if already else 1]
            raise Refused(extra.start, extra.end, "pengali-ganda")
        start, end = pieces[0].start, pieces[-1].end
        return Piece(start, end, ratio._replace(start=start, end=end, text=text[start:end], multiplier=numbers[0].node))
    return _joined(text, pieces)


def _joined(text: str, pieces: tuple[Piece, ...]) -> Piece:
    """A product of the pieces; one piece alone stays what it is."""
    if len(pieces) == 1:
        return pieces[0]
    start, end = pieces[0].start, pieces[-1].end
    node = Product(start, end, text[start:end], tuple(piece.node for piece in pieces))
    return Piece(start, end, node, pieces)


def divide(text: str, tokens: list[Any]) -> Divide:
    """A division marker with the multiplier beside it, if any."""
    return Divide(span(text, *tokens[0].span("mark")), tokens[1] if len(tokens) > 1 else None)


def plus(text: str, tokens: list[Any]) -> Sign:
    """A plus."""
    return Sign(span(text, *tokens[0].span("mark")), "+")


def minus(text: str, tokens: list[Any]) -> Sign:
    """A minus."""
    return Sign(span(text, *tokens[0].span("mark")), "-")


def expression(text: str, tokens: list[Any]) -> Piece:
    """Products joined by signs or by one division; which comes first must not depend on the reader."""
    products: list[Piece] = tokens[::2]
    marks: list[Divide | Sign] = tokens[1::2]
    divides = [mark for mark in marks if isinstance(mark, Divide)]
    signs = [mark for mark in marks if isinstance(mark, Sign)]
    if divides and signs:
        other = next(mark.mark for mark in marks if type(mark) is not type(marks[0]))
        raise Refused(other.start, other.end, "urutan-tidak-jelas")
    if len(divides) > 1:
        raise Refused(divides[1].mark.start, divides[1].mark.end, "pembagi-ganda")
    if divides:
        return _ratio(text, products[0], divides[0], products[1])
    return _sum(text, products, signs) if signs else products[0]


def _ratio(text: str, left: Piece, division: Divide, right: Piece) -> Piece:
    """A ratio: the numbers beside the numerator and all that follows the denominator multiply it."""
    above = left.factors or (left,)
    below, *multipliers = right.factors or (right,)
    others = tuple(piece for piece in above if not isinstance(piece.node, Quantity))
    if others:
        multipliers += [piece for piece in above if isinstance(piece.node, Quantity)]
        above = others
    if division.multiplier:
        multipliers.append(division.multiplier)
    if len(multipliers) > 1:
        extra = max(multipliers, key=lambda piece: piece.start)
        raise Refused(extra.start, extra.end, "pengali-ganda")
    multiplier = multipliers[0].node if multipliers else None
    if isinstance(multiplier, Quantity) and multiplier.detail and _COUNTS(multiplier.detail.text):
        raise Refused(multiplier.detail.start, multiplier.detail.end, "formula-tidak-dipahami")
    start, end = left.start, right.end
    numerator = _joined(text, above).node
    return Piece(start, end, Ratio(start, end, text[start:end], numerator, below.node, multiplier, division.mark))


def _sum(text: str, products: list[Piece], signs: list[Sign]) -> Piece:
    """A sum or a difference; "A + B x 100" is refused, for it may mean (A + B) x 100."""
    start, end = products[0].start, products[-1].end
    last = products[-1].factors
    if last and not any(piece.factors for piece in products[:-1]) and isinstance(last[-1].node, Quantity):
        raise Refused(products[-1].start, end, "urutan-tidak-jelas")
    terms = tuple(piece.node for piece in products)
    if any(sign.sign == "+" for sign in signs):
        return Piece(start, end, Sum(start, end, text[start:end], terms, "".join(sign.sign for sign in signs)))
    return Piece(start, end, Difference(start, end, text[start:end], terms))


def target(text: str, tokens: list[Any]) -> Piece:
    """Quantities behind a label, a few words, or nothing."""
    quantities = tuple(token.node for token in tokens if isinstance(token, Piece) and isinstance(token.node, Quantity))
    tags = {
        match.lastgroup: stripped(text, *match.span(match.lastgroup))
        for match in tokens
        if not isinstance(match, Piece)
    }
    parts: list[Span | Quantity] = [*tags.values(), *quantities]
    start, end = parts[0].start, parts[-1].end
    label, named = tags.get("label"), tags.get("words")
    return Piece(start, end, Target(start, end, text[start:end], quantities, label, named))
