"""The golden counts of the two decrees: everything in, nothing doubled, nothing invented."""

import re
from collections import Counter

import pytest
from decree_files import NAMES, checksum, data, imported, line, table_rows, tree

from iki_lint.decree.structure import structure_is_sound
from iki_lint.decree.tree import Map, Text
from iki_lint.findings import Counts
from iki_lint.readers.importing import import_text, summary
from iki_lint.readers.ledger import DERIVED, check, pieces

KEBOMAS, KLOJEN = NAMES
BOTH = pytest.mark.parametrize("name", NAMES)

# Line of Jabatan, r(ow) or p(aragraph): plans/rows.
KEBOMAS_POSITIONS = """
117r:11/45 174p:9/9 191r:10/36 235p:10/36 287p:10/36 335r:9/38 383p:10/36 430r:10/36 475r:11/45 531r:11/11
548p:11/45 605r:12/43 658p:10/36 709r:11/45 765r:11/45 821r:11/45 878p:10/36 926p:11/11 946r:10/36 989r:11/45
1046p:12/42 1103r:11/40 1153p:9/9 1170r:12/41 1223p:10/36 1271p:9/9 1288p:10/36 1338p:11/11 1357p:11/11
1379r:10/36 1423p:10/36 1468r:11/45 1525p:10/36 1576r:12/41 1626r:11/11 1645p:10/36 1695r:11/45 1752p:10/36
1799r:12/43 1853r:9/9 1868p:10/36 1916p:10/36 1964p:10/36 2012p:9/9 2029p:11/45 2088p:12/42 2141r:11/45 2197r:9/9
2212p:11/11 2231r:11/45 2287r:11/45 2343r:11/45 2399r:4/12 2416r:3/10 2431r:4/4 2438r:5/10 2453r:4/18 2477p:4/11
2496p:4/12 2516p:4/13 2536r:4/4 2545r:4/12 2562r:4/12 2579r:4/13 2597r:6/13 2615r:6/13 2633r:8/26 2665p:4/13
2686p:4/13 2707p:4/15 2730p:4/10 2747r:6/13 2765r:6/13 2783r:3/12 2800r:6/13 2818r:4/13 2836r:4/13
"""
# Line of Jabatan: plans/indicator cells/rows.
KLOJEN_POSITIONS = """
9:4/9/11 36:1/2/4 54:1/19/19 99:1/3/3 131:1/1/2 156:1/1/1 180:2/2/2 206:1/1/1 230:2/2/2 256:1/2/2 278:1/1/1
296:1/1/1 311:1/9/9 337:1/9/9 363:1/4/4 381:1/2/2 399:1/2/2 416:1/1/1 433:2/2/2 452:1/1/1 469:2/2/2 485:1/1/1
"""


def test_kebomas_counts():
    assert imported(KEBOMAS).counts == Counts(77, 659, 2039, 2039)
    figures = {"jabatan": "77", "rencana": "659", "indikator": "2039", "digeser": "12"}
    assert summary(imported(KEBOMAS)) == ("impor-ringkasan", figures)


def test_klojen_counts():
    assert imported(KLOJEN).counts == Counts(22, 29, 77, 82)
    figures = {"jabatan": "22", "rencana": "29", "indikator": "77", "digeser": "12"}
    assert summary(imported(KLOJEN)) == ("impor-ringkasan", figures)


def test_the_rows_are_those_of_an_independent_count():
    assert checksum(tree(KEBOMAS)) == "60deda426108ae43fa0583b9080828932f902fee0fa45c7ed87685ae87cc3e53"
    assert checksum(tree(KLOJEN)) == "a982989f897526430d601b838f23d06638085c3b8be467c10955d5f665aafe13"


def test_kebomas_position_by_position():
    found, roles = [], imported(KEBOMAS).roles
    for position in tree(KEBOMAS)["jabatan"]:
        number = imported(KEBOMAS).origins[position["id"]].line
        plans = position["rencana_kinerja"]
        shape = {"jabatan-baris": "r", "jabatan-paragraf": "p"}[roles[number]]
        found.append(f"{number}{shape}:{len(plans)}/{sum(len(plan['indikator']) for plan in plans)}")
        assert [plan["nomor"] for plan in plans] == [str(i) for i in range(1, len(plans) + 1)]
    assert found == KEBOMAS_POSITIONS.split()


