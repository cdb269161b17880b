"""What the rules say of the two real decrees, at the lines that the catalogue of rules names."""

import json
from collections import Counter

import pytest

import iki_lint


@pytest.fixture(scope="module")
def found():
    """The findings of both decrees as (code, line of the original)."""
    result = {}
    for name in ("kebomas-2023", "klojen-2018"):
        (file,) = iki_lint.check(f"tests/data/{name}.txt").files
        result[name.split("-")[0]] = [(f.code, f.place.line, f.text, f.severity) for f in file.findings]
    return result


def lines(found, decree, code):
    return {line for each, line, _, _ in found[decree] if each == code}


BAD = {
    "STR001": {"klojen": {22, 23, 48, 49, 152}},
    "STR002": {"kebomas": {1176, 1177, 1178, 1180, 1181, 1182, 1184, 1185, 1186, 1294, 1295, 1296}},
    "STR003": {"kebomas": {191, 178, 239, 533}},
    "STR004": {"kebomas": {2029, 2231, 2287, 2343}},
    "STR005": {"kebomas": {287, 383, 605, 191, 235}},
    "STR006": {"kebomas": {2837}},
    "STR007": {"kebomas": {2787, 2798, 2799, 2611, 2627, 2761, 2779, 2814, 1137, 1837, 2443}},
    "STR008": {"klojen": {201, 447}},
    "STR009": {"kebomas": {117, 605, 2088, 335}},
    "STR010": {"kebomas": {63, 114}, "klojen": {3, 499, 504}},
    "DUP001": {"kebomas": {153, 157, 164, 376, 1076, 1091}},
    "DUP002": {"kebomas": {2651, 2654, 2657, 2660}},
    "DUP003": {"kebomas": {117, 235, 287, 2516, 2597, 2665}},
    "DUP004": {"kebomas": {1061}},
    "DUP005": {"kebomas": {2214}},
    "IND001": {"klojen": {26, 76}},
    "IND002": {"kebomas": {242, 1092, 2523, 2737, 2526}},
    "IND003": {"klojen": {47, 50, 77, 83, 32, 95, 151, 176, 201, 226, 329}},
    "IND004": {"kebomas": {2601, 2602, 2604, 2610, 2613, 2614, 2422, 1852, 242, 254}},
    "IND005": {"kebomas": {136, 2106, 269}},
    "IND006": {"kebomas": {140, 294}},
    "IND007": {"kebomas": {181, 186, 187, 190, 539, 542, 546, 2539}},
    "IND008": {"klojen": {76, 325}},
    "IND009": {"klojen": {30, 32, 201}, "kebomas": {2434}},
    "IND010": {"kebomas": {1117, 136, 212, 309, 1210}},
    "IND011": {"kebomas": {126, 188, 2485, 2489, 1140}},
    "IND012": {"kebomas": {2088, 117, 335}},
    "FRM001": {"kebomas": {140, 1073, 1074}, "klojen": {24}},
    "FRM002": {"kebomas": {161, 186, 2539}},
    "FRM003": {"kebomas": {294, 391, 886, 1231, 1383, 1429, 1760, 1876, 1924, 1972}, "klojen": {202}},
    "FRM004": {"klojen": {27, 28}},
    "FRM005": {"kebomas": {309, 406, 319, 363, 365, 647, 2443, 2612}},
    "FRM006": {"klojen": {252, 325, 326, 333, 351, 359, 374, 377, 394, 395}},
    "FRM007": {"kebomas": set(range(2714, 2720)) - {2717, 2718} | {2714}},
    "FRM008": {"kebomas": {1092}, "klojen": {83, 86, 429}},
    "FRM010": {"kebomas": {2542, 2544, 2448}},
    "SBR001": {"kebomas": {2786, 2787, 2793, 2794, 2565, 2568, 147, 157, 263}},
    "SBR002": {"kebomas": {161, 2419, 2484, 2486}},
    "SBR003": {"kebomas": {187, 188, 2427, 638, 2790}},
    "SBR004": {"kebomas": {195, 198, 123, 124, 1197, 1199, 2123}},
    "SBR005": {"kebomas": {110}, "klojen": {26, 95, 28}},
    "SAS004": {"kebomas": {120, 125, 2613, 2568, 2422, 374, 2419, 208}},
    "BHS001": {"kebomas": {106, 110, 1174, 1204, 2400, 1096, 2454, 630}, "klojen": {21, 485, 488, 42, 188}},
    "BHS002": {
        "kebomas": {24, 34, 52, 53, 104, 2432, 1578, 1836, 2435, 2437, 2466},
        "klojen": {22, 24, 30, 447, 497},
    },
    "BHS003": {"kebomas": {213, 337, 636, 638, 1215}, "klojen": {72, 384, 453}},
    "BHS004": {"kebomas": {132, 2463, 2442, 337, 432}, "klojen": {192}},
    "BHS005": {"kebomas": {194, 120, 1198, 51}, "klojen": {127, 292, 307, 202}},
    "BHS006": {"kebomas": {2601, 140}, "klojen": {22}},
    "CAS001": {"kebomas": {103, 108}},
    "CAS002": {"klojen": {202}},
    "CAS003": {"klojen": {30}},
    "CAS004": {"klojen": {307, 465}},
    "CAS005": {"kebomas": {254, 1095, 1096, 2613, 2794, 2795}},
    "CAS006": {"kebomas": {2400}},
    "LVL001": {"kebomas": {2088}},
    "LVL002": {"klojen": {27, 28}},
    "LVL003": {"klojen": {50, 151, 176, 226}},
    "LVL004": {"klojen": {359, 377, 481}},
    "DHK001": {"kebomas": {24}},
    "DHK002": {"kebomas": {24}},
    "DHK003": {"kebomas": {104}},
    "DHK004": {"kebomas": {22, 42, 67}},
    "SAS001": {"kebomas": {135, 395, 1108, 2402, 1127, 1130, 1133, 1136, 1140}, "klojen": {480, 497}},
    "SAS002": {"kebomas": {140, 1202}, "klojen": {325}},
    "SAS003": {"kebomas": {608, 135, 188, 161}},
    "SAS005": {"kebomas": {1593, 1183, 2600, 2603, 2466}},
    "SAS006": {"kebomas": {170, 230, 282, 131, 135}},
    "TGT001": {"klojen": {429, 328, 448, 326, 395}},
    "TGT002": {"klojen": {377, 359}},
    "TGT003": {"klojen": {354, 377}},
    "TGT004": {"klojen": {125}},
}

