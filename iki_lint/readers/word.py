"""Word files (.docx): every paragraph and every row of every table of the text, as it would be printed.

Headers, footers, footnotes and comments are no part of the decree and are not read.
"""

from collections.abc import Iterable, Iterator, Sequence

from iki_lint.decree.source import Source
from iki_lint.readers.laid_out import Piece, lay_out
from iki_lint.readers.package import Package
from iki_lint.readers.rows import Draft, Note
from iki_lint.readers.text import MAX_CELLS
from iki_lint.readers.unreadable import unreadable
from iki_lint.readers.word_numbers import Numbers
from iki_lint.readers.word_styles import Styles, W
from iki_lint.readers.word_text import Writing
from iki_lint.readers.word_walk import Walk

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
    draft = lay_out(path, _counted(path, (found.pieces for found in walk.body(body))))
    if not walk.leftovers:
        return draft
    lines = {cell.address: row.line for row in draft.rows for cell in row.cells}
    notes = [
        Note("word-sel-gabungan", {"alamat": at, "isi": text[:80]}, lines.get(at, 1)) for text, at in walk.leftovers
    ]
    return draft._replace(notes=tuple(notes))


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
