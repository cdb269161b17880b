"""`iki-lint init` and `iki-lint schema` on the command line."""

import json
import os

import pytest
from cli_samples import process

from iki_lint.resources import schema_of
from iki_lint.schemas import kinds

WRITTEN = ["keputusan.yaml", "iki-lint.yaml", ".iki-lint/decree.schema.json", ".iki-lint/config.schema.json"]


def files(folder):
    return sorted(str(path.relative_to(folder)).replace(os.sep, "/") for path in folder.rglob("*") if path.is_file())


def test_a_skeleton_and_what_to_do_next(home, say):
    code, out, err = say("init")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        *(f"Ditulis: {os.path.normpath(name)}" for name in WRITTEN),
        "",
        "Lanjutkan: buka keputusan.yaml, ganti isinya dengan milik kantor Anda, lalu periksa dengan",
        "  iki-lint check keputusan.yaml",
    ]
    assert files(home) == sorted(WRITTEN)


def test_what_it_says_next_is_right(home, say):
    """The skeleton is a sound decree; what is found is what a planner has to fill in first."""
    say("init")
    code, out, _ = say("check", "keputusan.yaml", "--format", "json")
    found = [(each["code"], each["pointer"]) for each in json.loads(out)["files"][0]["findings"]]
    assert code == 1
    assert found == [
        ("STR010", "/keputusan/nomor"),
        ("STR010", "/keputusan/tanggal"),
        ("DHK001", "/keputusan/diktum/0"),
        ("STR010", "/keputusan/penandatangan/nama"),
        ("STR010", "/keputusan/penandatangan/nip"),
    ]


def test_the_configuration_sets_nothing(home, say):
    say("init")
    with_it = say("check", "keputusan.yaml")
    assert say("config", "keputusan.yaml")[0] == 0
    os.remove("iki-lint.yaml")
    assert say("check", "keputusan.yaml") == with_it


@pytest.mark.parametrize("name", WRITTEN)
def test_nothing_is_overwritten_and_nothing_is_half_written(home, say, name):
    path = home / "baru" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"milik saya")
    shown = os.path.normpath(f"baru/{name}")
    assert say("init", "baru") == (
        2,
        "",
        f"iki-lint: Sudah ada dan tidak diganti: {shown}. "
        "Tidak ada yang ditulis; pilih folder lain atau pindahkan dulu.\n",
    )
    assert path.read_bytes() == b"milik saya"
    assert files(home) == [f"baru/{name}"]


def test_a_link_that_leads_nowhere_is_there_too(home, say):
    (home / "keputusan.yaml").symlink_to(home / "tidak-ada")
    assert say("init")[0] == 2
    assert os.listdir(home) == ["keputusan.yaml"]


def test_an_office_that_has_a_configuration_keeps_it(home, say):
    """An empty iki-lint.yaml nearer to the decree would switch it off without a word."""
    (home / "pyproject.toml").write_text("[tool.iki-lint]\nfail_on = 'info'\n")
    code, out, _ = say("init", "kelurahan baru", "--lang", "en")
    assert code == 0
    assert "No iki-lint.yaml: pyproject.toml is in effect for this folder already." in out
    assert out.splitlines()[-2].endswith(f'iki-lint check "kelurahan baru{os.sep}keputusan.yaml"')
    assert sorted(os.listdir("kelurahan baru")) == [".iki-lint", "keputusan.yaml"]


def test_folders_are_made_and_taken_away_when_nothing_can_be_written(home, say, monkeypatch):
    import iki_lint.cli.init as init_command

    def full(contents):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(init_command, "write_whole", full)
    code, _, err = say("init", "a/b")
    assert (code, err) == (2, "iki-lint: a/b gagal ditulis (No space left on device).\n")
    assert os.listdir(home) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_cannot_speak_to_the_terminal(home, say):
    code, out, _ = say("init", "a\x1b[2J\nb")
    assert code == 0
    assert "\x1b" not in out
    assert (home / "a\x1b[2J\nb" / "keputusan.yaml").is_file()


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        ("berkas", "berkas bukan folder; sebutkan folder untuk keputusan baru."),
        ("berkas/baru", "berkas/baru tidak dapat ditulis: foldernya tidak ada."),
    ],
)
def test_a_file_is_no_folder(home, say, folder, sentence):
    (home / "berkas").write_bytes(b"")
    assert say("init", folder) == (2, "", f"iki-lint: {sentence}\n")
    assert os.listdir(home) == ["berkas"]


def test_schemas_are_printed_and_written(home, say):
    code, out, err = say("schema")
    assert (code, err) == (0, "")
    assert json.loads(out)["title"] == "Keputusan IKU dan IKI"
    assert say("schema", "decree") == (0, out, "")
    assert say("schema", "config", "-o", "c.json") == (0, "", "")
    assert json.loads((home / "c.json").read_bytes())["title"] == "Konfigurasi iki-lint"
    known = kinds()
    assert {"baseline", "config", "decree", "report", "rule"} <= set(known)
    assert [say("schema", kind)[1].encode() for kind in known] == [schema_of(kind) for kind in known]
    assert say("schema", "../rules/basis") == (
        2,
        "",
        f'iki-lint: Skema "../rules/basis" tidak ada; yang ada: {", ".join(known)}.\n',
    )
    assert say("schema", "-o", "tidak/ada.json")[0] == 2


def test_the_schema_beside_a_skeleton_is_the_printed_one(home, say):
    say("init")
    assert (home / ".iki-lint" / "decree.schema.json").read_text(encoding="utf-8") == say("schema")[1]


def test_as_a_process(tmp_path):
    assert process(["init", "x"], tmp_path).returncode == 0
    assert process(["check", "x", "--select", "FRM"], tmp_path).returncode == 0
    assert process(["schema", "--lang", "en", "nope"], tmp_path).stderr.startswith(
        b'iki-lint: There is no schema "nope"'
    )


def test_an_import_below_it_names_the_schema(home, say):
    """Where there is no schema, no line leads nowhere."""
    (home / "n.md").write_text(
        "LAMPIRAN II\n\nNama Jabatan : CAMAT\n\nTugas : memimpin\n\nFungsi : memimpin\n\n"
        "| No | Rencana Kinerja | Indikator Kinerja | Formulasi | Sumber Data |\n|---|---|---|---|---|\n"
        "| 1 | Meningkatnya mutu | Nilai survei | Nilai hasil survei | Laporan survei |\n",
        encoding="utf-8",
    )
    (home / "dalam").mkdir()
    assert say("import", "n.md", "-o", "dalam/a.yaml")[0] == 0
    bare = (home / "dalam" / "a.yaml").read_text(encoding="utf-8")
    say("init")
    for name, steps in (("b.yaml", ""), ("dalam/a.yaml", "../")):
        for options in ((), ("--usul-kaskade",)):
            assert say("import", "n.md", "-o", name, *options)[0] == 0
            first, rest = (home / name).read_text(encoding="utf-8").split("\n", 1)
            assert first == f"# yaml-language-server: $schema={steps}.iki-lint/decree.schema.json"
            assert (home / name).parent.joinpath(first.partition("=")[2]).is_file()
            assert rest == bare
    assert say("check", "b.yaml", "--select", "IKI")[0] == 0
