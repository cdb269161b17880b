"""Files that are no decree: one sentence with the place, exit code 2, nothing written."""

import os
import random

import pytest
from hostile_process import DECREE, TEXT, run

NO_TEXT = "Berkas ini bukan teks; yang dapat dibaca sekarang: YAML, .txt, dan .md"
OTHER = "Berkas ini sebenarnya berkas {}, yang belum dapat dibaca; yang dapat dibaca sekarang: YAML, .txt, dan .md"
WIDE = "Berkas tersimpan sebagai UTF-16 atau UTF-32; simpan ulang dengan pengodean UTF-8"
NOISE = random.Random(1).randbytes(5000)

BYTES = {
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "IKI005", OTHER.format(".png")),
    "jpeg": (b"\xff\xd8\xff\xe0" + NOISE, "IKI005", OTHER.format(".jpg")),
    "word": (b"PK\x03\x04" + NOISE, "IKI005", OTHER.format(".docx, .xlsx, .zip")),
    "old-word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "IKI005", OTHER.format(".doc, .xls")),
    "pdf": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + NOISE, "IKI005", OTHER.format(".pdf")),
    "rtf": (b"{\\rtf1\\ansi Jabatan}", "IKI005", OTHER.format(".rtf")),
    "elf": (b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x02\x00>\x00" + bytes(200), "IKI005", NO_TEXT),
    "noise": (NOISE, "IKI005", NO_TEXT),
    "utf-16": (DECREE.encode("utf-16"), "IKI005", WIDE),
    "utf-16-le": (DECREE.encode("utf-16-le"), "IKI005", WIDE),
    "utf-16-be": (DECREE.encode("utf-16-be"), "IKI005", WIDE),
    "utf-32": (DECREE.encode("utf-32"), "IKI005", WIDE),
    "lines": (b"versi_format: 1\n" + b"\n" * 1_000_001, "IKI004", "Berkas lebih panjang dari 1000000 baris;"),
    "bytes": (b"# " * (8 * 1024 * 1024 + 1), "IKI004", "Berkas lebih besar dari 16 MB;"),
}


@pytest.mark.parametrize(("data", "code", "sentence"), BYTES.values(), ids=BYTES)
def test_a_file_that_is_no_text_has_no_place(tmp_path, data, code, sentence):
    for name in ("a.yaml", "a.txt", "tanpa-akhiran"):
        (tmp_path / name).write_bytes(data)
        done = run(["check", name], tmp_path)
        assert (done.code, done.err) == (2, "")
        assert done.out.startswith(f"{name}: {code} ")
        assert f"[galat] {sentence}" in done.out.splitlines()[0]
        assert done.out.splitlines()[1] == ""
    done = run(["import", "a.txt", "-o", "hasil.yaml"], tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"iki-lint: Tidak ada yang diimpor: a.txt: {sentence}")
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "a.yaml", "tanpa-akhiran"]


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (DECREE.replace("mutu", "mutu é").encode("latin-1"), "10:31", "berisi byte yang bukan UTF-8"),
        (DECREE.replace("mutu", "mu\0tu").encode(), "10:28", "berisi karakter kendali U+0000"),
        (DECREE.replace("mutu", "mu\x1btu").encode(), "10:28", "berisi karakter kendali U+001B"),
        (DECREE.replace("  nama", "\tnama").encode(), "4:1", "memakai tab di tempat yang harus berisi spasi"),
        ((DECREE + "---\n" + DECREE).encode(), "16:1", "lebih dari satu dokumen YAML"),
        (b"a: [1, 2\n", "1:4", "Kurung siku [ yang dibuka pada baris 1 tidak ditutup"),
        (b"- a\n- b\n", "1:1", "bukan dokumen keputusan atau aturan"),
        (b"halo\n", "1:1", "bukan dokumen keputusan atau aturan"),
        (b"version: '3'\nservices: {web: {image: nginx}}\n", "1:1", "bukan dokumen keputusan: tidak ada"),
        (b"versi_format: 2\njabatan: []\n", "1:1", 'Versi format "2" tidak dikenal'),
        (b"jabatan: []\nversi_format: satu\n", "2:1", 'Versi format "satu" tidak dikenal'),
        (b"versi_format: 1.0\njabatan: []\n", "1:1", 'Versi format "1.0" tidak dikenal'),
        (b"versi_format: [1]\njabatan: []\n", "1:1", "tidak dikenal"),
        (b"versi_format:\njabatan: []\n", "1:1", "tidak dikenal"),
        (b"jabatan: []\n", "1:1", 'Kunci "versi_format" tidak ada'),
        (b"%YAML 3.0\n---\nversi_format: 1\n", "1:1", "Baris 1 diawali %"),
    ],
)
def test_a_text_that_is_no_decree_is_shown_its_place(tmp_path, data, place, words):
    (tmp_path / "a.yaml").write_bytes(data)
    done = run(["check", "a.yaml"], tmp_path)
    assert (done.code, done.err) == (2, "")
    first, *_, checked, unread = done.out.splitlines()
    assert first.startswith(f"a.yaml:{place}: IKI00")
    assert words in first
    assert checked.startswith("Diperiksa 0 berkas:")
    assert unread == "1 berkas tidak dapat dibaca."


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# catatan\n", b"---\n", b"~\n", b"\xef\xbb\xbf"])
def test_an_empty_file_has_no_place(tmp_path, data):
    (tmp_path / "a.yaml").write_bytes(data)
    done = run(["check", "a.yaml"], tmp_path)
    assert (done.code, done.err) == (2, "")
    assert done.out.splitlines()[0] == "a.yaml: IKI006 bentuk-keliru [galat] Berkas ini kosong"


