"""`iki-lint check`: find the defects of decrees."""

import os
from collections.abc import Sequence
from functools import partial

import click

from iki_lint.asal import asal_path
from iki_lint.cli.collect import collect
from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, help_option
from iki_lint.cli.inputs import STDIN, SUFFIXES, refuse_format
from iki_lint.cli.options import exclude_option, not_excluded, prepared, rule_options
from iki_lint.cli.output import STDOUT, complain, write
from iki_lint.cli.refusal import Refusal
from iki_lint.cli.result_cache import begin
from iki_lint.cli.reviewing import reviewed
from iki_lint.cli.terminal import screen_of
from iki_lint.config.asked import Config
from iki_lint.config.beside import looked_at, rest_of
from iki_lint.findings import CRASH, SEVERITIES, FileReport
from iki_lint.reports.formats import FORMATS, NEEDS_DECREE, render
from iki_lint.reports.style import Style
from iki_lint.suppressions.comments import may_end


def _jobs(ctx: click.Context, param: click.Parameter, value: str) -> int | None:
    """The number of processes; None stands for as many as are worth it."""
    if value == "auto":
        return None
    if not value.isdecimal() or len(value) > 4 or int(value) == 0:
        raise click.BadParameter(value)
    return int(value)


@click.command(
    "check", cls=Command, add_help_option=False, short_help="Periksa berkas keputusan dan laporkan temuannya."
)
@click.argument("paths", nargs=-1, metavar="[BERKAS|FOLDER|POLA]...", shell_complete=complete_files)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    metavar="BENTUK",
    help="Bentuk laporan, boleh diulang. Untuk dibaca: text (bawaan), html (laman), markdown (komentar pull request), "
    "csv (Excel: pemisah titik koma, UTF-8). Untuk mesin: json, sarif, junit, github (anotasi GitHub Actions).",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="BERKAS",
    shell_complete=complete_files,
    help="Tulis laporan ke berkas; - berarti layar. Diulang menurut urutan --format.",
)
@rule_options
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="Tingkat terendah yang membuat kode keluar 1: error (bawaan), warning, atau info.",
)
@click.option(
    "--baseline",
    metavar="BERKAS",
    help="Temuan lama yang tercatat di berkas ini tidak dilaporkan lagi; yang baru tetap, dan yang sudah diperbaiki "
    "harus dikeluarkan.",
)
@click.option(
    "--update-baseline",
    is_flag=True,
    help="Tulis --baseline: dibuat bila belum ada; bila sudah ada hanya berkurang.",
)
@click.option("--show-all", is_flag=True, help="Tampilkan semua temuan, tidak hanya beberapa contoh per aturan.")
@click.option("--statistics", is_flag=True, help="Tambahkan tabel jumlah temuan per aturan.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Warna: auto (bawaan; hanya di layar, menghormati NO_COLOR), always, atau never.",
)
@click.option("--decrees-only", is_flag=True, help="Lewati berkas YAML yang bukan keputusan (tanpa versi_format).")
@exclude_option
@click.option("--stdin-filename", metavar="NAMA", help="Nama berkas untuk naskah yang dibaca dari stdin (-).")
@click.option(
    "--jobs",
    metavar="N|auto",
    default="auto",
    callback=_jobs,
    help="Banyaknya proses: auto (bawaan; satu, kecuali berkasnya banyak) atau angka. Bentuk html selalu memakai satu.",
)
@click.option(
    "--watch",
    is_flag=True,
    help="Periksa lagi setiap kali berkas, konfigurasi, atau daftar katanya berubah (Ctrl-C: selesai).",
)
@click.option("--no-cache", is_flag=True, help="Jangan pakai dan jangan simpan jawaban pemeriksaan sebelumnya.")
@help_option
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str | None,
    baseline: str | None,
    update_baseline: bool,
    show_all: bool,
    statistics: bool,
    color: str,
    decrees_only: bool,
    exclude: tuple[str, ...],
    stdin_filename: str | None,
    jobs: int | None,
    watch: bool,
    no_cache: bool,
    config: Config,
) -> int:
    """Periksa berkas keputusan dan laporkan temuannya.

    Sebuah folder berarti semua keputusan (YAML) di dalamnya, kecuali yang disebut .gitignore; tanpa sebutan apa pun:
    folder ini. Pola seperti 'arsip/**/*.docx' berarti semua berkas yang cocok. Tanda - membaca stdin.

    Kode keluar: 0 tidak ada temuan pada tingkat --fail-on atau lebih berat; 1 ada; 2 salah pakai atau berkas tidak
    terbaca; 3 kesalahan internal.
    """
    if watch:
        return _watch(paths or (".",), exclude, decrees_only, outputs, config)
    if stdin_filename:
        refuse_format(stdin_filename, SUFFIXES)
    collected = collect(paths or (".",), exclude, decrees_only)
    files = collected.files
    targets = destinations(formats or ("text",), outputs, files)
    if collected.spared:
        complain("semua-dikecualikan", config.lang)
    if not files:
        return 0
    ratchet = None
    if baseline is not None or update_baseline:
        from iki_lint.cli.ratchet import applied, ratchet_of

        ratchet = ratchet_of(baseline, update_baseline, [path for path in files if path != STDIN])
    answer = None
    if not (no_cache or update_baseline or STDIN in files) and all(target == STDOUT for _, target in targets):
        beside = (each for path in files for each in looked_at(path))
        answer = begin((*collected.seen, *beside, *filter(None, [baseline])), collected.folders)
    effects = prepared(config, files, stdin_filename)
    if answer:
        rest = rest_of(effects, files)
        answer.also(rest.contents, rest.folders, rest.alone)
    files = not_excluded(files, effects, paths or (".",), config.lang)
    keep = any(kind in NEEDS_DECREE for kind, _ in targets)
    reviews = reviewed(files, config, effects, stdin_filename or "<stdin>", keep, jobs)
    reports = [review.report._replace(fail_on=fail_on or review.report.fail_on) for review in reviews]
    is_stale = False
    if ratchet:
        reports, is_stale = applied(ratchet, reports, config.lang)
    code = max(exit_code(reports), 2 * (len(reports) < len(files)), int(is_stale))
    reviews = [review._replace(report=report) for review, report in zip(reviews, reports, strict=True)]
    for kind, target in targets if reviews else ():
        screen = screen_of(target, color)
        style = Style(config.lang, screen.color, show_all, statistics, screen.width, code)
        write(render(kind, reviews, style), target, screen.encoding if kind == "text" else "utf-8")
    # What was looked for may have come while it was looked for.
    if answer and code < 3 and collect(paths or (".",), exclude, decrees_only) == collected:
        answer.keep(code, last_day(reports))
    return code


