"""Word files (.docx): every paragraph and every row of every table of the text, as it would be printed.

Headers, footers and comments are no part of the decree and are not read; footnotes are told, not read.
"""

from collections.abc import Iterable, Iterator, Sequence

from iki_lint.decree.source import Source
from iki_lint.readers.laid_out import Piece, lay_out
from iki_lint.readers.package import Package
from iki_lint.readers.rows import Draft, Note
from iki_lint.readers.text import MAX_CELLS
from iki_lint.readers.unreadable import unreadable
from iki_lint.readers.word_footnotes import REFERENCES, Footnotes
from iki_lint.readers.word_numbers import Numbers
from iki_lint.readers.word_styles import Node, Styles, W
from iki_lint.readers.word_text import Writing
from iki_lint.readers.word_walk import Found, Leftover, Walk

MAIN = "officeDocument"


def read(path: str, data: bytes) -> Draft:
    """The draft of a Word file.

    Raises UnreadableDecree: IKI004 when it is too large or too deep, IKI006 when it is no .docx or a broken one.
    """
    package = Package(path, data)
    main = package.related().get(MAIN, "word/document.xml")
    root = package.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise unreadable("IKI006", "word-bukan-docx", Source(path, ""), 0, 0)
    walk = Walk(writing(package, main))
    told: list[tuple[str, Leftover]] = []
    found = walk.body(body)
    if any(next(body.iter(reference), None) is not None for reference in REFERENCES):
        found = _footnoted(found, Footnotes(package, main), told)
    draft = lay_out(path, _counted(path, (each.pieces for each in found)))
    told += [("word-sel-gabungan", each) for each in walk.leftovers]
    lines = {cell.address: row.line for row in reversed(draft.rows) for cell in row.cells} if told else {}
    notes = [Note(key, {"alamat": at, "isi": text[:80]}, lines.get(at, 1)) for key, (text, at) in told]
    return draft._replace(notes=tuple(notes))


def _footnoted(rows: Iterable[Found], footnotes: Footnotes, told: list[tuple[str, Leftover]]) -> Iterator[Found]:
    """The rows as they are; what their footnotes say is told of each cell or paragraph, once."""
    before: Node | None = None
    for found in rows:
        for piece, anchor in zip(found.pieces, found.anchors, strict=True):
            if anchor is not None and anchor is not before:
                told += [("word-catatan-kaki", Leftover(words, piece.address or "")) for words in footnotes.at(anchor)]
                before = anchor
        yield found


def writing(package: Package, main: str) -> Writing:
    """What reads the paragraphs of a Word file whose main part has this name."""
    parts = package.related(main)
    styles = Styles(package.xml(parts["styles"]) if "styles" in parts else None)
    return Writing(styles, Numbers(package.xml(parts["numbering"]) if "numbering" in parts else None, styles))


def _counted(path: str, rows: Iterable[Sequence[Piece]]) -> Iterator[Sequence[Piece]]:
    cells = 0
    for number, row in enumerate(rows, 1):
        cells += len(row)
        if cells > MAX_CELLS:
            args = {"baris": str(number), "batas": str(MAX_CELLS)}
            raise unreadable("IKI004", "impor-terlalu-banyak-sel", Source(path, ""), 0, 0, **args)
        yield row
