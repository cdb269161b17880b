"""The checks for words and patterns of local packs."""

import pytest
from pack_samples import RULE, problems, write_pack

from iki_lint.catalog import Packs
from iki_lint.linting import Config, check

HEAD = RULE.partition("when:")[0].replace("target: baris", "target: dokumen")
TAIL = "message: {id: 'A {%s}', en: 'B {%s}'}\nwhy: {id: a, en: b}\n"
DECREE = """\
versi_format: 1
jabatan:
- id: a
  nama: CAMAT
  rencana_kinerja:
  - id: a.1
    uraian: "Meningkatnya hasil Musdus, kader  PKS dan kader"
    indikator:
    - id: a.1.1
      nama: Jumlah musdusan
      formulasi: (musdus) x MUSDUS
      sumber_data: Kader pks.
      satuan: persen
      target: {2026: 90, 2027: 90 persen}
    - {id: a.1.2, nama: Jumlah surat, formulasi: Jumlah surat, sumber_data: Agenda, target: "  ", satuan: 5}
"""


def findings(tmp_path, check_name, options, name="kata", **lists):
    rule = f"{HEAD}check: {check_name}\noptions: {{{options}}}\n{TAIL.replace('%s', name)}"
    pack = write_pack(tmp_path / "p", sumber__GRS001=rule, **lists)
    return check(DECREE, Config(select=("GRS",), packs=Packs((str(pack),)))).files[0].findings


def test_listed_words_are_found_whole_in_any_case_the_longest_first(tmp_path) -> None:
    found = findings(
        tmp_path, "kata-terdaftar", "daftar: kata-uji, kolom: [rencana, indikator, formulasi, sumber_data]"
    )
    assert [(each.text, each.place.line, each.fix) for each in found] == [
        ("Musdus", 7, None),
        ("kader  PKS", 7, None),
        ("musdus", 11, None),
        ("MUSDUS", 11, None),
        ("Kader pks", 12, None),
    ]
    assert found[0].message == "A Musdus"


def test_only_the_named_columns_are_looked_at(tmp_path) -> None:
    found = findings(tmp_path, "kata-terdaftar", "daftar: kata-uji, kolom: [sumber_data]")
    assert [(each.text, each.pointer) for each in found] == [
        ("Kader pks", "/jabatan/0/rencana_kinerja/0/indikator/0/sumber_data")
    ]


def test_pairs_propose_the_other_word_unsafely(tmp_path) -> None:
    pairs = "judul: a\npasangan: {musdus: musyawarah dusun}\n"
    (one,) = findings(tmp_path, "kata-berpadanan", "daftar: padanan, kolom: [rencana]", "usul", lists__padanan=pairs)
    assert (one.message, one.fix.safe) == ("A musyawarah dusun", False)
    assert [(edit.place.line, edit.place.column, edit.text) for edit in one.fix.edits] == [(7, 33, "musyawarah dusun")]


@pytest.mark.parametrize(
    ("columns", "pattern", "expected"),
    [
        ("target", "^[0-9]+$", ["/target/2027"]),
        ("satuan", "^[a-z]+$", ["/satuan"]),
        ("penjelasan", "x", []),
        ("target", "[0-9]", []),
    ],
)
def test_cells_unlike_a_pattern(tmp_path, columns, pattern, expected) -> None:
    found = findings(tmp_path, "isi-berpola", f"pola: '{pattern}', kolom: [{columns}]", "isi")
    assert [each.pointer.partition("/indikator/")[2][1:] for each in found] == expected


def test_the_pattern_of_an_option_is_vetted(tmp_path) -> None:
    rule = f"{HEAD}check: isi-berpola\noptions: {{pola: '(a+)+', kolom: [target]}}\n{TAIL.replace('%s', 'isi')}"
    told = problems(write_pack(tmp_path / "p", sumber__GRS001=rule))
    assert told == [("sumber/GRS001.yaml", "pola-bersarang", "'(a+)+'")]
