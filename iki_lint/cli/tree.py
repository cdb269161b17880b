"""`iki-lint tree`: the performance tree of a decree."""

import click

from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.inputs import STDIN, SUFFIXES, read, refuse_format
from iki_lint.cli.output import STDOUT, located, tell, write
from iki_lint.cli.refusal import Refusal
from iki_lint.cli.terminal import screen_of


@click.command(
    "tree", cls=Command, add_help_option=False, short_help="Tampilkan pohon kinerja: IKU, pimpinan, bawahan."
)
@click.argument("path", metavar="BERKAS", shell_complete=complete_files)
@click.option("--show-all", is_flag=True, help="Tampilkan semua rencana, tanpa memotong.")
@lang_option
@help_option
def command(path: str, show_all: bool, lang: str) -> int:
    """Tampilkan pohon kinerja: tiap IKU, pimpinan yang memikulnya, dan rencana kinerja yang mendukungnya.

    Tautan diambil dari `mendukung` dan `atasan`; yang tidak tertulis diusulkan dari kemiripan dan ditandai "usul".
    Tanda ! menunjukkan celah. Tanda - membaca stdin.

    Kode keluar: 0 selesai; 2 salah pakai atau berkas tidak terbaca; 3 kesalahan internal.
    """
    from iki_lint.cascade.tree import DEEPEST, TreeTooDeep, tree_of
    from iki_lint.facts.subjects import Subjects
    from iki_lint.linting import open_decree
    from iki_lint.reports.tree import Style, render_tree

    name = "<stdin>" if path == STDIN else path
    if path != STDIN:
        refuse_format(path, SUFFIXES)
    opened = open_decree(name, read(path), lang)
    if opened.decree is None:
        tell(located(name, opened.said))
        return 2
    screen = screen_of(STDOUT, "never")
    try:
        tree = tree_of(opened.decree, Subjects(opened.decree))
    except TreeTooDeep:
        raise Refusal("pohon-terlalu-dalam", berkas=name, tingkat=str(DEEPEST)) from None
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
