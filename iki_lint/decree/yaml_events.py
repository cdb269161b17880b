"""Where YAML events come from: libyaml, or PyYAML's own parser where libyaml is missing.

Both give the same events with the same character offsets for the same document; the second one is about nine times
slower. PyYAML's parser is taught here what libyaml allows besides: tabs between words. It remains stricter with a
question mark inside unquoted text between brackets.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

from iki_lint.decree.source import BREAKS

NextEvent: TypeAlias = Callable[[], Any]
"""Gives the next event, None behind the last one; raises `yaml.YAMLError`."""

EventMaker: TypeAlias = Callable[[bytes, str], NextEvent]
"""Makes a `NextEvent` from a document, given as UTF-8 bytes without byte order mark and as the same text."""


def libyaml_events(data: bytes, text: str) -> NextEvent:
    """Events from the C parser. ImportError when PyYAML was built without it."""
    from yaml._yaml import CParser

    return CParser(data).get_event


def python_events(data: bytes, text: str) -> NextEvent:
    """Events from PyYAML's own parser."""
    return _PythonParser(text).get_event


def fastest_events(data: bytes, text: str) -> NextEvent:
    """Events from libyaml if it is there."""
    try:
        return libyaml_events(data, text)
    except ImportError:
        return python_events(data, text)


class _PythonParser(Reader, Scanner, Parser):
    """PyYAML's reader, scanner and parser without composer and constructor, as lenient with tabs as libyaml."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0" + BREAKS:
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> list[str] | None:
        start = self.index
        while self.peek() in " \t":
            self.forward()
        if self.peek() not in BREAKS:
            gap = self.index - start
            return [self.buffer[self.pointer - gap : self.pointer]] if gap else []
        self.allow_simple_key = True
        breaks: list[str] = []
        while self.peek() in " \t" + BREAKS:
            if self.peek() == "\t" and self.column < indent:
                raise ScannerError(
                    "while scanning a plain scalar",
                    start_mark,
                    "found a tab character that violates indentation",
                    self.get_mark(),
                )
            if self.peek() in " \t":
                self.forward()
                continue
            breaks.append(self.scan_line_break())  # type: ignore[no-untyped-call]
            if self.prefix(3) in ("---", "...") and self.peek(3) in "\0 \t" + BREAKS:
                return None
        first, *rest = breaks
        if first != "\n":
            return breaks
        return rest or [" "]

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> Any:
        while self.peek() == "\t":
            self.forward()
        return super().scan_block_scalar_ignored_line(start_mark)

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
            if not any("\ud800" <= chunk <= "\udfff" for chunk in chunks):
                return chunks
        except (ValueError, OverflowError):
            pass
        mark = self.get_mark()
        raise ScannerError(
            "while parsing a quoted scalar", start_mark, "found invalid Unicode character escape code", mark
        )
