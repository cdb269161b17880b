"""`iki-lint rules`: the rules at a glance, for people and programs, and what conditions may name."""

import json
import os

import pytest
from cli_samples import process
from jsonschema import Draft7Validator

from iki_lint.catalog import load_catalog
from iki_lint.resources import data_folder


def schema(name):
    with open(os.path.join(data_folder("schemas"), f"{name}.schema.json"), encoding="utf-8") as file:
        found = json.load(file)
    Draft7Validator.check_schema(found)
    return Draft7Validator(found)


def test_chosen_rules(home, say):
    assert say("rules", "--select", "LVL,STR006", "--ignore", "LVL003,LVL004") == (
        0,
        "Susunan dan kelengkapan (STR)\n"
        "  STR006  peringatan, info  sisa-format [fix]\n"
        '          Sisa format atau ekspor ("…") di dalam sel\n'
        "\n"
        "Tingkat hasil dan keluaran (LVL)\n"
        "  LVL001  galat, info       pimpinan-tanpa-outcome\n"
        "          Pimpinan unit ini memuat … indikator, tidak satu pun mengukur hasil (outcome)\n"
        "  LVL002  peringatan        iku-berupa-keluaran\n"
        "          Indikator kinerja utama ini mengukur …, bukan hasil (outcome)\n"
        "\n"
        "3 aturan. iki-lint explain KODE menjelaskan satu aturan.\n"
        "fix: sebagian atau seluruh temuannya diperbaiki oleh iki-lint fix; fix!: sebagian hanya dengan\n"
        "--unsafe-fixes.\n",
        "",
    )


def test_all_rules_in_english(home, say):
    code, out, err = say("rules", "--lang", "en")
    codes = {rule.code for rule in load_catalog().rules}
    assert (code, err) == (0, "")
    assert {line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2] != " "} == codes
    assert f"{len(codes)} rules. iki-lint explain CODE explains one.\n" in out
    assert "\x1b" not in out


def test_rules_for_programs(home, say):
    code, out, _ = say("rules", "--format", "json")
    data = json.loads(out)
    schema("rules").validate(data)
    assert code == 0
    assert [rule["code"] for rule in data["rules"]] == sorted({rule.code for rule in load_catalog().rules})
    frm = next(rule for rule in data["rules"] if rule["code"] == "FRM003")
    assert (frm["severity"], frm["fixable"], frm["wajib"], frm["group"]) == (["error"], [], False, "FRM")
    assert [source["key"] for source in frm["basis"]] == ["lke-88-2021", "kke-smart-c"]
    assert frm["examples"]["bad"][0]["findings"][0]["text"] == "Jumlah rencana operasional tahun lalu"
    (option, _) = next(rule for rule in data["rules"] if rule["code"] == "LVL001")["options"]
    assert option == {"name": "batas_ragu", "type": "angka", "default": 25}
    assert say("rules", "--format", "json")[1] == out


def test_facts_for_programs(home, say):
    code, out, _ = say("rules", "--facts", "--format", "json")
    data = json.loads(out)
    schema("facts").validate(data)
    assert code == 0
    kinds = {(fact["subject"], fact["fact"]): fact for fact in data["facts"]}
    measure = kinds["indikator", "ukuran"]
    assert measure["type"] == "teks"
    assert measure["values"][:2] == ["jumlah", "persentase"]
    assert measure["examples"][0] == {"given": {"indikator": "Persentase surat yang dijawab"}, "value": "persentase"}
    assert len(kinds) == len(data["facts"]) > 100


def test_facts_for_people(home, say):
    code, out, _ = say("rules", "--facts")
    assert code == 0
    assert "  jabatan.tingkat (teks)\n" in out
    assert "    contoh: `CAMAT` menghasilkan `kepala`\n" in out
    assert "  satuan " in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "XYZ"], "Aturan XYZ tidak dikenal; sebutkan kode, awalan kode, atau nama aturan."),
        (["--select", "LVL", "--ignore", "LVL001,LVL002,LVL003,LVL004"], "Tidak ada aturan yang tersisa"),
        (["--facts", "--select", "FRM"], "--select dan --ignore memilih aturan; bersama --facts"),
        (["--format", "yaml"], "Nilai untuk --format tidak dikenal; yang ada: text, json."),
        (["FRM003"], "Perintah ini tidak dapat dipahami; lihat iki-lint rules --help."),
    ],
)
def test_misuse(home, say, arguments, said):
    code, out, err = say("rules", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"iki-lint: {said}")
    assert err.count("\n") == 1


def test_an_encoding_that_lacks_the_letters(tmp_path):
    done = process(["rules", "--select", "STR001"], tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"Sel \\u2026 kosong" in done.stdout
    facts = process(["rules", "--facts", "--format", "json"], tmp_path, PYTHONIOENCODING="ascii")
    assert json.loads(facts.stdout.decode("utf-8"))["format"] == "iki-lint-facts/1"
