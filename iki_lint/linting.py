"""The library: check a decree, or many.

    import iki_lint
    report = iki_lint.check("kebomas.yaml")
    for file in report.files:
        for finding in file.findings:
            print(finding.code, finding.place, finding.message)

The command line is one caller of these functions.
"""

import gc
import os
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from iki_lint.catalog import load_catalog
from iki_lint.config.asked import DEFAULT as DEFAULT
from iki_lint.config.asked import Config as Config
from iki_lint.config.effect import Effect, Effects
from iki_lint.decree.decoding import read_bytes
from iki_lint.decree.model import Decree
from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.decree.structure import decree_problems
from iki_lint.decree.tree import Map
from iki_lint.decree.yaml_source import YamlDocument, read_yaml
from iki_lint.engine.context import context_of
from iki_lint.engine.finding import in_file_order
from iki_lint.engine.provenance import EMPTY, Provenance, read_provenance
from iki_lint.engine.run import run
from iki_lint.findings import Counts, FileReport, Finding, Overruled, Report
from iki_lint.messages import LANGUAGES, told
from iki_lint.readers import is_document, is_importable, largest
from iki_lint.suppressions.comments import MARK

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from iki_lint.readers.laid_out import Addresses


TEXT = "<teks>"
"""The name of a decree that is given as text."""


def check(path_or_text: "str | os.PathLike[str]", config: Config = DEFAULT) -> Report:
    """Check one decree: the path of a file, or a YAML text (anything with a line break in it).

    Raises OSError when the file cannot be read.
    """
    if isinstance(path_or_text, str) and "\n" in path_or_text:
        return Report((check_file(TEXT, config, path_or_text.encode("utf-8", "surrogatepass")),))
    return Report((check_file(os.fspath(path_or_text), config),))


def check_many(
    paths: "Iterable[str | os.PathLike[str]]", config: Config = DEFAULT, executor: "Executor | None" = None
) -> Report:
    """Check many decrees, one after the other or through any `concurrent.futures` executor; the order is kept."""
    names = [os.fspath(path) for path in paths]
    if executor is not None:
        return Report(tuple(executor.map(partial(check_file, config=config), names)))
    effects = Effects(config)
    return Report(tuple([check_file(name, config, None, effects) for name in names]))


def check_file(
    path: str, config: Config = DEFAULT, data: bytes | None = None, effects: Effects | None = None
) -> FileReport:
    """Check one file, or `data` as if it were that file's content.

    Text and Markdown (`.txt`, `.md`) are imported first and their findings point at the original lines; everything
    else is read as YAML. A file that cannot be read as a decree gives a report that is not `readable`, with the
    reason as its finding. `effects` are shared by the files of a run, so that configurations are read once. Raises
    OSError when there is no such file, ConfigError when its configuration is wrong, PackError when a rule pack is.
    """
    return review_file(path, config, data, effects).report


class Review(NamedTuple):
    """A checked file: its findings, and the decree for reports that show more than these; None when it is none."""

    report: FileReport
    decree: Decree | None


def review_file(
    path: str, config: Config = DEFAULT, data: bytes | None = None, effects: Effects | None = None
) -> Review:
    """Check one file as `check_file` does, and keep its decree."""
    effect = _effect(path, config, effects)
    if data is None:
        data = read_bytes(path, largest(path))
    collecting = gc.isenabled()
    gc.disable()
    try:
        opened = open_decree(path, data, config.lang)
        return Review(_check(path, opened, config, effect), opened.decree)
    finally:
        if collecting:
            gc.enable()


class Opened(NamedTuple):
    """A file that has been read: its decree, None when it is none; where that came from; what was found on the way.

    `addresses` tell where in a Word, Excel or PDF file something stands, which has no lines.
    """

    decree: Decree | None
    provenance: Provenance
    said: list[Finding]
    source: Source
    addresses: "Addresses | None" = None


def open_decree(path: str, data: bytes, lang: str = "id") -> Opened:
    """Read a decree without checking it; what is no YAML is imported."""
    if is_importable(path):
        return _open_import(path, data, lang)
    return _open_yaml(read_yaml(path, data), lang)


