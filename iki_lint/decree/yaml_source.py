"""The located tree of a YAML file, built in one pass over parser events.

Scalars stay as written: the only type that YAML gives here is null, for a plain scalar that is empty, `~` or `null`.
What YAML allows but a decree should not use is a problem that stops nothing: a key given twice (the first one
counts), a merge key, a key that is no text. What could exhaust memory is fatal (IKI004).
"""

import gc
from itertools import islice
from typing import Any, NamedTuple, NoReturn

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from iki_lint.decree.aliases import MAX_DEPTH, Aliases, too_deep
from iki_lint.decree.decoding import decode, without_mark
from iki_lint.decree.limits import text_too_long
from iki_lint.decree.problem import MAX_PROBLEMS, Problem, too_many
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Edges, Map, Node, Seq, Text, pointer
from iki_lint.decree.yaml_events import EventMaker, NextEvent, fastest_events
from iki_lint.decree.yaml_scalar import NULLS, scalar
from iki_lint.decree.yaml_syntax import syntax_problem

MAX_EVENTS = 2_000_000

_ITEM = "\udc00"
"""The pending key inside a sequence. Like the next one, no YAML text can spell it."""

_DROPPED = "\ud800"
"""The key of what is read and then left out."""


class YamlDocument(NamedTuple):
    """A YAML file: its text, its tree (None when a problem is fatal) and what is wrong with it, in file order."""

    source: Source
    root: Node | None
    problems: tuple[Problem, ...]


def read_yaml(path: str, data: bytes, events: EventMaker = fastest_events) -> YamlDocument:
    """The located tree of one YAML document whose top is a mapping. Never raises for what stands in `data`."""
    source = decode(path, data)
    if isinstance(source, Problem):
        return YamlDocument(source.source, None, (source,))
    builder = _Builder(source)
    collecting = gc.isenabled()
    gc.disable()
    try:
        root = builder.build(events(without_mark(data), source.text))
        if problem := text_too_long(source, root):
            raise _Fatal(problem)
    except _Fatal as fatal:
        return YamlDocument(source, None, (*builder.problems, fatal.problem))
    except YAMLError as error:
        return YamlDocument(source, None, (*builder.problems, syntax_problem(source, error)))
    finally:
        if collecting:
            gc.enable()
    return YamlDocument(source, root, tuple(builder.problems))


