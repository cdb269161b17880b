"""What is left out: by `.gitignore` where files are looked for, and by `--exclude` everywhere."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from iki_lint.cli.refusal import Refusal
from iki_lint.decree.decoding import read_bytes

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

GITIGNORE = ".gitignore"


class Layer(NamedTuple):
    """The patterns of one file, and the folder that they are relative to (an absolute path)."""

    folder: str
    patterns: "GitIgnoreSpec"

    def says(self, path: str, folder: bool) -> bool | None:
        """Whether an absolute path below the folder is left out; None when no pattern fits."""
        below = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return self.patterns.check_file(below + "/" if folder else below).include


Layers = tuple[Layer, ...]
"""The files that count in a folder, the weakest first."""


class Above(NamedTuple):
    """What counts in a folder because of where it lies, and the paths that were looked at to know it."""

    layers: Layers
    seen: list[str]


def layers_above(folder: str) -> Above:
    """The `.gitignore` files from the top of the repository down to the parent of a folder (an absolute path), behind
    its `.git/info/exclude`. Nothing outside a repository, and nothing when the folder itself is left out: who names
    it wants it."""
    parents, seen = [folder], [os.path.join(folder, ".git")]
    while not os.path.exists(seen[-1]):
        above = os.path.dirname(parents[-1])
        if above == parents[-1]:
            return Above((), seen)
        parents.append(above)
        seen.append(os.path.join(above, ".git"))
    top = parents[-1]
    files = [(top, os.path.join(top, ".git", "info", "exclude"))]
    files += [(parent, os.path.join(parent, GITIGNORE)) for parent in reversed(parents[1:])]
    layers: Layers = ()
    for parent, path in files:
        seen.append(path)
        layers = _with(layers, parent, path)
    hidden = any(left_out(layers, each, True) for each in parents[:-1])
    return Above(() if hidden else layers, seen)


def layers_in(layers: Layers, folder: str) -> Layers:
    """What counts in a folder (an absolute path) that has a `.gitignore`, with what counts above it."""
    return _with(layers, folder, os.path.join(folder, GITIGNORE))


def left_out(layers: Layers, path: str, folder: bool) -> bool:
    """Whether an entry of a folder, an absolute path, is left out; the strongest file that speaks of it decides."""
    said = (layer.says(path, folder) for layer in reversed(layers))
    return next((each for each in said if each is not None), False)


class Exclusion:
    """What `--exclude` leaves out: patterns like those of `.gitignore`, relative to the working directory.

    Raises Refusal for a pattern that is none.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        lines = [pattern for pattern in patterns if pattern.strip()]
        self.here = os.getcwd()
        self.patterns = _patterns(lines) if lines else None
        if self.patterns is not None and len(self.patterns) != len(lines):
            raise Refusal("pola-kecuali-salah", pilihan="--exclude")

    def fits(self, path: str, folder: bool = False) -> bool:
        """Whether a path, or a folder that it is in, is excluded. Outside the working directory only names count."""
        path = os.path.abspath(path)
        if self.patterns is None or path == self.here:
            return False
        inside = path.startswith(os.path.join(self.here, ""))
        parts = (os.path.relpath(path, self.here) if inside else os.path.splitdrive(path)[1]).split(os.sep)
        parts = [part for part in parts if part]
        ends = range(1 if inside else len(parts), len(parts) + 1)
        names = ("/".join(parts[:end]) + ("/" if end < len(parts) or folder else "") for end in ends)
        return any(self.patterns.check_file(name).include for name in names)


def _with(layers: Layers, folder: str, path: str) -> Layers:
    """The layers and a stronger file; one that is not there or cannot be read says nothing, as with git."""
    if not os.path.isfile(path):
        return layers
    try:
        text = read_bytes(path).decode("utf-8", "surrogateescape")
    except OSError:
        return layers
    return (*layers, Layer(folder, _patterns(text.removeprefix("\ufeff").splitlines())))


def _patterns(lines: Iterable[str]) -> "GitIgnoreSpec":
    """The patterns in lines; those that cannot be understood fit nothing."""
    from pathspec import GitIgnoreSpec

    found: list[Any] = []
    for line in lines:
        try:
            found += GitIgnoreSpec.from_lines([line]).patterns
        except ValueError:
            continue
    return GitIgnoreSpec(found)
