"""Word, Excel and PDF files: which reader reads what, and what to say where its library is missing."""

import importlib

from iki_lint.decree.source import Source
from iki_lint.readers import EXCEL_SUFFIXES, WORD_SUFFIXES, suffix_of
from iki_lint.readers.rows import Draft
from iki_lint.readers.unreadable import unreadable

# The module that reads files of a suffix, with `read(path, data) -> Draft`, the library it needs and the extra that
# brings it.
READERS = {
    **dict.fromkeys(WORD_SUFFIXES, ("iki_lint.readers.word", "", "")),
    **dict.fromkeys(EXCEL_SUFFIXES, ("iki_lint.readers.excel", "openpyxl", "excel")),
    ".xls": ("iki_lint.readers.sheets", "python_calamine", "excel"),
    ".ods": ("iki_lint.readers.sheets", "python_calamine", "excel"),
    ".pdf": ("iki_lint.readers.pdf", "pypdfium2", "pdf"),
}


def read_document(path: str, data: bytes) -> Draft:
    """The rows and paragraphs of a Word, Excel or PDF file. Raises UnreadableDecree where it cannot be read."""
    module, library, extra = READERS[suffix_of(path)]
    if library:
        require(library, extra, path)
    draft: Draft = importlib.import_module(module).read(path, data)
    return draft


def require(library: str, extra: str, path: str) -> None:
    """Raise UnreadableDecree (IKI006) with the command to give where the library that a file needs is missing."""
    missing = missing_library(library, extra, path)
    if missing:
        raise unreadable("IKI006", missing[0], Source(path, ""), 0, 0, **missing[1])


def missing_library(library: str, extra: str, path: str) -> tuple[str, dict[str, str]] | None:
    """The key and arguments of the sentence that names the command to give, where a library is missing."""
    try:
        importlib.import_module(library)
    except ImportError:
        return "impor-tanpa-pustaka", {"akhiran": suffix_of(path), "ekstra": extra}
    return None
