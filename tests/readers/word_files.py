"""Word files made by hand, as bytes: any XML of the body, and the two decrees as a Word file would hold them."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from decree_files import imported, table_rows, tree

from iki_lint.readers.rows import join

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
LETTERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
)


def relations(targets: Iterable[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{i}" Type="{TYPES}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def word(body: str, numbering: str = "", styles: str = "") -> bytes:
    """A Word file with this body; `numbering` and `styles` are the content of those parts."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{KINDS}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("numbering", "numbering"), ("styles", "styles"))
    )
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": relations([("numbering", "numbering.xml"), ("styles", "styles.xml")]),
        "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr>"
        '<w:pgSz w:w="18720" w:h="12240" w:orient="landscape"/></w:sectPr></w:body></w:document>',
        "word/numbering.xml": f"{HEAD}<w:numbering {SPACES}>{numbering}</w:numbering>",
        "word/styles.xml": f"{HEAD}<w:styles {SPACES}>{styles}</w:styles>",
    }
    return packed({name: text.encode() for name, text in parts.items()})


def packed(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def p(text: str = "", properties: str = "") -> str:
    """A paragraph."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


def item(list: int, level: int = 0) -> str:
    """The paragraph properties of a list item."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'


def tc(content: str, span: int = 1, merge: str = "") -> str:
    """A cell; `merge` is "restart" or "continue"."""
    about = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    about += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    about = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{about}{''.join(each if each.startswith('<') else tc(each) for each in cells)}</w:tr>"


def table(*rows: str, columns: int = 5) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = '<w:gridCol w:w="3400"/>' * columns
    about = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def decree(name: str) -> bytes:
    """A decree as its Word file may have been: one table (five columns) or one for each position (four)."""
    found, root = imported(name), tree(name)
    roles, rows = found.roles, found.draft.rows
    front = [row for row in rows if roles[row.line] in ("naskah", "judul-iku", "iku")]
    back = [row for row in rows if roles[row.line] == "penutup"]
    plain = "".join(_plain(group) for group in _together(front))
    cells: dict[int, list[tuple[int, ...]]] = {}
    for position, *row in table_rows(root):
        cells.setdefault(position, []).append(tuple(row))
    made, numbered = [], "nomor" in root["jabatan"][0]["rencana_kinerja"][0]
    if numbered:
        titles = tr("No.", "Rencana Kinerja", "Indikator Kinerja Individu", "Formulasi", "Sumber Data")
        for number, position in enumerate(root["jabatan"], 1):
            made += [
                *(_label_row(position, field) for field in ("nama", "tugas", "fungsi") if field in position),
                titles,
            ]
            made += _data(position, cells[number], numbered)
        content = table(*made)
    else:
        for number, position in enumerate(root["jabatan"], 1):
            content = p("INDIKATOR KINERJA INDIVIDU") + p(f"1. JABATAN : {position['nama']}")
            content += p(f"2. TUGAS : {position['tugas']}") + p("3. FUNGSI :")
            content += "".join(p(text, item(number)) for text in position["fungsi"])
            titles = ("KINERJA UTAMA", "INDIKATOR KINERJA UTAMA", "FORMULASI PERHITUNGAN/ PENJELASAN", "SUMBER DATA")
            rows_here = _data(position, cells[number], numbered)
            made.append(content + table(tr(*titles), tr("1", "2", "3", "4"), *rows_here, columns=4))
        content = "".join(made)
    lists = "".join(
        f'<w:num w:numId="{i}"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for i in range(1, len(root["jabatan"]) + 1)
    )
    return word(plain + content + "".join(p(join(row.cells).text) for row in back), LETTERS + lists)


def _together(rows: Sequence) -> list[list]:
    """Rows with as many cells as the one before are of one table."""
    groups: list[list] = []
    for row in rows:
        if groups and len(row.cells) > 1 and len(groups[-1][-1].cells) == len(row.cells):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _plain(group: list) -> str:
    if len(group[0].cells) == 1:
        return p(group[0].cells[0].text)
    return table(*(tr(*(cell.text for cell in row.cells)) for row in group), columns=len(group[0].cells))


def _label_row(position: dict, field: str) -> str:
    label = {"nama": "Jabatan", "tugas": "Tugas", "fungsi": "Fungsi"}[field]
    suffix = {"struktural": " (Struktural)", "pelaksana": " (JFU)"}[position["jenis"]] if field == "nama" else ""
    return tr(f"{label}:", tc((position[field] or "") + suffix, span=4))


def _data(position: dict, rows: Sequence[tuple], numbered: bool) -> list[str]:
    """The rows of a position; the cells of a plan, and of an indicator with several formulas, are merged."""
    plans = [plan.get("nomor") for plan in position["rencana_kinerja"]]
    made, seen = [], set()
    for plan, text, indicator, formula, source in rows:
        first = plan not in seen
        seen.add(plan)
        merge = "restart" if first else "continue"
        number = [tc(f"{plans[plan - 1]}." if first else "", merge=merge)] if numbered else []
        named = tc(indicator, merge="restart" if indicator else "continue")
        made.append(tr(*number, tc(text, merge=merge), named, tc(formula), tc(source)))
    return made
