"""A sheet as a Word document."""

import io
import re
from copy import deepcopy
from typing import Any

from docx import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from iki_lint.reports.sheet.package import timeless
from iki_lint.reports.sheet.paper import SIDES, SIDES_LANDSCAPE, TOP, Paper
from iki_lint.reports.sheet.record import Sheet
from iki_lint.reports.sheet.word_xml import NAMESPACE, blocks_xml, paragraph, run

FONT = "Arial"
"""Word has it; LibreOffice puts Liberation Sans in its place, which is as wide."""

_LANGUAGES = {"id": "id-ID", "en": "en-GB"}
_STYLES = (("Catatan", 8.5, 4), ("Butir", 10, 2), ("Tabel", 8.5, 0), ("TabelRapat", 7.5, 0), ("Jeda", 4, 0))
"""The styles of our own: name, size and space below in points."""


def write(sheet: Sheet, paper: Paper) -> bytes:
    """The document; the same bytes for the same sheet."""
    document = Document()
    _style(document, sheet.lang)
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(TOP)
    section.header_distance = section.footer_distance = Mm(8)
    _put(section.header.paragraphs[0], paragraph(f"{sheet.title} · {sheet.subtitle}", "Catatan"))
    _put(section.footer.paragraphs[0], _foot(sheet))
    written = _document(sheet, paper, document.element.body.sectPr)
    made = io.BytesIO()
    document.save(made)
    return timeless(made.getvalue(), sheet.title, {document.part.partname.lstrip("/"): written})


def _document(sheet: Sheet, paper: Paper, model: Any) -> bytes:
    """The text of the document, its pages like those of the section `model`.

    A section ends with a paragraph that holds its properties; those of the last one stand at the end.
    """
    parts = [paragraph(sheet.title, "Title"), paragraph(sheet.subtitle, "Subtitle")]
    for at, section in enumerate(sheet.sections):
        sides = SIDES_LANDSCAPE if section.landscape else SIDES
        wide = paper.page(section.landscape)[0]
        parts += blocks_xml(section.blocks, wide - 2 * sides)
        following = sheet.sections[at + 1] if at + 1 < len(sheet.sections) else None
        # A section of pages of its own is one of Word's too, even where the pages stand alike.
        if following and following.landscape == section.landscape and not following.attached:
            continue
        page = _page(model, paper, section.landscape, sides)
        parts.append(paragraph("", "Jeda", more=page) if following else page)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(parts)}</w:body></w:document>'
    ).encode()


def _page(model: Any, paper: Paper, landscape: bool, sides: int) -> str:
    """The properties of a section like those of another, on its own kind of page."""
    page = deepcopy(model)
    wide, high = paper.page(landscape)
    size, margins = page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))
    size.set(qn("w:w"), str(Mm(wide).twips))
    size.set(qn("w:h"), str(Mm(high).twips))
    size.set(qn("w:orient"), "landscape" if landscape else "portrait")
    for edge in ("w:left", "w:right"):
        margins.set(qn(edge), str(Mm(sides).twips))
    return str(serialize_part_xml(page).decode().partition("?>\n")[2])


def _put(old: Any, new: str) -> None:
    """Put a paragraph in the place of another."""
    old._p.addnext(parse_xml(new.replace("<w:p>", f'<w:p xmlns:w="{NAMESPACE}">', 1)))
    old._p.getparent().remove(old._p)


def _foot(sheet: Sheet) -> str:
    """The page's number of all pages, and the foot of the sheet."""
    fields = {"{halaman}": "PAGE", "{jumlah}": "NUMPAGES"}
    numbers = "".join(
        f'<w:fldSimple w:instr="{fields[part]}"><w:r><w:t>1</w:t></w:r></w:fldSimple>' if part in fields else run(part)
        for part in re.split(r"(\{\w+\})", sheet.page_of)
    )
    return paragraph("", "Catatan", more='<w:jc w:val="center"/>', run_on=f"{numbers}{run(f' · {sheet.foot}')}")


def _style(document: Any, lang: str) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.paragraph_format.space_after = Pt(4)
    _lettered(normal, 10)
    language = parse_xml(f'<w:lang xmlns:w="{NAMESPACE}" w:val="{_LANGUAGES[lang]}"/>')
    for old in normal.element.rPr.findall(qn("w:lang")):
        normal.element.rPr.remove(old)
    normal.element.rPr.append(language)
    for name, size, before, after in (
        ("Title", 15, 0, 2), ("Subtitle", 11, 0, 8), ("Heading 1", 12, 10, 4), ("Heading 2", 10.5, 8, 3)
    ):  # fmt: skip
        style = styles[name]
        _lettered(style, size)
        style.font.bold, style.font.italic = name != "Subtitle", False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        for extra in [*style.element.iter(qn("w:pBdr")), *style.element.iter(qn("w:spacing"))]:
            if extra.getparent().tag == qn("w:rPr") or extra.tag == qn("w:pBdr"):
                extra.getparent().remove(extra)
    for name, size, after in _STYLES:
        style = styles.add_style(name, 1)
        style.base_style = normal
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(after)
    styles["Catatan"].paragraph_format.keep_with_next = True
    butir = styles["Butir"].paragraph_format
    butir.left_indent, butir.first_line_indent = Mm(7), Mm(-7)
    butir.tab_stops.add_tab_stop(Mm(7))
    gap = styles["Jeda"].paragraph_format
    gap.line_spacing = Pt(4)


def _lettered(style: Any, size: float) -> None:
    """Our font for all kinds of letters, whatever the theme says."""
    style.font.name = FONT
    style.font.size = Pt(size)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "Theme" in name or "theme" in name:
            del fonts.attrib[name]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
