"""Workbooks that cannot be read, or must not be: one sentence each."""

import contextlib
import io
import random
import zipfile

import pytest
from excel_files import book_of, saved, small

from iki_lint.messages import say
from iki_lint.readers import limits, ods_extent
from iki_lint.readers.importing import import_file
from iki_lint.readers.unreadable import UnreadableDecree

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = saved(small((1, "R", "I", "F", "S")))


def refusal(data, path="a.xlsx"):
    with pytest.raises(UnreadableDecree) as caught:
        import_file(path, data)
    problem = caught.value.problem
    assert problem.fatal
    assert problem.place is None
    for lang in ("id", "en"):
        assert "\n" not in say(problem.message, lang, **problem.args)
    return problem.code, problem.message


def changed(name, old, new, data=GOOD):
    """The workbook with something in one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in package.namelist():
            part = package.read(entry)
            if entry == name:
                assert old in part
                part = part.replace(old, new)
            made.writestr(entry, part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("IKI006", "excel-rusak")),
        (b"Jabatan: CAMAT\n", ("IKI006", "excel-rusak")),
        (GOOD[:2000], ("IKI006", "excel-rusak")),
        (OLE + b"\0" * 600, ("IKI006", "excel-lama")),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), ("IKI006", "excel-bersandi")),
        (changed(SHEET, b"<sheetData>", b"<sheetData><row>"), ("IKI006", "excel-rusak")),
        (
            changed("xl/workbook.xml", b"<workbook", b"<!DOCTYPE a [<!ENTITY b 'c'>]><workbook"),
            ("IKI006", "excel-rusak"),
        ),
        (saved(book_of(("apa", "saja"))), ("IKI006", "impor-bukan-keputusan")),
        (saved(book_of()), ("IKI006", "impor-bukan-keputusan")),
    ],
)
def test_what_is_no_workbook(data, expected):
    assert refusal(data) == expected


def test_the_strict_form_of_excel():
    usual, strict = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    assert refusal(changed("xl/workbook.xml", usual, strict)) == ("IKI006", "excel-ketat")


def test_another_office_file_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "<a/>")
    assert refusal(out.getvalue()) == ("IKI006", "excel-bukan")


@pytest.mark.parametrize(
    "hostile",
    [
        b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b'</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        b"</sheetData><mergeCells><mergeCell\nref='$A$1:$XFD$1048576'/></mergeCells>",
    ],
)
def test_ranges_that_would_be_walked_for_hours(hostile):
    assert refusal(changed(SHEET, b"</sheetData>", hostile)) == ("IKI004", "excel-rentang-terlalu-besar")


@pytest.mark.parametrize("written", ["utf-8", "utf-16"])
def test_a_sheet_under_another_name_is_looked_at_too(written):
    out = io.BytesIO()
    hostile = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in package.namelist():
            part = package.read(entry).replace(b"worksheets/sheet1.xml", b"media/sheet1.png")
            if entry == SHEET:
                part = part.replace(b"</sheetData>", hostile).decode().encode(written)
            made.writestr("xl/media/sheet1.png" if entry == SHEET else entry, part)
    codes = {"utf-8": ("IKI004", "excel-rentang-terlalu-besar"), "utf-16": ("IKI006", "excel-rusak")}
    assert refusal(out.getvalue()) == codes[written]


def test_a_bomb_is_not_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(4):
            with made.open(f"xl/{number}.xml", "w") as part:
                for _ in range(80):
                    part.write(b" " * (1 << 20))
    assert refusal(out.getvalue()) == ("IKI004", "excel-terlalu-padat")


def test_too_many_parts(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PARTS", 5)
    assert refusal(GOOD) == ("IKI004", "excel-terlalu-padat")


def test_too_many_cells():
    book = small(*((1, "R", "I", "F", "S") for _ in range(10)))
    sheet = book.active
    for row in range(20, 1020):
        for column in range(1, 101):
            sheet.cell(row, column, "x")
    assert refusal(saved(book)) == ("IKI004", "impor-lembar-terlalu-banyak-sel")


def test_one_cell_at_the_far_end_takes_no_time():
    book = small((1, "R", "I", "F", "S"))
    book.active["XFD1048576"] = "jauh"
    found = import_file("a.xlsx", saved(book))
    assert [problem.args["isi"] for problem in found.problems] == []
    assert found.counts.rows == 1
    assert found.draft.rows[-1].cells[-1].address == "Lembar IKI, sel XFD1048576"


def test_a_damaged_workbook_is_refused_or_read_but_never_fails_otherwise():
    chance = random.Random(7)
    for _ in range(150):
        data = bytearray(GOOD)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(UnreadableDecree):
            import_file("a.xlsx", bytes(data))


def test_old_workbooks_that_are_none():
    pytest.importorskip("python_calamine")
    assert refusal(b"teks", "a.xls") == ("IKI006", "excel-rusak")
    assert refusal(OLE + b"\0" * 600, "a.xls") == ("IKI006", "excel-rusak")
    assert refusal(GOOD, "a.ods") == ("IKI006", "excel-bukan")
    assert refusal(b"teks", "a.ods") == ("IKI006", "excel-rusak")


CELL = '<table:table-cell{} office:value-type="string"><text:p>x</text:p></table:table-cell>'
WIDE = ' table:number-columns-repeated="16384"'
NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            f'<table:table-row table:number-rows-repeated="9999999">{CELL.format("")}</table:table-row>' * 2,
            (19999998, 1),
        ),
        (f"<table:table-row>{CELL.format(WIDE)}</table:table-row>", (1, 16384)),
        ('<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>', (0, 0)),
        (f"<table:table-row><table:table-cell/>{CELL.format('')}<table:table-cell/></table:table-row>", (1, 2)),
    ],
)
def test_how_far_an_open_document_reaches(rows, expected):
    content = (
        f'<office:document-content{NAMES}><table:table table:name="A">{rows}</table:table></office:document-content>'
    )
    assert list(ods_extent.extents(content.encode())) == [expected]


def test_an_open_document_that_would_fill_the_memory():
    pytest.importorskip("python_calamine")
    row = f'<table:table-row table:number-rows-repeated="99999">{CELL.format("")}</table:table-row>' * 200
    content = (
        f'<office:document-content{NAMES}><table:table table:name="A">{row}</table:table></office:document-content>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("content.xml", content)
    assert refusal(out.getvalue(), "a.ods") == ("IKI004", "excel-terlalu-luas")


def test_more_than_anybody_writes(monkeypatch):
    monkeypatch.setattr(limits, "MAX_TAGS", 100)
    assert refusal(GOOD) == ("IKI004", "excel-terlalu-rumit")
