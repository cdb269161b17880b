"""What a Python check may look at."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from iki_lint.cascade.links import Cascade
from iki_lint.decree.model import Decree
from iki_lint.engine.owner import Owners
from iki_lint.engine.provenance import Provenance
from iki_lint.facts.belonging import Belongings
from iki_lint.facts.repetition import Repetition
from iki_lint.facts.spelling import Spelling
from iki_lint.facts.subjects import Subjects
from iki_lint.facts.suspect import suspect_rows
from iki_lint.facts.targets import Targets


class Context(NamedTuple):
    """The decree, the facts of its texts, where it came from, whose its parts are, the rows whose columns look shifted
    (by `id()`), the spelling of all that is written in it, its targets, what is in it more than once, what leads to
    what, and where its posts belong; and the word lists that its rules may name."""

    decree: Decree
    subjects: Subjects
    provenance: Provenance
    owners: Owners
    suspects: frozenset[int]
    spelling: Spelling
    targets: Targets
    repetition: Repetition
    cascade: Cascade
    belongings: Belongings
    lists: Mapping[str, Collection[str]] = {}


def context_of(
    decree: Decree,
    provenance: Provenance,
    own_words: Collection[str] = (),
    lists: Mapping[str, Collection[str]] = {},
) -> Context:
    """The context of a decree; its suspect rows are found first, because every other rule leaves them alone.

    `own_words` are words (lower case) that are right in this decree, whatever the lexicon says.
    """
    subjects = Subjects(decree)
    suspects = suspect_rows(decree, subjects)
    return Context(
        decree,
        subjects,
        provenance,
        Owners(provenance),
        suspects,
        Spelling(decree, own_words),
        Targets(decree, subjects, suspects),
        Repetition(decree),
        Cascade(decree, subjects),
        Belongings(decree),
        lists,
    )
