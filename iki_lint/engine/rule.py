"""What a rule is, once its file has been read."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from iki_lint.decree.problem import Problem
from iki_lint.patterns import pattern

Option: TypeAlias = int | float | str | tuple[str, ...]

_PLACEHOLDER = pattern(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


class Texts(NamedTuple):
    """One sentence in both languages; a language is the name of its field."""

    id: str
    en: str


class Condition(NamedTuple):
    """A condition as written, the subjects it looks at, and the function to call with what has these as attributes and
    with the options."""

    text: str
    subjects: tuple[str, ...]
    function: Callable[..., bool]


class Examples(NamedTuple):
    """What a rule must flag and what it must not: plain data shaped like the parts of a decree."""

    bad: tuple[Any, ...] = ()
    good: tuple[Any, ...] = ()


class Rule(NamedTuple):
    """One rule: what it looks at, when it speaks, what it says and why.

    `severity_when` is tried in order, the first condition that holds decides; otherwise `severity` does. A rule has a
    condition (`when`) or the name of a Python check (`check`), or neither when the readers report it. `at` lists the
    fact paths a finding may point at, the first one present is taken; empty: the target itself. `yields_to` names the
    rules that speak instead of this one where both apply. A rule file may hold further cases: each is a rule of the
    same code with a condition, or for a check to name, and sentences of its own; `case` is its name, empty for the
    rule itself. `levels` are the levels of posts that it is for (`jabatan.tingkat`), empty: all. What a `mandatory`
    rule finds can be set aside neither by a comment nor by a baseline or a configuration.
    """

    code: str
    name: str
    severity: str
    target: str
    message: Texts
    why: Texts
    severity_when: tuple[tuple[Condition, str], ...] = ()
    when: Condition | None = None
    check: str | None = None
    at: tuple[str, ...] = ()
    suggestion: Texts | None = None
    basis: tuple[str, ...] = ()
    options: Mapping[str, Option] = {}
    yields_to: tuple[str, ...] = ()
    examples: Examples = Examples()
    case: str = ""
    levels: tuple[str, ...] = ()
    mandatory: bool = False
    excusable: bool = False


class PackError(Exception):
    """A rule pack that cannot be used: every problem of its files, and its messages as far as they could be read."""

    def __init__(self, problems: tuple[Problem, ...], messages: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(*(f"{p.source.path}:{p.source.position(p.start)[0]}: {p.message} {p.args}" for p in problems))
        self.problems = problems
        self.messages = messages


def placeholders(template: str) -> Iterator[tuple[str, int, int]]:
    """The `{names}` in a sentence with their offsets, braces included; a stray brace is a name that is empty."""
    for found in _PLACEHOLDER.finditer(template):
        if found[0] not in ("{{", "}}"):
            yield found[1] or "", found.start(), found.end()


def fill(template: str, value_of: Callable[[str], str]) -> str:
    """A sentence with each `{name}` replaced by `value_of(name)`; doubled braces stand for themselves."""
    if "{" not in template and "}" not in template:
        return template
    return "".join([value_of(part) if named else part for named, part in _parts(template)])


@lru_cache(maxsize=4096)
def filled(template: str, args: tuple[tuple[str, str], ...]) -> str:
    """A sentence with the values of its names filled in; many findings say the same."""
    return fill(template, dict(args).__getitem__)


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[tuple[bool, str], ...]:
    """A sentence taken apart: names to be replaced, and what stands between them."""
    parts: list[tuple[bool, str]] = []
    behind = 0
    for found in _PLACEHOLDER.finditer(template):
        parts.append((False, template[behind : found.start()]))
        parts.append((False, found[0][0]) if found[1] is None else (True, found[1]))
        behind = found.end()
    return (*parts, (False, template[behind:]))


def rule_from(row: tuple[Any, ...]) -> Rule:
    """The rule that a row of a compiled pack stands for."""
    rule = Rule(*row)
    return rule._replace(
        message=Texts(*rule.message),
        why=Texts(*rule.why),
        severity_when=tuple((Condition(*condition), severity) for condition, severity in rule.severity_when),
        when=rule.when and Condition(*rule.when),
        suggestion=rule.suggestion and Texts(*rule.suggestion),
        examples=Examples(*rule.examples),
    )
