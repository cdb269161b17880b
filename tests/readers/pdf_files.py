"""Decrees as PDF files: a Word file made by hand from an imported text, printed by LibreOffice.

`python tests/readers/pdf_files.py` writes the small files of `tests/data/pdf` anew.
"""

import functools
import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from decree_files import data

from iki_lint.decree.decoding import decode
from iki_lint.readers.normalise import normalise
from iki_lint.readers.outline import Outline, Position
from iki_lint.readers.rows import Cell, join
from iki_lint.readers.text import read

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDF = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data", "pdf")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml\
.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
Target="word/document.xml"/></Relationships>"""
WIDE = {5: (700, 4000, 4500, 4500, 3000), 4: (4200, 4500, 4500, 3500), 2: (8000, 8700)}
_TITLES = {
    "nomor": "No.",
    "rencana": "Rencana Kinerja",
    "indikator": "Indikator Kinerja Individu",
    "formulasi": "Formulasi",
    "sumber_data": "Sumber Data",
}


def paragraph(text: str) -> str:
    runs = f'<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p>{runs if text else ''}</w:p>"


def cell(text: str, span: int = 1, merge: str = "") -> str:
    """A table cell; `merge` is "restart" where a vertical merge begins and "continue" where it goes on."""
    marks = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{paragraph(text)}</w:tc>"


def row(cells: Sequence[str], head: bool = False) -> str:
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Sequence[str], widths: Sequence[int], ruled: bool = True) -> str:
    edges = "".join(
        f'<w:{side} w:val="{"single" if ruled else "nil"}" w:sz="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    marks = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
    return f'<w:tbl><w:tblPr>{marks}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>' + (
        "".join(rows) + "</w:tbl>" + paragraph("")
    )


def document(parts: Sequence[str]) -> bytes:
    """A Word file on wide folio paper."""
    page = (
        '<w:sectPr><w:pgSz w:w="18720" w:h="12240" w:orient="landscape"/>'
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500"/></w:sectPr>'
    )
    body = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{"".join(parts)}{page}</w:body></w:document>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELATIONS), ("word/document.xml", body)):
            archive.writestr(zipfile.ZipInfo(name), text)
    return made.getvalue()


def printed(docx: bytes, options: str = "") -> bytes:
    """The PDF that LibreOffice makes of a Word file; `options` are those of its PDF export, as JSON."""
    assert OFFICE
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "naskah.docx"), "wb") as file:
            file.write(docx)
        command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        form = f"pdf:writer_pdf_Export:{options}" if options else "pdf"
        subprocess.run(
            [*command, form, "--outdir", folder, os.path.join(folder, "naskah.docx")],
            check=True,
            capture_output=True,
            timeout=600,
        )
        with open(os.path.join(folder, "naskah.pdf"), "rb") as file:
            return file.read()


@functools.cache
def outlined(name: str) -> Outline:
    source = decode(name, data(name))
    return normalise(read(source))  # type: ignore[arg-type]


def on_paper(docx: bytes, paper: tuple[int, int], share: float, letters: int) -> bytes:
    """A Word file of `document` on other paper (twips), with that share of its columns' width and other letters."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            text = source.read(name).decode()
            text = text.replace('w:w="18720" w:h="12240" w:orient="landscape"', f'w:w="{paper[0]}" w:h="{paper[1]}"')
            text = re.sub(r'(<w:gridCol w:w|<w:tblW w:w)="(\d+)"', lambda m: f'{m[1]}="{int(int(m[2]) * share)}"', text)
            archive.writestr(zipfile.ZipInfo(name), text.replace('<w:sz w:val="20"/>', f'<w:sz w:val="{letters}"/>'))
    return made.getvalue()


