"""The commands, and how every run of them ends."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

import click

from iki_lint import __version__
from iki_lint.catalog import BUILT_IN, show
from iki_lint.cli.help import Context, help_option, in_language, lang_option
from iki_lint.cli.output import complain, silence, tell
from iki_lint.cli.refusal import Refusal, Sentence, WorkerLost
from iki_lint.cli.usage import language_of, usage_sentence
from iki_lint.config.error import ConfigError
from iki_lint.decree.problem import Problem
from iki_lint.engine.rule import PackError
from iki_lint.messages import say

COMMANDS = {
    "annotate": "iki_lint.cli.annotate",
    "check": "iki_lint.cli.check",
    "checklist": "iki_lint.cli.checklist",
    "completion": "iki_lint.cli.completion",
    "config": "iki_lint.cli.config",
    "explain": "iki_lint.cli.explain",
    "export": "iki_lint.cli.export",
    "fix": "iki_lint.cli.fix",
    "import": "iki_lint.cli.importing",
    "init": "iki_lint.cli.init",
    "rules": "iki_lint.cli.rules",
    "schema": "iki_lint.cli.schema",
    "tree": "iki_lint.cli.tree",
}
"""The module of each command; it holds the command as `command` and is imported when it is called."""


class Commands(click.Group):
    """A group that imports a command when it is called."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            if ctx.resilient_parsing:
                return None
            raise Refusal("perintah-tidak-dikenal", perintah=cmd_name, dikenal=", ".join(COMMANDS))
        command = import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return in_language(command, ctx.obj)


@click.command(
    "iki-lint",
    cls=Commands,
    invoke_without_command=True,
    add_help_option=False,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH ...",
)
@help_option
@click.option("-V", "--version", is_flag=True, help="Tampilkan versi.")
@lang_option
@click.pass_context
def commands(ctx: click.Context, version: bool, lang: str) -> int | None:
    """Memeriksa keputusan tentang indikator kinerja (IKU dan IKI) sebelum ditandatangani."""
    if version:
        click.echo(f"iki-lint {__version__}")
        ctx.exit(0)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(2)
    return None


def run(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code.

    0: nothing at or above --fail-on; 1: findings; 2: misuse or unreadable input; 3: a bug; 130: interrupted.
    """
    return ended(lambda: _main(arguments, language_of(arguments)), arguments)


def _main(arguments: Sequence[str], lang: str) -> object:
    command = in_language(commands, lang)
    return command.main(args=list(arguments), prog_name="iki-lint", standalone_mode=False, obj=lang)


def ended(call: Callable[[], object], arguments: Sequence[str]) -> int:
    """The exit code of a call of ours for a command line; why it could not go on is told."""
    lang = language_of(arguments)
    try:
        code = call()
        return code if isinstance(code, int) else 0
    except click.UsageError as error:
        sentence = usage_sentence(error, arguments)
    except Refusal as refusal:
        sentence = refusal.sentence
    except KeyboardInterrupt:
        return 130
    except MemoryError:
        sentence = Sentence("memori-habis", {})
    except SystemExit as leaving:
        silence()
        return leaving.code if isinstance(leaving.code, int) else 1
    except Exception as error:
        # Click makes an Abort of an EOFError too.
        if isinstance(error, click.Abort) and not isinstance(error.__cause__, EOFError):
            return 130
        if isinstance(error, PackError | ConfigError):
            return _located(error, lang)
        if isinstance(error, WorkerLost):
            complain(error.sentence.key, lang, **error.sentence.args)
            return 3
        return _internal_error(error, lang)
    finally:
        show(BUILT_IN)
    complain(sentence.key, lang, **sentence.args)
    return 2


def _located(error: PackError | ConfigError, lang: str) -> int:
    """Say what is wrong in which file of ours or of the user, and where; nothing has been checked."""
    tell(f"{p.source.path}{_at(p, error)}: {p.code} {say(p.message, lang, **p.args)}" for p in error.problems)
    return 2


def _at(problem: Problem, error: PackError | ConfigError) -> str:
    """Line and column; nothing for what is wrong with a whole file of a pack, or that it is not there."""
    if isinstance(error, PackError) and problem.place is None:
        return ""
    return ":{}:{}".format(*problem.source.position(problem.start))


def _internal_error(error: Exception, lang: str) -> int:
    if os.environ.get("IKI_LINT_DEBUG"):
        sys.excepthook(type(error), error, error.__traceback__)
    told = f"{type(error).__name__}: {error}"
    try:
        complain("kesalahan-internal", lang, sebab=told)
    except Exception:
        print(f"iki-lint: kesalahan internal: {told!r}", file=sys.stderr)
    return 3