def last_day(reports: Sequence[FileReport]) -> str | None:
    """The last day (ISO) on which this would be said: today, where a suppression ends on some day."""
    if not any(report.source and may_end(report.source.text) for report in reports):
        return None
    from iki_lint.suppressions.apply import today

    return None if "SOURCE_DATE_EPOCH" in os.environ else today()


def _watch(
    paths: Sequence[str], exclude: Sequence[str], decrees_only: bool, outputs: Sequence[str], config: Config
) -> int:
    """Check again and again, with the options that were given."""
    from iki_lint.cli.app import ended
    from iki_lint.cli.watch import watch

    if STDIN in paths:
        raise Refusal("pantau-tanpa-berkas")
    if any(name != STDOUT for name in outputs):
        raise Refusal("pantau-ke-layar")
    context = click.get_current_context()
    asked = {**context.params, "watch": False}
    again = partial(context.invoke, command, **asked)
    return watch(paths, exclude, decrees_only, config, lambda: ended(again, ["--lang", config.lang]))


def destinations(formats: Sequence[str], outputs: Sequence[str], inputs: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Each format with where it goes. Raises Refusal when the two lists do not fit or a file would be lost."""
    if not outputs and len(formats) == 1:
        outputs = (STDOUT,)
    if len(outputs) != len(formats):
        raise Refusal("keluaran-tidak-cocok", format=str(len(formats)), keluaran=str(len(outputs)))
    mine = {os.path.realpath(each) for name in inputs if name != STDIN for each in (name, asal_path(name))}
    real = [os.path.realpath(path) if path != STDOUT else path for path in outputs]
    for path, other in zip(outputs, real, strict=True):
        if real.count(other) > 1 and (path == STDOUT or os.path.isfile(other) or not os.path.exists(other)):
            raise Refusal("keluaran-sama", berkas=path)
        if path != STDOUT and other in mine:
            raise Refusal("keluaran-menimpa", berkas=path)
    return list(zip(formats, outputs, strict=True))


def exit_code(reports: Sequence[FileReport]) -> int:
    """What reports mean for whoever called: 0, 1 findings, 2 something was unreadable, 3 a rule crashed."""
    if any(CRASH in [finding.code for finding in file.findings] for file in reports):
        return 3
    if not all(file.readable for file in reports):
        return 2
    return int(any(file.fails for file in reports))
