"""`iki-lint annotate`: a copy of a Word, Excel or PDF file with remarks where something was found."""

import os

import click

from iki_lint.annotate import WRITERS, annotate
from iki_lint.annotate.remarks import remarks, summary
from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, help_option
from iki_lint.cli.inputs import read_file, refuse_format
from iki_lint.cli.options import rule_options
from iki_lint.cli.output import STDOUT, complain, save, write
from iki_lint.cli.refusal import Refusal
from iki_lint.cli.reviewing import review_of
from iki_lint.config.asked import Config
from iki_lint.findings import CRASH
from iki_lint.messages import say
from iki_lint.readers import suffix_of
from iki_lint.readers.unreadable import UnreadableDecree


@click.command(
    "annotate", cls=Command, add_help_option=False, short_help="Tulis salinan naskah dengan catatan di tempat temuan."
)
@click.argument("file", metavar="BERKAS", shell_complete=complete_files)
@click.option(
    "-o",
    "--output",
    metavar="SALINAN",
    shell_complete=complete_files,
    help="Berkas yang ditulis, misalnya keputusan_periksa.docx; wajib.",
)
@rule_options
@help_option
def command(file: str, output: str | None, config: Config) -> int:
    """Tulis salinan naskah (.docx, .xlsx, .pdf) dengan catatan tepat di tempat temuannya.

    Paling banyak 150 catatan: yang terberat lebih dahulu, yang sama satu kali dengan jumlahnya. Naskah aslinya tidak
    pernah diubah; catatan iki-lint yang sudah ada dalam naskah diganti, catatan orang lain tetap.

    Kode keluar: 0 salinan ditulis; 2 salah pakai atau berkas tidak terbaca; 3 kesalahan internal.
    """
    if output is None:
        raise Refusal("pilihan-wajib", pilihan="-o/--output", perintah="iki-lint annotate")
    refuse_format(file, tuple(WRITERS))
    if suffix_of(file) not in WRITERS:
        raise Refusal("format-tidak-dikenal", berkas=file, akhiran="-", dikenal=", ".join(WRITERS))
    refuse_output(file, output)
    data = read_file(file)
    review = review_of(file, data, config)
    if review is None:
        return 2
    try:
        copy = annotate(file, data, review, config.lang)
    except UnreadableDecree as error:
        complain("catatan-gagal", config.lang, pesan=say(error.problem.message, config.lang, **error.problem.args))
        return 2
    save({output: copy})
    findings = review.report.findings
    told = summary(remarks(findings, config.lang), len(findings), config.lang)
    write(say("catatan-ditulis", config.lang, berkas=output, ringkasan=told) + "\n", STDOUT)
    return 3 if CRASH in [finding.code for finding in findings] else 0


def refuse_output(file: str, output: str) -> None:
    """Raise Refusal when a copy of `file` cannot be called `output`."""
    suffix = suffix_of(file)
    if suffix_of(output) != suffix:
        raise Refusal("catatan-akhiran", asal=file, akhiran=suffix, berkas=output)
    same = os.path.realpath(file) == os.path.realpath(output)
    if same or (os.path.exists(file) and os.path.exists(output) and os.path.samefile(file, output)):
        stem, ending = os.path.splitext(os.path.basename(file))
        raise Refusal("catatan-menimpa", berkas=output, contoh=f"{stem}_periksa{ending}")
