"""The published schemas: every key is explained in Indonesian, and what an editor says of a mistake is right."""

import json
import re

import jsonschema
import pytest

from iki_lint.resources import schema_of
from iki_lint.schemas import kinds, modeline

EXPLAINED = ("baseline", "basis", "config", "decree", "list", "messages", "pack", "report", "rule")
WRITTEN_BY_PEOPLE = ("basis", "config", "decree", "list", "messages", "pack", "rule")


def schema(kind):
    return json.loads(schema_of(kind))


def parts(node, path=""):
    """Every part of a schema that describes a value, with its place."""
    yield path, node
    for name, each in node.get("properties", {}).items():
        yield from parts(each, f"{path}/{name}")
    for name in ("items", "additionalProperties"):
        if isinstance(node.get(name), dict):
            yield from parts(node[name], f"{path}/{name}")
    for name, each in node.get("definitions", {}).items():
        yield from parts(each, f"#{name}")


def every_part(of=None):
    return [
        pytest.param(kind, path, node, id=f"{kind}:{path}")
        for kind in of or kinds()
        for path, node in parts(schema(kind))
        if "$ref" not in node
    ]


@pytest.mark.parametrize("kind", kinds())
def test_it_is_a_schema(kind):
    jsonschema.Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", kinds())
def test_every_key_has_a_title(kind):
    keys = [node["properties"] for _, node in parts(schema(kind)) if "properties" in node]
    assert [name for each in keys for name, node in each.items() if "$ref" not in node and "title" not in node] == []


@pytest.mark.parametrize(("kind", "path", "node"), every_part(EXPLAINED))
def test_it_has_a_title_and_a_description(kind, path, node):
    assert re.fullmatch(r"[A-Z].*[^.]", node["title"])
    assert re.fullmatch(r"\S.*\S\.", node["description"])
    # The editor shows the marks of Markdown as they are.
    assert kind not in ("decree", "config") or "`" not in node["description"]


@pytest.mark.parametrize(("kind", "path", "node"), every_part(EXPLAINED))
def test_every_choice_is_explained(kind, path, node):
    assert len(node.get("enumDescriptions", ())) == len(node.get("enum", ()))


@pytest.mark.parametrize(("kind", "path", "node"), every_part(WRITTEN_BY_PEOPLE))
def test_what_an_editor_says_of_a_mistake(kind, path, node):
    """yaml-language-server says `errorMessage` whatever is wrong: the kind of value, an unknown key, a missing one."""
    said = node["errorMessage"] if node.get("type") or node.get("enum") else ""
    words = set(re.findall(r"[\w-]+", said.lower()))
    if node.get("additionalProperties") is False:
        assert words >= {key for key in node["properties"] if key != "$schema"} | set(node.get("required", ()))
    assert words >= {str(each).lower() for each in node.get("enum", ()) if each is not None}
    if "array" in node.get("type", ()):
        assert "daftar" in words
    if "string" in node.get("type", ()) and "object" not in node["type"]:
        assert "teks" in words


def test_a_decree_without_posts_is_told_so():
    assert [each["errorMessage"] for each in schema("decree")["anyOf"]] == [
        "Sebuah keputusan wajib mempunyai jabatan, iku, atau keduanya."
    ] * 2


def snippets():
    known = schema("decree")
    for path, node in parts(known):
        for each in node.get("defaultSnippets", ()):
            yield pytest.param(node, each["body"], id=f"{path}:{each['label']}")


@pytest.mark.parametrize(("node", "body"), list(snippets()))
def test_what_an_editor_writes_fits(node, body):
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", json.dumps(body))
    # An editor writes an empty list as nothing at all.
    assert "[]" not in text
    whole = {**node, "definitions": schema("decree")["definitions"]}
    jsonschema.Draft7Validator(whole).validate(json.loads(text))


def test_where_editors_find_the_schema(tmp_path):
    (tmp_path / "a b" / "c").mkdir(parents=True)
    assert modeline(str(tmp_path / "a b" / "c" / "x.yaml"), "decree") == ""
    (tmp_path / ".iki-lint").mkdir()
    (tmp_path / ".iki-lint" / "decree.schema.json").write_bytes(schema_of("decree"))
    line = "# yaml-language-server: $schema={}.iki-lint/decree.schema.json\n"
    assert modeline(str(tmp_path / "x.yaml"), "decree") == line.format("")
    assert modeline(str(tmp_path / "a b" / "c" / "x.yaml"), "decree") == line.format("../../")
    assert modeline(str(tmp_path / "x.yaml"), "config") == ""
