"""Files that are no YAML, read into the tree of a decree."""

import os

from iki_lint.decree.decoding import MAX_BYTES
from iki_lint.readers.limits import MAX_FILE

TEXT_SUFFIXES = (".txt", ".md")
WORD_SUFFIXES = (".docx", ".docm", ".dotx")
EXCEL_SUFFIXES = (".xlsx", ".xlsm", ".xltx")
"""The second may hold macros, which nobody looks at; the third is a template."""
DOCUMENT_SUFFIXES = (*WORD_SUFFIXES, *EXCEL_SUFFIXES, ".xls", ".ods", ".pdf")
IMPORTABLE = TEXT_SUFFIXES + DOCUMENT_SUFFIXES


def is_importable(path: str) -> bool:
    """Whether the name ends like a file that a reader imports."""
    return path.lower().endswith(IMPORTABLE)


def is_document(path: str) -> bool:
    """Whether the name ends like a Word, Excel or PDF file: what is in it has an address and no lines."""
    return path.lower().endswith(DOCUMENT_SUFFIXES)


def largest(path: str) -> int:
    """How many bytes a file of this name may have: documents hold pictures. An .xls has no parts to be limited in."""
    return MAX_FILE if is_document(path) and suffix_of(path) != ".xls" else MAX_BYTES


def suffix_of(path: str) -> str:
    """The ending of a file's name in lower case."""
    return os.path.splitext(path)[1].lower()
