"""What came of the examples of a rule pack, for a person."""

from collections.abc import Iterator

from iki_lint.messages import say
from iki_lint.packs.trial import Outcome, RuleTrial, Trial
from iki_lint.reports.escape import escape
from iki_lint.reports.notes import number

_KINDS = {"bad": True, "good": False}


def render(trial: Trial, lang: str) -> str:
    """The report as text that ends with a newline."""
    return "".join(f"{escape(line)}\n" for line in trial_lines(trial, lang))


def trial_lines(trial: Trial, lang: str) -> Iterator[str]:
    """A line for each rule, below it one for each example that gave something else, and the sum."""
    from iki_lint.packs.skipped import told

    for rule in trial.rules:
        counts = {kind: sum(each.must_find == wanted for each in rule.outcomes) for kind, wanted in _KINDS.items()}
        verdict = say("uji-sesuai" if rule.passed else "uji-tidak-sesuai", lang)
        yield say("uji-aturan", lang, kode=rule.code, nama=rule.name, hasil=verdict, **_numbers(counts, lang))
        yield from (_told(each, lang) for each in rule.outcomes if each.key)
        yield from (f"  {_at(rule)}: {say(f'uji-tanpa-{kind}', lang)}" for kind in rule.lacking)
    yield from (told(each, lang) for each in trial.skipped)
    sums = {
        "aturan": len(trial.rules),
        "contoh": sum(len(rule.outcomes) for rule in trial.rules),
        "gagal": sum(not rule.passed for rule in trial.rules),
    }
    key = "uji-tanpa-aturan" if not trial.rules else "uji-jumlah-gagal" if sums["gagal"] else "uji-jumlah"
    yield say(key, lang, **_numbers(sums, lang))


def _told(outcome: Outcome, lang: str) -> str:
    return f"  {_at(outcome)}: {say(outcome.key, lang, **outcome.args)}"


def _at(part: Outcome | RuleTrial) -> str:
    return f"{part.path}:{part.place.line}:{part.place.column}"


def _numbers(counts: dict[str, int], lang: str) -> dict[str, str]:
    return {name: number(count, lang) for name, count in counts.items()}
