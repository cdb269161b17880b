"""STR006: the edits that free a cell of markup, and when there are none."""

import pytest

import iki_lint
from iki_lint.checks.leftovers import without_leftovers
from iki_lint.decree.scalar_edit import replaced

CELL = """\
versi_format: 1
jabatan:
- id: a
  nama: CAMAT
  tugas: membina
  fungsi: membina
  rencana_kinerja:
  - id: a.1
    uraian: Meningkatnya mutu
    indikator:
    - id: a.1.1
      nama: {}
      formulasi: Nilai hasil SKM
      sumber_data: Laporan SKM
"""


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<p>Nilai SKM</p>", "Nilai SKM"),
        ("  <p> Nilai SKM </p> ", "Nilai SKM "),
        ("Nilai SKM </p>\n", "Nilai SKM\n"),
        ("Nilai<br/>SKM", "Nilai SKM"),
        ("Nilai</p>\n<P>SKM", "Nilai SKM"),
        ("Nilai <br> SKM", "Nilai SKM"),
        ("Nilai<br> SKM", "Nilai SKM"),
        ("Nilai <b>SKM</b> tahun <i>ini</i>.", "Nilai SKM tahun ini."),
        ("Pem<b>bangunan</b>", "Pembangunan"),
        ("<p>satu</p><p>dua</p><p>tiga</p>", "satu dua tiga"),
        ("Desa &amp; kelurahan&nbsp;maju &LT; 5 &quot;x&quot;", 'Desa & kelurahan maju < 5 "x"'),
        ("Nilai<b>&amp;<p>SKM", "Nilai& SKM"),
    ],
)
def test_the_text_that_is_left(text, mended):
    assert replaced(text, without_leftovers(text)) == mended


@pytest.mark.parametrize("text", ["Nilai <desa>", "<p>10<sup>2</sup></p>", "<li>satu</li>", "kata<br>" * 33, "---"])
def test_what_may_be_content_is_left_alone(text):
    assert without_leftovers(text) == ()


def found(name):
    (file,) = iki_lint.check(CELL.format(name)).files
    return [finding for finding in file.findings if finding.code == "STR006"]


def test_a_finding_brings_its_fix():
    (finding,) = found("<p>Nilai SKM</p>")
    assert (finding.text, finding.place) == ("<p>", (12, 13, 12, 16))
    assert finding.fix == (True, (((12, 13, 12, 16), ""), ((12, 25, 12, 29), "")))


@pytest.mark.parametrize("name", ["<p></p>", "<p>~</p>", "Nilai <desa>", "<p>&amp; lain</p>"])
def test_a_finding_whose_fix_would_not_hold_has_none(name):
    (finding,) = found(name)
    assert finding.fix is None


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("<p>Nilai SKM", 'Hapus "<p>"'),
        ("Nilai&nbsp;SKM", 'Ganti "&nbsp;" dengan spasi'),
        ("Nilai A &AMP; B", 'Ganti "&AMP;" dengan "&"'),
    ],
)
def test_the_suggestion_says_what_the_fix_does(name, suggestion):
    (finding,) = found(name)
    assert finding.suggestion == suggestion


def test_an_imported_text_has_no_fix(tmp_path):
    text = "Jabatan : KEPALA SEKSI\nTugas : Melayani&nbsp;warga\nNo.\tRencana Kinerja\tIndikator Kinerja\tFormulasi\t"
    (tmp_path / "a.txt").write_text(text + "Sumber Data\n1\tMeningkatnya layanan\tNilai SKM\tNilai SKM\tLaporan SKM\n")
    (file,) = iki_lint.check(tmp_path / "a.txt").files
    found = [finding for finding in file.findings if finding.code == "STR006"]
    assert [finding.text for finding in found] == ["&nbsp;"]
    assert found[0].fix is None
