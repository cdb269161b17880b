import json
import os

import pytest

TEXT = """Jabatan : KEPALA SEKSI PELAYANAN
Tugas : Melaksanakan pelayanan
No.\tRencana Kinerja\tIndikator Kinerja\tFormulasi\tSumber Data
1\tMeningkatnya layanan\tPersentase surat selesai\tJumlah surat\tRegister surat
"""


def test_a_text_becomes_a_decree(folder, say):
    (folder / "sk.txt").write_text(TEXT)
    code, out, err = say("import", "sk.txt", "-o", "sk.yaml")
    assert (code, out, err) == (0, "1 jabatan, 1 rencana kinerja, 1 indikator, 0 baris digeser\n", "")
    assert sorted(os.listdir(folder)) == ["sk.asal.json", "sk.txt", "sk.yaml"]
    assert "KEPALA SEKSI PELAYANAN" in (folder / "sk.yaml").read_text()
    assert json.loads((folder / "sk.asal.json").read_text())["sumber"]["nama"] == "sk.txt"


def test_repairs_are_told_with_their_line(folder, say):
    (folder / "sk.txt").write_text(TEXT.replace("Jumlah surat", "<p>Jumlah surat</p>"))
    code, out, err = say("import", "sk.txt", "-o", "sk.yaml")
    assert (code, err) == (0, "sk.txt:4: Tanda HTML di baris ini dibuang.\n")
    assert out == "1 jabatan, 1 rencana kinerja, 1 indikator, 0 baris digeser\n"


def test_english(folder, say):
    (folder / "sk.txt").write_text(TEXT)
    assert (
        say("import", "sk.txt", "-o", "sk.yaml", "--lang", "en")[1]
        == "1 positions, 1 plans, 1 indicators, 0 rows shifted\n"
    )


@pytest.mark.parametrize(
    ("name", "data", "output", "start"),
    [
        ("sk.doc", b"", "a.yaml", "Berkas sk.doc berakhiran .doc, yang tidak dapat dibaca tanpa kehilangan isi;"),
        ("a.yaml", b"x: 1", "b.yaml", "Berkas a.yaml berakhiran .yaml, yang belum dapat dibaca;"),
        ("sk.txt", TEXT.encode(), "a.txt", "Hasil impor adalah berkas YAML; a.txt harus berakhiran .yaml atau .yml."),
        ("sk.txt", TEXT.encode(), "x/a.yaml", "x/a.yaml tidak dapat ditulis: foldernya tidak ada."),
        ("sk.txt", b"surat biasa", "a.yaml", "Tidak ada yang diimpor: sk.txt: Berkas ini tidak memuat satu pun"),
        ("sk.txt", b"Jabatan : A\n\0", "a.yaml", "Tidak ada yang diimpor: sk.txt"),
        ("sk.txt", b"PK\x03\x04\xff\xfe", "a.yaml", "Tidak ada yang diimpor: sk.txt"),
    ],
)
def test_what_cannot_be_imported_is_one_sentence(folder, say, name, data, output, start):
    (folder / name).write_bytes(data)
    code, out, err = say("import", name, "-o", output)
    assert (code, out) == (2, "")
    assert err.startswith(f"iki-lint: {start}")
    assert err.count("\n") == 1
    assert os.listdir(folder) == [name]


def test_missing_file_and_folder(folder, say):
    (folder / "map").mkdir()
    assert say("import", "a.txt", "-o", "a.yaml") == (2, "", "iki-lint: Berkas a.txt tidak ada.\n")
    assert say("import", "map", "-o", "a.yaml") == (2, "", "iki-lint: map adalah folder; sebutkan satu berkas.\n")


def test_proposals_for_the_cascade_are_comments(home, say):
    source = os.path.join(os.path.dirname(__file__), "..", "data", "klojen-2018.txt")
    assert say("import", source, "-o", "plain.yaml")[0] == 0
    code, out, _ = say("import", source, "-o", "a.yaml", "--usul-kaskade")
    assert code == 0
    assert out.endswith("Induk diusulkan untuk 20 dari 29 rencana kinerja; hapus tanda # di depan usul yang benar.\n")
    lines = (home / "a.yaml").read_text(encoding="utf-8").splitlines()
    assert "    # mendukung: [camat.3]  # usul, kemiripan 1,00; mohon konfirmasi" in lines
    plain = [line for line in lines if "; mohon konfirmasi" not in line]
    assert plain == (home / "plain.yaml").read_text(encoding="utf-8").splitlines()
