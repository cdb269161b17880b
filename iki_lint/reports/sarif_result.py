"""Findings as SARIF has them: results with places, proposals, mends and fingerprints.

GitHub knows an alert again by a hash that its own action computes from the source line, and complains about any other
value under that name; the fingerprints here have a name of their own.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from iki_lint.decree.source import Place, Source
from iki_lint.engine.finding import in_file_order
from iki_lint.findings import CRASH, FileReport, Finding, Fix, Overruled, Related
from iki_lint.messages import say
from iki_lint.reports.address import uri
from iki_lint.reports.excerpt import discreet
from iki_lint.reports.fingerprint import NAME, fingerprints
from iki_lint.reports.notes import MOST_RELATED, number

ROOT = "%SRCROOT%"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class Scanned(NamedTuple):
    """A file, where it is [artifactLocation], the index of each rule, and the language."""

    file: FileReport
    location: dict[str, Any]
    rules: Mapping[str, int]
    lang: str


def location_of(path: str, index: int) -> dict[str, Any]:
    """Where a file is [artifactLocation]; a relative path is relative to where iki-lint was started."""
    address = uri(path)
    base = {} if address.startswith("file:") else {"uriBaseId": ROOT}
    return {"uri": address, **base, "index": index}


def results(scanned: Scanned, told: bool) -> Iterator[dict[str, Any]]:
    """The findings of a file [result]; with `told`, each says whether it was set aside [suppression]."""
    file = scanned.file
    said: list[tuple[Finding, Overruled | None]] = [(finding, None) for finding in file.findings]
    if file.overruled:
        said += [(overruled.finding, overruled) for overruled in file.overruled]
        said.sort(key=lambda each: in_file_order(each[0]))
    marks = fingerprints(file.path, (finding for finding, _ in said))
    for (finding, overruled), mark in zip(said, marks, strict=True):
        result = _result(scanned, finding) | {"partialFingerprints": {NAME: mark}}
        if told:
            result["suppressions"] = [_suppression(overruled)] if overruled else []
        yield result


def failures(scanned: Scanned) -> Iterator[dict[str, Any]]:
    """Why a file could not be read, and which rules failed [notification]; these are results too."""
    for finding in scanned.file.findings:
        if finding.code == CRASH or not scanned.file.readable:
            rule: dict[str, Any] = {"id": finding.code}
            if finding.code in scanned.rules:
                rule["index"] = scanned.rules[finding.code]
            yield {
                "level": "error",
                "message": {"text": finding.message},
                "associatedRule": rule,
                "locations": [_location(scanned, finding.place, finding.pointer)],
            }


def _result(scanned: Scanned, finding: Finding) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in scanned.rules:
        result["ruleIndex"] = scanned.rules[finding.code]
    result["level"] = LEVELS.get(finding.severity, "none")
    result["message"] = {"text": _sentences(finding, scanned.lang)}
    result["locations"] = [_location(scanned, finding.place, finding.pointer, *_owner(finding))]
    if finding.related:
        result["relatedLocations"] = [
            {"id": at, "message": {"text": each.message}, **_location(scanned, each.place, each.pointer)}
            for at, each in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(scanned, finding.fix)]
    bag = {"suggestion": finding.suggestion, "basis": finding.basis}
    result["properties"] = {key: value for key, value in bag.items() if value}
    return result


def _sentences(finding: Finding, lang: str) -> str:
    """What a finding says, its proposal, and links to the places that belong to it."""
    parts = [_unlinked(finding.message)]
    if finding.suggestion:
        parts.append(_unlinked(say("sarif-saran", lang, saran=finding.suggestion)))
    if finding.related:
        named = ", ".join(_link(each, at) for at, each in enumerate(finding.related[:MOST_RELATED], 1))
        rest = len(finding.related) - MOST_RELATED
        at = say("tempat-lain", lang, tempat=named, lain=number(rest, lang)) if rest > 0 else named
        parts.append(say("sarif-terkait", lang, tempat=at))
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in parts)


def _unlinked(text: str) -> str:
    """Words in which nothing is taken for a link of the standard."""
    return _bracketed(text) if "](" in text else text


def _bracketed(text: str) -> str:
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _link(related: Related, at: int) -> str:
    return f"[{_bracketed(related.message)}]({at})"


def _location(scanned: Scanned, place: Place | None, pointer: str, *owner: dict[str, Any]) -> dict[str, Any]:
    """A place in a file, the cell that it is in, and whose it is [location]."""
    physical: dict[str, Any] = {"artifactLocation": scanned.location}
    if place:
        physical["region"] = _region(place)
        if scanned.file.source:
            physical["region"]["snippet"] = {"text": _snippet(scanned.file.source, place)}
    cell = ({"fullyQualifiedName": pointer, "kind": "value"},) if pointer else ()
    named = [*cell, *owner]
    return {"physicalLocation": physical} | ({"logicalLocations": named} if named else {})


def _owner(finding: Finding) -> Iterator[dict[str, Any]]:
    """The post and the row, and the place in the original document [logicalLocation]."""
    if finding.position or finding.id:
        named = {"name": finding.position or finding.id, "fullyQualifiedName": finding.id}
        kind = "position" if finding.position else "row"
        yield {key: value for key, value in named.items() if value} | {"kind": kind}
    if finding.address:
        yield {"name": finding.address, "kind": "address"}


def _region(place: Place) -> dict[str, Any]:
    """The four numbers mean the same: from 1, in characters, the end exclusive [region]."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _snippet(source: Source, place: Place) -> str:
    """The words at a place, without a NIP."""
    lines = [discreet(source.line(number)) for number in range(place.line, place.end_line + 1)]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def _fix(scanned: Scanned, fix: Fix) -> dict[str, Any]:
    """The edits that mend a finding [fix]."""
    key = "sarif-perbaikan" if fix.safe else "sarif-perbaikan-tak-aman"
    replacements = [
        {"deletedRegion": _region(edit.place)} | ({"insertedContent": {"text": edit.text}} if edit.text else {})
        for edit in fix.edits
    ]
    return {
        "description": {"text": say(key, scanned.lang)},
        "artifactChanges": [{"artifactLocation": scanned.location, "replacements": replacements}],
    }


def _suppression(overruled: Overruled) -> dict[str, Any]:
    kind = "external" if overruled.known else "inSource"
    made: dict[str, Any] = {"kind": kind, "status": "accepted", "justification": overruled.reason}
    return made | ({"properties": {"until": overruled.until}} if overruled.until else {})
