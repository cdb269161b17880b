"""One configuration file: its keys, read into settings, every mistake at its place.

The shape is that of `schemas/config.schema.json`, checked here without the library that knows schemas, because every
start with a configuration would pay for it; a test holds both together.
"""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from iki_lint.config.error import CODE, ConfigError
from iki_lint.config.paths import PYPROJECT, is_pattern
from iki_lint.config.settings import OFF, Origin, Said, SaidOption, Section
from iki_lint.config.words import is_words
from iki_lint.decree.decoding import read_bytes
from iki_lint.decree.problem import Problem
from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.ruleoption import read_options
from iki_lint.findings import SEVERITIES

EVERYWHERE = ("select", "ignore", "severity", "options", "wajib", "kata", "fail_on")
"""The keys that a section for some files may have too."""

KEYS = ("extends", *EVERYWHERE, "aturan", "plugin", "exclude", "per_berkas")


class ConfigFile(NamedTuple):
    """A configuration file as written: what it builds on, what it sets for all files and what for some."""

    path: str
    extends: tuple[Said, ...]
    sections: tuple[Section, ...]
    packs: tuple[Said, ...]
    plugins: tuple[Said, ...]
    exclude: tuple[Said, ...]


def read_config(path: str) -> ConfigFile | None:
    """A configuration file; None for a pyproject.toml without our table.

    Raises ConfigError with every mistake, OSError when the file cannot be read.
    """
    data = read_bytes(path)
    if os.path.basename(path) == PYPROJECT:
        from iki_lint.config.toml_tree import read_table

        root: Node | None = read_table(path, data)
        if root is None:
            return None
    else:
        document = read_yaml(path, data)
        wrong = [problem._replace(code=CODE) for problem in document.problems if problem.message != "dokumen-kosong"]
        if wrong:
            raise ConfigError(*wrong)
        root = document.root or Map(document.source, 0)
    assert isinstance(root, Map)
    reading = _Reading([])
    found = _file(path, root, reading)
    if reading.problems:
        raise ConfigError(*sorted(reading.problems, key=lambda problem: problem.start))
    return found


class _Reading(NamedTuple):
    """The mistakes found so far."""

    problems: list[Problem]

    def wrong(self, node: Node, message: str, **args: str) -> None:
        self.problems.append(Problem(CODE, message, args, node.source, node.start, node.end))

    def located(self, node: Node, message: str, args: dict[str, str]) -> None:
        self.wrong(node, message, **args)

    def keys(self, node: Map, known: tuple[str, ...]) -> None:
        """Report the keys that are not known."""
        for key in node.items:
            if key not in known:
                args = {"kunci": key, "dikenal": ", ".join(known)}
                self.problems.append(Problem(CODE, "konfigurasi-kunci", args, node.source, *node.edges(key)))

    def texts(self, node: Node | None, key: str, one: bool = False) -> Iterator[Said]:
        """The texts of a list; `one`: or of a single text. Nothing for what is empty."""
        items = node.items if isinstance(node, Seq) else [node] if one and isinstance(node, Text) else None
        if node is None or (isinstance(node, Text) and node.null):
            return
        if items is None:
            self.wrong(node, "konfigurasi-daftar", kunci=key)
            return
        for item in items:
            if isinstance(item, Text) and item.value.strip():
                yield Said(item.value.strip(), Origin(item.source, item.start, item.end))
            else:
                self.wrong(item, "konfigurasi-teks", kunci=key)

    def patterns(self, node: Node | None, key: str, one: bool = False) -> Iterator[Said]:
        """The patterns of files in a list, as `texts` does; what cannot be one is reported."""
        for said in self.texts(node, key, one):
            if not is_pattern(said.value):
                self.problems.append(said.origin.problem("konfigurasi-pola", isi=said.value))
            yield said

    def choice(self, node: Node | None, key: str, choices: tuple[str, ...]) -> Said | None:
        """One of some words; None where there is none."""
        if node is None:
            return None
        # `off` without quotes is a word like any other here: nothing is converted.
        value = node.value if isinstance(node, Text) else ""
        if value not in choices:
            self.wrong(node, "konfigurasi-pilihan", kunci=key, isi=value, pilihan=", ".join(choices))
            return None
        return Said(value, Origin(node.source, node.start, node.end))


