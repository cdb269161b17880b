"""`iki-lint completion`: the script that makes a shell complete commands, options and rules."""

import click

from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.output import STDOUT, write
from iki_lint.cli.refusal import Refusal

SHELLS = ("bash", "zsh", "fish", "powershell")


@click.command(
    "completion", cls=Command, add_help_option=False, short_help="Tulis skrip pelengkap otomatis untuk shell."
)
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
@lang_option
@help_option
def command(shell: str, lang: str) -> int:
    """Tulis skrip yang membuat tombol Tab melengkapi perintah, pilihan, berkas, serta kode dan nama aturan.

    \b
    bash, di ~/.bashrc:    eval "$(iki-lint completion bash)"
    zsh, di ~/.zshrc:      eval "$(iki-lint completion zsh)"
    fish:                  iki-lint completion fish > ~/.config/fish/completions/iki-lint.fish
    PowerShell, di $PROFILE:
                           iki-lint completion powershell | Out-String | Invoke-Expression

    Kode keluar: 0 selesai; 2 salah pakai; 3 kesalahan internal.
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from iki_lint.cli.app import commands

    kind = get_completion_class(shell)
    if kind is None:
        raise Refusal("pelengkap-tidak-ada", shell=shell)
    # The script itself, without asking a bash that may not be here for its version.
    write(ShellComplete.source(kind(commands, {}, "iki-lint", "_IKI_LINT_COMPLETE")), STDOUT)
    return 0
