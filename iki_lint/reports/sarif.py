"""The report as SARIF 2.1.0, which code scanning services and viewers read: one result per place and line of text.

Every rule is described, whether it spoke or not. The words in brackets in a docstring are the objects of the
standard.
"""

import json
import re
from typing import Any

from iki_lint import __version__
from iki_lint.catalog import catalog_shown
from iki_lint.findings import Report
from iki_lint.messages import say
from iki_lint.reports.json import escaped
from iki_lint.reports.markdown_text import plain
from iki_lint.reports.rule_help import RuleHelp, rule_helps
from iki_lint.reports.sarif_result import LEVELS, ROOT, Scanned, failures, location_of, results
from iki_lint.reports.style import Style

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LANGUAGES = {"id": "id-ID", "en": "en-US"}

_encode = json.JSONEncoder(ensure_ascii=False).encode


def render(report: Report, style: Style) -> str:
    """The report as JSON text that ends with a newline and can always be encoded as UTF-8."""
    lang = style.lang
    rules = [_rule(each, lang) for each in rule_helps(catalog_shown(), lang)]
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    scanned = [Scanned(file, location_of(file.path, at), indexes, lang) for at, file in enumerate(report.files)]
    told = any(file.overruled for file in report.files)
    run = {
        "tool": {"driver": _driver(lang) | {"rules": rules}},
        "language": LANGUAGES[lang],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": {"text": say("sarif-akar", lang)}}},
        "invocations": [
            {
                "executionSuccessful": style.exit_code < 2,
                "exitCode": style.exit_code,
                "toolExecutionNotifications": [each for one in scanned for each in failures(one)],
            }
        ],
        "artifacts": [
            {"location": one.location, "roles": ["analysisTarget"], "properties": one.file.counts._asdict()}
            for one in scanned
        ],
    }
    listed = ",\n".join(_encode(result) for one in scanned for result in results(one, told))
    text = f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{_encode(run)[:-1]},\n"results": [{listed}]}}]}}\n'
    return escaped(text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text))


def _driver(lang: str) -> dict[str, Any]:
    """The tool itself [toolComponent]."""
    return {
        "name": "iki-lint",
        "version": __version__,
        "semanticVersion": __version__,
        "language": LANGUAGES[lang],
        "shortDescription": {"text": say("sarif-alat", lang)},
    }


def _rule(rule: RuleHelp, lang: str) -> dict[str, Any]:
    """A rule with its help [reportingDescriptor]."""
    parts = [(say("bantuan-mengapa", lang), rule.why)]
    if rule.proposal:
        parts.append((say("bantuan-saran", lang), rule.proposal))
    text = [f"{title}: {words}" for title, words in parts]
    markdown = [f"**{title}:** {plain(words)}" for title, words in parts]
    if rule.sources:
        title = say("bantuan-dasar", lang)
        text.append("\n".join([f"{title}:", *(f"- {each}" for each in rule.sources)]))
        markdown.append("\n".join([f"**{title}:**\n", *(f"- {plain(each)}" for each in rule.sources)]))
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": rule.why},
        "help": {"text": "\n\n".join(text), "markdown": "\n\n".join(markdown)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.code[:-3]]},
    }
