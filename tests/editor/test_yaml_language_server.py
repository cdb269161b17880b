"""What a planner sees who edits a decree in an editor with the real yaml-language-server (VS Code: redhat.vscode-yaml).

In English remain, as the server has no Indonesian: the labels "Allowed Values:", "Example:" and "Source:", the remarks
"Default value" and "Create an item of an array type", and the mistakes of YAML itself (a bracket that is not closed).
"""

import re
from pathlib import Path

import language_server
import pytest

from iki_lint.cli.app import run

DECREE = "# yaml-language-server: $schema=.iki-lint/decree.schema.json\n"
CONFIG = "# yaml-language-server: $schema=.iki-lint/config.schema.json\n"
POST = f"{DECREE}versi_format: 1\njabatan:\n- id: camat\n  nama: CAMAT\n  "
INDICATOR = f"{POST}rencana_kinerja:\n  - id: camat.1\n    indikator:\n    - id: camat.1.1\n      "


@pytest.fixture(scope="module")
def editor(tmp_path_factory):
    """An editor with a folder that `iki-lint init` has made."""
    server = language_server.program()
    if isinstance(server, str):
        pytest.skip(server)
    folder = tmp_path_factory.mktemp("kantor kita")
    assert run(["init", str(folder)]) == 0
    editor = language_server.Editor(server, folder)
    yield editor
    editor.quit()


@pytest.fixture
def told(editor):
    """What the editor says of a text: line and sentence."""

    def diagnostics(text):
        found = editor.open("a.yaml", text)
        editor.close("a.yaml")
        return found

    return diagnostics


@pytest.fixture
def offered(editor):
    """What the editor offers at the end of a text, by label."""

    def completions(text):
        editor.open("b.yaml", text)
        last = text.rpartition("\n")[2]
        found = editor.complete("b.yaml", text.count("\n"), len(last))
        editor.close("b.yaml")
        return found

    return completions


@pytest.fixture
def hover(editor):
    """What the editor shows over the first place where a word stands in a file, without the link to the schema."""

    def shown(name, word):
        text = (editor.folder / name).read_text(encoding="utf-8")
        editor.open(name)
        before = text[: re.search(rf"^[ -]*(?={word}:)", text, re.M).end()]
        found = editor.hover(name, before.count("\n"), len(before.rpartition("\n")[2]) + 1)
        editor.close(name)
        body, _, source = found.partition("\n\nSource: ")
        assert source.startswith("[decree.schema.json](file:///")
        return body

    return shown


@pytest.mark.parametrize("name", ["keputusan.yaml", "iki-lint.yaml"])
def test_a_skeleton_is_right(editor, name):
    assert editor.open(name) == []
    editor.close(name)


def test_the_examples_are_right(told):
    good = Path("examples/contoh-baik.yaml").read_text(encoding="utf-8").split("\n", 1)[1]
    assert told(DECREE + good) == []
    (told_of_one,) = told(DECREE + good.replace("sumber_data: LHE AKIP", "sumberdata: LHE AKIP", 1))
    assert told_of_one[1].startswith("Kunci yang dikenal: id, nama, formulasi, sumber_data, ")


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (
            f"{DECREE}versi_format: 1\n",
            2,
            "Sebuah keputusan wajib mempunyai jabatan, iku, atau keduanya.",
        ),
        (
            f"{DECREE}jabatan: []\n",
            2,
            "Sebuah keputusan wajib mempunyai versi_format: 1. Kunci yang dikenal: versi_format, keputusan, "
            "unit_kerja, iku, jabatan.",
        ),
        (f"{DECREE}versi_format: 2\njabatan: []\n", 2, "Versi format harus 1."),
        (
            f"{DECREE}versi_format: 1\njabatan:\n- nama: CAMAT\n",
            4,
            "Di sini wajib ada id dan nama. Kunci yang dikenal: id, nama, jenis, unit, atasan, tugas, fungsi, "
            "rencana_kinerja.",
        ),
        (f"{POST}jenis: eselon\n", 6, "Pilih salah satu: struktural, fungsional, pelaksana."),
        (f"{POST}unit: [a]\n", 6, "Tulis sebagai teks."),
        (
            f"{POST}rencana_kinerja: banyak\n",
            6,
            "Tulis sebagai daftar: tiap butir di baris sendiri, diawali tanda hubung.",
        ),
        (
            f"{INDICATOR}sumberdata: Laporan\n",
            10,
            "Kunci yang dikenal: id, nama, formulasi, sumber_data, satuan, target, aspek, penjelasan, polaritas, "
            "kode_referensi.",
        ),
        (
            f"{INDICATOR}formulasi: {{atas: 1}}\n",
            10,
            "Formulasi ditulis sebagai teks, sebagai perbandingan, atau sebagai daftar baris rumus. Kunci yang "
            "dikenal: uraian, pembilang, penyebut, pengali, sumber_data.",
        ),
        (
            f"{INDICATOR}target: [80]\n",
            10,
            "Target ditulis sebagai satu nilai, atau satu nilai untuk tiap tahun, misalnya {2026: 80, 2027: 85}.",
        ),
        (
            f"{DECREE}versi_format: 1\njabatan:\n- id: a b\n  nama: CAMAT\n",
            4,
            "Id tidak boleh kosong dan tidak boleh berisi spasi.",
        ),
        (f"{CONFIG}fail_on: galat\n", 2, "Pilih salah satu: error, warning, info."),
        (f"{CONFIG}severity: {{FRM003: off, SBR: mati}}\n", 2, "Pilih salah satu: error, warning, info, off."),
        (f"{CONFIG}kata: [a1]\n", 2, "Hanya kata atau nama, tanpa angka dan tanda baca."),
        (
            f"{CONFIG}per_berkas:\n- ignore: TGT\n",
            3,
            "Di sini wajib ada berkas. Kunci yang dikenal: berkas, select, ignore, severity, options, wajib, kata, "
            "fail_on.",
        ),
    ],
)
def test_a_mistake_is_told_in_indonesian(told, text, line, sentence):
    assert told(text) == [(line, sentence)]


