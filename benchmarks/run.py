"""Measure iki-lint against loading the same file, starting Python, a speller, and two other linters.

    python3 benchmarks/run.py             # builds a wheel, installs it in a fresh environment and measures that
    python3 benchmarks/run.py --pairs 5   # a quick look

A figure is the median of the ratios A/B of interleaved pairs of whole processes, with the smallest and the largest.
yamllint is installed beside iki-lint, spectral by npm where there is one; everything is gone afterwards.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from typing import NamedTuple

from interleaved import Comparison, Spread, compare

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOAD = "import sys, yaml\nyaml.load(open(sys.argv[1], 'rb'), yaml.CSafeLoader)\n"
SPELL = """\
import sys
from iki_lint.language.spelling import misspellings
misspellings(open(sys.argv[1], encoding="utf-8").read().splitlines())
"""
SIZES = (1, 4, 16)
COPIES = 100
SPECTRAL = "@stoplight/spectral-cli@6.16"


class Bench(NamedTuple):
    """The folder that everything happens in, its Python, the iki-lint under test, and how many pairs to run."""

    folder: str
    python: str
    tool: str
    pairs: int


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage="%(prog)s [--pairs N]"
    )
    parser.add_argument("--pairs", type=int, default=15, metavar="N", help="pairs of runs for each figure (15)")
    pairs = parser.parse_args().pairs
    # An installed program runs from bytecode; a machine may forbid Python to write any.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_CACHE_HOME": os.path.join(folder, "cache"), "IKI_LINT_NO_CACHE": "1"}
        bench = prepare(folder, pairs)
        print(f"Python {platform.python_version()}, {os.cpu_count()} {platform.machine()} cores, {pairs} pairs\n")
        print("| A / B | time | median | smallest - largest | A | B | peak memory A / B |")
        print("|---|---|---:|---:|---:|---:|---:|")
        alone(bench)
        again(bench)
        many(bench)
        sizes(bench)
        spelling(bench)
        others(bench)


def prepare(folder: str, pairs: int) -> Bench:
    """A wheel of this checkout and yamllint in a fresh environment; the files to check beside it."""
    environment = os.path.join(folder, "environment")
    quietly(sys.executable, "-m", "venv", environment)
    python = os.path.join(environment, "bin", "python")
    # The pip that comes with an old Python writes start scripts that import `re`.
    quietly(python, "-m", "pip", "install", "--upgrade", "pip")
    quietly(python, "-m", "pip", "install", TOP, "yamllint")
    for name in ("kebomas.yaml", "kebomas.asal.json", "klojen.yaml", "contoh-baik.yaml"):
        shutil.copy(os.path.join(TOP, "examples", name), folder)
    shutil.copy(os.path.join(TOP, "benchmarks", "spectral.yaml"), os.path.join(folder, ".spectral.yaml"))
    shutil.copy(os.path.join(TOP, "tests", "data", "kebomas-2023.txt"), os.path.join(folder, "kebomas.txt"))
    for name, text in (("load.py", LOAD), ("spell.py", SPELL)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    return Bench(folder, python, os.path.join(environment, "bin", "iki-lint"), pairs)


def quietly(*command: str) -> None:
    """Run a command; what it says is shown only when it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\n{' '.join(command)}: exit code {done.returncode}")


def alone(bench: Bench) -> None:
    """The check against loading the file, and the start against that of Python."""
    folder, python, tool, pairs = bench
    load, check = [python, "-I", "load.py", "kebomas.yaml"], [tool, "check", "kebomas.yaml"]
    nothing = [python, "-c", "pass"]
    show("`check kebomas.yaml` / `yaml.load(CSafeLoader)`", compare(check, load, folder, pairs, [1]))
    as_json = [*check, "--format", "json"]
    show("`check --format json kebomas.yaml` / the same", compare(as_json, load, folder, pairs, [1]))
    show("`--version` / `python -c pass`", compare([tool, "--version"], nothing, folder, pairs, [0]))
    show("`--help` / the same", compare([tool, "--help"], nothing, folder, pairs, [0]))
    small = [tool, "check", "contoh-baik.yaml"]
    show("`check contoh-baik.yaml` (small) / the same", compare(small, nothing, folder, pairs, [0]))


def again(bench: Bench) -> None:
    """A check when nothing has changed since the last one, against starting Python."""
    folder, python, tool, pairs = bench
    nothing = [python, "-c", "pass"]
    forbidden = os.environ.pop("IKI_LINT_NO_CACHE")
    once = compare([tool, "check", "kebomas.yaml"], nothing, folder, pairs, [1])
    show("`check kebomas.yaml`, nothing changed / `python -c pass`", once)
    place = copies(folder, "kebomas.yaml")
    show(
        f"`check` of {COPIES} of it, nothing changed / the same",
        compare([tool, "check", place], nothing, folder, pairs, [1]),
    )
    os.environ["IKI_LINT_NO_CACHE"] = forbidden


