"""`check --decrees-only`: what else a repository holds is passed over."""

import pytest
from cli_samples import DECREE

OTHER = "name: ci\non: push  # versi_format: 1\njobs:\n  versi_format: 1\n"
COUNTED = "Diperiksa 1 berkas: 1 jabatan, 2 rencana kinerja, 3 indikator.\n"


@pytest.mark.parametrize(
    "text", [OTHER, "", "- versi_format: 1\n", "versi_formatku: 1\n", "a: {versi_format: 1}\n", "[1\n"]
)
def test_only_other_files_is_success_without_a_word(folder, say, text):
    (folder / "ci.yml").write_text(text)
    assert say("check", "--decrees-only", "ci.yml") == (0, "", "")


@pytest.mark.parametrize(
    "text",
    [
        DECREE,
        "# catatan\n'versi_format' : 1\n",
        '\n{"jabatan": [], "versi_format": 1}\n',
        "jabatan: []\rversi_format: 1\r",
        "\ufeffversi_format: 2\n",
        "versi_format: [\n",
    ],
)
def test_decrees_are_checked(folder, say, text):
    (folder / "a.yaml").write_bytes(text.encode())
    (folder / "ci.yml").write_text(OTHER)
    assert say("check", "--decrees-only", "a.yaml", "ci.yml") == (0, f"Tidak ada temuan. {COUNTED}", "")


def test_a_bad_decree_among_other_files(folder, say):
    (folder / "a.yaml").write_text(DECREE + "x: galat\n")
    (folder / "ci.yml").write_text(OTHER + "x: galat\n")
    code, told, _ = say("check", "--decrees-only", "ci.yml", "a.yaml")
    assert code == 1
    assert told.startswith("a.yaml:3:4: FRM003 ")
    assert told.endswith(f"Ditemukan 1 galat, 0 peringatan, 0 info.\n{COUNTED}")


def test_a_missing_file_is_not_passed_over(folder, say):
    assert say("check", "--decrees-only", "a.yaml") == (2, "", "iki-lint: Berkas a.yaml tidak ada.\n")


def test_a_text_is_not_passed_over(folder, say):
    (folder / "a.txt").write_text("x: galat\n")
    assert say("check", "--decrees-only", "a.txt")[0] == 1


def test_without_the_option_a_named_file_is_checked(folder, say):
    (folder / "ci.yml").write_text(OTHER + "x: galat\n")
    assert say("check", "ci.yml")[0] == 1
