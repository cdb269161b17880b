import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import at, finding, in_file, report_of

from iki_lint.findings import Fix, Related, Report
from iki_lint.reports.csv import render
from iki_lint.reports.escape import escape
from iki_lint.reports.style import Style

FULL = finding(
    at(812, 24, 34),
    text="Jumlah; rencana",
    id="sekretaris.1.2",
    position="SEKRETARIS",
    suggestion='Tulis "penyebutnya"',
    fix=Fix(True, ()),
    related=(Related("rencana", "/jabatan/4", at(800, 3, 5)), Related("lain", "/iku", None)),
    basis=("lke-88-2021", "kbbi"),
    address="Tabel 2, baris 617",
)


def rows(report, lang="id"):
    text = render(report, Style(lang))
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def test_a_row():
    text = render(report_of("", FULL), Style())
    assert text == (
        "\ufeffberkas;baris;kolom;baris akhir;kolom akhir;tingkat;kode;aturan;jabatan;id;temuan;kutipan;saran;"
        "perbaikan;terkait;dasar;alamat;letak\r\n"
        "a.yaml;812;24;812;58;galat;FRM003;persentase-tanpa-pembagi;SEKRETARIS;sekretaris.1.2;"
        'Formulasinya bukan perbandingan;"Jumlah; rencana";"Tulis ""penyebutnya""";aman;'
        "rencana (baris 800), lain (/iku);lke-88-2021, kbbi;Tabel 2, baris 617;/jabatan/0\r\n"
    )


def test_english_has_the_names_of_the_json_report():
    titles, row = rows(report_of("", FULL._replace(fix=Fix(False, ()))), "en")
    named = dict(zip(titles, row, strict=True))
    assert titles[:7] == ["path", "line", "column", "end_line", "end_column", "severity", "code"]
    assert (named["severity"], named["fix"], named["related"]) == ("error", "unsafe", "rencana (line 800), lain (/iku)")


def test_what_is_unknown_is_empty():
    _, row = rows(report_of("", finding()))
    assert row == ["a.yaml", "", "", "", "", "galat", "FRM003", "persentase-tanpa-pembagi", "", "",
                   "Formulasinya bukan perbandingan", "", "", "", "", "", "", "/jabatan/0"]  # fmt: skip


def test_every_finding_of_every_file():
    report = Report((in_file("", *[finding(at(1))] * 3), in_file("", finding(), path="b.yaml"), in_file("")))
    assert [row[0] for row in rows(report)] == ["berkas", "a.yaml", "a.yaml", "a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+62", "-1", "@SUM(A1)", " =1", "＝1", "＋1", "－1", "＠x", '=HYPERLINK("x")', "1.000", "12:30", "1-2",
     "01", "2023", "50 %", "(1)"],
)  # fmt: skip
def test_what_a_spreadsheet_would_take_amiss(text):
    _, row = rows(report_of("", finding(text=text)))
    assert row[11] == f"'{text}"


@pytest.mark.parametrize("text", ["Jumlah = 1", "12 dokumen", "IKU-1", "…", "a@b", "'"])
def test_what_stays_as_it_is(text):
    assert rows(report_of("", finding(text=text)))[1][11] == text


def test_no_line_breaks_and_no_control_characters():
    assert rows(report_of("", finding(text="\t=1\r\n\x1b")))[1][11] == "\\t=1\\r\\n\\x1b"


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_is_one_cell(text):
    found = finding(message=text, suggestion=text, text=text, position=text, id=text)
    out = render(Report((in_file("", found, path=f"x{text}"),)), Style())
    out.encode("utf-8")
    assert len(out.split("\r\n")) == 3
    _, row = rows(Report((in_file("", found, path=f"x{text}"),)))
    assert len(row) == 18
    assert row[10].removeprefix("'") == escape(text).removeprefix("'")
    assert not row[10].lstrip().startswith(("=", "+", "-", "@", "\t"))
