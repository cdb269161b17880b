"""What a rule and each of its cases say for themselves: when, how severe, where, and in which words."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.engine.condition import ConditionError
from iki_lint.engine.condition_code import OPTIONS, read_condition, roots, to_function
from iki_lint.engine.condition_types import NUMBER, PHRASE, PHRASES, TEXT, Scope, unknown
from iki_lint.engine.packfile import Report, scalar_value, scalars
from iki_lint.engine.rule import Condition, Texts, placeholders


class Part(NamedTuple):
    """The fields that a rule and a case have in common; None or empty when not given."""

    when: Condition | None
    severity: str | None
    severity_when: tuple[tuple[Condition, str], ...]
    at: tuple[str, ...]
    message: Texts
    suggestion: Texts | None
    levels: tuple[str, ...]


def read_part(node: Map, scope: Scope, lists: Mapping[str, Any], report: Report) -> Part:
    """The part in a mapping whose shape is right; what its names and conditions lack is reported."""
    severity_when = []
    levels = node.items.get("severity_when")
    for item in levels.items if isinstance(levels, Seq) else ():
        assert isinstance(item, Map)
        condition = _condition(item.items["when"], scope, lists, report)
        if condition is not None:
            severity_when.append((condition, scalar_value(item, "severity")))
    when = _condition(node.items.get("when"), scope, lists, report)
    _check_at(node, scope, report)
    _check_placeholders(node, scope, "when" not in node.items, report)
    return Part(
        when,
        scalar_value(node, "severity") or None,
        tuple(severity_when),
        tuple(text.value for text in scalars(node, "at")),
        texts(node.items["message"]),
        texts(node.items["suggestion"]) if "suggestion" in node.items else None,
        tuple(text.value for text in scalars(node, "tingkat")),
    )


def texts(node: Node) -> Texts:
    """The sentence in a mapping of languages; a pack of an office may have it in Indonesian only."""
    assert isinstance(node, Map)
    written = scalar_value(node, "id")
    return Texts(written, scalar_value(node, "en") or written)


def _condition(node: Node | None, scope: Scope, lists: Mapping[str, Any], report: Report) -> Condition | None:
    if not isinstance(node, Text):
        return None
    try:
        tree = read_condition(node.value, scope)
    except ConditionError as error:
        report(node, error.key, error.values, error.start, error.end)
        return None
    return Condition(node.value, roots(tree), to_function(tree, scope, lists))


def _check_at(node: Map, scope: Scope, report: Report) -> None:
    """`at` names a subject, or a phrase of one: something that stands somewhere in the file."""
    for text in scalars(node, "at"):
        subject, dot, name = text.value.partition(".")
        if subject not in scope.subjects:
            report(text, *unknown("subjek", subject, scope.subjects), 0, len(subject))
        elif dot and scope.subjects[subject].get(name) not in (PHRASE, PHRASES):
            phrases = [fact for fact, kind in scope.subjects[subject].items() if kind in (PHRASE, PHRASES)]
            key, args = unknown("frasa", name, phrases)
            report(text, key, args | {"subjek": subject}, len(subject) + 1, len(text.value))


def _check_placeholders(node: Map, scope: Scope, has_arguments: bool, report: Report) -> None:
    """`{subject.fact}` must be a text, number or phrase; `{name}` is what a Python check says."""
    for text in (*_sentences(node.items.get("message")), *_sentences(node.items.get("suggestion"))):
        for name, start, end in placeholders(text.value):
            subject, dot, fact = name.partition(".")
            if not dot and has_arguments and name.isidentifier():
                continue
            facts: Mapping[str, str] = scope.options if subject == OPTIONS else scope.subjects.get(subject, {})
            if not dot or facts.get(fact) not in (TEXT, NUMBER, PHRASE):
                shown = [f"{subject}.{each}" for each, kind in facts.items() if kind in (TEXT, NUMBER, PHRASE)]
                subjects = [f"{each}. ..." for each in scope.subjects]
                report(text, *unknown("isian", text.value[start:end], shown or subjects), start, end)


def _sentences(node: Node | None) -> Iterator[Text]:
    for text in node.items.values() if isinstance(node, Map) else ():
        if isinstance(text, Text):
            yield text
