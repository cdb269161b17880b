"""Decrees printed by a browser and by a spreadsheet: merged cells that cross a page, text outside their part."""

import shutil
import subprocess
from html import escape

import pytest
from decree_files import tree
from pdf_files import outlined

from iki_lint.decree.tree import plain
from iki_lint.readers.importing import import_file
from iki_lint.readers.rows import join

CHROMIUM = next((path for name in ("chromium", "google-chrome") if (path := shutil.which(name))), None)
"""Its flags keep it from looking for anything outside."""
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-sync", "--disable-background-networking")
STYLES = {
    "melintang": "table{border-collapse:collapse;width:100%} body{font:11px sans-serif} @page{size:A4 landscape}",
    "tegak": "td{overflow-wrap:anywhere} table{width:100%;table-layout:fixed} body{font:13px serif} @page{size:A4}",
}
HEAD = ("Rencana Kinerja", "Indikator Kinerja", "Formulasi", "Sumber Data")


def page(name, style):
    """The posts of a decree in HTML, a table each, plans and shared indicators as merged cells."""
    parts = [f"<!doctype html><meta charset=utf-8><style>td,th{{border:1px solid;vertical-align:top}} {style}</style>"]
    for post in outlined(name).positions:
        parts.append(f"<p>Jabatan: {escape(join(post.name).text)}</p><table><thead><tr>")
        parts += [f"<th>{title}</th>" for title in HEAD] + ["</tr></thead>"]
        for plan in post.plans:
            merged = [(plan.text.text, sum(len(each.rows) for each in plan.indicators))]
            for each in plan.indicators:
                for at, row in enumerate(each.rows):
                    cells = merged + ([(row["indikator"].text, len(each.rows))] if not at else [])
                    cells += [(row[field].text, 1) for field in ("formulasi", "sumber_data")]
                    parts.append("<tr>" + "".join(f"<td rowspan={n}>{escape(t)}</td>" for t, n in cells) + "</tr>")
                    merged = []
        parts.append("</table>")
    return "".join(parts)


@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")
@pytest.mark.parametrize("style", STYLES)
def test_a_decree_that_a_browser_prints(tmp_path, style):
    (tmp_path / "naskah.html").write_text(page("klojen-2018.txt", STYLES[style]), encoding="utf-8")
    target = tmp_path / "naskah.pdf"
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path}/profil", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={target}", f"file://{tmp_path}/naskah.html"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = import_file("naskah.pdf", target.read_bytes())
    want = tree("klojen-2018.txt")["jabatan"]
    assert [post["rencana_kinerja"] for post in plain(found.root)["jabatan"]] == [p["rencana_kinerja"] for p in want]
    assert not found.problems
