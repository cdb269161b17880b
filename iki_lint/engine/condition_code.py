"""From a checked condition to a Python function, by way of the syntax tree: no text is ever evaluated."""

import ast
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from iki_lint.engine.condition import Call, Compare, Junction, Literal, Node, Not, Path, Words, parse
from iki_lint.engine.condition_runtime import globals_for
from iki_lint.engine.condition_types import LISTS, PHRASE, TEXT, Scope, check, type_of

OPTIONS = "opsi"
WORD_LISTS = "daftar"
_CELLS = "cells"
_OPERATORS: dict[str, type[ast.cmpop]] = {
    "==": ast.Eq,
    "!=": ast.NotEq,
    "<": ast.Lt,
    "<=": ast.LtE,
    ">": ast.Gt,
    ">=": ast.GtE,
}


def read_condition(text: str, scope: Scope) -> Node:
    """The tree of a condition whose names and types are right; raises ConditionError."""
    tree = parse(text)
    check(tree, scope)
    return tree


def roots(tree: Node) -> tuple[str, ...]:
    """The subjects a condition looks at, in the order it names them; its value depends on nothing else."""
    return tuple(dict.fromkeys(path.subject for path in _paths(tree) if path.subject not in (OPTIONS, WORD_LISTS)))


def to_definition(name: str, tree: Node, scope: Scope) -> ast.FunctionDef:
    """The function `name(cells, opsi)` that tells whether a checked condition holds of the subjects in `cells`."""
    (definition,) = ast.parse(f"def {name}({_CELLS}, {OPTIONS}): pass").body
    assert isinstance(definition, ast.FunctionDef)
    definition.body = [ast.Return(to_expression(tree, scope))]
    return ast.fix_missing_locations(definition)


def to_function(tree: Node, scope: Scope, lists: Mapping[str, Any]) -> Callable[..., bool]:
    """The condition as something to call with what has its subjects as attributes, and the options."""
    module = ast.Module([to_definition("when", tree, scope)], [])
    names = globals_for(lists)
    exec(compile(module, "<condition>", "exec"), names)
    function: Callable[..., bool] = names["when"]
    return function


def to_expression(node: Node, scope: Scope) -> ast.expr:
    """The Python expression of a checked condition or a part of it; texts and phrases in lower case."""
    if isinstance(node, Literal):
        return ast.Constant(node.value.lower() if isinstance(node.value, str) else node.value)
    if isinstance(node, Path):
        value = _looked_up(node)
        kind = type_of(node, scope)
        if kind == TEXT:
            return ast.Call(ast.Attribute(value, "lower", ast.Load()), [], [])
        return _called("text_of", value) if kind == PHRASE else value
    if isinstance(node, Words):
        return ast.Tuple([to_expression(item, scope) for item in node.items], ast.Load())
    if isinstance(node, Not):
        return ast.UnaryOp(ast.Not(), to_expression(node.operand, scope))
    if isinstance(node, Junction):
        joined = ast.And() if node.operator == "and" else ast.Or()
        return ast.BoolOp(joined, [to_expression(operand, scope) for operand in node.operands])
    if isinstance(node, Compare):
        return _comparison(node, scope)
    return _call(node, scope)


def _comparison(node: Compare, scope: Scope) -> ast.expr:
    left = to_expression(node.left, scope)
    if node.operator == "matches":
        assert isinstance(node.right, Literal)
        return _called("matches", left, ast.Constant(node.right.value))
    if node.operator in ("in", "not in"):
        held = _membership(node.right, left, scope)
        return held if node.operator == "in" else ast.UnaryOp(ast.Not(), held)
    return ast.Compare(left, [_OPERATORS[node.operator]()], [to_expression(node.right, scope)])


def _membership(container: Node, item: ast.expr, scope: Scope) -> ast.expr:
    """Whether a list holds `item`: written-out and named lists are kept in lower case, others are looked through."""
    listed = to_expression(container, scope)
    if isinstance(container, Words) or (isinstance(container, Path) and container.subject == WORD_LISTS):
        return ast.Compare(item, [ast.In()], [listed])
    return _called("holds", listed, item)


def _call(node: Call, scope: Scope) -> ast.expr:
    first = node.arguments[0]
    if node.name == "ada" and isinstance(first, Path) and type_of(first, scope) == PHRASE:
        return ast.Compare(_looked_up(first), [ast.IsNot()], [ast.Constant(None)])
    arguments = [to_expression(argument, scope) for argument in node.arguments]
    if node.name == "panjang":
        return _called("len", *arguments)
    if node.name == "ada":
        return _called("bool", *arguments)
    if node.name == "sama":
        return _called("same", *arguments)
    if node.name == "memuat":
        if type_of(first, scope) in LISTS:
            return _membership(first, arguments[1], scope)
        return ast.Compare(arguments[1], [ast.In()], [arguments[0]])
    method = {"mulai": "startswith", "akhir": "endswith"}[node.name]
    return ast.Call(ast.Attribute(arguments[0], method, ast.Load()), arguments[1:], [])


def _looked_up(path: Path) -> ast.expr:
    if path.subject in (OPTIONS, WORD_LISTS):
        owner = ast.Name("LISTS" if path.subject == WORD_LISTS else OPTIONS, ast.Load())
        return ast.Subscript(owner, ast.Constant(path.name), ast.Load())
    subject = ast.Attribute(ast.Name(_CELLS, ast.Load()), path.subject, ast.Load())
    return ast.Attribute(subject, path.name, ast.Load())


def _called(name: str, *arguments: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def _paths(node: Node) -> Iterator[Path]:
    if isinstance(node, Path):
        yield node
    elif isinstance(node, Not):
        yield from _paths(node.operand)
    elif isinstance(node, Compare):
        yield from _paths(node.left)
        yield from _paths(node.right)
    elif isinstance(node, Call | Junction):
        for part in node.arguments if isinstance(node, Call) else node.operands:
            yield from _paths(part)
