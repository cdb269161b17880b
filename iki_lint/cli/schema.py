"""`iki-lint schema`: the JSON Schemas, for editors and other programs."""

import click

from iki_lint.cli.help import Command, help_option, lang_option
from iki_lint.cli.output import STDOUT, save, write
from iki_lint.cli.refusal import Refusal
from iki_lint.resources import schema_of
from iki_lint.schemas import DECREE, kinds


@click.command(
    "schema", cls=Command, add_help_option=False, short_help="Tampilkan JSON Schema, untuk editor dan program lain."
)
@click.argument("name", metavar="[NAMA]", default=DECREE)
@click.option("-o", "--output", metavar="BERKAS", help="Tulis skema ke berkas ini; bawaan: layar.")
@lang_option
@help_option
def command(name: str, output: str | None, lang: str) -> int:
    """Tampilkan JSON Schema (draft-07) suatu jenis berkas.

    NAMA: decree (keputusan; bawaan), config (iki-lint.yaml), rule, list, basis, dan messages (paket aturan), baseline,
    atau report (laporan JSON). Judul dan keterangannya berbahasa Indonesia.

    Kode keluar: 0 selesai; 2 salah pakai.
    """
    known = kinds()
    if name not in known:
        raise Refusal("skema-tidak-dikenal", nama=name, dikenal=", ".join(known))
    data = schema_of(name)
    if output is None or output == STDOUT:
        write(data.decode(), STDOUT)
    else:
        save({output: data})
    return 0
