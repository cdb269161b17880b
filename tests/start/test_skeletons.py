"""The skeletons explain everything that the schemas know, and what they show works."""

import json
import re
from importlib import resources

import jsonschema
import pytest
import yaml

import iki_lint
from iki_lint.catalog import load_catalog
from iki_lint.config.configfile import EVERYWHERE, KEYS, read_config
from iki_lint.config.selection import weight
from iki_lint.resources import schema_of

PLACES = re.compile(r"^( *)#(?=[^ \n#]| {2}\S+: )", re.M)
EXPLAINED_ELSEWHERE = {
    # A ratio has the source of its indicator.
    "keputusan.yaml": {("indikator", "[]", "formulasi", "sumber_data")},
    # What a part may set is what the whole may.
    "iki-lint.yaml": {("per_berkas", "[]", key) for key in ("select", "options", "wajib", "kata")},
}


def skeleton(name):
    return resources.files("iki_lint.start").joinpath(name).read_text(encoding="utf-8")


def unlocked(name):
    """A skeleton with everything in it that only waits for its `#` to be taken away."""
    return PLACES.sub(r"\1", skeleton(name))


def keys(schema, definitions):
    """The paths of all keys that a schema names."""
    schema = definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    for name, each in schema.get("properties", {}).items():
        if not name.startswith("$"):
            yield (name,)
            yield from ((name, *rest) for rest in keys(each, definitions))
    if isinstance(schema.get("items"), dict):
        yield from (("[]", *rest) for rest in keys(schema["items"], definitions))


def used(data):
    """The paths of all keys in a document."""
    if isinstance(data, dict):
        for name, each in data.items():
            yield (name,)
            yield from ((name, *rest) for rest in used(each))
    elif isinstance(data, list):
        for each in data:
            yield from (("[]", *rest) for rest in used(each))


def shortened(paths):
    """Paths within an indicator, wherever it stands, begin with it."""
    return {path[path.index("indikator") :] if "indikator" in path[:-1] else path for path in paths}


def schema(kind):
    return json.loads(schema_of(kind))


def plain(text):
    """A document in which every scalar is the text that stands there, or null."""
    return _nulls(yaml.load(text, yaml.BaseLoader))


def _nulls(data):
    if isinstance(data, dict):
        return {key: _nulls(each) for key, each in data.items()}
    if isinstance(data, list):
        return [_nulls(each) for each in data]
    return None if data == "null" else data


@pytest.mark.parametrize(("name", "kind"), [("keputusan.yaml", "decree"), ("iki-lint.yaml", "config")])
def test_every_key_is_shown_and_fits(name, kind):
    known = schema(kind)
    shown = plain(unlocked(name))
    jsonschema.Draft7Validator(known).validate(shown)
    wanted = shortened(keys(known, known.get("definitions", {})))
    assert len(wanted) > 10
    assert wanted - shortened(used(shown)) == EXPLAINED_ELSEWHERE[name]


def test_the_keys_of_a_part_are_named():
    explained = skeleton("iki-lint.yaml").partition("sebagian berkas: polanya, lalu ")[2].partition(".\n")[0]
    assert explained.replace(", atau ", ", ").split(", ") == list(EVERYWHERE)


def test_every_section_key_is_explained():
    text = skeleton("iki-lint.yaml")
    assert re.findall(r"^#([a-z_]+):", text, re.M) == list(KEYS)
    assert yaml.safe_load(text) is None


def test_what_the_configuration_shows_is_valid(tmp_path):
    path = tmp_path / "iki-lint.yaml"
    path.write_text(unlocked("iki-lint.yaml"), encoding="utf-8")
    read = read_config(str(path))
    named = [said for part in read.sections for said in (*(part.select or ()), *part.ignore, *part.mandatory)]
    named += [rule for part in read.sections for rule, _ in part.severity]
    rules = load_catalog().rules
    assert len(named) >= 10
    assert [said.value for said in named if not any(weight(rule, said.value) for rule in rules)] == []
    options = {(rule.code, option) for rule in rules for option in rule.options}
    assert {pair for part in read.sections for pair in part.options} <= options


def test_the_three_forms_of_a_formula_are_there():
    text = yaml.safe_load(skeleton("keputusan.yaml"))
    groups = [*text["iku"], *(plan for post in text["jabatan"] for plan in post["rencana_kinerja"])]
    forms = [type(each["formulasi"]) for group in groups for each in group["indikator"]]
    assert set(forms) == {str, dict, list}


def test_the_comment_that_it_shows_works(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    (shown,) = re.findall(r'"(# iki-lint: [^"]+)"', skeleton("keputusan.yaml"))
    source = "sumber_data: Laporan hasil Survei Kepuasan Masyarakat Kecamatan Contoh"
    vague = skeleton("keputusan.yaml").replace(source, f"sumber_data: Laporan  {shown}")
    (file,) = iki_lint.check(vague).files
    assert {each.finding.code for each in file.overruled} == {"SBR001"}
    assert [each for each in file.findings if each.code in ("IKI001", "SBR001")] == []


def test_nobody_and_no_regulation_is_named():
    text = skeleton("keputusan.yaml") + skeleton("iki-lint.yaml")
    assert not re.search(r"\d{8} ?\d{6}|\bNomor \d+ Tahun\b|Undang-Undang", text)
    person = yaml.safe_load(skeleton("keputusan.yaml"))["keputusan"]["penandatangan"]
    assert (person["nama"], person["nip"]) == (None, None)
