"""Rule files: what a good one says, and where a bad one is wrong."""

from types import SimpleNamespace as cells

import pytest
from rule_samples import CHECKS, FRM003, IND002, LISTS, STR001, VOCABULARY, Formulasi, Indikator, assert_sayable

from iki_lint.decree.problem import Problem
from iki_lint.engine.rule import Examples, Rule, Texts, fill
from iki_lint.engine.rulefile import Known, load_rules
from iki_lint.facts.fact import Phrase

KNOWN = Known(VOCABULARY, LISTS, CHECKS, {"lke-88-2021"}, codes={"IND002"})


def load(text: str) -> tuple[tuple[Rule, ...], list[Problem]]:
    rules, problems = load_rules([("uji.yaml", text.encode())], KNOWN)
    return tuple(rules), problems


def rule_of(text: str) -> Rule:
    rules, problems = load(text)
    assert problems == []
    return rules[0]


def errors(text: str) -> list[tuple[str, str]]:
    """The message and the exact words of each problem; all of them of code IKI008 and in this file."""
    rules, problems = load(text)
    assert rules == ()
    assert {(p.code, p.source.path) for p in problems} == {("IKI008", "uji.yaml")}
    for problem in problems:
        assert_sayable(problem.message, problem.args)
    return [(p.message, p.source.text[p.start : p.end]) for p in problems]


def test_rule_with_a_condition() -> None:
    rule = rule_of(FRM003)
    assert rule.code == "FRM003"
    assert rule.name == "persentase-tanpa-pembagi"
    assert rule.severity == "error"
    assert rule.target == "baris"
    assert rule.message == Texts(
        "Indikator {indikator.kepala} tanpa pembagi", "The indicator {indikator.kepala} has no denominator"
    )
    assert rule.suggestion == Texts("Tulis pembagi", "Write the denominator")
    assert rule.why == Texts("Persentase adalah perbandingan", "A percentage is a ratio")
    assert rule.at == ("formulasi.kata_kerja", "formulasi")
    assert rule.basis == ("lke-88-2021",)
    assert rule.yields_to == ("IND002",)
    assert rule.check is None
    assert rule.options == {}
    assert rule.examples == Examples(
        ({"indikator": "Persentase surat", "formulasi": "Jumlah surat"},),
        ({"indikator": "Jumlah surat", "formulasi": "Jumlah surat"},),
    )
    assert rule.when is not None
    assert rule.when.subjects == ("indikator", "formulasi")
    indikator = Indikator(ukuran="Persentase", iku=True)
    assert (
        rule.when.function(cells(indikator=indikator, formulasi=Formulasi(ada=True, rasio=False)), rule.options) is True
    )
    assert (
        rule.when.function(cells(indikator=indikator, formulasi=Formulasi(ada=True, rasio=True)), rule.options) is False
    )
    ((severe, severity),) = rule.severity_when
    assert (severe.text, severe.subjects, severity) == ("indikator.iku", ("indikator",), "warning")


def test_a_case_is_a_rule_that_takes_what_it_does_not_say() -> None:
    (rule, case), problems = load(FRM003)
    assert problems == []
    assert (rule.case, case.case) == ("", "kata-kerja")
    assert (case.severity, case.severity_when, case.at) == ("info", (), ("formulasi.kata_kerja",))
    assert case.message == Texts("Kata kerja {formulasi.kata_kerja}", "Verb {formulasi.kata_kerja}")
    assert case.when is not None
    assert case.when.function(cells(formulasi=Formulasi(kata_kerja=Phrase(0, 3, "abc"))), {}) is True
    assert case.examples == Examples()
    same = ("code", "name", "target", "why", "suggestion", "basis", "options", "yields_to")
    assert [getattr(case, name) for name in same] == [getattr(rule, name) for name in same]
    (rule, case), problems = load(
        FRM003.replace("    severity: info\n", "").replace("    at: formulasi.kata_kerja\n", "")
    )
    assert (case.severity, case.severity_when, case.at) == ("error", rule.severity_when, rule.at)


def test_cases_of_a_check_need_no_condition_and_may_show_its_words() -> None:
    kasus = "kasus:\n  - {name: satu, message: {id: 'Ini {itu}', en: 'This {itu}'}}\n"
    (_, case), problems = load(STR001 + kasus)
    assert problems == []
    assert (case.case, case.check, case.when, case.message.id) == ("satu", "sel_kosong", None, "Ini {itu}")
    assert errors(STR001 + kasus + kasus.partition("\n")[2]) == [("aturan-kasus-ganda", "satu")]
    without = FRM003.replace("    when: ada(formulasi.kata_kerja)\n", "")
    assert errors(without) == [("aturan-kasus-tanpa-syarat", "kata-kerja")]


def test_rule_with_options_and_lists() -> None:
    rule = rule_of(IND002)
    assert rule.options == {"batas": 2, "ambang": 0.5, "jenis": "3", "kata": ("a", "b")}
    assert isinstance(rule.options["batas"], int)
    assert rule.when is not None
    indikator = Indikator(kepala=Phrase(0, 5, "Rapat"), kata=("a", "b", "c"))
    assert rule.when.function(cells(indikator=indikator), rule.options) is True
    assert rule.when.function(cells(indikator=indikator), {**rule.options, "batas": 3}) is False


def test_rule_with_a_check() -> None:
    rule = rule_of(STR001)
    assert (rule.check, rule.when) == ("sel_kosong", None)


