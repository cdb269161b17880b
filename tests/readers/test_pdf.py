"""PDF files: the decrees come back whole; what cannot be read surely is refused with one sentence."""

import os
from io import BytesIO
from itertools import pairwise

import pytest
from decree_files import imported, tree
from drawn_pdf import file_of, pdf, picture, ruled, table, text, words
from pdf_files import OFFICE, PDF, SMALL, printed, word_file
from pypdf import PdfReader, PdfWriter

from iki_lint.decree.tree import plain
from iki_lint.linting import review_file
from iki_lint.readers.importing import import_file
from iki_lint.readers.pdf import find
from iki_lint.readers.unreadable import UnreadableDecree

COLUMNS = (40, 70, 250, 450, 650, 800)
HEAD = ("No.", "Rencana Kinerja", "Indikator Kinerja", "Formulasi", "Sumber Data")
ROW = ("1", "Meningkatnya layanan", "Jumlah layanan", "Jumlah layanan selesai", "Laporan layanan")
POST = text(40, 560, "Jabatan: CAMAT")


def small(name):
    with open(os.path.join(PDF, name), "rb") as file:
        return file.read()


def decree(data):
    return plain(import_file("naskah.pdf", data).root)


def rows(data):
    return [[piece.text for piece in row] for row in find("naskah.pdf", data).rows]


def refusal(data):
    with pytest.raises(UnreadableDecree) as caught:
        find("naskah.pdf", data)
    problem = caught.value.problem
    return problem.code, problem.message, problem.args


@pytest.mark.parametrize("name", SMALL)
def test_every_cell_is_that_of_the_text(name):
    text_file, positions = SMALL[name]
    found = import_file(name, small(name))
    assert plain(found.root)["jabatan"] == tree(text_file)["jabatan"][positions]
    assert plain(found.root).get("iku") == tree(text_file).get("iku")
    assert not found.problems


@pytest.mark.skipif(not OFFICE, reason="needs LibreOffice")
@pytest.mark.parametrize("name", ["kebomas-2023.txt", "klojen-2018.txt"])
def test_whole_decrees_through_libreoffice(name):
    found = import_file("naskah.pdf", printed(word_file(name)))
    assert plain(found.root) == tree(name)
    assert found.counts == imported(name).counts
    assert not found.problems


def test_addresses_name_page_table_row_and_column():
    found = find("naskah.pdf", pdf(POST + table(COLUMNS, 540, [HEAD, ROW])))
    assert [[piece.address for piece in row] for row in found.rows] == [
        ["hal. 1, paragraf 1"],
        [f"hal. 1, tabel 1, baris 1, kolom {title}" for title in HEAD],
        [f"hal. 1, tabel 1, baris 2, kolom {title}" for title in HEAD],
    ]
    spot = found.spots["hal. 1, tabel 1, baris 2, kolom Formulasi"]
    assert (spot.page, *map(round, spot.box)) == (1, 450, 460, 650, 500)


def test_findings_have_addresses_and_no_lines():
    report = review_file("klojen.pdf", data=small("klojen.pdf")).report
    assert report.readable
    assert {finding.place for finding in report.findings} == {None}
    addresses = set(find("klojen.pdf", small("klojen.pdf")).spots)
    assert {finding.address for finding in report.findings if finding.address} <= addresses


def test_a_merged_cell_goes_on_on_the_next_page():
    first = POST + table(COLUMNS, 540, [HEAD, ROW])
    second = table(COLUMNS, 540, [HEAD, ("", "yang cepat", "Jumlah berkas", "Jumlah berkas selesai", "Register")])
    (plan,) = decree(pdf(first, second))["jabatan"][0]["rencana_kinerja"]
    assert plan["uraian"] == "Meningkatnya layanan yang cepat"
    assert [each["nama"] for each in plan["indikator"]] == ["Jumlah layanan", "Jumlah berkas"]


def test_a_row_that_the_page_break_tears_is_one_row():
    first = POST + table(COLUMNS, 540, [HEAD, ROW])
    second = table(COLUMNS, 540, [HEAD, ("", "", "yang selesai", "", "dan register"), ("2", *ROW[1:])])
    plans = decree(pdf(first, second))["jabatan"][0]["rencana_kinerja"]
    assert [plan["nomor"] for plan in plans] == ["1", "2"]
    assert plans[0]["indikator"][0]["nama"] == "Jumlah layanan yang selesai"
    assert plans[0]["indikator"][0]["sumber_data"] == "Laporan layanan dan register"


