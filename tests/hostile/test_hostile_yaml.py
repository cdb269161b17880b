"""YAML that is sound and yet meant to hurt: bounded, located, and never a traceback."""

import os

import pytest
from hostile_process import DECREE, run

HEAD = "versi_format: 1\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

FATAL = {
    "alias-bomb": (BOMB, "IKI004", "Rujukan *d membuat isi membengkak lebih dari 100000 isian"),
    "alias-in-itself": ("jabatan: &a\n- *a\n", "IKI004", "Rujukan *a menunjuk isi yang memuat dirinya sendiri"),
    "deep-brackets": ("jabatan: " + "[" * 100_000, "IKI004", "bersarang lebih dari 100 tingkat"),
    "deep-closed": ("jabatan: " + "[" * 100_000 + "]" * 100_000, "IKI004", "bersarang lebih dari 100 tingkat"),
    "deep-braces": ("jabatan: " + "{a: " * 100_000, "IKI004", "bersarang lebih dari 100 tingkat"),
    "deep-lists": ("jabatan:\n" + "- " * 100_000 + "a\n", "IKI004", "bersarang lebih dari 100 tingkat"),
    "deep-blocks": ("".join(" " * i + "a:\n" for i in range(3000)), "IKI004", "bersarang lebih dari 100 tingkat"),
    "deep-keys": ("? " * 100_000, "IKI004", "bersarang lebih dari 100 tingkat"),
    "long-key": ("x" * 1_000_000 + ": a\n", "IKI002", 'tidak berbentuk "kunci: isi"'),
    "long-text": ("x: " + "kata " * 200_001 + "\n", "IKI004", "lebih panjang dari 1000000 karakter"),
    "long-block": ("x: |\n" + "  a\n" * 500_001, "IKI004", "lebih panjang dari 1000000 karakter"),
    "entries": ("jabatan: [" + "a," * 1_000_000 + "a," * 1_000_000 + "]\n", "IKI004", "terlalu banyak isian"),
    "double-keys": ("jabatan: []\n" * 1_002, "IKI004", "Hanya 1000 kesalahan bentuk yang ditampilkan"),
    "undefined-alias": ("jabatan: *x\n", "IKI002", "diawali * atau &"),
    "lone-surrogate": ('x: "\\ud800"\n', "IKI002", "Garis miring terbalik"),
}


@pytest.mark.parametrize(("body", "code", "words"), FATAL.values(), ids=FATAL)
def test_what_would_exhaust_the_computer_is_located_and_fatal(tmp_path, body, code, words):
    (tmp_path / "a.yaml").write_text(HEAD + body)
    done = run(["check", "a.yaml"], tmp_path)
    assert (done.code, done.err) == (2, "")
    told = [line for line in done.out.splitlines() if f" {code} " in line and words in line]
    assert told
    assert all(line.startswith("a.yaml:") and line.split(":")[1].isdigit() for line in told)
    assert max(map(len, done.out.splitlines())) < 300


BORNE = {
    "long-name": f"jabatan:\n- id: a\n  nama: {'x' * 999_999}\n",
    "long-anchor": f"jabatan: &{'x' * 1_000_000} []\n",
    "long-id": f"jabatan:\n- id: {'x' * 100_000}\n  nama: A\n  rencana_kinerja: [{{id: b, indikator: [{{}}]}}]\n",
    "many-texts": "jabatan:\n" + "- a\n" * 100_000,
    "many-maps": "jabatan:\n" + "- {a: b}\n" * 20_000,
    "many-unknown-keys": "".join(f"k{i}: 1\n" for i in range(100_000)),
    "five-thousand-positions": "jabatan:\n" + "".join(f"- {{id: p{i}, nama: LURAH {i}}}\n" for i in range(5_000)),
    "one-line": "jabatan: [" + ", ".join(f"{{id: p{i}, nama: 'é {i}', tugas: null}}" for i in range(5_000)) + "]\n",
    "equal-ids": "jabatan:\n" + "- {id: a, nama: CAMAT A}\n" * 2_000,
    "merge-keys": "x: &x {a: 1}\njabatan:\n- <<: *x\n  id: a\n  nama: B\n",
    "keys-that-are-no-text": "jabatan:\n- [1, 2]: a\n  {a: b}: c\n  1: 2\n  ~: x\n  true: q\n  id: a\n  nama: B\n",
    "anchors-on-everything": "jabatan: &j\n- &p\n  id: &i a\n  nama: &n B\n  tugas: *n\n  fungsi: [*n, *n]\n"
    "  &k rencana_kinerja: &r\n  - &s id: z\n    uraian: *n\n",
    "tags": "jabatan:\n- id: !!binary aGVsbG8=\n  nama: !!timestamp 2001-01-01\n  tugas: !foo bar\n"
    "  fungsi: !!set {a, b}\n  unit: !!null x\n  atasan: !!int 3\n",
    "escapes": '"\\e[31mk\\u202e": 1\njabatan:\n- id: "a\\0b"\n  nama: "\\e]0;x\\a\\u202e<script>\\n\\r\\x9b31m"\n',
}


