"""What `iki-lint fix` leaves behind: files that are whole, and nothing that a terminal would obey."""

import os
import stat
import sys

import pytest
from cli_samples import CLEAN, DIRTY, DONE, process

from iki_lint.cli import terminal


def test_permissions_and_links_stay(put, home, say):
    put("map/asli.yaml")
    (home / "map/asli.yaml").chmod(0o640)
    (home / "a.yaml").symlink_to("map/asli.yaml")
    assert say("fix", "a.yaml") == (0, DONE.format("a.yaml"), "")
    assert (home / "a.yaml").is_symlink()
    assert (home / "map/asli.yaml").read_text() == CLEAN
    assert stat.S_IMODE((home / "map/asli.yaml").stat().st_mode) == 0o640
    assert os.listdir(home / "map") == ["asli.yaml"]


def test_a_file_without_changes_is_not_written(put, home, say):
    put(text=CLEAN)
    os.utime(home / "a.yaml", (1, 1))
    (home / "a.yaml").chmod(0o444)
    assert say("fix", "a.yaml")[0] == 0
    assert (home / "a.yaml").stat().st_mtime == 1


def test_a_protected_file_is_left_alone_and_the_others_are_done(put, home, say):
    put(), put("b.yaml")
    (home / "a.yaml").chmod(0o444)
    refused = "iki-lint: a.yaml tidak boleh ditulis (izin ditolak).\n"
    assert say("fix", "a.yaml", "b.yaml") == (2, DONE.format("b.yaml"), refused)
    assert (home / "a.yaml").read_text() == DIRTY
    assert say("fix", "a.yaml", "--diff")[0] == 1


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_protected_folder(put, home, say):
    put("map/a.yaml")
    (home / "map").chmod(0o555)
    assert say("fix", "map/a.yaml") == (2, "", "iki-lint: map/a.yaml tidak boleh ditulis (izin ditolak).\n")
    (home / "map").chmod(0o755)
    assert (home / "map/a.yaml").read_text() == DIRTY


def test_nothing_is_written_by_halves(put, home, say, monkeypatch):
    def fail(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    assert say("fix", put()) == (2, "", "iki-lint: a.yaml gagal ditulis (No space left on device).\n")
    assert (home / "a.yaml").read_text() == DIRTY
    assert os.listdir(home) == ["a.yaml"]


@pytest.mark.skipif(not os.path.exists("/dev/stdin"), reason="no such device")
def test_a_device_is_no_file_to_be_mended(home):
    done = process(["fix", "/dev/stdin"], home, DIRTY.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "iki-lint: /dev/stdin bukan berkas biasa; dengan - naskah dibaca dari stdin dan hasilnya ditulis ke stdout.\n"
    )


def test_names_are_escaped(put, say):
    name = "a\x1b[31m.yaml"
    assert say("fix", put(name)) == (0, DONE.format("a\\x1b[31m.yaml"), "")
    put(name)
    assert say("fix", name, "--diff")[1].startswith("--- a\\x1b[31m.yaml\n")


@pytest.mark.parametrize("columns", [None, 80])
def test_a_diff_is_exact_unless_a_terminal_would_obey_it(put, say, monkeypatch, columns):
    monkeypatch.setattr(terminal, "_columns", lambda: columns)
    put(text=DIRTY.replace("membina", "mem\u202ebi\tna").replace("\n", "\r\n"))
    out = say("fix", "a.yaml", "--diff")[1]
    if columns is None:
        assert "+  tugas: mem\u202ebi\tna\r\n" in out
    else:
        assert "+  tugas: mem<U+202E>bi    na\\r\n" in out
        assert not {"\u202e", "\t", "\r"} & set(out)


def test_check_says_what_fix_can_do(put, say):
    out = say("check", put(), "--select", "STR006")[1]
    assert out.count("    = perbaikan: otomatis dengan `iki-lint fix`\n") == 2
    assert "\n2 temuan dapat diperbaiki otomatis dengan `iki-lint fix`.\n" in out
