"""Mend a decree: apply the fixes that findings bring, check again, until nothing is left to fix.

    import iki_lint
    result = iki_lint.fix("kebomas.yaml")
    print(result.applied, result.text)

Nothing is written here; `result.text` is what the file must hold.
"""

import gc
import os
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from iki_lint.config.asked import DEFAULT, Config
from iki_lint.config.effect import Effects
from iki_lint.decree.decoding import read_bytes, without_mark
from iki_lint.decree.yaml_source import YamlDocument, read_yaml
from iki_lint.findings import Counts, FileReport, Finding
from iki_lint.fixes import Change, applied, compatible, holds, offered, quarrelling, rewrites
from iki_lint.linting import TEXT, check_document
from iki_lint.messages import say
from iki_lint.readers import is_importable, suffix_of

MOST_PASSES = 10
"""A fix may make room for another one; rules that undo each other would never come to an end."""

_MARK = "\ufeff"


class FixResult(NamedTuple):
    """What came of mending one file.

    `text` is the whole new content, a byte order mark included; `text.encode()` are the bytes of the file. `applied`
    counts the fixes by rule code, by code. `report` is what a check finds afterwards. `refusal` says in a sentence why
    nothing was done: the file cannot be read, or the fixes could not be shown to be right; `text` is then the old one,
    as far as it is text.
    """

    path: str
    text: str
    applied: Mapping[str, int]
    report: FileReport
    refusal: str | None = None

    @property
    def left(self) -> tuple[Finding, ...]:
        """The findings that still bring a fix: those that were not asked for."""
        return tuple(finding for finding in self.report.findings if finding.fix)


def fix(path_or_text: "str | os.PathLike[str]", config: Config = DEFAULT, unsafe: bool = False) -> FixResult:
    """Mend one decree: the path of a file, or a YAML text (anything with a line break in it); nothing is written.

    `unsafe` also applies the fixes that may change the meaning. Raises OSError when the file cannot be read.
    """
    if isinstance(path_or_text, str) and "\n" in path_or_text:
        return fix_file(TEXT, config, unsafe, path_or_text.encode("utf-8", "surrogatepass"))
    return fix_file(os.fspath(path_or_text), config, unsafe)


def fix_file(
    path: str,
    config: Config = DEFAULT,
    unsafe: bool = False,
    data: bytes | None = None,
    effects: Effects | None = None,
) -> FixResult:
    """Mend one file, or `data` as if it were that file's content. Raises OSError when there is no such file.

    `effects` are shared by the files of a run, see `check_file`.
    """
    if data is None:
        data = read_bytes(path)
    if is_importable(path):
        unread = FileReport(path, Counts(), (), False)
        key = "perbaikan-word" if suffix_of(path) == ".docx" else "perbaikan-impor"
        return FixResult(path, data.decode(errors="replace"), {}, unread, say(key, config.lang, berkas=path))
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _fix_yaml(path, config, unsafe, data, effects or Effects(config))
    finally:
        if collecting:
            gc.enable()


class _Pass(NamedTuple):
    """A version of the file: the document and what a check finds in it."""

    document: YamlDocument
    report: FileReport

    @property
    def text(self) -> str:
        return self.document.source.text


def _fix_yaml(path: str, config: Config, unsafe: bool, data: bytes, effects: Effects) -> FixResult:
    mark = _MARK if len(without_mark(data)) < len(data) else ""
    first = last = _look(path, config, data, effects)
    refused = FixResult(path, mark + first.text, {}, first.report)
    if not first.report.readable:
        return refused._replace(refusal=say("perbaikan-tak-terbaca", config.lang, berkas=path))
    counted: Counter[str] = Counter()
    before: list[Change] = []
    for number in range(MOST_PASSES + 1):
        changes = compatible(offered(last.report.findings, last.document.source, unsafe))
        if not changes:
            return FixResult(path, mark + last.text, dict(sorted(counted.items())), last.report)
        if number == MOST_PASSES:
            break
        made = _made(last, changes, mark, config, effects)
        if made is None:
            return refused._replace(refusal=_refusal("perbaikan-merusak", path, changes, config))
        last, before = made
        counted.update(change.code for change in before)
    return refused._replace(refusal=_refusal("perbaikan-tak-selesai", path, before + changes, config))


def _made(
    now: _Pass, changes: list[Change], mark: str, config: Config, effects: Effects
) -> tuple[_Pass, list[Change]] | None:
    """The next version and the changes that made it; None when something else would change with them."""
    root = now.document.root
    plan = rewrites(root, changes) if root is not None else None
    if root is None or plan is None:
        return None
    if waiting := quarrelling(plan):
        changes = [change for number, change in enumerate(changes) if number not in waiting]
        plan = rewrites(root, changes) or []
    text = applied(now.text, changes)
    data = (mark + text).encode("utf-8", "surrogatepass")
    after = read_yaml(now.document.source.path, data)
    if not holds(now.document, after, plan):
        return None
    report = check_document(after, config, effects)
    return (_Pass(after, report), changes) if report.readable else None


def _look(path: str, config: Config, data: bytes, effects: Effects) -> _Pass:
    document = read_yaml(path, data)
    return _Pass(document, check_document(document, config, effects))


def _refusal(key: str, path: str, changes: list[Change], config: Config) -> str:
    rules = ", ".join(sorted({change.code for change in changes}))
    return say(key, config.lang, berkas=path, aturan=rules)
