"""Files with macros, templates, and those of other programs: read like their kin, or one sentence."""

import io
import os
import zipfile

import docx
import pytest
from openpyxl import Workbook

from iki_lint.decree.decoding import MAX_BYTES
from iki_lint.readers.limits import MAX_FILE

MACRO = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Sub AutoOpen() Shell"
HEAD = ("No", "Rencana Kinerja", "Indikator", "Formulasi", "Sumber Data")
ROW = ("1", "Tertibnya surat", "Jumlah surat", "Prosentase surat", "")


def with_macro(data, kind, main_type):
    """The file as its program saves it with a macro: another type of the main part, and vbaProject.bin."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            part = package.read(name)
            if name == "[Content_Types].xml":
                assert main_type[0] in part
                part = part.replace(*main_type)
            made.writestr(name, part)
        made.writestr(f"{kind}/vbaProject.bin", MACRO)
    return out.getvalue()


def word_file():
    document = docx.Document()
    document.add_paragraph("Jabatan: CAMAT")
    table = document.add_table(0, 5)
    for texts in (HEAD, ROW):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def excel_file():
    book = Workbook()
    for texts in (("Jabatan:", "CAMAT"), HEAD, ROW):
        book.active.append([text or None for text in texts])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
KIN = {
    ".docm": (word_file, "word", (WORD, b"application/vnd.ms-word.document.macroEnabled.main+xml")),
    ".dotx": (word_file, "word", (WORD, WORD.replace(b".document.main", b".template.main"))),
    ".xlsm": (excel_file, "xl", (EXCEL, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
    ".xltx": (excel_file, "xl", (EXCEL, EXCEL.replace(b".sheet.main", b".template.main"))),
}


def made(home, ending):
    build, kind, types = KIN[ending]
    (home / f"sk{ending}").write_bytes(with_macro(build(), kind, types))


@pytest.mark.parametrize("ending", KIN)
def test_they_are_read_like_their_kin(home, say, ending):
    made(home, ending)
    code, said, _ = say("check", f"sk{ending}", "--select", "STR001")
    assert code == 1
    place = "sel E3" if ending.startswith(".x") else "baris 2, kolom Sumber Data"
    assert place in said
    assert "Diperiksa 1 berkas: 1 jabatan, 1 rencana kinerja, 1 indikator." in said
    code, said, _ = say("import", f"sk{ending}", "-o", "a.yaml")
    assert code == 0
    assert "Shell" not in (home / "a.yaml").read_text()


@pytest.mark.parametrize(
    ("ending", "command"),
    [*((ending, ("annotate",)) for ending in KIN), *((ending, ("fix", "--tracked")) for ending in (".docm", ".dotx"))],
)
def test_no_copy_is_written_of_them(home, say, ending, command):
    made(home, ending)
    other = ".docx" if KIN[ending][1] == "word" else ".xlsx"
    before = (home / f"sk{ending}").read_bytes()
    assert say(*command, f"sk{ending}", "-o", f"b{ending}") == (
        2,
        "",
        f"iki-lint: Berkas sk{ending} berakhiran {ending}: isinya dapat diperiksa, tetapi salinannya tidak ditulis "
        f"agar makro atau templatnya tidak rusak; simpan dahulu sebagai {other}.\n",
    )
    assert os.listdir(home) == [f"sk{ending}"]
    assert (home / f"sk{ending}").read_bytes() == before


@pytest.mark.parametrize(
    ("ending", "program", "other"),
    [
        (".pages", "Pages", ".docx"),
        (".wps", "Word", ".docx"),
        (".numbers", "Numbers", ".xlsx"),
        (".xlsb", "Excel", ".xlsx"),
        (".et", "Excel", ".xlsx"),
    ],
)
def test_what_to_save_others_as(home, say, ending, program, other):
    (home / f"sk{ending}").write_bytes(b"PK")
    for arguments in (["check"], ["import", "-o", "a.yaml"]):
        assert say(arguments[0], f"sk{ending}", *arguments[1:]) == (
            2,
            "",
            f"iki-lint: Berkas sk{ending} berakhiran {ending}, yang tidak dapat dibaca tanpa kehilangan isi; buka di "
            f"{program} atau LibreOffice, simpan sebagai {other}, lalu periksa hasilnya.\n",
        )


@pytest.mark.parametrize(("build", "ending"), [(word_file, ".docx"), (excel_file, ".xlsx")])
def test_pictures_may_make_a_document_larger_than_any_text(home, say, build, ending):
    data = io.BytesIO(build())
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("media/image1.jpg", bytes(range(256)) * (17 << 12))
    (home / f"sk{ending}").write_bytes(data.getvalue())
    assert (home / f"sk{ending}").stat().st_size > MAX_BYTES
    assert say("check", f"sk{ending}", "--select", "STR001")[0] == 1
    (home / f"sk{ending}").write_bytes(data.getvalue() + bytes(MAX_FILE))
    code, said, _ = say("check", f"sk{ending}")
    assert code == 2
    assert "Berkas lebih besar dari 64 MB" in said
