"""The rules about plans and whole documents agree with the judged decrees, overall and rule by rule."""

import glob
from os.path import dirname, join

import decree_score
import score

DECREES = decree_score.read_decrees(sorted(glob.glob(join(decree_score.DECREES, "*.yaml"))))
SCORES = decree_score.scores(DECREES)


def test_rows_of_many_offices():
    rows = sum("formulasi" in part for decree in DECREES for part in decree.parts.values())
    assert rows >= 400
    assert len({str(decree.parts[""].get("unit_kerja")) for decree in DECREES}) >= 20


def test_overall_precision_and_recall():
    everything = score.total(SCORES)
    assert everything.precision >= 0.95
    assert everything.recall >= 0.86


def test_no_rule_has_many_false_alarms():
    # CAS003 only informs, and says that it is to be reviewed.
    least = {"CAS003": 0.75}
    assert {code: each for code, each in SCORES.items() if each.precision < least.get(code, 0.8)} == {}


def test_expectations_name_judged_rules():
    named = {code for decree in DECREES for code, _ in decree.expected | decree.allowed}
    assert {code for code in named if not decree_score.is_judged(code)} == set()


def test_the_figures_in_the_readme():
    with open(join(dirname(decree_score.DECREES), "README.md"), encoding="utf-8") as stream:
        text = stream.read()
    assert score.table(SCORES) in text
    assert score.table(score.scores(score.read_rows())) in text
    rows = sum("formulasi" in part for decree in DECREES for part in decree.parts.values())
    posts = sum(len(decree.parts[""].get("jabatan", ())) for decree in DECREES)
    assert f"| {len(DECREES)} decrees, {rows} rows, {posts} posts |" in text
