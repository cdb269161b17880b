"""Column titles over two lines: what the lines say together, in every form of file."""

import pytest
from drawn_pdf import pdf, ruled, text
from excel_files import book_of, saved
from pdf_files import OFFICE, cell, document, paragraph, printed, row
from pdf_files import table as wide
from word_files import p, table, tc, tr, word

from iki_lint.decree.tree import plain
from iki_lint.readers.headings import folded, header, headings
from iki_lint.readers.importing import import_file
from iki_lint.readers.rows import Row, clean

YEARS = (
    ("No", "Sasaran", "Indikator Kinerja", "Target", "", "", "Formulasi", "Sumber Data"),
    ("", "", "", "2024", "2025", "2026", "", ""),
)
PARTS = (
    ("No", "Sasaran", "Indikator Kinerja", "", "Target", "", "Formulasi", "Sumber Data"),
    ("", "", "Uraian", "Satuan", "Satuan", "Jumlah", "", ""),
)


@pytest.mark.parametrize(
    ("upper", "lower", "fields"),
    [
        (*YEARS, ("nomor", "rencana", "indikator", "target", "lain", "lain", "formulasi", "sumber_data")),
        (
            ("No", "Sasaran", "Indikator Kinerja", "", "Target", "Formulasi"),
            ("", "", "Uraian", "Satuan", "", ""),
            ("nomor", "rencana", "indikator", "satuan", "target", "formulasi"),
        ),
        (
            ("No", "Indikator Kinerja", "Target", "", "Formulasi"),
            ("", "", "Satuan", "Jumlah", ""),
            ("nomor", "indikator", "satuan", "target", "formulasi"),
        ),
        (
            ("No", "Kinerja", "", "Formulasi", "Sumber Data"),
            ("", "Sasaran", "Indikator", "", ""),
            ("nomor", "rencana", "indikator", "formulasi", "sumber_data"),
        ),
        (
            ("No", "Indikator", "Target", "", "Sumber", ""),
            ("", "Kinerja", "Anggaran", "Kinerja", "Data", "Nama"),
            ("nomor", "indikator", "lain", "target", "sumber_data", "lain"),
        ),
        (
            ("Indikator", "Target", "", "", "", "Formulasi"),
            ("", "TW I", "TW II", "TW III", "TW IV", ""),
            ("indikator", "lain", "lain", "lain", "target", "formulasi"),
        ),
    ],
)
def test_two_lines_are_read_together(upper, lower, fields):
    assert header(folded(upper, lower)) == fields


TITLES = ("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (TITLES, ("1", "Tertibnya surat", "Jumlah surat", "Surat dihitung", "Register")),
        (TITLES, ("", "", "Jumlah surat", "", "")),
        (TITLES, TITLES),
        (YEARS[0], YEARS[0]),
        (PARTS[0], PARTS[0]),
        (TITLES, ("1", "2", "3", "4", "5")),
        (YEARS[0], ("1", "2", "3", "4", "5", "6", "7", "8")),
        (YEARS[0], ("1", "Tertib", "Jumlah surat", "80", "85", "90", "dihitung", "Register")),
        (YEARS[0], ("", "", "", "85", "", "", "", "")),
        (YEARS[0], ("Jabatan:", "CAMAT", "", "", "", "", "", "")),
        (("Jabatan:", "CAMAT"), ("No", "Indikator")),
        (PARTS[0], ("", "", "Meningkatnya jumlah surat masuk yang dicatat dengan tertib", "%", "", "", "", "")),
        (YEARS[0], (*YEARS[1], "2027")),
    ],
)
def test_what_is_no_second_line(upper, lower):
    assert folded(upper, lower) is None


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("", 3),
        ("TAHUN 2025", 4),
        ("KEPUTUSAN CAMAT NOMOR 188 TAHUN 2025", 4),
        ("TAHUN 2024-2026", 3),
        ("TAHUN 2031", 3),
        ("pada tahun 2025", 3),
    ],
)
def test_the_target_is_that_of_the_year_in_the_heading(heading, target):
    rows = [Row(tuple(clean(text, 0)[0] for text in texts), line) for line, texts in enumerate(((heading,), *YEARS), 1)]
    found = headings(rows)
    assert [found[line].fields.index("target") for line in (2, 3)] == [target, target]
    assert [found[line].below for line in (2, 3)] == [False, True]


def test_targets_of_years_on_one_line():
    titles = ("Indikator", "Formulasi", "Target 2024", "Target 2025")
    assert header(titles) == ("indikator", "formulasi", "target", "lain")
    assert header(titles, "2025") == ("indikator", "formulasi", "lain", "target")


# The same table in every form


DATA = {
    "years": ("1", "Tertib", "Jumlah surat", "80", "85", "90", "dihitung", "Register"),
    "parts": ("1", "Tertib", "Jumlah surat", "surat", "buah", "80", "dihitung", "Register"),
}
TABLES = {"years": (YEARS, {3: 3}), "parts": (PARTS, {2: 2, 4: 2})}
WANTED = {
    "years": {
        "id": "camat.1.1",
        "nama": "Jumlah surat",
        "formulasi": "dihitung",
        "sumber_data": "Register",
        "target": "85",
    },
    "parts": {
        "id": "camat.1.1",
        "nama": "Jumlah surat",
        "formulasi": "dihitung",
        "sumber_data": "Register",
        "satuan": "surat",
        "target": "80",
    },
}
NOTES = {
    "years": [
        ("kolom-sejenis", {"dipakai": "Target 2025", "kolom": "Target 2024, Target 2026"}),
        ("kolom-lain", {"kolom": "Target 2024", "isi": "80"}),
        ("kolom-lain", {"kolom": "Target 2026", "isi": "90"}),
    ],
    "parts": [
        ("kolom-sejenis", {"dipakai": "Indikator Kinerja: Satuan", "kolom": "Target: Satuan"}),
        ("kolom-lain", {"kolom": "Target: Satuan", "isi": "buah"}),
    ],
}


