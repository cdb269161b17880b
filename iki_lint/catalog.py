"""The rules and their data, ready to use: compiled into the wheel, or from the user's cache in a checkout."""

import os
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from iki_lint.engine.rule import Rule, Texts, rule_from
from iki_lint.resources import data_folder

if TYPE_CHECKING:
    from iki_lint.checks import Check
    from iki_lint.packs.skipped import Skipped

_HERE = os.path.dirname(os.path.abspath(__file__))


class Basis(NamedTuple):
    """A source that rules rest on. `evidence` is `dibaca`, `dikutip` or `ingatan`: what was really seen of it."""

    title: str
    evidence: str
    note: Texts


class Catalog(NamedTuple):
    """Everything a rule pack holds.

    `rules` by code; `lists` word lists by file name, a set or a mapping from the word to its reason or partner;
    `tables` records as written; `messages` (Indonesian, English) by key; `digest` changes with any file of the pack.
    Only with packs of the user: `checks` that are not built in, by name; `skipped` what is for other versions of
    iki-lint; `duties` what the review sheet is told of their rules, as rows of the table `telaah-aturan`.
    """

    rules: tuple[Rule, ...]
    lists: Mapping[str, frozenset[str] | Mapping[str, str]]
    tables: Mapping[str, tuple[dict[str, Any], ...]]
    basis: Mapping[str, Basis]
    messages: Mapping[str, tuple[str, str]]
    digest: str
    checks: Mapping[str, "Check"] = {}
    skipped: "tuple[Skipped, ...]" = ()
    duties: tuple[dict[str, str], ...] = ()


class Packs(NamedTuple):
    """Where rules come from beside what is built in: folders of packs, and names of installed plugins."""

    folders: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()


class PluginError(Exception):
    """A plugin that cannot be used: its name, the key of a sentence and what fills it."""

    def __init__(self, plugin: str, key: str, **args: str) -> None:
        super().__init__(plugin, key, args)
        self.plugin = plugin
        self.key = key
        self.values = {"nama": plugin, **args}


BUILT_IN = Packs()
_shown = BUILT_IN


@lru_cache(maxsize=1)
def load_catalog() -> Catalog:
    """The built-in catalogue. Raises PackError when a rule file of a checkout is wrong."""
    if os.path.exists(os.path.join(_HERE, "_data", "compiled.py")):
        return catalog_from(vars(import_module("iki_lint._data.compiled")))
    from iki_lint.pack_cache import load_pack

    return load_pack(data_folder("rules"))


def catalog_for(folders: tuple[str, ...] = (), plugins: tuple[str, ...] = ()) -> Catalog:
    """The built-in catalogue with the packs in some folders and the checks of some plugins.

    Raises PackError when a file of a pack is wrong, PluginError when a plugin cannot be used.
    """
    if not folders and not plugins:
        return load_catalog()
    from iki_lint.packs.local import load_packs

    return load_packs(folders, plugins)


def catalog_shown() -> Catalog:
    """The catalogue that reports look rules up in."""
    return catalog_for(*_shown)


def show(packs: Packs) -> None:
    """Let the reports of this run know the rules of these packs."""
    global _shown
    _shown = packs


def catalog_from(names: Mapping[str, Any]) -> Catalog:
    """The catalogue in the names of a compiled module."""
    return Catalog(
        tuple([rule_from(row) for row in names["RULES"]]),
        names["LISTS"],
        names["TABLES"],
        {key: Basis(title, evidence, Texts(*note)) for key, (title, evidence, *note) in names["BASIS"].items()},
        names["MESSAGES"],
        names["DIGEST"],
    )
