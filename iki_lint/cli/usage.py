"""Click's complaints about the command line, in our words."""

from collections.abc import Sequence

import click

from iki_lint.cli.refusal import Sentence
from iki_lint.messages import LANGUAGES


def usage_sentence(error: click.UsageError, arguments: Sequence[str]) -> Sentence:
    """The sentence for what is wrong with the command line `arguments`."""
    command = error.ctx.command_path if error.ctx else "iki-lint"
    if isinstance(error, click.NoSuchOption):
        return Sentence("pilihan-tidak-dikenal", {"pilihan": error.option_name, "perintah": command})
    if isinstance(error, click.BadOptionUsage):
        # A value can only be missing at the end of the line.
        key = "pilihan-perlu-nilai" if arguments[-1] == error.option_name else "pilihan-tanpa-nilai"
        return Sentence(key, {"pilihan": error.option_name})
    if isinstance(error, click.MissingParameter):
        return Sentence("pilihan-wajib", {"pilihan": _name(error.param), "perintah": command})
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    return Sentence("pemakaian-salah", {"perintah": command})


def language_of(arguments: Sequence[str]) -> str:
    """The language that the last `--lang` asks for, before click reads the rest; by default Indonesian."""
    language = LANGUAGES[0]
    for at, word in enumerate(arguments):
        if word == "--":
            break
        asked = arguments[at + 1] if word == "--lang" and at + 1 < len(arguments) else word.removeprefix("--lang=")
        if asked != word and asked in LANGUAGES:
            language = asked
    return language


def _bad_value(error: click.BadParameter) -> Sentence:
    kind = getattr(error.param, "type", None)
    if isinstance(kind, click.Choice):
        return Sentence("nilai-bukan-pilihan", {"pilihan": _name(error.param), "dikenal": ", ".join(kind.choices)})
    return Sentence("nilai-salah", {"pilihan": _name(error.param)})


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return "?"
    if isinstance(parameter, click.Option):
        return "/".join(parameter.opts)
    return parameter.human_readable_name
