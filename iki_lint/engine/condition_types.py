"""The types of the condition language: which names a condition may use, and whether its parts agree."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from iki_lint.engine.condition import Call, Compare, ConditionError, Junction, Literal, Node, Not, Path, Words
from iki_lint.engine.condition_pattern import vet_pattern
from iki_lint.facts.fact import facts_of

Vocabulary: TypeAlias = Mapping[str, type]

BOOL: Final = "ya/tidak"
NUMBER: Final = "angka"
TEXT: Final = "teks"
PHRASE: Final = "frasa"
TEXTS: Final = "daftar teks"
PHRASES: Final = "daftar frasa"

LISTS = frozenset({TEXTS, PHRASES})
WORDED = frozenset({TEXT, PHRASE})
FUNCTIONS: dict[str, tuple[tuple[frozenset[str], ...], str]] = {
    "ada": ((LISTS | WORDED,), BOOL),
    "akhir": ((WORDED, WORDED), BOOL),
    "memuat": ((LISTS | WORDED, WORDED), BOOL),
    "mulai": ((WORDED, WORDED), BOOL),
    "panjang": ((LISTS,), NUMBER),
    "sama": ((WORDED, WORDED), BOOL),
}
_ANNOTATIONS = {
    "bool": BOOL,
    "int": NUMBER,
    "float": NUMBER,
    "int | float": NUMBER,
    "float | int": NUMBER,
    "str": TEXT,
    "Phrase": PHRASE,
    "Phrase | None": PHRASE,
    "Optional[Phrase]": PHRASE,
    "tuple[str, ...]": TEXTS,
    "frozenset[str]": TEXTS,
    "tuple[Phrase, ...]": PHRASES,
}


class Scope(NamedTuple):
    """What a condition may name: types of facts by subject and name, types of options, and names of word lists."""

    subjects: Mapping[str, Mapping[str, str]]
    options: Mapping[str, str]
    lists: Collection[str]


def scope_of(vocabulary: Vocabulary, options: Mapping[str, object], lists: Collection[str]) -> Scope:
    """The scope of one rule. Facts whose type the language has no word for are left to the Python checks."""
    return Scope(fact_types(vocabulary), {name: option_type(value) for name, value in options.items()}, lists)


def fact_types(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """The types of all facts, by subject and name."""
    subjects: dict[str, dict[str, str]] = {}
    for subject, owner in vocabulary.items():
        known = {name: _type_named(fact.type) for name, fact in facts_of(owner).items()}
        subjects[subject] = {name: kind for name, kind in known.items() if kind}
    return subjects


def option_type(value: object) -> str:
    """The type of an option's value: a number, a text, or a list of texts."""
    return NUMBER if isinstance(value, int | float) else TEXT if isinstance(value, str) else TEXTS


def _type_named(annotation: object) -> str | None:
    plain_class = isinstance(annotation, type) and not getattr(annotation, "__args__", None)
    name = annotation.__name__ if plain_class and isinstance(annotation, type) else str(annotation)
    return _ANNOTATIONS.get(re.sub(r"(?:\w+\.)+(?=\w)", "", name))


def check(tree: Node, scope: Scope) -> None:
    """Raise ConditionError unless every name is known, the types agree and the whole is a yes or no."""
    _need_bool(tree, scope)


def type_of(node: Node, scope: Scope) -> str:
    """The type of a part of a condition; raises ConditionError where it has none."""
    if isinstance(node, Path):
        return _path_type(node, scope)
    if isinstance(node, Literal):
        return BOOL if isinstance(node.value, bool) else TEXT if isinstance(node.value, str) else NUMBER
    if isinstance(node, Words):
        return TEXTS
    if isinstance(node, Call):
        return _call_type(node, scope)
    if isinstance(node, Compare):
        _check_comparison(node, scope)
    elif isinstance(node, Not):
        _need_bool(node.operand, scope)
    elif isinstance(node, Junction):
        for operand in node.operands:
            _need_bool(operand, scope)
    return BOOL


