"""Measure iki-lint against loading the same file, starting Python, and the linters that are at hand.

    python benchmarks/run.py              # builds and installs a wheel in a fresh environment, then measures it
    python benchmarks/run.py --pairs 5    # a quick look

Every figure is the median of interleaved pairs of whole processes (CPU time, user and system).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile

from interleaved import Comparison, compare, run

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOAD = "import sys, yaml\nyaml.load(open(sys.argv[1], 'rb'), yaml.CSafeLoader)\n"
SIZES = (1, 4, 16)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pairs", type=int, default=15)
    pairs = options.parse_args().pairs
    with tempfile.TemporaryDirectory() as folder:
        python, tool = install(folder)
        os.environ["XDG_CACHE_HOME"] = os.path.join(folder, "cache")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        shutil.copy(os.path.join(TOP, "examples", "kebomas.yaml"), folder)
        shutil.copy(os.path.join(TOP, "examples", "kebomas.asal.json"), folder)
        with open(os.path.join(folder, "load.py"), "w", encoding="utf-8") as file:
            file.write(LOAD)
        load = [python, "-I", "load.py"]
        check = [tool, "check", "kebomas.yaml"]
        print(f"Python {sys.version.split()[0]}, {pairs} pairs, CPU time A/B: median (smallest - largest)\n")
        show("check kebomas.yaml / CSafeLoader", compare(check, [*load, "kebomas.yaml"], folder, pairs, 1))
        show(
            "check --format json / CSafeLoader",
            compare([*check, "--format", "json"], [*load, "kebomas.yaml"], folder, pairs, 1),
        )
        show("--version / python -c pass", compare([tool, "--version"], [python, "-c", "pass"], folder, pairs, 0))
        show("--help / python -c pass", compare([tool, "--help"], [python, "-c", "pass"], folder, pairs, 0))
        sizes(folder, tool, load, pairs)
        peers(folder, tool, pairs)


def install(folder: str) -> tuple[str, str]:
    """A wheel of this checkout in a fresh environment: its Python, and the command."""
    environment = os.path.join(folder, "environment")
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run([sys.executable, "-m", "venv", environment], **quiet)
    python = os.path.join(environment, "bin", "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", "pip"], **quiet)
    subprocess.run([python, "-m", "pip", "install", "--quiet", TOP, "yamllint"], **quiet)
    return python, os.path.join(environment, "bin", "iki-lint")


def sizes(folder: str, tool: str, load: list[str], pairs: int) -> None:
    """The cost of the same decree with its positions 1, 4 and 16 times, per byte, against the smallest."""
    with open(os.path.join(folder, "kebomas.yaml"), encoding="utf-8") as file:
        text = file.read()
    head, positions = text.split("\njabatan:\n", 1)
    per_byte = []
    for times in SIZES:
        copies = [positions.replace("- id: ", f"- id: s{number}-") for number in range(times)]
        name = f"times{times}.yaml"
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(head + "\njabatan:\n" + "".join(copies))
        size = os.path.getsize(os.path.join(folder, name))
        found = compare([tool, "check", name], [*load, name], folder, max(3, pairs // times), 1)
        start = run([tool, "check", "--help"], folder).cpu
        per_byte.append((found.seconds - start) / size)
        show(f"check, {times:>2}x ({size / 1e6:.1f} MB) / CSafeLoader", found)
        print(f"{'':44}cost per byte, without start-up: {per_byte[-1] / per_byte[0]:.2f} of 1x")


def peers(folder: str, tool: str, pairs: int) -> None:
    """The same file through other linters, where they are installed."""
    check = [tool, "check", "kebomas.yaml"]
    yamllint = os.path.join(os.path.dirname(tool), "yamllint")
    show("check / yamllint, default rules", compare(check, [yamllint, "kebomas.yaml"], folder, max(3, pairs // 3), 1, None))
    spectral = shutil.which("spectral")
    if spectral is None:
        print("check / spectral: not measured, spectral is not installed (npm install -g @stoplight/spectral-cli)")
        return
    shutil.copy(os.path.join(TOP, "benchmarks", "spectral.yaml"), os.path.join(folder, ".spectral.yaml"))
    lint = [spectral, "lint", "-r", ".spectral.yaml", "kebomas.yaml"]
    show("check / spectral, 16 rules", compare(check, lint, folder, max(3, pairs // 3), 1, None))


def show(name: str, found: Comparison) -> None:
    """One line of the table."""
    print(
        f"{name:<44}{found.median:6.2f} ({found.smallest:.2f} - {found.largest:.2f})   "
        f"{found.seconds * 1000:7.0f} ms   memory {found.memory_ratio:.2f}"
    )


if __name__ == "__main__":
    main()
