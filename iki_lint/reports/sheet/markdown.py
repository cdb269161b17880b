"""A sheet as Markdown, to be read as it is or in any viewer."""

import re
from collections.abc import Iterator

from iki_lint.reports.escape import escape
from iki_lint.reports.sheet.record import (
    Band,
    Block,
    Facts,
    Heading,
    Items,
    Paragraph,
    Row,
    Section,
    Sheet,
    Signatures,
    Styled,
    Table,
    text_of,
)

_MARKS = re.compile(r"[\\`*_\[\]#|~]")
_NUMBER = re.compile(r"^(\d+)([.)])|^([-+>])")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_RULES = {"left": ":---", "centre": ":---:", "right": "---:"}


def write(sheet: Sheet) -> bytes:
    """The text; nothing from a document is markup in it."""
    lines = [f"# {_safe(sheet.title)}", "", _safe(sheet.subtitle), ""]
    for section in sheet.sections:
        lines += _section(section)
    return "\n".join([*lines, f"---\n\n{_safe(sheet.foot)}", ""]).encode()


def _section(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * (block.level + 1)} {_safe(block.text)}"
    elif isinstance(block, Paragraph):
        yield _safe(block.text)
    elif isinstance(block, Items):
        yield from (f"{at}. {_safe(text)}" for at, text in enumerate(block.sentences, 1))
    elif isinstance(block, Facts):
        yield from ("| | |", "|---|---|")
        yield from (f"| **{_cell(name)}** | {_cell(text_of(told)) or '…'} |" for name, told in block.facts)
    elif isinstance(block, Signatures):
        yield f"| {' | '.join(f'**{_cell(party.act)}**<br>{_cell(party.office)}' for party in block.parties)} |"
        yield f"|{'---|' * len(block.parties)}"
        blanks = "<br>".join(f"{_cell(label)}: …" for label in block.labels)
        yield f"| {' | '.join([blanks] * len(block.parties))} |"
    else:
        yield from _table(block)


def _table(block: Table) -> Iterator[str]:
    yield f"| {' | '.join(_cell(column.title) for column in block.columns)} |"
    yield f"|{'|'.join(_RULES[column.align] for column in block.columns)}|"
    for row in block.rows:
        yield f"| {' | '.join(_cells(row, len(block.columns)))} |"


def _cells(row: Row, count: int) -> Iterator[str]:
    if isinstance(row, Band):
        first = f"**{_cell(row.text)}** {_cell(row.more)}".strip()
        yield first
        yield from [""] * (count - 1)
        return
    for cell in row:
        told = _cell(text_of(cell))
        tone = cell.tone if isinstance(cell, Styled) and told else ""
        yield {"strong": f"**{told}**", "proposed": f"*{told}*"}.get(tone, told)


def _cell(text: str) -> str:
    """A text for a cell of a table, its lines kept."""
    return "<br>".join(_inline(line) for line in text.strip().split("\n"))


def _safe(text: str) -> str:
    """A text for a line of its own: at its beginning, nothing that would begin a list or a quotation."""
    return _NUMBER.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", _inline(text))


def _inline(text: str) -> str:
    return _MARKS.sub(lambda found: f"\\{found[0]}", escape(text)).translate(_HTML)
