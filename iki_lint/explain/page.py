"""What a page is made of, before it is text or Markdown.

Texts are plain, words between backticks are code; whatever else stands in them is shown as it is.
"""

from typing import NamedTuple, TypeAlias


class Prose(NamedTuple):
    """A paragraph."""

    text: str


class Fields(NamedTuple):
    """Labels, each with a text."""

    rows: tuple[tuple[str, str], ...]


class Entry(NamedTuple):
    """Something that is described: what it is called (as code), what kind it is, and a few lines about it."""

    term: str
    kind: str
    lines: tuple[str, ...]


class Listing(NamedTuple):
    """Lines as they are written, in the language that Markdown is told: "yaml", "text"."""

    text: str
    language: str


class Table(NamedTuple):
    """Columns with titles; the first holds code."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Prose | Fields | Entry | Listing | Table


class Section(NamedTuple):
    """A heading and what stands below it."""

    title: str
    blocks: tuple[Block, ...]


class Page(NamedTuple):
    """A title, what stands before the first heading, and the sections."""

    title: str
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
