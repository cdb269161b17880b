"""How long it takes to read the decree of Kebomas as a Word file and as a workbook: our readers, and the libraries
reading the same cells.

    python benchmarks/documents.py    # in an environment with iki-lint[word,excel]

Each way is a process of its own; start-up, which includes the imports, is measured without a file and taken off.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Mapping

from interleaved import run

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(TOP, "tests", "readers"))

from excel_files import exported  # noqa: E402
from word_files import decree  # noqa: E402

TIMES = 9
NAME = "kebomas-2023.txt"
WORD = {
    "iki-lint": "from iki_lint.readers.word import read\nif path: read(path, open(path, 'rb').read())",
    "python-docx, rows and cells as they are in the file": (
        "import docx\nfrom docx.table import _Cell\n"
        "if path: [[_Cell(tc, table).text for tc in tr.tc_lst] for table in docx.Document(path).tables "
        "for tr in table._tbl.tr_lst]"
    ),
    "python-docx, row.cells": (
        "import docx\nif path: [[cell.text for cell in row.cells] for table in docx.Document(path).tables "
        "for row in table.rows]"
    ),
}
EXCEL = {
    "iki-lint": (
        "import openpyxl\nfrom iki_lint.readers.excel import read\nif path: read(path, open(path, 'rb').read())"
    ),
    "openpyxl, all values": (
        "import openpyxl\nif path: [row for sheet in openpyxl.load_workbook(path).worksheets "
        "for row in sheet.iter_rows(values_only=True)]"
    ),
    "openpyxl, all values, read_only": (
        "import openpyxl\nif path: [row for sheet in openpyxl.load_workbook(path, read_only=True).worksheets "
        "for row in sheet.iter_rows(values_only=True)]"
    ),
}


def main() -> None:
    """Print the medians in milliseconds, with the smallest and the largest, and the peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data, ways in (("kebomas.docx", decree(NAME), WORD), ("kebomas.xlsx", exported(NAME), EXCEL)):
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(data)
            print(f"{name}, {len(data) / 1e3:.0f} KB, {TIMES} times")
            compare(path, ways)


def compare(path: str, ways: Mapping[str, str]) -> None:
    """Print a line for each way to read a file."""
    for name, program in ways.items():
        read, bare = [], []
        for _ in range(TIMES):
            for given, times in ((path, read), ("", bare)):
                command = [sys.executable, "-c", f"import sys\npath = sys.argv[1]\n{program}", given]
                used = run(command, TOP)
                assert used.code == 0, name
                times.append(used)
        took = [1000 * (a.wall - b.wall) for a, b in zip(read, bare, strict=True)]
        memory = max(used.memory for used in read) / 1024
        spread = f"{min(took):.0f} - {max(took):.0f}"
        start = 1000 * statistics.median(used.wall for used in bare)
        print(f"  {name}: {statistics.median(took):.0f} ms ({spread}) beyond {start:.0f} ms, {memory:.0f} MB")


if __name__ == "__main__":
    main()