@pytest.mark.parametrize("body", BORNE.values(), ids=BORNE)
@pytest.mark.parametrize("options", [[], ["--format", "json"]], ids=["text", "json"])
def test_what_can_be_read_is_checked(tmp_path, body, options):
    (tmp_path / "a.yaml").write_text(HEAD + body)
    done = run(["check", "a.yaml", *options], tmp_path)
    assert done.err == ""
    assert done.code in (0, 1)
    assert "IKI000" not in done.out
    assert not [c for c in set(done.out) if ord(c) < 32 and c != "\n"]
    assert not set(done.out) & set("\x7f\x9b\u202e")


def test_a_tag_runs_nothing(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD + "jabatan: !!python/object/apply:os.system ['echo > terjadi']\n")
    done = run(["check", "a.yaml"], tmp_path)
    assert (done.code, done.err) == (1, "")
    assert '"jabatan #1" harus berisi pasangan' in done.out
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_beyond_a_thousand_defects_of_shape_one_finding_says_so(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD + "jabatan:\n" + "- a\n" * 1_500)
    done = run(["check", "a.yaml", "--statistics"], tmp_path)
    assert done.code == 1
    assert "a.yaml:1003:3: IKI004 melampaui-batas [galat] Hanya 1000 kesalahan bentuk yang ditampilkan" in done.out
    assert "1.000  IKI006" in done.out


PLANS = [
    "null",
    "[]",
    "{}",
    "x",
    "[null]",
    "[{}]",
    "[{uraian: null, indikator: null}]",
    "[{indikator: []}]",
    "[{indikator: [null]}]",
    "[{indikator: [{}]}]",
    "[{indikator: {}}]",
    "[{indikator: [[]]}]",
    "[{indikator: [{nama: null, formulasi: null, sumber_data: null}]}]",
    "[{indikator: [{nama: [a], formulasi: x, sumber_data: {a: b}}]}]",
    "[{id: null, nomor: [1], mendukung: x}]",
]
FORMULAS = [
    "null",
    "''",
    "5",
    "[]",
    "{}",
    "[null]",
    "[a]",
    "[[a]]",
    "[{}]",
    "[{}, {}]",
    "[{uraian: null}]",
    "[{uraian: [a]}]",
    "[{uraian: a, sumber_data: b}, {uraian: c}]",
    "{uraian: a}",
    "{pembilang: a}",
    "{penyebut: a}",
    "{pengali: a}",
    "{pembilang: [a]}",
    "{pembilang: null, penyebut: null, pengali: null}",
    "{pembilang: a, penyebut: b, pengali: 100%}",
    "{pembilang: a, penyebut: b, pengali: 100%, sumber_data: null}",
    "[{pembilang: a, penyebut: b}, {uraian: null}]",
    "{x: 1}",
]


def shapes():
    """Decrees in which one part has another shape than usual."""
    for value in ("null", "''", "[]", "{}", "x", "[null]", "[[]]", "[{}]", "[x]", "[{id: null, nama: null}]"):
        yield f"jabatan: {value}\n"
        yield f"iku: {value}\n"
        yield f"jabatan: []\nkeputusan: {value}\n"
        yield f"jabatan: []\nunit_kerja: {value}\n"
    for plans in PLANS:
        yield f"jabatan: [{{id: a, nama: B, rencana_kinerja: {plans}}}]\n"
        yield f"iku: {plans.replace('uraian', 'sasaran')}\n"
    for formula in FORMULAS:
        row = f"{{nama: Persentase x, formulasi: {formula}, sumber_data: Laporan}}"
        yield f"iku: [{{sasaran: Meningkatnya x, indikator: [{row}]}}]\n"
        yield f"jabatan: [{{id: a, nama: B, rencana_kinerja: [{{uraian: Meningkatnya x, indikator: [{row}]}}]}}]\n"
    for key in ("id", "nama", "jenis", "unit", "atasan", "tugas", "fungsi"):
        for value in ("null", "''", "[]", "{}", "[null]", "[[a]]", "5", "'  '"):
            yield f"jabatan: [{{id: a, nama: B, {key}: {value}}}]\n".replace(
                f"{key}: {'a' if key == 'id' else 'B'}, ", ""
            )


def test_every_shape_of_every_part(tmp_path):
    names = []
    for number, body in enumerate(shapes()):
        names.append(f"{number:04}.yaml")
        (tmp_path / names[-1]).write_text(HEAD + body)
    (tmp_path / "utuh.yaml").write_text(DECREE)
    done = run(["check", ".", "--format", "json"], tmp_path)
    assert (done.code, done.err) == (1, "")
    assert "IKI000" not in done.out
    assert all(f'"path": "{name}"' in done.out for name in [*names, "utuh.yaml"])
