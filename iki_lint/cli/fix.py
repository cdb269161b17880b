"""`iki-lint fix`: mend what can be mended by text edits."""

import errno
import gc
import os
import stat
from typing import TYPE_CHECKING

import click

from iki_lint.cli.collect import collect
from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, help_option
from iki_lint.cli.inputs import STDIN, read
from iki_lint.cli.options import exclude_option, not_excluded, prepared, rule_options
from iki_lint.cli.output import STDOUT, complain, located, tell, write
from iki_lint.cli.refusal import Refusal, unwritable
from iki_lint.cli.terminal import is_terminal, screen_of
from iki_lint.cli.workers import COLLECT_EVERY
from iki_lint.config.asked import Config
from iki_lint.config.effect import Effects
from iki_lint.findings import CRASH
from iki_lint.messages import say
from iki_lint.reports.escape import TAB, escape
from iki_lint.reports.notes import number
from iki_lint.whole_files import write_whole

if TYPE_CHECKING:
    from iki_lint.fixing import FixResult

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

MOST_TOLD = 10
"""How many findings are shown of a file that cannot be read."""


@click.command("fix", cls=Command, add_help_option=False, short_help="Perbaiki yang dapat diperbaiki otomatis.")
@click.argument("paths", nargs=-1, required=True, metavar="BERKAS|FOLDER|POLA...", shell_complete=complete_files)
@click.option("--unsafe-fixes", is_flag=True, help="Juga perbaikan yang dapat mengubah arti.")
@click.option("--tracked", is_flag=True, help="Naskah Word (.docx): tulis perbaikan sebagai perubahan terlacak ke -o.")
@click.option(
    "-o",
    "--output",
    metavar="HASIL.docx",
    shell_complete=complete_files,
    help="Berkas Word yang ditulis dengan --tracked.",
)
@click.option("--diff", is_flag=True, help="Tampilkan perubahannya saja; tidak ada yang ditulis.")
@rule_options
@click.option("--decrees-only", is_flag=True, help="Lewati berkas YAML yang bukan keputusan (tanpa versi_format).")
@exclude_option
@help_option
def command(
    paths: tuple[str, ...],
    unsafe_fixes: bool,
    tracked: bool,
    output: str | None,
    diff: bool,
    decrees_only: bool,
    exclude: tuple[str, ...],
    config: Config,
) -> int:
    """Perbaiki yang dapat diperbaiki otomatis, langsung di dalam berkas YAML.

    Hanya kata-kata yang salah yang diganti; selebihnya berkas tetap persis sama. Sebuah folder berarti semua keputusan
    (YAML) di dalamnya, kecuali yang disebut .gitignore. Tanda - membaca stdin dan menulis hasilnya ke stdout.

    Dengan --tracked satu naskah Word disalin ke -o; tiap perbaikan di dalamnya dapat diterima atau ditolak di Word.

    Kode keluar: 0 selesai, ada yang diperbaiki atau tidak; 1 dengan --diff: ada yang akan berubah; 2 salah pakai, atau
    ada berkas yang tidak dapat dibaca, diperbaiki, atau ditulis; 3 kesalahan internal.
    """
    lang = config.lang
    if tracked or output is not None:
        from iki_lint.cli.tracked import mend

        return mend(paths, output, config, unsafe_fixes, only_shown=diff or not tracked)
    collected = collect(paths, exclude, decrees_only)
    files = collected.files
    if collected.spared:
        complain("semua-dikecualikan", lang)
    if not files:
        return 0
    effects = prepared(config, files)
    files = not_excluded(files, effects, paths, lang)
    if not files:
        return 0
    aside = diff or STDIN in files
    looked = left = 0
    changed = crashed = False
    for count, path in enumerate(files, 1):
        try:
            result = _mend(path, config, effects, unsafe_fixes, diff)
        except Refusal as refusal:
            complain(refusal.sentence.key, lang, **refusal.sentence.args)
            continue
        if result.refusal:
            said = [] if result.report.readable else result.report.findings[:MOST_TOLD]
            tell([*located(result.path, said), f"iki-lint: {result.refusal}"])
            continue
        if result.applied:
            _say(_summary(result, diff, lang), aside)
        failures = [found.message for found in result.report.findings if found.code == CRASH]
        tell(f"iki-lint: {result.path}: {failure}" for failure in failures)
        looked += 1
        left += len(result.left)
        changed = changed or bool(result.applied)
        crashed = crashed or bool(failures)
        if count % COLLECT_EVERY == 0:
            gc.collect()
    if looked and not changed:
        _say(say("perbaikan-tidak-ada", lang, berkas=number(looked, lang)), aside)
    if left and not unsafe_fixes:
        _say(say("perbaikan-lagi", lang, jumlah=number(left, lang)), aside)
    if crashed:
        return 3
    return 2 if looked < len(files) else int(diff and changed)


def _mend(path: str, config: Config, effects: Effects, unsafe: bool, diff: bool) -> "FixResult":
    """Mend one file and put the result where it belongs. Raises Refusal when it cannot be read or written."""
    from iki_lint.fixing import fix_file

    data = read(path)
    result = fix_file("<stdin>" if path == STDIN else path, config, unsafe, data, effects)
    if result.refusal:
        return result
    if diff:
        if result.applied:
            _show_diff(result.path, data.decode(), result.text)
    elif path == STDIN:
        write(result.text, STDOUT)
    elif result.applied:
        _save(path, result.text)
    return result


def _save(path: str, text: str) -> None:
    """Write a file that has been read, through its link. Raises Refusal; the file is then as it was."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise Refusal("perbaikan-bukan-berkas", berkas=path)
        # A folder that may be written would let a protected file be replaced.
        if not mode & _WRITABLE or not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        write_whole({path: text.encode()})
    except OSError as error:
        raise unwritable(error, path) from None


def _show_diff(path: str, old: str, new: str) -> None:
    """The diff on standard output: to the letter, or in a terminal with nothing in it that a terminal would obey."""
    from iki_lint.reports.diff import unified_diff

    text = unified_diff(escape(path), old, new)
    if is_terminal():
        text = "".join(f"{escape(line)}\n" for line in text.replace("\t", TAB).split("\n")[:-1])
    write(text, STDOUT, screen_of(STDOUT, "never").encoding if is_terminal() else "utf-8")


def _summary(result: "FixResult", diff: bool, lang: str) -> str:
    counts = ", ".join(f"{code} {number(count, lang)}" for code, count in result.applied.items())
    total = number(sum(result.applied.values()), lang)
    return say("perbaikan-akan" if diff else "perbaikan-berkas", lang, berkas=result.path, jumlah=total, rincian=counts)


def _say(sentence: str, aside: bool) -> None:
    """A sentence on standard output, or on standard error when something else goes there."""
    if aside:
        tell([sentence])
    else:
        write(f"{escape(sentence)}\n", STDOUT, screen_of(STDOUT, "never").encoding)
