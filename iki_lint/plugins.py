"""Plugins: checks in Python that others install, and the rules that name them.

A plugin is a Python package with an entry point of the group `iki_lint.checks`, which leads to a `Plugin`:

    [project.entry-points."iki_lint.checks"]
    contoh = "plugin_contoh:PLUGIN"

It is loaded only when a configuration names it: an installed package that nobody named runs no code.
"""

import os
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from iki_lint.catalog import PluginError

if TYPE_CHECKING:
    from iki_lint.checks import Check

GROUP = "iki_lint.checks"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Plugin(NamedTuple):
    """What a plugin brings: checks by the name under which rule files call them, and the folder of its pack, if any.

    A check takes the context of a decree and the options of its rule, and yields hits, as those in `iki_lint.checks`
    do. One that raises is a finding (`IKI000`), like any other.
    """

    checks: "Mapping[str, Check]"
    folder: str | None = None


class Loaded(NamedTuple):
    """A plugin that has been loaded, with its name and the version of its Python package."""

    name: str
    version: str
    checks: "Mapping[str, Check]"
    folder: str | None


def load_plugins(names: Iterable[str]) -> tuple[Loaded, ...]:
    """The plugins of these names, each once. Raises PluginError for the first that cannot be used."""
    from iki_lint.checks import CHECKS
    from iki_lint.checks.own import CHECKS as OWN

    found: list[Loaded] = []
    taken = dict.fromkeys([*CHECKS, *OWN], "iki-lint")
    for name in dict.fromkeys(names):
        plugin = _load(name)
        for check, function in plugin.checks.items():
            if not isinstance(check, str) or not _NAME.fullmatch(check) or not callable(function):
                raise PluginError(name, "plugin-isi-salah", isi=str(check))
            if check in taken:
                raise PluginError(name, "plugin-pemeriksa-ganda", isi=check, berkas=taken[check])
            taken[check] = name
        found.append(plugin)
    return tuple(found)


def _load(name: str) -> Loaded:
    from importlib.metadata import entry_points

    offered = entry_points(group=GROUP)
    found = {(each.value, each.dist.name if each.dist else ""): each for each in offered if each.name == name}
    if not found:
        known = ", ".join(sorted({each.name for each in offered})) or "-"
        raise PluginError(name, "plugin-tak-terpasang", dikenal=known)
    if len(found) > 1:
        raise PluginError(name, "plugin-ganda", dikenal=", ".join(sorted(package for _, package in found)))
    (entry,) = found.values()
    try:
        plugin: Any = entry.load()
    except MemoryError:
        raise
    except (Exception, SystemExit) as error:
        raise PluginError(name, "plugin-gagal-dimuat", sebab=f"{type(error).__name__}: {error}") from None
    if not isinstance(plugin, Plugin) or not isinstance(plugin.checks, Mapping):
        raise PluginError(name, "plugin-bukan-plugin", tempat=entry.value, ada=type(plugin).__name__)
    folder = os.fspath(plugin.folder) if plugin.folder is not None else None
    return Loaded(name, entry.dist.version if entry.dist else "", plugin.checks, folder)