def _file(path: str, root: Map, reading: _Reading) -> ConfigFile:
    reading.keys(root, KEYS)
    folder = os.path.dirname(path)

    def texts(key: str, one: bool = False) -> tuple[Said, ...]:
        return tuple(reading.texts(root.items.get(key), key, one))

    sections = [_section(root, reading)]
    some = root.items.get("per_berkas")
    for item in some.items if isinstance(some, Seq) else ():
        if isinstance(item, Map):
            reading.keys(item, ("berkas", *EVERYWHERE))
            patterns = tuple(said.value for said in reading.patterns(item.items.get("berkas"), "berkas", one=True))
            if not patterns:
                reading.wrong(item, "konfigurasi-tanpa-berkas")
            sections.append(_section(item, reading)._replace(folder=folder, patterns=patterns))
        else:
            reading.wrong(item, "konfigurasi-bagian")
    if isinstance(some, Map) or (isinstance(some, Text) and not some.null):
        reading.wrong(some, "konfigurasi-daftar", kunci="per_berkas")
    exclude = tuple(reading.patterns(root.items.get("exclude"), "exclude"))
    return ConfigFile(
        path, texts("extends", True), tuple(sections), texts("aturan", True), texts("plugin", True), exclude
    )


def _section(node: Map, reading: _Reading) -> Section:
    items = node.items
    chosen = items.get("select")
    nothing = chosen is None or (isinstance(chosen, Text) and chosen.null)
    return Section(
        select=None if nothing else tuple(reading.texts(chosen, "select", one=True)),
        ignore=tuple(reading.texts(items.get("ignore"), "ignore", one=True)),
        severity=tuple(_severities(items.get("severity"), reading)),
        options=_options(items.get("options"), reading),
        mandatory=tuple(reading.texts(items.get("wajib"), "wajib", one=True)),
        words=tuple(_words(items.get("kata"), reading)),
        fail_on=reading.choice(items.get("fail_on"), "fail_on", SEVERITIES),
    )


def _entries(node: Node | None, key: str, reading: _Reading) -> Iterator[tuple[Said, Node]]:
    """The entries of a mapping by rule."""
    if isinstance(node, Map):
        for name, value in node.items.items():
            yield Said(name, Origin(node.source, *node.edges(name))), value
    elif node is not None and not (isinstance(node, Text) and node.null):
        reading.wrong(node, "konfigurasi-per-aturan", kunci=key)


def _severities(node: Node | None, reading: _Reading) -> Iterator[tuple[Said, str]]:
    for rule, value in _entries(node, "severity", reading):
        if said := reading.choice(value, rule.value, (*SEVERITIES, OFF)):
            yield rule, said.value


def _options(node: Node | None, reading: _Reading) -> dict[tuple[str, str], SaidOption]:
    found: dict[tuple[str, str], SaidOption] = {}
    for rule, value in _entries(node, "options", reading):
        if not isinstance(value, Map):
            reading.wrong(value, "konfigurasi-per-pengaturan", aturan=rule.value)
            continue
        for name, said in read_options(value, reading.located).items():
            found[rule.value, name] = SaidOption(said, Origin(value.source, *value.edges(name)))
    return found


def _words(node: Any, reading: _Reading) -> Iterator[Said]:
    """The own words, in lower case."""
    if isinstance(node, Text) and node.null:
        return
    for item in node.items if isinstance(node, Seq) else [node]:
        if isinstance(item, Text) and not item.null and is_words(item.value):
            yield Said(item.value.lower(), Origin(item.source, item.start, item.end))
        elif item is not None:
            reading.wrong(item, "kata-bukan-kata", isi=item.value if isinstance(item, Text) else "")
