"""Rows and words of PDF files that a page or a narrow column cuts; what hangs below a page's last row."""

import pytest
from decree_files import tree
from drawn_pdf import pdf, ruled, table, text
from pdf_files import OFFICE, on_paper, printed, word_file
from test_pdf import COLUMNS, HEAD, POST, decree, rows

from iki_lint.decree.tree import plain
from iki_lint.readers.importing import import_file

FULL = ("1", "Meningkatnya layanan", "Persentase layanan yang\nselesai di setiap wilayah", "Jumlah layanan", "Laporan")


def indicators(first, *second):
    """The indicators, formulas and sources of a table whose rows go on on a second page."""
    pages = pdf(POST + table(COLUMNS, 540, [HEAD, first], 24), table(COLUMNS, 540, [HEAD, *second], 30))
    return [
        (each["nama"], each["formulasi"], each["sumber_data"])
        for plan in decree(pages)["jabatan"][0]["rencana_kinerja"]
        for each in plan["indikator"]
    ]


WIDE = ("1", "Meningkatnya layanan", "Jumlah layanan bagi warga di wilayah", "Jumlah layanan selesai bagi warga di", "")


def test_a_rest_that_begins_with_capitals_is_joined_where_nothing_had_room_above():
    found = indicators(WIDE, ("", "", "Kecamatan Kebomas", "Kecamatan Kebomas", ""))
    assert [each[:2] for each in found] == [
        (
            "Jumlah layanan bagi warga di wilayah Kecamatan Kebomas",
            "Jumlah layanan selesai bagi warga di Kecamatan Kebomas",
        )
    ]


WHOLE = (*WIDE[:4], "Laporan tahunan milik kantor")


def test_a_whole_row_of_rests_is_joined():
    assert indicators(WHOLE, ("", "", "Kecamatan", "Kecamatan Kebomas", "Kecamatan")) == [
        tuple(
            f"{cell} {rest}"
            for cell, rest in zip(WHOLE[2:], ("Kecamatan", "Kecamatan Kebomas", "Kecamatan"), strict=True)
        )
    ]


@pytest.mark.parametrize(
    "second",
    [
        ("Jumlah berkas", "Kecamatan Kebomas", "Kecamatan"),
        ("Kecamatan", "Kecamatan", "laporan berkas"),
        ("Terlaksananya layanan", "Kecamatan", "Kecamatan"),
        ("Menyusun berkas", "Kecamatan", "Kecamatan"),
    ],
)
def test_a_row_with_a_cell_of_its_own_is_never_joined(second):
    other = ("2", "Meningkatnya berkas", "Jumlah berkas", "Jumlah berkas selesai", "laporan tahunan")
    more = [("3", *other[1:]), ("4", *other[1:]), other]
    found = indicators(WHOLE, ("", "", *second), *more)
    assert found[:2] == [WHOLE[2:], second]


def test_a_row_whose_cells_had_room_above_is_never_joined():
    second = ("Kecamatan", "Kecamatan Kebomas", "Kecamatan")
    short = ("1", "Meningkatnya layanan", "Jumlah layanan", "Jumlah layanan selesai", "Laporan")
    assert indicators(short, ("", "", *second)) == [short[2:], second]


def test_a_cell_that_stands_whole_elsewhere_shows_where_a_row_goes_on():
    whole = (
        "Jumlah layanan bagi warga di wilayah Laporan",
        "Jumlah layanan selesai bagi warga di Laporan",
        "Laporan x",
    )
    narrow = tuple(cell.replace(" Laporan", "\nLaporan") for cell in whole)
    rest = ("", "", "Laporan", "Laporan", "Laporan")
    filler = [(str(number), "Meningkatnya berkas", *narrow) for number in range(2, 7)]
    found = indicators((*WIDE[:4], "Laporan tahunan milik kantor"), rest, *filler)
    assert found[0] == (*whole[:2], "Laporan tahunan milik kantor Laporan")
    assert len(found) == 6


NARROW = (40, 70, 150, 300, 450, 600)


def narrow(cell):
    return rows(pdf(table(NARROW, 540, [HEAD, ("1", cell, "Jumlah", "Jumlah", "Laporan")], 60)))[1][1]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ("Penyelenggaraa\nn layanan", "Penyelenggaraan layanan"),
        ("PENYELENGGA\nRAAN layanan", "PENYELENGGARAAN layanan"),
        ("Penyelenggaraan\nyang baik", "Penyelenggaraan yang baik"),
        ("Mengkoordinasik\nan layanan", "Mengkoordinasikan layanan"),
        ("Kepegawaian\ndi kantor", "Kepegawaian di kantor"),
        ("Penanggungan\njawab", "Penanggungan jawab"),
        ("Penye\nlenggaraan", "Penye lenggaraan"),
        ("di Penyelengg\naraan", "di Penyelengg araan"),
    ],
)
def test_words_that_a_narrow_column_cuts(lines, read):
    assert narrow(lines) == read


