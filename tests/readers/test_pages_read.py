"""A reader tells its pages to whoever listens, and to nobody else."""

import os

import pytest
from pdf_files import PDF

from iki_lint.readers.documents import read_document
from iki_lint.readers.pages_read import tell, telling


def test_pages_of_a_pdf_file_are_told():
    with open(os.path.join(PDF, "klojen.pdf"), "rb") as file:
        data = file.read()
    told = []
    with telling(lambda read, pages: told.append((read, pages))):
        read_document("klojen.pdf", data)
    pages = told[0][1]
    assert pages > 3
    assert told == [(at, pages) for at in range(pages + 1)]
    read_document("klojen.pdf", data)
    assert len(told) == pages + 1


def test_who_listened_before_listens_again_even_after_an_error():
    outer, inner = [], []

    def fail():
        with telling(lambda *at: inner.append(at)):
            tell(1, 2)
            raise KeyError

    with telling(lambda *at: outer.append(at)):
        with pytest.raises(KeyError):
            fail()
        tell(2, 2)
    assert (outer, inner) == ([(2, 2)], [(1, 2)])
