"""The grammar of a formula that needs one.

    formula    = [label] ( target | [name "="] expression ) [note]
    target     = [label] [words] value { separator value }
    expression = product { division product } | product { sign product }
    product    = operand { times operand }
    operand    = number | "(" expression ")" | words

Parentheses hold an operand only where an operator, another parenthesis or the end follows them; elsewhere they are
an aside among words ("rencana operasional (Renstra)"). What is ambiguous is refused, never guessed. The tree that
comes out is bare: its phrases have no heads yet. Parentheses are read at most twice, as an operand and as an aside,
and everything else once; packrat memory would only cost.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from pyparsing import (
    Empty,
    FollowedBy,
    Forward,
    Optional,
    ParseBaseException,
    ParseException,
    ParserElement,
    Regex,
    ZeroOrMore,
)

from iki_lint.formula import build, syntax
from iki_lint.formula.ast import Node, Span, Unreadable, stripped
from iki_lint.formula.build import Piece, Refused
from iki_lint.formula.number import DIGITS

_FLAGS = re.IGNORECASE | re.DOTALL


class Parsed(NamedTuple):
    """A formula as read: the bare tree, and what stood around it.

    `label` announces a formula ("Rumus :"), `name` is what it is equated to ("Persentase X ="), `note` explains it.
    """

    tree: Node
    label: Span | None = None
    name: Span | None = None
    note: Span | None = None


class _Around(NamedTuple):
    role: str
    span: Span


def parse(text: str) -> Parsed:
    """The bare tree of `text`, or an `Unreadable` that says where and why; the caller limits length and depth."""
    try:
        tokens = _formula(*_dialect(text)).parse_string(text)
    except Refused as stop:
        return Parsed(Unreadable(stop.start, stop.end, text[stop.start : stop.end], stop.reason))
    except ParseBaseException as stop:
        return Parsed(Unreadable(*stripped(text, stop.loc, len(text)), "formula-tidak-dipahami"))
    around = {token.role: token.span for token in tokens if isinstance(token, _Around)}
    (tree,) = (token.node for token in tokens if isinstance(token, Piece))
    return Parsed(tree, around.get("label"), around.get("name"), around.get("note"))


def _dialect(text: str) -> tuple[str, str]:
    """What divides and what multiplies in this text: the weaker the sign, the more evidence it needs."""
    times = syntax.TIMES_BETWEEN if _search(syntax.EQUALS)(text) else syntax.TIMES
    if _search(syntax.COMPUTES)(text):
        for divide in (syntax.DIVIDE, syntax.DIVIDE_SPACED, syntax.DIVIDE_TIGHT):
            if _search(divide)(text):
                return divide, times
    return syntax.DIVIDE, times


@cache
def _search(pattern: str) -> Callable[..., re.Match[str] | None]:
    return re.compile(pattern, _FLAGS).search


@cache
def _formula(divide: str, times: str) -> ParserElement:
    """The grammar of a whole text, given the expressions for a division and for a multiplication."""

    def plain(text: str, found: re.Match[str]) -> bool:
        return not _search(syntax.operator(divide, times, syntax.MINUS))(text, *found.span("words"))

    def before_division(text: str, found: re.Match[str]) -> bool:
        return plain(text, found) and _search(divide)(text, found.end()) is not None

    inside = Forward()
    inside <<= _expression(divide, times, syntax.MINUS_INSIDE, inside)
    computed = _expression(divide, times, syntax.MINUS, inside)
    label = _around("label", rf"(?P<words>{syntax.LABEL})") | _match(r"\s*=").suppress()
    equated = _around("name", rf"(?P<words>(?:[<>]=|{syntax.ASIDE}|[^()=])+){syntax.EQUALS}", plain)
    announced = _around("name", rf"(?P<words>\s*{syntax.NAME}[^():=]*):", before_division)
    described = _around("name", rf"(?P<words>\s*{syntax.NAME}[^():=]*)(?=\()", before_division)
    note = _around("note", rf"\s*(?P<words>{syntax.NOTE}.*)")
    end = Optional(note) + _match(r"[\s.,;:]*\Z").suppress()
    whole = _target(plain) + end | described + _group(inside) + end | Optional(equated | announced) + computed + end
    return (Optional(label) + whole).parse_with_tabs().set_name("formula")


def _expression(divide: str, times: str, minus: str, inside: ParserElement) -> ParserElement:
    """An arithmetic expression; `inside` is the grammar of what parentheses hold."""
    operator = syntax.operator(divide, times, minus)
    multiply = _match(rf"[\s,;]*(?P<mark>{times})").suppress().set_name("kali")
    line = _match(rf"[\s,;]*(?P<mark>{syntax.BAR})")
    division = _match(rf"[\s,;]*(?P<mark>{divide})").set_name("bagi")
    plus, less = _match(rf"[\s,;]*(?P<mark>{syntax.PLUS})"), _match(rf"[\s,;]*(?P<mark>{minus})")
    sign = plus.set_parse_action(_action(build.plus)) | less.set_parse_action(_action(build.minus))

    rest = rf"(?:{syntax.TWIN}|{syntax.ASIDE}|[<>]=|(?!{operator}|{syntax.NOTE})[^()=])+"
    number = _match(rf"\s*{syntax.FACTOR}")
    quantity = (number + Optional(_match(rest))).set_parse_action(_action(build.quantity))
    words = _match(rest).set_parse_action(_action(build.words)).set_name("kata")
    stop = _match(rf"[\s,;]*[)=]|\s*{syntax.NOTE}|[\s.,;:]*\Z")
    group = _group(inside) + FollowedBy(multiply | division | sign | stop)
    missing = Empty().leave_whitespace().set_parse_action(_missing(operator))
    operand = quantity | group | words | missing

    product = (operand + ZeroOrMore(multiply + operand)).set_parse_action(_action(build.product))
    beside = multiply + number.copy().set_parse_action(_action(build.quantity))
    divided = (line + Optional(beside) | division).set_parse_action(_action(build.divide))
    whole = product + ZeroOrMore((divided | sign) + product)
    return whole.set_parse_action(_action(build.expression)).set_name("ungkapan")


def _group(inside: ParserElement) -> ParserElement:
    """An operand in parentheses."""
    opening, closing = _match(r"\s*(?P<mark>\()"), _match(r"[\s.,;:]*(?P<mark>\))")
    return (opening + inside + closing).set_parse_action(_action(build.group)).set_name("kurung")


def _target(plain: Callable[[str, re.Match[str]], bool]) -> ParserElement:
    """Values in a text that is `plain`, without any operator; or anything behind the word "Target"."""
    stop = rf"{syntax.NOTE}|[,;&]\s*{syntax.NEXT}"
    body = (
        rf"(?:{syntax.ASIDE}|{syntax.MONTH}|(?<=[^\W\d_])[0-9]"
        rf"|(?!{stop}|(?<!\w)(?:dan|serta)\s+[0-9]|\s{syntax.DETAIL})[^()=0-9])"
    )
    detail = rf"(?:{syntax.ASIDE}|(?!{stop})[^()=])"
    value = _match(
        rf"\s*{syntax.VALUE}(?P<words>\s*(?!{syntax.DETAIL}){body}+)?(?P<detail>\s*(?={syntax.DETAIL}){detail}+)?"
    ).set_parse_action(_action(build.quantity))
    values = value + ZeroOrMore(_match(r"\s*(?:[,;&]|(?:dan|serta)(?!\w))?").suppress() + value)
    label = _match(r"\s*(?P<label>target)(?!\w)(?:\s*[:=])?")
    between = _match(rf"\s*(?P<words>(?:(?!{syntax.BOUND}|{stop})[^()=:0-9])+(?:(?<=tahun\s)[0-9]{{4}})?)(?:\s*[:=])?")
    word = rf"(?!{syntax.BOUND}|x(?!\w))[^\W\d_]+"
    quality = _match(rf"\s*(?P<words>{word}(?:\s+{word}){{0,2}})(?=\s+{DIGITS}\s*%[\s.;]*\Z)")
    whole = label + Optional(between) + Optional(values) | Optional(quality) + values
    return _match(r"(?=(?P<words>.*))").set_parse_action(_check(plain)) + whole.set_parse_action(_action(build.target))


def _match(pattern: str) -> ParserElement:
    """A terminal that yields the match itself, for its groups and their places."""
    return Regex(pattern, _FLAGS, as_match=True).leave_whitespace()


def _around(
    role: str, pattern: str, accept: Callable[[str, re.Match[str]], bool] = lambda text, found: True
) -> ParserElement:
    """What stands around the formula; `accept` may refuse a match."""

    def act(text: str, at: int, found: Any) -> list[_Around]:
        if not accept(text, found[0]):
            raise ParseException(text, at, role)
        return [_Around(role, stripped(text, *found[0].span("words")))]

    return _match(pattern).set_parse_action(act)


def _check(accept: Callable[[str, re.Match[str]], bool]) -> Callable[[str, int, Any], list[Any]]:
    """A parse action that lets a match pass, without any token, if it is accepted."""

    def act(text: str, at: int, found: Any) -> list[Any]:
        if not accept(text, found[0]):
            raise ParseException(text, at, "ada operator")
        return []

    return act


def _action(builder: Callable[[str, list[Any]], Any]) -> Callable[[str, int, Any], list[Any]]:
    """A builder as a parse action: what it returns is the only token, None means that this was no match."""

    def act(text: str, at: int, tokens: Any) -> list[Any]:
        made = builder(text, list(tokens))
        if made is None:
            raise ParseException(text, at, "bukan operan")
        return [made]

    return act


def _missing(operator: str) -> Callable[[str, int, Any], None]:
    """The refusal of a place where an operand should stand: it names the operator that lacks one."""

    def act(text: str, at: int, tokens: Any) -> None:
        here = stripped(text, at, len(text)).start if text[at : at + 1] != ")" else at
        sign = re.compile(operator, _FLAGS)
        found = sign.match(text, here)
        for before in () if found else sign.finditer(text):
            if before.end() > at:
                break
            found = before
        if found and not stripped(text, found.end(), at).text:
            raise Refused(found.start(), found.end(), "operator-menggantung")
        if text[here : here + 1] == ")":
            raise Refused(text.rindex("(", 0, here), here + 1, "kurung-kosong")
        raise Refused(*stripped(text, at, len(text))[:2], "formula-tidak-dipahami")

    return act
