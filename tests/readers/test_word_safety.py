"""Files that are no Word file, or a hostile one: one sentence each, in bounded time."""

import struct

import pytest
from word_files import SPACES, p, packed, table, tr, word

from iki_lint.messages import say
from iki_lint.readers import limits
from iki_lint.readers.unreadable import UnreadableDecree
from iki_lint.readers.word import read

DOCUMENT = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BILLION = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'


def refused(data):
    with pytest.raises(UnreadableDecree) as caught:
        read("sk.docx", data)
    problem = caught.value.problem
    assert problem.fatal
    assert problem.place is None
    return problem.code, say(problem.message, "id", **problem.args)


def document(xml):
    return packed({DOCUMENT: xml})


def deep(depth):
    return word("<w:sdt>" * depth + "</w:sdt>" * depth)


@pytest.mark.parametrize(
    ("data", "code", "start"),
    [
        (b"", "IKI006", "Berkas ini bukan berkas Word .docx yang utuh;"),
        (b"Jabatan : A", "IKI006", "Berkas ini bukan berkas Word .docx yang utuh;"),
        (b"PK\x03\x04" + bytes(100), "IKI006", "Berkas ini bukan berkas Word .docx yang utuh;"),
        (b"%PDF-1.7", "IKI006", "Berkas ini bukan berkas Word .docx yang utuh;"),
        (packed({"mimetype": b"x"}), "IKI006", "Berkas ini bukan berkas Word .docx yang utuh;"),
        (document(b"<a/>"), "IKI006", "Berkas ini bukan berkas Word .docx yang utuh;"),
        (OLE + bytes(600), "IKI006", "Berkas ini berbentuk Word lama (.doc);"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "IKI006", "Berkas ini dilindungi kata sandi;"),
        (document(b"<w:document"), "IKI006", "Berkas Word ini rusak pada bagian word/document.xml;"),
        (document(b"\xff\xfe"), "IKI006", "Berkas Word ini rusak pada bagian word/document.xml;"),
        (document(BILLION), "IKI006", "Berkas Word ini rusak pada bagian word/document.xml;"),
        (
            document('<?xml version="1.0" encoding="utf-16"?>'.encode("utf-16") + BILLION.decode().encode("utf-16-le")),
            "IKI006",
            "Berkas Word ini rusak pada bagian word/document.xml;",
        ),
        (document(b'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x"><w/>'), "IKI006", "Berkas Word ini rusak"),
        (document(b'<?xml version="1.0" encoding="tidak-ada"?><w/>'), "IKI006", "Berkas Word ini rusak"),
        (deep(limits.MAX_DEPTH), "IKI004", "Susunan berkas ini terlalu rumit untuk sebuah keputusan;"),
        (deep(100_000), "IKI004", "Susunan berkas ini terlalu rumit untuk sebuah keputusan;"),
    ],
    ids=lambda each: "" if isinstance(each, bytes) else each[:30],
)
def test_one_sentence(data, code, start):
    found, sentence = refused(data)
    assert (found, sentence[: len(start)]) == (code, start)
    assert sentence.count("\n") == 0
    assert sentence.endswith(".")


def test_a_zip_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "MAX_UNPACKED", 100_000)
    assert refused(packed({DOCUMENT: bytes(100_001)}))[0] == "IKI004"


def test_a_part_larger_than_it_says(monkeypatch):
    monkeypatch.setattr(limits, "MAX_PART", 1000)
    assert refused(word(p("x" * 2000))) == (
        "IKI004",
        "Isi berkas ini sesudah dibuka lebih dari 0 MB; buang gambarnya atau pecah menjadi beberapa berkas.",
    )


def test_a_size_that_lies():
    data = bytearray(packed({DOCUMENT: f"<w:document {SPACES}/>".encode() * 50}))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    assert refused(bytes(data))[0] == "IKI006"


@pytest.mark.parametrize(
    ("limit", "value", "data"),
    [
        ("MAX_PARTS", 5, word(p("x"))),
        ("MAX_TAGS", 30, word(p("x") * 20)),
        ("MAX_FILE", 500, word(p("x"))),
    ],
)
def test_limits(monkeypatch, limit, value, data):
    monkeypatch.setattr(limits, limit, value)
    assert refused(data)[0] == "IKI004"


def test_too_many_cells(monkeypatch):
    monkeypatch.setattr("iki_lint.readers.word.MAX_CELLS", 9)
    assert refused(word(table(*[tr("a", "b", "c")] * 4, columns=3))) == (
        "IKI004",
        "Sampai baris 4 berkas ini sudah memuat lebih dari 9 sel; pecah menjadi beberapa keputusan.",
    )


def test_an_encrypted_entry():
    data = bytearray(word(p("x")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(data))[1].startswith("Berkas ini dilindungi kata sandi;")


def test_relations_that_lead_nowhere_or_outside():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="{}"/></Relationships>'
    )
    body = f"<w:document {SPACES}><w:body>{p('isi')}</w:body></w:document>".encode()
    for target, readable in (("../../../etc/passwd", False), ("http://a/b", False), ("/lain/isi.xml", True)):
        data = packed({"_rels/.rels": relations.format(target).encode(), "lain/isi.xml": body})
        if readable:
            assert [row.cells[0].text for row in read("a.docx", data).rows] == ["isi"]
        else:
            assert refused(data)[0] == "IKI006"


def test_grids_of_any_size_stay_small():
    wide = tr("a", "b", properties='<w:gridBefore w:val="999999"/>') + tr("a", "b", "c").replace(
        "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="99999999999999999999"/>'
    )
    found = read("a.docx", word(table(wide))).rows
    assert [[cell.text for cell in row.cells] for row in found] == [["a", "b"], ["a b c", ""]]
