"""What a new folder begins with: the skeletons beside this module, and the schemas that editors find by them."""

import os

from iki_lint import schemas
from iki_lint.config.discovery import CONFIG
from iki_lint.resources import schema_of

DECREE = "keputusan.yaml"
_HERE = os.path.dirname(os.path.abspath(__file__))


def skeletons() -> dict[str, bytes]:
    """The files by path in the new folder."""
    written = {name: _skeleton(name) for name in (DECREE, CONFIG)}
    return written | {schemas.beside("", kind): schema_of(kind) for kind in (schemas.DECREE, schemas.CONFIG)}


def _skeleton(name: str) -> bytes:
    with open(os.path.join(_HERE, name), "rb") as file:
        return file.read()
