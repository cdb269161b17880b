"""An example of a plugin: a word that stands twice in a row, which no condition can express."""

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import pointer_of
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.plugins import Plugin

_TWICE = re.compile(r"\b(\w+)( \1)+\b", re.IGNORECASE)


def repeated_words(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Words of at least `huruf` letters that follow themselves, with an edit that leaves one of them."""
    for owner, text, key in context.decree.cells:
        for found in _TWICE.finditer(text.value):
            if len(found[1]) >= options["huruf"]:
                edits = ((found.start(), found.end(), found[1]),)
                pointer = pointer_of(owner, key)
                yield Hit(owner, text, pointer, *found.span(), args={"kata": found[1]}, edits=edits, safe=False)


PLUGIN = Plugin({"kata-berturut": repeated_words}, os.path.join(os.path.dirname(__file__), "aturan"))
