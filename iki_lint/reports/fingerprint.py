"""What a finding is known by from run to run, whatever is inserted above it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from iki_lint.findings import Finding
from iki_lint.readers import is_importable

NAME = "ikiLint/v1"


def fingerprints(path: str, findings: Iterable[Finding]) -> Iterator[str]:
    """A fingerprint for each finding of a file, which come sorted by place.

    It is made of the rule, whose row it is, in which cell, and the words; equal ones are numbered from above. The row
    is told by its id, in a text that is imported by its post: the ids there are only counted. Lines, columns, places
    in lists, severities and sentences may all change.
    """
    imported = is_importable(path)
    seen: Counter[str] = Counter()
    for finding in findings:
        owner = finding.position if imported else finding.id or finding.position
        cell = re.sub(r"/\d+(?=/|$)", "", finding.pointer)
        parts = (finding.code, owner or "", cell, " ".join(finding.text.split()))
        mark = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[mark] += 1
        yield f"{mark}:{seen[mark]}"
