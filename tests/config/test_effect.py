"""Which configuration counts for a file, and what it makes of the rules."""

import json

import pytest

from iki_lint.catalog import load_catalog
from iki_lint.cli.app import run
from iki_lint.config.asked import Config, asked_section
from iki_lint.config.effect import Effects
from iki_lint.config.selection import in_effect
from iki_lint.config.settings import Origin, Said, Section
from iki_lint.decree.source import Source
from iki_lint.linting import check_file

DECREE = """\
versi_format: 1
jabatan:
- id: a
  nama: CAMAT
  tugas: memimpin kecamatan
  fungsi: pembinaan
  rencana_kinerja:
  - id: a.1
    uraian: Menyusun laporan
    indikator:
    - {id: a.1.1, nama: Jumlah Menyusun laporan, formulasi: Jumlah Menyusun laporan, sumber_data: Jelas}
"""


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Writes files below a folder to stand in."""
    monkeypatch.chdir(tmp_path)

    def put(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_yaml", ".yaml").replace("_toml", ".toml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    put(kab__kec__a_yaml=DECREE)
    return put


def codes(path="kab/kec/a.yaml", **asked):
    return {finding.code for finding in check_file(path, Config(**asked)).findings}


def levels(path="kab/kec/a.yaml"):
    return {finding.code: finding.severity for finding in check_file(path).findings}


def test_the_nearest_file_decides_alone(tree):
    assert {"SBR001", "FRM001"} <= codes()
    (tree() / "kab" / "iki-lint.yaml").write_text("ignore: [SBR001]\n")
    assert "SBR001" not in codes()
    (tree() / "kab" / "kec" / "pyproject.toml").write_text("[tool.iki-lint]\nignore = ['FRM001']\n")
    assert "SBR001" in codes()
    assert "FRM001" not in codes()
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text("kata: []\n")
    assert {"SBR001", "FRM001"} <= codes()


def test_a_pyproject_without_our_table_does_not_stop_the_search(tree):
    (tree() / "kab" / "iki-lint.yaml").write_text("ignore: [SBR001]\n")
    (tree() / "kab" / "kec" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert "SBR001" not in codes()


def test_extends_is_seen_from_the_file_that_names_it(tree):
    (tree() / "dasar.yaml").write_text("ignore: [SBR001]\nseverity: {FRM001: info}\n")
    (tree() / "kab" / "tengah.yaml").write_text("extends: ../dasar.yaml\nseverity: {FRM001: error}\n")
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text("extends: [../tengah.yaml]\n")
    assert "SBR001" not in codes()
    assert levels()["FRM001"] == "error"


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ("extends: b.yaml\n", "extends: iki-lint.yaml\n", "iki-lint.yaml sudah termasuk"),
        ("extends: iki-lint.yaml\n", "", "iki-lint.yaml sudah termasuk"),
        ("extends: c.yaml\n", "", "c.yaml tidak ada"),
        ("extends: pyproject.toml\n", "", "pyproject.toml tidak memuat tabel [tool.iki-lint]"),
    ],
)
def test_what_cannot_be_extended(tree, capsys, first, second, sentence):
    folder = tree() / "kab" / "kec"
    (folder / "iki-lint.yaml").write_text(first)
    (folder / "b.yaml").write_text(second)
    (folder / "pyproject.toml").write_text("[project]\n")
    assert run(["check", "kab/kec/a.yaml"]) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert told.count("\n") == 1
    assert " IKI009 " in told


def test_settings_for_some_files(tree):
    config = "per_berkas:\n- berkas: kec/\n  ignore: [SBR]\n- berkas: '*.yaml'\n  severity: {FRM001: info}\n"
    tree(kab__iki_lint_yaml=config, kab__lain__a_yaml=DECREE)
    (tree() / "kab" / "iki-lint.yaml").write_text(config)
    assert "SBR001" not in codes()
    assert "SBR001" in codes("kab/lain/a.yaml")
    assert levels("kab/lain/a.yaml")["FRM001"] == "info"


def test_a_given_configuration_and_none_at_all(tree):
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text("ignore: [SBR001]\nkata: [adminitasi]\n")
    (tree() / "lain.yaml").write_text("ignore: [FRM001]\n")
    assert "SBR001" in codes(file="lain.yaml")
    assert "FRM001" not in codes(file="lain.yaml")
    assert {"SBR001", "FRM001"} <= codes(isolated=True)


def test_thresholds_and_levels(tree):
    row = "\n    - {id: a.1.%d, nama: Jumlah surat %d, formulasi: Jumlah surat keluar, sumber_data: Register surat}"
    text = DECREE.rstrip() + "".join(row % (n, n) for n in range(2, 7)) + "\n"
    (tree() / "kab" / "kec" / "a.yaml").write_text(text)
    assert "STR009" not in levels()
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text("options: {STR009: {batas_info: 4}}\n")
    assert levels()["STR009"] == "info"
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text(
        "options: {terlalu-banyak-indikator: {batas_info: 4}}\nseverity: {STR009: error}\n"
    )
    assert levels()["STR009"] == "error"


def test_fail_on_is_the_file_s_own_unless_asked(tree, capsys):
    soft = DECREE.replace("Jelas", "Register surat masuk Subbag Umum")
    (tree() / "kab" / "kec" / "a.yaml").write_text(soft)
    arguments = ["check", "kab/kec/a.yaml", "--select", "STR010"]
    assert run(arguments) == 0
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text("fail_on: warning\n")
    assert run(arguments) == 1
    assert run([*arguments, "--fail-on", "error"]) == 0


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("ignore: [FRM00]\n", "1:10", None),
        ("ignore: [FRM999]\n", "1:10", 'Aturan "FRM999" tidak ada; mungkin maksudnya "FRM'),
        ("select: [xyz]\n", "1:10", 'Aturan "xyz" tidak ada; tulis kode'),
        ("severity: {sumber-kabu: info}\n", "1:12", 'mungkin maksudnya "sumber-kabur"'),
        ("options: {FRM: {a: 1}}\n", "1:17", 'Aturan "FRM" tidak ada'),
        ("options: {STR009: {batas: 1}}\n", "1:20", "yang ada: batas_info, batas_peringatan"),
        ("options: {STR001: {batas: 1}}\n", "1:20", "Aturan STR001 tidak punya pengaturan"),
        ("options: {STR009: {batas_info: banyak}}\n", "1:20", "harus berupa angka"),
        ("ignore: [STR001]\n", "1:10", "Aturan STR001 wajib"),
        ("severity: {STR001: off}\n", "1:12", "Aturan STR001 wajib"),
        ("severity: {sel-wajib-kosong: info}\n", "1:12", 'tidak dapat diturunkan dari "error"'),
        ("wajib: [FRM003]\nignore: [FRM003]\n", "2:10", "Aturan FRM003 wajib"),
    ],
)
def test_names_that_are_not_there(tree, capsys, text, place, sentence):
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text(text)
    code = run(["check", "kab/kec/a.yaml"])
    told = capsys.readouterr().err
    if sentence is None:
        assert code == 1
        assert told == ""
        return
    assert code == 2
    assert told.startswith(f"kab/kec/iki-lint.yaml:{place}: IKI009 ")
    assert sentence in told


def said(*values):
    return tuple(Said(value, Origin(Source("x", ""), 0, 1)) for value in values)


@pytest.mark.parametrize(
    ("sections", "asked", "runs"),
    [
        ([], Config(), True),
        ([Section(ignore=said("FRM"))], Config(), False),
        ([Section(ignore=said("FRM")), Section(select=said("FRM003"))], Config(), True),
        ([Section(ignore=said("FRM003")), Section(select=said("FRM"))], Config(), False),
        ([Section(ignore=said("FRM003"))], Config(select=("FRM",)), False),
        ([Section(ignore=said("FRM003"))], Config(select=("FRM003",)), True),
        ([Section(select=said("SBR"))], Config(), False),
        ([Section(select=said("SBR"))], Config(select=("FRM",)), True),
        ([Section(select=said("SBR")), Section(select=said("FRM"))], Config(), True),
        ([Section(severity=((said("FRM")[0], "off"),))], Config(), False),
        ([Section(select=())], Config(), False),
        ([Section(mandatory=said("FRM003"), ignore=said("FRM"))], Config(ignore=("FRM",)), True),
        ([Section(mandatory=said("FRM003"))], Config(select=("SBR",)), False),
    ],
)
def test_who_decides_whether_a_rule_runs(sections, asked, runs):
    rules = in_effect(load_catalog().rules, sections, asked_section(asked))
    assert ("FRM003" in {rule.code for rule in rules}) is runs


def test_a_mandatory_rule_is_not_softened():
    set_to = Section(severity=((said("FRM")[0], "info"), (said("FRM003")[0], "warning")), mandatory=said("FRM"))
    rules = {rule.code: rule for rule in in_effect(load_catalog().rules, [set_to], Section()) if not rule.case}
    own = {rule.code: rule for rule in load_catalog().rules if not rule.case}
    assert rules["FRM003"].severity == own["FRM003"].severity == "error"


def test_files_with_the_same_settings_share_what_is_in_effect(tree):
    (tree() / "kab" / "iki-lint.yaml").write_text("ignore: [SBR001]\n")
    effects = Effects(Config())
    assert effects.of("kab/kec/a.yaml").rules is effects.of("kab/b.yaml").rules
    assert effects.of("c.yaml").rules is not effects.of("kab/b.yaml").rules


def test_the_command_shows_values_with_their_places(tree, capsys):
    (tree() / "dasar.yaml").write_text("ignore: [IND]\nkata: [Tunggulunan]\n")
    text = "extends: ../../dasar.yaml\nseverity:\n  SBR001: info\noptions:\n  STR009: {batas_info: 4}\n"
    text += "wajib: [formula-sama-dengan-indikator]\n"
    (tree() / "kab" / "kec" / "iki-lint.yaml").write_text(text)
    assert run(["config", "kab/kec/a.yaml", "--ignore", "BHS001"]) == 0
    assert capsys.readouterr().out == (
        "Konfigurasi untuk kab/kec/a.yaml\n"
        "  dari kab/kec/iki-lint.yaml\n"
        "  dari dasar.yaml\n"
        "\n"
        "fail_on                    error                  bawaan\n"
        "kata                       tunggulunan            dasar.yaml:2\n"
        "jalan.BHS001               tidak                  --ignore\n"
        "wajib.FRM001               ya                     kab/kec/iki-lint.yaml:6\n"
        "jalan.IND001 ... IND012    tidak                  dasar.yaml:1\n"
        "severity.SBR001            info (bawaan warning)  kab/kec/iki-lint.yaml:3\n"
        "options.STR009.batas_info  4 (bawaan 10)          kab/kec/iki-lint.yaml:5\n"
    )
    assert run(["config", "kab/kec", "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["files"] == ["dasar.yaml", "kab/kec/iki-lint.yaml"]
    assert {
        "key": "severity.SBR001",
        "value": "info",
        "default": "warning",
        "origins": ["kab/kec/iki-lint.yaml:3"],
    } in (record["settings"])


def test_the_command_without_a_configuration(tree, capsys):
    assert run(["config", "--lang", "en"]) == 0
    assert capsys.readouterr().out == (
        "Configuration for .\n  no configuration file: everything as by default\n\nfail_on  error  default\n"
    )


def test_what_a_configuration_excludes_counts_for_named_files_too(tree, capsys):
    tree(kab__kec__arsip__b_yaml=DECREE)
    (tree() / "kab" / "iki-lint.yaml").write_text("exclude: [arsip/, '!penting.yaml']\n")
    assert run(["check", "kab", "--format", "json"]) == 1
    assert [each["path"] for each in json.loads(capsys.readouterr().out)["files"]] == ["kab/kec/a.yaml"]
    for command in (["check"], ["fix", "--diff"]):
        assert run([*command, "kab/kec/arsip/b.yaml"]) == 0
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1
    assert run(["check", "kab/kec/arsip"]) == 2
    assert "Tidak ada yang diperiksa" in capsys.readouterr().err
    assert run(["check", "kab/kec/arsip/b.yaml", "--no-config"]) == 1
