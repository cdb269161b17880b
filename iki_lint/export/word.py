"""The annex of a decree as a Word document: for each position its duties and its table, column titles on every page.

The body is written as text: a table of a thousand rows takes python-docx minutes, cell by cell.
"""

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape as xml

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from iki_lint.export.rows import Annex, Line, titles
from iki_lint.office import timeless, writable

PAPERS = {"a4": (297, 210), "f4": (330, 215)}
"""Width and height in millimetres, landscape."""

SIDES, ENDS = 15, 15
SHARES = {"kode": 9, "nomor": 4, "uraian": 28, "nama": 31, "formulasi": 30, "sumber_data": 20}
OTHER_SHARES = {"satuan": 8, "target": 9, "penjelasan": 20}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS = 1440 / 25.4
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_FONT = "Arial"
_SMALL = '<w:sz w:val="18"/>'
_SIGNATURE_INDENT = 0.62
"""Where the signature begins, as a share of the width."""


def write(annex: Annex, paper: str) -> bytes:
    """The document on F4 or A4 paper (`paper`), landscape; the same bytes for the same annex."""
    document = Document()
    section = document.sections[0]
    wide, high = PAPERS[paper]
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Mm(SIDES)
    section.top_margin = section.bottom_margin = Mm(ENDS)
    _style(document)
    width = round((wide - 2 * SIDES) * _TWIPS)
    body = "".join(_body(annex, width))
    # One parse for all: adding element by element is slow.
    made = parse_xml(f'<w:body xmlns:w="{_NAMESPACE}">{body}</w:body>')
    sect = document.element.body.sectPr
    for element in list(document.element.body):
        if element is not sect:
            document.element.body.remove(element)
    for element in made:
        sect.addprevious(element)
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _style(document: object) -> None:
    normal = document.styles["Normal"]  # type: ignore[attr-defined]
    normal.font.name, normal.font.size = _FONT, Pt(10)
    normal.element.rPr.rFonts.set(f"{{{_NAMESPACE}}}eastAsia", _FONT)
    normal.paragraph_format.space_after = Pt(3)


def _body(annex: Annex, width: int) -> list[str]:
    parts = [_paragraph(line, bold=True, centre=True) for line in annex.heading]
    if annex.goals:
        parts.append(_paragraph(""))
        parts.append(_paragraph("INDIKATOR KINERJA UTAMA", bold=True, centre=True, keep=True))
        parts += [_table(annex.goal_columns, titles(annex.goal_columns, goals=True), annex.goals, width)]
        parts.append(_paragraph(""))
        parts.append(_paragraph("INDIKATOR KINERJA INDIVIDU", bold=True, centre=True, keep=True))
        parts += [_paragraph(line, bold=True, centre=True, keep=True) for line in annex.heading[-1:]]
    names = titles(annex.columns)
    for block in annex.blocks:
        parts.append(_paragraph(""))
        for label, words in block.labels:
            text = f"{label} : {words}" if label else words
            parts.append(_paragraph(text, bold=label == "Jabatan", keep=bool(label), item=not label))
        parts[-1] = parts[-1].replace('w:after="0"', 'w:after="80"')
        parts.append(_table(annex.columns, names, block.lines, width))
    parts.append(_paragraph(""))
    indent = round(width * _SIGNATURE_INDENT)
    parts += [_paragraph(line, keep=True, indent=indent) for line in annex.closing]
    return parts


def _paragraph(
    text: str, bold: bool = False, centre: bool = False, keep: bool = False, item: bool = False, indent: int = 0
) -> str:
    properties = "<w:keepNext/>" if keep else ""
    if item:
        properties += '<w:spacing w:after="0"/><w:ind w:left="567" w:hanging="283"/>'
    elif indent:
        properties += f'<w:spacing w:after="0"/><w:ind w:left="{indent}"/>'
    if centre:
        properties += '<w:jc w:val="center"/>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{_run(text, '<w:b/>' if bold else '')}</w:p>"


def _run(text: str, properties: str = "") -> str:
    if not text:
        return ""
    lines = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{xml(part)}</w:t>' for part in line.split("\t"))
        for line in writable(text).split("\n")
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{'<w:br/>'.join(lines)}</w:r>"


def _table(columns: Sequence[str], names: Sequence[str], lines: Sequence[Line], width: int) -> str:
    shares = [(SHARES | OTHER_SHARES)[column] for column in columns]
    widths = [width * share // sum(shares) for share in shares]
    head = "".join(_cell(name, wide, shade=True) for name, wide in zip(names, widths, strict=True))
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for number, line in enumerate(lines):
        after = lines[number + 1].cells if number + 1 < len(lines) else ("",) * len(columns)
        cells = []
        for column, wide, words, below in zip(columns, widths, line.cells, after, strict=True):
            merge = "continue" if words is None else "restart" if below is None else ""
            cells.append(_cell(words or "", wide, merge, centre=column in ("nomor", "kode")))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for edge in _EDGES)
    margins = "".join(
        f'<w:{edge} w:w="{size}" w:type="dxa"/>'
        for edge, size in (("top", 30), ("left", 70), ("bottom", 30), ("right", 70))
    )
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _cell(text: str, wide: int, merge: str = "", shade: bool = False, centre: bool = False) -> str:
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    shaded = '<w:shd w:val="clear" w:color="auto" w:fill="D9E2EC"/>' if shade else ""
    middle = '<w:vAlign w:val="center"/>' if shade else ""
    aligned = '<w:jc w:val="center"/>' if shade or centre else ""
    kept = "<w:keepNext/>" if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{merged}{shaded}{middle}</w:tcPr>'
        f'<w:p><w:pPr>{kept}<w:spacing w:after="0"/>{aligned}</w:pPr>'
        f"{_run(text, '<w:b/>' + _SMALL if shade else _SMALL)}</w:p></w:tc>"
    )
