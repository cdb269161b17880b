"""One rule laid out: what it says and why, what it rests on, when it speaks, and its examples as it judges them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from iki_lint.catalog import Catalog
from iki_lint.engine.condition_types import option_type
from iki_lint.engine.rule import Option, Rule
from iki_lint.explain.cards import Card, Trial, sources, trials
from iki_lint.explain.page import Block, Entry, Fields, Listing, Page, Prose, Section
from iki_lint.findings import SEVERITIES, TOOL_GROUP, Finding
from iki_lint.messages import say
from iki_lint.reports.groups import group_title
from iki_lint.reports.notes import number
from iki_lint.reports.rule_help import GAP, with_gaps

YAML_WIDTH = 74
LONGEST_QUOTE = 70
_WORD = re.compile(r"""(?:"[^"]*"|'[^']*'|[^\s"'])+""")


class _AsWritten(yaml.SafeDumper):
    """Writes equal things out twice: who reads an example should not look for anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def rule_page(card: Card, catalog: Catalog, lang: str) -> Page:
    """All that is known of a rule, in one language."""
    rule = card.rule
    bad, good = trials(catalog, rule, lang)
    sections: list[tuple[str, list[Block]]] = [
        ("apa", list(_sentences(card, lang))),
        ("mengapa", [Prose(getattr(rule.why, lang))]),
        ("dasar", list(_basis(rule, catalog, lang))),
        ("kapan", list(_when(card, lang))),
        ("memperbaiki", list(_mending(card, lang))),
        ("pengaturan", list(_options(rule, lang))),
        ("ditemukan", [block for trial in bad for block in _trial(trial, lang)]),
        ("dibiarkan", [block for trial in good for block in _trial(trial, lang)]),
        ("mengabaikan", list(_suppressing(card, lang))),
    ]
    if not bad and not good:
        sections[6] = ("ditemukan", [Prose(say("aturan-tanpa-contoh", lang))])
    shown = tuple(Section(say(f"bagian-{name}", lang), tuple(blocks)) for name, blocks in sections if blocks)
    return Page(f"{rule.code} {rule.name}", (Fields(tuple(_opening(card, lang))),), shown)


def severities(card: Card, lang: str) -> str:
    """All severities that a rule can have, the heaviest first."""
    return _severities(card.severities, lang)


def folded(condition: str) -> str:
    """A condition in lines that can be read: broken before `and` and `or` where that is enough, never within a text."""
    chunks: list[list[str]] = [[]]
    for word in _WORD.findall(condition):
        if word in ("and", "or"):
            chunks.append([])
        chunks[-1].append(word)
    lines = _filled(" ".join(chunk) for chunk in chunks)
    return "\n".join(part for line in lines for part in _filled(_WORD.findall(line)))


def _filled(parts: Iterable[str]) -> list[str]:
    """Parts in lines of at most the width; what is wider alone stands alone."""
    lines = [""]
    for part in parts:
        if lines[-1] and len(lines[-1]) + 1 + len(part) > YAML_WIDTH:
            lines.append(part)
        else:
            lines[-1] += f" {part}" if lines[-1] else part
    return lines


def option_value(value: Option, lang: str) -> str:
    """An option as people write it: a decimal comma in Indonesian, lists with commas."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, float) and lang == "id":
        return str(value).replace(".", ",")
    return number(value, lang) if isinstance(value, int) else str(value)


def _severities(found: Iterable[str], lang: str) -> str:
    return ", ".join(say(f"tingkat-{severity}", lang) for severity in found)


def _severities_of(part: Rule, lang: str) -> str:
    """All severities that one case can have, or the rule without its cases."""
    return _severities(sorted({part.severity, *(each for _, each in part.severity_when)}, key=SEVERITIES.index), lang)


def _opening(card: Card, lang: str) -> Iterator[tuple[str, str]]:
    rule = card.rule
    worst = severities(card, lang)
    yield say("aturan-kelompok", lang), f"{group_title(card.group, lang)} ({card.group})"
    yield say("aturan-tingkat", lang), f"{worst} ({say('aturan-wajib', lang)})" if card.mandatory else worst
    yield say("aturan-memeriksa", lang), say(f"sasaran-aturan-{rule.target}", lang)
    if rule.levels:
        yield say("aturan-jabatan", lang), ", ".join(rule.levels)
    if rule.yields_to:
        yield say("aturan-mengalah", lang), ", ".join(rule.yields_to)


def _sentences(card: Card, lang: str) -> Iterator[Block]:
    """What the rule says and, when it has cases, how severe that is; then what each case says."""
    said = with_gaps(getattr(card.rule.message, lang))
    yield Prose(f"{said} [{_severities_of(card.rule, lang)}]" if card.cases else said)
    for case in card.cases:
        lines = [with_gaps(getattr(case.message, lang))]
        if case.suggestion and case.suggestion != card.rule.suggestion:
            lines.append(f"{say('aturan-saran', lang)}: {with_gaps(getattr(case.suggestion, lang))}")
        if case.levels != card.rule.levels:
            lines.append(f"{say('aturan-jabatan', lang)}: {', '.join(case.levels)}")
        yield Entry(case.case, _severities_of(case, lang), tuple(lines))


