"""Patterns of paths, written as in a .gitignore: `kelurahan/*.yaml`, `arsip/`, `**/lama*`, `!arsip/ini.yaml`."""

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


PYPROJECT = "pyproject.toml"


def fits(path: str, folder: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path fits patterns that are relative to a folder. What lies outside that folder fits none of them."""
    if not patterns:
        return False
    try:
        relative = os.path.relpath(path, folder or os.curdir)
    except ValueError:  # another drive
        return False
    return relative.split(os.sep)[0] != os.pardir and _spec(patterns).match_file(relative)


def is_pattern(text: str) -> bool:
    """Whether a text can be understood as a pattern."""
    try:
        _spec((text,))
    except (ValueError, re.error):  # the library, and what it makes of the text
        return False
    return True


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
