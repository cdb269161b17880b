"""Click with its help pages in Indonesian, and in English where that is asked for.

The Indonesian stands where a command is declared; what it is in English, `rules/lists/bantuan.yaml` says. The language
is the `obj` of a context.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any

import click

from iki_lint.catalog import load_catalog
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

    def make_formatter(self) -> click.HelpFormatter:
        kind = click.HelpFormatter if self.obj == "en" else Formatter
        return kind(width=self.terminal_width, max_width=self.max_content_width)


class Command(click.Command):
    """A command whose help page is in Indonesian."""

    context_class = Context

    def __init__(self, *args: Any, **settings: Any) -> None:
        settings.setdefault("options_metavar", "[PILIHAN]")
        super().__init__(*args, **settings)


def in_language(command: click.Command, lang: str) -> click.Command:
    """A command as declared, or a copy of it with what it says of itself in English, as far as the table has that."""
    if lang != "en":
        return command
    said = {record["perintah"]: record for record in load_catalog().tables["bantuan"]}
    shared = said[""]
    mine = said.get(command.name or "", {})
    options = shared["pilihan"] | mine.get("pilihan", {})
    words = shared["kata"]
    english = copy(command)
    english.help = mine.get("uraian", command.help)
    english.short_help = mine.get("ringkas", command.short_help)
    english.options_metavar = _replaced(command.options_metavar, words)
    if isinstance(english, click.Group):
        english.subcommand_metavar = _replaced(english.subcommand_metavar, words) or ""
    english.params = [copy(parameter) for parameter in command.params]
    for parameter in english.params:
        parameter.metavar = _replaced(parameter.metavar, words)
        if isinstance(parameter, click.Option):
            parameter.help = options.get(parameter.opts[-1], parameter.help)
    return english


def _replaced(shown: str | None, words: dict[str, str]) -> str | None:
    """What stands for a value on a help page, in English: "[BERKAS|FOLDER]..." is "[FILE|FOLDER]..."."""
    return shown and re.sub(r"[A-Z]{2,}", lambda word: words.get(word[0], word[0]), shown)


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


def _asked_before() -> str:
    """The language that was asked for in front of the command."""
    return click.get_current_context().obj or LANGUAGES[0]


lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default=_asked_before, help="Bahasa keluaran: id (bawaan) atau en."
)
