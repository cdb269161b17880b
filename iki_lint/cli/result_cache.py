"""Keeps the answer of a check for `replay`: what it rested on, what it said, and how it ended.

An entry is a tuple: the exit code; the last day on which it holds (ISO), or None; the state of the program; (path,
state) of each file that was read or would count if it were there; (path, state) of each folder that was listed; and
what was said, as (stream, words).
"""

import os
from collections.abc import Iterable

from iki_lint.cli import output
from iki_lint.cli.replay import (
    MOST_BYTES,
    answers_folder,
    content_state,
    entry_path,
    folder_state,
    key_of,
    tool_state,
    write_form,
)
from iki_lint.whole_files import write_whole

MOST_ENTRIES = 64
MOST_ALTOGETHER = 50 * 1024 * 1024

asked: list[str] | None = None
"""The command line of this process, where its answer may be kept."""


class Answer:
    """What a run says from now on, and what it rests on: the content or absence of files, the names in folders."""

    def __init__(self, key: bytes, contents: Iterable[str], folders: Iterable[str]) -> None:
        self.key = key
        self.contents = tuple(dict.fromkeys(contents))
        self.folders = tuple(dict.fromkeys(folders))
        self.before = self._states()
        self.may_be_kept = True
        self.told: list[tuple[str, str | bytes]] = []
        output.heard = self.told

    def also(self, contents: Iterable[str], folders: Iterable[str], alone: bool = True) -> None:
        """It rests on these too, as they are now; not `alone`: also on what cannot be told, so that it is not kept."""
        self.may_be_kept = alone
        self.contents = tuple(dict.fromkeys([*self.contents, *contents]))
        self.folders = tuple(dict.fromkeys([*self.folders, *folders]))
        _, states, listed = self._states()
        known, names = dict(self.before[1]), dict(self.before[2])
        # What was there at the beginning counts, not what has become of it.
        kept = tuple((path, known.get(path, state)) for path, state in states)
        self.before = (self.before[0], kept, tuple((path, names.get(path, state)) for path, state in listed))

    def keep(self, code: int, last_day: str | None = None) -> None:
        """Keep the answer of a run that ended well with this exit code; it holds until the end of `last_day`.

        Nothing is kept when something changed while it ran, or cannot be written.
        """
        output.heard = None
        try:
            if not self.may_be_kept or self._states() != self.before:
                return
            data = write_form(self.key, (code, last_day, *self.before, tuple(self.told)))
            if len(data) > MOST_BYTES:
                return
            os.makedirs(answers_folder(), mode=0o700, exist_ok=True)
            write_whole({entry_path(self.key): data})
            _clear()
        except (OSError, ValueError):
            return

    def _states(self) -> tuple[bytes, tuple[tuple[str, bytes], ...], tuple[tuple[str, bytes], ...]]:
        contents = tuple((path, content_state(path)) for path in self.contents)
        return tool_state(), contents, tuple((path, folder_state(path)) for path in self.folders)


def begin(contents: Iterable[str], folders: Iterable[str]) -> Answer | None:
    """Listen to what this run says, before it reads what it rests on; None when its answer is not to be kept."""
    key = key_of(asked) if asked is not None and not os.environ.get("IKI_LINT_NO_CACHE") else None
    try:
        return Answer(key, contents, folders) if key is not None else None
    except (OSError, ValueError):
        return None


def _clear() -> None:
    """Take the oldest entries away when there are too many, or they take too much room."""
    with os.scandir(answers_folder()) as entries:
        known = sorted(
            ((each.stat(), each.path) for each in entries if each.is_file()), key=lambda it: it[0].st_mtime_ns
        )
    room = sum(status.st_size for status, _ in known)
    for left, (status, path) in zip(range(len(known), 0, -1), known, strict=True):
        if left <= MOST_ENTRIES and room <= MOST_ALTOGETHER:
            return
        os.unlink(path)
        room -= status.st_size
