"""What the text around the tables says: number, subject, considerations, dictums, office and period.

Only what is written is read: a part that the text does not have gets no key (its `nomor` is then null, as in the
canonical YAML). Words keep their spelling; list letters and the labels are left out.
"""

import re
from collections.abc import Sequence

from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, texts
from iki_lint.readers.labels import is_signing, item_of
from iki_lint.readers.ledger import pieces
from iki_lint.readers.nodes import derived, located, put, sequence
from iki_lint.readers.outline import Outline
from iki_lint.readers.rows import Cell, Row, join, part
from iki_lint.readers.signature import read_date, read_place, read_signatory

_NUMBER = re.compile(r"nomor\s*:\s*", re.IGNORECASE)
_SUBJECT = re.compile(r"TENTANG\s*:?\s*")
_PERIOD = re.compile(r"TAHUN\s+(\d{4})(?:\s*(?:-|–|/|s\.?/?d\.?|sampai dengan)\s*(\d{4}))?", re.IGNORECASE)
_TITLE_END = re.compile(
    r"DENGAN RAHMAT|CAMAT|LURAH|BUPATI|WALI ?KOTA|KEPALA|GUBERNUR|INSPEKTUR|DIREKTUR|TENTANG|LAMPIRAN"
)
_SECTION = re.compile(
    r"(?:[-•]\s*)?(menimbang|mengingat|memperhatikan|menetapkan|memutuskan)\s*(?::\s*|$)", re.IGNORECASE
)
_DICTUM = re.compile(
    r"(?:[-•]\s*)?(?:PERTAMA|KESATU|KEDUA|KETIGA|KEEMPAT|KELIMA|KEENAM|KETUJUH|KEDELAPAN|KESEMBILAN|KESEPULUH"
    r"|KE[A-Z]+ ?BELAS)\s*:\s*"
)
_END = re.compile(r"LAMPIRAN\b|Tembusan|Salinan", re.IGNORECASE)
_ATTACHMENT = re.compile(r"LAMPIRAN(?:\s+(?:[IVX]+|\d+))?(?=\s|:|$)")
_OFFICE = r"(?:KECAMATAN|KELURAHAN|DINAS|BADAN|INSPEKTORAT|SEKRETARIAT|SATUAN|KANTOR|BAGIAN)\b"
_REGION = r"(?:KABUPATEN|KOTA)\b"
_HEAD = re.compile(rf"PEMERINTAH\s+(?P<region>{_REGION}.+?)(?:\s+(?P<office>{_OFFICE}.+))?$")
_UNIT = re.compile(rf"(?P<office>{_OFFICE}.+?)(?:\s+(?P<region>{_REGION}.+))?$")


def read_preamble(out: Outline) -> dict[str, Node]:
    """The nodes `keputusan` and `unit_kerja`, the latter only where the text names the office."""
    source = out.draft.source
    front = [(row, join(row.cells)) for row in out.front]
    back = [(row, join(row.cells)) for row in out.back]
    end = next((i for i, (_, cell) in enumerate(front) if _END.match(cell.text)), len(front))
    body = front[:end] or front
    decree = Map(source, front[0][1].start if front else 0)
    _keep(decree, "nomor", _number([cell for _, cell in front], source))
    subject = _subject(_left(body, decree)) or _title(_left(front, decree))
    _keep(decree, "tentang", located(subject, source) if subject else None)
    for key, cells in _sections([cell for _, cell in _left(body, decree)]).items():
        put(decree, key, sequence(source, [located(cell, source) for cell in cells], cells[0].start))
    headings = [part(cell, *m.span()) for _, cell in front + back if (m := _ATTACHMENT.match(cell.text))]
    if headings:
        put(decree, "lampiran", sequence(source, [located(each, source) for each in headings], headings[0].start))
    signing = [cell for _, cell in _left(body + back, decree)]
    _keep(decree, "tempat", read_place(signing, source))
    _keep(decree, "tanggal", read_date(signing, source))
    _keep(decree, "periode", _period([cell for _, cell in front], source))
    _keep(decree, "penandatangan", read_signatory(signing, source))
    found: dict[str, Node] = {"keputusan": decree}
    unit = _unit([cell for _, cell in front], source)
    if unit:
        found["unit_kerja"] = unit
    return found


