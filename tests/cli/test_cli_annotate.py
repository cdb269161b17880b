"""`iki-lint annotate`: a copy beside the original, or one sentence."""

import io
import os
import sys

import docx
import pytest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "readers"))

from word_files import p, table, tr, word

HEAD = tr("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")
DECREE = word(
    p("Jabatan: CAMAT") + table(HEAD, tr("1.", "Terlaksananya rapat", "Persentase rapat", "Jumlah rapat", "Jelas"))
)


@pytest.fixture
def decree(home):
    (home / "sk.docx").write_bytes(DECREE)
    return home


def test_a_copy_is_written_and_the_original_left_alone(decree, say):
    assert say("annotate", "sk.docx", "-o", "sk_periksa.docx", "--select", "FRM003") == (
        0,
        "sk_periksa.docx: Salinan untuk pemeriksaan: 1 temuan dalam 1 catatan; yang sama ditulis satu kali.\n",
        "",
    )
    assert (decree / "sk.docx").read_bytes() == DECREE
    copy = (decree / "sk_periksa.docx").read_bytes()
    assert [each.author for each in docx.Document(io.BytesIO(copy)).comments] == ["iki-lint", "iki-lint"]
    assert say("annotate", "sk_periksa.docx", "-o", "lagi.docx", "--select", "FRM003")[0] == 0
    assert (decree / "lagi.docx").read_bytes() == copy


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["sk.docx"], "-o/--output wajib disebut; lihat iki-lint annotate --help."),
        (
            ["sk.docx", "-o", "./sk.docx"],
            "./sk.docx akan menimpa naskah aslinya; sebutkan nama lain, misalnya sk_periksa.docx.",
        ),
        (["sk.docx", "-o", "sk.pdf"], "Salinan dari sk.docx harus berakhiran .docx, bukan sk.pdf."),
        (["sk.docx", "-o", "x/a.docx"], "x/a.docx tidak dapat ditulis: foldernya tidak ada."),
        (["b.docx", "-o", "c.docx"], "Berkas b.docx tidak ada."),
        (
            ["sk.txt", "-o", "a.txt"],
            "Berkas sk.txt berakhiran .txt, yang belum dapat dibaca; yang dapat dibaca sekarang: .docx, .xlsx, .pdf.",
        ),
        (
            ["sk.doc", "-o", "a.doc"],
            "Berkas sk.doc berakhiran .doc, yang tidak dapat dibaca tanpa kehilangan isi; buka di Word atau "
            "LibreOffice, simpan sebagai .docx, lalu periksa hasilnya.",
        ),
    ],
)
def test_refusals(decree, say, arguments, sentence):
    assert say("annotate", *arguments) == (2, "", f"iki-lint: {sentence}\n")
    assert os.listdir(decree) == ["sk.docx"]


def test_a_link_to_the_original_is_the_original(decree, say):
    os.link(decree / "sk.docx", decree / "a.docx")
    assert say("annotate", "sk.docx", "-o", "a.docx")[0] == 2
    assert (decree / "a.docx").read_bytes() == DECREE


def test_what_cannot_be_read_gives_no_copy(decree, say):
    (decree / "b.docx").write_bytes(b"PK")
    code, out, err = say("annotate", "b.docx", "-o", "c.docx")
    assert (code, out) == (2, "")
    assert err == (
        "b.docx: IKI006 Berkas ini bukan berkas Word .docx yang utuh; buka di Word atau LibreOffice, "
        "lalu simpan ulang sebagai .docx.\n"
    )
    assert sorted(os.listdir(decree)) == ["b.docx", "sk.docx"]


def test_a_missing_library_is_named(decree, say, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    assert say("annotate", "sk.docx", "-o", "c.docx") == (
        2,
        "",
        "iki-lint: Tidak ada yang ditulis: Berkas .docx memerlukan pustaka tambahan; pasang dengan "
        "`pip install 'iki-lint[word]'`.\n",
    )


@pytest.mark.parametrize("command", [("fix", "--tracked"), ("export",)])
def test_a_missing_library_is_told_in_the_same_words(decree, say, monkeypatch, command):
    monkeypatch.setitem(sys.modules, "docx", None)
    assert say(*command, "sk.docx", "-o", "c.docx") == (
        2,
        "",
        "iki-lint: Berkas .docx memerlukan pustaka tambahan; pasang dengan `pip install 'iki-lint[word]'`.\n",
    )
    assert os.listdir(decree) == ["sk.docx"]


def test_an_import_tells_where_in_the_document(decree, say):
    body = (
        p("Jabatan: CAMAT")
        + table(HEAD, tr("1.", "a", "b", "c", "d"), tr("rencana", "isi", "rumus", "data", ""))
        + p("entah apa")
    )
    body += table(tr("3.", "a", "b", "c", "d"))
    (decree / "b.docx").write_bytes(word(body))
    code, out, err = say("import", "b.docx", "-o", "b.yaml")
    assert (code, out) == (1, "1 jabatan, 3 rencana kinerja, 3 indikator, 1 baris digeser\n")
    assert err == (
        "b.docx: Tabel 1, baris 3: Nomor tidak tertulis; isi baris digeser satu kolom ke kanan, mohon periksa.\n"
        'b.docx: Paragraf 2 tidak dikenali dan tidak masuk ke hasil impor: "entah apa".\n'
    )


def test_fixes_as_tracked_changes(decree, say):
    data = word(p("Jabatan: CAMAT") + table(HEAD, tr("1.", "Rapat", "Nilai", "Jumlah", "Laporan Kementrian PANRB")))
    (decree / "b.docx").write_bytes(data)
    assert say("fix", "b.docx", "--tracked", "-o", "c.docx", "--select", "BHS001") == (
        0,
        "c.docx: 1 perbaikan terlacak (BHS001 1); terima atau tolak masing-masing di Word, tab Tinjau\n",
        "",
    )
    assert (decree / "b.docx").read_bytes() == data
    assert say("fix", "b.docx", "--tracked", "-o", "e.docx", "--select", "BHS002") == (
        0,
        "b.docx: tidak ada yang dapat diperbaiki otomatis, jadi tidak ada yang ditulis\n",
        "",
    )
    assert say("fix", "b.docx", "--tracked", "-o", "b.docx")[0] == 2
    usage = (
        "iki-lint: Perbaikan terlacak memerlukan satu naskah Word dan nama hasilnya: "
        "iki-lint fix keputusan.docx --tracked -o keputusan_perbaikan.docx\n"
    )
    for arguments in (
        ["b.docx", "--tracked"],
        ["b.docx", "-o", "d.docx"],
        ["b.docx", "sk.docx", "--tracked", "-o", "d"],
    ):
        assert say("fix", *arguments) == (2, "", usage)
    assert say("fix", "b.docx") == (
        2,
        "",
        "iki-lint: b.docx tidak diperbaiki di tempatnya; tulis salinan dengan perubahan terlacak: "
        "iki-lint fix b.docx --tracked -o HASIL.docx.\n",
    )
    assert sorted(os.listdir(decree)) == ["b.docx", "c.docx", "sk.docx"]
