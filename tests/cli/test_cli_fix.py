import io
import os
import sys

import pytest
from cli_samples import CLEAN, DIRTY, DONE, NOTHING, process

from iki_lint import fixing
from iki_lint.decree.source import Place
from iki_lint.findings import Edit, Finding, Fix

DIFF = """\
--- {0}
+++ {0}
@@ -2,6 +2,6 @@
 jabatan:
 - id: a
   nama: CAMAT
-  tugas: <p>membina
-  fungsi: "membina</p>"  # <b>
+  tugas: membina
+  fungsi: "membina"  # <b>
   rencana_kinerja: []
"""


@pytest.fixture
def unsafe(monkeypatch):
    """One finding more: CAMAT may be replaced, unsafely."""
    plain = fixing.check_document

    def check_document(document, config, effects):
        report = plain(document, config, effects)
        fix = Fix(False, (Edit(Place(4, 9, 4, 14), "Camat"),))
        more = Finding("BHS009", "contoh", "info", "", "/jabatan/0/nama", fix=fix)
        return report._replace(
            findings=(*report.findings, more) if "CAMAT" in document.source.text else report.findings
        )

    monkeypatch.setattr(fixing, "check_document", check_document)


def test_a_file_is_mended(put, home, say):
    assert say("fix", put()) == (0, DONE.format("a.yaml"), "")
    assert (home / "a.yaml").read_bytes() == CLEAN.encode()
    assert os.listdir(home) == ["a.yaml"]
    assert say("fix", "a.yaml") == (0, NOTHING, "")
    assert (home / "a.yaml").read_bytes() == CLEAN.encode()


def test_english(put, say):
    assert say("fix", put(), "--lang", "en")[1] == "a.yaml: fixed 2 (STR006 2)\n"
    assert say("fix", "a.yaml", "--lang", "en")[1] == "Nothing to fix. Checked: files 1.\n"


def test_a_diff_writes_nothing(put, home, say):
    told = "a.yaml: akan ada 2 perbaikan (STR006 2)\n"
    assert say("fix", put(), "--diff") == (1, DIFF.format("a.yaml"), told)
    assert (home / "a.yaml").read_text() == DIRTY
    assert say("fix", "a.yaml", "--diff", "--lang", "en")[2] == "a.yaml: would fix 2 (STR006 2)\n"


def test_a_diff_without_changes(put, say):
    assert say("fix", put(text=CLEAN), "--diff") == (0, "", NOTHING)


def test_unsafe_fixes_are_counted_and_made_when_asked(put, home, say, unsafe):
    more = "1 temuan lagi dapat diperbaiki dengan --unsafe-fixes; artinya bisa berubah, jadi periksa hasilnya.\n"
    assert say("fix", put()) == (0, DONE.format("a.yaml") + more, "")
    assert say("fix", "a.yaml") == (0, NOTHING + more, "")
    assert say("fix", "a.yaml", "--lang", "en")[1].splitlines()[1] == (
        "More that can be fixed with --unsafe-fixes: 1; the meaning may change, so look at the result."
    )
    assert say("fix", put(), "--unsafe-fixes") == (0, "a.yaml: 3 perbaikan (BHS009 1, STR006 2)\n", "")
    assert (home / "a.yaml").read_text() == CLEAN.replace("CAMAT", "Camat")


def test_rules_are_selected(put, say):
    assert say("fix", put(), "--select", "FRM,SBR") == (0, NOTHING, "")
    assert say("fix", "a.yaml", "--ignore", "sisa-format") == (0, NOTHING, "")
    assert say("fix", "a.yaml", "--select", "XYZ") == (
        2,
        "",
        "iki-lint: Aturan XYZ tidak dikenal; sebutkan kode, awalan kode, atau nama aturan.\n",
    )
    assert say("fix", "a.yaml", "--select", "STR") == (0, DONE.format("a.yaml"), "")


def test_folders_and_several_files(put, home, say):
    put("map/b.yaml"), put("map/c.yaml", CLEAN), put("map/lain.yaml", "- <p>x\n"), put("a.yml")
    assert say("fix", "map", "a.yml", "./a.yml") == (0, DONE.format("a.yml") + DONE.format("map/b.yaml"), "")
    assert (home / "map/lain.yaml").read_text() == "- <p>x\n"


def test_no_decree_is_no_success(put, home, say):
    put("map/lain.yaml", "a: 1\n")
    assert say("fix", "map") == (
        2,
        "",
        "iki-lint: Tidak ada yang diperiksa: tidak ditemukan berkas keputusan (YAML dengan versi_format) di map.\n",
    )
    assert say("fix") == (2, "", "iki-lint: BERKAS|FOLDER|POLA... wajib disebut; lihat iki-lint fix --help.\n")


