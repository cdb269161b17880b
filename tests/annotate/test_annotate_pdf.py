"""PDF files given back: a highlight at the cell that a finding is about, the same bytes each time."""

import os
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from iki_lint.annotate.pdf import annotate
from iki_lint.annotate.remarks import AUTHOR, MOST
from iki_lint.findings import Counts, FileReport, Finding
from iki_lint.linting import Review, review_file
from iki_lint.readers.pdf import find
from iki_lint.readers.unreadable import UnreadableDecree

HERE = os.path.dirname(os.path.abspath(__file__))
NAME = "klojen.pdf"


def data():
    with open(os.path.join(HERE, "..", "data", "pdf", NAME), "rb") as file:
        return file.read()


def finding(address, message="Formulasi sama dengan indikator", code="FRM001", severity="warning"):
    return Finding(code, "nama-aturan", severity, message, "/jabatan/0", address=address)


def review(*findings):
    return Review(FileReport(NAME, Counts(), tuple(findings)), None)


def remarks(made):
    """Page, kind, text and box of what iki-lint has written, in order."""
    return [
        (number, each["/Subtype"], each["/Contents"], [float(value) for value in each["/Rect"]])
        for number, page in enumerate(PdfReader(BytesIO(made)).pages, 1)
        for each in (reference.get_object() for reference in page.get("/Annots", []))
        if each["/T"] == AUTHOR
    ]


ADDRESS = "hal. 1, tabel 1, baris 4, kolom Formulasi"


def test_a_highlight_covers_the_cell():
    made = annotate(NAME, data(), review(finding(ADDRESS)))
    (page, kind, text, rect), note = remarks(made)
    assert (page, kind) == (1, "/Highlight")
    assert text == "peringatan FRM001\nFormulasi sama dengan indikator"
    box = find(NAME, data()).spots[ADDRESS].box
    assert rect == pytest.approx([box.left + 0.5, box.bottom + 0.5, box.right - 0.5, box.top - 0.5], abs=0.01)
    assert note[1:3] == ("/Text", "Salinan untuk pemeriksaan: 1 temuan dalam 1 catatan; yang sama ditulis satu kali.")


def test_in_english():
    assert remarks(annotate(NAME, data(), review(finding(ADDRESS)), "en"))[0][2].startswith("warning FRM001\n")


def test_equal_findings_are_said_once():
    places = [f"hal. 1, tabel 1, baris {row}, kolom Formulasi" for row in range(3, 9)]
    highlight, _ = remarks(annotate(NAME, data(), review(*map(finding, places))))
    assert highlight[2].endswith(f"sama di 5 tempat lain: {'; '.join(places[1:4])} dan 2 tempat lain")


def test_findings_on_one_cell_share_a_highlight_the_worst_first():
    both = review(finding(ADDRESS, "Kurang jelas"), finding(ADDRESS, "Kosong", "STR001", "error"))
    highlight, _ = remarks(annotate(NAME, data(), both))
    assert highlight[2] == "galat STR001\nKosong\n\nperingatan FRM001\nKurang jelas"


def test_what_has_no_place_stands_in_the_note():
    (note,) = remarks(annotate(NAME, data(), review(finding(None))))
    assert note[1] == "/Text"
    assert note[2].endswith("\n\nperingatan FRM001\nFormulasi sama dengan indikator")


def test_no_more_than_a_person_reads():
    many = [finding(ADDRESS, f"Temuan {number}") for number in range(MOST + 7)]
    note = remarks(annotate(NAME, data(), review(*many)))[-1][2]
    assert note.startswith("Salinan untuk pemeriksaan: 157 temuan, yang terberat dalam 150 catatan")
    assert "Masih ada 7 catatan lain" in note


def test_nothing_found_nothing_written():
    assert remarks(annotate(NAME, data(), review())) == []


def test_hostile_words_are_shown():
    highlight, _ = remarks(annotate(NAME, data(), review(finding(ADDRESS, "a\x1b[31m\u202eb"))))
    assert highlight[2] == "peringatan FRM001\na\\x1b[31m<U+202E>b"


def test_the_same_bytes_and_the_same_remarks_again():
    made = annotate(NAME, data(), review_file(NAME, data=data()))
    assert made == annotate(NAME, data(), review_file(NAME, data=data()))
    again = annotate(NAME, made, review_file(NAME, data=made))
    assert remarks(again) == remarks(made)
    assert annotate(NAME, again, review_file(NAME, data=again)) == again


def test_the_copy_reads_as_the_original():
    made = annotate(NAME, data(), review_file(NAME, data=data()))
    assert find(NAME, made) == find(NAME, data())


def test_remarks_of_others_stay():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data())))
    writer.add_annotation(0, FreeText(text="Setuju", rect=(20, 20, 90, 40)))
    theirs = BytesIO()
    writer.write(theirs)
    made = annotate(NAME, theirs.getvalue(), review(finding(ADDRESS)))
    made = annotate(NAME, made, review())
    (kept,) = PdfReader(BytesIO(made)).pages[0]["/Annots"]
    assert kept.get_object()["/Contents"] == "Setuju"


def test_a_protected_file_is_not_written_into():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data())))
    writer.encrypt("", "pemilik", algorithm="RC4-128")
    protected = BytesIO()
    writer.write(protected)
    with pytest.raises(UnreadableDecree) as caught:
        annotate(NAME, protected.getvalue(), review(finding(ADDRESS)))
    assert caught.value.problem.message == "pdf-dilindungi"
