"""Reading the Kebomas decree as a PDF file, and the same tables with pdfplumber: best of three, in one process.

    pip install pdfplumber && python benchmarks/pdf.py

LibreOffice prints the file first. What is compared is the work beyond the start of Python.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "tests", "readers"))

import pdfplumber  # noqa: E402
from pdf_files import printed, word_file  # noqa: E402

from iki_lint.readers.importing import import_file  # noqa: E402
from iki_lint.readers.pdf import find  # noqa: E402

NAME = "kebomas-2023.txt"


def plumbed(path: str) -> list[list[str | None]]:
    """The rows of all tables as pdfplumber finds them: pages are not joined, columns not named."""
    with pdfplumber.open(path) as document:
        return [row for page in document.pages for table in page.extract_tables() for row in table]


def best(work: Callable[[], object], times: int = 3) -> float:
    """The shortest time in seconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def main() -> None:
    data = printed(word_file(NAME))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "naskah.pdf")
        with open(path, "wb") as file:
            file.write(data)
        rows = len(find(path, data).rows)
        print(f"{NAME}: {len(data):,} bytes, {rows:,} rows and paragraphs")
        print(f"reading            {best(lambda: find(path, data)):6.2f} s")
        print(f"reading, importing {best(lambda: import_file(path, data)):6.2f} s")
        print(f"pdfplumber         {best(lambda: plumbed(path), 1):6.2f} s ({len(plumbed(path)):,} rows)")


if __name__ == "__main__":
    main()
