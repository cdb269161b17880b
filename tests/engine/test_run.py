"""Running rules: selection first, each rule once for each distinct text, who gives way, and rules that crash."""

import json
from collections import Counter

import pytest

import iki_lint
from iki_lint.catalog import load_catalog
from iki_lint.config.asked import Config, asked_section
from iki_lint.config.selection import in_effect
from iki_lint.decree.model import Decree
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine import run as running
from iki_lint.engine.context import context_of
from iki_lint.engine.provenance import EMPTY, Provenance
from iki_lint.facts.subjects import texts_of

RULES = {(rule.code, rule.case): rule for rule in load_catalog().rules}


def decree(*rows, position="JABATAN CONTOH"):
    """A decree of one position whose plan has these (indikator, formulasi, sumber data) rows."""
    indicators = [
        {"id": f"a.1.{i}", "nama": name, "formulasi": formula, "sumber_data": source}
        for i, (name, formula, source) in enumerate(rows, 1)
    ]
    plan = {"id": "a.1", "uraian": "Meningkatnya mutu pelayanan", "indikator": indicators}
    data = {"versi_format": 1, "jabatan": [{"id": "a", "nama": position, "rencana_kinerja": [plan]}]}
    root = read_yaml("a.yaml", json.dumps(data, indent=1).encode()).root
    return Decree(root)


def findings(subject, rules=None, provenance=EMPTY, lang="id"):
    return running.run(context_of(subject, provenance), list(RULES.values() if rules is None else rules), lang)


BAD = ("Menyusun laporan", "Jumlah Menyusun laporan", "Jelas")


def test_only_selected_rules_are_called():
    called = []

    def never(*arguments):
        called.append(arguments)
        return True

    rule = RULES["IND002", ""]
    watched = rule._replace(when=rule.when._replace(function=never))
    config = Config(ignore=("IND002",))
    rules = in_effect([watched, RULES["SBR001", ""]], (), asked_section(config))
    assert [finding.code for finding in findings(decree(BAD), rules)] == ["SBR001"]
    assert called == []


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (("IND",), (), {"IND002", "IND004"}),
        (("indikator-berupa-kegiatan",), (), {"IND002"}),
        (("ind002",), (), {"IND002"}),
        (("IND", "SBR001"), ("IND002",), {"IND004", "SBR001"}),
        (("IND002",), ("IND",), {"IND002"}),
        ((), ("IND", "FRM", "STR", "BHS", "LVL"), {"SBR001"}),
        (("SBR",), ("SBR",), set()),
    ],
)
def test_the_longer_selector_decides(select, ignore, codes):
    rules = in_effect(RULES.values(), (), asked_section(Config(select, ignore)))
    assert {finding.code for finding in findings(decree(BAD), rules)} == codes


def test_a_rule_looks_once_at_each_distinct_text():
    """2,039 rows, but a rule about the indicator is asked once for each distinct indicator."""
    with open("examples/kebomas.yaml", "rb") as file:
        subject = Decree(read_yaml("kebomas.yaml", file.read()).root)
    asked = Counter()
    rules = []
    for rule in RULES.values():
        if rule.when is None:
            rules.append(rule)
            continue

        def watched(*arguments, function=rule.when.function, key=(rule.code, rule.case)):
            asked[key] += 1
            return function(*arguments)

        rules.append(rule._replace(when=rule.when._replace(function=watched)))
    findings(subject, rules)
    rows = list(subject.rows())
    indicators = {row.indicator.name.value for row in rows}
    triples = {texts_of(row)[1:4] for row in rows}
    assert asked["IND002", ""] == len(indicators)
    assert asked["SBR005", ""] == len(triples)
    assert max(asked.values()) <= len({texts_of(row) for row in rows}) < len(rows) / 2


def test_the_more_specific_rule_speaks():
    """FRM010 is silent where FRM001 has said why the formula defines nothing."""
    copied = decree(("Jumlah surat masuk", "Jumlah surat masuk", "Register Surat"))
    codes = {finding.code for finding in findings(copied)}
    assert "FRM001" in codes
    assert "FRM010" not in codes
    alone = in_effect(RULES.values(), (), asked_section(Config(ignore=("FRM001",))))
    assert "FRM010" in {finding.code for finding in findings(copied, alone)}


