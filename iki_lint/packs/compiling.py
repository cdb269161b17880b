"""A local pack as one Python module, in the form of the built-in one and with what only local packs have."""

import os
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from iki_lint.catalog import Catalog
from iki_lint.decree.problem import MAX_PROBLEMS, Problem, too_many
from iki_lint.decree.tree import Map
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.compile import Pack, pack_source
from iki_lint.engine.packdata import load_basis, load_lists, load_messages
from iki_lint.engine.packfile import CODE, Report
from iki_lint.engine.packfolder import File, digest, sort_files
from iki_lint.engine.rule import PackError
from iki_lint.engine.rulefile import Known, load_rules
from iki_lint.engine.ruleneeds import needs_of
from iki_lint.packs.folder import MANIFEST
from iki_lint.packs.manifest import Manifest, check_duties, read_manifest, unfit
from iki_lint.packs.skipped import Skipped


class Taken(NamedTuple):
    """Names that are in use, each with where: codes and names of rules, lists, sources, sentences, packs."""

    rules: dict[str, str]
    lists: dict[str, str]
    basis: dict[str, str]
    messages: dict[str, str]
    packs: Mapping[str, str]


def taken_by(catalogs: Iterable[tuple[Catalog, str]], packs: Mapping[str, str] = {}) -> Taken:
    """What some catalogues, each with where it comes from, have taken."""
    taken = Taken({}, {}, {}, {}, packs)
    for catalog, where in catalogs:
        taken.rules.update({name: where for rule in catalog.rules for name in (rule.code, rule.name)})
        taken.lists.update(dict.fromkeys([*catalog.lists, *catalog.tables], where))
        taken.basis.update(dict.fromkeys(catalog.basis, where))
        taken.messages.update(dict.fromkeys(catalog.messages, where))
    return taken


def compile_local(
    folder: str, found_files: list[File], base: Catalog, checks: Collection[str], taken: Taken | None = None
) -> str:
    """The source text of a pack's module. Raises PackError with all problems of all its files.

    Its rules may use what is built in (`base`), the `checks` that are named, and what it brings itself. `taken` is
    what packs before it have taken, by default what is built in.
    """
    from iki_lint.checks.own import NEEDS
    from iki_lint.facts.subjects import VOCABULARY

    taken = taken or taken_by([(base, "iki-lint")])
    problems: list[Problem] = []
    files = sort_files(folder, [file for file in found_files if file[0] != MANIFEST])
    manifest = read_manifest(os.path.join(folder, MANIFEST), dict(found_files)[MANIFEST], problems)
    if isinstance(manifest, Skipped):
        _refuse(problems)
        return _source(folder, Pack((), {}, {}, {}, {}, digest(found_files)), (), None, [manifest])
    if manifest is not None and manifest.name in taken.packs:
        args = {"nama": manifest.name, "berkas": taken.packs[manifest.name]}
        Report(problems)(manifest.root.items["nama"], "paket-ganda", args)
    messages = load_messages(files.messages, problems, taken.messages)
    lists, tables = load_lists(files.lists, problems, taken.lists)
    basis = load_basis(files.basis, problems, taken.basis)
    usable, skipped = _sifted(files.rules, problems)
    left_out = [each.code for each in skipped]
    may_name = Known(
        VOCABULARY,
        {**base.lists, **lists},
        checks,
        {*base.basis, *basis},
        {*(rule.code for rule in base.rules), *left_out},
        taken.rules,
        {rule.code[:-3] for rule in base.rules},
        {**needs_of(base.rules), **NEEDS},
    )
    rules, found = load_rules(usable, may_name)
    problems += found
    if manifest is not None and not found:
        check_duties(manifest, {*left_out, *(rule.code for rule in rules)}, problems)
    _refuse(problems)
    pack = Pack(tuple(rules), lists, tables, basis, messages, digest(found_files))
    return _source(folder, pack, may_name.lists, manifest, skipped)


def _sifted(files: Iterable[File], problems: list[Problem]) -> tuple[list[File], list[Skipped]]:
    """The rule files for this version, and those for others, whose contents are not looked at. Decrees that lie in
    the pack's folder are no rules."""
    usable: list[File] = []
    skipped: list[Skipped] = []
    for path, data in files:
        root = read_yaml(path, data).root
        if isinstance(root, Map) and "versi_format" in root.items and "code" not in root.items:
            continue
        unusable = unfit(root, "name", problems) if isinstance(root, Map) else None
        if unusable is None:
            usable.append((path, data))
        else:
            skipped.append(unusable)
    return usable, skipped


def _source(
    folder: str, pack: Pack, lists: Collection[str], manifest: Manifest | None, skipped: Iterable[Skipped]
) -> str:
    from iki_lint.facts.subjects import VOCABULARY

    # The cache outlives a folder's place.
    left_out = [tuple(each._replace(path=os.path.relpath(each.path, folder))) for each in skipped]
    extra = {
        "NAME": manifest.name if manifest else "",
        "VERSION": manifest.version if manifest else "",
        "DUTIES": manifest.duties if manifest else (),
        "SKIPPED": tuple(left_out),
    }
    lines = [f"{name} = {value!r}" for name, value in extra.items()]
    return "\n".join([pack_source(pack, VOCABULARY, lists), *lines, ""])


def _refuse(problems: Iterable[Problem]) -> None:
    told = _in_order(problems)
    if len(told) > MAX_PROBLEMS:
        last = told[MAX_PROBLEMS]
        told[MAX_PROBLEMS:] = [too_many(last.source, last.start, last.end)._replace(code=CODE)]
    if told:
        raise PackError(tuple(told), {})


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of each file from its beginning, the files as they were met."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.source.path, []).append(problem)
    return [each for found in by_file.values() for each in sorted(found, key=lambda problem: problem.start)]
