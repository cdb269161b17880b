"""The examples of a pack, tried: what comes is told at the example."""

import pytest
from pack_samples import RULE, write_pack

from iki_lint.packs.trial import try_pack

BAD, GOOD = RULE.splitlines()[-2:]


def outcome(tmp_path, old, new):
    """What is told of a rule with something else in it: (line, key, what fills it) each, and the kinds it lacks."""
    assert old in RULE
    pack = write_pack(tmp_path / "p", sumber__GRS001=RULE.replace(old, new))
    (rule,) = try_pack(str(pack)).rules
    assert rule.passed is not (any(each.key for each in rule.outcomes) or bool(rule.lacking))
    return [(each.place.line, each.key, dict(each.args)) for each in rule.outcomes if each.key], rule.lacking


def test_all_as_expected(tmp_path) -> None:
    trial = try_pack(str(write_pack(tmp_path / "p")))
    (rule,) = trial.rules
    assert rule.passed
    assert [(each.place.line, each.place.column, each.must_find) for each in rule.outcomes] == [
        (11, 9, True),
        (12, 10, False),
    ]
    assert trial.skipped == ()


LISAN = "kutipan: Keterangan lisan"
QUOTED = {"kutipan": "lisan", "ada": '"Keterangan lisan"'}
SPOKE = {"teks": "lisan", "pesan": 'Sumber "lisan"'}
GOOD_ROW = "{indikator: Jumlah surat, sumber_data: Buku agenda}"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Keterangan lisan, kutipan", "Buku, kutipan", (11, "uji-syarat", {"bagian": 'sumber.isi matches "lisan"'})),
        (LISAN, "kutipan: lisan", (11, "uji-kutipan-lain", QUOTED)),
        (LISAN, "severity: info", (11, "uji-tingkat-lain", {"tingkat": "info", "ada": '"warning"'})),
        ("Buku agenda", "lisan", (12, "uji-ditemukan", SPOKE)),
        (GOOD_ROW, "{jabatan: [a]}", (12, "uji-contoh-keliru", {})),
    ],
)  # fmt: skip
def test_what_came_instead(tmp_path, old, new, expected) -> None:
    assert outcome(tmp_path, old, new) == ([expected], ())


def test_a_rule_that_gave_way_tells_who_spoke(tmp_path) -> None:
    rule = RULE.replace("Keterangan lisan", "Jelas").replace('"lisan"', '"jelas"')
    pack = write_pack(tmp_path / "p", sumber__GRS001=rule.replace("basis:", "mengalah_pada: [SBR001]\nbasis:"))
    (tried,) = try_pack(str(pack)).rules
    assert [each.key for each in tried.outcomes] == ["uji-tak-ditemukan", ""]
    assert 'SBR001 ("Jelas")' in tried.outcomes[0].args["lain"]


@pytest.mark.parametrize(("line", "kind"), [(BAD, "bad"), (GOOD, "good")])
def test_a_rule_without_examples_of_a_kind(tmp_path, line, kind) -> None:
    assert outcome(tmp_path, f"{line}\n", "") == ([], (kind,))


def test_a_rule_without_any_examples(tmp_path) -> None:
    assert outcome(tmp_path, f"examples:\n{BAD}\n{GOOD}\n", "") == ([], ("bad", "good"))


def test_what_cannot_be_checked(tmp_path) -> None:
    ((line, key, args),), _ = outcome(tmp_path, GOOD, "  good: [{berkas: 'a: ['}]")
    assert (line, key) == (12, "uji-tak-terbaca")
    assert args["pesan"]


def test_skipped_rules_are_not_tried(tmp_path) -> None:
    pack = write_pack(tmp_path / "p", sumber__GRS001=RULE.replace("name:", "membutuhkan: '>9'\nname:"))
    trial = try_pack(str(pack))
    assert (trial.rules, [each.code for each in trial.skipped]) == ((), ["GRS001"])


def test_the_pack_of_the_fictitious_regency() -> None:
    trial = try_pack("examples/aturan-daerah")
    assert [rule.code for rule in trial.rules] == ["SKM001", "SKM002", "SKM003", "TGT901"]
    assert all(rule.passed for rule in trial.rules)
