"""What is known of rules: severities, sources, what `fix` mends, and what is said of examples."""

import pytest

from iki_lint.catalog import Basis, load_catalog
from iki_lint.engine.rule import Texts
from iki_lint.explain.cards import card, cards, find, nearest, sources, trials

CATALOG = load_catalog()
ALL = cards(CATALOG, CATALOG.rules)


def rule(code):
    found = find(CATALOG, code)
    assert found is not None
    return found


def test_a_rule_stands_once_with_its_cases():
    assert [each.rule.code for each in ALL] == sorted({rule.code for rule in CATALOG.rules})
    assert sum(1 + len(each.cases) for each in ALL) == len(CATALOG.rules)


@pytest.mark.parametrize(
    ("code", "severities"),
    [
        ("FRM003", ("error",)),
        ("LVL001", ("error", "info")),
        ("DUP003", ("error", "warning", "info")),
        ("IND005", ("error", "warning", "info")),
    ],
)
def test_severities_of_cases_and_conditions_count(code, severities):
    assert card(CATALOG, rule(code)).severities == severities


@pytest.mark.parametrize(
    ("code", "mends"),
    [("BHS001", ("safe",)), ("BHS003", ("safe", "unsafe")), ("STR006", ("safe",)), ("FRM003", ()), ("CAS002", ())],
)
def test_what_fix_mends_is_seen_in_the_examples(code, mends):
    assert card(CATALOG, rule(code)).mends == mends


@pytest.mark.parametrize("name", ["FRM003", "frm003", "persentase-tanpa-pembagi", "PERSENTASE-tanpa-pembagi"])
def test_a_rule_is_found_by_code_and_name(name):
    assert rule(name).code == "FRM003"
    assert rule(name).case == ""


def test_no_other_name_finds_one():
    assert [find(CATALOG, name) for name in ("", "FRM", "FRM0033", "dalam-formulasi")] == [None] * 4


def test_the_likest_names():
    assert nearest(CATALOG, "frm03") == ["FRM003"]
    assert nearest(CATALOG, "persentase-tanpa-bagi") == ["persentase-tanpa-pembagi"]
    assert nearest(CATALOG, "@@@@") == []


def test_examples_are_told_without_what_is_expected_of_them():
    bad, good = trials(CATALOG, rule("FRM003"), "en")
    assert (len(bad), len(good)) == (4, 5)
    assert list(bad[0].given) == ["indikator", "formulasi", "sumber_data"]
    (finding,) = bad[0].findings
    assert finding.text == "Jumlah rencana operasional tahun lalu"
    assert finding.message.startswith('The indicator is a ratio ("Persentase")')
    assert [trial.findings for trial in good] == [()] * 5


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.rule.code)
def test_bad_examples_speak_and_good_ones_do_not(each):
    bad, good = trials(CATALOG, each.rule, "id")
    assert all(trial.findings for trial in bad)
    assert not any(trial.findings for trial in good)


def test_findings_that_say_the_same_are_told_once():
    for each in ALL:
        for trial in trials(CATALOG, each.rule, "id")[0]:
            said = [(finding.severity, finding.text, finding.message) for finding in trial.findings]
            assert len(said) == len(set(said))


def test_only_what_was_seen_is_cited():
    note = Texts("x", "x")
    basis = {"a": Basis("A", "dibaca", note), "b": Basis("B", "ingatan", note), "c": Basis("C", "dikutip", note)}
    made = CATALOG._replace(basis=basis)
    assert [key for key, _ in sources(made, rule("FRM003")._replace(basis=("c", "b", "a")))] == ["c", "a"]
