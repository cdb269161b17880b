"""Which configuration is for which file: the nearest one, what it extends, and the word lists on the way.

Of the folder of a file and those above it, the first that has an `iki-lint.yaml`, or a `pyproject.toml` with the table
`[tool.iki-lint]`, decides alone; files further up count only where it names them (`extends`).
"""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from iki_lint.config.error import ConfigError
from iki_lint.config.paths import PYPROJECT, fits
from iki_lint.config.settings import NOTHING, Said, Section, Settings
from iki_lint.config.words import NEAREST, beside, read_words

if TYPE_CHECKING:
    from iki_lint.config.configfile import ConfigFile

CONFIG = "iki-lint.yaml"
MOST_EXTENDED = 20


class Discovery:
    """Finds settings and words for the files of one run; what has been read is read once."""

    def __init__(self, config: str | None = None, isolated: bool = False) -> None:
        """`config` is for all files, whatever lies beside them; `isolated`: no configuration at all, and no words."""
        self._given = config
        self._isolated = isolated
        self._nearest: dict[str, ConfigFile | None] = {}
        self._read: dict[str, ConfigFile | None] = {}
        self._words: dict[str, frozenset[str]] = {}

    def settings(self, path: str) -> Settings:
        """What is set for a file. Raises ConfigError, or OSError where a configuration cannot be read."""
        own = None if self._isolated else self._config(path)
        if own is None:
            return NOTHING
        chain = self._chain(own, ())
        absolute = os.path.abspath(path)
        return Settings(
            tuple(each for file in chain for each in file.sections if not each.patterns or _is_for(each, absolute)),
            _joined(file.packs for file in chain),
            _joined(file.plugins for file in chain),
            _joined(file.exclude for file in chain),
            tuple(file.path for file in chain),
        )

    def words(self, path: str) -> frozenset[str]:
        """The words that lists beside and above a file hold. Raises ConfigError or OSError as `settings` does."""
        if self._isolated:
            return frozenset()
        listed = [each for each in (nearest(os.path.dirname(os.path.abspath(path)), NEAREST), beside(path)) if each]
        for each in listed:
            if each not in self._words:
                self._words[each] = read_words(each) if os.path.isfile(each) else frozenset()
        return frozenset().union(*(self._words[each] for each in listed))

    def _config(self, path: str) -> "ConfigFile | None":
        """The configuration that decides for a file."""
        if self._given is not None:
            return self._file(self._given)
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._nearest:
            found = candidates(folder)
            # Told as the file itself was: a relative path stays one.
            self._nearest[folder] = self._first(found if os.path.isabs(path) else map(os.path.relpath, found))
        return self._nearest[folder]

    def _first(self, paths: Iterable[str]) -> "ConfigFile | None":
        for path in paths:
            if os.path.isfile(path) and (found := self._file(path)):
                return found
        return None

    def _file(self, path: str) -> "ConfigFile | None":
        if path not in self._read:
            # Heavier than all the rest, and most folders have none.
            from iki_lint.config.configfile import read_config

            self._read[path] = read_config(path)
        return self._read[path]

    def _chain(self, file: "ConfigFile", inside: tuple[str, ...]) -> "list[ConfigFile]":
        """A configuration behind all that it extends. Raises ConfigError for a circle or a file that is not there."""
        chain: list[ConfigFile] = []
        inside = (*inside, os.path.realpath(file.path))
        for said in file.extends:
            path = os.path.join(os.path.dirname(file.path), said.value)
            if os.path.realpath(path) in inside or len(inside) > MOST_EXTENDED:
                raise ConfigError(said.origin.problem("konfigurasi-melingkar", berkas=said.value))
            if not os.path.isfile(path):
                raise ConfigError(said.origin.problem("konfigurasi-tidak-ada", berkas=said.value))
            found = self._file(os.path.normpath(path))
            if found is None:
                raise ConfigError(said.origin.problem("konfigurasi-tanpa-tabel", berkas=said.value))
            chain += [each for each in self._chain(found, inside) if each not in chain]
        return [*chain, file]


def candidates(folder: str) -> Iterator[str]:
    """The files that may be the configuration for a folder, from the nearest on."""
    for each in above(folder):
        yield os.path.join(each, CONFIG)
        yield os.path.join(each, PYPROJECT)


def nearest(folder: str, name: str) -> str | None:
    """The file of this name in a folder or the first one above that has it."""
    return next((path for each in above(folder) if os.path.isfile(path := os.path.join(each, name))), None)


def above(folder: str) -> Iterator[str]:
    """A folder and those above it."""
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _is_for(section: Section, path: str) -> bool:
    return fits(path, section.folder, section.patterns)


def _joined(groups: Iterable[tuple[Said, ...]]) -> tuple[Said, ...]:
    return tuple(said for group in groups for said in group)
