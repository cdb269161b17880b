"""The words that an office adds: where they stand, how far they reach, and what is wrong with a list."""

import json
from pathlib import Path

import jsonschema
import pytest

import iki_lint
from iki_lint.cli.app import run
from iki_lint.config.discovery import Discovery
from iki_lint.config.error import ConfigError
from iki_lint.linting import check_file

DECREE = """\
versi_format: 1
jabatan:
- {id: a, nama: CAMAT, tugas: mengelola adminitasi dan dokumnetasi, fungsi: membina progam, rencana_kinerja: []}
"""


@pytest.fixture
def decree(tmp_path):
    """A decree two folders down."""
    path = tmp_path / "kabupaten" / "kecamatan" / "kebomas.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(DECREE, encoding="utf-8")
    return path


def flagged(path):
    (file,) = iki_lint.check(path).files
    return [finding.text for finding in file.findings if finding.code == "BHS002"]


def test_without_lists(decree):
    assert flagged(decree) == ["adminitasi", "dokumnetasi", "progam"]
    assert Discovery().words(str(decree)) == frozenset()


def test_the_three_places_add_up(decree):
    (decree.parent.parent / "iki-lint.yaml").write_text("kata: [Adminitasi]\n", encoding="utf-8")
    (decree.parent / "iki-lint.kata.txt").write_text("# kata kita\nDokumnetasi\n", encoding="utf-8")
    decree.with_name("kebomas.kata.txt").write_text("\n  progam daerah  # program daerah\n", encoding="utf-8")
    assert flagged(decree) == []
    assert Discovery().words(str(decree)) == {"dokumnetasi", "progam", "daerah"}
    assert Discovery().settings(str(decree)).words == {"adminitasi"}


def test_the_nearest_file_counts(decree):
    (decree.parent.parent / "iki-lint.kata.txt").write_text("adminitasi\n", encoding="utf-8")
    (decree.parent / "iki-lint.kata.txt").write_text("dokumnetasi\n", encoding="utf-8")
    assert flagged(decree) == ["adminitasi", "progam"]


def test_the_list_of_another_decree_does_not_count(decree):
    decree.with_name("klojen.kata.txt").write_text("adminitasi\n", encoding="utf-8")
    assert flagged(decree) == ["adminitasi", "dokumnetasi", "progam"]


def test_a_text_to_be_imported_has_its_list_too(tmp_path):
    text = "Jabatan: CAMAT\nTugas: mengelola adminitasi\nFungsi: membina\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert "adminitasi" in flagged(tmp_path / "a.txt")
    (tmp_path / "a.kata.txt").write_text("adminitasi", encoding="utf-8")
    assert "adminitasi" not in flagged(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# kata: []\n",
        "kata:\n",
        "kata: []\n",
        "kata: [Sidomoro, ' Indro ', Sumber Rejo, Jum’at, e-lampid]\n",
        "{}\n",
    ],
)
def test_sound_configurations(decree, text):
    (decree.parent / "iki-lint.yaml").write_text(text, encoding="utf-8")
    assert flagged(decree) == ["adminitasi", "dokumnetasi", "progam"]
    assert is_valid(text)


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("kata: [a]\nkatas: [b]\n", "2:1", 'Kunci "katas" tidak dikenal dalam konfigurasi; yang dikenal: '),
        ("kata: [[satu]]\n", "1:8", "Yang diharapkan kata atau nama"),
        ("kata: {satu: dua}\n", "1:7", "Yang diharapkan kata atau nama"),
        (f"kata: [{'a' * 60}!]\n", "1:8", "Yang diharapkan kata atau nama"),
        ("kata: [1]\n", "1:8", 'Yang diharapkan kata atau nama, bukan "1"'),
        ("kata: [satu\n", "1:7", "IKI009"),
        ("- kata\n", "1:1", "IKI009"),
    ],
)
def test_a_wrong_configuration_is_located(decree, capsys, text, place, sentence):
    config = decree.parent / "iki-lint.yaml"
    config.write_text(text, encoding="utf-8")
    assert run(["check", str(decree)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{config}:{place}: IKI009 ")
    assert sentence in printed.err
    assert not is_valid(text)


@pytest.mark.parametrize(
    ("data", "place"),
    [(b"satu\ndua; kata\n", "2:1"), (b"satu\n1234\n", "2:1"), (b"\xff\xfe", "1:1"), (b"sat\xffu\n", "1:4")],
)
def test_a_wrong_list_is_located(decree, capsys, data, place):
    words = decree.parent / "iki-lint.kata.txt"
    words.write_bytes(data)
    assert run(["check", str(decree), "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith(f"{words}:{place}: IKI009 ")


def test_a_text_of_the_callers_belongs_to_no_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "iki-lint.kata.txt").write_text("adminitasi\n", encoding="utf-8")
    assert flagged(DECREE) == ["adminitasi", "dokumnetasi", "progam"]


def test_standard_input_belongs_to_the_folder_one_stands_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "iki-lint.kata.txt").write_text("adminitasi\n", encoding="utf-8")
    report = check_file("<stdin>", data=DECREE.encode())
    assert [each.text for each in report.findings if each.code == "BHS002"] == ["dokumnetasi", "progam"]


def test_the_library_raises(decree):
    (decree.parent / "iki-lint.yaml").write_text("kota: []\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        iki_lint.check(decree)
    assert [problem.message for problem in caught.value.problems] == ["konfigurasi-kunci"]


def is_valid(text):
    """Whether the schema, which editors use, accepts a configuration too."""
    import yaml

    schema = json.loads(Path("schemas/config.schema.json").read_text(encoding="utf-8"))
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError:
        return False
    return jsonschema.Draft7Validator(schema).is_valid(data)