def test_a_new_row_at_the_top_of_a_page_stays_one():
    first = POST + table(COLUMNS, 540, [HEAD, ROW])
    second = table(COLUMNS, 540, [HEAD, ("", "", "Jumlah berkas", "Jumlah berkas selesai", "Register")])
    (plan,) = decree(pdf(first, second))["jabatan"][0]["rencana_kinerja"]
    assert [each["nama"] for each in plan["indikator"]] == ["Jumlah layanan", "Jumlah berkas"]


def test_hyphens_at_line_ends():
    cells = ("1", "Meningkatnya pihak-\npihak terkait", "pelak-\nsanaan tugas", "e-\nGovernment", "serah-\nterima")
    assert rows(pdf(table(COLUMNS, 540, [HEAD, cells])))[1] == [
        "1",
        "Meningkatnya pihak-pihak terkait",
        "pelaksanaan tugas",
        "e-Government",
        "serah-terima",
    ]


def test_a_table_may_be_open_at_its_sides():
    drawn = ruled(COLUMNS[1:-1], [540, 500, 460]) + "\n40 540 760 0.5 re f 40 500 760 0.5 re f 40 460 760 0.5 re f\n"
    assert rows(pdf(drawn + "\n".join(words(COLUMNS, 540, [HEAD, ROW])))) == [list(HEAD), list(ROW)]


def test_frames_and_double_lines():
    drawn = ruled(COLUMNS, [540, 500, 460]) + "\n" + ruled([x + 2 for x in COLUMNS], [542, 502, 462])
    frame = "20 20 800 560 re S\n"
    assert rows(pdf(frame + drawn + "\n".join(words(COLUMNS, 540, [HEAD, ROW])))) == [list(HEAD), list(ROW)]


def test_cells_drawn_as_frames():
    frames = [
        f"{left} {540 - 40 * row - 40} {right - left} 40 re S" for row in range(2) for left, right in pairwise(COLUMNS)
    ]
    assert rows(pdf("\n".join(frames + words(COLUMNS, 540, [HEAD, ROW])))) == [list(HEAD), list(ROW)]


def test_headers_footers_and_page_numbers():
    pages = [
        text(40, 580, "Lampiran Keputusan Camat")
        + text(400, 20, f"{number}")
        + (text(40, 560, "Jabatan: CAMAT") if number == 1 else "")
        + table(COLUMNS, 540, [HEAD, (str(number), *ROW[1:])])
        for number in range(1, 5)
    ]
    found = rows(pdf(*pages))
    assert [row for row in found if len(row) == 1] == [
        ["Lampiran Keputusan Camat"],
        ["Jabatan: CAMAT"],
        *[[str(number)] for number in range(1, 5)],
    ]
    assert [plan["nomor"] for plan in decree(pdf(*pages))["jabatan"][0]["rencana_kinerja"]] == ["1", "2", "3", "4"]


def test_lines_of_one_paragraph():
    long = "Tugas: menyelenggarakan pelayanan kepada masyarakat di wilayah kecamatan dan kelurahan menurut aturan yang"
    found = rows(pdf("\n".join([POST, text(40, 547, long), text(40, 534, "berlaku."), text(40, 521, "Fungsi:")])))
    assert found == [["Jabatan: CAMAT"], [f"{long} berlaku."], ["Fungsi:"]]


def test_refusals():
    assert refusal(b"PK\x03\x04") == ("IKI006", "pdf-bukan", {})
    assert refusal(b"%PDF-1.4\n" + b"x" * 100) == ("IKI006", "pdf-rusak", {})
    assert refusal(pdf(picture(), picture())) == ("IKI006", "pdf-pindai", {})
    assert refusal(pdf("")) == ("IKI006", "pdf-pindai", {})
    assert refusal(pdf(POST, picture())) == ("IKI006", "pdf-halaman-pindai", {"halaman": "2"})
    unruled = "\n".join(words(COLUMNS, 540, [HEAD, ROW]))
    assert refusal(pdf(POST + unruled)) == ("IKI006", "pdf-tanpa-garis", {"halaman": "1"})
    lines = "\n".join(words(COLUMNS, 540, [ROW] * 4))
    assert refusal(pdf(POST + lines)) == ("IKI006", "pdf-tanpa-garis", {"halaman": "1"})
    crossing = table(
        COLUMNS, 540, [HEAD, ("1", "Meningkatnya layanan yang jauh lebih panjang dari selnya", "", "", "")]
    )
    assert refusal(pdf(crossing)) == ("IKI006", "pdf-teks-melintasi-garis", {"halaman": "1"})
    assert refusal(pdf("0 0 m 9 9 l S\n" * 50_002)) == ("IKI004", "pdf-terlalu-rumit", {})
    assert refusal(pdf("0 0 m 9 0 l S\n" * 5_001)) == ("IKI004", "pdf-terlalu-rumit", {})
    low = table(COLUMNS, 540, [HEAD, ROW]) + text(453, 485, "dibagi") + text(453, 481, "seluruh layanan")
    assert refusal(pdf(low)) == ("IKI006", "pdf-teks-melintasi-garis", {"halaman": "1"})
    cut = [pdf(POST + table(COLUMNS[:4], 540, [HEAD[:3], ROW[:3]]), table((40, 240, 440), 540, [HEAD[3:], ROW[3:]]))]
    assert refusal(*cut) == ("IKI006", "pdf-kolom-terpisah", {"halaman": "2"})
    grid = ruled([x * 2 for x in range(400)], [y * 2 for y in range(290)])
    assert refusal(pdf(POST + grid)) == ("IKI004", "pdf-terlalu-rumit", {})
    assert refusal(pdf(*[POST] * 2001)) == ("IKI004", "pdf-terlalu-panjang", {"batas": "2000"})


