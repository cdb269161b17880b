"""The page and the Markdown text, read back; and names that want to be more than names, in every form."""

import io
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from sheet_samples import SMALL, matter_of, sheet

from iki_lint.reports.sheet import excel, markdown, page, word
from iki_lint.reports.sheet.build import sheet_of
from iki_lint.reports.sheet.paper import PAPERS
from iki_lint.reports.sheet.record import Column, Facts, Heading, Items, Paragraph, Section, Sheet, Table

A4 = PAPERS["a4"]
CONTENT = sheet_of(matter_of(SMALL))
HOSTILE = (
    "=HYPERLINK(\"http://a\")", "<script>alert(1)</script>", "a|b", "**tebal** _m_ `k` [x](y) # h", "\x1b[31mmerah\x07",
    "kanan\u202ekiri", "\ud800", "&amp; &P &N", "{{ 7*7 }} {halaman}", "+1", "-1", "@x", "x" * 400,
    "]]></w:t>", "a\nb", "\x00\x0b\ufffe",
)  # fmt: skip


def of(text: str) -> Sheet:
    """A sheet that says nothing but one text, everywhere."""
    grid = Table((Column(text, 1), Column(text, 2, "right")), ((text, text),))
    blocks = (Heading(text), Paragraph(text), Items((text,)), Facts(((text, text),)), grid)
    return Sheet(text, text, text, "Halaman {halaman} dari {jumlah}", "id", (Section("Uji", blocks),))


class Reading(HTMLParser):
    """The tags and the texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "href")]

    def handle_data(self, data):
        self.texts.append(data)


def read(data: bytes) -> Reading:
    """A page that has been read."""
    reading = Reading()
    reading.feed(data.decode())
    return reading


def test_the_page() -> None:
    reading = read(page.write(CONTENT, A4))
    assert reading.tags.count("section") == 8
    assert reading.tags.count("thead") == sum(isinstance(b, Table) for each in CONTENT.sections for b in each.blocks)
    assert reading.tags.count("script") == 0
    texts = " ".join(reading.texts)
    for told in ("C. Temuan", "BELUM DAPAT DIPARAF", "KEPALA SEKSI PELAYANAN (no 2); KEPALA SEKSI UMUM (no 3)"):
        assert told in texts
    styles = page.write(CONTENT, PAPERS["f4"]).decode()
    assert "size: 215mm 330mm" in styles
    assert '"Halaman " counter(page) " dari " counter(pages) ""' in styles
    assert "default-src 'none'" in styles


def test_the_markdown_text() -> None:
    lines = markdown.write(CONTENT).decode().split("\n")
    assert lines[0] == "# Lembar Telaah Rancangan Keputusan tentang IKU dan IKI"
    assert "| 1 | SEKRETARIS | 2 | *2/0* | *1/1* |  |  | *1/0* |  |  |  |" in lines
    assert "| **Penelaah** | … |" in lines
    assert [line for line in lines if line.startswith("## ")][:2] == [
        "## A. Ringkasan",
        "## B. Kertas kerja SMART-C (Format 1)",
    ]
    for line, following in pairwise(lines):
        if line.startswith("|") and following.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == len(re.findall(r"(?<!\\)\|", following))


def test_a_large_decree_in_every_text_form() -> None:
    made = sheet("kebomas.yaml")
    assert len(page.write(made, A4)) < 1_000_000
    assert len(markdown.write(made)) < 500_000


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names(text) -> None:
    sheet = of(text)
    reading = read(page.write(sheet, A4))
    assert reading.tags == read(page.write(of("aman" if "\n" not in text else "a\nb"), A4)).tags
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e\ufffe]", page.write(sheet, A4).decode())
    written = markdown.write(sheet).decode()
    assert "<script" not in written
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", written)
    assert not re.search(r"(?<!\\)\*\*tebal", written)
    document = Document(io.BytesIO(word.write(sheet, A4)))
    assert len(document.tables) == 2
    book = load_workbook(io.BytesIO(excel.write(sheet, A4)))
    for row in book["Uji"].iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert cell.value is None or cell.data_type in ("s", "n")
            assert not str(cell.value).startswith(("=", "+", "-", "@")) or cell.quotePrefix


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_any_text_gives_whole_files(text) -> None:
    sheet = of(text)
    Document(io.BytesIO(word.write(sheet, A4)))
    load_workbook(io.BytesIO(excel.write(sheet, A4)))
    read(page.write(sheet, A4))
    markdown.write(sheet).decode()
