"""Workbooks given back with comments, colours and a sheet of findings."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from iki_lint.annotate.excel import AUTHOR, MOST, annotate
from iki_lint.findings import Counts, FileReport, Finding
from iki_lint.linting import Review, review_file
from iki_lint.readers.unreadable import UnreadableDecree

TITLES = ("No.", "Rencana Kinerja", "Indikator Kinerja Individu", "Formulasi", "Sumber Data")
NOTE = "iki-lint: salinan untuk pemeriksaan"


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book(title="IKI"):
    made = Workbook()
    sheet = made.active
    sheet.title = title
    for row in (("Jabatan:", "CAMAT"), TITLES, (1, "R", "I", "F", "S"), (None, None, "J", "G", "T")):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    return made


def finding(cell, message="Pesan", severity="warning", code="FRM003", sheet="IKI", **more):
    return Finding(code, "nama", severity, message, "/jabatan/0", address=f"Lembar {sheet}, sel {cell}", **more)


def review(*findings):
    return Review(FileReport("a.xlsx", Counts(), findings), None)


def opened(data):
    return load_workbook(io.BytesIO(data))


def listed(found):
    return [[cell.value for cell in row] for row in found["Temuan"].iter_rows(min_row=5)]


def test_a_finding_is_a_comment_a_colour_and_a_row_with_a_link():
    found = opened(
        annotate("a.xlsx", saved(book()), review(finding("C3", suggestion="Ubah", position="CAMAT", text="I")))
    )
    assert found.sheetnames == ["Temuan", "IKI"]
    comment = found["IKI"]["C3"].comment
    assert (comment.author, comment.text) == (AUTHOR, "FRM003 (peringatan): Pesan\nsaran: Ubah")
    assert found["IKI"]["C3"].fill.fgColor.rgb == "FFFFF3CD"
    assert found["IKI"]["C4"].comment is None
    assert found["IKI"]["C4"].fill.patternType is None
    sheet = found["Temuan"]
    assert sheet["A1"].value == f"{NOTE}, bukan untuk ditandatangani"
    assert listed(found) == [["1", "peringatan", "FRM003", "IKI C3", "CAMAT", "Pesan", "Ubah", "I", "1", None]]
    assert sheet["D5"].hyperlink.location == "'IKI'!C3"


def test_equal_findings_are_one_row_and_one_comment_but_every_cell_is_coloured():
    found = opened(annotate("a.xlsx", saved(book()), review(*(finding(cell) for cell in ("C3", "D3", "E4")))))
    assert listed(found)[0][8:] == ["3", "IKI D3, IKI E4"]
    assert [found["IKI"][cell].comment is not None for cell in ("C3", "D3", "E4")] == [True, False, False]
    assert {found["IKI"][cell].fill.fgColor.rgb for cell in ("C3", "D3", "E4")} == {"FFFFF3CD"}


def test_a_finding_in_a_merged_cell_goes_to_its_first():
    found = opened(annotate("a.xlsx", saved(book()), review(finding("B4"))))
    assert found["IKI"]["B3"].comment.text == "FRM003 (peringatan): Pesan"


def test_the_worst_come_first_and_comments_are_capped():
    many = [finding(f"C{row}", f"Pesan {row}", "info") for row in range(10, 10 + MOST)]
    data = annotate("a.xlsx", saved(book()), review(*many, finding("C3", severity="error")))
    found = opened(data)
    commented = [cell.coordinate for row in found["IKI"].iter_rows() for cell in row if cell.comment]
    assert len(commented) == MOST
    assert commented[0] == "C3"
    assert found["IKI"][f"C{9 + MOST}"].comment is None
    assert found["IKI"][f"C{9 + MOST}"].fill.patternType == "solid"
    rows = listed(found)
    assert (len(rows), rows[0][1]) == (MOST + 1, "galat")


def test_a_second_run_replaces_the_first_and_leaves_what_others_wrote():
    made = book()
    made["IKI"]["C3"].comment = Comment("Cek lagi", "Bu Ani")
    made["IKI"]["D3"].fill = PatternFill("solid", fgColor="FF00FF00")
    original = saved(made)
    found = review(finding("C3"), finding("D3", "Lain"))
    first = annotate("a.xlsx", original, found)
    assert annotate("a.xlsx", original, found) == first
    assert opened(first)["IKI"]["C3"].comment.text == "Cek lagi\n-- iki-lint --\nFRM003 (peringatan): Pesan"
    assert opened(first)["IKI"]["D3"].fill.fgColor.rgb == "FF00FF00"
    again = opened(annotate("a.xlsx", first, review(finding("E3", "Baru"))))
    assert again.sheetnames == ["Temuan", "IKI"]
    assert [row[5] for row in listed(again)] == ["Baru"]
    assert again["IKI"]["C3"].comment.text == "Cek lagi"
    assert again["IKI"]["C3"].fill.patternType is None
    assert again["IKI"]["D3"].comment is None
    assert again["IKI"]["E3"].comment.text == "FRM003 (peringatan): Baru"


def test_the_copy_gives_the_same_findings():
    data = saved(book())
    checked = review_file("a.xlsx", data=data)
    assert checked.report.findings
    copy = annotate("a.xlsx", data, checked)
    assert review_file("a.xlsx", data=copy).report.findings == checked.report.findings


def test_a_sheet_of_that_name_that_is_not_ours_stays():
    made = book()
    made.create_sheet("Temuan")["A1"] = "punya kami"
    found = opened(annotate("a.xlsx", saved(made), review(finding("C3"))))
    assert found.sheetnames == ["Temuan1", "IKI", "Temuan"]
    assert found["Temuan"]["A1"].value == "punya kami"


def test_nothing_becomes_a_formula():
    evil = '=HYPERLINK("http://x","y")'
    found = opened(
        annotate("a.xlsx", saved(book()), review(finding("C3", evil, text=evil, position="@x", suggestion="+1")))
    )
    cells = [cell for row in found["Temuan"].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert found["Temuan"]["F5"].value == evil
    assert found["Temuan"]["F5"].quotePrefix


def test_formulas_of_the_workbook_stay_formulas():
    made = book()
    made["IKI"]["G1"] = "=1+1"
    assert opened(annotate("a.xlsx", saved(made), review(finding("C3"))))["IKI"]["G1"].value == "=1+1"


@pytest.mark.parametrize("title", ["Lembar, sel B2", "It's"])
def test_odd_names_of_sheets(title):
    found = opened(annotate("a.xlsx", saved(book(title)), review(finding("C3", sheet=title))))
    assert found[title]["C3"].comment is not None
    assert found["Temuan"]["D5"].hyperlink.location == "'{}'!C3".format(title.replace("'", "''"))


def test_findings_without_a_cell_and_none_at_all():
    found = opened(annotate("a.xlsx", saved(book()), review(Finding("CAS001", "n", "error", "Pesan", ""))))
    assert listed(found) == [["1", "galat", "CAS001", None, None, "Pesan", None, None, "1", None]]
    assert opened(annotate("a.xlsx", saved(book()), review()))["Temuan"]["A2"].value == "Tidak ada temuan."


def test_english():
    found = opened(annotate("a.xlsx", saved(book()), review(finding("C3")), "en"))
    assert found["Findings"]["A1"].value == "iki-lint: a copy for checking, not for signing"
    assert found["IKI"]["C3"].comment.text == "FRM003 (warning): Pesan"


def test_a_second_run_in_another_language_replaces_the_first():
    english = annotate("a.xlsx", saved(book()), review(finding("C3")), "en")
    again = annotate("a.xlsx", english, review(finding("C3")))
    assert opened(again).sheetnames == ["Temuan", "IKI"]
    assert again == annotate("a.xlsx", saved(book()), review(finding("C3")))


def test_what_is_no_workbook_is_refused():
    with pytest.raises(UnreadableDecree):
        annotate("a.xlsx", b"teks", review())
