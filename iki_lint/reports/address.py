"""Paths as other programs write them."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote


def slashed(path: str) -> str:
    """A path with forward slashes and without a leading `./`."""
    return PurePath(path).as_posix()


def uri(path: str) -> str:
    """A path as a URI: a relative one stays relative, an absolute one becomes a `file:` URI."""
    return Path(path).as_uri() if os.path.isabs(path) else quote(os.fsencode(slashed(path)))
