"""`iki-lint explain`: one rule or several, in three forms and two languages."""

import json

import pytest
from test_cli_rules import schema

from iki_lint.cli.terminal import Screen

HEAD = """\
FRM003 persentase-tanpa-pembagi
  Kelompok   Formulasi (FRM)
  Tingkat    galat
  Memeriksa  setiap baris: indikator, formulasi, dan sumber data

Apa yang dikatakan
  Indikator "…", tetapi formulasinya bukan perbandingan (pembilang dibagi
  penyebut) [galat]
  dalam-formulasi (galat)
    Formulasi menyebut persentase, tetapi bukan perbandingan (pembilang dibagi
      penyebut)

Mengapa
"""
EXAMPLE = """
Contoh yang ditemukan
    indikator: Persentase keberhasilan pelaksanaan program
    formulasi: Jumlah rencana operasional tahun lalu
    sumber_data: Dokumen Rencana Operasional
  galat  "Jumlah rencana operasional tahun lalu": Indikator "Persentase", tetapi
         formulasinya bukan perbandingan (pembilang dibagi penyebut)
  saran  Tulis "(jumlah yang memenuhi ÷ jumlah seluruhnya) × 100 %"

    indikator: Terlaksananya fasilitasi ormas
"""


@pytest.mark.parametrize("name", ["FRM003", "frm003", "persentase-tanpa-pembagi"])
def test_a_rule(home, say, name):
    code, out, err = say("explain", name)
    assert (code, err) == (0, "")
    assert out.startswith(HEAD)
    assert EXAMPLE in out
    assert out.endswith("    # iki-lint: abaikan FRM003 -- alasan\n")


def test_english(home, say):
    out = say("explain", "FRM003", "--lang", "en")[1]
    assert "\nWhat it leaves alone\n    indikator: Prosentase Kelurahan" in out
    assert "(read)\n" in out


def test_several_rules_each_once_in_the_order_given(home, say):
    out = say("explain", "SBR001", "frm003", "FRM003")[1]
    assert [line for line in out.splitlines() if line[:3] in ("SBR", "FRM")] == [
        "SBR001 sumber-kabur",
        "FRM003 persentase-tanpa-pembagi",
    ]


def test_json(home, say):
    data = json.loads(say("explain", "FRM003", "SBR001", "--format", "json", "--lang", "en")[1])
    schema("rules").validate(data)
    assert [rule["code"] for rule in data["rules"]] == ["FRM003", "SBR001"]
    assert data["rules"][0]["examples"]["bad"][0]["findings"][0]["message"].startswith("The indicator is a ratio")


def test_markdown(home, say):
    out = say("explain", "FRM003", "--format", "markdown")[1]
    assert out.startswith("# FRM003 persentase-tanpa-pembagi\n\n- **Kelompok**: Formulasi (FRM)\n")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["FRM03"], "Aturan FRM03 tidak dikenal; mungkin maksudnya FRM003."),
        (["IND1"], "Aturan IND1 tidak dikenal; mungkin maksudnya IND012, IND011 atau IND010."),
        (["@@@"], "Aturan @@@ tidak dikenal; lihat iki-lint rules."),
        (["FRM003", "\x1b[31m"], "Aturan \\x1b[31m tidak dikenal; lihat iki-lint rules."),
        ([], "ATURAN... wajib disebut; lihat iki-lint explain --help."),
    ],
)
def test_unknown_rules(home, say, names, said):
    assert say("explain", *names) == (2, "", f"iki-lint: {said}\n")


def test_unknown_rules_in_english(home, say):
    err = say("explain", "sumber-kabor", "--lang", "en")[2]
    assert err == "iki-lint: There is no rule sumber-kabor; perhaps sumber-kabur is meant.\n"


def test_a_terminal_gets_headings_and_at_most_80_columns(home, say, monkeypatch):
    monkeypatch.setattr("iki_lint.cli.explain.screen_of", lambda *_: Screen(True, 100, "utf-8"))
    out = say("explain", "FRM003")[1]
    assert out.startswith("\x1b[1mFRM003 persentase-tanpa-pembagi\x1b[0m\n")
    assert out.replace("\x1b[1m", "").replace("\x1b[0m", "").startswith(HEAD)
