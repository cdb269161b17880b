"""Workbooks for the tests, built with openpyxl."""

import functools
import io

from decree_files import imported
from openpyxl import Workbook

from iki_lint.decree.model import Decree
from iki_lint.export import excel
from iki_lint.export.rows import annex_of

TITLES = ("No.", "Rencana Kinerja", "Indikator Kinerja Individu", "Formulasi", "Sumber Data")


@functools.cache
def exported(name: str) -> bytes:
    """The annex of one of the two decrees as a workbook."""
    return excel.write(annex_of(Decree(imported(name).root)), "f4")


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book_of(*rows: tuple, title: str = "IKI") -> Workbook:
    """A workbook with one sheet that holds these rows; a None leaves its cell empty."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    return book


def small(*rows: tuple) -> Workbook:
    """A workbook with a Jabatan, the usual titles and these rows below them, from row 3 on."""
    return book_of(("Jabatan:", "CAMAT"), TITLES, *rows)
