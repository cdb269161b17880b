"""A rule pack as one Python module: the rules as plain tuples, their conditions as functions, and the data.

A pack is a folder: `<GROUP>/<CODE>-<name>.yaml` one rule a file, `lists/` word lists, `basis.yaml`, `messages/`.
Only the rules are required. The module's text depends on nothing but the files: the same pack, the same bytes.
"""

import ast
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from iki_lint.decree.problem import Problem
from iki_lint.engine.condition import parse
from iki_lint.engine.condition_code import to_definition
from iki_lint.engine.condition_types import Scope, Vocabulary, scope_of
from iki_lint.engine.packdata import Table, WordList, load_basis, load_lists, load_messages
from iki_lint.engine.packfolder import digest, read_folder, sort_files
from iki_lint.engine.rule import Condition, PackError, Rule
from iki_lint.engine.rulefile import Known, load_rules

_HEADER = """\
# Made from the rule files; do not edit.
from iki_lint.engine.condition_runtime import holds, matches, same, text_of
from iki_lint.engine.on_demand import OnDemand
"""


class Pack(NamedTuple):
    """A pack that has been read and found sound."""

    rules: tuple[Rule, ...]
    lists: Mapping[str, WordList]
    tables: Mapping[str, Table]
    basis: Mapping[str, tuple[str, str, str, str]]
    messages: Mapping[str, tuple[str, str]]
    digest: str


def compile_pack(rules_folder: str, vocabulary: Vocabulary | None = None, checks: Collection[str] | None = None) -> str:
    """The source text of the module that holds a pack. Raises PackError with all problems of all its files."""
    if vocabulary is None:
        from iki_lint.facts.subjects import VOCABULARY

        vocabulary = VOCABULARY
    if checks is None:
        from iki_lint.checks import CHECKS

        checks = CHECKS
    found_files = read_folder(rules_folder)
    files = sort_files(rules_folder, found_files)
    problems: list[Problem] = []
    messages = load_messages(files.messages, problems)
    lists, tables = load_lists(files.lists, problems)
    basis = load_basis(files.basis, problems)
    rules, found = load_rules(files.rules, Known(vocabulary, lists, checks, basis))
    problems += found
    if problems:
        raise PackError(tuple(problems), messages)
    pack = Pack(tuple(rules), lists, tables, basis, messages, digest(found_files))
    return pack_source(pack, vocabulary, lists)


def pack_source(pack: Pack, vocabulary: Vocabulary, may_name: Collection[str]) -> str:
    """The module's text. `may_name` are the word lists that conditions know: those of the pack, perhaps others."""
    rules, lists, tables, basis, messages, mark = pack
    parts = [_HEADER, f"DIGEST = {mark!r}"]
    parts += _on_demand_source("LISTS", {name: _list_source(words) for name, words in lists.items()})
    parts += _on_demand_source("TABLES", {name: repr(_plain(table)) for name, table in tables.items()})
    parts += [*_dict_source("BASIS", basis), *_dict_source("MESSAGES", messages)]
    rows = []
    for rule in rules:
        functions, row = _rule_source(rule, scope_of(vocabulary, rule.options, may_name))
        parts += functions
        rows.append(row)
    return "\n".join([*parts, "RULES = (", *rows, ")", ""])


def _rule_source(rule: Rule, scope: Scope) -> tuple[list[str], str]:
    """The definitions of a rule's conditions, and its row."""
    functions: list[str] = []

    def condition(found: Condition, name: str) -> str:
        functions.append(ast.unparse(to_definition(name, parse(found.text), scope)))
        return f"({found.text!r}, {found.subjects!r}, {name})"

    plain = rule._replace(when=None, severity_when=())
    fields = {name: repr(_plain(value)) for name, value in plain._asdict().items()}
    name = "_".join([rule.code, *rule.case.split("-")]) if rule.case else rule.code
    if rule.when is not None:
        fields["when"] = condition(rule.when, f"when_{name}")
    levels = [
        f"({condition(each, f'severity_{name}_{number}')}, {severity!r}), "
        for number, (each, severity) in enumerate(rule.severity_when, 1)
    ]
    fields["severity_when"] = f"({''.join(levels)})"
    return functions, f"    ({', '.join(fields.values())}),"


def _plain(value: Any) -> Any:
    """Tuples for records, so that `repr` gives an expression."""
    if isinstance(value, tuple):
        return tuple(_plain(item) for item in value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _list_source(words: WordList) -> str:
    """Long texts cut at run time: a fraction of the cost of as many constants."""
    if isinstance(words, frozenset):
        return f"frozenset({_cut_source(sorted(words))})"
    return f"dict(zip({_cut_source(list(words))}, {_cut_source(list(words.values()))}))"


def _cut_source(texts: list[str]) -> str:
    whole = "\n".join(texts)
    return f"{whole!r}.split('\\n')" if texts and whole.split("\n") == texts else repr(tuple(texts))


def _on_demand_source(name: str, sources: Mapping[str, str]) -> list[str]:
    """A run needs few of the lists and tables: each is made when it is first asked for."""
    entries = [f"    {key!r}: lambda: {source}," for key, source in sources.items()]
    return [f"{name} = OnDemand({{", *entries, "})"]


def _dict_source(name: str, entries: Mapping[str, Any]) -> list[str]:
    return [f"{name} = {{", *(f"    {key!r}: {_plain(value)!r}," for key, value in entries.items()), "}"]