MUST_NOT = {
    "SAS004": {"kebomas": {2450}},
    "CAS001": {"klojen": set(range(1, 500))},
    "CAS002": {"klojen": {47, 76, 125, 176, 226, 292, 307, 394, 429}},
    "CAS005": {"kebomas": {1118, 1187, 1197, 1198, 1199}, "klojen": set(range(1, 500))},
    "DUP005": {"klojen": set(range(1, 500))},
    "LVL001": {"klojen": set(range(1, 500))},
    "LVL002": {"kebomas": {103, 108}, "klojen": {21, 29}},
    "LVL003": {"klojen": {292}},
    "BHS001": {"kebomas": {2526}},
    "BHS002": {"kebomas": {1170, 117, 475}},
    "BHS005": {"kebomas": {1197}},
    "STR004": {"kebomas": {475, 117}},
    "STR005": {"klojen": {36}},
    "STR006": {"kebomas": {130, 139}},
    "STR008": {"klojen": {125, 126, 127, 151, 273, 274, 292}},
    "STR009": {"klojen": {9}},
    "STR010": {"kebomas": {13, 60, 65, 69}},
    "DUP001": {"kebomas": {140, 144, 1062, 1195, 1619, 2652, 2653}},
    "DUP002": {"kebomas": {2636}},
    "DUP003": {"kebomas": {475, 548}, "klojen": {127, 292}},
    "DUP004": {"kebomas": {140, 1057, 2651}},
    "IND002": {"kebomas": {269}},
    "IND004": {"kebomas": {147, 2123}},
    "IND006": {"klojen": {152}},
    "IND007": {"klojen": {292}},
    "IND008": {"kebomas": {542}, "klojen": {21}},
    "IND009": {"klojen": {21}},
    "IND010": {"klojen": {23}, "kebomas": {2450}},
    "FRM003": {"klojen": {21, 22, 23, 29, 30, 31, 32, 251}},
    "FRM004": {"klojen": {21, 22, 23, 29, 30, 47, 48}},
    "FRM005": {"kebomas": {145, 171, 1210, 1614}},
    "FRM006": {"klojen": {21}},
    "SBR001": {"klojen": {27}, "kebomas": {1083, 2737}},
    "SBR002": {"kebomas": {2443, 362}},
    "SBR004": {"kebomas": {1071, 2095}, "klojen": {126}},
    "SBR005": {"klojen": {24}},
    "DHK002": {"kebomas": set(range(25, 36))},
    "DHK003": {"kebomas": set(range(20, 36))},
    "DHK004": {"kebomas": {23, 40, 47}},
    "SAS001": {"klojen": {21}, "kebomas": {103, 108}},
    "SAS002": {"klojen": {31, 176}},
    "SAS005": {"kebomas": {1204}},
    "SAS006": {"kebomas": {2446, 2447, 2448, 2449}},
    "TGT002": {"klojen": {252}},
    "TGT004": {"klojen": {273, 274, 292}},
}


