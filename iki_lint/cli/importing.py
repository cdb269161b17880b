"""`iki-lint import`: make a YAML decree of a text."""

import os

import click

from iki_lint.addresses import address_in
from iki_lint.asal import asal_path
from iki_lint.cascade.proposals import with_proposals
from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.inputs import FOLDER_SUFFIXES, read_file, refuse_format
from iki_lint.cli.output import STDOUT, complain, tell, write
from iki_lint.cli.refusal import Refusal, unwritable
from iki_lint.decree.problem import Problem
from iki_lint.messages import say, told
from iki_lint.readers import IMPORTABLE
from iki_lint.readers.importing import Imported, import_file, summary
from iki_lint.readers.rows import Row
from iki_lint.readers.unreadable import UnreadableDecree
from iki_lint.readers.write import to_yaml, write_import
from iki_lint.reports.notes import number
from iki_lint.schemas import DECREE, modeline


@click.command("import", cls=Command, add_help_option=False, short_help="Ubah naskah keputusan menjadi berkas YAML.")
@click.argument("file", metavar="BERKAS", shell_complete=complete_files)
@click.option(
    "-o",
    "--output",
    metavar="HASIL.yaml",
    shell_complete=complete_files,
    help="Berkas YAML yang ditulis; wajib disebut.",
)
@click.option("--usul-kaskade", is_flag=True, help="Tulis usul `atasan` dan `mendukung` sebagai komentar.")
@lang_option
@help_option
def command(file: str, output: str | None, usul_kaskade: bool, lang: str) -> int:
    """Ubah naskah keputusan (.docx, .xlsx, .xls, .ods, .pdf, .txt, .md) menjadi berkas YAML.

    Kata-katanya dipertahankan persis. Apa yang diperbaiki, misalnya sel yang bergeser, ditulis ke layar dan ke
    HASIL.asal.json di sebelahnya. Dengan --usul-kaskade induk tiap rencana kinerja diusulkan dalam komentar; usul
    diterima dengan menghapus tanda # di depannya. Bila di folder HASIL.yaml atau di atasnya ada .iki-lint/ (lihat
    iki-lint init), baris pertama HASIL.yaml menunjuk skemanya untuk editor.

    Kode keluar: 0 berhasil; 1 berhasil, tetapi ada baris yang tidak dikenali; 2 salah pakai atau berkas tidak terbaca.
    """
    if output is None:
        raise Refusal("pilihan-wajib", pilihan="-o/--output", perintah="iki-lint import")
    refuse_format(file, IMPORTABLE)
    if not output.lower().endswith(FOLDER_SUFFIXES):
        raise Refusal("hasil-bukan-yaml", berkas=output)
    if os.path.realpath(file) in map(os.path.realpath, (output, asal_path(output))):
        raise Refusal("hasil-menimpa", berkas=output)
    try:
        imported = import_file(file, read_file(file))
    except UnreadableDecree as error:
        complain("impor-gagal", lang, pesan=_located(file, error.problem, lang))
        return 2
    text = to_yaml(imported.root, imported.name, lang)
    proposed = with_proposals(text, lang) if usul_kaskade else None
    try:
        write_import(imported, output, modeline(output, DECREE) + (proposed.text if proposed else text))
    except OSError as error:
        raise unwritable(error, output) from None
    tell(_remarks(file, imported, lang))
    key, args = summary(imported)
    said = [say(key, lang, **args)]
    if proposed:
        said.append(
            say("usul-kaskade", lang, jumlah=number(proposed.plans, lang), rencana=number(imported.counts.plans, lang))
        )
    write("".join(f"{sentence}\n" for sentence in said), STDOUT)
    return 1 if imported.problems else 0


def _remarks(path: str, imported: Imported, lang: str) -> list[str]:
    """What was repaired and what was left out, in the order of the file.

    A Word, Excel or PDF file has no lines: there each sentence begins with an address.
    """
    addresses = {row.line: _address(row) for row in imported.draft.rows}

    def at(line: int) -> str:
        address = addresses.get(line)
        return f"{path}: {address_in(lang, address)}" if address else f"{path}:{line}"

    remarks = []
    for repair in imported.repairs:
        place = path if "alamat" in repair.args else at(repair.line)
        remarks.append((repair.line, f"{place}: {told(repair.note, repair.args, lang)}"))
    for problem in imported.problems:
        line = problem.source.position(problem.start)[0]
        said = told(problem.message, problem.args, lang)
        remarks.append((line, f"{path}: {said}" if addresses.get(line) else _located(path, problem, lang)))
    return [text for _, text in sorted(remarks, key=lambda remark: remark[0])]


def _address(row: Row) -> str | None:
    """Where a row of several cells stands: the address of its first one, without the column."""
    first = row.cells[0].address
    return first.rpartition(", ")[0] if first and len(row.cells) > 1 else first


def _located(path: str, problem: Problem, lang: str) -> str:
    """The sentence of a problem behind its place, if it has one."""
    sentence = told(problem.message, problem.args, lang)
    place = problem.place
    return f"{path}:{place.line}:{place.column}: {sentence}" if place else f"{path}: {sentence}"
