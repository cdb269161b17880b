"""Compiling a pack: the module, its bytes, and every problem of every file."""

import os
from pathlib import Path
from types import SimpleNamespace as cells
from typing import Any

import pytest
from rule_samples import CHECKS, FRM003, IND002, VOCABULARY, Formulasi, Indikator, assert_sayable, write_pack

from iki_lint.engine.compile import compile_pack
from iki_lint.engine.rule import PackError, rule_from
from iki_lint.engine.rulefile import Known, load_rules
from iki_lint.facts.fact import Phrase


def module_of(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(source, "<rules>", "exec"), names)
    return names


def compiled(folder: Path, changes: dict[str, str | None] | None = None) -> str:
    return compile_pack(write_pack(str(folder), changes), VOCABULARY, CHECKS)


def problems_of(folder: Path, changes: dict[str, str | None]) -> list[tuple[str, str, str]]:
    """(file, message, words) of every problem of a pack."""
    with pytest.raises(PackError) as caught:
        compiled(folder, changes)
    found = caught.value.problems
    assert {problem.code for problem in found} == {"IKI008"}
    for problem in found:
        assert_sayable(problem.message, problem.args)
    return [(os.path.relpath(p.source.path, folder), p.message, p.source.text[p.start : p.end]) for p in found]


def test_module_holds_the_rules_as_they_were_loaded(tmp_path: Path) -> None:
    names = module_of(compiled(tmp_path))
    assert [row[0] for row in names["RULES"]] == ["FRM003", "FRM003", "IND002", "STR001"]
    rule, case = rule_from(names["RULES"][0]), rule_from(names["RULES"][1])
    loaded, _ = load_rules([("x", FRM003.encode())], Known(VOCABULARY, {}, CHECKS, ["lke-88-2021"]))
    for found, expected in zip((rule, case), loaded, strict=True):
        assert found._replace(when=None, severity_when=()) == expected._replace(when=None, severity_when=())
        assert found.when is not None
        assert expected.when is not None
        assert found.when[:2] == expected.when[:2]
    assert rule.when is not None
    assert case.when is not None
    assert rule.when.function is names["when_FRM003"]
    assert (
        rule.when.function(
            cells(indikator=Indikator(ukuran="persentase"), formulasi=Formulasi(ada=True, rasio=False)), {}
        )
        is True
    )
    assert rule.severity_when[0][0].function(cells(indikator=Indikator(iku=True)), {}) is True
    assert rule.severity_when[0][1] == "warning"
    assert case.when.function is names["when_FRM003_kata_kerja"]
    assert case.when.function(cells(formulasi=Formulasi(kata_kerja=None)), {}) is False


def test_module_holds_the_data(tmp_path: Path) -> None:
    names = module_of(compiled(tmp_path))
    assert names["LISTS"] == {
        "akar": frozenset({"surat", "data"}),
        "alasan": {"jelas": "bukan sumber"},
        "baku": {"analisa": "analisis"},
        "baku.tingkat": {"analisa": "rule"},
        "kata-proses": frozenset({"rapat", "pelaksanaan"}),
        "ukuran": {"banyaknya": "jumlah"},
    }
    assert names["TABLES"] == {
        "instrumen": ({"kunci": "skm", "sebutan": ["skm", "ikm"]},),
    }
    assert names["BASIS"] == {"lke-88-2021": ("LKE", "dibaca", "Dibaca", "Read")}
    assert names["MESSAGES"] == {"ada-apa": ("Ada {apa}", "There is {apa}")}
    condition = names["when_IND002"]
    indikator = Indikator(kepala=Phrase(0, 5, "RAPAT"), kata=("a", "b", "c"))
    assert condition(cells(indikator=indikator), {"batas": 2}) is True


def test_same_pack_same_bytes_anywhere(tmp_path: Path) -> None:
    first, second = compiled(tmp_path / "a"), compiled(tmp_path / "b")
    assert first == second
    assert str(tmp_path) not in first
    assert compiled(tmp_path / "c", {"basis.yaml": None, "FRM/FRM003-persentase-tanpa-pembagi.yaml": None}) != first


def test_digest_follows_every_file(tmp_path: Path) -> None:
    first = module_of(compiled(tmp_path / "a"))["DIGEST"]
    second = module_of(compiled(tmp_path / "b", {"lists/akar.txt": "# akar\nsurat\ndata\n"}))["DIGEST"]
    assert len(first) == 32
    assert first != second


def test_a_pack_may_hold_rules_only(tmp_path: Path) -> None:
    path = tmp_path / "X001.yaml"
    path.write_text(
        "code: XYZ001\nname: x\nseverity: info\ntarget: indikator\nwhen: indikator.iku\n"
        "message: {id: a, en: b}\nwhy: {id: a, en: b}\n"
    )
    names = module_of(compile_pack(str(tmp_path), VOCABULARY, CHECKS))
    assert [row[0] for row in names["RULES"]] == ["XYZ001"]


def test_every_problem_of_every_file_is_told(tmp_path: Path) -> None:
    frm, ind = "FRM/FRM003-persentase-tanpa-pembagi.yaml", "IND/IND002-proses.yaml"
    assert problems_of(
        tmp_path,
        {
            frm: FRM003.replace("formulasi.rasio", "formulasi.rasioo"),
            ind: IND002.replace("daftar.kata-proses", "daftar.x"),
            "messages/uji.yaml": "ada-apa: {id: 'Ada {apa}', en: 'There is {what}'}\n",
            "messages/ulang.yaml": "ada-apa: {id: Ada, en: There}\n",
            "lists/ukuran.yaml": "judul: Ukuran\nkata: [a, b, A]\n",
            "lists/alasan.yaml": "judul: Alasan\n",
            "lists/baku.tsv": "salah\tbaku\nanalisa\n\nb\tc\nB\td\n",
            "lists/akar.yaml": "judul: Akar\nkata: [a]\n",
            "basis.yaml": "lke-88-2021: {judul: a, bukti: yakin, catatan: {id: a, en: b}}\n",
        },
    ) == [
        ("messages/uji.yaml", "kalimat-isian-berbeda", "{apa}"),
        ("messages/uji.yaml", "kalimat-isian-berbeda", "{what}"),
        ("messages/ulang.yaml", "kalimat-ganda", "Ada"),
        ("lists/akar.yaml", "daftar-ganda", ""),
        ("lists/alasan.yaml", "daftar-isi", "Alasan"),
        ("lists/baku.tsv", "daftar-kolom", "analisa"),
        ("lists/baku.tsv", "daftar-kata-ganda", "B"),
        ("lists/ukuran.yaml", "daftar-kata-ganda", "A"),
        ("basis.yaml", "pilihan-salah", "yakin"),
        (frm, "fakta-tak-dikenal-mirip", "rasioo"),
        (frm, "dasar-tak-dikenal", "lke-88-2021"),
        (ind, "daftar-tak-dikenal", "daftar.x"),
    ]


def test_list_that_is_not_utf8(tmp_path: Path) -> None:
    write_pack(str(tmp_path))
    (tmp_path / "lists" / "akar.txt").write_bytes(b"sur\xff")
    with pytest.raises(PackError) as caught:
        compile_pack(str(tmp_path), VOCABULARY, CHECKS)
    assert [(p.message, p.args) for p in caught.value.problems] == [("daftar-bukan-utf8", {"letak": "3"})]
