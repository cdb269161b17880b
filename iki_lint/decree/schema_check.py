"""JSON Schema in our own words: what does not fit a schema, at the place where it stands.

jsonschema finds the errors, nothing of its wording is shown. A missing key is reported at the key that holds the
mapping, an unknown one at itself, and a misspelt one once, with the spelling that was meant.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from iki_lint.decree.problem import MAX_PROBLEMS, Problem, too_many
from iki_lint.decree.tree import Edges, Map, Node, Text, plain, pointer, resolve

_MAX_GUESSES = 200
_MAX_GUESSED_LENGTH = 60
"""Comparing words is slow: no guessing in mappings with more keys, or for longer words."""


class _Complaint(NamedTuple):
    """A sentence about the node at `steps`, or about its key `key` when that is what is wrong."""

    message: str
    args: dict[str, str]
    steps: list[str | int]
    key: str | None = None


def schema_problems(root: Node, schema: dict[str, Any]) -> list[Problem]:
    """What in a tree does not fit a draft-07 schema: problems of code IKI006, none fatal, in file order.

    Scalars reach the validator as strings and null, so a schema must accept "1" wherever it accepts 1. Beyond
    `MAX_PROBLEMS` there is one more, IKI004, that says so.
    """
    from jsonschema import Draft7Validator

    errors = islice(Draft7Validator(schema).iter_errors(plain(root)), MAX_PROBLEMS + 1)
    complaints = islice(_translated(errors), MAX_PROBLEMS + 1)
    found = {(p.message, p.start, p.end, *p.args.items()): p for p in (_located(root, c) for c in complaints)}
    shown = sorted(found.values(), key=lambda problem: (problem.start, problem.end, problem.message))
    if len(shown) <= MAX_PROBLEMS:
        return shown
    last = shown[MAX_PROBLEMS]
    return [*shown[:MAX_PROBLEMS], too_many(last.source, last.start, last.end)._replace(pointer=last.pointer)]


def _translated(errors: Iterable[Any]) -> Iterator[_Complaint]:
    """Complaints for validator errors; missing and unknown keys of one mapping are looked at together."""
    missing: dict[tuple[str | int, ...], list[str]] = {}
    unknown: list[Any] = []
    rest: list[Any] = []
    for error in errors:
        if error.validator == "required":
            path = tuple(error.absolute_path)
            wanted = [key for key in error.validator_value if key not in error.instance]
            missing[path] = sorted({*missing.get(path, []), *wanted}, key=error.validator_value.index)
        elif error.validator == "additionalProperties":
            unknown.append(error)
        else:
            rest.append(error)
    for error in unknown:
        yield from _unknown_keys(error, missing.get(tuple(error.absolute_path), []))
    for path, keys in missing.items():
        for key in keys:
            yield _Complaint("kunci-wajib", {"kunci": key, "induk": _name(path)}, list(path))
    for error in rest:
        yield from _wrong_value(error)


def _unknown_keys(error: Any, missing: list[str]) -> Iterator[_Complaint]:
    """Each unknown key, with the absent key that looks most like it; that one leaves the list of missing keys."""
    known = [key for key in error.schema.get("properties", {}) if not key.startswith("$")]
    absent = [key for key in known if key not in error.instance]
    patterns = error.schema.get("patternProperties", {})
    steps = list(error.absolute_path)
    for key in error.instance:
        if key in error.schema.get("properties", {}) or _matches_any(patterns, key):
            continue
        guess = _closest(key, missing) or _closest(key, absent) if len(error.instance) <= _MAX_GUESSES else None
        if guess is None:
            args = {"kunci": key, "pilihan": ", ".join(known)}
            yield _Complaint("kunci-tak-dikenal", args, [*steps, key], key)
            continue
        yield _Complaint("kunci-salah-tulis", {"kunci": key, "mungkin": guess}, [*steps, key], key)
        absent.remove(guess)
        if guess in missing:
            missing.remove(guess)


def _wrong_value(error: Any) -> Iterator[_Complaint]:
    """The complaint about a value, by the keyword that it does not fit."""
    keyword, value, steps = error.validator, error.validator_value, list(error.absolute_path)
    args = {"kunci": _name(steps), "isi": _shown(error.instance)}
    if keyword in ("anyOf", "oneOf"):
        yield from _no_branch(error, args)
    elif keyword == "type":
        yield _wrong_type(error.instance, {value} if isinstance(value, str) else set(value), args, steps)
    elif keyword == "enum":
        yield _wrong_choice(error.instance, [choice for choice in value if isinstance(choice, str)], args, steps)
    elif keyword == "const":
        yield _Complaint("nilai-tetap", {**args, "seharusnya": str(value)}, steps)
    elif keyword == "pattern" and "patternErrorMessage" in error.schema:
        yield _Complaint("pola-salah", {**args, "pesan": str(error.schema["patternErrorMessage"])}, steps)
    elif keyword in ("minLength", "minItems", "minProperties") and not error.instance:
        yield _Complaint("kosong", args, steps)
    elif keyword in ("minItems", "maxItems"):
        yield _Complaint("jumlah-butir", {**args, "batas": str(value)}, steps)
    elif keyword == "uniqueItems":
        yield _Complaint("butir-kembar", args, steps)
    elif error.parent is None and "propertyNames" in list(error.absolute_schema_path):
        yield _Complaint(
            "nama-kunci-salah", {"kunci": str(error.instance)}, [*steps, str(error.instance)], str(error.instance)
        )
    else:
        yield _Complaint("tidak-sesuai", args, steps)


def _wrong_type(instance: object, wanted: set[str], args: dict[str, str], steps: list[str | int]) -> _Complaint:
    """What shape is wanted: text, list, keys, or several of them."""
    shapes = [shape for shape, types in _SHAPES if wanted & types]
    if instance is None and len(shapes) == 1:
        return _Complaint("harus-diisi-" + shapes[0], args, steps)
    return _Complaint("harus-" + "-atau-".join(shapes) if shapes else "tidak-sesuai", args, steps)


_SHAPES = (("teks", {"string", "number", "integer", "boolean"}), ("daftar", {"array"}), ("pasangan", {"object"}))


def _wrong_choice(instance: object, choices: list[str], args: dict[str, str], steps: list[str | int]) -> _Complaint:
    args["pilihan"] = ", ".join(choices)
    guess = _closest(instance, choices) if isinstance(instance, str) else None
    if guess is None:
        return _Complaint("pilihan-salah", args, steps)
    return _Complaint("pilihan-salah-tulis", {**args, "mungkin": guess}, steps)


def _no_branch(error: Any, args: dict[str, str]) -> Iterator[_Complaint]:
    """Alternatives: those of another type are out, and of the others the one that fits best speaks."""
    branches: dict[int, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    steps = list(error.absolute_path)
    if branches and all(
        inner.validator == "required" and inner.parent is error and not inner.relative_path for inner in error.context
    ):
        keys = dict.fromkeys(key for inner in error.context for key in inner.validator_value)
        yield _Complaint("salah-satu-kunci", {**args, "pilihan": ", ".join(keys)}, steps)
        return
    of_type = [inside for inside in branches.values() if not any(_is_of_other_type(inner) for inner in inside)]
    if of_type:
        best: list[Any] = min(of_type, key=_misfit)
        yield from _translated(best)
    elif branches:
        wanted: set[str] = set()
        for inner in error.context:
            if _is_of_other_type(inner):
                value = inner.validator_value
                wanted |= {value} if isinstance(value, str) else set(value)
        yield _wrong_type(error.instance, wanted, args, steps)
    else:
        yield _Complaint("tidak-sesuai", args, steps)


def _is_of_other_type(error: Any) -> bool:
    return error.validator == "type" and not error.relative_path


def _misfit(errors: list[Any]) -> tuple[bool, int]:
    """How badly a branch fits: a wrong constant tells that another branch was meant."""
    return any(error.validator in ("const", "enum") for error in errors), len(errors)


def _located(root: Node, complaint: _Complaint) -> Problem:
    """The problem at the key, the value, or for an empty value or a missing key at the key that holds it."""
    steps = complaint.steps
    node = resolve(root, steps)
    parent = resolve(root, steps[:-1]) if steps else None
    name = str(steps[-1]) if steps else ""
    key = parent.edges(name) if isinstance(parent, Map) and name in parent.keys else None
    edges = Edges(node.start, node.end)
    if isinstance(node, Map) and key is None and node.keys:
        edges = node.edges(next(iter(node.keys)))
    if key is not None and (
        complaint.key is not None or complaint.message == "kunci-wajib" or edges.start == edges.end
    ):
        edges = key
    end = edges.end if isinstance(node, Text) else _end_of_line(node, edges)
    return Problem("IKI006", complaint.message, complaint.args, node.source, edges.start, end, pointer(*steps))


def _end_of_line(node: Node, edges: Edges) -> int:
    """A collection is shown by its first line."""
    stop = node.source.text.find("\n", edges.start, edges.end)
    return edges.end if stop < 0 else stop


def _name(steps: Iterable[str | int]) -> str:
    """How a place is called in a sentence: its key, with the number of the item where it is one of a list."""
    name, item = "", ""
    for step in steps:
        name, item = (step, "") if isinstance(step, str) else (name, f" #{step + 1}")
    return name + item


def _shown(instance: object) -> str:
    """A value as a sentence quotes it: the first words of a text."""
    if not isinstance(instance, str):
        return ""
    return instance if len(instance) <= 40 else instance[:39] + "…"


def _closest(word: str, candidates: list[str]) -> str | None:
    """The candidate that a misspelt word most likely meant."""
    if len(word) > _MAX_GUESSED_LENGTH:
        return None
    import difflib

    simple = word.strip().lower().replace(" ", "_").replace("-", "_")
    found = difflib.get_close_matches(simple, candidates, n=1, cutoff=0.7)
    return found[0] if found else None


def _matches_any(patterns: Iterable[str], key: str) -> bool:
    import re

    return any(re.search(pattern, key) for pattern in patterns)