def test_decrees_only(put, say):
    put("ci.yml", "a: <p>x\n"), put()
    assert say("fix", "--decrees-only", "ci.yml") == (0, "", "")
    assert say("fix", "--decrees-only", "ci.yml", "a.yaml") == (0, DONE.format("a.yaml"), "")
    assert say("fix", "ci.yml")[0] == 2


def test_standard_input(home, say, monkeypatch):
    def given(text):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    done = process(["fix", "-"], home, ("\ufeff" + DIRTY.replace("\n", "\r\n")).encode())
    assert done.stdout == ("\ufeff" + CLEAN.replace("\n", "\r\n")).encode()
    assert (done.returncode, done.stderr.decode().splitlines()) == (0, ["<stdin>: 2 perbaikan (STR006 2)"])
    given(CLEAN)
    assert say("fix", "-") == (0, CLEAN, NOTHING)
    given(DIRTY)
    assert say("fix", "-", "--diff") == (1, DIFF.format("<stdin>"), "<stdin>: akan ada 2 perbaikan (STR006 2)\n")
    given("a: [\n")
    code, out, err = say("fix", "-")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1] == "iki-lint: <stdin> tidak diperbaiki karena tidak dapat dibaca."


def test_standard_input_beside_a_file(put, home, say, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DIRTY.encode())))
    assert say("fix", "-", put()) == (0, CLEAN, DONE.format("<stdin>") + DONE.format("a.yaml"))
    assert (home / "a.yaml").read_text() == CLEAN


def test_what_is_to_be_imported_is_one_sentence_and_the_others_are_done(put, home, say):
    put("a.txt", "Jabatan : CAMAT\n"), put("b.yaml")
    assert say("fix", "a.txt", "b.yaml") == (
        2,
        DONE.format("b.yaml"),
        "iki-lint: a.txt tidak diperbaiki: yang dapat diperbaiki hanya YAML; "
        "buatlah dengan iki-lint import a.txt -o HASIL.yaml.\n",
    )
    assert (home / "a.txt").read_text() == "Jabatan : CAMAT\n"
    assert say("fix", "sk.docx")[0] == 2


def test_an_unreadable_file_is_told_with_its_finding_and_the_others_are_done(put, home, say):
    put("a.yaml", "versi_format: 1\njabatan: [1, 2\n"), put("b.yaml")
    code, out, err = say("fix", "a.yaml", "b.yaml", "hilang.yaml")
    assert (code, out) == (2, DONE.format("b.yaml"))
    first, second, third = err.splitlines()
    assert first.startswith("a.yaml:2:10: IKI002 Kurung siku [ yang dibuka pada baris 2")
    assert second == "iki-lint: a.yaml tidak diperbaiki karena tidak dapat dibaca."
    assert third == "iki-lint: Berkas hilang.yaml tidak ada."
    put("a.yaml", "")
    assert say("fix", "a.yaml")[2].splitlines()[0] == "a.yaml: IKI006 Berkas ini kosong"


def test_at_most_ten_reasons(put, say):
    put("a.yaml", "a: 1\n" * 30 + "b: [\n")
    assert len(say("fix", "a.yaml")[2].splitlines()) == 11


def test_fixes_that_do_not_hold_leave_the_file_alone(put, home, say, monkeypatch):
    plain = fixing.check_document

    def check_document(document, config, effects):
        report = plain(document, config, effects)
        fix = Fix(True, (Edit(Place(4, 9, 4, 14), "x: y"),))
        return report._replace(findings=(*report.findings, Finding("FRM009", "x", "info", "", "", fix=fix)))

    monkeypatch.setattr(fixing, "check_document", check_document)
    why = "perbaikan FRM009, STR006 akan mengubah hal lain di dalamnya; mohon laporkan."
    sentence = f"iki-lint: a.yaml tidak diperbaiki: {why}\n"
    assert say("fix", put()) == (2, "", sentence)
    assert say("fix", "a.yaml", "--diff") == (2, "", sentence)
    assert (home / "a.yaml").read_text() == DIRTY


def test_a_rule_that_fails_is_exit_3_and_the_others_mend(put, home, say, monkeypatch):
    from iki_lint.engine import run

    monkeypatch.setitem(run.CHECKS, "jabatan-ganda", lambda context, options: 1 / 0)
    code, out, err = say("fix", put())
    assert (code, out) == (3, DONE.format("a.yaml"))
    assert err.startswith("iki-lint: a.yaml: Aturan STR004 gagal dijalankan (ZeroDivisionError: division by zero);")
    assert err.count("\n") == 1
    assert (home / "a.yaml").read_text() == CLEAN