def _left(rows: Sequence[tuple[Row, Cell]], decree: Map) -> list[tuple[Row, Cell]]:
    """The rows of which nothing was read yet: no word is read twice."""
    taken = {text.source.position(start)[0] for text in texts(decree) for start, _, _ in pieces(text)}
    return [(row, cell) for row, cell in rows if row.line not in taken]


def _keep(node: Map, key: str, value: Node | None) -> None:
    if value is not None:
        put(node, key, value)


def _number(cells: Sequence[Cell], source: Source) -> Node:
    for cell in cells:
        match = _NUMBER.match(cell.text)
        if match:
            return located(part(cell, match.end()), source)
    at = cells[0].start if cells else 0
    return located(Cell("", at, at, ((0, at),)), source)


def _subject(body: Sequence[tuple[Row, Cell]]) -> Cell | None:
    """The lines below TENTANG, up to a gap or the name of the office that decides."""
    for i, (row, cell) in enumerate(body):
        match = _SUBJECT.match(cell.text)
        if not match:
            continue
        beside = part(cell, match.end())
        lines, last = ([beside], row.line) if beside.text else ([], 0)
        for following, words in body[i + 1 :]:
            stop = _TITLE_END.match(words.text) or _SECTION.match(words.text) or _PERIOD.fullmatch(words.text)
            if stop or (lines and following.line > last + 1):
                break
            lines.append(words)
            last = following.line
        return join(lines) if lines else None
    return None


def _title(front: Sequence[tuple[Row, Cell]]) -> Cell | None:
    """Without a TENTANG: the heading block of the document, without its year."""
    lines: list[Cell] = []
    last = 0
    for row, cell in front:
        if lines and (row.line > last + 1 or _PERIOD.fullmatch(cell.text)):
            break
        if lines or cell.text.startswith("INDIKATOR KINERJA"):
            lines.append(cell)
        last = row.line
    return join(lines) if lines else None


def _period(cells: Sequence[Cell], source: Source) -> Map | None:
    for cell in cells:
        match = _PERIOD.fullmatch(cell.text)
        if match:
            node = Map(source, cell.start)
            first = part(cell, *match.span(1))
            until = part(cell, *match.span(2)) if match[2] else first
            _keep(node, "dari", derived(first.text, source, first.start, first.end))
            _keep(node, "sampai", derived(until.text, source, until.start, until.end))
            return node
    return None


def _sections(body: Sequence[Cell]) -> dict[str, list[Cell]]:
    """The items of menimbang, mengingat and diktum; a dictum's own list joins it."""
    found: dict[str, list[list[Cell]]] = {}
    section, decided = "", False
    for cell in body:
        head = _SECTION.match(cell.text)
        dictum = _DICTUM.match(cell.text) if decided else None
        if head:
            section = head[1].lower()
            decided = decided or section in ("memutuskan", "menetapkan")
            cell = part(cell, head.end())
            dictum = _DICTUM.match(cell.text) if decided else None
        if dictum:
            section = "diktum"
            found.setdefault(section, []).append([part(cell, dictum.end())])
        elif is_signing(cell):
            section = ""
        elif section in ("menimbang", "mengingat", "diktum") and cell.text:
            items = found.setdefault(section, [])
            item = item_of(cell)
            words = item.value if item and (section != "diktum" or not item.mark) else cell
            if section == "diktum" and item and item.mark and cell.text[0] in "-•":
                words = part(cell, 1)
            if items and (section == "diktum" or not item):
                items[-1].append(words)
            else:
                items.append([words])
    return {key: [join(cells) for cells in items] for key, items in found.items()}


def _unit(cells: Sequence[Cell], source: Source) -> Map | None:
    """The office and its region, from the letterhead or else from a line of the title that is just their names."""
    node = Map(source, 0)
    names = {"office": "nama", "region": "kabupaten_kota"}
    for pattern in (_HEAD, _UNIT):
        for cell in cells:
            match = pattern.match(cell.text) if len(cell.text) < 200 and cell.text == cell.text.upper() else None
            for group, key in names.items():
                if match and match[group] and key not in node.items:
                    _keep(node, key, located(part(cell, *match.span(group)), source))
        if "nama" in node.items:
            break
    first = next(iter(node.items.values()), None)
    if first is None:
        return None
    node.start = first.start
    node.items = {key: node.items[key] for key in names.values() if key in node.items}
    return node
