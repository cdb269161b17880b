"""What a Python check may look at."""

from typing import NamedTuple

from iki_lint.decree.model import Decree
from iki_lint.engine.provenance import Provenance
from iki_lint.facts.subjects import Subjects
from iki_lint.facts.suspect import suspect_rows


class Context(NamedTuple):
    """The decree, the facts of its texts, where it came from, and the rows whose columns look shifted (by `id()`)."""

    decree: Decree
    subjects: Subjects
    provenance: Provenance
    suspects: frozenset[int]


def context_of(decree: Decree, provenance: Provenance) -> Context:
    """The context of a decree; its suspect rows are found first, because every other rule leaves them alone."""
    subjects = Subjects(decree)
    return Context(decree, subjects, provenance, suspect_rows(decree, subjects))
