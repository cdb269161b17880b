"""What a review sheet is made of, whatever it is written to.

Texts come as they are in the documents; making them safe is the writers' part, line by line. A line break in a text is
one on paper.
"""

from typing import NamedTuple, TypeAlias


class Styled(NamedTuple):
    """A text in a tone of its own: "strong", "proposed" (by the tool, to be confirmed), or "tick" (a box alone)."""

    text: str
    tone: str


class Choice(NamedTuple):
    """Boxes to tick, one for each option; in a spreadsheet a list to choose from."""

    options: tuple[str, ...]


Cell: TypeAlias = str | Styled | Choice
"""What stands in a cell; an empty text is left blank to be filled by hand."""


class Column(NamedTuple):
    """A column: its heading, how wide it is beside the others, and where its text stands (left, centre, right)."""

    title: str
    width: float
    align: str = "left"


class Band(NamedTuple):
    """A row across all columns, for paper: what the rows below share, and a word on it. A spreadsheet, whose rows are
    sorted and filtered, leaves it out."""

    text: str
    more: str = ""


Row: TypeAlias = tuple[Cell, ...] | Band


class Heading(NamedTuple):
    """A heading: 1 for a part of the sheet, 2 below it."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A paragraph; `tone` is "strong", "note" (small), or empty."""

    text: str
    tone: str = ""


class Items(NamedTuple):
    """Numbered sentences."""

    sentences: tuple[str, ...]


class Facts(NamedTuple):
    """Names with what is known of each; an empty one is to be filled by hand."""

    facts: tuple[tuple[str, Cell], ...]


class Table(NamedTuple):
    """A table whose heading is repeated on every page; `dense` in a smaller letter."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    dense: bool = False


class Signature(NamedTuple):
    """One who signs: what was done, and the office."""

    act: str
    office: str


class Signatures(NamedTuple):
    """Boxes to sign in, with the words in front of the name, the number and the date."""

    parties: tuple[Signature, ...]
    labels: tuple[str, str, str]


Block: TypeAlias = Heading | Paragraph | Items | Facts | Table | Signatures


class Section(NamedTuple):
    """Blocks on pages of one orientation; `name` is that of the worksheet. What is `attached` begins a page of
    its own even behind pages that stand alike."""

    name: str
    blocks: tuple[Block, ...]
    landscape: bool = False
    attached: bool = False


class Sheet(NamedTuple):
    """A review sheet: the title, the line under it, the foot of every page, and its sections.

    `page_of` is the sentence that numbers the pages, with `{halaman}` and `{jumlah}` in it.
    """

    title: str
    subtitle: str
    foot: str
    page_of: str
    lang: str
    sections: tuple[Section, ...]


def text_of(cell: Cell) -> str:
    """The text of a cell, boxes drawn."""
    if isinstance(cell, Choice):
        return "\n".join(f"☐ {option}" for option in cell.options)
    return cell if isinstance(cell, str) else cell.text
