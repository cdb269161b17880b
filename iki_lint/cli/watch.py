"""`iki-lint check --watch`: check again whenever a file, its configuration or its words change."""

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import click

from iki_lint.catalog import PluginError
from iki_lint.cli import result_cache
from iki_lint.cli.collect import collect
from iki_lint.cli.output import tell
from iki_lint.cli.refusal import Refusal, Sentence
from iki_lint.cli.terminal import is_terminal
from iki_lint.config.asked import Config
from iki_lint.config.beside import looked_at, rest_of
from iki_lint.config.effect import Effects
from iki_lint.config.error import ConfigError
from iki_lint.engine.rule import PackError
from iki_lint.messages import say

POLL = 0.5
"""Seconds between two looks at the files."""

MOST_NAMED = 5

Stamp = tuple[int, int, int] | None
"""Time, size and number of a file; None where there is none."""


class Sight(NamedTuple):
    """What is checked and what that rests on; `refused` is why nothing can be checked."""

    files: tuple[str, ...]
    contents: dict[str, Stamp]
    folders: dict[str, Stamp]
    refused: Sentence | None = None


def watch(
    paths: Sequence[str], exclude: Sequence[str], decrees_only: bool, config: Config, check: Callable[[], int]
) -> int:
    """Check, wait for a change, say what has changed and check again, until Ctrl-C; then exit code 0."""
    result_cache.asked = None
    lang = config.lang
    look = partial(_look, paths, exclude, decrees_only, config)
    changed: list[str] = []
    try:
        while True:
            seen = look()
            if is_terminal() and os.environ.get("TERM") != "dumb":
                click.clear()
            if changed:
                tell([say("pantau-berubah", lang, berkas=_named(changed, lang))])
            if local := sys.modules.get("iki_lint.packs.local"):
                local.load_packs.cache_clear()
            if check() == 130:
                raise KeyboardInterrupt
            gc.collect()
            tell([say("pantau-menunggu", lang)])
            changed = _change(seen, look)
    except KeyboardInterrupt:
        tell([""])
        return 0


def _look(paths: Sequence[str], exclude: Sequence[str], decrees_only: bool, config: Config) -> Sight:
    try:
        found = collect(paths, exclude, decrees_only)
    except Refusal as refusal:
        return Sight((), _stamps([path for path in paths if not os.path.isdir(path)]), {}, refusal.sentence)
    contents = [*found.seen, *(each for path in found.files for each in looked_at(path))]
    folders = [*found.folders]
    try:
        rest = rest_of(Effects(config), found.files)
        contents += rest.contents
        folders += rest.folders
    except (ConfigError, PackError, PluginError, OSError) as error:
        # The check tells what is wrong; whoever mends it changes one of these.
        contents += [problem.source.path for problem in getattr(error, "problems", ())]
    return Sight(tuple(found.files), _stamps(contents), _stamps(folders))


def _change(before: Sight, look: Callable[[], Sight]) -> list[str]:
    """Wait until something that counts has changed, and then until it no longer does; the paths that have."""
    while True:
        time.sleep(POLL)
        if before.refused is None and _same(before.contents) and _same(before.folders):
            continue
        now = look()
        changed = _different(before, now)
        while changed:
            time.sleep(POLL / 5)
            later = look()
            if not _different(now, later):
                return changed
            now, changed = later, _different(before, later)
        # A folder has another file in it, which is no matter of ours.
        before = now


def _different(before: Sight, now: Sight) -> list[str]:
    paths = {path for path in before.contents | now.contents if before.contents.get(path) != now.contents.get(path)}
    paths |= set(before.files) ^ set(now.files)
    return sorted({os.path.relpath(path) for path in paths} or ({"."} if before.refused != now.refused else set()))


def _same(stamps: dict[str, Stamp]) -> bool:
    return all(_stamp(path) == stamp for path, stamp in stamps.items())


def _stamps(paths: Sequence[str]) -> dict[str, Stamp]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _named(paths: Sequence[str], lang: str) -> str:
    named = ", ".join(paths[:MOST_NAMED])
    more = len(paths) - MOST_NAMED
    return say("pantau-lagi", lang, berkas=named, jumlah=more) if more > 0 else named
