"""The workbook, read back."""

import io
import zipfile

import pytest
from openpyxl import load_workbook
from sheet_samples import SMALL, matter_of, sheet

from iki_lint.reports.sheet import excel
from iki_lint.reports.sheet.build import sheet_of
from iki_lint.reports.sheet.paper import PAPERS

CONTENT = sheet_of(matter_of(SMALL, paper=False))


@pytest.fixture(scope="module")
def book():
    return load_workbook(io.BytesIO(excel.write(CONTENT, PAPERS["a4"])))


def test_a_worksheet_for_each_part(book) -> None:
    assert book.sheetnames == [
        "Identitas", "SMART-C", "Temuan", "Keselarasan", "Rekap jabatan", "Periksa dan paraf", "SMART-C rinci",
        "Dasar kriteria",
    ]  # fmt: skip
    assert book["Identitas"]["A1"].value == CONTENT.title


def test_the_findings_can_be_filtered_and_answered(book) -> None:
    page = book["Temuan"]
    head = [cell.value for cell in page[3]]
    assert (head[0], head[-1]) == ("No", "Status")
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:K12"
    assert page.print_title_rows == "$3:$3"
    (choice,) = page.data_validations.dataValidation
    assert (choice.type, choice.formula1, str(choice.sqref)) == ("list", '"buka,diperbaiki,diabaikan"', "K4:K12")
    assert [cell.value for cell in page[4]][:5] == [
        1, "SBR001", "galat", "KEPALA SEKSI PELAYANAN (no 2); KEPALA SEKSI UMUM (no 3)",
        "2 kali: kolom Sumber data, baris 27, 35",
    ]  # fmt: skip
    assert page["K4"].value is None
    assert [page.cell(row, 1).value for row in range(4, 13)] == list(range(1, 10))


@pytest.mark.parametrize(("name", "number"), [("a4", "9"), ("f4", "14")])
def test_pages(name, number) -> None:
    made = load_workbook(io.BytesIO(excel.write(CONTENT, PAPERS[name])))
    for page, section in zip(made, CONTENT.sections, strict=True):
        assert page.page_setup.orientation == ("landscape" if section.landscape else "portrait")
        assert str(page.page_setup.paperSize) == number
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.oddFooter.center.text.startswith("Halaman &P dari &N · iki-lint ")


def test_columns_are_wide_and_rows_high_enough(book) -> None:
    page = book["Temuan"]
    assert all(each.width >= 6 for each in page.column_dimensions.values())
    assert page["G4"].alignment.wrap_text
    assert 30 < page.row_dimensions[4].height <= 150


def test_all_of_a_large_decree_is_in_it() -> None:
    made = load_workbook(io.BytesIO(excel.write(sheet("kebomas.yaml", paper=False), PAPERS["a4"])))
    page = made["Temuan"]
    numbers = [cell.value for cell in page["A"] if isinstance(cell.value, int)]
    assert numbers[: max(numbers)] == list(range(1, max(numbers) + 1))
    assert max(numbers) > 1_000
    assert max(len(str(cell.value or "")) for row in page.iter_rows() for cell in row) <= excel.LONGEST


def test_nothing_says_when_it_was_made() -> None:
    data = excel.write(CONTENT, PAPERS["a4"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert excel.write(CONTENT, PAPERS["a4"]) == data
