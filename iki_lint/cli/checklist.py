"""`iki-lint checklist`: the review sheet that goes with the signature."""

import os
from typing import TYPE_CHECKING

import click

from iki_lint.cli.check import destinations
from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, help_option
from iki_lint.cli.inputs import STDIN, SUFFIXES, read, refuse_format
from iki_lint.cli.options import rule_options
from iki_lint.cli.output import STDOUT, save, write
from iki_lint.cli.refusal import Refusal
from iki_lint.cli.reviewing import review_of
from iki_lint.config.asked import Config
from iki_lint.findings import CRASH, SEVERITIES

if TYPE_CHECKING:
    from iki_lint.reports.sheet.matter import Matter
    from iki_lint.reports.sheet.record import Sheet

ENDINGS = (".docx", ".xlsx", ".html", ".md")
PAPERS = ("a4", "f4")


@click.command(
    "checklist", cls=Command, add_help_option=False, short_help="Tulis lembar telaah untuk diisi dan diparaf."
)
@click.argument("path", metavar="BERKAS", shell_complete=complete_files)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="LEMBAR",
    shell_complete=complete_files,
    help="Berkas yang ditulis: .docx, .xlsx, .html, atau .md; wajib disebut, boleh diulang.",
)
@click.option(
    "--kertas", type=click.Choice(PAPERS), default="a4", help="Ukuran kertas: a4 (bawaan) atau f4 (215 x 330 mm)."
)
@rule_options
@help_option
def command(path: str, outputs: tuple[str, ...], kertas: str, config: Config) -> int:
    """Periksa satu keputusan dan tulis lembar telaahnya: ringkasan, kertas kerja SMART-C, temuan, keselarasan,
    rekapitulasi jabatan, daftar periksa, dan kolom paraf.

    Akhiran berkas menentukan bentuknya. Yang dicetak (.docx, .html) dan .md meringkas temuan yang banyak; .xlsx memuat
    semuanya. Isian otomatis hanya usulan. Tanda - membaca stdin.

    Kode keluar: 0 selesai ditulis; 2 salah pakai atau berkas tidak terbaca; 3 kesalahan internal.
    """
    if not outputs:
        raise Refusal("pilihan-wajib", pilihan="-o/--output", perintah="iki-lint checklist")
    endings = [os.path.splitext(name)[1].lower() for name in outputs]
    for name, ending in zip(outputs, endings, strict=True):
        if ending not in ENDINGS:
            raise Refusal("lembar-akhiran", berkas=name, dikenal=", ".join(ENDINGS))
    destinations(endings, outputs, [path])
    if path != STDIN:
        refuse_format(path, SUFFIXES)
    return _write(path, read(path), config, dict(zip(outputs, endings, strict=True)), kertas)


def _write(path: str, data: bytes, config: Config, outputs: dict[str, str], paper: str) -> int:
    """Check a file and write all sheets of it, or none."""
    from hashlib import sha256

    from iki_lint.reports.sheet.build import sheet_of
    from iki_lint.reports.sheet.forms import FORMS
    from iki_lint.reports.sheet.matter import Matter

    review = review_of(path, data, config)
    if review is None or review.decree is None:
        return 2
    report, decree = review.report, review.decree
    mark = sha256(data).hexdigest()
    kinds = {FORMS[ending].paper for ending in outputs.values()}
    matters = {kind: Matter(report, decree, mark, config.lang, kind) for kind in kinds}
    sheets = {kind: sheet_of(matter) for kind, matter in matters.items()}
    made = {name: _made(name, ending, sheets[FORMS[ending].paper], paper) for name, ending in outputs.items()}
    save(made)
    _tell(next(iter(matters.values())), outputs)
    return 3 if any(finding.code == CRASH for finding in report.findings) else 0


def _made(name: str, ending: str, sheet: "Sheet", paper: str) -> bytes:
    from iki_lint.reports.sheet.forms import FORMS, write

    try:
        return write(ending, sheet, paper)
    except ImportError:
        form = FORMS[ending]
        if not form.library:
            raise
        raise Refusal("lembar-pustaka", berkas=name, pustaka=form.library, ekstra=form.extra) from None


def _tell(matter: "Matter", outputs: dict[str, str]) -> None:
    from iki_lint.reports.sheet.summary import conclusion

    counts = {severity: matter.report.count(severity) for severity in SEVERITIES}
    verdict, _ = conclusion(matter)
    told = matter.say("telaah-ditulis", berkas=", ".join(outputs), simpulan=verdict, **counts)
    write(f"{told}\n", STDOUT)
