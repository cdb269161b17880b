"""Fixes as edits of a text: which of them go together, what they make of it, and the proof that nothing else changes.

Offsets count characters of the decoded text. An edit is `(start, end, replacement)` as it is to stand in the file.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from iki_lint.decree.scalar_edit import Replacement, are_apart, meaning, replaced, rewritten, style_of
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, Seq, Text, texts
from iki_lint.decree.yaml_source import YamlDocument
from iki_lint.findings import Finding
from iki_lint.suppressions.comments import MARK


class Change(NamedTuple):
    """A fix to be applied, whole or not at all: the code of its rule, and its edits by place."""

    code: str
    edits: tuple[Replacement, ...]


def offered(findings: Iterable[Finding], source: Source, unsafe: bool = False) -> list[Change]:
    """The fixes that findings bring, by place and code; the unsafe ones only if asked for."""
    found = []
    seen = set()
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe) or (finding.code, id(fix.edits)) in seen:
            continue
        seen.add((finding.code, id(fix.edits)))
        edits = {(source.offset(*edit.place[:2]), source.offset(*edit.place[2:]), edit.text) for edit in fix.edits}
        real = tuple(sorted(edit for edit in edits if source.text[edit[0] : edit[1]] != edit[2]))
        if real and are_apart(real, len(source.text)):
            found.append(Change(finding.code, real))
    return sorted(found, key=lambda change: (change.edits[0][:2], change.code, change.edits))


def compatible(changes: Iterable[Change]) -> list[Change]:
    """Those that can be applied together: the first one wins, whatever overlaps or touches it must wait.

    Equal edits, as a text behind an alias gives them, count once.
    """
    taken: list[Replacement] = []
    chosen = []
    for change in changes:
        new = tuple(edit for edit in change.edits if not _is_in(edit, taken))
        if new and not any(_is_in_the_way(edit, taken) for edit in new):
            chosen.append(Change(change.code, new))
            for edit in new:
                insort(taken, edit)
    return chosen


def applied(text: str, changes: Iterable[Change]) -> str:
    """A text with compatible changes applied. Raises ValueError when they are not compatible."""
    new = replaced(text, sorted(edit for change in changes for edit in change.edits))
    if new is None:
        raise ValueError("overlapping edits")
    return new


class Rewrite(NamedTuple):
    """What changes do to one text: edits in offsets of its value, sorted, and which of the changes they belong to."""

    text: Text
    edits: list[Replacement]
    changes: list[int]


def rewrites(root: Node, changes: Iterable[Change]) -> list[Rewrite] | None:
    """What changes do to each text of a document; None when an edit is not inside a text or says nothing sound.

    Edits of comments do nothing to any text.
    """
    known = sorted({id(text): text for text in texts(root) if text.value}.values(), key=attrgetter("start"))
    starts = [text.start for text in known]
    found: dict[int, Rewrite] = {}
    for number, change in enumerate(changes):
        for start, end, spelled in change.edits:
            at = bisect_right(starts, start) - 1
            if at < 0 or end > max(known[at].end, known[at].offset(len(known[at].value))):
                if is_comment(root.source, start, end):
                    continue
                return None
            text = known[at]
            new = meaning(spelled, style_of(text))
            if new is None:
                return None
            rewrite = found.setdefault(id(text), Rewrite(text, [], []))
            insort(rewrite.edits, (text.index(start), text.index(end), new))
            if rewrite.changes[-1:] != [number]:
                rewrite.changes.append(number)
    return list(found.values())


def is_comment(source: Source, start: int, end: int) -> bool:
    """Whether a stretch looks like (part of) a comment: blanks and then a `#`, or words behind one on the same line.

    Whether it is one is shown by reading the file again (`holds`).
    """
    stretch = source.text[start:end].lstrip(" \t\ufeff")
    return stretch.startswith("#") or MARK in source.line(source.position(start)[0])[: source.position(start)[1]]


def quarrelling(plan: Iterable[Rewrite]) -> set[int]:
    """The changes that have to wait, because all that is to be done to a text at once would not leave it sound."""
    return {
        number
        for rewrite in plan
        if len(rewrite.changes) > 1 and rewritten(rewrite.text, rewrite.edits) is None
        for number in rewrite.changes[1:]
    }


def holds(before: YamlDocument, after: YamlDocument, plan: Iterable[Rewrite]) -> bool:
    """Whether a document is the other one with the texts of the plan rewritten, and in nothing else different."""
    wanted = {id(rewrite.text): replaced(rewrite.text.value, rewrite.edits) for rewrite in plan}
    if before.root is None or after.root is None or _complaints(before) != _complaints(after):
        return False
    pairs: list[tuple[Node, Node]] = [(before.root, after.root)]
    seen = set()
    while pairs:
        old, new = pairs.pop()
        if isinstance(old, Text) and isinstance(new, Text):
            if new.value != wanted.get(id(old), old.value) or new.null != old.null:
                return False
        elif isinstance(old, Map) and isinstance(new, Map) and list(old.items) == list(new.items):
            if (id(old), id(new)) not in seen:
                seen.add((id(old), id(new)))
                pairs += zip(old.items.values(), new.items.values(), strict=True)
        elif isinstance(old, Seq) and isinstance(new, Seq) and len(old.items) == len(new.items):
            if (id(old), id(new)) not in seen:
                seen.add((id(old), id(new)))
                pairs += zip(old.items, new.items, strict=True)
        else:
            return False
    return True


def _complaints(document: YamlDocument) -> list[tuple[str, str, str]]:
    """What is wrong with a file as such; the sentences name lines, which may move."""
    return [(problem.code, problem.message, problem.pointer) for problem in document.problems]


def _is_in(edit: Replacement, taken: list[Replacement]) -> bool:
    at = bisect_left(taken, edit)
    return taken[at : at + 1] == [edit]


def _is_in_the_way(edit: Replacement, taken: list[Replacement]) -> bool:
    """Whether an edit overlaps or touches one of those taken, which do not overlap each other."""
    at = bisect_left(taken, edit)
    return bool((at and taken[at - 1][1] >= edit[0]) or (at < len(taken) and taken[at][0] <= edit[1]))
