"""A small vocabulary and a small rule pack for the tests of the rule side."""

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from iki_lint.engine.packdata import load_messages
from iki_lint.engine.packfolder import read_folder, sort_files
from iki_lint.facts.fact import Phrase, fact
from iki_lint.resources import data_folder


class _Subject:
    def __init__(self, **facts: Any) -> None:
        self.__dict__.update(facts)


def _fact(name: str, kind: Any) -> fact:
    def given(self: Any) -> Any:
        raise AssertionError(f"the test did not give the fact {name}")

    given.__name__ = name
    given.__annotations__["return"] = kind
    return fact(given)


class Indikator(_Subject):
    ukuran = _fact("ukuran", str)
    kepala = _fact("kepala", Phrase | None)
    kata = _fact("kata", tuple[str, ...])
    kabur = _fact("kabur", tuple[Phrase, ...])
    banyak = _fact("banyak", int)
    skor = _fact("skor", int | float)
    iku = _fact("iku", bool)
    pohon = _fact("pohon", dict)


class Formulasi(_Subject):
    ada = _fact("ada", bool)
    rasio = _fact("rasio", bool)
    kata_kerja = _fact("kata_kerja", Phrase | None)


VOCABULARY: dict[str, type] = {"indikator": Indikator, "formulasi": Formulasi}
LISTS: dict[str, Any] = {"kata-proses": frozenset({"pelaksanaan", "rapat"}), "alasan": {"jelas": "bukan sumber"}}

FRM003 = """\
code: FRM003
name: persentase-tanpa-pembagi
severity: error
severity_when:
  - {when: indikator.iku, severity: warning}
target: baris
when: indikator.ukuran == "persentase" and formulasi.ada and not formulasi.rasio
at: [formulasi.kata_kerja, formulasi]
message:
  id: Indikator {indikator.kepala} tanpa pembagi
  en: The indicator {indikator.kepala} has no denominator
suggestion: {id: Tulis pembagi, en: Write the denominator}
why: {id: Persentase adalah perbandingan, en: A percentage is a ratio}
basis: [lke-88-2021]
mengalah_pada: [IND002]
kasus:
  - name: kata-kerja
    when: ada(formulasi.kata_kerja)
    at: formulasi.kata_kerja
    severity: info
    message: {id: 'Kata kerja {formulasi.kata_kerja}', en: 'Verb {formulasi.kata_kerja}'}
examples:
  bad: [{indikator: Persentase surat, formulasi: Jumlah surat}]
  good: [{indikator: Jumlah surat, formulasi: Jumlah surat}]
"""
IND002 = """\
code: IND002
name: proses
severity: info
target: indikator
when: >-
  indikator.kepala in daftar.kata-proses
  and panjang(indikator.kata) > opsi.batas
message: {id: 'Proses {{x}}', en: Process}
why: {id: Sebab, en: Because}
options: {batas: 2, ambang: 0.5, jenis: "3", kata: [a, b]}
"""
STR001 = """\
code: STR001
name: sel-kosong
severity: error
target: baris
check: sel_kosong
message: {id: 'Sel {kolom} kosong', en: 'Cell {kolom} is empty'}
why: {id: Sebab, en: Because}
"""
BASIS = """\
lke-88-2021:
  judul: LKE
  bukti: dibaca
  catatan: {id: Dibaca, en: Read}
"""
FILES = {
    "FRM/FRM003-persentase-tanpa-pembagi.yaml": FRM003,
    "IND/IND002-proses.yaml": IND002,
    "STR/STR001-sel-kosong.yaml": STR001,
    "basis.yaml": BASIS,
    "lists/kata-proses.yaml": "judul: Proses\nkata: [Rapat, pelaksanaan]\n",
    "lists/alasan.yaml": "judul: Alasan\nkata: {jelas: bukan sumber}\n",
    "lists/ukuran.yaml": "judul: Ukuran\npasangan: {banyaknya: jumlah}\n",
    "lists/instrumen.yaml": "judul: Instrumen\ntabel: [{kunci: skm, sebutan: [skm, ikm]}]\n",
    "lists/baku.tsv": "salah\tbaku\ttingkat\nanalisa\tanalisis\trule\n",
    "lists/akar.txt": "# akar\nsurat\nData\n",
    "messages/uji.yaml": "ada-apa: {id: 'Ada {apa}', en: 'There is {apa}'}\n",
}
CHECKS = {"sel_kosong": None}


def write_pack(folder: str, changes: dict[str, str | None] | None = None) -> str:
    """Write the pack, with some files replaced or (None) left out; the folder."""
    for name, text in (FILES | (changes or {})).items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if text is not None:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
    return folder


def assert_sayable(key: str, args: Mapping[str, str]) -> None:
    """Both sentences of a problem exist and find what they need in its arguments."""
    for sentence in _sentences()[key]:
        assert sentence.format(**args)


@lru_cache(maxsize=1)
def _sentences() -> dict[str, tuple[str, str]]:
    folder = data_folder("rules")
    return load_messages(sort_files(folder, read_folder(folder)).messages, [])
