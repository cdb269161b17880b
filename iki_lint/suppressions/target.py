"""What a comment is about: the entry on its line, or the one that begins below it.

Behind something, a comment is about the innermost entry of its line, with all that belongs to that. On a line of its
own it is about what begins on the next line: a whole item of a list where the line begins with a dash, else the entry
of the key. An `id` stands for what it names, so a comment behind it is about the whole item.
"""

from typing import NamedTuple

from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, Seq, pointer
from iki_lint.suppressions.comments import Comment


class Entry(NamedTuple):
    """A key with its value, or an item of a list: where it begins, the stretch that belongs to it, its JSON Pointer."""

    at: int
    start: int
    end: int
    pointer: str
    is_item: bool


def entries_of(root: Node) -> list[Entry]:
    """All entries of a document; what is behind an alias is where it is written first."""
    found: list[Entry] = []
    waiting: list[tuple[Node, str]] = [(root, "")]
    seen: set[int] = set()
    while waiting:
        node, path = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        inside: list[tuple[Node, str]] = []
        if isinstance(node, Map):
            for key, value in node.items.items():
                at = node.edges(key).start
                here = path + pointer(key)
                if key == "id" and path:
                    found.append(Entry(at, node.start, node.end, path, False))
                else:
                    found.append(Entry(at, at, max(value.end, at + len(key)), here, False))
                inside.append((value, here))
        elif isinstance(node, Seq):
            for number, item in enumerate(node.items):
                here = path + pointer(number)
                found.append(Entry(item.start, item.start, item.end, here, True))
                inside.append((item, here))
        waiting += reversed(inside)
    return found


def target_of(comment: Comment, entries: list[Entry], source: Source) -> Entry | None:
    """The entry that a comment is about; None when there is none."""
    number = source.position(comment.start)[0]
    if comment.alone:
        return _below(number, entries, source)
    first = source.line_starts[number - 1]
    here = [each for each in entries if each.at < comment.start and each.end > first]
    return max(here, key=lambda each: (each.at, not each.is_item), default=None)


def _below(number: int, entries: list[Entry], source: Source) -> Entry | None:
    """What begins on the first line behind line `number` that is neither empty nor a comment."""
    dash = False
    for line in range(number + 1, len(source.line_starts) + 1):
        text = source.line(line).strip()
        if not text or text.startswith("#"):
            continue
        dash = dash or text.startswith(("- ", "-\t")) or text == "-"
        if text == "-":
            continue
        first = source.line_starts[line - 1]
        here = [each for each in entries if first <= each.at <= first + len(source.line(line))]
        here = [each for each in here if each.is_item] or here if dash else [e for e in here if not e.is_item] or here
        return min(here, key=lambda each: each.at, default=None)
    return None
