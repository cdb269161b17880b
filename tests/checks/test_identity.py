"""STR010: numbers, dates and signatories, and that a NIP is not printed."""

import pytest

import iki_lint
from iki_lint.facts.dates import is_unfilled, nip_defect, year_of_day, year_of_number, years_in
from iki_lint.reports.text import render


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023-01-27", 2023),
        ("27 Januari 2023", 2023),
        ("5 Nopember 2023.", 2023),
        ("27/01/2023", 2023),
        ("2024-02-29", 2024),
        ("2023-02-29", None),
        ("1900-02-29", None),
        ("2018-01", None),
        ("Januari 2018", None),
        ("31 April 2023", None),
        ("2023", None),
        ("", None),
    ],
)
def test_days(text, year):
    assert year_of_day(text) == year


@pytest.mark.parametrize(
    ("nip", "defect"),
    [
        ("19700101 199001 1 001", None),
        ("197001011990011001", None),
        ("19850228 202321 2 004", None),
        ("1970xxxx xxxxxx 1 001", None),
        ("19700101 199001 1 01", "nip"),
        ("510 123 456", "nip"),
        ("19701301 199001 1 001", "nip-lahir"),
        ("19700101 197001 1 001", "nip-angkat"),
        ("19700101 199013 1 001", "nip-angkat"),
        ("19700101 199001 3 001", "nip-kelamin"),
    ],
)
def test_nip(nip, defect):
    assert nip_defect(nip) == defect


def test_years():
    assert years_in("INDIKATOR KINERJA UTAMA TAHUN 2021-2026") == [2021, 2026]
    assert years_in("PERUBAHAN ATAS KEPUTUSAN CAMAT NOMOR 5 TAHUN 2019 TENTANG INDIKATOR") == []
    assert years_in("INDIKATOR KINERJA INDIVIDU") == []
    assert (year_of_number("050/42/2023"), year_of_number("5 TAHUN 2023"), year_of_number("5/2023/KEC")) == (
        2023,
        2023,
        None,
    )


@pytest.mark.parametrize("number", ["050/    /2023", "188/.../KEP", "188/", "…", "-", "188.4/___/2023"])
def test_numbers_with_gaps(number):
    assert is_unfilled(number)


@pytest.mark.parametrize("number", ["050/42.1/437.102/2023", "188.45 / 12 / XX / 2023", "5 TAHUN 2023", "100.3.3.2-12"])
def test_whole_numbers(number):
    assert not is_unfilled(number)


HEAD = """\
versi_format: 1
keputusan:
  nomor: 050/1/2023
  tentang: INDIKATOR KINERJA
  tempat: Maju
  tanggal: 2023-01-27
{}
jabatan: []
"""


def found(head):
    (file,) = iki_lint.check(HEAD.format(head)).files
    assert file.readable
    return [(f.pointer, f.text, f.message) for f in file.findings if f.code == "STR010"]


def test_a_missing_field_is_shown_at_what_stands_beside_it():
    (finding,) = found("  penandatangan: {nama: FULAN, nip: 19700101 199001 1 001}")
    assert finding[:2] == ("/keputusan/penandatangan/nama", "FULAN")


def test_nobody_signs():
    (finding,) = found("  menimbang: []")
    assert finding[:2] == ("/keputusan/nomor", "050/1/2023")
    assert found("  diktum: [Keputusan Bupati Maju ini mulai berlaku pada tanggal ditetapkan.]") == []
    cited = "  menimbang: ['bahwa berdasarkan Keputusan Bupati Maju Nomor : 067/6/2021 tentang IKU']"
    assert len(found(f"{cited}\n  diktum: [Menetapkan]")) == 1


def test_the_elected_have_no_nip():
    assert found("  penandatangan: {nama: FULAN, jabatan: BUPATI MAJU}") == []
    (finding,) = found("  penandatangan: {nama: FULAN, jabatan: CAMAT MAJU, nip: '-'}")
    assert finding[0] == "/keputusan/penandatangan/nip"


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2020, sampai: 2022", "sudah lewat"),
        ("2026, sampai: 2021", "terbalik"),
        ("2021, sampai: 2026", "berlaku surut"),
    ],
)
def test_periods(period, words):
    (finding,) = found(f"  periode: {{dari: {period}}}\n  penandatangan: {{nama: FULAN, jabatan: BUPATI MAJU}}")
    assert words in finding[2]
    assert found("  periode: {dari: 2023, sampai: 2026}\n  penandatangan: {nama: FULAN, jabatan: BUPATI MAJU}") == []


def test_a_nip_is_not_printed():
    text = HEAD.format("  penandatangan: {nama: FULAN, jabatan: CAMAT MAJU, nip: 19701301 199001 1 001}")
    report = iki_lint.check(text)
    (finding,) = [f for f in report.files[0].findings if f.code == "STR010"]
    assert finding.text == "01"
    printed = render(report)
    assert "1970" not in printed
    assert "nip: •••••••• •••••• 1 001" in printed
