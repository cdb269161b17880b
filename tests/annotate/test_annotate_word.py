"""Comments in a Word file: each on the words it speaks of, the rest of the file as it was."""

import io

import docx
import pytest
from annotate_samples import anchored, comments, decree, p, packed, parts, table, tc, tr, word

from iki_lint.annotate.word import annotate
from iki_lint.findings import Counts, FileReport, Finding
from iki_lint.linting import Review, review_file
from iki_lint.readers.unreadable import UnreadableDecree
from iki_lint.readers.word import read

HEAD = tr("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")


def finding(address, message="Pesan", **more):
    return Finding("FRM003", "contoh", "error", message, "/x", address=address, **more)


def written(data, *findings):
    return annotate("a.docx", data, Review(FileReport("a.docx", Counts(), findings), None))


def control(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_a_comment_stands_on_the_cell_of_its_finding():
    data = word(p("Jabatan: A") + table(HEAD, tr("1", "r", "i", "rumus", "s")))
    copy = written(data, finding("Tabel 1, baris 2, kolom Formulasi", suggestion="Tulis pembaginya"))
    assert anchored(copy) == {0: "Jabatan: A", 1: "rumus"}
    assert comments(copy) == {
        0: ("iki-lint", None, ["Salinan untuk pemeriksaan: 1 temuan dalam 1 catatan; yang sama ditulis satu kali."]),
        1: ("iki-lint", None, ["galat: Pesan", "saran: Tulis pembaginya", "FRM003"]),
    }


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (tc("rumus"), "rumus"),
        (tc(p()), ""),
        (tc(control(p("rumus"))), "rumus"),
        (control(tc("rumus")), "rumus"),
        (tc(f"<w:p>{control(run('rumus'))}</w:p>"), "rumus"),
        (tc(f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:ins w:id="9">{run("rumus")}</w:ins></w:p>'), "rumus"),
        (tc(p() + p("rumus") + p("lagi")), "rumus"),
        (tc(table(tr("rumus", "100"), columns=2) + p()), "rumus"),
        ("<w:tc><w:tcPr/></w:tc>", ""),
    ],
    ids=["plain", "empty", "sdt-p", "sdt-cell", "sdt-run", "insertion", "second", "nested", "no-paragraph"],
)
def test_any_cell_can_hold_a_comment(cell, words):
    data = word(p("atas") + table(HEAD, f"<w:tr>{tc('1')}{tc('r')}{tc('i')}{cell}{tc('s')}</w:tr>"))
    copy = written(data, finding("Tabel 1, baris 2, kolom Formulasi"))
    assert anchored(copy) == {0: "atas", 1: words}
    assert [row.cells for row in read("a.docx", copy).rows] == [row.cells for row in read("a.docx", data).rows]


def test_what_has_no_place_stands_at_the_beginning():
    copy = written(word(p("atas") + p("bawah")), finding(None), finding("Tabel 9, baris 9", "Lain"))
    assert anchored(copy) == {0: "atas", 1: "atas", 2: "atas"}


def test_a_remark_on_a_text_box_stands_where_the_box_hangs():
    box = f"<w:txbxContent>{p('dalam')}</w:txbxContent>"
    drawn = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    copy = written(word(p("atas") + f"<w:p>{run('luar')}{drawn}</w:p>"), finding("Paragraf 3"))
    assert anchored(copy) == {0: "atas", 1: "luardalam"}


def test_a_second_run_replaces_our_comments_and_keeps_those_of_others():
    data = word(p("satu") + p("dua"))
    document = docx.Document(io.BytesIO(data))
    document.add_comment(document.paragraphs[1].runs, text="Setuju?", author="Bagian Hukum", initials="BH")
    file = io.BytesIO()
    document.save(file)
    once = written(file.getvalue(), finding("Paragraf 1"), finding("Paragraf 2", "Lain"))
    twice = written(once, finding("Paragraf 2", "Baru"))
    told = [(author, said[0]) for author, _, said in comments(twice).values()]
    assert told[0] == ("Bagian Hukum", "Setuju?")
    assert [author for author, _ in told[1:]] == ["iki-lint", "iki-lint"]
    assert told[2] == ("iki-lint", "galat: Baru")
    assert sorted(anchored(twice).values()) == ["dua", "dua", "satu"]
    assert written(once, finding("Paragraf 1"), finding("Paragraf 2", "Lain")) == once


def test_the_same_bytes_each_time_and_nothing_else_changed():
    data = decree("klojen-2018.txt")
    review = review_file("a.docx", data=data)
    copy = annotate("a.docx", data, review)
    assert annotate("a.docx", data, review) == copy
    before, after = parts(data), parts(copy)
    assert after.keys() - before.keys() == {"word/comments.xml"}
    assert {name for name in before if "numbering" in name or "styles" in name} <= after.keys()
    assert len(comments(copy)) == 151
    again = review_file("a.docx", data=copy)
    assert again.report.findings == review.report.findings


def test_hostile_words_are_shown_and_not_obeyed():
    copy = written(word(p("isi")), finding("Paragraf 1", "x\x1b[31m\x00</w:t>\u202e", suggestion="a\tb\nc"))
    assert comments(copy)[1][2] == ["galat: x\\x1b[31m\\x00</w:t><U+202E>", "saran: a\\tb\\nc", "FRM003"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("[Content_Types].xml", b"document.main", b"document"),
        ("_rels/.rels", b"Id=", b"Jd="),
        ("word/_rels/document.xml.rels", b"Id=", b"Jd="),
        ("word/_rels/document.xml.rels", b"numbering.xml", b"tidak-ada.xml"),
    ],
)
def test_a_file_that_only_the_reader_can_open(name, old, new):
    found = parts(word(p("isi")))
    assert old in found[name]
    found[name] = found[name].replace(old, new)
    with pytest.raises(UnreadableDecree) as caught:
        written(packed(found))
    assert caught.value.problem.message == "word-bukan-docx"
