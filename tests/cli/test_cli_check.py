import io
import json
import os
import sys

import pytest
from cli_samples import DECREE

import iki_lint.cli.reviewing as reviewing
from iki_lint.cli import inputs
from iki_lint.cli.collect import collect
from iki_lint.readers import IMPORTABLE

CLEAN = "Tidak ada temuan. Diperiksa 1 berkas: 1 jabatan, 2 rencana kinerja, 3 indikator.\n"


@pytest.fixture
def decree(folder):
    def put(extra="", name="a.yaml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DECREE + extra)
        return name

    return put


def test_nothing_found(decree, say):
    assert say("check", decree()) == (0, CLEAN, "")


def test_a_finding(decree, say):
    assert say("check", decree("x: galat\n")) == (
        1,
        "a.yaml:3:4: FRM003 contoh [galat] Ini galat\n"
        "    3 | x: galat\n"
        "      |    ^^^^^\n"
        "\n"
        "Ditemukan 1 galat, 0 peringatan, 0 info.\n"
        "Diperiksa 1 berkas: 1 jabatan, 2 rencana kinerja, 3 indikator.\n",
        "",
    )


@pytest.mark.parametrize(
    ("words", "fail_on", "code"),
    [
        ("galat", "error", 1),
        ("peringatan", "error", 0),
        ("peringatan", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("info rusak", "error", 3),
        ("galat biner", "error", 2),
        ("rusak biner", "error", 3),
    ],
)
def test_exit_codes(decree, say, words, fail_on, code):
    assert say("check", decree(f"x: {words}\n"), "--fail-on", fail_on)[0] == code


def test_a_folder_stands_for_its_decrees(decree, folder, say):
    decree("x: info\n", "sub/b.yml")
    decree("x: info\n", "a.yaml")
    decree("x: info\n", ".git/c.yaml")
    decree("x: info\n", "catatan.txt")
    (folder / "lain.yaml").write_text("# versi_format: 1\n- x\n")
    (folder / "a.asal.json").write_text(DECREE)
    (folder / "d.yaml").write_bytes(b"\xef\xbb\xbfversi_format: 1\r")
    (folder / "e.yaml").write_bytes("x: 1\nversi_format: 1".encode("utf-16"))
    assert collect(["."]).files == ["a.yaml", "d.yaml", "e.yaml", "sub/b.yml"]
    assert collect([str(folder / "sub"), "a.yaml", "./a.yaml"]).files == [str(folder / "sub/b.yml"), "a.yaml"]


def test_without_paths_the_current_folder_is_checked(decree, say):
    decree()
    assert say("check") == (0, CLEAN, "")


def test_nothing_to_check_is_no_success(folder, say):
    (folder / "kosong").mkdir()
    assert say("check", "kosong") == (
        2,
        "",
        "iki-lint: Tidak ada yang diperiksa: tidak ditemukan berkas keputusan (YAML dengan versi_format) di kosong.\n",
    )


def test_a_missing_file_does_not_hide_the_others(decree, say):
    code, out, err = say("check", "hilang.yaml", decree("x: galat\n"))
    assert (code, err) == (2, "iki-lint: Berkas hilang.yaml tidak ada.\n")
    assert out.startswith("a.yaml:3:4: FRM003")


def test_only_missing_files(folder, say):
    assert say("check", "hilang.yaml", "--lang", "en") == (2, "", "iki-lint: There is no file hilang.yaml.\n")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_forbidden_file(decree, folder, say):
    decree()
    (folder / "a.yaml").chmod(0)
    assert say("check", ".") == (2, "", "iki-lint: Berkas a.yaml tidak boleh dibaca (izin ditolak).\n")


def test_a_path_through_a_file(decree, say):
    assert say("check", decree() + "/b.yaml") == (2, "", "iki-lint: Berkas a.yaml/b.yaml tidak ada.\n")


def test_an_old_form(folder, say):
    assert say("check", "sk.DOC") == (
        2,
        "",
        "iki-lint: Berkas sk.DOC berakhiran .doc, yang tidak dapat dibaca tanpa kehilangan isi; "
        "buka di Word atau LibreOffice, simpan sebagai .docx, lalu periksa hasilnya.\n",
    )


def test_an_unknown_format(folder, say):
    assert say("check", "sk.WPD") == (
        2,
        "",
        "iki-lint: Berkas sk.WPD berakhiran .wpd, yang belum dapat dibaca; "
        "yang dapat dibaca sekarang: .yaml, .yml, .txt, .md, .docx, .docm, .dotx, .xlsx, .xlsm, .xltx, "
        ".xls, .ods, .pdf.\n",
    )


def test_what_check_reads_includes_what_import_reads():
    assert set(IMPORTABLE) < set(inputs.SUFFIXES)


def test_a_name_with_escapes_is_shown(folder, say):
    assert say("check", "a\x1b[31m\n.yaml") == (2, "", "iki-lint: Berkas a\\x1b[31m\\n.yaml tidak ada.\n")


def test_stdin(folder, say, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x: galat")))
    assert say("check", "-")[1].startswith("<stdin>:1:4: FRM003")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x: galat")))
    assert say("check", "-", "--stdin-filename", "sk.yaml")[1].startswith("sk.yaml:1:4: FRM003")


def test_rules_are_selected_by_lists(decree, say, monkeypatch):
    seen = []
    plain = reviewing.review_file
    monkeypatch.setattr(
        reviewing, "review_file", lambda path, config, data, effects: seen.append(config) or plain(path, config)
    )
    say("check", decree(), "--select", "FRM, contoh", "--select", "FRM003", "--ignore", "F", "--lang", "en")
    assert [tuple(config)[:3] for config in seen] == [(("FRM", "contoh", "FRM003"), ("F",), "en")]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule(decree, say, option):
    assert say("check", decree(), option, "FRM,XYZ") == (
        2,
        "",
        "iki-lint: Aturan XYZ tidak dikenal; sebutkan kode, awalan kode, atau nama aturan.\n",
    )


def test_several_formats(decree, folder, say):
    decree("x: galat\n")
    code, out, err = say(
        "check", "a.yaml", "--format", "json", "--output", "l.json", "--format", "text", "--output", "-"
    )
    assert (code, err) == (1, "")
    assert out.startswith("a.yaml:3:4: FRM003")
    data = json.loads((folder / "l.json").read_text())
    assert [found["line"] for found in data["files"][0]["findings"]] == [3]
    assert sorted(os.listdir(folder)) == ["a.yaml", "l.json"]


def test_json_to_the_screen_in_order_of_the_files(decree, say):
    decree("x: galat\n", "b.yaml")
    decree()
    assert [file["path"] for file in json.loads(say("check", "b.yaml", "a.yaml", "--format", "json")[1])["files"]] == [
        "a.yaml",
        "b.yaml",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "json", "--format", "text"], "Jumlah --output (0) harus sama dengan jumlah --format (2)."),
        (["--output", "x", "--output", "y"], "Jumlah --output (2) harus sama dengan jumlah --format (1)."),
        (["--format", "json", "--output", "x", "--format", "text", "--output", "./x"], "Dua laporan ditujukan ke x."),
        (["--format", "json", "--output", "-", "--format", "text", "--output", "-"], "Dua laporan ditujukan ke -."),
        (["--output", "a.yaml"], "Laporan ke a.yaml akan menimpa berkas yang diperiksa."),
        (["--output", "tak/ada"], "tak/ada tidak dapat ditulis: foldernya tidak ada."),
        (["--output", "."], ". adalah folder; sebutkan nama berkas untuk hasilnya."),
    ],
)
def test_outputs_that_do_not_fit(decree, folder, say, arguments, sentence):
    assert say("check", decree(), *arguments) == (2, "", f"iki-lint: {sentence}\n")
    assert os.listdir(folder) == ["a.yaml"]
    assert (folder / "a.yaml").read_text() == DECREE