class _Fatal(Exception):
    """Reading cannot go on; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """One pass over events; the loop keeps the common events to itself and asks a method for the rare ones."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.aliases = Aliases(source)
        self.enclosing: list[Map | Seq] = []
        self.littered: list[Map] = []

    def build(self, next_event: NextEvent) -> Map:
        """The tree. `items` is the content of the open collection, `key` None where a key must come next."""
        source, enclosing, anchors = self.source, self.enclosing, self.aliases.nodes
        top: list[Node] = []
        items: Any = top
        keys: dict[str, int | Edges] = {}
        key: str | None = _ITEM
        pending: list[str | None] = []
        documents = reach = 0
        kind: type = StreamEndEvent
        node: Node
        for event in islice(iter(next_event, None), MAX_EVENTS):
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                start = event.start_mark.index
                end = event.end_mark.index
                if key is None:
                    key = value
                    if value in items or value == "<<" or end - start != len(value):
                        key, start = self.unusual_key(event)
                        keys[key] = Edges(start, end)
                    else:
                        keys[key] = start
                    continue
                if end - start == len(value) and not event.style:
                    node = Text(value, source, start, end)
                    if end - start < 5 and value in NULLS:
                        node.value, node.null = "", True
                    reach = end
                else:
                    node = scalar(event, source)
                    reach = node.end
                    if event.anchor is not None:
                        anchors[event.anchor] = node
                if key is _ITEM:
                    items.append(node)
                else:
                    items[key] = node
                    key = None
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                node = new = Map(source, start) if kind is MappingStartEvent else Seq(source, start)
                if key is _ITEM:
                    items.append(node)
                elif key is None:
                    key = self.key_that_is_no_text(start, event.end_mark.index)
                else:
                    items[key] = node
                    key = None
                if event.anchor is not None:
                    anchors[event.anchor] = node
                pending.append(key)
                enclosing.append(new)
                if len(enclosing) > MAX_DEPTH:
                    raise _Fatal(too_deep(source, start, event.end_mark.index))
                items = new.items
                key = _ITEM
                if new.__class__ is Map:
                    keys = new.keys
                    key = None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                end = event.end_mark.index
                if event.start_mark.index != end:
                    reach = end
                enclosing.pop().end = reach
                key = pending.pop()
                items = top
                if enclosing:
                    cur = enclosing[-1]
                    items = cur.items
                    if cur.__class__ is Map:
                        keys = cur.keys
            elif kind is AliasEvent:
                start, reach = event.start_mark.index, event.end_mark.index
                if key is None:
                    key = self.key_that_is_no_text(start, reach)
                    continue
                found = self.aliases.resolve(event, enclosing)
                if isinstance(found, Problem):
                    raise _Fatal(found)
                if key is _ITEM:
                    items.append(found)
                else:
                    items[key] = found
                    key = None
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.stop("IKI006", "dokumen-lebih-dari-satu", event.start_mark.index, event.end_mark.index)
        if kind is not StreamEndEvent:
            self.stop("IKI004", "terlalu-banyak-isian", reach, reach)
        for littered in self.littered:
            littered.items.pop(_DROPPED, None)
            littered.keys.pop(_DROPPED, None)
        return self.checked_top(top)

    def checked_top(self, top: list[Node]) -> Map:
        """The one mapping that the document must be."""
        root = top[0] if top else None
        if root is None or (isinstance(root, Text) and root.null):
            self.stop("IKI006", "dokumen-kosong", 0, 0)
        if not isinstance(root, Map):
            self.stop("IKI006", "puncak-bukan-kunci", root.start, root.end)
        return root

    def stop(self, code: str, message: str, start: int, end: int) -> NoReturn:
        """Give up with a fatal problem."""
        raise _Fatal(Problem(code, message, {}, self.source, start, end, fatal=True))

    def unusual_key(self, event: Any) -> tuple[str, int]:
        """A quoted, anchored, repeated or merge key and where it starts; `_DROPPED` if it does not count."""
        text = scalar(event, self.source)
        if event.anchor is not None:
            self.aliases.nodes[event.anchor] = text
        mapping = self.enclosing[-1]
        assert isinstance(mapping, Map)
        if text.value == "<<" and not event.style:
            self.complain("IKI006", "kunci-gabung", {}, text.start, text.end)
            return self.drop(), text.start
        if text.value in mapping.items:
            first = self.source.position(mapping.edges(text.value).start)[0]
            args = {"kunci": text.value, "baris": str(first)}
            self.complain("IKI003", "kunci-ganda", args, text.start, text.end, text.value)
            return self.drop(), text.start
        return text.value, text.start

    def key_that_is_no_text(self, start: int, end: int) -> str:
        """A list, mapping or alias as a key: its value is read and dropped."""
        self.complain("IKI006", "kunci-bukan-teks", {}, start, end)
        return self.drop()

    def drop(self) -> str:
        """Make room in the open mapping for a value that does not count."""
        mapping = self.enclosing[-1]
        assert isinstance(mapping, Map)
        mapping.items.pop(_DROPPED, None)
        mapping.items[_DROPPED] = Text("", self.source, 0, 0)
        self.littered.append(mapping)
        return _DROPPED

    def complain(self, code: str, message: str, args: dict[str, str], start: int, end: int, *last: str) -> None:
        """Note a problem that stops nothing; the open path is the last entry of every enclosing collection."""
        steps: list[str | int] = [
            len(outer.items) - 1 if isinstance(outer, Seq) else next(reversed(outer.items))
            for outer in self.enclosing[:-1]
        ]
        path = pointer(*steps, *last) if _DROPPED not in steps else ""
        if len(self.problems) == MAX_PROBLEMS:
            raise _Fatal(too_many(self.source, start, end)._replace(fatal=True))
        self.problems.append(Problem(code, message, args, self.source, start, end, path))
