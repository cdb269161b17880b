"""`iki-lint tree`: the performance tree of a decree."""

import sys

import click

from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.inputs import STDIN, SUFFIXES, refuse_format
from iki_lint.cli.output import STDOUT, tell, write
from iki_lint.cli.refusal import unreadable
from iki_lint.cli.terminal import screen_of
from iki_lint.decree.decoding import read_bytes, read_stream


@click.command(
    "tree", cls=Command, add_help_option=False, short_help="Tampilkan pohon kinerja: IKU, pimpinan, bawahan."
)
@click.argument("path", metavar="BERKAS")
@click.option("--show-all", is_flag=True, help="Tampilkan semua rencana, tanpa memotong.")
@lang_option
@help_option
def command(path: str, show_all: bool, lang: str) -> int:
    """Tampilkan pohon kinerja: tiap IKU, pimpinan yang memikulnya, dan rencana kinerja yang mendukungnya.

    Tautan diambil dari `mendukung` dan `atasan`; yang tidak tertulis diusulkan dari kemiripan dan ditandai "usul".
    Tanda ! menunjukkan celah. Tanda - membaca stdin.

    Kode keluar: 0 selesai; 2 salah pakai atau berkas tidak terbaca; 3 kesalahan internal.
    """
    from iki_lint.cascade.tree import tree_of
    from iki_lint.facts.subjects import Subjects
    from iki_lint.linting import open_decree
    from iki_lint.reports.tree import Style, render_tree

    name = "<stdin>" if path == STDIN else path
    if path != STDIN:
        refuse_format(path, SUFFIXES)
    try:
        data = (read_stream(sys.stdin.buffer) if sys.stdin else b"") if path == STDIN else read_bytes(path)
    except OSError as error:
        raise unreadable(error, path) from None
    opened = open_decree(name, data, lang)
    if opened.decree is None:
        at = [f"{name}:{each.place.line}:{each.place.column}" if each.place else name for each in opened.said]
        tell(f"{where}: {each.code} {each.message}" for where, each in zip(at, opened.said, strict=True))
        return 2
    screen = screen_of(STDOUT, "never")
    tree = tree_of(opened.decree, Subjects(opened.decree))
    style = Style(lang, _draws(screen.encoding), screen.width, show_all)
    write(render_tree(name, tree, style), STDOUT, screen.encoding)
    return 0


def _draws(encoding: str) -> bool:
    """Whether an encoding has the characters that lines are drawn with."""
    try:
        "├└│─…".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True
