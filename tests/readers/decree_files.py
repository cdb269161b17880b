"""The two decrees, imported once, and what the tests ask of them."""

import functools
import hashlib
import os
from collections.abc import Iterator
from typing import Any

from iki_lint.decree.tree import plain
from iki_lint.readers.importing import Imported, import_text

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "data")
EXAMPLES = os.path.join(HERE, "..", "..", "examples")
NAMES = ("kebomas-2023.txt", "klojen-2018.txt")


def data(name: str) -> bytes:
    with open(os.path.join(DATA, name), "rb") as file:
        return file.read()


@functools.cache
def imported(name: str) -> Imported:
    return import_text(name, data(name))


@functools.cache
def tree(name: str) -> Any:
    return plain(imported(name).root)


def line(name: str, number: int) -> str:
    return data(name).decode().split("\n")[number - 1]


def table_rows(root: Any) -> Iterator[tuple[int, int, str, str, str, str]]:
    """Position and plan index from 1, plan (first row only), indicator (first row only), formula, source."""
    for p, position in enumerate(root["jabatan"], 1):
        for r, plan in enumerate(position["rencana_kinerja"], 1):
            text = plan["uraian"] or ""
            for indicator in plan["indikator"]:
                name = indicator["nama"] or ""
                formulas = indicator["formulasi"]
                if not isinstance(formulas, list):
                    formulas = [{"uraian": formulas, "sumber_data": indicator["sumber_data"]}]
                for formula in formulas:
                    yield p, r, text, name, formula["uraian"] or "", formula["sumber_data"] or ""
                    text = name = ""


def checksum(root: Any) -> str:
    lines = ["\t".join(map(str, row)) for row in table_rows(root)]
    return hashlib.sha256(("\n".join(lines) + "\n").encode()).hexdigest()