def test_a_structure_rule_silences_in_its_own_cell_only():
    """The indicator is cut off; that says nothing against judging its formula."""
    cut = decree(("Jumlah rekapitulasi daftar hadir pegawai yang", "Jumlah Rencana kegiatan", "Daftar hadir pegawai"))
    codes = [finding.code for finding in findings(cut)]
    assert "STR007" in codes
    assert "FRM005" in codes


def test_a_crashing_rule_is_a_finding_and_the_others_go_on():
    def broken(*arguments):
        raise ValueError("rusak")

    rule = RULES["IND002", ""]
    crashing = rule._replace(when=rule.when._replace(function=broken))
    subject = decree(BAD, ("Melaporkan kegiatan", "Jumlah laporan", "Jelas"))
    found = findings(subject, [crashing, RULES["SBR001", ""]])
    assert Counter(finding.code for finding in found) == {"IKI000": 1, "SBR001": 2}
    (crash,) = (finding for finding in found if finding.code == "IKI000")
    assert crash.severity == "error"
    assert "IND002" in crash.message
    assert "ValueError: rusak" in crash.message
    assert crash.id == "a.1.1"
    assert crash.place is not None


def test_a_crashing_check_is_a_finding(monkeypatch):
    def broken(context, options):
        raise KeyError("hilang")
        yield

    monkeypatch.setitem(running.CHECKS, "jabatan-ganda", broken)
    found = findings(decree(BAD))
    assert [finding.code for finding in found].count("IKI000") == 1
    assert "SBR001" in {finding.code for finding in found}


def test_severity_depends_on_the_level_of_the_post():
    row = ("Jumlah rapat koordinasi", "Jumlah rapat", "Notulen rapat")
    levels = {}
    for position in ("CAMAT", "KEPALA SEKSI PEMERINTAHAN", "STAF PENGADMINISTRASI UMUM"):
        (finding,) = (f for f in findings(decree(row, position=position)) if f.code == "IND005")
        levels[position] = finding.severity
    assert list(levels.values()) == ["error", "warning", "info"]


def test_rows_with_shifted_columns_are_left_to_the_structure_rules():
    subject = decree(("Terlaksananya rapat koordinasi", "Data register surat tugas", None))
    assert {finding.code for finding in findings(subject)} == {"STR001", "STR002", "STR003", "STR010"}


def test_repaired_rows_are_reported_and_judged():
    provenance = Provenance("asal.txt", {"a.1.1": 17}, {}, {"a.1.1": "mohon-periksa"})
    found = findings(decree(BAD), provenance=provenance)
    (shifted,) = (finding for finding in found if finding.code == "STR002")
    assert "mohon periksa" in shifted.message
    assert shifted.address == "asal.txt, baris 17"
    assert "IND002" in {finding.code for finding in found}


def test_english_and_indonesian_say_the_same_things():
    indonesian = findings(decree(BAD))
    english = findings(decree(BAD), lang="en")
    assert [f.code for f in indonesian] == [f.code for f in english]
    assert all(a.message != b.message for a, b in zip(indonesian, english, strict=True))


def test_a_text_with_line_breaks_is_a_document():
    report = iki_lint.check('versi_format: 1\njabatan:\n- {id: a, nama: "CAMAT", rencana_kinerja: []}\n')
    assert {finding.code for finding in report.files[0].findings} == {"STR001", "STR003", "STR010"}


def test_many_files_with_an_executor():
    from concurrent.futures import ThreadPoolExecutor

    paths = ["examples/klojen.yaml", "examples/kebomas.yaml"]
    with ThreadPoolExecutor(2) as executor:
        together = iki_lint.check_many(paths, executor=executor)
    alone = iki_lint.check_many(paths)
    assert [file.path for file in together.files] == paths
    assert [file.findings for file in together.files] == [file.findings for file in alone.files]
