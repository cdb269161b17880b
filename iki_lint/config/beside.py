"""What counts for a decree beside the decree itself."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from iki_lint.asal import asal_path
from iki_lint.config.discovery import above, candidates
from iki_lint.config.effect import Effects
from iki_lint.config.words import NEAREST, beside


class Rest(NamedTuple):
    """What settings rest on: files and folders, and whether on nothing else (a plugin may be anywhere)."""

    contents: tuple[str, ...]
    folders: tuple[str, ...]
    alone: bool


def looked_at(path: str) -> list[str]:
    """Every file that a check of the decree at `path` looks for, whether it is there or not: a change of any of them,
    or a new one, may change what is found."""
    folder = os.path.dirname(os.path.abspath(path))
    words = [os.path.join(each, NEAREST) for each in above(folder)]
    return [path, asal_path(path), beside(path), *candidates(folder), *words]


def rest_of(effects: Effects, paths: Iterable[str]) -> Rest:
    """What the settings for some decrees rest on beyond that: configurations that are named, and rule packs."""
    found = [effects.of(path) for path in paths]
    contents = [file for effect in found for file in effect.settings.files]
    folders: list[str] = []
    for pack in dict.fromkeys(folder for effect in found for folder in effect.packs.folders):
        for parent, _, files in os.walk(pack):
            folders.append(parent)
            contents += [os.path.join(parent, name) for name in files]
    alone = not any(effect.packs.plugins for effect in found)
    return Rest(tuple(dict.fromkeys(contents)), tuple(folders), alone)