def _basis(rule: Rule, catalog: Catalog, lang: str) -> Iterator[Block]:
    cited = sources(catalog, rule)
    if cited:
        evidence = [(basis, say(f"bukti-{basis.evidence}", lang)) for _, basis in cited]
        yield Fields(tuple((f"{basis.title} ({seen})", getattr(basis.note, lang)) for basis, seen in evidence))
    if len(cited) < len(rule.basis):
        yield Prose(say("aturan-dasar-ingatan", lang, jumlah=number(len(rule.basis) - len(cited), lang)))
    if not rule.basis:
        yield Prose(say("aturan-tanpa-dasar", lang))


def _when(card: Card, lang: str) -> Iterator[Block]:
    rule = card.rule
    if rule.when:
        yield Prose(say("aturan-syarat", lang))
        yield Listing(folded(rule.when.text), "text")
    else:
        yield Prose(say("aturan-pemeriksa", lang, pemeriksa=rule.check) if rule.check else say("aturan-pembaca", lang))
    yield from _severities_when(rule, lang)
    for case in card.cases:
        if case.when:
            yield Prose(say("aturan-kasus-syarat", lang, kasus=case.case))
            yield Listing(folded(case.when.text), "text")
        if case.severity_when != rule.severity_when:
            if not case.when:
                yield Prose(say("aturan-kasus", lang, kasus=case.case))
            yield from _severities_when(case, lang)


def _severities_when(rule: Rule, lang: str) -> Iterator[Block]:
    for condition, severity in rule.severity_when:
        yield Prose(say("aturan-tingkat-bila", lang, tingkat=say(f"tingkat-{severity}", lang)))
        yield Listing(folded(condition.text), "text")
    if rule.severity_when:
        yield Prose(say("aturan-tingkat-selain", lang, tingkat=say(f"tingkat-{rule.severity}", lang)))


def _mending(card: Card, lang: str) -> Iterator[Block]:
    suggestion = card.rule.suggestion
    if suggestion:
        yield Prose(with_gaps(getattr(suggestion, lang)))
    elif not any(case.suggestion for case in card.cases):
        yield Prose(say("aturan-tanpa-saran", lang))
    kind = {("safe",): "aman", ("unsafe",): "tak-aman", ("safe", "unsafe"): "campur"}.get(card.mends, "tidak")
    if card.group != TOOL_GROUP:
        yield Prose(say(f"aturan-fix-{kind}", lang) + ".")


def _options(rule: Rule, lang: str) -> Iterator[Block]:
    if rule.options:
        yield Prose(say("aturan-pengaturan-konfigurasi", lang))
        yield Fields(tuple((name, _option(value, lang)) for name, value in rule.options.items()))


def _option(value: Option, lang: str) -> str:
    return f"{option_value(value, lang)} ({kind_name(option_type(value), lang)})"


def kind_name(kind: str, lang: str) -> str:
    """A type of the condition language in words."""
    return say("jenis-" + kind.replace("/", "-").replace(" ", "-"), lang)


def _trial(trial: Trial, lang: str) -> Iterator[Block]:
    given = trial.given
    text = given.get("berkas") or given.get("naskah")
    yield Listing(str(text), "text" if "naskah" in given else "yaml") if text else Listing(as_yaml(given), "yaml")
    for finding in trial.findings:
        yield Fields(tuple(_said(finding, lang)))


def as_yaml(given: Mapping[str, Any]) -> str:
    """An example as it could stand in a rule file."""
    return yaml.dump(dict(given), Dumper=_AsWritten, allow_unicode=True, sort_keys=False, width=YAML_WIDTH)


def _said(finding: Finding, lang: str) -> Iterator[tuple[str, str]]:
    quote = " ".join(finding.text.split(" ")).replace("`", "'")
    if len(quote) > LONGEST_QUOTE:
        quote = quote[: LONGEST_QUOTE - 1] + GAP
    message = say("contoh-kutipan", lang, kutipan=quote, pesan=finding.message) if quote else finding.message
    yield say(f"tingkat-{finding.severity}", lang), message
    if finding.suggestion:
        yield say("aturan-saran", lang), finding.suggestion
    if finding.fix:
        yield "fix", say("contoh-fix-aman" if finding.fix.safe else "contoh-fix-tak-aman", lang)


def _suppressing(card: Card, lang: str) -> Iterator[Block]:
    excused = ", ".join(case.case for case in card.cases if case.excusable)
    if card.mandatory and excused:
        yield Prose(say("aturan-tidak-dapat-diabaikan-kecuali", lang, kasus=excused))
    elif card.mandatory:
        yield Prose(say("aturan-tidak-dapat-diabaikan", lang))
    if card.group != TOOL_GROUP and (excused or not card.mandatory):
        yield Prose(say("aturan-abaikan", lang))
        yield Listing(f"# iki-lint: abaikan {card.rule.code} -- {say('aturan-abaikan-alasan', lang)}", "yaml")