def test_tool_rules_need_neither_condition_nor_check() -> None:
    rule = rule_of(STR001.replace("STR001", "IKI004").replace("check: sel_kosong\n", ""))
    assert (rule.code, rule.check, rule.when) == ("IKI004", None, None)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("formulasi.rasio", "formulasi.raso", ("fakta-tak-dikenal-mirip", "raso")),
        ("indikator.iku,", "indikator.ikut,", ("fakta-tak-dikenal-mirip", "ikut")),
        ("severity: error\n", "severity: berat\n", ("pilihan-salah", "berat")),
        ("lke-88-2021", "lke-88-2020", ("dasar-tak-dikenal-mirip", "lke-88-2020")),
        (
            "Indikator {indikator.kepala}",
            "Indikator {indikator.kepla}",
            ("isian-tak-dikenal-mirip", "{indikator.kepla}"),
        ),
        ("{indikator.kepala} has", "{indikator.kabur} has", ("isian-tak-dikenal-mirip", "{indikator.kabur}")),
        ("{indikator.kepala} has", "{nama} has", ("isian-tak-dikenal", "{nama}")),
        ("id: Tulis pembagi", "id: 'Tulis } pembagi'", ("isian-tak-dikenal", "}")),
        ("Verb {formulasi.kata_kerja}", "Verb {formulasi.ada}", ("isian-tak-dikenal-mirip", "{formulasi.ada}")),
        ("[formulasi.kata_kerja, formulasi]", "[formulasi.ada]", ("frasa-tak-dikenal", "ada")),
        ("[formulasi.kata_kerja, formulasi]", "formulai", ("subjek-tak-dikenal-mirip", "formulai")),
        ("formulasi.ada and", "formulasi.ada matches '(a+)+' and", ("syarat-jenis-salah", "formulasi.ada")),
        ("ada(formulasi.kata_kerja)", "adaa(formulasi.kata_kerja)", ("fungsi-tak-dikenal-mirip", "adaa")),
        ("at: [", "check: sel_kosong\nat: [", ("aturan-syarat-dan-pemeriksa", "sel_kosong")),
    ],
)
def test_errors_are_located(old: str, new: str, expected: tuple[str, str]) -> None:
    assert old in FRM003
    assert errors(FRM003.replace(old, new, 1)) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("> opsi.batas", "> opsi.btas", ("opsi-tak-dikenal-mirip", "opsi.btas")),
        ("daftar.kata-proses", "daftar.kata-prosse", ("daftar-tak-dikenal-mirip", "daftar.kata-prosse")),
        ("> opsi.batas", "> opsi.jenis", ("syarat-jenis-salah", "opsi.jenis")),
        ("batas: 2", "batas: 1.000", ("pengaturan-angka-rancu", "1.000")),
        ("panjang(indikator.kata)", "panjang(indikator.kata", ("syarat-kurung-tak-berpasangan", "(")),
    ],
)
def test_errors_in_a_folded_condition_are_located(old: str, new: str, expected: tuple[str, str]) -> None:
    assert errors(IND002.replace(old, new)) == [expected]


def test_a_quoted_number_is_a_text_and_may_look_like_a_thousand() -> None:
    assert rule_of(IND002.replace('"3"', '"1.000"')).options["jenis"] == "1.000"


def test_unknown_check_and_no_check_at_all() -> None:
    assert errors(STR001.replace("sel_kosong", "sel_isi")) == [("pemeriksa-tak-dikenal", "sel_isi")]
    without = STR001.replace("check: sel_kosong\n", "")
    assert errors(without) == [("aturan-tanpa-syarat", "STR001")]


def test_missing_and_unknown_keys_and_bad_yaml() -> None:
    found = errors(STR001.replace("target: baris\n", ""))
    assert [message for message, _ in found] == ["kunci-wajib"]
    assert errors(STR001 + "saran: x\n")[0][1] == "saran"
    assert load("code: [")[0] == ()
    assert [problem.code for problem in load("code: [")[1]] == ["IKI008"]


def test_all_problems_of_a_file_are_told() -> None:
    text = (
        FRM003.replace("formulasi.rasio", "formulasi.x")
        .replace("[lke-88-2021]", "[x, y]")
        .replace("{indikator.kepala}", "{z}")
    )
    assert [words for _, words in errors(text)] == ["x", "{z}", "{z}", "x", "y"]


def test_pack_reports_duplicates_and_unknown_rules_to_yield_to() -> None:
    files = [("a.yaml", FRM003.encode()), ("b.yaml", FRM003.replace("[IND002]", "[IND003]").encode())]
    rules, problems = load_rules(files, KNOWN._replace(codes=()))
    told = [(p.source.path, p.message, p.source.text[p.start : p.end], p.args) for p in problems]
    assert told == [
        ("b.yaml", "aturan-ganda", "FRM003", {"nama": "FRM003", "berkas": "a.yaml"}),
        (
            "b.yaml",
            "aturan-ganda",
            "persentase-tanpa-pembagi",
            {"nama": "persentase-tanpa-pembagi", "berkas": "a.yaml"},
        ),
        ("a.yaml", "aturan-tak-dikenal", "IND002", {"nama": "IND002", "dikenal": "FRM003"}),
        ("b.yaml", "aturan-tak-dikenal", "IND003", {"nama": "IND003", "dikenal": "FRM003"}),
    ]
    rules, problems = load_rules(files[:1], KNOWN)
    assert problems == []
    assert [(rule.code, rule.case) for rule in rules] == [("FRM003", ""), ("FRM003", "kata-kerja")]


def test_sentences_are_filled() -> None:
    assert fill("{a.b}: {{x}} {c}", {"a.b": "{c}", "c": "2"}.__getitem__) == "{c}: {x} 2"
    assert fill("tanpa isian", {}.__getitem__) == "tanpa isian"