def test_an_output_file_is_replaced_with_its_permissions_and_through_its_link(decree, folder, say):
    (folder / "lama.txt").write_text("lama" * 1000)
    (folder / "lama.txt").chmod(0o640)
    (folder / "tautan.txt").symlink_to("lama.txt")
    assert say("check", decree(), "--output", "tautan.txt") == (0, "", "")
    assert (folder / "lama.txt").read_text() == CLEAN
    assert (folder / "lama.txt").stat().st_mode & 0o777 == 0o640
    assert (folder / "tautan.txt").is_symlink()


def test_a_device_is_written_and_not_replaced(decree, folder, say):
    assert say("check", decree(), "--output", os.devnull) == (0, "", "")
    assert not os.path.isfile(os.devnull)


def test_no_half_written_output(decree, folder, say, monkeypatch):
    (folder / "lama.txt").write_text("lama")

    def fail(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    code, _, err = say("check", decree(), "--output", "lama.txt")
    assert (code, err) == (2, "iki-lint: lama.txt gagal ditulis (No space left on device).\n")
    assert (folder / "lama.txt").read_text() == "lama"
    assert sorted(os.listdir(folder)) == ["a.yaml", "lama.txt"]


@pytest.mark.parametrize(
    ("arguments", "colored"), [(["--color", "always"], True), (["--color", "never"], False), ([], False)]
)
def test_color_that_is_asked_for(decree, say, arguments, colored):
    assert ("\x1b" in say("check", decree("x: galat"), *arguments)[1]) is colored


def test_color_in_a_file_only_when_asked(decree, folder, say):
    say("check", decree("x: galat"), "--output", "l.txt", "--color", "always")
    assert "\x1b[1;31m" in (folder / "l.txt").read_text()


def test_show_all_and_statistics_reach_the_report(decree, say):
    out = say("check", decree("galat\nperingatan\n"), "--statistics")[1]
    assert "1  FRM003  contoh  peringatan\n" in out
