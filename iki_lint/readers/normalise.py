"""From rows to positions, plans and indicators. The one state machine behind every reader.

Only a Jabatan opens a position: column titles, blank lines and page breaks change nothing. A filled rencana cell
opens a plan and an empty one continues it; an empty indicator cell adds a formula to the open indicator.
"""

from collections import Counter

from iki_lint.readers.fields import read_duties, read_functions
from iki_lint.readers.headings import Heading, headings
from iki_lint.readers.labels import Label, is_page_number, is_signing, is_title, label_of, paragraph
from iki_lint.readers.merged import covered
from iki_lint.readers.outline import Field, Indicator, Outline, Plan, Position, Repair, left_out, outline
from iki_lint.readers.rows import Cell, Draft, Row, join, spans
from iki_lint.readers.shift import align, unsourced
from iki_lint.readers.skp import aspect_of, identity_of, is_behaviour, is_section, post_of
from iki_lint.readers.titles import OTHER, is_number_row, is_separator

# The columns of the two usual forms, for a document that has lost every header.
_FIVE = ("nomor", "rencana", "indikator", "formulasi", "sumber_data")
_FOUR = _FIVE[1:]


class _Walk:
    """Where the walk stands.

    `headings` are the lines of titles, `columns` those of the position tables (`guessed` when no header says so),
    `goals` those of an open IKU table, `open` the label that the next paragraphs belong to, `pending` the paragraphs
    whose role is not known before the next table row. `below_header` is true in the row after a header, `skp` behind
    the post of an SKP, `conduct` in the part of it that has no indicators. `above` is the superior's plan last read,
    which holds for the rows below it, `row` the cells of the last row, by field. `unsourced` are the lines of posts
    without any source.
    """

    __slots__ = (
        "above",
        "below_header",
        "columns",
        "conduct",
        "goals",
        "guessed",
        "headings",
        "open",
        "out",
        "pending",
        "row",
        "skp",
        "unsourced",
    )

    def __init__(self, draft: Draft) -> None:
        self.out = outline(draft)
        self.headings = headings(draft.rows)
        wide = [found for found in self.headings.values() if "kode" not in found.fields]
        self.guessed = not wide
        self.below_header = False
        self.skp = False
        self.conduct = False
        self.above: Cell | None = None
        self.columns = wide[0] if wide else _guess(draft)
        self.unsourced = unsourced(draft.rows, self.headings, self.columns)
        self.goals: Heading | None = None
        self.open: str | None = None
        self.row: dict[str, Cell] = {}
        self.pending: list[Row] = []

    @property
    def position(self) -> Position | None:
        return self.out.positions[-1] if self.out.positions else None


def normalise(draft: Draft) -> Outline:
    """Give every row of a draft its role and its place; never raises, never drops a row."""
    walk = _Walk(draft)
    for row in draft.rows:
        walk.out.labels.extend(row.markup)
        if any(draft.source.text[start] == "<" for start, _ in row.markup):
            walk.out.repairs.append(Repair("tanda-html", "impor-tanda-html", row, {}))
        _take(walk, row)
    _settle(walk, last=True)
    for position in walk.out.positions:
        for name, field in position.fields.items():
            reading = read_functions(field) if name == "fungsi" else read_duties(field)
            position.readings[name] = reading
            walk.out.roles.update((row.line, role) for row, role in reading.roles)
            walk.out.labels.extend(reading.labels)
            walk.out.repairs.extend(reading.repairs)
    walk.out.repairs.sort(key=lambda repair: repair.row.line)
    return walk.out


def _guess(draft: Draft) -> Heading:
    widths = Counter(len(row.cells) for row in draft.rows if len(row.cells) > 2)
    fields = _FIVE if widths and widths.most_common(1)[0][0] > 4 else _FOUR
    return Heading(fields, ("",) * len(fields))


def _take(walk: _Walk, row: Row) -> None:
    out = walk.out
    identity = identity_of(row)
    found = post_of(row) if identity else label_of(row)
    walk.skp = walk.skp or bool(identity and found)
    if identity and not found:
        out.roles[row.line] = "identitas"
    elif found and (found.field == "jabatan" or walk.position):
        _label(walk, row, found)
    elif heading := walk.headings.get(row.line):
        _settle(walk)
        _header(walk, row, heading)
        walk.below_header = True
        return
    elif is_number_row(row):
        out.roles[row.line] = "nomor-kolom"
    elif walk.conduct or (walk.skp and is_behaviour(row)):
        _settle(walk)
        out.roles[row.line] = "perilaku"
        walk.conduct = True
    elif walk.skp and is_section(row):
        _settle(walk)
        out.roles[row.line] = "judul"
        walk.above = None
    elif is_separator(row) or not any(cell.text for cell in row.cells):
        out.roles[row.line] = "pemisah"
        if not walk.below_header and len(row.cells) > 1:
            out.repairs.append(Repair("garis-pemisah", "impor-garis-pemisah", row, {}))
    elif not walk.position and walk.goals and len(row.cells) > 1:
        out.roles[row.line] = "iku"
        out.goal_rows.append((row, walk.goals))
    elif not walk.position:
        out.roles[row.line] = "naskah"
        out.front.append(row)
        walk.goals = None
    elif cell := paragraph(row):
        _paragraph(walk, row, cell, walk.position)
    else:
        _data(walk, row, walk.position)
    walk.below_header = False


