"""Findings and the comments that set them aside, put together; what is wrong with a comment is a finding too (IKI001).

A comment is matched by the stretch of its entry and by JSON Pointer, never by line, so that it holds beside texts over
several lines. One that has expired, gives no reason or names a rule that nothing may set aside has no effect.
"""

import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from iki_lint.decree.source import Source
from iki_lint.decree.tree import Node
from iki_lint.engine.finding import in_file_order
from iki_lint.engine.rule import Rule, filled
from iki_lint.findings import TOOL_GROUP, Edit, Finding, Fix, Overruled
from iki_lint.suppressions.comments import MARK, Comment, comments_to_us
from iki_lint.suppressions.directive import Directive, Named, read_directive
from iki_lint.suppressions.target import Entry, entries_of, target_of

CODE = "IKI001"
MISSPELT = ("aturan-tidak-ada", "abaikan-perintah", "abaikan-tanpa-aturan", "abaikan-tanggal")
"""The cases of a comment that cannot be understood."""


class Rules(NamedTuple):
    """What a comment can be about: all rules, the codes of those that ran, and of those that nothing may set aside."""

    known: Sequence[Rule]
    ran: Collection[str]
    mandatory: Collection[str]


class _Suppression(NamedTuple):
    """A comment, what it says, the entry it is about (None: none, or the whole file) and the codes by name."""

    comment: Comment
    says: Directive
    entry: Entry | None
    codes: Mapping[str, str]


def suppress(
    root: Node, source: Source, findings: Sequence[Finding], rules: Rules, lang: str, today: str
) -> tuple[tuple[Finding, ...], tuple[Overruled, ...]]:
    """The findings that are left with those about comments, in file order, and the ones that were set aside."""
    if MARK not in source.text:
        return tuple(findings), ()
    said = list(_read(root, source, rules.known))
    if not said:
        return tuple(findings), ()
    expired = [each for each in said if each.says.until and not each.says.wrong and each.says.until < today]
    sound = [each for each in said if each.says.reason and not each.says.wrong and each not in expired]
    used: set[tuple[int, str]] = set()
    left: list[Finding] = []
    overruled: list[Overruled] = []
    for finding in findings:
        by = [each for each in sound if _covers(each, finding, source)]
        if by:
            used.update((each.comment.start, finding.code) for each in by)
            overruled.append(Overruled(finding, by[0].says.reason, by[0].says.until))
        else:
            left.append(finding)
    about = next((rule for rule in rules.known if rule.code == CODE), None)
    if about and CODE in rules.ran:
        cases = {rule.case: rule for rule in rules.known if rule.code == CODE}
        for each in said:
            for case, named, args in _faults(each, each in expired, used, rules):
                left.append(_finding(cases[case], each, named, args, source, lang))
    return tuple(sorted(left, key=in_file_order)), tuple(overruled)


def today(asked: str = "") -> str:
    """The day (ISO) that decides what has expired: as asked, or of `SOURCE_DATE_EPOCH`, or the one it is."""
    if asked:
        return asked
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:
        return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)))
    return time.strftime("%Y-%m-%d")


def _read(root: Node, source: Source, known: Iterable[Rule]) -> Iterator[_Suppression]:
    by_name = {name: rule.code for rule in known for name in (rule.code, rule.name.upper())}
    entries: list[Entry] | None = None
    for comment in comments_to_us(source, root):
        says = read_directive(source.text[comment.start : comment.end])
        entries = entries_of(root) if entries is None else entries
        entry = None if says.whole_file else target_of(comment, entries, source)
        codes = {each.name: by_name[each.name.upper()] for each in says.rules if each.name.upper() in by_name}
        yield _Suppression(comment, says, entry, codes)


def _covers(each: _Suppression, finding: Finding, source: Source) -> bool:
    code, entry = finding.code, each.entry
    if code not in each.codes.values() or finding.mandatory or code.startswith(TOOL_GROUP):
        return False
    if each.says.whole_file:
        return True
    if entry is None:
        return False
    if finding.pointer == entry.pointer or finding.pointer.startswith(f"{entry.pointer}/"):
        return True
    return finding.place is not None and entry.start <= source.offset(*finding.place[:2]) < entry.end


def _faults(
    each: _Suppression, is_expired: bool, used: Collection[tuple[int, str]], rules: Rules
) -> Iterator[tuple[str, tuple[Named, ...], dict[str, str]]]:
    """What is wrong with a comment: the case, the rules that it is about (none: the whole comment), what to fill in."""
    says = each.says
    if says.wrong:
        yield says.wrong, (), {"hari": says.until or ""}
        return
    if not says.reason:
        yield "tanpa-alasan", (), {}
        return
    for name in says.rules:
        if name.name not in each.codes:
            yield "aturan-tidak-ada", (name,), {"aturan": name.name}
    if is_expired:
        yield "kedaluwarsa", (), {"hari": says.until or "", "alasan": says.reason}
        return
    for name in says.rules:
        code = each.codes.get(name.name)
        if not code or (each.comment.start, code) in used:
            continue
        if code in rules.mandatory or code.startswith(TOOL_GROUP):
            yield "wajib", (name,), {"aturan": code}
        elif code in rules.ran:
            yield "tak-terpakai", (name,), {"aturan": code}


def _finding(
    rule: Rule, each: _Suppression, named: tuple[Named, ...], args: dict[str, str], source: Source, lang: str
) -> Finding:
    comment = each.comment
    start, end = comment.start, comment.end
    if named:
        start, end = comment.start + named[0].start, comment.start + named[0].end
    # What is misspelt was meant for something: that is for its writer to mend.
    edit = None if rule.case in MISSPELT else _removal(each, named, source)
    values = tuple(args.items())
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        filled(getattr(rule.message, lang), values),
        each.entry.pointer if each.entry else "",
        source.place(start, end),
        source.text[start:end],
        suggestion=filled(getattr(rule.suggestion, lang), values) if rule.suggestion else None,
        fix=Fix(True, (edit,)) if edit else None,
    )


def _removal(each: _Suppression, named: tuple[Named, ...], source: Source) -> Edit:
    """The edit that takes away a comment that has no effect, or one rule from its list."""
    text, comment = source.text, each.comment
    rules = each.says.rules
    if named and len(rules) > 1:
        at = rules.index(named[0])
        first = rules[at - 1].end if at else named[0].start
        last = named[0].end if at else rules[1].start
        return Edit(source.place(comment.start + first, comment.start + last), "")
    start, end = comment.start, comment.end
    if comment.alone:
        number = source.position(start)[0]
        start = source.line_starts[number - 1]
        end = source.line_starts[number] if number < len(source.line_starts) else end
        if number == 1 and text.startswith("\ufeff"):
            start += 1
    else:
        while text[start - 1] in " \t":
            start -= 1
    return Edit(source.place(start, end), "")
