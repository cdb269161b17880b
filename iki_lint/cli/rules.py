"""`iki-lint rules`: try the examples of a rule pack."""

from collections.abc import Iterator

import click

from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.output import STDOUT, write
from iki_lint.cli.refusal import Refusal
from iki_lint.messages import say
from iki_lint.packs.trial import Outcome, RuleTrial, Trial, try_pack
from iki_lint.plugins import PluginError
from iki_lint.reports.escape import escape
from iki_lint.reports.notes import number


@click.command("rules", cls=Command, add_help_option=False, short_help="Jalankan contoh dalam paket aturan sendiri.")
@click.option("--test", "folder", metavar="PAKET", help="Jalankan contoh semua aturan dalam paket ini.")
@click.option("--plugin", "plugins", multiple=True, metavar="NAMA", help="Plugin yang pemeriksanya dipakai paket itu.")
@lang_option
@help_option
def command(folder: str | None, plugins: tuple[str, ...], lang: str) -> int:
    """Jalankan contoh dalam paket aturan sendiri.

    Kode keluar: 0 semua contoh sesuai; 1 ada yang tidak, atau ada aturan tanpa contoh; 2 paketnya keliru.
    """
    if folder is None:
        raise Refusal("pilihan-wajib", pilihan="--test", perintah="iki-lint rules")
    try:
        trial = try_pack(folder, lang, plugins)
    except PluginError as error:
        raise Refusal(error.key, **error.values) from None
    write("".join(f"{escape(line)}\n" for line in trial_lines(trial, lang)), STDOUT)
    return int(not all(rule.passed for rule in trial.rules))


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


_KINDS = {"bad": True, "good": False}


def _told(outcome: Outcome, lang: str) -> str:
    return f"  {_at(outcome)}: {say(outcome.key, lang, **outcome.args)}"


def _at(part: Outcome | RuleTrial) -> str:
    return f"{part.path}:{part.place.line}:{part.place.column}"


def _numbers(counts: dict[str, int], lang: str) -> dict[str, str]:
    return {name: number(count, lang) for name, count in counts.items()}