def many(bench: Bench) -> None:
    """Many files at once against each in a process of its own, and in two processes against one."""
    folder, _, tool, pairs = bench
    few = max(3, pairs // 5)
    place = copies(folder, "klojen.yaml")
    together = [tool, "check", "--jobs", "1", place]
    single = ["sh", "-c", f'for file in {place}/*; do "$0" check --jobs 1 "$file"; done', tool]
    found = compare(together, single, folder, few, [1], [1])
    show(f"`check` of {COPIES} files / {COPIES} times `check` of one", found)
    with open(os.path.join(folder, "kosong.yaml"), "w", encoding="utf-8") as file:
        file.write("versi_format: 1\njabatan: []\n")
    start = compare([tool, "check", "kosong.yaml"], ["sh", "-c", "exit"], folder, pairs, [1]).a.cpu
    of_many, alone = (found.a.cpu - start) / COPIES, found.b.cpu / COPIES - start
    print(
        f"| a file of these beyond start-up / alone, beyond start-up | CPU | {of_many / alone:.2f} | | "
        f"{of_many * 1000:.0f} ms | {alone * 1000:.0f} ms | |"
    )
    two = [tool, "check", "--jobs", "2", place]
    found = compare(two, together, folder, few, [1], [1])
    row("the same, `--jobs 2` / `--jobs 1`", "wall", found.wall, found.a.wall, found.b.wall, "")
    busy = [sys.executable, "-c", "for i in range(20_000_000): pass"]
    both = ["sh", "-c", '"$@" & "$@" & wait', "sh", *busy]
    found = compare(both, busy, folder, few, [0])
    row("two busy processes / one (1.0: two cores free)", "wall", found.wall, found.a.wall, found.b.wall, "")


def copies(folder: str, name: str) -> str:
    """A folder with copies of a file, the name of the folder."""
    place = f"many-{name.partition('.')[0]}"
    os.mkdir(os.path.join(folder, place))
    for number in range(COPIES):
        shutil.copy(os.path.join(folder, name), os.path.join(folder, place, f"{number:03}.yaml"))
    return place


def sizes(bench: Bench) -> None:
    """The same decree with its positions 1, 4 and 16 times, and what each added megabyte costs."""
    folder, python, tool, pairs = bench
    with open(os.path.join(folder, "kebomas.yaml"), encoding="utf-8") as file:
        head, positions = file.read().split("\njabatan:\n", 1)
    costs = []
    for times in SIZES:
        name = f"times{times}.yaml"
        copies = [positions.replace("- id: ", f"- id: s{number}-") for number in range(times)]
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(head + "\njabatan:\n" + "".join(copies))
        size = os.path.getsize(os.path.join(folder, name)) / 1e6
        load = [python, "-I", "load.py", name]
        found = compare([tool, "check", name], load, folder, max(3, pairs // times), [1])
        show(f"`check`, {times} x the positions ({size:.1f} MB) / `yaml.load(CSafeLoader)`", found)
        costs.append((size, found.a.cpu))
    (one, one_cost), (four, four_cost), (sixteen, sixteen_cost) = costs
    early, late = (four_cost - one_cost) / (four - one), (sixteen_cost - four_cost) / (sixteen - four)
    print(f"| one more MB from 4 x to 16 x / from 1 x to 4 x | CPU | {late / early:.2f} | | | | |")


def spelling(bench: Bench) -> None:
    """The spelling of the decree's text, corrections included, against hunspell's look-up without any."""
    folder, python, _, pairs = bench
    hunspell = shutil.which("hunspell")
    if hunspell is None or subprocess.run([hunspell, "-d", "id_ID", "-l"], input=b"", check=False).returncode:
        print("\nhunspell was not measured: it is not installed with its Indonesian dictionary (hunspell-id).")
        return
    ours = [python, "-I", "spell.py", "kebomas.txt"]
    theirs = [hunspell, "-d", "id_ID", "-l", "kebomas.txt"]
    show("spelling of `kebomas.txt` / `hunspell -l`", compare(ours, theirs, folder, max(3, pairs // 3), [0]))


def others(bench: Bench) -> None:
    """The same file through yamllint and spectral."""
    folder, _, tool, pairs = bench
    check, few = [tool, "check", "kebomas.yaml"], max(3, pairs // 3)
    yamllint = [os.path.join(os.path.dirname(tool), "yamllint"), "kebomas.yaml"]
    show("`check` / yamllint, its default rules", compare(check, yamllint, folder, few, [1], [0, 1]))
    npm = shutil.which("npm")
    if npm is None:
        print("\nspectral was not measured: there is no npm.")
        return
    place = os.path.join(folder, "spectral")
    quietly(npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", place, SPECTRAL)
    spectral = [os.path.join(place, "node_modules", ".bin", "spectral"), "lint", "-r", ".spectral.yaml", "kebomas.yaml"]
    found = compare(check, spectral, folder, few, [1], [0, 1])
    show("`check` / spectral 6.16, 16 rules", found)
    row("`check` / spectral 6.16, 16 rules", "wall", found.wall, found.a.wall, found.b.wall, "")


def show(name: str, found: Comparison) -> None:
    """A row of the table: CPU time."""
    row(name, "CPU", found.cpu, found.a.cpu, found.b.cpu, f"{found.a.memory / found.b.memory:.2f}")


def row(name: str, kind: str, ratio: Spread, a: float, b: float, memory: str) -> None:
    """A row of the table; `a` and `b` are seconds."""
    spread = f"{ratio.smallest:.2f} - {ratio.largest:.2f}"
    print(f"| {name} | {kind} | {ratio.median:.2f} | {spread} | {a * 1000:.0f} ms | {b * 1000:.0f} ms | {memory} |")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
