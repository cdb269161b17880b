"""What is left out: by `.gitignore` where files are looked for, and by `--exclude` everywhere."""

import os
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from iki_lint.cli.refusal import Refusal
from iki_lint.decree.decoding import read_bytes

if TYPE_CHECKING:
    from pathspec.pattern import RegexPattern

GITIGNORE = ".gitignore"


class Layer(NamedTuple):
    """The patterns of one file, the strongest first, and the folder that they are relative to (an absolute path)."""

    folder: str
    patterns: "list[RegexPattern]"

    def says(self, path: str, folder: bool) -> bool | None:
        """Whether an absolute path below the folder is left out; None when no pattern fits."""
        below = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return _said(self.patterns, below + "/" if folder else below)


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

    def __init__(self, patterns: Sequence[str]) -> None:
        self.here = os.getcwd()
        self.patterns = _patterns(patterns) if patterns else []
        if len(self.patterns) != len(patterns):
            raise Refusal("pola-kecuali-salah", pilihan="--exclude")

    def fits(self, path: str, folder: bool = False) -> bool:
        """Whether a path, or a folder that it is in, is excluded. Outside the working directory only names count."""
        path = os.path.abspath(path)
        if not self.patterns or path == self.here:
            return False
        inside = path.startswith(os.path.join(self.here, ""))
        parts = (os.path.relpath(path, self.here) if inside else os.path.join("..", path)).split(os.sep)
        ends = range(1, len(parts) + 1)
        names = ("/".join(parts[:end]) + ("/" if end < len(parts) or folder else "") for end in ends)
        return any(_said(self.patterns, name) for name in names)


def _with(layers: Layers, folder: str, path: str) -> Layers:
    """The layers and a stronger file; one that is not there or cannot be read says nothing, as with git."""
    if not os.path.isfile(path):
        return layers
    try:
        text = read_bytes(path).decode("utf-8", "surrogateescape")
    except OSError:
        return layers
    return (*layers, Layer(folder, _patterns(text.removeprefix("\ufeff").splitlines())))


def _patterns(lines: Iterable[str]) -> "list[RegexPattern]":
    """The patterns in lines, the strongest first; those that cannot be understood fit nothing."""
    from pathspec import GitIgnoreSpec

    found: list[RegexPattern] = []
    for line in lines:
        try:
            found += GitIgnoreSpec.from_lines([_inside(line)]).patterns
        except (ValueError, re.error):  # the library, and what it makes of the line
            continue
    return found[::-1]


def _inside(line: str) -> str:
    """The same pattern, but for `x/**`, which git takes for what is in x and the library for x too."""
    bare = line.rstrip()
    folders = "/" * bare.endswith("/")
    return f"{bare.rstrip('/')}/*{folders}" if bare.strip("!/").endswith("/**") else line


def _said(patterns: "Iterable[RegexPattern]", name: str) -> bool | None:
    """Whether a name is left out (a folder's ends in a slash); None when no pattern fits.

    The library's patterns fit what is in a folder too, which git does not mean: `ps_d` is the slash behind a folder.
    """
    for pattern in patterns:
        if pattern.include is None or pattern.regex is None:
            continue
        found = list(pattern.regex.finditer(name))
        if found and (not found[-1].groupdict().get("ps_d") or found[-1].end() == len(name)):
            return pattern.include
    return None
