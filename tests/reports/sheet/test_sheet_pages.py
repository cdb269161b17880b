"""The Word document on paper, as LibreOffice lays it out: how many pages, and that each can be read.

Skipped only where LibreOffice or poppler is missing; `.ci/run` installs both.
"""

import os
import re
import shutil
import subprocess
from html import unescape
from typing import NamedTuple

import pytest
from sheet_samples import cells, sheet

from iki_lint.reports.sheet import word
from iki_lint.reports.sheet.paper import PAPERS
from iki_lint.reports.sheet.record import Band, Table

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(
    not OFFICE or not shutil.which("pdftotext"), reason="LibreOffice Writer or poppler-utils is not installed"
)


class Page(NamedTuple):
    """The words of a page with their left and right edges, its width, and how far down it is written on."""

    words: list[tuple[str, float, float]]
    width: float
    depth: float

    @property
    def text(self) -> str:
        return " ".join(word for word, _, _ in self.words)


def printed(name: str, paper: str, folder) -> list[Page]:
    """The pages of an example's sheet."""
    (folder / "t.docx").write_bytes(word.write(sheet(name), PAPERS[paper]))
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder, "t.docx"],
        cwd=folder,
        env=os.environ | {"HOME": str(folder)},
        capture_output=True,
        check=True,
    )
    subprocess.run(["pdftotext", "-bbox", "t.pdf", "t.xml"], cwd=folder, check=True)
    return [_page(text) for text in (folder / "t.xml").read_text(encoding="utf-8").split("</page>")[:-1]]


def _page(text: str) -> Page:
    width = float(re.search(r'<page width="([\d.]+)"', text)[1])
    found = re.findall(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', text)
    body = [float(bottom) for _, _, bottom, told in found if float(bottom) < 780]
    return Page([(unescape(told), float(left), float(right)) for left, right, _, told in found], width, max(body))


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return printed("kebomas.yaml", "a4", tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return printed("contoh-baik.yaml", "f4", tmp_path_factory.mktemp("small"))


def begins(pages, heading) -> int:
    """The number of the page with this heading."""
    return next(at for at, page in enumerate(pages, 1) if heading in page.text)


def test_a_person_can_read_the_sheet_of_a_large_decree(large) -> None:
    assert 12 <= begins(large, "Lampiran 1. Kertas kerja SMART-C") - 1 <= 20
    assert 50 <= len(large) <= 90


def test_the_sheet_of_a_good_decree_is_short(small) -> None:
    assert 4 <= len(small) <= 7
    assert "SIAP DITANDATANGANI" in small[0].text
    assert {round(page.width * 25.4 / 72) for page in small} == {215, 330}


@pytest.mark.parametrize("name", ["large", "small"])
def test_no_page_is_empty_and_each_says_which_it_is(name, request) -> None:
    pages = request.getfixturevalue(name)
    for at, page in enumerate(pages, 1):
        assert f"Halaman {at} dari {len(pages)} ·" in page.text
        assert page.text.startswith("Lembar Telaah Rancangan Keputusan")
        assert len(page.words) > 30


@pytest.mark.parametrize("name", ["large", "small"])
def test_nothing_stands_outside_the_page(name, request) -> None:
    for page in request.getfixturevalue(name):
        assert all(20 < left < right < page.width - 20 for _, left, right in page.words)


@pytest.mark.parametrize(("name", "example"), [("large", "kebomas.yaml"), ("small", "contoh-baik.yaml")])
def test_no_column_is_narrower_than_a_word(name, example, request) -> None:
    """Every word of the headings, of the codes, the severities and whoever is responsible stands unbroken."""
    words = {told for page in request.getfixturevalue(name) for told, _, _ in page.words}
    wanted: set[str] = set()
    for section in sheet(example).sections:
        for block in section.blocks:
            if not isinstance(block, Table):
                continue
            wanted |= {part for column in block.columns for part in column.title.split()}
            titles = [column.title for column in block.columns]
            for row in block.rows:
                if not isinstance(row, Band):
                    told = dict(zip(titles, cells(row), strict=True))
                    wanted |= {
                        part
                        for title in (
                            "No",
                            "Kode",
                            "Tingkat",
                            "Jabatan",
                            "Penanggung jawab",
                            "Status",
                            "Dicentang oleh",
                        )
                        for part in told.get(title, "").split()
                    }
    assert sorted(wanted - words) == []


def test_the_signatures_stand_on_one_page_with_the_list(large) -> None:
    at = begins(large, "F. Daftar periksa sebelum ditandatangani")
    page = large[at - 1].text
    assert page.count("NIP: ") == 6
    assert page.count("☐") == 10
    for act in ("Disusun", "Diperiksa", "Ditelaah", "Redaksi", "Diverifikasi", "Disetujui"):
        assert act in page


def test_headings_of_tables_are_repeated(large) -> None:
    first, last = begins(large, "Lampiran 3. Temuan"), len(large)
    for page in large[first - 1 : last]:
        assert "Kutipan asli" in page.text
