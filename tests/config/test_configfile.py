"""Configuration files: what they may hold, every mistake at its place, and the schema that says the same."""

import json
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.config.configfile import read_config
from iki_lint.config.error import ConfigError
from iki_lint.messages import say

SCHEMA = jsonschema.Draft7Validator(json.loads(Path("schemas/config.schema.json").read_text(encoding="utf-8")))

SOUND = [
    "",
    "kata:\n",
    "select: FRM\nignore: [IND008, sumber-kabur]\n",
    "severity: {FRM003: off, SBR: info}\n",
    "options: {STR009: {batas_info: 12, batas_peringatan: '20'}, BHS: {daftar: [a, b]}}\n",
    "wajib: [FRM001]\nfail_on: warning\nexclude: [arsip/, '!arsip/ini.yaml']\naturan: ../aturan\nplugin: [contoh]\n",
    "extends: ../iki-lint.yaml\nper_berkas:\n- berkas: kelurahan/*.yaml\n  ignore: [FRM]\n  severity:\n    IND: info\n",
]
WRONG = [
    ("pilih: [FRM]\n", "1:1", 'Kunci "pilih" tidak dikenal'),
    ("select: {FRM: x}\n", "1:9", 'Isi "select" harus berupa daftar'),
    ("select: [FRM, [x]]\n", "1:15", 'Butir daftar "select" harus berupa teks'),
    ("ignore: ['']\n", "1:10", 'Butir daftar "ignore" harus berupa teks'),
    ("severity: {FRM003: keras}\n", "1:20", "harus salah satu dari error, warning, info, off"),
    ("severity: {FRM003: [error]}\n", "1:20", "harus salah satu dari error, warning, info, off"),
    ("severity: [FRM003]\n", "1:11", 'Isi "severity" harus ditulis untuk tiap aturan'),
    ("fail_on: galat\n", "1:10", "harus salah satu dari error, warning, info"),
    ("options: {STR009: 12}\n", "1:19", "Pengaturan aturan STR009 harus ditulis dengan namanya"),
    ("per_berkas: {berkas: a}\n", "1:13", 'Isi "per_berkas" harus berupa daftar'),
    ("per_berkas: [kelurahan]\n", "1:14", 'Setiap butir "per_berkas"'),
    ("per_berkas:\n- ignore: [FRM]\n", "2:3", 'perlu kunci "berkas"'),
    ("per_berkas:\n- berkas: a\n  kataa: [b]\n", "3:3", 'Kunci "kataa" tidak dikenal'),
    ("exclude: arsip\n", "1:10", 'Isi "exclude" harus berupa daftar'),
]
NOT_IN_THE_SCHEMA = [
    ("exclude: ['!']\n", "1:11", '"!" bukan pola nama berkas'),
    ("exclude: [arsip/, '[z-a]']\n", "1:19", '"[z-a]" bukan pola nama berkas'),
    ("per_berkas:\n- berkas: 'a\\'\n", "2:11", "bukan pola nama berkas"),
    ("options: {STR009: {batas_info: 1.000}}\n", "1:32", "1.000 pada pengaturan batas_info"),
    ("options: {STR009: {batas_info: }}\n", "1:32", "batas_info"),
]


def read(tmp_path, text, name="iki-lint.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_config(str(path))


@pytest.mark.parametrize("text", SOUND)
def test_sound(tmp_path, text):
    assert read(tmp_path, text) is not None
    assert SCHEMA.is_valid(yaml.safe_load(text.replace("off", "'off'")))


@pytest.mark.parametrize(("text", "place", "sentence"), [*WRONG, *NOT_IN_THE_SCHEMA])
def test_wrong(tmp_path, text, place, sentence):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text)
    (problem,) = caught.value.problems
    line, column = problem.source.position(problem.start)
    assert f"{line}:{column}" == place
    assert sentence in say(problem.message, "id", **problem.args)
    assert say(problem.message, "en", **problem.args) != say(problem.message, "id", **problem.args)


