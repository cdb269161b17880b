"""The Word document, read back."""

import io
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from sheet_samples import SMALL, matter_of, sheet

from iki_lint.reports.sheet import word
from iki_lint.reports.sheet.build import sheet_of
from iki_lint.reports.sheet.paper import PAPERS

CONTENT = sheet_of(matter_of(SMALL))


@pytest.fixture(scope="module")
def made():
    return Document(io.BytesIO(word.write(CONTENT, PAPERS["a4"])))


@pytest.fixture(scope="module")
def large():
    return Document(io.BytesIO(word.write(sheet("kebomas.yaml"), PAPERS["a4"])))


def tables(document):
    """The tables with their rows' XML."""
    return [(each, each.findall(qn("w:tr"))) for each in document.element.body.iter(qn("w:tbl"))]


def test_headings_are_headings(made) -> None:
    headed = [(each.style.name, each.text) for each in made.paragraphs if each.style.name.startswith(("Head", "Title"))]
    assert headed[:2] == [("Title", CONTENT.title), ("Heading 1", "A. Ringkasan")]
    assert [text[:2] for style, text in headed if style == "Heading 1"] == [
        "A.", "B.", "C.", "D.", "E.", "F.", "G.", "La", "La",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a4", "f4"])
def test_pages_stand_as_their_tables_need(name) -> None:
    paper = PAPERS[name]
    document = Document(io.BytesIO(word.write(CONTENT, paper)))
    stands = [(each.orientation, round(each.page_width.mm), round(each.page_height.mm)) for each in document.sections]
    upright = (WD_ORIENT.PORTRAIT, paper.width, paper.height)
    across = (WD_ORIENT.LANDSCAPE, paper.height, paper.width)
    assert stands == [upright, across, upright, upright, across, upright]
    assert (PAPERS["a4"][1:], PAPERS["f4"][1:]) == ((210, 297), (215, 330))


def test_tables_fill_the_page_with_fixed_widths(large) -> None:
    widths = {each.page_width - each.left_margin - each.right_margin for each in large.sections}
    room = {round(each / 635) for each in widths}
    for grid, rows in tables(large):
        assert grid.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
        columns = [int(each.get(qn("w:w"))) for each in grid.find(qn("w:tblGrid"))]
        assert min(abs(sum(columns) - each) for each in room) <= 5
        assert min(columns) >= round(Mm(6.9).twips)
        for row in rows:
            cells = [int(each.get(qn("w:w"))) for each in row.iter(qn("w:tcW"))]
            assert cells in (columns, [sum(columns)])


def test_heads_are_repeated_and_rows_kept_whole(large) -> None:
    headed = 0
    for grid, rows in tables(large):
        first = rows[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
        headed += first is not None
        assert not [row for row in rows[1:] if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        for row in rows:
            long = max(len("".join(text.text or "" for text in cell.iter(qn("w:t")))) for cell in row.iter(qn("w:tc")))
            kept = row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
            assert kept == (long <= 900) or (kept and len(list(row.iter(qn("w:tc")))) == 1)
        assert grid.getnext().tag == qn("w:p")
    assert headed == sum(
        type(block).__name__ == "Table" for each in sheet("kebomas.yaml").sections for block in each.blocks
    )


def test_head_and_foot_of_each_page(made) -> None:
    for each in made.sections:
        assert each.header.paragraphs[0].text == f"{CONTENT.title} · {CONTENT.subtitle}"
        foot = each.footer.paragraphs[0]._p
        assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
        assert "".join(text.text for text in foot.iter(qn("w:t"))).startswith("Halaman 1 dari 1 · iki-lint ")


def test_letters(made) -> None:
    normal = made.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Arial", 10)
    assert normal.element.rPr.find(qn("w:lang")).get(qn("w:val")) == "id-ID"
    assert (made.styles["Tabel"].font.size.pt, made.styles["TabelRapat"].font.size.pt) == (8.5, 7.5)


def test_what_the_tool_proposes_is_in_italics(made) -> None:
    (_, rows) = tables(made)[2]
    runs = [
        (run.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None, run.find(qn("w:t")).text)
        for run in rows[1].iter(qn("w:r"))
    ]
    assert runs == [(False, "1"), (False, "SEKRETARIS"), (False, "2"), (True, "2/0"), (True, "1/1"), (True, "1/0")]


def test_nothing_says_when_it_was_made() -> None:
    data = word.write(CONTENT, PAPERS["a4"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode()
    assert '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>' in properties
    assert "python-docx" not in properties
    assert word.write(CONTENT, PAPERS["a4"]) == data
