"""Give a document back with remarks: a copy in which each finding stands where it was found."""

import importlib
from typing import TYPE_CHECKING

from iki_lint.readers import suffix_of
from iki_lint.readers.documents import require

if TYPE_CHECKING:
    from iki_lint.linting import Review

# The module that writes into files of a suffix, with `annotate(path, data, review, lang) -> bytes`, the library it
# needs and the extra that brings it.
WRITERS = {
    ".docx": ("iki_lint.annotate.word", "docx", "word"),
    ".xlsx": ("iki_lint.annotate.excel", "openpyxl", "excel"),
    ".pdf": ("iki_lint.annotate.pdf", "pypdf", "pdf"),
}


def annotate(path: str, data: bytes, review: "Review", lang: str = "id") -> bytes:
    """A copy of a file with remarks on what was found in it. Raises UnreadableDecree where that cannot be made."""
    module, library, extra = WRITERS[suffix_of(path)]
    require(library, extra, path)
    copy: bytes = importlib.import_module(module).annotate(path, data, review, lang)
    return copy
