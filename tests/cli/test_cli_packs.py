"""Rules of the user's own on the command line: in every report, skipped aloud, refused in sentences."""

import json
import shutil

import pytest

from iki_lint.catalog import catalog_for, catalog_shown, load_catalog
from iki_lint.cli.app import run
from iki_lint.packs.local import load_packs
from iki_lint.reports.formats import FORMATS

DECREE = """\
versi_format: 1
jabatan:
- id: a
  nama: CAMAT
  rencana_kinerja:
  - id: a.1
    uraian: Meningkatnya hasil musdus
    indikator:
    - {id: a.1.1, nama: Persentase penduduk ber-KTP, formulasi: Jumlah, sumber_data: Laporan desa}
"""


@pytest.fixture
def pack(tmp_path, monkeypatch):
    """A decree and a copy of the example pack, in a folder to stand in."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree("examples/aturan-daerah", tmp_path / "p")
    (tmp_path / "a.yaml").write_text(DECREE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    load_packs.cache_clear()
    yield tmp_path / "p"
    load_packs.cache_clear()


def change(pack, name, old, new):
    (path,) = pack.rglob(name)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    load_packs.cache_clear()


@pytest.mark.parametrize("kind", FORMATS)
def test_local_rules_are_in_every_report(pack, say, kind) -> None:
    code, out, err = say("check", "a.yaml", "--aturan", "p", "--select", "SKM", "--format", kind)
    assert (code, err) == (0, "")
    assert "SKM001" in out
    assert "SKM002" in out


def test_sarif_describes_local_rules(pack, say) -> None:
    _, out, _ = say("check", "a.yaml", "--aturan", "p", "--format", "sarif")
    rules = {rule["id"]: rule for rule in json.loads(out)["runs"][0]["tool"]["driver"]["rules"]}
    assert len(rules) == len({rule.code for rule in catalog_for(("p",)).rules})
    assert rules["SKM001"]["properties"]["tags"] == ["SKM"]
    assert "Pedoman penulisan indikator Kabupaten Sukamaju" in rules["SKM001"]["help"]["text"]
    _, out, _ = say("check", "a.yaml", "--format", "sarif")
    assert "SKM001" not in out


def test_reports_know_the_packs_of_one_run_only(pack, say) -> None:
    say("check", "a.yaml", "--aturan", "p")
    assert catalog_shown() is load_catalog()


def test_the_sheet_names_who_mends_and_the_criterion(pack, say) -> None:
    assert say("checklist", "a.yaml", "--aturan", "p", "-o", "t.md")[0] == 0
    text = (pack.parent / "t.md").read_text(encoding="utf-8")
    (row,) = (line for line in text.splitlines() if "**SKM002**" in line)
    assert "Subbag Umum dan Kepegawaian" in row
    (row,) = (line for line in text.splitlines() if "**SKM001**" in line)
    assert "Subbag Perencanaan" in row
    assert "Pedoman penulisan indikator Kabupaten Sukamaju" in text
    change(pack, "paket.yaml", "kriteria: M", "kriteria: R")
    say("checklist", "a.yaml", "--aturan", "p", "-o", "u.md")
    assert (pack.parent / "u.md").read_text(encoding="utf-8") != text


def test_groups_that_say_nothing_are_for_the_planner(pack, say) -> None:
    (pack / "paket.yaml").write_text('nama: sukamaju\nversi: "1"\n', encoding="utf-8")
    say("checklist", "a.yaml", "--aturan", "p", "-o", "t.md", "--select", "SKM002")
    text = (pack.parent / "t.md").read_text(encoding="utf-8")
    (row,) = (line for line in text.splitlines() if "**SKM002**" in line)
    assert "Subbag Perencanaan" in row


def test_fixes_of_local_rules(pack, say) -> None:
    assert say("fix", "a.yaml", "--aturan", "p", "--select", "SKM", "--unsafe-fixes")[0] == 0
    assert "musyawarah dusun" in (pack.parent / "a.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("id", "aturan SKM001 sumber-data-penduduk dilewati karena membutuhkan iki-lint >=9 (yang terpasang 0.1.0)"),
        ("en", "rule SKM001 sumber-data-penduduk is skipped, as it needs iki-lint >=9 (installed: 0.1.0)"),
    ],
)
def test_what_is_skipped_is_told(pack, say, lang, expected) -> None:
    change(pack, "SKM001-*.yaml", "severity:", 'membutuhkan: ">=9"\nseverity:')
    code, _, err = say("check", "a.yaml", "--aturan", "p", "--select", "SKM002", "--lang", lang)
    assert (code, err) == (0, f"p/sumber/SKM001-data-penduduk.yaml:3:14: {expected}\n")


def test_errors_are_located_and_nothing_is_checked(pack, say) -> None:
    change(pack, "SKM001-*.yaml", "sumber.ada", "sumber.adaa")
    for arguments in (("check", "a.yaml", "--aturan", "p"), ("rules", "--test", "p")):
        code, out, err = say(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("p/sumber/SKM001-data-penduduk.yaml:6:66: IKI008 sumber tidak mempunyai fakta adaa")
    code, _, err = say("check", "a.yaml", "--aturan", "tidak-ada", "--lang", "en")
    assert (code, err) == (
        2,
        "tidak-ada: IKI008 A rule pack is a folder with a paket.yaml in it; there is no such folder\n",
    )


def test_names_of_files_cannot_command_a_terminal(pack, say) -> None:
    (pack / "sumber" / "a\x1b[31m.yaml").write_text("x: y\n", encoding="utf-8")
    code, _, err = say("check", "a.yaml", "--aturan", "p")
    assert code == 2
    assert "\x1b" not in err


def test_rules_test(pack, say) -> None:
    assert say("rules", "--test", "p") == (
        0,
        "SKM001 sumber-data-penduduk: sesuai (bad 1, good 2)\n"
        "SKM002 singkatan-setempat: sesuai (bad 2, good 1)\n"
        "SKM003 uang-tanpa-rupiah: sesuai (bad 1, good 4)\n"
        "TGT901 target-hanya-angka: sesuai (bad 2, good 3)\n"
        "Semua contoh sesuai (4 aturan, 16 contoh).\n",
        "",
    )
    change(pack, "SKM003-*.yaml", "(juta rupiah), sumber", "(juta), sumber")
    code, out, _ = say("rules", "--test", "p", "--lang", "en")
    assert code == 1
    assert (
        "SKM003 uang-tanpa-rupiah: NOT AS EXPECTED (bad 1, good 4)\n  p/formula/SKM003-uang-tanpa-rupiah.yaml:" in out
    )
    assert out.endswith("1 of 4 rules are not as expected (16 examples).\n")


def test_a_plugin_that_is_not_there(pack, say) -> None:
    code, out, err = say("rules", "--test", "p", "--plugin", "tidak-ada")
    assert (code, out) == (2, "")
    assert err.startswith("iki-lint: Plugin tidak-ada tidak terpasang; yang terpasang: ")


def test_selecting_local_rules_needs_their_pack(pack) -> None:
    assert run(["check", "a.yaml", "--select", "SKM"]) == 2
    assert run(["check", "a.yaml", "--select", "singkatan-setempat", "--aturan", "p"]) == 0


def test_a_configuration_names_packs_seen_from_its_folder(pack, say, tmp_path) -> None:
    (tmp_path / "kec").mkdir()
    (tmp_path / "a.yaml").rename(tmp_path / "kec" / "a.yaml")
    (tmp_path / "iki-lint.yaml").write_text("aturan: p\nseverity: {SKM001: error}\n", encoding="utf-8")
    code, out, err = say("check", "kec/a.yaml", "--select", "SKM", "--format", "json")
    assert (code, err) == (1, "")
    found = {each["code"]: each["severity"] for each in json.loads(out)["files"][0]["findings"]}
    assert found == {"SKM001": "error", "SKM002": "warning"}
    assert "Persentase penduduk" in say("explain", "SKM001")[1]
    assert "SKM002" in say("rules", "--select", "SKM")[1]
    assert say("check", "kec/a.yaml", "--select", "SKM", "--no-config")[0::2] == (
        2,
        "iki-lint: Aturan SKM tidak dikenal; sebutkan kode, awalan kode, atau nama aturan.\n",
    )


def test_a_pack_or_plugin_that_is_not_there_is_told_where_it_is_named(pack, say, tmp_path) -> None:
    (tmp_path / "iki-lint.yaml").write_text("kata: [a]\naturan: [p, q]\n", encoding="utf-8")
    assert say("check", "a.yaml") == (
        2,
        "",
        "iki-lint.yaml:2:13: IKI009 Folder aturan q tidak ada (letaknya dihitung dari folder berkas ini)\n",
    )
    (tmp_path / "iki-lint.yaml").write_text("plugin: [tidak-ada]\n", encoding="utf-8")
    code, out, err = say("check", "a.yaml")
    assert (code, out) == (2, "")
    assert "tidak-ada" in err
    assert err.count("\n") == 1


def test_what_is_for_other_versions_is_told_once(pack, say, tmp_path) -> None:
    change(pack, "SKM001-*.yaml", "name: sumber", 'membutuhkan: ">=9"\nname: sumber')
    (tmp_path / "b.yaml").write_text(DECREE, encoding="utf-8")
    (tmp_path / "iki-lint.yaml").write_text("aturan: p\n", encoding="utf-8")
    _, out, err = say("check", "a.yaml", "b.yaml", "--select", "SKM")
    assert err.count("\n") == 1
    assert err.startswith("p/sumber/SKM001-data-penduduk.yaml:2:14: aturan SKM001")
    assert "SKM002" in out