@pytest.mark.parametrize("text", [text for text, _, _ in WRONG])
def test_the_schema_refuses_it_too(text):
    assert not SCHEMA.is_valid(yaml.safe_load(text))


def test_all_mistakes_are_told_at_once_in_their_order(tmp_path):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, "fail_on: x\nseverity: [a]\nsalah: 1\nselect: {a: b}\n")
    starts = [problem.start for problem in caught.value.problems]
    assert starts == sorted(starts)
    assert len(starts) == 4


keys = st.sampled_from([*SCHEMA.schema["properties"], "salah"])
leaves = st.sampled_from(["FRM003", "error", "off", "", "a b", "1"]) | st.none()
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["FRM003", "berkas", "ignore"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(data=st.dictionaries(keys, values, max_size=3))
def test_reader_and_schema_agree(tmp_path_factory, data):
    """What the reader takes the schema takes and the other way round, beside what a schema cannot say."""
    folder = tmp_path_factory.mktemp("c")
    try:
        read(folder, json.dumps(data))
        wrong = []
    except ConfigError as error:
        wrong = [problem.message for problem in error.problems]
    if {"pengaturan-kosong", "kata-bukan-kata"}.isdisjoint(wrong):
        assert SCHEMA.is_valid(data) is (wrong == []), wrong


TOML = """\
[project]
name = "x"
[tool.iki-lint]
kata = ["Abc"]
ignore = [
  "FRM",  # nanti
]
[tool.iki-lint.severity]
IND008 = "warning"
[[tool.iki-lint.per_berkas]]
berkas = "x"
fail_on = "info"
"""


def test_a_table_in_pyproject(tmp_path):
    config = read(tmp_path, TOML, "pyproject.toml")
    whole, some = config.sections
    assert [(said.value, str(said.origin).rpartition(":")[2]) for said in whole.words + whole.ignore] == [
        ("abc", "4"),
        ("FRM", "5"),
    ]
    assert [(said.value, level) for said, level in whole.severity] == [("IND008", "warning")]
    assert (some.patterns, some.fail_on.value) == (("x",), "info")


def test_a_pyproject_of_others_says_nothing(tmp_path):
    assert read(tmp_path, "[tool.ruff]\n", "pyproject.toml") is None
    assert read(tmp_path, '[tool.ruff]\nname = "iki-lint"\n', "pyproject.toml") is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TOML.replace("info", "nol"), 12),
        (TOML.replace("kata =", "katu ="), 4),
        (TOML.replace('"warning"', '"keras"'), 9),
        (TOML.replace('"FRM",', "3, ['x'],"), 5),
        (TOML.replace("name =", "name ?"), 2),
        (TOML.replace('"x"\n[', '"""x\ny"""\n[').replace("kata =", "katu ="), 5),
    ],
)
def test_mistakes_in_pyproject_are_located(tmp_path, text, line):
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text, "pyproject.toml")
    problem = caught.value.problems[0]
    assert problem.source.position(problem.start)[0] == line


def test_a_long_list_in_pyproject_is_located_too(tmp_path):
    words = "".join(f'  "kata",  # {n} ]\n' for n in range(3_000))
    text = f'[a]\nx = """\n[tool.iki-lint]\n"""\ny = \'"\'\n[tool.iki-lint]\nkata = [\n{words}]\nsalah = 1\n'
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text, "pyproject.toml")
    (problem,) = caught.value.problems
    assert problem.source.position(problem.start) == (3_009, 1)


def test_the_reader_needs_no_schema_library(tmp_path):
    """A start with a configuration costs no library that knows schemas."""
    import subprocess

    (tmp_path / "iki-lint.yaml").write_text(SOUND[2], encoding="utf-8")
    (tmp_path / "a.yaml").write_text("versi_format: 1\njabatan: []\n", encoding="utf-8")
    script = (
        "import sys\nfrom iki_lint.cli.app import run\n"
        "run(['check', 'a.yaml'])\nprint(sorted({'jsonschema', 'difflib', 'pathspec', 'tomllib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
