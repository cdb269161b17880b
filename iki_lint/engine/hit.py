"""What a check reports before it becomes a finding: where, and what fills the sentence."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from iki_lint.decree.model import Indicator, Plan, Position, Row
from iki_lint.decree.tree import Text
from iki_lint.findings import Related

Subject: TypeAlias = Row | Indicator | Plan | Position | None


class Hit(NamedTuple):
    """One defect found by a check.

    `subject` is the part of the decree it belongs to, `text` the cell it points at and `pointer` that cell's path;
    `start` and `end` bound the words in the cell (`end` None: the whole cell). `case` names the rule's case that
    speaks, empty for its main one; `args` fill the placeholders of its sentences.
    """

    subject: Subject
    text: Text | None
    pointer: str
    start: int = 0
    end: int | None = None
    case: str = ""
    args: Mapping[str, str] = {}
    related: tuple[Related, ...] = ()
