"""Plans with several indicators, and targets, where an example of one row is not enough."""

import json

import iki_lint


def found(code, *positions, **top):
    plans = [{"id": f"p{i}", **position} for i, position in enumerate(positions)]
    text = json.dumps({"versi_format": 1, **top, "jabatan": plans}, indent=1)
    (file,) = iki_lint.check(text).files
    assert file.readable
    assert not [finding for finding in file.findings if finding.code == "IKI000"]
    return [finding for finding in file.findings if finding.code == code]


def post(name, plan, *indicators, **more):
    rows = [{"id": f"{name[:3].lower()}.1.{i}", **each} for i, each in enumerate(indicators)]
    return {
        "nama": name,
        "rencana_kinerja": [{"id": f"{name[:3].lower()}.1", "uraian": plan, "indikator": rows}],
        **more,
    }


COUNT = {"nama": "Jumlah surat", "formulasi": "Jumlah surat", "sumber_data": "Register surat"}


def test_a_plan_is_told_once_however_many_indicators_it_has():
    (finding,) = found("SAS001", post("CAMAT", "Melaksanakan patroli", COUNT, COUNT, COUNT))
    assert (finding.pointer, finding.id, finding.text) == (
        "/jabatan/0/rencana_kinerja/0/uraian",
        "cam.1",
        "Melaksanakan",
    )
    assert (finding.severity, finding.position) == ("error", "CAMAT")


def test_a_plan_without_indicators_is_told_too():
    assert found("SAS001", post("STAF UMUM", "Melaksanakan patroli"))[0].severity == "warning"


def test_the_sasaran_of_the_iku_is_a_plan():
    goal = {"id": "S.1", "sasaran": "Melaksanakan pembangunan", "indikator": [{"id": "I.1", **COUNT}]}
    (finding,) = found("SAS001", iku=[goal])
    assert (finding.pointer, finding.severity, finding.position) == ("/iku/0/sasaran", "error", None)


def test_the_limit_of_words_is_named():
    long = "Terlaksananya " + " ".join(["pengamanan wilayah pesisir"] * 7)
    (finding,) = found("SAS003", post("CAMAT", long, COUNT))
    assert "22" in finding.message
    assert "20" in finding.suggestion


def test_a_target_by_year_points_at_its_year():
    target = {"2026": 80, "2027": "meningkat terus"}
    (finding,) = found("TGT001", post("CAMAT", "Meningkatnya mutu", {"nama": "Nilai SKM", "target": target}))
    assert finding.pointer.endswith("/indikator/0/target/2027")


def test_a_sentence_is_a_target_only_where_the_column_holds_targets():
    patrol = {"nama": "Terlaksananya patroli", "formulasi": "Patroli harian dan berkala", "sumber_data": "Data patroli"}
    figures = [{**COUNT, "formulasi": f"{number} surat"} for number in (10, 20)]
    assert found("TGT001", post("STAF UMUM", "Terjaganya wilayah", patrol)) == []
    (finding,) = found("TGT001", post("STAF UMUM", "Terjaganya wilayah", patrol, *figures))
    assert finding.text == "Patroli harian dan berkala"


def test_other_targets_name_the_first_post():
    score = {"nama": "Nilai SKM Kecamatan"}
    posts = [
        post(name, "Meningkatnya mutu", {**score, "target": to}) for name, to in (("CAMAT", 83), ("SEKRETARIS", 85))
    ]
    (finding,) = found("TGT003", *posts)
    assert (finding.text, finding.position) == ("85", "SEKRETARIS")
    assert [(each.message, each.pointer) for each in finding.related] == [
        ("CAMAT", "/jabatan/0/rencana_kinerja/0/indikator/0/target")
    ]


def test_other_units_may_have_other_targets():
    score = {"nama": "Nilai SKM Kelurahan"}
    one = post("SEKRETARIS", "Meningkatnya mutu", {**score, "target": 83}, unit="Kelurahan Maju")
    other = post("KASI PELAYANAN", "Meningkatnya mutu", {**score, "target": 85}, unit="Kelurahan Jaya")
    assert found("TGT003", one, other) == []


def test_a_list_is_counted_where_it_stands():
    formula = "5 (lima) dokumen : 1. Renja 2. Renstra 3. RKA"
    (finding,) = found("TGT004", post("CAMAT", "Meningkatnya mutu", {**COUNT, "formulasi": formula}))
    assert finding.text == "5"
    assert "3 butir" in finding.message