def _header(walk: _Walk, row: Row, heading: Heading) -> None:
    coded = "kode" in heading.fields
    walk.out.roles[row.line] = "judul-iku" if coded else "judul-kolom"
    walk.conduct = False
    if not walk.position:
        walk.goals = heading
    if not coded:
        walk.columns = heading
    for title, others in () if heading.below else heading.rivals:
        told = {"dipakai": title, "kolom": ", ".join(others)}
        walk.out.repairs.append(Repair("kolom-sejenis", "impor-kolom-sejenis", row, told))
    if row.cells[0].text[:1].isdigit():
        walk.out.repairs.append(Repair("judul-kolom", "impor-judul-kolom", row, {"judul": row.cells[0].text}))


def _label(walk: _Walk, row: Row, found: Label) -> None:
    out, position = walk.out, walk.position
    out.roles[row.line] = f"{found.field}-{'baris' if len(row.cells) > 1 else 'paragraf'}"
    out.labels.extend(found.label)
    _settle(walk)
    walk.conduct, walk.above = False, None
    if found.field == "jabatan" or not position:
        _title_above(walk)
        out.positions.append(Position(row, [found.value], {}, {}, []))
    elif found.field in position.fields:
        out.repairs.append(Repair("label-ganda", "impor-label-ganda", row, {"label": found.field.title()}))
        if found.value.text:
            position.fields[found.field].below.append((row, found.value))
    else:
        if position.plans:
            out.repairs.append(Repair("label-terlambat", "impor-label-terlambat", row, {"label": found.field.title()}))
        position.fields[found.field] = Field(row, found.value, [])
    walk.open = found.field


def _title_above(walk: _Walk) -> None:
    """A heading that stands alone right above the first position is its title, no part of the decree's text."""
    front = walk.out.front
    if walk.position or not front or not _is_iki_title(join(front[-1].cells)):
        return
    if len(front) == 1 or front[-2].line < front[-1].line - 1:
        walk.out.roles[front.pop().line] = "judul"


def _is_iki_title(cell: Cell) -> bool:
    return is_title(cell) and cell.text.startswith("INDIKATOR KINERJA INDIVIDU")


def _paragraph(walk: _Walk, row: Row, cell: Cell, position: Position) -> None:
    if is_signing(cell):
        walk.open = None
    label = walk.open or ""
    if label == "jabatan" and not join(position.name).text:
        position.name.append(cell)
        walk.out.roles[row.line] = "sambungan"
    elif label in position.fields and not is_title(cell) and not is_page_number(cell):
        position.fields[label].below.append((row, cell))
    else:
        walk.pending.append(row)


def _settle(walk: _Walk, last: bool = False) -> None:
    """Give the paragraphs since the last table row their roles, now that it is known what follows them."""
    pending, walk.pending = walk.pending, []
    cells = [join(row.cells) for row in pending]
    closing = last or any(cell.text.startswith("NIP") for cell in cells)
    for row, cell in zip(pending, cells, strict=True):
        role = "penutup" if closing else "tidak-dikenali"
        if is_page_number(cell):
            role = "nomor-halaman"
        elif _is_iki_title(cell) or (is_title(cell) and not closing):
            role = "judul"
        walk.out.roles[row.line] = role
        if role == "penutup":
            walk.out.back.append(row)
        elif role == "tidak-dikenali":
            walk.out.unknown.append(row)


def _data(walk: _Walk, row: Row, position: Position) -> None:
    _settle(walk)
    out, walk.open = walk.out, None
    out.roles[row.line] = "data"
    if walk.guessed:
        walk.guessed = False
        out.repairs.append(Repair("tanpa-judul-kolom", "impor-tanpa-judul-kolom", row, {}))
    fields, titles = walk.columns.fields, walk.columns.titles
    cells, kind, note = align(row.cells, fields, row.line not in walk.unsourced, not position.plans)
    if kind:
        out.repairs.append(Repair(kind, note, row, {}))
    named = {name: cell for name, cell in zip(fields, cells, strict=True) if name != OTHER}
    lost = [
        (title, cell) for name, title, cell in zip(fields, titles, cells, strict=True) if name == OTHER and cell.text
    ]
    aspect = named.get("aspek")
    if aspect and aspect.text and not (aspect_of(aspect) and named["indikator"].text):
        lost.append((titles[fields.index("aspek")], named.pop("aspek")))
    named, shared = covered(named, walk.row)
    walk.row = named
    out.shared.extend(shared)
    for title, cell in lost:
        out.repairs.append(left_out(row, title, cell))
        out.labels.extend(spans(cell))
    for name in ("aspek", "pimpinan"):
        if name in named:
            out.labels.extend(spans(named[name]))
    number, text, above = named.pop("nomor", None), named.pop("rencana", None), named.pop("pimpinan", None)
    if above and above.text:
        walk.above = above
    if (number and number.text) or (text and text.text) or not position.plans:
        if not (text and text.text):
            out.repairs.append(Repair("rencana-tidak-tertulis", "impor-rencana-tidak-tertulis", row, {}))
        position.plans.append(Plan(number, text, [], row, walk.above))
    indicators = position.plans[-1].indicators
    if not indicators or named["indikator"].text:
        indicators.append(Indicator([], []))
    indicators[-1].rows.append(named)
    indicators[-1].origin.append(row)
