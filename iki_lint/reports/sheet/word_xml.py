"""Blocks of a sheet as WordprocessingML.

Written as text: a table of a thousand rows takes python-docx minutes, cell by cell.
"""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape as xml

from iki_lint.reports.escape import escape
from iki_lint.reports.sheet.paper import shared
from iki_lint.reports.sheet.record import (
    Band,
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Items,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Styled,
    Table,
    text_of,
)

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS = 1440 / 25.4
"""Twips (a twentieth of a point) in a millimetre."""

LEFT_BLANK = "…" * 24
SIGNATURES_IN_A_ROW = 3
SPLITS = 900
"""A row with a cell of more characters may be split by a page."""

_SHADE, _BAND = "DDE5EE", "F1F4F8"
_LABEL_MM = 40
_ALIGN = {"left": "left", "centre": "center", "right": "right"}
_TONE = {"strong": "<w:b/>", "proposed": "<w:i/>", "tick": '<w:sz w:val="22"/>'}
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def blocks_xml(blocks: Sequence[Block], width: float) -> Iterator[str]:
    """The blocks, on a page on which `width` millimetres can be written on."""
    for block in blocks:
        if isinstance(block, Heading):
            yield paragraph(block.text, f"Heading{block.level}")
        elif isinstance(block, Paragraph):
            yield paragraph(block.text, "Catatan" if block.tone == "note" else "", _TONE.get(block.tone, ""))
        elif isinstance(block, Items):
            yield from (paragraph(f"{at}.\t{text}", "Butir") for at, text in enumerate(block.sentences, 1))
        elif isinstance(block, Facts):
            yield _facts(block, width)
        elif isinstance(block, Signatures):
            yield _signatures(block, width)
        else:
            yield _table(block, width)


def paragraph(text: str, style: str = "", tone: str = "", more: str = "", run_on: str = "") -> str:
    """A paragraph in a style; `tone` are properties of its letters, `more` of the paragraph, `run_on` what follows."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{name}{more}</w:pPr>" if name or more else ""
    return f"<w:p>{properties}{run(text, tone)}{run_on}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Letters with the same properties, with nothing in them that is not shown; their lines and tabs kept."""
    if not text:
        return ""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{xml(escape(part))}</w:t>' for part in line.split("\t"))
        for line in text.split("\n")
    )
    return f"<w:r>{head}{'<w:br/>'.join(lines)}</w:r>"


def _facts(block: Facts, width: float) -> str:
    widths = [round(_LABEL_MM * TWIPS), round((width - _LABEL_MM) * TWIPS)]
    rows = "".join(
        _row(
            _cell(name, widths[0], "Tabel", "<w:b/>", shade=_BAND)
            + _cell(text_of(told) or LEFT_BLANK, widths[1], "Tabel", _tone(told))
        )
        for name, told in block.facts
    )
    return _framed(widths, rows)


def _table(block: Table, width: float) -> str:
    style = "TabelRapat" if block.dense else "Tabel"
    widths = shared(block.columns, round(width * TWIPS))
    heading = "".join(
        _cell(column.title, wide, style, "<w:b/>", "center", _SHADE, keep=True)
        for column, wide in zip(block.columns, widths, strict=True)
    )
    rows = "".join(_table_row(row, block.columns, widths, style) for row in block.rows)
    return _framed(widths, _row(heading, "<w:tblHeader/>") + rows)


def _table_row(row: Row, columns: Sequence[Column], widths: Sequence[int], style: str) -> str:
    if isinstance(row, Band):
        more = run(f" {row.more}") if row.more else ""
        return _row(_cell(row.text, sum(widths), style, "<w:b/>", "left", _BAND, len(widths), True, more))
    cells = "".join(
        _cell(text_of(cell), wide, style, _tone(cell), _ALIGN[column.align])
        for cell, column, wide in zip(row, columns, widths, strict=True)
    )
    return _row(cells, whole=all(len(text_of(cell)) <= SPLITS for cell in row))


def _tone(cell: Cell) -> str:
    return _TONE.get(cell.tone, "") if isinstance(cell, Styled) else ""


def _signatures(block: Signatures, width: float) -> str:
    count = SIGNATURES_IN_A_ROW
    widths = shared([Column("", 1)] * count, round(width * TWIPS))
    rows = ""
    for start in range(0, len(block.parties), count):
        parties = block.parties[start : start + count]
        boxes = [_box(party, block.labels, wide) for party, wide in zip(parties, widths, strict=False)]
        boxes += [_cell("", wide, "Tabel") for wide in widths[len(boxes) :]]
        rows += _row("".join(boxes))
    return _framed(widths, rows)


def _box(party: Signature, labels: tuple[str, str, str], wide: int) -> str:
    keep = "<w:keepNext/>"
    lines = [
        paragraph(party.act, "Tabel", "<w:b/>", keep),
        paragraph(party.office, "Tabel", "", keep + '<w:spacing w:after="1000"/>'),
        *(paragraph(f"{label}: {'…' * 12}", "Tabel", "", keep) for label in labels),
    ]
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{"".join(lines)}</w:tc>'


def _framed(widths: Sequence[int], rows: str) -> str:
    """A table of fixed widths, and the small paragraph that keeps it apart from what follows."""
    borders = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="7F8A96"/>' for edge in _EDGES)
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    margins = "".join(
        f'<w:{edge} w:w="{size}" w:type="dxa"/>'
        for edge, size in (("top", 25), ("left", 55), ("bottom", 25), ("right", 55))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{paragraph('', 'Jeda')}"
    )


def _row(cells: str, properties: str = "", whole: bool = True) -> str:
    kept = "<w:cantSplit/>" if whole else ""
    head = f"<w:trPr>{kept}{properties}</w:trPr>" if kept or properties else ""
    return f"<w:tr>{head}{cells}</w:tr>"


def _cell(
    text: str,
    wide: int,
    style: str,
    tone: str = "",
    align: str = "left",
    shade: str = "",
    span: int = 1,
    keep: bool = False,
    run_on: str = "",
) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    kept = "<w:keepNext/>" if keep else ""
    aligned = f'<w:jc w:val="{align}"/>' if align != "left" else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{spanned}{shaded}</w:tcPr>'
        f"{paragraph(text, style, tone, kept + aligned, run_on)}</w:tc>"
    )
