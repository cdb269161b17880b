"""Cells that are merged over several rows are read in each of them, and stand in the file once."""

import io
import zipfile

import pytest
from drawn_pdf import pdf, text
from excel_files import TITLES, saved, small
from pdf_files import OFFICE, cell, document, paragraph, printed, row
from pdf_files import table as wide
from word_files import p, table, tc, tr, word

import iki_lint
from iki_lint.annotate.tracked import tracked
from iki_lint.decree.tree import plain
from iki_lint.linting import Config
from iki_lint.readers.build import build
from iki_lint.readers.importing import import_file
from iki_lint.readers.ledger import check
from iki_lint.readers.normalise import normalise

ABOVE = "^"
ROWS = [
    ("1.", "Tertibnya surat", "Jumlah surat masuk", "Surat dihitung tiap bulan", "Buku agenda"),
    (ABOVE, ABOVE, "Jumlah surat keluar", ABOVE, ABOVE),
    (ABOVE, ABOVE, "Persentase surat", "Surat dijawab dibagi surat masuk", ABOVE),
    (ABOVE, ABOVE, ABOVE, "Surat dibalas dibagi surat masuk", ABOVE),
    ("2.", "Tertibnya arsip", "Jumlah arsip", "Arsip dihitung", "Daftar arsip"),
]
WANTED = [
    (1, 1, "Tertibnya surat", "Jumlah surat masuk", "Surat dihitung tiap bulan", "Buku agenda"),
    (1, 1, "", "Jumlah surat keluar", "Surat dihitung tiap bulan", "Buku agenda"),
    (1, 1, "", "Persentase surat", "Surat dijawab dibagi surat masuk", "Buku agenda"),
    (1, 1, "", "", "Surat dibalas dibagi surat masuk", "Buku agenda"),
    (1, 2, "Tertibnya arsip", "Jumlah arsip", "Arsip dihitung", "Daftar arsip"),
]


