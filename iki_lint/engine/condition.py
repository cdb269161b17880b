"""The condition language of rule files: from text to a small tree.

    indikator.ukuran == "persentase" and formulasi.ada and not formulasi.rasio
    panjang(indikator.frasa) > opsi.batas or formulasi.kepala in daftar.kata-proses

Facts (`subject.fact`), options (`opsi.name`) and word lists (`daftar.name`) are paths. Texts stand between double or
single quotes and know no escapes, so that a regular expression is written as it is. This module knows the shape only;
whether the names exist and the types agree is decided in `condition_types`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

MAX_LENGTH = 2000
MAX_DEPTH = 16
RESERVED = frozenset({"and", "or", "not", "in", "matches", "true", "false"})

_NAME = r"[A-Za-z_](?:[\w-]*\w)?"
_TOKEN = re.compile(
    rf"""[ \t\r\n]+|"[^"]*"|'[^']*'|-?[0-9]+(?:\.[0-9]+)?(?!\w)|{_NAME}(?:\.{_NAME})*|[=!<>]=|[<>()\[\],]"""
)


class ConditionError(Exception):
    """A condition that cannot be used: characters `start..end` of its text, a message key and what fills it."""

    def __init__(self, start: int, end: int, key: str, args: Mapping[str, str] | None = None) -> None:
        super().__init__(start, end, key, args)
        self.start = start
        self.end = end
        self.key = key
        self.values = dict(args or {})


class Literal(NamedTuple):
    """A text, a number, or true/false."""

    value: str | int | float | bool
    start: int
    end: int


class Words(NamedTuple):
    """A list of texts written out in the condition."""

    items: tuple[Literal, ...]
    start: int
    end: int


class Path(NamedTuple):
    """`subject.name`; `name` is empty when there is no dot, `subject` may be `opsi` or `daftar`."""

    subject: str
    name: str
    start: int
    end: int


class Call(NamedTuple):
    """A function of the language and its arguments; `end` is the end of the function's name."""

    name: str
    arguments: "tuple[Node, ...]"
    start: int
    end: int


class Compare(NamedTuple):
    """`left operator right`; the operators are == != < <= > >= in, not in, matches."""

    operator: str
    left: "Node"
    right: "Node"
    start: int
    end: int


class Not(NamedTuple):
    """The opposite of a condition."""

    operand: "Node"
    start: int
    end: int


class Junction(NamedTuple):
    """Two or more conditions joined by the same `and` or `or`."""

    operator: str
    operands: "tuple[Node, ...]"
    start: int
    end: int


Node: TypeAlias = Literal | Words | Path | Call | Compare | Not | Junction


@lru_cache(maxsize=1024)
def parse(text: str) -> Node:
    """The tree of a condition. Raises ConditionError, located in `text`, when it is not one."""
    from pyparsing import ParseBaseException

    _precheck(text)
    try:
        tree: Node = _grammar().parse_string(text, parse_all=True)[0]
    except ParseBaseException as error:
        raise _unexpected(text, error.loc) from None
    return tree


def _precheck(text: str) -> None:
    """Refuse what must not reach the grammar: too long, too deep, foreign characters, unbalanced brackets."""
    if len(text) > MAX_LENGTH:
        raise ConditionError(MAX_LENGTH, len(text), "syarat-terlalu-panjang", {"batas": str(MAX_LENGTH)})
    at, opened = 0, list[int]()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            key = {'"': "syarat-kutip-terbuka", "'": "syarat-kutip-terbuka", "=": "syarat-sama-dengan-tunggal"}
            end = len(text) if text[at] in "\"'" else at + 1
            raise ConditionError(at, end, key.get(text[at], "syarat-huruf-asing"), {"huruf": text[at]})
        if token[0] in "([":
            opened.append(at)
            if len(opened) > MAX_DEPTH:
                raise ConditionError(at, at + 1, "syarat-terlalu-dalam", {"batas": str(MAX_DEPTH)})
        elif token[0] in ")]" and (not opened or text[opened.pop()] + token[0] not in ("()", "[]")):
            raise ConditionError(at, at + 1, "syarat-kurung-tak-berpasangan", {"kurung": token[0]})
        at = token.end()
    if opened:
        raise ConditionError(opened[-1], opened[-1] + 1, "syarat-kurung-tak-berpasangan", {"kurung": text[opened[-1]]})


