"""The rules agree with the judgements of rows.yaml, overall and rule by rule."""

import score

ROWS = score.read_rows()
SCORES = score.scores(ROWS)


def test_rows_are_of_both_kinds():
    good = sum(not row.expected for row in ROWS)
    assert len(ROWS) >= 220
    assert 0.35 <= good / len(ROWS) <= 0.65


def test_overall_precision_and_recall():
    everything = score.total(SCORES)
    assert everything.precision >= 0.95
    assert everything.recall >= 0.95


def test_no_rule_has_many_false_alarms():
    assert {code: each for code, each in SCORES.items() if each.precision < 0.8} == {}


def test_expectations_name_judged_rules():
    assert {code for row in ROWS for code in row.expected if not score.is_judged(code)} == set()
