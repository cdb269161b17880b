"""The catalogue: reading, the cache, and the sentences of the rule side."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from iki_lint import catalog, messages, pack_cache
from iki_lint.engine import compile as compiler
from iki_lint.engine.rule import PackError, Texts
from iki_lint.resources import data_folder

RULE = (
    "code: IKI900\nname: uji\nseverity: info\ntarget: dokumen\n"
    "message: {id: Pesan, en: Message}\nwhy: {id: Sebab, en: Reason}\nbasis: [a]\n"
)
BASIS = "a: {judul: Sumber, bukti: dikutip, catatan: {id: Catatan, en: Note}}\n"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack of one rule that needs no vocabulary, and a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "IKI900-uji.yaml").write_text(RULE)
    (folder / "basis.yaml").write_text(BASIS)
    real = compiler.compile_pack
    monkeypatch.setattr(compiler, "compile_pack", lambda folder: real(folder, {}, ()))
    return folder


@pytest.fixture
def compilations(pack: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packs that were really compiled."""
    real, done = compiler.compile_pack, list[str]()

    def counted(folder: str) -> str:
        done.append(folder)
        return real(folder)

    monkeypatch.setattr(compiler, "compile_pack", counted)
    return done


def cache_file(pack: Path) -> Path:
    (found,) = (pack.parent / "cache" / "iki-lint").iterdir()
    return found


def test_catalogue_holds_the_pack(pack: Path) -> None:
    found = pack_cache.load_pack(str(pack))
    (rule,) = found.rules
    assert (rule.code, rule.message, rule.basis) == ("IKI900", Texts("Pesan", "Message"), ("a",))
    assert found.basis == {"a": catalog.Basis("Sumber", "dikutip", Texts("Catatan", "Note"))}
    assert (found.lists, found.tables, found.messages) == ({}, {}, {})
    assert len(found.digest) == 32


def test_second_reading_comes_from_the_cache(pack: Path, compilations: list[str]) -> None:
    first = pack_cache.load_pack(str(pack))
    assert pack_cache.load_pack(str(pack)) == first
    assert compilations == [str(pack)]


def test_a_changed_file_is_compiled_again(pack: Path, compilations: list[str]) -> None:
    pack_cache.load_pack(str(pack))
    (pack / "IKI900-uji.yaml").write_text(RULE.replace("Pesan", "Lain"))
    assert pack_cache.load_pack(str(pack)).rules[0].message.id == "Lain"
    assert len(compilations) == 2


@pytest.mark.parametrize("damage", ["short", "flipped", "empty", "foreign", "folder"])
def test_a_damaged_cache_is_ignored_and_replaced(pack: Path, compilations: list[str], damage: str) -> None:
    first = pack_cache.load_pack(str(pack))
    path = cache_file(pack)
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        broken = {"short": data[:-1], "flipped": data[:-5] + b"\0" + data[-4:], "empty": b"", "foreign": b"x" * 500}
        path.write_bytes(broken[damage])
    assert pack_cache.load_pack(str(pack)) == first
    assert len(compilations) == 2
    # A folder in its place cannot be replaced; anything else now holds the pack again.
    assert pack_cache.load_pack(str(pack)) == first
    assert len(compilations) == (3 if damage == "folder" else 2)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_cache_that_cannot_be_written_is_no_error(pack: Path, compilations: list[str]) -> None:
    (pack.parent / "cache").write_text("a file where the folder should be")
    assert pack_cache.load_pack(str(pack)).rules[0].code == "IKI900"
    assert pack_cache.load_pack(str(pack)).rules[0].code == "IKI900"
    assert len(compilations) == 2


def test_a_pack_with_an_error_is_not_cached(pack: Path) -> None:
    (pack / "IKI900-uji.yaml").write_text(RULE.replace("[a]", "[b]"))
    with pytest.raises(PackError) as caught:
        pack_cache.load_pack(str(pack))
    (problem,) = caught.value.problems
    assert (problem.message, problem.source.text[problem.start : problem.end]) == ("dasar-tak-dikenal", "b")
    assert not (pack.parent / "cache").exists()


def test_reading_from_the_cache_imports_nothing_heavy(pack: Path) -> None:
    pack_cache.load_pack(str(pack))
    heavy = ("pyparsing", "jsonschema", "hashlib", "yaml", "ast", "dataclasses", "logging", "pathlib", "json")
    program = (
        "import sys\n"
        "from iki_lint.pack_cache import load_pack\n"
        f"assert load_pack({str(pack)!r}).rules[0].code == 'IKI900'\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    root = os.path.dirname(os.path.dirname(os.path.abspath(catalog.__file__)))
    done = subprocess.run(
        [sys.executable, "-S", "-c", program], env={**os.environ, "PYTHONPATH": root}, capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    assert pack_cache.cache_folder() == os.path.join("/x", "iki-lint")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/h")
    assert pack_cache.cache_folder() == os.path.join("/h", ".cache", "iki-lint")


@pytest.fixture
def sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    found = catalog.Catalog((), {}, {}, {}, {"ada-apa": ("Ada {apa} {{x}}", "There is {apa}")}, "")
    monkeypatch.setattr(messages, "load_catalog", lambda: found)
    monkeypatch.setattr(messages, "_messages", messages._messages.__wrapped__)


@pytest.mark.usefixtures("sentences")
def test_say() -> None:
    assert messages.say("ada-apa", "id", apa="surat") == "Ada surat {x}"
    assert messages.say("ada-apa", "en", apa=3) == "There is 3"
    with pytest.raises(KeyError):
        messages.say("tidak-ada", "id")
    with pytest.raises(KeyError):
        messages.say("ada-apa", "id")


def test_say_works_while_the_pack_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Any:
        raise PackError((), {"ada": ("Ada", "Is")})

    monkeypatch.setattr(messages, "load_catalog", broken)
    monkeypatch.setattr(messages, "_messages", messages._messages.__wrapped__)
    assert messages.say("ada", "en") == "Is"


def test_what_is_built_in_is_in_both_languages() -> None:
    """Only packs of an office may leave English out."""
    found = 0
    for path in [*Path(data_folder("rules")).glob("???/*.yaml"), Path(data_folder("rules"), "basis.yaml")]:
        waiting = [yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)]
        while waiting:
            node = waiting.pop()
            if isinstance(node, dict):
                spoken = {"message", "suggestion", "why", "catatan"} & node.keys()
                assert all(set(node[key]) == {"id", "en"} for key in spoken), path
                found += len(spoken)
                waiting += [each for key, each in node.items() if key != "examples"]
            elif isinstance(node, list):
                waiting += node
    assert found > 200


@pytest.mark.parametrize("kind", ["rule", "list", "messages", "basis", "pack"])
def test_schemas_are_draft_07_with_titles(kind: str) -> None:
    from jsonschema import Draft7Validator

    with open(os.path.join(data_folder("schemas"), f"{kind}.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["title"]
    assert schema["description"]
    assert all(each["title"] for each in schema.get("properties", {}).values())
