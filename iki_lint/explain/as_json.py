"""Rules and facts for programs: `iki-lint-rules/1` and `iki-lint-facts/1`, described in schemas/."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from iki_lint import __version__
from iki_lint.catalog import Catalog
from iki_lint.engine.condition_types import option_type
from iki_lint.engine.rule import Rule, Texts
from iki_lint.explain.cards import Card, Trial, sources, trials
from iki_lint.explain.facts import FactCard, ListCard, Piece, Shown, fact_cards, list_cards, pieces
from iki_lint.facts.subjects import VOCABULARY
from iki_lint.findings import Finding
from iki_lint.messages import LANGUAGES, say
from iki_lint.reports.json import escaped

RULES, FACTS = "iki-lint-rules/1", "iki-lint-facts/1"


def rules_json(chosen: Iterable[Card], catalog: Catalog, lang: str) -> str:
    """The rules in both languages, with what each says of its examples in one."""
    return _document(RULES, {"rules": [_rule(card, catalog, lang) for card in chosen]})


def facts_json(catalog: Catalog) -> str:
    """Everything that a condition may name, in both languages."""
    subjects = [{"name": name, "meaning": _said(f"fakta-subjek-{name}")} for name in VOCABULARY]
    facts = [_fact(card, subject) for card in fact_cards(catalog) for subject in card.subjects]
    language = [_piece(piece) for piece in pieces(catalog)]
    lists = [_list(card) for card in list_cards(catalog)]
    return _document(FACTS, {"subjects": subjects, "facts": facts, "language": language, "lists": lists})


def _document(form: str, content: Mapping[str, Any]) -> str:
    document = {"format": form, "tool": {"name": "iki-lint", "version": __version__}, **content}
    return escaped(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _rule(card: Card, catalog: Catalog, lang: str) -> dict[str, Any]:
    rule = card.rule
    bad, good = trials(catalog, rule, lang)
    return {
        "code": rule.code,
        "name": rule.name,
        "group": card.group,
        "severity": list(card.severities),
        "wajib": card.mandatory,
        "target": rule.target,
        "levels": list(rule.levels),
        "yields_to": list(rule.yields_to),
        "check": rule.check,
        **_part(rule),
        "why": _texts(rule.why),
        "basis": [
            {"key": key, "title": basis.title, "evidence": basis.evidence, "note": _texts(basis.note)}
            for key, basis in sources(catalog, rule)
        ],
        "options": [
            {"name": name, "type": option_type(value), "default": list(value) if isinstance(value, tuple) else value}
            for name, value in rule.options.items()
        ],
        "fixable": list(card.mends),
        "cases": [{"name": case.case, "severity": case.severity, **_part(case)} for case in card.cases],
        "examples": {"bad": [_trial(trial) for trial in bad], "good": [_trial(trial) for trial in good]},
    }


def _part(rule: Rule) -> dict[str, Any]:
    """What a rule and each of its cases have alike."""
    return {
        "when": rule.when.text if rule.when else None,
        "severity_when": [{"when": when.text, "severity": severity} for when, severity in rule.severity_when],
        "message": _texts(rule.message),
        "suggestion": _texts(rule.suggestion) if rule.suggestion else None,
    }


def _trial(trial: Trial) -> dict[str, Any]:
    return {"given": dict(trial.given), "findings": [_finding(finding) for finding in trial.findings]}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "severity": finding.severity,
        "text": finding.text,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "fix": None if finding.fix is None else "safe" if finding.fix.safe else "unsafe",
    }


def _fact(card: FactCard, subject: str) -> dict[str, Any]:
    return {
        "subject": subject,
        "fact": card.name,
        "type": card.kind,
        "meaning": _texts(card.meaning),
        "values": list(card.values),
        "examples": [_shown(shown) for shown in (card.example, *card.cases)],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    example = {"condition": piece.condition, "options": dict(piece.options), **_shown(piece.example)}
    return {"written": piece.written, "meaning": _texts(piece.meaning), "example": example}


def _shown(shown: Shown) -> dict[str, Any]:
    return {"given": dict(shown.given), "value": shown.value}


def _list(card: ListCard) -> dict[str, Any]:
    return {"name": card.name, "size": card.size, "first": list(card.first)}


def _texts(texts: Texts) -> dict[str, str]:
    return texts._asdict()


def _said(key: str) -> dict[str, str]:
    return {lang: say(key, lang) for lang in LANGUAGES}