def unknown(what: str, name: str, known: Iterable[str]) -> tuple[str, dict[str, str]]:
    """The message key and arguments for an unknown name: the known ones, and the one that was probably meant."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(name, names, 1)
    args = {"nama": name, "dikenal": ", ".join(names) or "-"}
    return (f"{what}-tak-dikenal-mirip", args | {"saran": near[0]}) if near else (f"{what}-tak-dikenal", args)


def _path_type(path: Path, scope: Scope) -> str:
    head_end = path.start + len(path.subject)
    if path.subject in ("opsi", "daftar"):
        known: Collection[str] = scope.options if path.subject == "opsi" else scope.lists
        if path.name not in known:
            raise ConditionError(path.start, path.end, *unknown(path.subject, path.name, known))
        return scope.options[path.name] if path.subject == "opsi" else TEXTS
    if path.subject not in scope.subjects:
        raise ConditionError(path.start, head_end, *unknown("subjek", path.subject, scope.subjects))
    facts = scope.subjects[path.subject]
    if not path.name:
        args = {"subjek": path.subject, "dikenal": ", ".join(sorted(facts)) or "-"}
        raise ConditionError(path.start, path.end, "syarat-perlu-fakta", args)
    if path.name not in facts:
        key, args = unknown("fakta", path.name, facts)
        raise ConditionError(head_end + 1, path.end, key, args | {"subjek": path.subject})
    return facts[path.name]


def _call_type(call: Call, scope: Scope) -> str:
    if call.name not in FUNCTIONS:
        raise ConditionError(call.start, call.end, *unknown("fungsi", call.name, FUNCTIONS))
    parameters, result = FUNCTIONS[call.name]
    if len(parameters) != len(call.arguments):
        args = {"nama": call.name, "perlu": str(len(parameters)), "ada": str(len(call.arguments))}
        raise ConditionError(call.start, call.end, "syarat-jumlah-masukan", args)
    for argument, allowed in zip(call.arguments, parameters, strict=True):
        _need(argument, allowed, scope)
    return result


def _check_comparison(node: Compare, scope: Scope) -> None:
    if node.operator in ("==", "!="):
        left, right = type_of(node.left, scope), type_of(node.right, scope)
        for side, kind in ((node.left, left), (node.right, right)):
            if kind in LISTS:
                raise ConditionError(side.start, side.end, "syarat-daftar-dibandingkan", {"operator": node.operator})
        if left != right and not (left in WORDED and right in WORDED):
            raise ConditionError(node.start, node.end, "syarat-jenis-berbeda", {"kiri": left, "kanan": right})
    elif node.operator == "matches":
        _need(node.left, WORDED, scope)
        if not (isinstance(node.right, Literal) and isinstance(node.right.value, str)):
            raise ConditionError(node.right.start, node.right.end, "syarat-pola-harus-tertulis")
        vet_pattern(node.right.value, node.right.start, node.right.end)
    elif node.operator in ("in", "not in"):
        _need(node.left, WORDED, scope)
        _need(node.right, LISTS, scope)
    else:
        _need(node.left, frozenset({NUMBER}), scope)
        _need(node.right, frozenset({NUMBER}), scope)


def _need(node: Node, allowed: frozenset[str], scope: Scope) -> None:
    kind = type_of(node, scope)
    if kind not in allowed:
        args = {"perlu": " / ".join(sorted(allowed)), "ada": kind}
        raise ConditionError(node.start, node.end, "syarat-jenis-salah", args)


def _need_bool(node: Node, scope: Scope) -> None:
    kind = type_of(node, scope)
    if kind != BOOL:
        key = "syarat-bukan-angka-ya" if kind == NUMBER else "syarat-perlu-ada"
        raise ConditionError(node.start, node.end, key, {"jenis": kind})
