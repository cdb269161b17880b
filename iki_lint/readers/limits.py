"""How large a Word, Excel or PDF file may be, packed and unpacked: far more than any decree, little enough for any PC.

A decree of 77 positions has 20 parts, 3 MB of XML and 30 levels; pictures make files large, and nobody reads those.
"""

MEGABYTE = 1024 * 1024

MAX_FILE = 64 * MEGABYTE
"""Bytes of the file itself; a text or YAML file has the limit of `decree.decoding`."""
MAX_UNPACKED = 300 * MEGABYTE
"""Bytes of all parts of a package."""
MAX_PART = 64 * MEGABYTE
"""Bytes of a part of XML."""
MAX_PARTS = 10_000
MAX_TAGS = 3_000_000
MAX_DEPTH = 200
MAX_RANGE = 1_000_000
"""Cells of all merged ranges and links of a sheet: a library visits each of them."""


def in_megabytes(limit: int) -> str:
    """A limit in bytes as a sentence has it."""
    return str(limit // MEGABYTE)
