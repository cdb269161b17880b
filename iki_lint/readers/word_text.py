"""The words of a paragraph of a Word file, as they would be printed with every tracked change accepted."""

from typing import NamedTuple

from iki_lint.readers.word_numbers import Numbers
from iki_lint.readers.word_styles import Node, Styles, W, is_on, toggle, value_of

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

ALTERNATIVES = f"{MC}AlternateContent"
# What may stand around runs, paragraphs, cells and rows without being one itself.
AROUND = frozenset(
    f"{W}{name}" for name in ("customXml", "dir", "bdo", "fldSimple", "hyperlink", "ins", "moveTo", "sdt", "smartTag")
) | {f"{W}sdtContent"}

_RUN, _PROPERTIES, _MATH = f"{W}r", f"{W}rPr", frozenset((f"{M}oMath", f"{M}oMathPara"))
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_BOX = f"{W}txbxContent"
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}


class Words(NamedTuple):
    """A paragraph: its number, its words, and the text boxes that hang on it."""

    number: str
    text: str
    boxes: list[Node]


class Writing:
    """Reads paragraphs in document order; the numbers depend on the order.

    `shown` collects the text elements whose characters were read.
    """

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self.shown: list[Node] = []
        self._styles = styles
        self._numbers = numbers

    def read(self, paragraph: Node) -> Words:
        """The words of one paragraph."""
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle") or self._styles.default
        words = _Collected(self._styles, self._styles.hidden(style))
        words.take(paragraph)
        self.shown += words.shown
        return Words(self._numbers.next(properties), "".join(words.parts), words.boxes)


class _Collected:
    """What the runs of a paragraph say. `fields` has, for each field that is open, whether its code is being read."""

    def __init__(self, styles: Styles, hidden: bool) -> None:
        self.parts: list[str] = []
        self.shown: list[Node] = []
        self.boxes: list[Node] = []
        self._styles = styles
        self._hidden = hidden
        self._fields: list[bool] = []

    def take(self, parent: Node) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif tag in AROUND:
                self.take(child)
            elif tag == ALTERNATIVES:
                for chosen in chosen_of(child):
                    self.take(chosen)
            elif tag in _MATH:
                self.parts.append(_formula(child))

    def _run(self, run: Node) -> None:
        if not self._is_hidden(run.find(_PROPERTIES)):
            self._content(run)

    def _content(self, parent: Node) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}t":
                self._put(child.text or "")
                self.shown.append(child)
            elif tag in _SIGNS:
                self._put(_SIGNS[tag])
            elif tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif tag == f"{W}sym":
                self._put(_symbol(child.get(f"{W}char", "")))
            elif tag in _DRAWN:
                self.boxes += _boxes(child)
            elif tag == ALTERNATIVES:
                for chosen in chosen_of(child):
                    self._content(chosen)

    def _put(self, text: str) -> None:
        if not any(self._fields):
            self.parts.append(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_hidden(self, properties: Node | None) -> bool:
        if properties is None:
            return self._hidden
        said = toggle(properties, "vanish")
        style = value_of(properties, "rStyle")
        return said if said is not None else self._hidden or bool(style and self._styles.hidden(style))


def chosen_of(alternatives: Node) -> list[Node]:
    """Of what a program may choose from, the first choice, else what is meant for programs that know none."""
    choice = alternatives.find(f"{MC}Choice")
    found = choice if choice is not None else alternatives.find(f"{MC}Fallback")
    return [] if found is None else [found]


def _boxes(drawing: Node) -> list[Node]:
    """The contents of the text boxes in a drawing, each once; what is in a box within a box comes with the outer."""
    found: list[Node] = []
    waiting = [drawing]
    while waiting:
        node = waiting.pop()
        if node.tag == _BOX:
            found.append(node)
        else:
            waiting += reversed(chosen_of(node) if node.tag == ALTERNATIVES else list(node))
    return found


def _symbol(code: str) -> str:
    """A character of a symbol font; those fonts number theirs from U+F000, where Unicode has none."""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= char <= "\uf8ff" or not char.isprintable() else char


def _formula(node: Node) -> str:
    """An equation in one line; a fraction as "a / b"."""
    if node.tag == f"{M}t":
        return node.text or ""
    if node.tag == f"{M}f":
        above, below = node.find(f"{M}num"), node.find(f"{M}den")
        return " / ".join(_formula(part) for part in (above, below) if part is not None)
    return "".join(_formula(child) for child in node)


def is_row_hidden(properties: Node | None) -> bool:
    """Whether a table row is deleted by a tracked change, or hidden."""
    if properties is None:
        return False
    hidden = properties.find(f"{W}hidden")
    return properties.find(f"{W}del") is not None or (hidden is not None and is_on(hidden.get(f"{W}val", "1")))
