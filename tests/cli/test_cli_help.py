"""Help pages in English: every command and option has its words, and none is left over."""

from importlib import import_module

import click
import pytest

from iki_lint.catalog import load_catalog
from iki_lint.cli.app import COMMANDS, commands
from iki_lint.cli.help import in_language

ALL = {"iki-lint": commands} | {name: import_module(module).command for name, module in COMMANDS.items()}
TABLE = {record["perintah"]: record for record in load_catalog().tables["bantuan"]}
SHARED = TABLE[""]


def options(command):
    return [each for each in command.params if isinstance(each, click.Option)]


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_its_english(name):
    command, english, said = ALL[name], in_language(ALL[name], "en"), TABLE[name]
    assert english.help == said["uraian"] != command.help
    assert len(english.help.split("\n\n")) == len((command.help or "").split("\n\n"))
    assert name == "iki-lint" or english.short_help == said["ringkas"] != command.short_help
    names = {option.opts[-1] for option in options(command)}
    assert set(said.get("pilihan", {})) <= names
    assert not set(said.get("pilihan", {})) & set(SHARED["pilihan"])
    assert names <= set(said.get("pilihan", {})) | set(SHARED["pilihan"])
    for option, other in zip(options(command), options(english), strict=True):
        assert other.help
        assert other.help != option.help
    assert [each.name for each in english.params] == [each.name for each in command.params]


def test_nothing_is_left_over():
    assert set(TABLE) == {"", *ALL}
    used = {option.opts[-1] for command in ALL.values() for option in options(command)}
    assert set(SHARED["pilihan"]) <= used
    shown = [each.metavar or "" for command in ALL.values() for each in command.params]
    shown += [commands.options_metavar, commands.subcommand_metavar]
    assert [word for word in SHARED["kata"] if not any(word in one for one in shown)] == []


def test_the_declared_command_is_left_as_it_is(say):
    before = say("check", "--help")
    assert say("check", "--help", "--lang", "en") != before
    assert say("check", "--help") == before
    assert in_language(ALL["check"], "id") is ALL["check"]


def test_a_command_without_english_shows_what_it_has(say, monkeypatch):
    monkeypatch.delitem(TABLE, "tree")
    catalog = load_catalog()
    shorter = catalog._replace(tables={**catalog.tables, "bantuan": tuple(TABLE.values())})
    monkeypatch.setattr("iki_lint.cli.help.load_catalog", lambda: shorter)
    code, told, _ = say("tree", "--help", "--lang", "en")
    assert code == 0
    assert "Tampilkan pohon kinerja" in told
    assert "--lang [id|en]  Language of the output: id (default) or en." in told


def test_the_page_of_all_commands(say):
    code, told, _ = say("--help", "--lang", "en")
    assert code == 0
    assert told.startswith("Usage: iki-lint [OPTIONS] COMMAND ...\n")
    assert "Show the performance tree: IKU, head, subordinates.\n" in told


def test_the_page_of_a_command(say):
    code, told, _ = say("import", "--lang=en", "-h")
    assert code == 0
    assert told.startswith("Usage: iki-lint import [OPTIONS] FILE\n\n  Turn the text of a decree")
    assert "\nOptions:\n  -o, --output RESULT.yaml  The YAML file to write; required.\n" in told


def test_the_language_may_stand_in_front_of_the_command(say):
    assert say("--lang", "en", "tree", "--help") == say("tree", "--help", "--lang", "en")
    assert say("--lang", "en", "rules") == say("rules", "--lang", "en") != say("rules")
    assert say("--lang", "en", "rules", "--lang", "id") == say("rules")


def test_errors_call_what_is_missing_by_its_english_name(say):
    assert say("import", "--lang", "en") == (2, "", "iki-lint: FILE is required; see iki-lint import --help.\n")
    code, _, told = say("explain", "--lang", "en")
    assert (code, told) == (2, "iki-lint: RULE... is required; see iki-lint explain --help.\n")