def word_file(name: str, positions: slice = slice(None)) -> bytes:
    """A decree of `tests/data` as a Word file: Kebomas in one table, Klojen in one for each post."""
    out = outlined(name)
    chosen = out.positions[positions]
    parts = [paragraph(join(each.cells).text) for each in out.front]
    if out.goal_rows:
        goals = [row([cell("Indikator Kinerja Utama"), cell("Sumber Data")], head=True)]
        head = next(each for each in out.draft.rows if out.roles[each.line] == "judul-iku")
        goals = [row([cell(c.text) for c in head.cells], head=True)]
        goals += [row([cell(c.text) for c in each.cells]) for each, _ in out.goal_rows]
        parts.append(table(goals, WIDE[len(head.cells)]))
    if "nomor" in _columns(out):
        parts.append(paragraph("INDIKATOR KINERJA INDIVIDU"))
        rows = [_head(_columns(out))]
        for position in chosen:
            rows += [row(cells) for cells in _label_rows(position)] + _data_rows(position, _columns(out))
        parts.append(table(rows, WIDE[5]))
    else:
        for position in chosen:
            parts += [paragraph("INDIKATOR KINERJA INDIVIDU"), *map(paragraph, _label_lines(position))]
            rows = [_head(_columns(out)), row([cell(str(number)) for number in range(1, 5)])]
            parts.append(table(rows + _data_rows(position, _columns(out)), WIDE[4]))
    parts += [paragraph(join(each.cells).text) for each in out.back]
    return document(parts)


def _columns(out: Outline) -> list[str]:
    return list(out.positions[0].plans[0].indicators[0].rows[0]) and (
        ["nomor", "rencana", "indikator", "formulasi", "sumber_data"]
        if out.positions[0].plans[0].number is not None
        else ["rencana", "indikator", "formulasi", "sumber_data"]
    )


def _head(columns: list[str]) -> str:
    return row([cell(_TITLES[column]) for column in columns], head=True)


def _label_rows(position: Position) -> list[list[str]]:
    name = join(position.name).text
    rows = [[cell("Jabatan:", 2), cell(name, 3)]]
    for field in ("tugas", "fungsi"):
        if field in position.fields:
            texts = [position.fields[field].beside, *(each for _, each in position.fields[field].below)]
            rows.append([cell(f"{field.title()}:", 2), cell(join(texts).text, 3)])
    return rows


def _label_lines(position: Position) -> list[str]:
    lines = [f"1. JABATAN : {join(position.name).text}"]
    for number, field in enumerate(("tugas", "fungsi"), 2):
        if field in position.fields:
            found = position.fields[field]
            lines.append(f"{number}. {field.upper()} : {found.beside.text}")
            lines += [each.text for _, each in found.below]
    return lines


def _data_rows(position: Position, columns: list[str]) -> list[str]:
    rows = []
    for plan in position.plans:
        first = True
        several = sum(len(each.rows) for each in plan.indicators) > 1
        for indicator in plan.indicators:
            for at, named in enumerate(indicator.rows):
                merge = ("restart" if first else "continue") if several else ""
                cells = [cell(_text(each) if first else "", merge=merge) for each in _leading(plan, columns)]
                for column in columns[-3:]:
                    shared = column == "indikator" and len(indicator.rows) > 1
                    cells.append(cell(named[column].text, merge=("continue" if at else "restart") if shared else ""))
                rows.append(row(cells))
                first = False
    return rows


def _leading(plan: object, columns: list[str]) -> list[Cell | None]:
    return [plan.number, plan.text] if columns[0] == "nomor" else [plan.text]  # type: ignore[attr-defined]


def _text(each: Cell | None) -> str:
    return each.text if each else ""


SMALL = {"kebomas.pdf": ("kebomas-2023.txt", slice(4)), "klojen.pdf": ("klojen-2018.txt", slice(5))}
"""The files of `tests/data/pdf`: which decree, and which of its positions."""

if __name__ == "__main__":
    os.makedirs(PDF, exist_ok=True)
    for made, (name, positions) in SMALL.items():
        with open(os.path.join(PDF, made), "wb") as file:
            file.write(printed(word_file(name, positions), '{"UseTaggedPDF":{"type":"boolean","value":"false"}}'))
