"""`iki-lint explain`: what a rule is about."""

import click

from iki_lint.catalog import Catalog
from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.options import catalog_here
from iki_lint.cli.output import STDOUT, write
from iki_lint.cli.refusal import Refusal
from iki_lint.cli.terminal import screen_of
from iki_lint.config.asked import Config
from iki_lint.engine.rule import Rule

FORMATS = ("text", "markdown", "json")


@click.command(
    "explain", cls=Command, add_help_option=False, short_help="Jelaskan aturan: apa, mengapa, dasar, contoh, perbaikan."
)
@click.argument("names", nargs=-1, required=True, metavar="ATURAN...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    metavar="BENTUK",
    help="Bentuk penjelasan: text (bawaan), markdown, atau json.",
)
@lang_option
@help_option
def command(names: tuple[str, ...], form: str, lang: str) -> int:
    """Jelaskan aturan dengan kode atau namanya: apa yang dikatakan dan mengapa, dasarnya, kapan berbicara, contoh yang
    ditemukan dan yang dibiarkan, cara memperbaiki, dan cara mengabaikannya.

    Kode keluar: 0 selesai; 2 salah pakai; 3 kesalahan internal.
    """
    catalog = catalog_here(Config(lang=lang))
    rules = list(dict.fromkeys(rule_named(catalog, name, lang).code for name in names))
    text, encoding = _explained(catalog, rules, form, lang)
    write(text, STDOUT, encoding)
    return 0


def rule_named(catalog: Catalog, name: str, lang: str) -> Rule:
    """The rule with this code or name. Raises Refusal with the likest ones when there is none."""
    from iki_lint.explain.cards import find, nearest
    from iki_lint.messages import say

    rule = find(catalog, name)
    if rule is not None:
        return rule
    near = nearest(catalog, name)
    if not near:
        raise Refusal("penjelasan-aturan-tak-dikenal", aturan=name)
    *others, last = near
    likest = say("penjelasan-atau", lang, satu=", ".join(others), dua=last) if others else last
    raise Refusal("penjelasan-aturan-mirip", aturan=name, mirip=likest)


def _explained(catalog: Catalog, codes: list[str], form: str, lang: str) -> tuple[str, str]:
    """The explanations of rules, and the encoding that they are written in."""
    from iki_lint.explain.cards import card

    chosen = [card(catalog, rule) for code in codes for rule in catalog.rules if rule.code == code and not rule.case]
    if form == "json":
        from iki_lint.explain.as_json import rules_json

        return rules_json(chosen, catalog, lang), "utf-8"
    from iki_lint.explain.rule_page import rule_page

    pages = [rule_page(each, catalog, lang) for each in chosen]
    if form == "markdown":
        from iki_lint.explain.page_markdown import page_markdown

        return "\n".join(map(page_markdown, pages)), "utf-8"
    from iki_lint.explain.page_text import page_text
    from iki_lint.reports.palette import ANSI, PLAIN

    screen = screen_of(STDOUT, "auto")
    palette = ANSI if screen.color else PLAIN
    return "\n\n".join(page_text(page, min(screen.width, 80), palette) for page in pages), screen.encoding
