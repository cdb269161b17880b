"""A schema's complaints in our words, at the right place."""

from typing import Any

import pytest

from iki_lint.decree.schema_check import schema_problems
from iki_lint.decree.yaml_source import read_yaml

ROW = {
    "type": "object",
    "required": ["nama", "sumber_data"],
    "additionalProperties": False,
    "properties": {
        "nama": {"type": ["string", "number"], "minLength": 1},
        "sumber_data": {"type": ["string", "null"]},
        "jenis": {"enum": ["struktural", "fungsional", None]},
        "kode": {"type": "string", "pattern": "^[A-Z]+$", "patternErrorMessage": "Hanya huruf besar."},
        "versi": {"const": "1"},
        "butir": {"type": "array", "minItems": 2, "uniqueItems": True, "items": {"type": "string"}},
        "bentuk": {"oneOf": [{"type": "string"}, {"$ref": "#/definitions/pecahan"}, {"type": "array"}]},
        "pilih": {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        "peta": {"type": "object", "propertyNames": {"pattern": "^[a-z]+$"}, "minProperties": 1},
        "rumus": {"type": ["string", "array", "object"]},
    },
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"baris": {"type": "array", "items": ROW}, "satu": ROW},
    "definitions": {
        "pecahan": {
            "type": "object",
            "required": ["atas"],
            "additionalProperties": False,
            "properties": {"atas": {"type": "string"}},
        }
    },
}
GOOD = "nama: A, sumber_data: B"


def complaints(text: str) -> list[tuple[str, str, str]]:
    """Message, the words marked in the file, and the pointer of each problem."""
    document = read_yaml("a.yaml", text.encode())
    assert document.root is not None
    found = schema_problems(document.root, SCHEMA)
    assert all(problem.code == "IKI006" and not problem.fatal for problem in found)
    return [(p.message, p.source.text[p.start : p.end], p.pointer) for p in found]


def args(text: str) -> dict[str, str]:
    document = read_yaml("a.yaml", text.encode())
    assert document.root is not None
    (problem,) = schema_problems(document.root, SCHEMA)
    return problem.args


@pytest.mark.parametrize(
    ("row", "message", "marked", "pointer"),
    [
        ("nama: A", "kunci-wajib", "satu", "/satu"),
        ("nama: A, sumber_dta: B", "kunci-salah-tulis", "sumber_dta", "/satu/sumber_dta"),
        ("nama: A, Sumber Data: B", "kunci-salah-tulis", "Sumber Data", "/satu/Sumber Data"),
        (f"{GOOD}, jnis: struktural", "kunci-salah-tulis", "jnis", "/satu/jnis"),
        (f"{GOOD}, warna/x: biru", "kunci-tak-dikenal", "warna/x", "/satu/warna~1x"),
        ("nama: '', sumber_data: B", "kosong", "''", "/satu/nama"),
        ("nama: , sumber_data: B", "harus-diisi-teks", "nama", "/satu/nama"),
        ("nama: [A], sumber_data: B", "harus-teks", "[A]", "/satu/nama"),
        (f"{GOOD}, jenis: fungsionl", "pilihan-salah-tulis", "fungsionl", "/satu/jenis"),
        (f"{GOOD}, jenis: camat", "pilihan-salah", "camat", "/satu/jenis"),
        (f"{GOOD}, kode: abc", "pola-salah", "abc", "/satu/kode"),
        (f"{GOOD}, versi: 2", "nilai-tetap", "2", "/satu/versi"),
        (f"{GOOD}, butir: []", "kosong", "[]", "/satu/butir"),
        (f"{GOOD}, butir: [a]", "jumlah-butir", "[a]", "/satu/butir"),
        (f"{GOOD}, butir: [a, a]", "butir-kembar", "[a, a]", "/satu/butir"),
        (f"{GOOD}, butir: [a, [b]]", "harus-teks", "[b]", "/satu/butir/1"),
        (f"{GOOD}, butir: x", "harus-daftar", "x", "/satu/butir"),
        (f"{GOOD}, bentuk: {{atss: x}}", "kunci-salah-tulis", "atss", "/satu/bentuk/atss"),
        (f"{GOOD}, bentuk: ~", "harus-teks-atau-daftar-atau-pasangan", "~", "/satu/bentuk"),
        (f"{GOOD}, rumus: ~", "harus-teks-atau-daftar-atau-pasangan", "~", "/satu/rumus"),
        (f"{GOOD}, pilih: {{c: d}}", "salah-satu-kunci", "{c: d}", "/satu/pilih"),
        (f"{GOOD}, peta: {{A1: d}}", "nama-kunci-salah", "A1", "/satu/peta/A1"),
        (f"{GOOD}, peta: x", "harus-pasangan", "x", "/satu/peta"),
    ],
)
def test_each_keyword(row: str, message: str, marked: str, pointer: str) -> None:
    assert complaints(f"satu: {{{row}}}\n") == [(message, marked, pointer)]


def test_a_good_document_has_no_problem() -> None:
    assert complaints(f"satu: {{{GOOD}, jenis: ~, butir: [a, b], bentuk: [], pilih: {{b: 1}}}}\n") == []


def test_arguments() -> None:
    assert args("satu: {nama: A, sumber_dta: B}\n") == {"kunci": "sumber_dta", "mungkin": "sumber_data"}
    assert args("satu: {sumber_data: B}\n") == {"kunci": "nama", "induk": "satu"}
    assert args(f"baris: [{{{GOOD}, butir: [a, [b]]}}]\n") == {"kunci": "butir #2", "isi": ""}
    assert args(f"satu: {{{GOOD}, jenis: camat}}\n")["pilihan"] == "struktural, fungsional"
    assert args(f"satu: {{{GOOD}, kode: {'a' * 50}}}\n")["isi"] == "a" * 39 + "…"


def test_a_missing_key_in_a_list_is_shown_at_the_first_key() -> None:
    assert complaints("baris:\n  - nama: A\n    jenis: ~\n") == [("kunci-wajib", "nama", "/baris/0")]
    assert complaints("baris:\n  - {}\n") == [("kunci-wajib", "{}", "/baris/0"), ("kunci-wajib", "{}", "/baris/0")]


def test_problems_come_in_file_order() -> None:
    text = "baris:\n  - nama: [x]\n    sumber_data: B\n  - nama: A\n    sumbr_data: B\nsatu: x\n"
    assert [marked for _, marked, _ in complaints(text)] == ["[x]", "sumbr_data", "x"]


def test_a_shared_node_complains_once() -> None:
    assert complaints("satu: &a {nama: A, sumber_data: [x]}\nbaris: [*a, *a]\n") == [
        ("harus-teks", "[x]", "/satu/sumber_data")
    ]


def test_no_guesses_for_huge_input() -> None:
    many = "".join(f"  k{number}: x\n" for number in range(200))
    assert complaints(f"satu:\n{many}  sumber_dta: B\n  nama: A\n")[0] == ("kunci-wajib", "satu", "/satu")
    assert complaints(f"satu: {{{GOOD}, {'jenis' * 13}: x}}\n")[0][0] == "kunci-tak-dikenal"