def check_document(document: YamlDocument, config: Config = DEFAULT, effects: Effects | None = None) -> FileReport:
    """Check a YAML file that has been read."""
    path = document.source.path
    return _check(path, _open_yaml(document, config.lang), config, _effect(path, config, effects))


def _effect(path: str, config: Config, effects: Effects | None) -> Effect:
    """What is in effect for a file; a text of the caller's belongs to no folder."""
    return (effects or Effects(config)).of(None if path == TEXT else path)


def _open_yaml(document: YamlDocument, lang: str) -> Opened:
    problems = decree_problems(document)
    said = [_problem(problem, lang) for problem in problems]
    if not isinstance(document.root, Map) or any(problem.fatal for problem in problems):
        return Opened(None, EMPTY, said, document.source)
    provenance = read_provenance(document.source.path)
    if isinstance(provenance, Problem):
        said.append(_problem(provenance, lang))
        provenance = EMPTY
    return Opened(Decree(document.root), provenance, said, document.source)


def _open_import(path: str, data: bytes, lang: str) -> Opened:
    from iki_lint.readers.importing import import_file
    from iki_lint.readers.unreadable import UnreadableDecree

    try:
        imported = import_file(path, data)
    except UnreadableDecree as error:
        return Opened(None, EMPTY, [_problem(error.problem, lang)], error.problem.source)
    said = [_problem(problem, lang) for problem in imported.problems]
    shifted = {mended.id: mended.kind for mended in imported.moved if mended.id}
    addresses = None
    if is_document(path):
        from iki_lint.readers.laid_out import Addresses

        addresses = Addresses(imported.draft, lang)
    provenance = Provenance(shifted=shifted, imported=True)
    return Opened(Decree(imported.root), provenance, said, imported.source, addresses)


def _check(path: str, opened: Opened, config: Config, effect: Effect) -> FileReport:
    decree = opened.decree
    fail_on = effect.settings.fail_on or "error"
    if decree is None:
        return FileReport(path, Counts(), _merged(opened.said, []), False, opened.source, fail_on=fail_on)
    context = context_of(decree, opened.provenance, effect.words, effect.catalog.lists)
    found = _merged(opened.said, run(context, effect.rules, config.lang, effect.catalog.checks))
    if config.lang != LANGUAGES[0]:
        from iki_lint.addresses import finding_in

        found = tuple([finding_in(config.lang, finding) for finding in found])
    ran = frozenset([rule.code for rule in effect.rules])
    overruled: tuple[Overruled, ...] = ()
    if MARK in opened.source.text and not is_importable(path):
        from iki_lint.suppressions.apply import Rules, suppress, today

        rules = Rules(effect.catalog.rules, ran, {rule.code for rule in effect.rules if rule.mandatory})
        found, overruled = suppress(decree.root, opened.source, found, rules, config.lang, today(config.today))
    if opened.addresses is not None:
        addressed = tuple(map(opened.addresses.told, found))
        return FileReport(path, count(decree), addressed, True, None, (), ran, fail_on)
    return FileReport(path, count(decree), found, True, opened.source, overruled, ran, fail_on)


def check_opened(path: str, opened: Opened, config: Config = DEFAULT, effects: Effects | None = None) -> FileReport:
    """Check a document as the text that stands for it: the findings have places there, and fixes."""
    provenance = opened.provenance._replace(imported=False)
    return _check(path, opened._replace(provenance=provenance, addresses=None), config, _effect(path, config, effects))


def count(decree: Decree) -> Counts:
    """How many positions, plans, indicators and formula rows the annex of individual indicators has."""
    plans = [plan for position in decree.positions for plan in position.plans]
    indicators = [indicator for plan in plans for indicator in plan.indicators]
    return Counts(len(decree.positions), len(plans), len(indicators), sum(len(each.rows) for each in indicators))


def _problem(problem: Problem, lang: str) -> Finding:
    """A problem of the file as a finding of the rule that names it."""
    rule = next(rule for rule in load_catalog().rules if rule.code == problem.code)
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        told(problem.message, problem.args, lang),
        problem.pointer,
        problem.place,
        problem.source.text[problem.start : problem.end],
    )


def _merged(problems: list[Finding], findings: list[Finding]) -> tuple[Finding, ...]:
    """Both in file order; the findings already are."""
    return tuple(sorted([*problems, *findings], key=in_file_order)) if problems else tuple(findings)