def test_a_password_is_asked_away():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(POST))))
    writer.encrypt("rahasia", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    assert refusal(locked.getvalue()) == ("IKI006", "pdf-terkunci", {})


@pytest.mark.parametrize("cut", range(0, 1200, 37))
def test_a_file_that_is_cut_off_never_ends_in_a_traceback(cut):
    data = pdf(POST + table(COLUMNS, 540, [HEAD, ROW]))
    said = review_file("naskah.pdf", data=data[:cut]).report
    assert said.readable or [each.code for each in said.findings] == ["IKI006"]


TURNS = {0: "", 90: "0 1 -1 0 595 0 cm", 180: "-1 0 0 -1 842 595 cm", 270: "0 -1 1 0 0 842 cm"}


@pytest.mark.parametrize("turn", TURNS)
def test_a_turned_page_is_read_as_it_is_seen(turn):
    box = "[0 0 842 595]" if turn % 180 == 0 else "[0 0 595 842]"
    page = TURNS[turn] + "\n" + POST + text(40, 547, "Tugas: melayani") + table(COLUMNS, 530, [HEAD, ROW, ROW])
    data = pdf(page, extra=f"/Rotate {turn}/MediaBox{box}")
    assert rows(data) == [["Jabatan: CAMAT"], ["Tugas: melayani"], list(HEAD), list(ROW), list(ROW)]
    spot = find("naskah.pdf", data).spots["hal. 1, tabel 1, baris 3, kolom No."]
    cell = {0: (40, 410, 70, 450), 90: (145, 40, 185, 70), 180: (772, 145, 802, 185), 270: (410, 772, 450, 802)}
    assert tuple(map(round, spot.box)) == cell[turn]


def test_edges_in_a_group_and_many_in_one_path():
    many = ruled(COLUMNS, [540, 500, 460]).replace(" f\n", "\n")
    assert many.count("f") == 1
    assert rows(pdf(many + "\n" + "\n".join(words(COLUMNS, 540, [HEAD, ROW])))) == [list(HEAD), list(ROW)]
    group = "0 0 760 80 re S 0 40 m 760 40 l S " + " ".join(f"{x - 40} 0 m {x - 40} 80 l S" for x in COLUMNS[1:-1])
    form = f"<</Type/XObject/Subtype/Form/BBox[0 0 842 595]/Length {len(group)}>>"
    drawn = pdf("q 1 0 0 1 40 460 cm /G Do Q\n" + "\n".join(words(COLUMNS, 540, [HEAD, ROW])), group=(form, group))
    assert rows(drawn) == [list(HEAD), list(ROW)]


def test_groups_that_draw_groups_are_counted_before_they_are_drawn():
    forms = "/XObject<</G {} 0 R>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 842 595]>>",
        f"<</Type/Page/Parent 2 0 R/Resources<<{forms.format(5)}>>/Contents 4 0 R>>",
        "<</Length 5>>\nstream\n/G Do\nendstream",
    ]
    for number in range(6, 30):
        group = "<</Type/XObject/Subtype/Form/BBox[0 0 842 595]/Resources<<" + forms.format(number) + ">>/Length 60>>"
        objects.append(f"{group}\nstream\n{'/G Do ' * 10}\nendstream")
    assert refusal(file_of(objects)) == ("IKI004", "pdf-terlalu-rumit", {})
