"""Whose finding it is."""

from typing import NamedTuple

from iki_lint.decree.model import Indicator, Plan, Row
from iki_lint.engine.hit import Subject
from iki_lint.engine.provenance import Provenance


class Owner(NamedTuple):
    """The stable id of a part of the decree, the name of its post, and its place in the original in words."""

    id: str | None
    position: str | None
    address: str | None


class Owners:
    """The owners of all that is found in one decree, each made once: much is said of one row."""

    def __init__(self, provenance: Provenance) -> None:
        self._provenance = provenance
        self._made: dict[Subject, Owner] = {None: Owner(None, None, None)}

    def of(self, subject: Subject) -> Owner:
        """The owner of what is found in a row, an indicator, a plan or a position."""
        part = subject.indicator if isinstance(subject, Row) else subject
        found = self._made.get(part)
        if found is None:
            found = self._made[part] = self._make(part)
        return found

    def _make(self, part: Subject) -> Owner:
        assert part is not None
        assert not isinstance(part, Row)
        plan = part.plan if isinstance(part, Indicator) else part
        post = plan.position if isinstance(plan, Plan) else plan
        name = post.name.value if post is not None and post.name is not None else None
        return Owner(part.id, name, self._address(part.id))

    def _address(self, id: str | None) -> str | None:
        if id is None:
            return None
        if id in self._provenance.addresses:
            return self._provenance.addresses[id]
        line = self._provenance.lines.get(id)
        return None if line is None else f"{self._provenance.source}, baris {line}"
