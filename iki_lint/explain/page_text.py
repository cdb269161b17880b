"""A page as text of a given width, with headings set off on a terminal."""

from collections.abc import Iterator

from iki_lint.explain.page import Block, Entry, Fields, Listing, Page, Prose, Table
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.notes import wrapped
from iki_lint.reports.palette import Palette

_INDENT = "  "
_WIDEST_LABEL = 16
_GAP = "  "


def page_text(page: Page, width: int, palette: Palette) -> str:
    """The page in lines of at most `width` columns; only what is quoted as written may be wider."""
    return "".join(f"{line}\n" for line in _lines(page, width, palette))


def _lines(page: Page, width: int, palette: Palette) -> Iterator[str]:
    yield f"{palette.strong}{escape(page.title)}{palette.reset}"
    yield from _blocks(page.opening, width)
    for section in page.sections:
        yield ""
        yield f"{palette.strong}{escape(section.title)}{palette.reset}"
        yield from _blocks(section.blocks, width)


def _blocks(blocks: tuple[Block, ...], width: int) -> Iterator[str]:
    for number, block in enumerate(blocks):
        # An example stands apart from the one before and from what was said of it.
        if number and isinstance(block, Listing) and isinstance(blocks[number - 1], Fields | Listing):
            yield ""
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Prose):
        yield from wrapped(block.text, width, _INDENT, _INDENT)
    elif isinstance(block, Fields):
        yield from _fields(block, width)
    elif isinstance(block, Entry):
        kind = f" ({block.kind})" if block.kind else ""
        yield from wrapped(f"{block.term}{kind}", width, _INDENT, _INDENT * 2)
        for line in block.lines:
            yield from wrapped(line, width, _INDENT * 2, _INDENT * 3)
    elif isinstance(block, Listing):
        for line in block.text.rstrip("\n").split("\n"):
            yield f"{_INDENT * 2}{escape(line)}".rstrip()
    else:
        yield from _table(block, width)


def _fields(fields: Fields, width: int) -> Iterator[str]:
    """Texts beside their labels, below them where a label is long."""
    widest = max((columns(escape(label)) for label, _ in fields.rows), default=0)
    for label, text in fields.rows:
        if widest > _WIDEST_LABEL:
            yield from wrapped(label, width, _INDENT, _INDENT * 2)
            yield from wrapped(text, width, _INDENT * 2, _INDENT * 2)
        else:
            head = f"{_INDENT}{_padded(escape(label), widest)}{_GAP}"
            yield from wrapped(text, width, head, " " * columns(head))


def _table(table: Table, width: int) -> Iterator[str]:
    """All columns but the last as wide as their widest cell."""
    rows = [tuple(map(escape, row)) for row in (table.head, *table.rows)]
    widths = [max(columns(row[at]) for row in rows) for at in range(len(table.head) - 1)]
    for row in rows:
        head = _INDENT + "".join(_padded(text, wide) + _GAP for text, wide in zip(row, widths, strict=False))
        yield from wrapped(row[-1], width, head, " " * columns(head))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
