"""The configuration in effect, for a person and for programs."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from iki_lint.messages import say
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.json import escaped
from iki_lint.reports.notes import number

if TYPE_CHECKING:
    from iki_lint.config.shown import Shown

FORMAT = "iki-lint-config/1"
MOST_WORDS = 8
WIDEST = 48
"""Columns of a value beside its origin; a longer one has a line of its own."""


def as_text(path: str, files: Sequence[str], items: "Sequence[Shown]", lang: str) -> str:
    """The settings as a table of three columns: what, its value, who said so."""
    lines = [say("config-untuk", lang, berkas=escape(path))]
    lines += [say("config-dari", lang, berkas=escape(file)) for file in reversed(files)]
    if not files:
        lines.append(say("config-tanpa", lang))
    rows = _folded([(escape(item.key), escape(_value(item, lang)), _origin(item, lang)) for item in items])
    keys = max((columns(key) for key, _, _ in rows), default=0)
    values = min(max((columns(value) for _, value, _ in rows), default=0), WIDEST)
    lines.append("")
    for key, value, origin in rows:
        line = f"{key}{' ' * (keys - columns(key))}  {value}"
        room = values - columns(value)
        lines.append(f"{line}{' ' * room}  {origin}" if room >= 0 else f"{line}\n{' ' * (keys + values + 2)}  {origin}")
    return "\n".join(lines) + "\n"


def _folded(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Rows about rules that follow each other and say the same as one: "jalan.FRM001 ... FRM010"."""
    folded: list[tuple[str, str, str]] = []
    first: tuple[str, str] | None = None
    for key, value, origin in rows:
        kind, _, code = key.partition(".")
        if folded and code and "." not in code and first and first[0] == kind and folded[-1][1:] == (value, origin):
            folded[-1] = (f"{kind}.{first[1]} ... {code}", value, origin)
            continue
        folded.append((key, value, origin))
        first = (kind, code) if code and "." not in code else None
    return folded


def as_json(path: str, files: Sequence[str], items: "Sequence[Shown]") -> str:
    """The settings as JSON, one on each line; `origins` are FILE:LINE or an option, none for a default."""
    told = [
        {"key": item.key, "value": item.value, "default": item.default, "origins": list(item.origins)} for item in items
    ]
    rows = ",\n".join(json.dumps(each, ensure_ascii=False) for each in told)
    head = f'{{"format": "{FORMAT}", "path": {json.dumps(path, ensure_ascii=False)},'
    return escaped(f'{head}\n"files": {json.dumps(list(files), ensure_ascii=False)},\n"settings": [{rows}]}}\n')


def _value(item: "Shown", lang: str) -> str:
    if isinstance(item.value, bool):
        return say("config-ya" if item.value else "config-tidak", lang)
    if isinstance(item.value, tuple):
        more = len(item.value) - MOST_WORDS
        named = ", ".join(item.value[:MOST_WORDS])
        return say("config-lagi", lang, isi=named, jumlah=number(more, lang)) if more > 0 else named
    if item.origins and not isinstance(item.default, tuple | None) and item.default != item.value:
        return say("config-bukan-bawaan", lang, isi=item.value, bawaan=item.default)
    return str(item.value)


def _origin(item: "Shown", lang: str) -> str:
    return escape(", ".join(item.origins)) if item.origins else say("config-bawaan", lang)