@pytest.mark.parametrize(
    ("code", "decree", "line"),
    [(code, decree, line) for code, each in BAD.items() for decree, group in each.items() for line in sorted(group)],
)
def test_bad_line(found, code, decree, line):
    assert line in lines(found, decree, code)


@pytest.mark.parametrize(
    ("code", "decree", "line"),
    [
        (code, decree, line)
        for code, each in MUST_NOT.items()
        for decree, group in each.items()
        for line in sorted(group)
    ],
)
def test_line_that_must_not_be_flagged(found, code, decree, line):
    assert line not in lines(found, decree, code)


def test_exact_counts(found):
    counts = {decree: Counter(code for code, *_ in each) for decree, each in found.items()}
    assert counts["kebomas"]["FRM003"] == 10
    assert counts["kebomas"]["FRM001"] == 103
    assert counts["kebomas"]["FRM007"] == 15
    assert counts["kebomas"]["IND002"] == 290
    assert counts["kebomas"]["IND012"] == 67
    assert counts["kebomas"]["STR002"] == 12
    assert counts["kebomas"]["STR004"] == 4
    assert {code: n for code, n in counts["kebomas"].items() if code.startswith("DHK")} == {
        "DHK001": 1,
        "DHK002": 1,
        "DHK003": 1,
        "DHK004": 3,
    }
    assert not any(code.startswith("DHK") for code in counts["klojen"])
    assert (counts["kebomas"]["CAS001"], counts["kebomas"]["LVL001"]) == (2, 1)
    assert "LVL001" not in counts["klojen"]
    assert counts["kebomas"]["DUP001"] == 163
    assert counts["kebomas"]["DUP002"] == 4
    assert counts["kebomas"]["DUP003"] == 10
    assert counts["kebomas"]["DUP004"] == 1
    assert (counts["kebomas"]["DUP005"], counts["kebomas"]["CAS005"]) == (1, 14)
    assert counts["klojen"]["STR002"] == 12
    assert counts["klojen"]["FRM004"] == 2
    assert counts["klojen"]["FRM006"] == 36


def test_severities_of_the_catalogue(found):
    severity = {(code, line): level for code, line, _, level in found["kebomas"]}
    assert severity["SBR001", 2786] == "error"
    assert severity["SBR001", 147] == "warning"
    assert severity["DHK001", 24] == "info"
    assert severity["DHK002", 24] == "info"
    assert severity["DHK003", 104] == "warning"
    assert severity["DHK004", 22] == "warning"
    assert severity["STR003", 191] == "error"
    assert severity["STR003", 178] == "warning"
    assert severity["STR003", 2401] == "info"
    assert severity["IND005", 2106] == "error"
    assert severity["IND005", 136] == "warning"
    assert severity["DUP001", 153] == "warning"
    assert severity["DUP001", 376] == "info"
    assert severity["DUP003", 2665] == "error"
    assert severity["DUP003", 117] == "info"
    assert severity["STR010", 114] == "info"
    assert severity["CAS005", 254] == severity["CAS005", 1095] == "warning"
    assert severity["CAS005", 2794] == "info"


def test_the_exact_words(found):
    words = {(code, line): text for code, line, text, _ in found["kebomas"]}
    assert words["IND002", 1092] == "Melaporkan"
    assert words["IND004", 2602] == "Jumlah Mendistribusikan"
    assert words["STR007", 2611] == "Sura"
    assert words["SBR001", 2786] == "Jelas"
    assert words["FRM003", 294] == "Jumlah rencana operasional tahun lalu"
    assert words["IND010", 1117] == "kesalahan"
    assert words["CAS005", 1095] == "Dinas"
    assert words["CAS005", 1096] == "bidang Kepemudaan dan Olah Raga"
    assert words["CAS005", 2613] == "dinas lain"
    assert words["DUP005", 2214] == "Seksi Pemerintahan"
    assert words["DHK002", 24] == "Undang-Undang Nomor 9 Tahun 2015"
    assert words["DHK004", 42] == "Indikator Kinerja Individu"


@pytest.mark.parametrize("name", ["kebomas", "klojen"])
def test_examples_say_what_the_texts_say(name, found):
    """The imported YAML and the original text have the same findings."""
    (file,) = iki_lint.check(f"examples/{name}.yaml").files
    assert Counter((f.code, f.text) for f in file.findings) == Counter((code, text) for code, _, text, _ in found[name])


def test_the_report_is_the_same_twice():
    from iki_lint.reports.json import render

    first, second = (render(iki_lint.check("examples/klojen.yaml")) for _ in range(2))
    assert first == second
    assert json.loads(first)["files"][0]["counts"]["rows"] == 82
