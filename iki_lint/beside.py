"""What counts for a decree beside the decree itself."""

import os

from iki_lint.asal import asal_path
from iki_lint.own_words import BESIDE, CONFIG, WORDS


def looked_at(path: str) -> list[str]:
    """Every file that a check of the decree at `path` may read, whether it is there or not: a change of any of them,
    or a new one, may change what is found."""
    found = [path, asal_path(path), os.path.splitext(path)[0] + BESIDE]
    folder = os.path.dirname(os.path.abspath(path))
    while True:
        found += [os.path.join(folder, name) for name in (CONFIG, WORDS)]
        above = os.path.dirname(folder)
        if above == folder:
            return found
        folder = above