def test_a_number_that_its_column_cuts():
    found = rows(pdf(table((40, 49, 250, 450, 650, 800), 540, [("No", *HEAD[1:]), ("1\n0", *FULL[1:])])))
    assert found[1][0] == "10"
    wide = rows(pdf(table(COLUMNS, 540, [HEAD, ("1\n0", *FULL[1:])])))
    assert wide[1][0] == "1 0"


def test_a_dash_at_the_end_of_a_line_stays_alone():
    cells = ("1", "Jumlah kegiatan -\nkegiatan", "pelak-\nsanaan", "Jumlah", "Laporan")
    assert rows(pdf(table(COLUMNS, 540, [HEAD, cells])))[1][1:3] == ["Jumlah kegiatan - kegiatan", "pelaksanaan"]


def hanging(closed, apart=12):
    """A table whose last cell has more lines than its frame; the bottom line is drawn over all columns or one."""
    drawn = ruled(COLUMNS, [540, 500]) + "\n"
    drawn += "\n".join(f"{x} 460 0.5 40 re f" for x in COLUMNS) + f"\n{250 if not closed else 40} 460 550 0.5 re f\n"
    cells = [text(x + 3, 529, word) for x, word in zip(COLUMNS, HEAD, strict=False)]
    cells += [text(43, 489, "1"), text(253, 489, "Jumlah layanan"), text(453, 489, "Jumlah"), text(653, 489, "Laporan")]
    lines = ("Meningkatnya", "layanan bagi", "seluruh warga")
    cells += [text(73, 489 - 12 * number, line) for number, line in enumerate(lines)]
    return pdf(POST + drawn + "".join(cells) + text(73, 465 - apart, "di wilayah"))


def test_text_that_hangs_below_an_open_cell_is_its_own():
    assert rows(hanging(closed=False))[2][1] == "Meningkatnya layanan bagi seluruh warga di wilayah"


def test_text_below_a_closed_cell_or_further_down_is_a_paragraph():
    assert rows(hanging(closed=True, apart=20))[2:] == [
        ["1", "Meningkatnya layanan bagi seluruh warga", "Jumlah layanan", "Jumlah", "Laporan"],
        ["di wilayah"],
    ]
    assert rows(hanging(closed=False, apart=40))[3] == ["di wilayah"]


@pytest.mark.skipif(not OFFICE, reason="needs LibreOffice")
@pytest.mark.parametrize("paper", [((16838, 11906), 0.88, 20), ((11906, 16838), 0.6, 20), ((11906, 8391), 0.62, 20)])
def test_a_decree_on_other_paper_has_the_rows_of_its_text(paper):
    made = printed(on_paper(word_file("klojen-2018.txt"), *paper))
    assert plain(import_file("naskah.pdf", made).root)["jabatan"] == tree("klojen-2018.txt")["jabatan"]


def windowed(window, cell):
    """Text drawn through a window (left, bottom, width, height)."""
    return "q {} {} {} {} re W n {} Q\n".format(*window, cell)


def test_a_merged_cell_that_a_spreadsheet_draws_whole_on_both_pages():
    lines = ("Meningkatnya", "layanan bagi", "seluruh warga")
    first = ruled(COLUMNS, [540, 500]) + "\n" + "\n".join(f"{x} 470 0.5 30 re f" for x in COLUMNS)
    first += "\n250 470 550 0.5 re f\n" + text(43, 529, "No.")
    first += "".join(text(x + 3, 529, word) for x, word in zip(COLUMNS[1:], HEAD[1:], strict=False))
    first += text(43, 489, "1") + "".join(text(x + 3, 489, "Jumlah layanan") for x in COLUMNS[2:5])
    below = "".join(text(73, 489 - 16 * number, line) for number, line in enumerate(lines))
    second = "\n".join(f"{x} 510 0.5 30 re f" for x in COLUMNS) + "\n250 540 550 0.5 re f 40 510 760 0.5 re f\n"
    second += "".join(text(x + 3, 529, "Jumlah berkas") for x in COLUMNS[2:5])
    above = "".join(text(73, 561 - 16 * number, line) for number, line in enumerate(lines))
    pages = pdf(POST + first + windowed((70, 470, 180, 30), below), second + windowed((70, 510, 180, 30), above))
    (plan,) = decree(pages)["jabatan"][0]["rencana_kinerja"]
    assert plan["uraian"] == "Meningkatnya layanan bagi seluruh warga"
    assert [each["nama"] for each in plan["indikator"]] == ["Jumlah layanan", "Jumlah berkas"]


def test_what_a_row_that_is_too_low_cuts_off_is_not_lost():
    low = table(COLUMNS, 540, [HEAD, ("1", "", "Jumlah", "Jumlah", "Laporan")], 14)
    lines = "".join(text(73, 515 - 16 * number, line) for number, line in enumerate(("Meningkatnya", "layanan")))
    assert "layanan" in [cell for row in rows(pdf(POST + low + windowed((70, 512, 180, 14), lines))) for cell in row]
