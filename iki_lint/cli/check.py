"""`iki-lint check`: find the defects of decrees."""

import gc
import os
import sys
from collections.abc import Iterable, Sequence

import click

from iki_lint.asal import asal_path
from iki_lint.beside import looked_at
from iki_lint.catalog import load_catalog
from iki_lint.cli.collect import collect
from iki_lint.cli.completing import complete_files
from iki_lint.cli.help import Command, exclude_option, help_option, ignore_option, lang_option, select_option
from iki_lint.cli.inputs import STDIN, SUFFIXES, refuse_format
from iki_lint.cli.output import STDOUT, complain, write
from iki_lint.cli.progress import Progress, watched
from iki_lint.cli.refusal import Refusal, unreadable
from iki_lint.cli.result_cache import begin
from iki_lint.cli.terminal import screen_of
from iki_lint.cli.workers import COLLECT_EVERY, jobs_for, reviews_of
from iki_lint.decree.decoding import read_stream
from iki_lint.findings import CRASH, SEVERITIES, Report
from iki_lint.linting import Config, Review, known_rule, review_file, selected
from iki_lint.reports.formats import FORMATS, NEEDS_DECREE, NEEDS_RULES, render
from iki_lint.reports.style import Style


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
@select_option
@ignore_option
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    help="Tingkat terendah yang membuat kode keluar 1: error (bawaan), warning, atau info.",
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
@lang_option
@help_option
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    show_all: bool,
    statistics: bool,
    color: str,
    decrees_only: bool,
    exclude: tuple[str, ...],
    stdin_filename: str | None,
    jobs: int | None,
    watch: bool,
    no_cache: bool,
    lang: str,
) -> int:
    """Periksa berkas keputusan dan laporkan temuannya.

    Sebuah folder berarti semua keputusan (YAML) di dalamnya, kecuali yang disebut .gitignore; tanpa sebutan apa pun:
    folder ini. Pola seperti 'arsip/**/*.docx' berarti semua berkas yang cocok. Tanda - membaca stdin.

    Kode keluar: 0 tidak ada temuan pada tingkat --fail-on atau lebih berat; 1 ada; 2 salah pakai atau berkas tidak
    terbaca; 3 kesalahan internal.
    """
    if watch:
        return _watch(paths or (".",), outputs)
    config = Config(selectors(select), selectors(ignore), lang)
    if stdin_filename:
        refuse_format(stdin_filename, SUFFIXES)
    collected = collect(paths or (".",), exclude, decrees_only)
    files = collected.files
    targets = destinations(formats or ("text",), outputs, files)
    if collected.spared:
        complain("semua-dikecualikan", lang)
    if not files:
        return 0
    answer = None
    if not no_cache and STDIN not in files and all(target == STDOUT for _, target in targets):
        answer = begin((*collected.seen, *(each for path in files for each in looked_at(path))), collected.folders)
    keep = any(kind in NEEDS_DECREE for kind, _ in targets)
    reviews: list[Review] = []
    many = 1 if keep or STDIN in files else jobs_for(jobs, files)
    with reviews_of(files, config, many) as ahead, Progress(len(files), lang, watched()) as progress:
        for number, path in enumerate(files, 1):
            progress.begin(path)
            review = next(ahead)
            reviews += [review] if review else _check(path, config, stdin_filename, keep, progress)
            if number % COLLECT_EVERY == 0:
                gc.collect()
    code = exit_code(Report(tuple(review.report for review in reviews)), fail_on)
    if len(reviews) < len(files):
        code = max(code, 2)
    ran = rules_that_run(config) if NEEDS_RULES.intersection(formats) else ()
    for kind, target in targets if reviews else ():
        screen = screen_of(target, color)
        style = Style(lang, screen.color, show_all, statistics, screen.width, fail_on, code, ran)
        write(render(kind, reviews, style), target, screen.encoding if kind == "text" else "utf-8")
    # What was looked for may have come while it was looked for.
    if answer and code < 3 and collect(paths or (".",), exclude, decrees_only) == collected:
        answer.keep(code)
    return code


def _watch(paths: Sequence[str], outputs: Sequence[str]) -> int:
    """Check again and again, with the options that were given."""
    from iki_lint.cli.app import ended
    from iki_lint.cli.watch import watch

    if STDIN in paths:
        raise Refusal("pantau-tanpa-berkas")
    if any(name != STDOUT for name in outputs):
        raise Refusal("pantau-ke-layar")
    context = click.get_current_context()
    asked = {**context.params, "watch": False}
    lang = asked["lang"]
    return watch(
        paths,
        asked["exclude"],
        asked["decrees_only"],
        lang,
        lambda: ended(lambda: context.invoke(command, **asked), ["--lang", lang]),
    )


def selectors(given: Iterable[str]) -> tuple[str, ...]:
    """The rules that options name, lists taken apart. Raises Refusal for one that names no rule."""
    named = tuple(word.strip() for text in given for word in text.split(",") if word.strip())
    for word in named:
        if not known_rule(word):
            raise Refusal("aturan-tidak-dikenal", aturan=word)
    return named


def rules_that_run(config: Config) -> tuple[str, ...]:
    """The codes of the rules that look at a decree; others are what the readers report."""
    return tuple(dict.fromkeys(rule.code for rule in selected(load_catalog().rules, config) if rule.when or rule.check))


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


def exit_code(report: Report, fail_on: str) -> int:
    """What a report means for whoever called: 0, 1 findings, 2 something was unreadable, 3 a rule crashed."""
    if any(CRASH in [finding.code for finding in file.findings] for file in report.files):
        return 3
    if not all(file.readable for file in report.files):
        return 2
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return int(any(map(report.count, failing)))


def _check(path: str, config: Config, stdin_filename: str | None, keep: bool, progress: Progress) -> list[Review]:
    """One file checked, with its decree where it is to be kept; nothing, and a sentence on standard error, when it
    cannot be read."""
    name, data = path, None
    try:
        if path == STDIN:
            name, data = stdin_filename or "<stdin>", read_stream(sys.stdin.buffer) if sys.stdin else b""
        review = review_file(name, config, data)
    except OSError as error:
        sentence = unreadable(error, path).sentence
        progress.clear()
        complain(sentence.key, config.lang, **sentence.args)
        return []
    return [review if keep else review._replace(decree=None)]