def test_klojen_position_by_position():
    found = []
    for position in tree(KLOJEN)["jabatan"]:
        plans = position["rencana_kinerja"]
        assert not any("nomor" in plan for plan in plans)
        indicators = [indicator for plan in plans for indicator in plan["indikator"]]
        rows = sum(len(i["formulasi"]) if isinstance(i["formulasi"], list) else 1 for i in indicators)
        found.append(f"{imported(KLOJEN).origins[position['id']].line}:{len(plans)}/{len(indicators)}/{rows}")
    assert found == KLOJEN_POSITIONS.split()


def test_kebomas_ledger():
    roles = {"naskah": 69, "judul-iku": 1, "iku": 9, "judul-kolom": 188, "pemisah": 1, "data": 2039}
    fields = {"jabatan-baris": 44, "jabatan-paragraf": 33, "tugas-baris": 47, "tugas-paragraf": 29}
    assert imported(KEBOMAS).ledger == {**roles, **fields, "fungsi-baris": 49, "fungsi-paragraf": 27}
    assert sum(imported(KEBOMAS).ledger.values()) == 2536


def test_klojen_ledger():
    roles = {"naskah": 3, "judul": 22, "judul-kolom": 22, "nomor-kolom": 22, "data": 82, "penutup": 5}
    fields = {"jabatan-paragraf": 22, "tugas-paragraf": 22, "fungsi-paragraf": 22, "butir-fungsi": 201, "sambungan": 2}
    assert imported(KLOJEN).ledger == {**roles, **fields}
    assert sum(imported(KLOJEN).ledger.values()) == 425


@BOTH
def test_each_non_blank_line_has_a_role(name):
    lines = data(name).decode().split("\n")
    assert sorted(imported(name).roles) == [i for i, raw in enumerate(lines, 1) if raw.strip()]
    assert imported(name).problems == ()
    assert structure_is_sound(imported(name).root)


@BOTH
def test_the_words_of_each_data_row_are_in_the_decree(name):
    """Counted in words, without the offsets on which the ledger itself relies."""
    words = Counter()
    for _, _, *cells in table_rows(tree(name)):
        words.update(word for cell in cells for word in cell.split())
    numbers = [plan for position in tree(name)["jabatan"] for plan in position["rencana_kinerja"] if "nomor" in plan]
    words.update(plan["nomor"] for plan in numbers)
    rows = [number for number, role in imported(name).roles.items() if role == "data"]
    expected = Counter(word for number in rows for word in re.sub("</?p>", " ", line(name, number)).split())
    assert words == expected


@BOTH
def test_every_text_stands_where_it_says(name):
    source = imported(name).source
    checked = 0
    for text in _written(imported(name).root):
        for at, character in enumerate(text.value):
            there = source.text[text.offset(at)]
            assert there == character or (character == " " and there in " \t\n<"), (text, at)
            checked += 1
        assert sum(len(words.replace(" ", "")) for _, _, words in pieces(text)) == len(text.value.replace(" ", ""))
    assert checked > 30_000


def _written(node):
    if isinstance(node, Text):
        yield node
    elif isinstance(node, Map):
        assert node.items.keys() == node.keys.keys()
        for key, value in node.items.items():
            if key not in DERIVED:
                yield from _written(value)
    else:
        for value in node.items:
            yield from _written(value)


@pytest.mark.parametrize("damage", ["lost", "doubled", "changed"])
def test_the_ledger_names_the_first_line_that_is_not_explained(damage):
    found = import_text(KLOJEN, data(KLOJEN))
    indicator = found.root.items["jabatan"].items[2].items["rencana_kinerja"].items[0].items["indikator"].items[3]
    text = indicator.items["sumber_data"]
    if damage == "lost":
        del indicator.items["sumber_data"]
    elif damage == "doubled":
        indicator.items["penjelasan"] = text
    else:
        text.value = text.value.replace("alat", "alit")
    labels = list(_labels())
    problem = check(found.source, found.root, found.roles, labels)
    assert (problem.code, problem.message, problem.args, problem.fatal) == (
        "IKI007",
        "impor-baris-tidak-terjelaskan",
        {"baris": "79"},
        True,
    )
    assert found.source.text[problem.start : problem.end] == line(KLOJEN, 79)


def _labels():
    """The labels of a sound import: what the tree leaves of its lines."""
    fresh = imported(KLOJEN)
    covered = {i for text in _written(fresh.root) for start, end, _ in pieces(text) for i in range(start, end)}
    for number, start in enumerate(fresh.source.line_starts, 1):
        for match in re.finditer(r"\S", fresh.source.line(number)):
            if start + match.start() not in covered:
                yield start + match.start(), start + match.end()
