"""`iki-lint rules`: which rules there are, and what the condition of a rule may name."""

import click

from iki_lint.catalog import Catalog, PluginError
from iki_lint.cli.help import Command, help_option
from iki_lint.cli.options import catalog_here, rule_options
from iki_lint.cli.output import STDOUT, write
from iki_lint.cli.refusal import Refusal
from iki_lint.cli.terminal import Screen, screen_of
from iki_lint.config.asked import Config, asked_section
from iki_lint.config.selection import in_effect


@click.command(
    "rules", cls=Command, add_help_option=False, short_help="Daftar aturan, atau fakta untuk menulis aturan."
)
@click.option("--test", "pack", metavar="PAKET", help="Jalankan contoh semua aturan dalam paket aturan sendiri ini.")
@click.option("--plugin", "plugins", multiple=True, metavar="NAMA", help="Plugin yang pemeriksanya dipakai paket itu.")
@click.option("--facts", is_flag=True, help="Tampilkan fakta, bahasa syarat, dan daftar kata untuk menulis aturan.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="BENTUK",
    help="Bentuk daftar: text (bawaan) atau json.",
)
@rule_options
@help_option
def command(pack: str | None, plugins: tuple[str, ...], facts: bool, form: str, config: Config) -> int:
    """Tampilkan semua aturan: kode, nama, tingkat, kalimatnya, dan apakah temuannya diperbaiki `iki-lint fix`.

    Dengan --test: jalankan contoh dalam paket aturan sendiri.

    Kode keluar: 0 selesai; 1 dengan --test: ada contoh yang tidak sesuai, atau aturan tanpa contoh; 2 salah pakai, atau
    paketnya keliru; 3 kesalahan internal.
    """
    if pack is not None:
        return _test(pack, plugins, config.lang)
    if facts and (config.select or config.ignore):
        raise Refusal("penjelasan-fakta-dan-aturan")
    catalog, screen = catalog_here(config), screen_of(STDOUT, "auto")
    text = _facts(catalog, form, config.lang, screen) if facts else _rules(catalog, config, form, screen)
    write(text, STDOUT, screen.encoding if form == "text" else "utf-8")
    return 0


def _test(pack: str, plugins: tuple[str, ...], lang: str) -> int:
    """Run the examples of a pack."""
    from iki_lint.packs.trial import try_pack
    from iki_lint.reports.trial import render

    try:
        trial = try_pack(pack, lang, plugins)
    except PluginError as error:
        raise Refusal(error.key, **error.values) from None
    write(render(trial, lang), STDOUT)
    return int(not all(rule.passed for rule in trial.rules))


def _facts(catalog: Catalog, form: str, lang: str, screen: Screen) -> str:
    if form == "json":
        from iki_lint.explain.as_json import facts_json

        return facts_json(catalog)
    from iki_lint.explain.fact_page import fact_page
    from iki_lint.explain.page_text import page_text
    from iki_lint.reports.palette import ANSI, PLAIN

    return page_text(fact_page(catalog, lang), screen.width, ANSI if screen.color else PLAIN)


def _rules(catalog: Catalog, config: Config, form: str, screen: Screen) -> str:
    from iki_lint.explain.cards import cards

    chosen = cards(catalog, in_effect(catalog.rules, (), asked_section(config)))
    if not chosen:
        raise Refusal("penjelasan-tanpa-aturan")
    if form == "json":
        from iki_lint.explain.as_json import rules_json

        return rules_json(chosen, catalog, config.lang)
    from iki_lint.explain.rule_table import rule_table
    from iki_lint.reports.palette import ANSI, PLAIN

    return rule_table(chosen, config.lang, screen.width, ANSI if screen.color else PLAIN)
