"""What the catalogue says of rules, as a page names them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from iki_lint.catalog import catalog_shown
from iki_lint.engine.rule import Rule
from iki_lint.reports.rule_help import CITED

_FILLED_IN = re.compile(r"\{[^{}]*\}")
_SHORT = ("iku", "iki", "yaml")


class Source(NamedTuple):
    """Something that rules rest on: its title, how it was seen (`dibaca`, `dikutip`), and what was seen of it."""

    key: str
    title: str
    evidence: str
    note: str


def rule_title(code: str, name: str, lang: str) -> str:
    """What a rule is about, in words: its name (Indonesian), in English the sentence that it says."""
    rule = _rule(code)
    if lang == "en" and rule is not None:
        return _FILLED_IN.sub("…", rule.message.en)
    title = " ".join(word.upper() if word in _SHORT else word for word in name.split("-"))
    return title[:1].upper() + title[1:]


def why(code: str, lang: str) -> str:
    """Why a rule is; empty for one that the catalogue does not have."""
    rule = _rule(code)
    return str(getattr(rule.why, lang)) if rule is not None else ""


def sources(keys: Iterable[str], lang: str) -> list[Source]:
    """What the keys of a basis stand for, without what is only remembered: that is never cited."""
    basis = catalog_shown().basis
    known = ((key, basis[key]) for key in dict.fromkeys(keys) if key in basis)
    return [
        Source(key, each.title, each.evidence, getattr(each.note, lang))
        for key, each in known
        if each.evidence in CITED
    ]


def _rule(code: str) -> Rule | None:
    return next((rule for rule in catalog_shown().rules if rule.code == code and not rule.case), None)
