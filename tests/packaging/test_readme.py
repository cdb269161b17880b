"""What the README says is so: its commands, its outputs, its table of rules, its figures and its links."""

import os
import re
import shutil
import sys
from importlib import import_module

import click
import pytest
import readme_parts
import yaml
from packaging_samples import ROOT, run

from iki_lint.cli.app import COMMANDS
from iki_lint.engine.compile import compile_pack
from iki_lint.reports.formats import FORMATS

README = readme_parts.read("README.md")
TEXT = "\n".join(map(readme_parts.read, readme_parts.PAGES))
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.M | re.S)
INLINE = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", TEXT, flags=re.M | re.S))
COMMAND_LINES = [line for kind, body in BLOCKS if kind == "sh" for line in body.splitlines()]


def blocks(kind):
    """The blocks of one language."""
    return [body for named, body in BLOCKS if named == kind]


@pytest.mark.parametrize("page", readme_parts.PAGES)
def test_made_parts_are_fresh(page) -> None:
    """When this fails: `python tests/packaging/readme_parts.py`."""
    text = readme_parts.read(page)
    assert readme_parts.refreshed(text) == text
    assert len(readme_parts.PART.findall(text)) == text.count("<!-- end -->")


def test_both_languages_have_the_same_two_commands() -> None:
    install = "python3 -m venv .venv && .venv/bin/pip install -q"
    first = f"{install} . && .venv/bin/iki-lint check examples/kebomas.yaml"
    tests = f"{install} -e '.[dev]' && .venv/bin/pytest"
    assert [line for line in COMMAND_LINES if line.startswith("python3")] == [first, tests] * 2


def test_the_gate_runs_the_commands_of_the_readme() -> None:
    with open(os.path.join(ROOT, ".ci", "run"), encoding="utf-8") as file:
        gate = file.read()
    assert "$(readme pytest)" in gate
    assert "$(readme examples/kebomas.yaml)" in gate


@pytest.mark.parametrize("line", sorted(set(re.findall(r"\biki-lint (.+)", "\n".join([*COMMAND_LINES, *INLINE])))))
def test_commands_and_options_exist(line) -> None:
    name, *words = line.split()
    if name not in COMMANDS:
        pytest.fail(f"the README speaks of iki-lint {name}")
    command = import_module(COMMANDS[name]).command
    known = {option for each in command.params if isinstance(each, click.Option) for option in each.opts}
    assert {word for word in words if word.startswith("-") and word not in ("-", "--")} <= known


@pytest.mark.parametrize("option", sorted(set(re.findall(r"(?<!\S)`?(--[a-z][a-z-]*)", TEXT))))
def test_options_named_in_the_text_exist(option) -> None:
    known = {
        option for name in COMMANDS for each in import_module(COMMANDS[name]).command.params for option in each.opts
    }
    assert option in known | {"--version", "--pairs"}


def test_the_import_prints_what_is_shown(tmp_path) -> None:
    (command,) = (line for line in COMMAND_LINES if line.startswith("iki-lint import"))
    (shown,) = (body for body in blocks("text") if body.startswith("tests/data/"))
    os.makedirs(tmp_path / "tests" / "data")
    shutil.copy(os.path.join(ROOT, "tests", "data", "klojen-2018.txt"), tmp_path / "tests" / "data")
    done = run([sys.executable, "-m", "iki_lint", *command.split()[1:]], tmp_path, {"PYTHONPATH": ROOT})
    assert done.returncode == 0
    assert set(shown.splitlines()) <= set(done.stdout.splitlines())
    assert sorted(os.listdir(tmp_path)) == ["klojen.asal.json", "klojen.yaml", "tests"]


@pytest.mark.parametrize("program", blocks("python"))
def test_python_examples_run(program, tmp_path) -> None:
    (tmp_path / "example.py").write_text(program, encoding="utf-8")
    done = run([sys.executable, str(tmp_path / "example.py")], ROOT, {"PYTHONPATH": ROOT})
    assert done.returncode == 0, done.stdout
    assert re.match(r"FRM\d\d\d Place\(|[1-9]\d*\n$", done.stdout)


def test_the_rule_of_the_readme_can_be_used(tmp_path) -> None:
    (rule,) = (body for body in blocks("yaml") if body.startswith("code:"))
    shutil.copytree(os.path.join(ROOT, "rules"), tmp_path / "rules")
    (tmp_path / "rules" / "SBR" / "SBR901-sumber-lisan.yaml").write_text(rule, encoding="utf-8")
    assert "'SBR901', 'sumber-lisan'" in compile_pack(str(tmp_path / "rules"))


def test_the_hook_of_the_readme_exists() -> None:
    (config,) = (body for body in blocks("yaml") if body.startswith("repos:"))
    (named,) = re.findall(r"- id: (\S+)", config)
    with open(os.path.join(ROOT, ".pre-commit-hooks.yaml"), encoding="utf-8") as file:
        assert f"- id: {named}\n" in file.read()


@pytest.mark.parametrize(("service", "uploads"), [("name: iki-lint", "iki-lint.sarif"), ("iki-lint:", "iki-lint.xml")])
def test_what_a_service_is_told_to_run(service, uploads, tmp_path) -> None:
    (pipeline,) = (body for body in blocks("yaml") if body.startswith(service))
    assert isinstance(yaml.safe_load(pipeline), dict)
    (command,) = re.findall(r"iki-lint (check (?:.+\n)+?)(?=    - run|  artifacts)", pipeline)
    shutil.copytree(os.path.join(ROOT, "examples"), tmp_path / "keputusan")
    done = run([sys.executable, "-m", "iki_lint", *command.split()], tmp_path, {"PYTHONPATH": ROOT})
    assert done.returncode == 1
    assert os.path.exists(tmp_path / uploads)
    assert pipeline.count(uploads) == 2


def test_all_forms_of_a_report_are_described() -> None:
    assert re.findall(r"^\| `([a-z]+)` \|", TEXT.partition("| `--format` |")[2], re.M)[: len(FORMATS)] == list(FORMATS)


def test_figures_are_those_that_were_measured() -> None:
    with open(os.path.join(ROOT, "benchmarks", "README.md"), encoding="utf-8") as file:
        measured = re.findall(r"^\| (.+?) \| (CPU|wall) \| ([\d.]+) \|", file.read(), re.M)
    speed = README.partition("## Speed")[2].partition("\n## ")[0]
    quoted = re.findall(r"^\| (.+?), (CPU|wall) \| ([\d.]+) \|", speed, re.M)
    assert len(quoted) >= 5
    assert len(quoted) == len(re.findall(r"\d\.\d\d \|", speed))
    assert set(quoted) <= set(measured)


@pytest.mark.parametrize("name", [*readme_parts.PAGES, "CONTRIBUTING.md", "benchmarks/README.md"])
def test_links_lead_somewhere(name) -> None:
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        text = file.read()
    titles = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.+)$", text, re.M)}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in titles
        elif not target.startswith("https://"):
            assert os.path.exists(os.path.join(ROOT, os.path.dirname(name), target.partition("#")[0])), target


def test_what_contributing_names_is_there() -> None:
    text = readme_parts.read("CONTRIBUTING.md")
    named = re.findall(r"`((?:tests|iki_lint|rules|schemas|docs|benchmarks|examples)/[^`*\s]*)`", text)
    assert len(named) > 40
    assert [name for name in named if not os.path.exists(os.path.join(ROOT, name))] == []