def runs(rows):
    """Where a merged cell begins and ends: (column, first row, last row)."""
    found = []
    for at in range(len(rows[0])):
        starts = [number for number, each in enumerate(rows) if each[at] != ABOVE]
        ends = [*(start - 1 for start in starts[1:]), len(rows) - 1]
        found += [(at, start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    return found


def marks(rows):
    """For each cell its words, and "restart" or "continue" where it is merged."""
    merged = {
        (number, at): "restart" if number == first else "continue"
        for at, first, last in runs(rows)
        for number in range(first, last + 1)
    }
    return [
        [("" if text == ABOVE else text, merged.get((number, at), "")) for at, text in enumerate(each)]
        for number, each in enumerate(rows)
    ]


def as_word(rows=ROWS, titles=TITLES):
    made = [tr(*(tc(text, merge=merge) for text, merge in each)) for each in marks(rows)]
    return "a.docx", word(p("Jabatan: CAMAT") + table(tr(*titles), *made, columns=len(titles)))


def as_excel(rows=ROWS):
    book = small(*([None if text == ABOVE else text for text in each] for each in rows))
    for at, first, last in runs(rows):
        book.active.merge_cells(start_row=first + 3, end_row=last + 3, start_column=at + 1, end_column=at + 1)
    return "a.xlsx", saved(book)


def as_pdf(rows=ROWS):
    xs, top = [20, 60, 200, 400, 600, 800], 500
    lines = [TITLES, *rows]
    page = text(20, 540, "Jabatan: CAMAT")
    for x in xs:
        page += f"{x} {top - 40 * len(lines)} 0.5 {40 * len(lines)} re f\n"
    for number in range(len(lines) + 1):
        for at in range(5):
            if number == len(lines) or lines[number][at] != ABOVE:
                page += f"{xs[at]} {top - 40 * number} {xs[at + 1] - xs[at]} 0.5 re f\n"
    for number, each in enumerate(lines):
        page += "".join(
            text(xs[at] + 3, top - 40 * number - 15, words) for at, words in enumerate(each) if words != ABOVE
        )
    return "a.pdf", pdf(page)


def as_print(rows=ROWS):
    if not OFFICE:
        pytest.skip("needs LibreOffice")
    made = [row([cell(text, merge=merge) for text, merge in each]) for each in marks(rows)]
    return "a.pdf", printed(
        document([paragraph("Jabatan: CAMAT"), wide([row(map(cell, TITLES)), *made], (700, 4000, 4500, 4500, 3000))])
    )


def table_rows(found):
    from decree_files import table_rows as listed

    return list(listed(plain(found.root)))


@pytest.mark.parametrize("form", [as_word, as_excel, as_pdf, as_print])
def test_each_row_that_a_cell_covers_has_its_words(form):
    path, data = form()
    found = import_file(path, data)
    assert table_rows(found) == WANTED
    assert found.repairs == ()
    assert found.ledger["data"] == 5
    assert found.counts == (1, 2, 4, 5)


@pytest.mark.parametrize("form", [as_word, as_excel, as_pdf])
def test_no_covered_cell_is_reported_as_empty(form, tmp_path):
    path, data = form()
    (tmp_path / path).write_bytes(data)
    (file,) = iki_lint.check(str(tmp_path / path), iki_lint.Config(select=("STR001",))).files
    said = [finding.message for finding in file.findings]
    assert said == ["Formulasi ini tidak punya indikator sendiri; sel indikatornya mengikuti baris di atas"]


def test_a_cell_that_is_only_empty_stays_empty():
    rows = [ROWS[0], ("", "", "Jumlah surat keluar", "", "Buku agenda")]
    found = import_file(*as_word(rows))
    assert table_rows(found)[1] == (1, 1, "", "Jumlah surat keluar", "", "Buku agenda")


def test_a_row_that_is_covered_as_a_whole_says_nothing_of_its_own():
    titles = (*TITLES, "Target")
    rows = [(*ROWS[0], "5"), (ABOVE, ABOVE, ABOVE, ABOVE, ABOVE, "6")]
    (plan,) = plain(import_file(*as_word(rows, titles)).root)["jabatan"][0]["rencana_kinerja"]
    (indicator,) = plan["indikator"]
    assert (indicator["formulasi"], indicator["sumber_data"]) == ("Surat dihitung tiap bulan", "Buku agenda")
    assert indicator["target"] == "5 6"


def test_unit_and_target_hold_for_each_indicator_once():
    titles = (*TITLES, "Satuan")
    rows = [
        (*ROWS[0], "surat"),
        (ABOVE, ABOVE, "Jumlah keluar", ABOVE, ABOVE, ABOVE),
        (*[ABOVE] * 3, "Lain", ABOVE, ABOVE),
    ]
    (plan,) = plain(import_file(*as_word(rows, titles)).root)["jabatan"][0]["rencana_kinerja"]
    assert [each["satuan"] for each in plan["indikator"]] == ["surat", "surat"]


def test_a_finding_in_a_covered_row_is_told_where_the_words_stand():
    found = import_file(*as_excel())
    second = found.root.items["jabatan"].items[0].items["rencana_kinerja"].items[0].items["indikator"].items[1]
    place = found.source.position(second.items["sumber_data"].start)
    cells = {
        found.source.position(cell.start): cell.address for row in found.draft.rows for cell in row.cells if cell.text
    }
    assert cells[place] == "Lembar IKI, sel E3"


def test_the_same_mistake_is_mended_once():
    rows = [
        ("1.", "Tertibnya surat", "Jumlah surat masuk", "Surat di hitung sesuai prosentase", "Buku agenda"),
        (ABOVE, ABOVE, "Jumlah surat keluar", ABOVE, ABOVE),
    ]
    made = tracked(*as_word(rows), Config(select=("BHS001",)))
    assert made.applied == {"BHS001": 1}
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        assert package.read("word/document.xml").decode().count("<w:del ") == 1


def test_words_are_shared_only_where_a_merged_cell_says_so():
    out = normalise(import_file(*as_word()).draft)
    source, root = out.draft.source, build(out).root
    assert check(source, root, out.roles, out.labels, out.shared) is None
    problem = check(source, root, out.roles, out.labels)
    assert problem is not None
    assert (problem.code, problem.args) == ("IKI007", {"baris": "3"})
