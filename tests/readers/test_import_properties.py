"""Whatever the file holds: one declared exception or a decree, and no word lost."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.decree.tree import Map, Text, plain, texts
from iki_lint.readers.importing import import_text
from iki_lint.readers.rows import clean, join, part
from iki_lint.readers.unreadable import UnreadableDecree

MARKS = ["\t", "\t\t", "|", "**", "<p>", "</p>", "<br>", " ", "\\|", "# ", "\u00a0", "\u2028", "😀", "<", ":", "---"]
LABELS = ["Jabatan:", "Tugas:", "Fungsi :", "a. ", "b. ", "1. ", "- ", "(Struktural)", "1", "2", "3", "kata", "S.1"]
COLUMNS = ["No.", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data", "Kode"]
FRONT = [
    "MENIMBANG :",
    "MEMUTUSKAN:",
    "KESATU : ",
    "LAMPIRAN",
    "KECAMATAN A",
    "NOMOR : 1",
    "TENTANG",
    "TAHUN 2021-2026",
]
BACK = ["Malang, Januari 2018", "Ditetapkan di X", "pada tanggal 3 Mei 2020", "CAMAT", "NIP. 1"]
PIECES = st.sampled_from([*MARKS, *LABELS, *COLUMNS, *FRONT, *BACK])
LINES = st.lists(PIECES, max_size=8).map("".join)


def try_import(content):
    """The decree, or the key of the sentence that says why there is none."""
    try:
        return import_text("a.txt", content)
    except UnreadableDecree as error:
        return error.problem.message


@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n"]))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_decree_or_the_declared_exception(lines, newline):
    found = try_import(newline.join(lines).encode())
    if isinstance(found, str):
        assert found == "impor-bukan-keputusan"
        return
    source = found.source
    numbers = range(1, len(source.line_starts) + 1)
    assert sorted(found.roles) == [number for number in numbers if source.line(number).strip()]
    for text in texts(found.root):
        assert 0 <= text.start <= text.end <= len(source.text)
        assert all(
            text.start <= text.offset(at) < text.end for at in range(len(text.value) if text.end > text.start else 0)
        )


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_decree_or_the_declared_exception(content):
    found = try_import(b"Jabatan: A\n" + content)
    unreadable = ("bukan-utf-8", "utf-8-rusak", "karakter-kendali", "bukan-teks")
    assert found in unreadable if isinstance(found, str) else found.counts.positions >= 1


CELLS = st.lists(st.sampled_from([0, 1, 1, 2]), min_size=2, max_size=7)


@given(st.lists(CELLS, min_size=1, max_size=12), st.sampled_from(["\t", "|"]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_word_of_a_table_is_lost(shapes, bar, header):
    """Every word is a different one, so that each can be looked for."""
    serial = iter(range(10_000))
    rows = [[" ".join(f"w{next(serial)}x" for _ in range(count)) for count in shape] for shape in shapes]
    rows = [row for row in rows if sum(map(bool, row)) > 1 and len(row) > 2]
    head = [["No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data"]] if header else []
    lines = [f"|{'|'.join(row)}|" if bar == "|" else bar.join(row) for row in head + rows]
    found = import_text("a.txt", "\n".join(["Jabatan: wa", "Tugas: wb", *lines]).encode())
    written = Counter(word for text in _values(found.root) for word in text.split())
    assert written == Counter(["wa", "wb", *(word for row in rows for cell in row for word in cell.split())])
    assert found.ledger.get("data", 0) == len(rows)


def _values(node):
    if isinstance(node, Text):
        yield node.value
    else:
        for key, value in node.items.items() if isinstance(node, Map) else enumerate(node.items):
            if key not in ("id", "versi_format"):
                yield from _values(value)


RAW = st.lists(st.sampled_from(["ab", " ", "  ", "<p>", "</p>", "<br/>", "<b>", "c", "<", "\u00a0", "é"])).map("".join)


@given(RAW, st.integers(0, 5))
@settings(max_examples=300, deadline=None)
def test_a_cleaned_cell_knows_its_characters(raw, at):
    source = " " * at + raw
    cell, _ = clean(raw, at)
    assert cell.text == " ".join(cell.text.split())
    for i in range(len(cell.text) + 1):
        head, tail = part(cell, 0, i), part(cell, i)
        for piece in (head, tail, join([head, tail])):
            inner = [*piece.points, (len(piece.text), 0)]
            for (start, outer), (stop, _) in pairwise(inner):
                for k in range(start, stop):
                    there = source[outer + k - start : outer + k - start + 1]
                    assert piece.text[k] == " " or there == piece.text[k]


def test_plain_of_a_small_decree():
    found = import_text("a.txt", b"Jabatan: A (JFU)")
    position = {"id": "a", "nama": "A", "jenis": "pelaksana", "rencana_kinerja": []}
    assert plain(found.root) == {"versi_format": "1", "keputusan": {"nomor": None}, "jabatan": [position]}