def _unexpected(text: str, at: int) -> ConditionError:
    """What to say of the token where the grammar gave up."""
    token = _TOKEN.match(text, at)
    if token is not None and token[0].isspace():
        at, token = token.end(), _TOKEN.match(text, token.end())
    if token is None:
        end = len(text.rstrip())
        return ConditionError(max(end - 1, 0), end, "syarat-belum-selesai")
    return ConditionError(at, token.end(), "syarat-kata-tak-terduga", {"kata": token[0]})


@lru_cache(maxsize=1)
def _grammar() -> Any:
    from pyparsing import Forward, Keyword, Opt, Regex, Suppress, ZeroOrMore

    def word(name: str) -> Any:
        return Suppress(Keyword(name))

    reserved = "|".join(sorted(RESERVED))
    text = Regex(r""""[^"]*"|'[^']*'""").set_parse_action(lambda s, at, t: Literal(t[0][1:-1], at, at + len(t[0])))
    number = Regex(r"-?[0-9]+(?:\.[0-9]+)?").set_parse_action(
        lambda s, at, t: Literal(float(t[0]) if "." in t[0] else int(t[0]), at, at + len(t[0]))
    )
    truth = Regex(r"(?:true|false)(?![\w.-])").set_parse_action(
        lambda s, at, t: Literal(t[0] == "true", at, at + len(t[0]))
    )
    path = Regex(rf"(?!(?:{reserved})(?![\w.-])){_NAME}(?:\.{_NAME})*").set_parse_action(_path)
    expression = Forward()
    opening = Regex(r"\[").set_parse_action(lambda s, at, t: at)
    closing = Regex(r"\]").set_parse_action(lambda s, at, t: at + 1)
    words = (opening - text + ZeroOrMore(Suppress(",") - text) + closing).set_parse_action(
        lambda s, at, t: Words(tuple(t[1:-1]), t[0], t[-1])
    )
    function = Regex(rf"(?!(?:{reserved})(?![\w.-])){_NAME}(?=[ \t\r\n]*\()").set_parse_action(
        lambda s, at, t: Path(t[0], "", at, at + len(t[0]))
    )
    call = (
        function + Suppress("(") - expression + ZeroOrMore(Suppress(",") - expression) + Suppress(")")
    ).set_parse_action(lambda s, at, t: Call(t[0].subject, tuple(t[1:]), t[0].start, t[0].end))
    operand = text | number | truth | call | path | words | Suppress("(") - expression + Suppress(")")
    operator = (
        Regex(r"==|!=|<=|>=|<|>|in(?![\w.-])|matches(?![\w.-])")
        | Regex(r"not[ \t\r\n]+in(?![\w.-])").set_parse_action(lambda s, at, t: "not in")
    )  # fmt: skip
    comparison = (operand + Opt(operator - operand)).set_parse_action(_compare)
    negation = (
        ZeroOrMore(Regex(r"not(?![\w.-])").set_parse_action(lambda s, at, t: at)) + comparison
    ).set_parse_action(lambda s, at, t: Not(t[-1], t[0], t[-1].end) if len(t) % 2 == 0 else t[-1])
    conjunction = (negation + ZeroOrMore(word("and") - negation)).set_parse_action(_junction("and"))
    expression <<= (conjunction + ZeroOrMore(word("or") - conjunction)).set_parse_action(_junction("or"))
    return expression.parse_with_tabs()


def _path(text: str, at: int, tokens: Any) -> Path:
    subject, _, name = tokens[0].partition(".")
    return Path(subject, name, at, at + len(tokens[0]))


def _compare(text: str, at: int, tokens: Any) -> Node:
    if len(tokens) == 1:
        only: Node = tokens[0]
        return only
    left, operator, right = tokens
    return Compare(operator, left, right, left.start, right.end)


def _junction(operator: str) -> Any:
    def join(text: str, at: int, tokens: Any) -> Node:
        if len(tokens) == 1:
            only: Node = tokens[0]
            return only
        return Junction(operator, tuple(tokens), tokens[0].start, tokens[-1].end)

    return join
