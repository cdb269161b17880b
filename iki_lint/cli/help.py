"""Click with its help pages in Indonesian."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from iki_lint.cli.completing import complete_rules
from iki_lint.messages import LANGUAGES

_HEADINGS = {"Options": "Pilihan", "Commands": "Perintah"}


class Formatter(click.HelpFormatter):
    """Help pages with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_HEADINGS.get(name, name)):
            yield


class Context(click.Context):
    """A click context that writes such pages."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help page is in Indonesian."""

    context_class = Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("options_metavar", "[PILIHAN]")
        super().__init__(*args, **settings)


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


# Not `click.help_option`: that looks up a translation of the English text, which every start would pay for.
help_option = click.option(
    "-h",
    "--help",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    help="Tampilkan bantuan ini.",
    callback=_show_help,
)
lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="id", help="Bahasa keluaran: id (bawaan) atau en."
)
select_option = click.option(
    "--select",
    multiple=True,
    metavar="ATURAN",
    shell_complete=complete_rules,
    help="Hanya aturan ini: kode, awalan kode, atau nama.",
)
ignore_option = click.option(
    "--ignore",
    multiple=True,
    metavar="ATURAN",
    shell_complete=complete_rules,
    help="Tanpa aturan ini: kode, awalan kode, atau nama.",
)
exclude_option = click.option(
    "--exclude",
    multiple=True,
    metavar="POLA",
    help="Lewati berkas dan folder yang cocok, juga yang disebut langsung; ditulis seperti dalam .gitignore, menurut "
    "folder kerja. Boleh diulang.",
)
