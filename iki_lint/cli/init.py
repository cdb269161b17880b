"""`iki-lint init`: a skeleton decree and configuration to begin with."""

import os

import click

from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.output import STDOUT, write
from iki_lint.cli.refusal import Refusal, unwritable
from iki_lint.config.discovery import CONFIG, Discovery
from iki_lint.messages import say
from iki_lint.reports.escape import escape
from iki_lint.start import DECREE, skeletons
from iki_lint.whole_files import write_whole


@click.command(
    "init", cls=Command, add_help_option=False, short_help="Mulai keputusan baru: kerangka dengan penjelasan."
)
@click.argument("folder", metavar="[FOLDER]", default=os.curdir)
@lang_option
@help_option
def command(folder: str, lang: str) -> int:
    """Tulis kerangka keputusan dan konfigurasi di suatu folder, dengan penjelasan di dalamnya; bawaan: folder ini.

    keputusan.yaml adalah contoh kecil untuk diganti isinya, iki-lint.yaml menjelaskan semua pengaturan tanpa mengatur
    apa pun, dan .iki-lint/ memuat skema untuk editor. Berkas yang sudah ada tidak pernah diganti.

    Kode keluar: 0 selesai; 2 salah pakai, atau salah satu berkas sudah ada.
    """
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise Refusal("init-bukan-folder", folder=folder)
    files = {os.path.normpath(os.path.join(folder, name)): data for name, data in skeletons().items()}
    there = [path for path in files if os.path.lexists(path)]
    if there:
        raise Refusal("init-sudah-ada", berkas=", ".join(there))
    decree = os.path.normpath(os.path.join(folder, DECREE))
    effective = Discovery().settings(decree).files
    if effective:
        # One that sets nothing would hide it.
        del files[os.path.normpath(os.path.join(folder, CONFIG))]
    made: list[str] = []
    try:
        for parent in dict.fromkeys(os.path.dirname(path) for path in files):
            made += _make_folders(parent)
        write_whole(files)
    except OSError as error:
        _remove(made)
        raise unwritable(error, folder) from None
    lines = [say("init-ditulis", lang, berkas=path) for path in files]
    if effective:
        lines.append(say("init-konfigurasi-berlaku", lang, berkas=effective[-1]))
    command_word = f'"{decree}"' if " " in decree else decree
    lines += ["", say("init-lanjut", lang, berkas=decree, perintah=command_word)]
    write("".join(f"{line}\n" for text in lines for line in map(escape, text.split("\n"))), STDOUT)
    return 0


def _make_folders(path: str) -> list[str]:
    """Make a folder and those above it that are missing; what was made, the deepest last. Raises OSError."""
    if not path or os.path.isdir(path):
        return []
    if os.path.lexists(path):
        raise NotADirectoryError(path)
    made = _make_folders(os.path.dirname(path))
    try:
        os.mkdir(path)
    except OSError:
        _remove(made)
        raise
    return [*made, path]


def _remove(folders: list[str]) -> None:
    """Take folders away that were made in vain."""
    for path in reversed(folders):
        try:
            os.rmdir(path)
        except OSError:
            return
