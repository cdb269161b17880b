"""What the styles of a Word file say of a paragraph or a run: whether it is hidden, which list it belongs to."""

from collections.abc import Iterator
from typing import Any, NamedTuple

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

# An element of ElementTree, or of lxml where comments are written: both are walked by the same code.
Node = Any


class Listed(NamedTuple):
    """The list and level that a paragraph names itself; None for what it leaves to its style."""

    list: str | None
    level: int | None


NOWHERE = Listed(None, None)


class Styles:
    """The styles by id. A style inherits from the one it is based on."""

    def __init__(self, root: Node | None) -> None:
        self._styles: dict[str, Node] = {}
        self.default = ""
        for style in root.findall(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId", "")
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default", "0")):
                self.default = name
        self._hidden: dict[str, bool] = {}

    def hidden(self, name: str) -> bool:
        """Whether text of this style is hidden."""
        if name not in self._hidden:
            said = (toggle(style.find(f"{W}rPr"), "vanish") for style in self._chain(name))
            self._hidden[name] = next((each for each in said if each is not None), False)
        return self._hidden[name]

    def listed(self, name: str) -> tuple[Listed, str]:
        """The list that a style puts its paragraphs in, and the style in the chain that says so."""
        for style in self._chain(name):
            found = listed(style.find(f"{W}pPr"))
            if found.list is not None:
                return found, style.get(f"{W}styleId", "")
        return NOWHERE, ""

    def _chain(self, name: str) -> Iterator[Node]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style
            name = value_of(style, "basedOn") or ""


def listed(properties: Node | None) -> Listed:
    """The list that paragraph properties name."""
    numbers = properties.find(f"{W}numPr") if properties is not None else None
    if numbers is None:
        return NOWHERE
    return Listed(value_of(numbers, "numId"), number_of(value_of(numbers, "ilvl")))


def toggle(properties: Node | None, name: str) -> bool | None:
    """Whether run properties switch something on or off; None when they say nothing."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else is_on(found.get(VAL, "1"))


def is_on(value: str) -> bool:
    """Whether the value of a switch means on."""
    return value not in ("0", "false", "off")


def value_of(parent: Node | None, name: str) -> str | None:
    """The value of a child element, None without one."""
    found = parent.find(f"{W}{name}") if parent is not None else None
    return None if found is None else found.get(VAL, "")


def number_of(text: str | None) -> int | None:
    """A small whole number, None for anything else."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 7 else None
