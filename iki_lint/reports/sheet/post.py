"""A post as the sheet names it."""

from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.decree.model import Indicator, Plan, Position
from iki_lint.findings import Finding

IKU = "telaah-iku"
"""The sentence that stands for the IKU of the office."""


class Post(NamedTuple):
    """A post with its number in the sheet, its plans and its findings; the IKU of the office has number 0.

    `twin` is the number of the first post with the same plans and rows, None when there is none before it.
    """

    number: int
    position: Position | None
    name: str
    plans: tuple[Plan, ...]
    findings: tuple[Finding, ...]
    twin: int | None = None

    def indicators(self) -> Iterator[Indicator]:
        """The indicators of all plans."""
        for plan in self.plans:
            yield from plan.indicators

    def count(self, severity: str) -> int:
        """How many findings have this severity."""
        return sum(finding.severity == severity for finding in self.findings)
