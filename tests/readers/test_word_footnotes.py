"""Footnotes and endnotes are told with their place; their words go into no cell."""

import io
import zipfile

from word_files import HEAD as XML
from word_files import SPACES, p, packed, relations, table, tc, tr, word

from iki_lint.decree.tree import plain
from iki_lint.readers.importing import import_file
from iki_lint.readers.word import read

TITLES = tr("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")


def reference(id, kind="footnote"):
    return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'


def note(id, *paragraphs, kind="footnote"):
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{id}">' + "".join(f"<w:p>{mark}{p(each)[5:]}" for each in paragraphs) + f"</w:{kind}>"


def annotated(body, footnotes="", endnotes=""):
    """A Word file with these notes."""
    with zipfile.ZipFile(io.BytesIO(word(body))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = {"footnotes": footnotes, "endnotes": endnotes}
    parts["word/_rels/document.xml.rels"] = relations([(name, f"{name}.xml") for name in names]).encode()
    for name, content in names.items():
        parts[f"word/{name}.xml"] = f"{XML}<w:{name} {SPACES}>{content}</w:{name}>".encode()
    return packed(parts)


def cell(words, *references):
    return tc(f"<w:p><w:r><w:t>{words}</w:t></w:r>{''.join(references)}</w:p>")


def notes(data):
    return [(each.message, each.args, each.line, each.lost) for each in read("a.docx", data).notes]


def test_a_footnote_in_a_cell_is_told_and_goes_into_no_cell():
    row = tr("1", "R", cell("Jumlah surat", reference(2)), "dihitung", cell("Register", reference(3, "endnote")))
    body = p("Jabatan: CAMAT") + table(TITLES, row)
    data = annotated(body, note(2, "hanya surat dinas,", "bukan undangan"), note(3, "buku A", kind="endnote"))
    found = import_file("a.docx", data)
    (plan,) = plain(found.root)["jabatan"][0]["rencana_kinerja"]
    assert plan["indikator"][0]["nama"] == "Jumlah surat"
    assert [(each.note, each.args, each.line) for each in found.repairs] == [
        (
            "word-catatan-kaki",
            {"alamat": "Tabel 1, baris 2, kolom Indikator", "isi": "hanya surat dinas, bukan undangan"},
            3,
        ),
        ("word-catatan-kaki", {"alamat": "Tabel 1, baris 2, kolom Sumber Data", "isi": "buku A"}, 3),
    ]
    assert found.problems == ()


def test_a_footnote_of_a_paragraph_with_two_labels_is_told_once():
    runs = f"<w:r><w:t>Jabatan: CAMAT</w:t><w:br/><w:t>Tugas: memimpin</w:t></w:r>{reference(1)}"
    assert notes(annotated(f"<w:p>{runs}</w:p>", note(1, "lihat Perda"))) == [
        ("word-catatan-kaki", {"alamat": "Paragraf 1", "isi": "lihat Perda"}, 1, False)
    ]


def test_references_that_lead_nowhere_or_are_deleted_are_not_told():
    gone = f'<w:del w:id="9">{reference(1)}</w:del>'
    assert notes(annotated(f"<w:p><w:r><w:t>a</w:t></w:r>{gone}{reference(7)}</w:p>", note(1, "lama"))) == []
    assert notes(word(f"<w:p><w:r><w:t>a</w:t></w:r>{reference(1)}</w:p>")) == []


def test_notes_that_nothing_refers_to_are_not_even_opened():
    assert notes(annotated(p("a"), "<broken")) == []