def test_a_text_without_positions_has_no_place(tmp_path):
    (tmp_path / "a.txt").write_text("Dengan hormat,\nbersama ini ...\n")
    done = run(["check", "a.txt"], tmp_path)
    assert done.code == 2
    assert done.out.startswith('a.txt: IKI006 bentuk-keliru [galat] Berkas ini tidak memuat satu pun "Jabatan:"')


@pytest.mark.parametrize("ending", [".doc", ".rtf", ".odt"])
def test_endings_to_be_saved_in_another_form(tmp_path, ending):
    (tmp_path / f"sk{ending}").write_bytes(b"PK")
    refused = (
        f"iki-lint: Berkas sk{ending} berakhiran {ending}, yang tidak dapat dibaca tanpa kehilangan isi; "
        "buka di Word atau LibreOffice, simpan sebagai .docx, lalu periksa hasilnya.\n"
    )
    assert run(["check", f"sk{ending}"], tmp_path) == (2, "", refused)
    assert run(["import", f"sk{ending}", "-o", "a.yaml"], tmp_path) == (2, "", refused)
    assert os.listdir(tmp_path) == [f"sk{ending}"]


@pytest.mark.parametrize(
    "decree",
    [
        DECREE.replace("\n", "\r\n"),
        DECREE.replace("\n", "\r"),
        "\ufeff" + DECREE,
        "%YAML 1.2\n---\n" + DECREE + "...\n",
        DECREE.replace("versi_format: 1", "versi_format: '1'"),
    ],
    ids=["crlf", "cr", "bom", "directive", "quoted"],
)
def test_forms_of_the_same_decree(tmp_path, decree):
    for name, text in (("a.yaml", DECREE), ("b.yaml", decree)):
        (tmp_path / name).write_bytes(text.encode())
    plain, other = (run(["check", name, "--show-all"], tmp_path) for name in ("a.yaml", "b.yaml"))
    assert plain.code == 1
    assert "FRM003" in plain.out
    shift = 2 if decree.startswith("%") else 0
    assert other.code == plain.code
    assert other.out.count("\n") == plain.out.count("\n")
    assert f"b.yaml:{14 + shift}:18: FRM003" in other.out


@pytest.mark.parametrize(
    "text",
    [TEXT.replace("\n", "\r\n"), TEXT.replace("\n", "\r"), "\ufeff" + TEXT, TEXT.replace("\n\n", "\n\f\n")],
    ids=["crlf", "cr", "bom", "form-feed"],
)
def test_forms_of_the_same_text(tmp_path, text):
    for name, content in (("a.txt", TEXT), ("b.txt", text)):
        (tmp_path / name).write_bytes(content.encode())
        assert run(["import", name, "-o", name.replace("txt", "yaml")], tmp_path).code == 0
    first, second = ((tmp_path / name).read_text().partition("versi_format")[2] for name in ("a.yaml", "b.yaml"))
    assert first == second != ""
