"""Read a PDF file: the cells of its ruled tables and the paragraphs between them, through pypdfium2."""

import pypdfium2

from iki_lint.decree.source import Source
from iki_lint.readers.headings import header
from iki_lint.readers.laid_out import lay_out
from iki_lint.readers.limits import MAX_FILE, in_megabytes
from iki_lint.readers.pages_read import tell
from iki_lint.readers.pdf_drawn import TooMuch
from iki_lint.readers.pdf_groups import too_many
from iki_lint.readers.pdf_page import Page, read_page
from iki_lint.readers.pdf_rows import Assembly, Found, titled
from iki_lint.readers.pdf_text import unruled
from iki_lint.readers.rows import Draft
from iki_lint.readers.ruled import Table
from iki_lint.readers.titles import field_of
from iki_lint.readers.unreadable import UnreadableDecree, unreadable

MAX_PAGES = 2_000
MAX_CHARACTERS = 10_000_000
MAX_EDGES = 500_000
"""139 pages have 420,000 characters and 13,000 edges."""


def read(path: str, data: bytes) -> Draft:
    """The rows and paragraphs of a PDF file. Raises UnreadableDecree where it cannot be read surely."""
    return lay_out(path, find(path, data).rows)


def find(path: str, data: bytes) -> Found:
    """Read a PDF file as `read` does, and keep where everything stands."""
    return Assembly(_pages(path, data)).found()


def _pages(path: str, data: bytes) -> list[Page]:
    if len(data) > MAX_FILE:
        raise _refusal(path, "IKI004", "berkas-terlalu-besar", batas=in_megabytes(MAX_FILE))
    if b"%PDF-" not in data[:1024]:
        raise _refusal(path, "IKI006", "pdf-bukan")
    if too_many(data):
        raise _refusal(path, "IKI004", "pdf-terlalu-rumit")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise _refusal(path, "IKI006", "pdf-terkunci" if locked else "pdf-rusak") from None
    try:
        pages = _read(path, document)
    except pypdfium2.PdfiumError:
        raise _refusal(path, "IKI006", "pdf-rusak") from None
    finally:
        document.close()
    _refuse_unsure(path, pages)
    return pages


def _read(path: str, document: pypdfium2.PdfDocument) -> list[Page]:
    if len(document) > MAX_PAGES:
        raise _refusal(path, "IKI004", "pdf-terlalu-panjang", batas=str(MAX_PAGES))
    pages: list[Page] = []
    characters = edges = 0
    for index in range(len(document)):
        tell(index, len(document))
        try:
            pages.append(read_page(document, index))
        except TooMuch:
            raise _refusal(path, "IKI004", "pdf-terlalu-rumit") from None
        characters += pages[-1].characters
        edges += pages[-1].edges
        if edges > MAX_EDGES:
            raise _refusal(path, "IKI004", "pdf-terlalu-rumit")
        if characters > MAX_CHARACTERS:
            raise _refusal(path, "IKI004", "pdf-terlalu-panjang", batas=str(index)) from None
    tell(len(document), len(document))
    return pages


def _refuse_unsure(path: str, pages: list[Page]) -> None:
    """Refuse what would be read in part, or only by guessing."""
    if not any(page.characters for page in pages):
        raise _refusal(path, "IKI006", "pdf-pindai")
    for page in pages:
        number = str(page.number)
        if page.pictured and not page.characters:
            raise _refusal(path, "IKI006", "pdf-halaman-pindai", halaman=number)
        if not page.complete:
            raise _refusal(path, "IKI006", "pdf-teks-melintasi-garis", halaman=number)
        if unruled(page):
            raise _refusal(path, "IKI006", "pdf-tanpa-garis", halaman=number)
        if any(_is_cut(page, block) for block in page.blocks if isinstance(block, Table)):
            raise _refusal(path, "IKI006", "pdf-kolom-terpisah", halaman=number)


def _is_cut(page: Page, table: Table) -> bool:
    """Whether a table begins with columns that go with an indicator, but has none: they are on another page."""
    titles = titled(page, table, 0)[0]
    fields = {field_of(title) for title in titles}
    return header(titles) is None and "indikator" not in fields and {"formulasi", "sumber_data"} <= fields


def _refusal(path: str, code: str, message: str, **args: str) -> UnreadableDecree:
    return unreadable(code, message, Source(path, ""), 0, 0, **args)
