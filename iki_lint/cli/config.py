"""`iki-lint config`: what is in effect for a file, and where each of it was written."""

import os

import click

from iki_lint.cli.help import Command, help_option
from iki_lint.cli.inputs import STDIN
from iki_lint.cli.options import prepared, rule_options
from iki_lint.cli.output import STDOUT, write
from iki_lint.cli.terminal import screen_of
from iki_lint.config.asked import Config


@click.command(
    "config", cls=Command, add_help_option=False, short_help="Tampilkan konfigurasi yang berlaku untuk suatu berkas."
)
@click.argument("path", metavar="BERKAS", default=os.curdir)
@click.option(
    "--format", "kind", type=click.Choice(["text", "json"]), default="text", help="Bentuk: text (bawaan) atau json."
)
@rule_options
@help_option
def command(path: str, kind: str, config: Config) -> int:
    """Tampilkan konfigurasi yang berlaku untuk suatu keputusan, dan di berkas serta baris mana itu ditulis.

    Yang berlaku: iki-lint.yaml (atau tabel [tool.iki-lint] dalam pyproject.toml) terdekat di folder keputusan atau di
    atasnya, dan berkas yang diperluasnya dengan "extends". Berkas itu sendiri tidak perlu sudah ada.

    Kode keluar: 0 selesai; 2 salah pakai atau konfigurasi keliru; 3 kesalahan internal.
    """
    from iki_lint.config.asked import asked_section
    from iki_lint.config.shown import shown
    from iki_lint.reports import config as report

    # What is in effect for a folder is what would be for any decree in it.
    name = os.path.join(path, "keputusan.yaml") if os.path.isdir(path) or path == STDIN else path
    effect = prepared(config, [name]).of(name)
    items = list(shown(effect.settings, effect.catalog.rules, asked_section(config)))
    screen = screen_of(STDOUT, "never")
    if kind == "json":
        write(report.as_json(path, effect.settings.files, items), STDOUT)
    else:
        write(report.as_text(path, effect.settings.files, items, config.lang), STDOUT, screen.encoding)
    return 0
