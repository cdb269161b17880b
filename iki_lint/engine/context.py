"""What a Python check may look at."""

from typing import NamedTuple

from iki_lint.decree.model import Decree
from iki_lint.engine.provenance import Provenance
from iki_lint.facts.subjects import Subjects


class Context(NamedTuple):
    """The decree, the facts of its texts, and where it came from."""

    decree: Decree
    subjects: Subjects
    provenance: Provenance