def test_a_mistake_of_yaml_itself_is_told_in_english(told):
    assert told(f"{CONFIG}ignore: [TGT\n")[-1][1].startswith("Flow sequence in block collection must be")


def test_the_keys_of_an_indicator_are_offered(offered):
    found = offered(INDICATOR)
    keys = ["nama", "formulasi", "sumber_data", "satuan", "target", "aspek", "penjelasan", "polaritas"]
    assert {*keys, "kode_referensi", "indikator"} == set(found)
    assert found["sumber_data"]["documentation"] == "Dokumen atau aplikasi tempat angkanya dapat diperiksa."
    assert found["nama"]["insertText"] == "nama: ${1:Persentase pengaduan masyarakat yang ditindaklanjuti}"


def test_a_formula_is_offered_in_its_three_forms(offered):
    found = offered(f"{INDICATOR}formulasi: ")
    assert list(found) == ["teks", "perbandingan", "daftar baris rumus", "null"]
    assert found["perbandingan"]["insertText"] == (
        "\n  pembilang: ${1:Jumlah ... yang ...}\n  penyebut: ${2:Jumlah seluruh ...}\n  pengali: ${3:100%}"
    )


def test_choices_are_offered_with_what_they_mean(offered):
    found = offered(f"{INDICATOR}aspek: ")
    assert {label: each["documentation"] for label, each in found.items()} == {
        "kuantitas": "Banyaknya hasil kerja.",
        "kualitas": "Mutu hasil kerja.",
        "waktu": "Kecepatan atau ketepatan waktu.",
        "biaya": "Biaya yang dipakai.",
        "null": "Tidak disebut.",
    }


def test_a_whole_post_is_offered(offered, told):
    head = f"{DECREE}versi_format: 1\njabatan:\n- "
    found = offered(head)["jabatan"]
    assert found["documentation"] == "Jabatan baru"
    assert told(head + re.sub(r"\$\{\d+:([^}]*)\}", r"\1", found["insertText"]) + "\n") == []


def test_a_whole_decree_is_offered_and_sound(offered, told):
    found = offered(DECREE)["keputusan baru"]
    assert told(DECREE + re.sub(r"\$\{\d+:([^}]*)\}", r"\1", found["insertText"]) + "\n") == []


def test_keys_of_the_configuration_are_offered(offered):
    found = offered(CONFIG)
    assert found["wajib"]["documentation"] == (
        "Aturan yang temuannya tidak dapat diabaikan dengan komentar, baseline, atau konfigurasi."
    )
    assert len(found) == 12


def test_what_a_key_means_is_shown(hover):
    assert hover("keputusan.yaml", "formulasi") == (
        "#### Formulasi\n\nCara menghitung indikator. Boleh berupa teks, pembilang dan penyebut, atau daftar bila satu "
        "indikator mempunyai beberapa baris rumus. null berarti kolomnya ada tetapi kosong."
    )


def test_what_a_choice_means_is_shown(hover):
    assert hover("keputusan.yaml", "jenis") == (
        "#### Jenis jabatan\n\nJenis jabatan.\n\nAllowed Values:\n\n"
        "* `struktural`: Jabatan struktural: pimpinan unit, sekretaris, kepala bidang, kepala seksi.\n"
        "* `fungsional`: Jabatan fungsional.\n* `pelaksana`: Jabatan pelaksana.\n* `null`: Tidak disebut."
    )
