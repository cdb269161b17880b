"""Import a decree: from the bytes of a text or Markdown file, or the rows of any reader, to the located tree."""

import hashlib
from typing import NamedTuple

from iki_lint.decree.decoding import decode
from iki_lint.decree.limits import text_too_long
from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map
from iki_lint.findings import Counts
from iki_lint.readers import is_document
from iki_lint.readers.build import build
from iki_lint.readers.ledger import check, count_roles
from iki_lint.readers.normalise import normalise
from iki_lint.readers.outline import Outline
from iki_lint.readers.rows import Draft, Row, join
from iki_lint.readers.text import read
from iki_lint.readers.unreadable import UnreadableDecree, unreadable

MOVED = ("digeser", "mohon-periksa")


class Mended(NamedTuple):
    """A repair: the id of the row or position (None where there is none), its line, the kind and a sentence's key.

    Kinds "digeser" (cells moved, no doubt) and "mohon-periksa" (moved or kept, but please look) concern columns.
    """

    id: str | None
    line: int
    kind: str
    note: str
    args: dict[str, str]


class Origin(NamedTuple):
    """Where an id comes from: a line of the text, and the address in a Word, Excel or PDF file."""

    line: int
    address: str | None


class Imported(NamedTuple):
    """An imported decree.

    `root` is the located tree, places refer to `source`. `roles` is the ledger: the role of each non-blank line.
    `problems` are not fatal: lines that nobody could explain and that are not in the tree, and what could not be read.
    `draft` holds the rows that were read, with their addresses.
    """

    source: Source
    name: str
    sha256: str
    root: Map
    counts: Counts
    roles: dict[int, str]
    repairs: tuple[Mended, ...]
    origins: dict[str, Origin]
    problems: tuple[Problem, ...]
    draft: Draft

    @property
    def ledger(self) -> dict[str, int]:
        """How many lines play each role; the sum is the number of non-blank lines."""
        return count_roles(self.roles)

    @property
    def moved(self) -> tuple[Mended, ...]:
        """The rows whose cells were moved or are suspect."""
        return tuple(repair for repair in self.repairs if repair.kind in MOVED)


def import_file(path: str, data: bytes) -> Imported:
    """Import a file of any kind that a reader knows. Raises UnreadableDecree as `import_text` does."""
    if not is_document(path):
        return import_text(path, data)
    from iki_lint.readers.documents import read_document

    return import_rows(read_document(path, data), hashlib.sha256(data).hexdigest())


def import_text(path: str, data: bytes) -> Imported:
    """Import a text or Markdown file.

    Raises UnreadableDecree: IKI004 and IKI005 when it is too large or no UTF-8 text (see `decode`), IKI006 when it is
    no decree, IKI007 when a line cannot be accounted for.
    """
    # A form feed is a page break in a text made from a PDF, no character of the decree.
    source = decode(path, data.replace(b"\f", b" "))
    if isinstance(source, Problem):
        raise UnreadableDecree(source)
    return import_rows(read(source), hashlib.sha256(data).hexdigest())


def import_rows(draft: Draft, sha256: str) -> Imported:
    """Import what a reader found in a file with this checksum. Raises UnreadableDecree as `import_text` does."""
    source = draft.source
    out = normalise(draft)
    if not out.positions and not out.goal_rows:
        raise unreadable("IKI006", "impor-bukan-keputusan", source, 0, 0)
    root, counts, origins, ids = build(out)
    problem = text_too_long(source, root) or check(source, root, out.roles, out.labels, out.shared)
    if problem:
        raise UnreadableDecree(problem)
    # A file name may hold bytes that are no text.
    name = source.path.replace("\\", "/").rpartition("/")[2].encode(errors="replace").decode()
    repairs = [Mended(ids.get(r.row.line), r.row.line, r.kind, r.note, r.args) for r in out.repairs]
    noted = [note for note in draft.notes if not note.lost]
    repairs += [Mended(ids.get(note.line), note.line, "catatan", note.message, note.args) for note in noted]
    repairs.sort(key=lambda repair: repair.line)
    places = {id: Origin(row.line, _address(row)) for id, row in origins.items()}
    problems = _lost(draft) + _unknown(out)
    return Imported(source, name, sha256, root, counts, out.roles, tuple(repairs), places, problems, draft)


def summary(imported: Imported) -> tuple[str, dict[str, str]]:
    """The key and arguments of "77 jabatan, 659 rencana kinerja, 2039 indikator, 12 baris digeser"."""
    counts = imported.counts
    figures = {"jabatan": counts.positions, "rencana": counts.plans, "indikator": counts.indicators}
    args = {key: str(value) for key, value in {**figures, "digeser": len(imported.moved)}.items()}
    return "impor-ringkasan", args


def _address(row: Row) -> str | None:
    return next((cell.address for cell in row.cells if cell.address), None)


def _lost(draft: Draft) -> tuple[Problem, ...]:
    rows = {row.line: row for row in draft.rows}
    found = []
    for note in draft.notes:
        if note.lost:
            cells = rows[note.line].cells
            found.append(Problem("IKI007", note.message, note.args, draft.source, cells[0].start, cells[-1].end))
    return tuple(found)


def _unknown(out: Outline) -> tuple[Problem, ...]:
    source = out.draft.source
    found = []
    for row in out.unknown:
        words = join(row.cells).text[:80]
        key, args = "impor-baris-tidak-dikenali", {"baris": str(row.line), "isi": words}
        if address := _address(row):
            key, args = "impor-tempat-tidak-dikenali", {"alamat": address, "isi": words}
        found.append(Problem("IKI007", key, args, source, row.cells[0].start, row.cells[-1].end))
    return tuple(found)
