"""Which files a command is about: files that are named, the decrees in folders, and what a pattern fits."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from iki_lint.cli.ignored import GITIGNORE, Exclusion, Layers, layers_above, layers_in, left_out
from iki_lint.cli.inputs import FOLDER_SUFFIXES, STDIN, SUFFIXES, is_decree, is_other_yaml, refuse_format
from iki_lint.cli.refusal import Refusal, unreadable


class Collected(NamedTuple):
    """The files, sorted and each once, and what that rests on: contents and absence of `seen`, names in `folders`.

    `spared`: files were named and passed over on request, and nothing else was asked for.
    """

    files: list[str]
    seen: tuple[str, ...]
    folders: tuple[str, ...]
    spared: bool


def collect(paths: Iterable[str], exclude: Sequence[str] = (), decrees_only: bool = False) -> Collected:
    """The files that paths stand for: themselves, the decrees (YAML) in and below a folder, or what a pattern fits.

    `exclude` holds patterns of files that count in no case; `.gitignore` counts for what is found, not for what is
    named. With `decrees_only`, YAML files that are no decrees are passed over even when they are named.

    Raises Refusal when the name of a file ends like nothing that can be read, a folder cannot be listed, a pattern
    fits nothing, or there is nothing to check and nobody asked for that.
    """
    search = _Search(Exclusion(exclude))
    paths = list(paths)
    named = 0
    found: dict[str, str] = {}
    for path in paths:
        if path == STDIN:
            found[path] = path
            continue
        if os.path.isdir(path):
            more = search.below(_named(path))
        elif _is_pattern(path) and not os.path.lexists(path):
            search.seen.append(path)
            more = search.fitting(path)
        else:
            refuse_format(path, SUFFIXES)
            named += 1
            more = iter(() if search.exclusion.fits(path) else (path,))
        for file in more:
            found.setdefault(os.path.normcase(os.path.abspath(file)), file)
    files = sorted(found.values())
    if decrees_only:
        search.seen += files
        files = [file for file in files if not is_other_yaml(file)]
    if not files and not decrees_only and named < len(paths):
        raise Refusal("tidak-ada-keputusan", folder=", ".join(paths))
    return Collected(
        files, tuple(dict.fromkeys(search.seen)), tuple(dict.fromkeys(search.folders)), not files and not decrees_only
    )


class _Folder(NamedTuple):
    """A folder as it is shown (empty: where we stand), its absolute path, and the `.gitignore` files above it."""

    shown: str
    path: str
    layers: Layers


class _Search:
    """Looks for files and keeps where it has looked."""

    def __init__(self, exclusion: Exclusion) -> None:
        self.exclusion = exclusion
        self.seen: list[str] = []
        self.folders: list[str] = []

    def below(self, shown: str) -> Iterator[str]:
        """The decrees in a folder and below it; links to folders are not followed."""
        if not self.exclusion.fits(shown or os.curdir, True):
            yield from self._decrees(self._start(shown))

    def fitting(self, pattern: str) -> Iterator[str]:
        """The files that fit a pattern and can be read, and the decrees below folders that fit it; `**` stands for
        folders at any depth. Raises Refusal when there are none."""
        parts = pattern.replace(os.sep, "/").split("/")
        plain = next(at for at, part in enumerate(parts) if _is_pattern(part))
        start = "/".join(parts[:plain]) or "/" * bool(plain)
        found = []
        if os.path.isdir(start or os.curdir):
            found = list(self._fitting(self._start(_named(start)), [part for part in parts[plain:] if part]))
        if not found:
            raise Refusal("pola-kosong", pola=pattern)
        return iter(found)

    def _start(self, shown: str) -> _Folder:
        path = os.path.abspath(shown or os.curdir)
        above = layers_above(path)
        self.seen += above.seen
        return _Folder(shown, path, above.layers)

    def _decrees(self, start: _Folder) -> Iterator[str]:
        waiting = [start]
        while waiting:
            for inside, entry in self._entries(waiting.pop()):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(inside)
                elif entry.name.lower().endswith(FOLDER_SUFFIXES) and os.path.isfile(entry):
                    self.seen.append(inside.shown)
                    if is_decree(inside.shown):
                        yield inside.shown

    def _fitting(self, start: _Folder, pattern: list[str]) -> Iterator[str]:
        from fnmatch import fnmatch

        waiting = [(start, pattern)]
        while waiting:
            folder, (head, *rest) = waiting.pop()
            deep = head == "**"
            if deep:
                waiting.append((folder, rest or ["*"]))
            for inside, entry in self._entries(folder):
                if deep:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append((inside, [head, *rest]))
                elif not fnmatch(entry.name, head):
                    continue
                elif rest:
                    if os.path.isdir(entry):
                        waiting.append((inside, rest))
                elif entry.is_dir(follow_symlinks=False):
                    yield from self._decrees(inside)
                elif entry.name.lower().endswith(SUFFIXES) and os.path.isfile(entry):
                    yield inside.shown

    def _entries(self, folder: _Folder) -> "Iterator[tuple[_Folder, os.DirEntry[str]]]":
        """What counts in a folder, each with what it would be as a folder itself; hidden folders never count."""
        shown = folder.shown or os.curdir
        self.folders.append(shown)
        try:
            with os.scandir(shown) as entries:
                listed = list(entries)
        except OSError as error:
            raise unreadable(error, shown) from None
        layers = folder.layers
        if any(entry.name == GITIGNORE for entry in listed):
            self.seen.append(os.path.join(shown, GITIGNORE))
            layers = layers_in(layers, folder.path)
        for entry in listed:
            is_folder = os.path.isdir(entry)
            path = os.path.join(folder.path, entry.name)
            inside = os.path.join(folder.shown, entry.name)
            if is_folder and entry.name.startswith("."):
                continue
            # To git a link is a file, whatever it leads to.
            if left_out(layers, path, entry.is_dir(follow_symlinks=False)) or self.exclusion.fits(inside, is_folder):
                continue
            yield _Folder(inside, path, layers), entry


def _named(folder: str) -> str:
    """A folder as its files are shown: nothing stands for where we are."""
    return "" if folder in (os.curdir, "./") else folder.removeprefix("./")


def _is_pattern(path: str) -> bool:
    return "*" in path or "?" in path or "]" in path.partition("[")[2]
