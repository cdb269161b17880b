"""`iki-lint export`: the annex of a decree as a Word or Excel file."""

import importlib
import os

import click

from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.inputs import SUFFIXES, read_file, refuse_format
from iki_lint.cli.output import located, save, tell
from iki_lint.cli.refusal import Refusal, refuse_without
from iki_lint.readers import suffix_of

WRITERS = {
    ".docx": ("iki_lint.export.word", "docx", "word"),
    ".xlsx": ("iki_lint.export.excel", "openpyxl", "excel"),
}
"""The module that writes files of a suffix, the library it needs and the extra that brings it."""


@click.command(
    "export", cls=Command, add_help_option=False, short_help="Tulis lampiran keputusan sebagai berkas Word atau Excel."
)
@click.argument("path", metavar="BERKAS", shell_complete=complete_files)
@click.option(
    "-o",
    "--output",
    metavar="HASIL.docx|.xlsx",
    shell_complete=complete_files,
    help="Berkas yang ditulis; wajib disebut.",
)
@click.option("--kertas", type=click.Choice(["f4", "a4"]), default="f4", help="Ukuran kertas, mendatar (bawaan: f4).")
@lang_option
@help_option
def command(path: str, output: str | None, kertas: str, lang: str) -> int:
    """Tulis lampiran keputusan dalam bentuk dinas: tabel IKU, lalu jabatan, tugas, fungsi, dan tabel tiap jabatan.

    Kata-katanya dipertahankan persis. Berkas HASIL yang sudah ada diganti.

    Kode keluar: 0 selesai; 2 salah pakai atau berkas tidak terbaca; 3 kesalahan internal.
    """
    from iki_lint.export.rows import annex_of
    from iki_lint.linting import open_decree

    if output is None:
        raise Refusal("pilihan-wajib", pilihan="-o/--output", perintah="iki-lint export")
    refuse_format(path, SUFFIXES)
    if suffix_of(output) not in WRITERS:
        raise Refusal("hasil-bukan-lampiran", berkas=output)
    if os.path.realpath(path) == os.path.realpath(output):
        raise Refusal("hasil-menimpa-keputusan", berkas=output)
    module, library, extra = WRITERS[suffix_of(output)]
    refuse_without(library, extra, output)
    opened = open_decree(path, read_file(path), lang)
    if opened.decree is None:
        tell(located(path, opened.said))
        return 2
    written: bytes = importlib.import_module(module).write(annex_of(opened.decree), kertas)
    save({output: written})
    return 0
