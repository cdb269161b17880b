"""What is in effect for a file: its settings, the rules that run, and the words that are right there."""

import os
from typing import NamedTuple

from iki_lint.catalog import BUILT_IN, Catalog, Packs, catalog_for
from iki_lint.config.asked import Config, asked_section
from iki_lint.config.discovery import Discovery
from iki_lint.config.error import ConfigError
from iki_lint.config.paths import fits
from iki_lint.config.selection import in_effect
from iki_lint.config.settings import NOTHING, Settings
from iki_lint.engine.rule import Rule


class Effect(NamedTuple):
    """What is in effect for a file; `catalog` has all rules that there are, with those of `packs`."""

    settings: Settings
    catalog: Catalog
    rules: tuple[Rule, ...]
    words: frozenset[str]
    packs: Packs = BUILT_IN

    def excludes(self, path: str) -> bool:
        """Whether the configuration leaves a file out; patterns are seen from the folder of the file that has them."""
        by_folder: dict[str, list[str]] = {}
        for said in self.settings.exclude:
            by_folder.setdefault(os.path.dirname(said.origin.source.path), []).append(said.value)
        return any(fits(os.path.abspath(path), folder, tuple(each)) for folder, each in by_folder.items())


class Effects:
    """Finds what is in effect for each file of a run; files with the same settings share it."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._asked = asked_section(config)
        self._words = frozenset(word.lower() for word in config.words)
        self._discovery = Discovery(config.file, config.isolated)
        self._known: dict[tuple[tuple[str, ...], tuple[int, ...]], Effect] = {}

    def of(self, path: str | None) -> Effect:
        """What is in effect for the file at a path; None for a text, which belongs to no folder.

        Raises ConfigError, PackError and PluginError with what is wrong with configurations, rule packs and plugins,
        OSError for one that cannot be read.
        """
        settings = NOTHING if path is None else self._discovery.settings(path)
        key = settings.files, tuple(map(id, settings.sections))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._make(settings)
        listed = frozenset() if path is None else self._discovery.words(path)
        return found._replace(words=found.words | listed) if listed else found

    def _make(self, settings: Settings) -> Effect:
        packs = self._packs(settings)
        catalog = catalog_for(*packs)
        if settings.sections:
            from iki_lint.config.names import wrong_names

            wrong = wrong_names(settings.sections, catalog.rules)
            if wrong:
                raise ConfigError(*wrong)
        rules = in_effect(catalog.rules, settings.sections, self._asked)
        return Effect(settings, catalog, tuple(rules), settings.words | self._words, packs)

    def _packs(self, settings: Settings) -> Packs:
        """The packs that are asked for and those of the configuration, seen from the folder of its file."""
        folders = list(self._config.packs.folders)
        for said in settings.packs:
            folder = os.path.normpath(os.path.join(os.path.dirname(said.origin.source.path), said.value))
            if not os.path.isdir(folder):
                raise ConfigError(said.origin.problem("konfigurasi-folder", folder=said.value))
            folders.append(folder)
        plugins = (*self._config.packs.plugins, *(said.value for said in settings.plugins))
        return Packs(tuple(dict.fromkeys(folders)), tuple(dict.fromkeys(plugins)))