def as_text(name):
    (upper, lower), _ = TABLES[name]
    lines = ["TAHUN 2025", "Jabatan: CAMAT", *("\t".join(row) for row in (upper, lower, DATA[name]))]
    return "a.txt", "\n".join(lines).encode()


def as_markdown(name):
    (upper, lower), _ = TABLES[name]
    rows = ["| " + " | ".join(row) + " |" for row in (upper, ("---",) * 8, lower, DATA[name])]
    return "a.md", "\n".join(["# TAHUN 2025", "", "Jabatan: CAMAT", "", *rows]).encode()


def word_of(name):
    (upper, lower), merges = TABLES[name]
    over = {at + i for at, span in merges.items() for i in range(span)}
    first = [tc(text, span, "" if at in over else "restart") for at, (text, span) in spanned(upper, merges)]
    second = [tc(text, merge="" if at in over else "continue") for at, text in enumerate(lower)]
    body = table(tr(*first), tr(*second), tr(*DATA[name]), columns=8)
    return word(p("TAHUN 2025") + p("Jabatan: CAMAT") + body)


def spanned(row, merges):
    covered = {at + i for at, span in merges.items() for i in range(1, span)}
    return [(at, (text, merges.get(at, 1))) for at, text in enumerate(row) if at not in covered]


def as_word(name):
    return "a.docx", word_of(name)


def as_excel(name):
    (upper, lower), merges = TABLES[name]
    book = book_of(
        ("TAHUN 2025",), ("Jabatan:", "CAMAT"), *([each or None for each in row] for row in (upper, lower, DATA[name]))
    )
    over = {at + i for at, span in merges.items() for i in range(span)}
    for at, span in merges.items():
        book.active.merge_cells(start_row=3, end_row=3, start_column=at + 1, end_column=at + span)
    for at in set(range(8)) - over:
        book.active.merge_cells(start_row=3, end_row=4, start_column=at + 1, end_column=at + 1)
    return "a.xlsx", saved(book)


def as_pdf(name):
    (upper, lower), merges = TABLES[name]
    over = {at + i for at, span in merges.items() for i in range(span)}
    xs, top = [40 + 95 * at for at in range(9)], 500
    page = ruled([xs[0], xs[-1]], [top, top - 80, top - 120])
    for at in range(1, 8):
        inside = at in over and at - 1 in over and at not in merges
        page += f"\n{xs[at]} {top - 120} 0.5 {80 if inside else 120} re f"
    for at in over:
        page += f"\n{xs[at]} {top - 40} 95 0.5 re f"
    page += "\n" + text(40, 560, "TAHUN 2025") + text(40, 530, "Jabatan: CAMAT")
    for number, cells in enumerate((upper, lower, DATA[name])):
        page += "".join(text(xs[at] + 3, top - 40 * number - 15, each) for at, each in enumerate(cells) if each)
    return "a.pdf", pdf(page)


def as_print(name):
    if not OFFICE:
        pytest.skip("needs LibreOffice")
    (upper, lower), merges = TABLES[name]
    over = {at + i for at, span in merges.items() for i in range(span)}
    first = [cell(text, span, "" if at in over else "restart") for at, (text, span) in spanned(upper, merges)]
    second = [cell(text, merge="" if at in over else "continue") for at, text in enumerate(lower)]
    rows = [row(first), row(second), row([cell(each) for each in DATA[name]])]
    above = [paragraph("TAHUN 2025"), paragraph("Jabatan: CAMAT")]
    return "a.pdf", printed(document([*above, wide(rows, [2000] * 8)]))


@pytest.mark.parametrize("form", [as_text, as_markdown, as_word, as_excel, as_pdf, as_print])
@pytest.mark.parametrize("name", ["years", "parts"])
def test_in_every_form_of_file(form, name):
    found = import_file(*form(name))
    (plan,) = plain(found.root)["jabatan"][0]["rencana_kinerja"]
    assert plan == {"id": "camat.1", "nomor": "1", "uraian": "Tertib", "indikator": [WANTED[name]]}
    assert [(each.kind, each.args) for each in found.repairs] == NOTES[name]
    assert found.problems == ()
    assert found.ledger["data"] == 1
    assert found.ledger["judul-kolom"] == (2 if form in (as_text, as_markdown) else 1)


def test_addresses_name_both_lines():
    found = import_file(*as_word("parts"))
    assert [cell.address for cell in found.draft.rows[-1].cells][2:6] == [
        "Tabel 1, baris 3, kolom Indikator Kinerja: Uraian",
        "Tabel 1, baris 3, kolom Indikator Kinerja: Satuan",
        "Tabel 1, baris 3, kolom Target: Satuan",
        "Tabel 1, baris 3, kolom Target: Jumlah",
    ]
    assert [cell.address for cell in import_file(*as_excel("parts")).draft.rows[-1].cells][2] == "Lembar IKI, sel C5"


def test_other_columns_of_the_iku_table_are_told():
    lines = [
        "No\tSasaran\tIndikator Kinerja Utama\tTarget\t\tPJ\tSumber Data",
        "\t\t\t2024\t2025",
        "1\tTertib\tIndeks\t3\t4\tSeksi\tRegister",
    ]
    found = import_file("a.txt", "\n".join(lines).encode())
    (goal,) = plain(found.root)["iku"]
    assert goal["indikator"][0]["target"] == "3"
    assert [each.args for each in found.repairs][1:] == [
        {"kolom": "Target 2025", "isi": "4"},
        {"kolom": "PJ", "isi": "Seksi"},
    ]
