"""Footnotes and endnotes of a Word file: which of them stand where. They belong to no cell, so they are only told."""

from collections.abc import Iterator

from iki_lint.readers.package import Package
from iki_lint.readers.word_styles import Node, W

_KINDS = ("footnote", "endnote")
REFERENCES = {f"{W}{kind}Reference": kind for kind in _KINDS}
# What a tracked change has taken away, or what hangs on a paragraph and is walked on its own.
_PASSED = frozenset((f"{W}del", f"{W}moveFrom", f"{W}txbxContent"))
_ID = f"{W}id"


class Footnotes:
    """The words of each note of a file whose main part has this name; read only when the text refers to one."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._words: dict[tuple[str, str], str] | None = None

    def at(self, anchor: Node) -> Iterator[str]:
        """The words of the notes that a paragraph or cell refers to."""
        for kind, id in _references(anchor):
            if self._words is None:
                self._words = dict(self._read())
            words = self._words.get((kind, id), "")
            if words:
                yield words

    def _read(self) -> Iterator[tuple[tuple[str, str], str]]:
        parts = self._package.related(self._main)
        for kind in _KINDS:
            root = self._package.xml(parts[f"{kind}s"]) if f"{kind}s" in parts else None
            for note in root.iter(f"{W}{kind}") if root is not None else ():
                paragraphs = ("".join(text.text or "" for text in each.iter(f"{W}t")) for each in note.iter(f"{W}p"))
                yield (kind, note.get(_ID, "")), " ".join(" ".join(paragraphs).split())


def _references(node: Node) -> Iterator[tuple[str, str]]:
    for child in node:
        kind = REFERENCES.get(child.tag)
        if kind:
            yield kind, child.get(_ID, "")
        elif child.tag not in _PASSED:
            yield from _references(child)
