"""The catalogue with local packs and plugins in it."""

import os
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from iki_lint.catalog import Catalog, catalog_from, load_catalog
from iki_lint.engine.on_demand import OnDemand
from iki_lint.engine.packfolder import File, blake2b, digest
from iki_lint.pack_cache import compiled
from iki_lint.packs.folder import read_pack
from iki_lint.packs.skipped import Skipped

if TYPE_CHECKING:
    from iki_lint.checks import Check


class Local(NamedTuple):
    """A pack that has been loaded: its folder and files, its own part of the catalogue, and its name."""

    folder: str
    files: list[File]
    own: Catalog
    name: str


@lru_cache(maxsize=16)
def load_packs(folders: tuple[str, ...], plugins: tuple[str, ...] = ()) -> Catalog:
    """The built-in catalogue with packs and plugins. Raises PackError and PluginError.

    A folder that is named twice counts once; codes and names are unique over all packs.
    """
    checks, offered, marks = _offered(plugins)
    base = load_catalog()
    known: dict[str, str] = {}
    for folder in (*offered, *folders):
        known.setdefault(os.path.realpath(folder), folder)
    packs: list[Local] = []
    for folder in known.values():
        pack = _load(folder, base, checks)
        _refuse_clash(pack, packs, base, checks)
        packs.append(pack)
    return _joined(base, packs, checks, marks)


def load_local(folder: str, plugins: tuple[str, ...] = ()) -> Local:
    """One pack alone. Raises PackError and PluginError."""
    checks, _, _ = _offered(plugins)
    return _load(folder, load_catalog(), checks)


def _offered(plugins: tuple[str, ...]) -> "tuple[dict[str, Check], list[str], list[str]]":
    """What packs may use beside the built-in checks: those that take words and patterns, and those of plugins; the
    packs that plugins bring, and marks of their versions."""
    from iki_lint.checks.own import CHECKS

    checks: dict[str, Check] = dict(CHECKS)
    folders, marks = [], []
    if plugins:
        from iki_lint.plugins import load_plugins

        for plugin in load_plugins(plugins):
            checks |= plugin.checks
            folders += [plugin.folder] if plugin.folder else []
            marks.append(f"{plugin.name} {plugin.version}")
    return checks, folders, marks


def _load(folder: str, base: Catalog, checks: "Mapping[str, Check]") -> Local:
    from iki_lint.checks import CHECKS

    files = read_pack(folder)
    may_call = {*CHECKS, *checks}

    def source() -> str:
        from iki_lint.packs.compiling import compile_local

        return compile_local(folder, files, base, may_call)

    state = " ".join([digest(files), base.digest, *sorted(checks)])
    names = compiled(folder, state, source)
    own = catalog_from(names)
    names["LISTS"] = _on_demand(base.lists, own.lists)
    skipped = [Skipped(*each) for each in names["SKIPPED"]]
    placed = tuple([each._replace(path=os.path.normpath(os.path.join(folder, each.path))) for each in skipped])
    return Local(folder, files, own._replace(skipped=placed, duties=names["DUTIES"]), names["NAME"])


def _refuse_clash(pack: Local, before: Iterable[Local], base: Catalog, checks: "Mapping[str, Check]") -> None:
    """Raise PackError when a pack takes what one before it has taken; only then its files are read again."""
    from iki_lint.checks import CHECKS

    for other in before:
        both = zip(_names(pack.own), _names(other.own), strict=True)
        if pack.name == other.name or any(not set(mine).isdisjoint(theirs) for mine, theirs in both):
            from iki_lint.packs.compiling import compile_local, taken_by

            taken = taken_by([(base, "iki-lint"), (other.own, other.folder)], {other.name: other.folder})
            compile_local(pack.folder, pack.files, base, {*CHECKS, *checks}, taken)


def _names(own: Catalog) -> tuple[Collection[str], ...]:
    """Everything that a pack gives a name to, by kind."""
    rules = [name for rule in own.rules for name in (rule.code, rule.name)]
    return rules, [*own.lists, *own.tables], own.basis, own.messages


def _joined(base: Catalog, packs: list[Local], checks: "Mapping[str, Check]", marks: list[str]) -> Catalog:
    owns = [pack.own for pack in packs]
    state = blake2b("\0".join([base.digest, *marks]).encode(), digest_size=16)
    for own in owns:
        state.update(own.digest.encode())
    rules = [rule for each in (base, *owns) for rule in each.rules]
    return Catalog(
        tuple(sorted(rules, key=lambda rule: rule.code)),
        _on_demand(base.lists, *(own.lists for own in owns)),
        _on_demand(base.tables, *(own.tables for own in owns)),
        {key: each for own in (base, *owns) for key, each in own.basis.items()},
        {key: each for own in (base, *owns) for key, each in own.messages.items()},
        state.hexdigest(),
        checks,
        tuple(each for own in owns for each in own.skipped),
        tuple(duty for own in owns for duty in own.duties),
    )


def _on_demand(*parts: Mapping[str, Any]) -> OnDemand[Any]:
    """Mappings as one, whose values are still made only when they are asked for."""
    return OnDemand({name: partial(part.__getitem__, name) for part in parts for name in part})
