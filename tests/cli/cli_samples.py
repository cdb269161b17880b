"""A stand-in for the library, and the command line as a process."""

import os
import subprocess
import sys
from collections.abc import Sequence

from iki_lint.decree.source import Place, Source
from iki_lint.findings import Counts, FileReport, Finding
from iki_lint.linting import Review

DECREE = "versi_format: 1\njabatan: []\n"
SEVERITY_OF = {"galat": "error", "peringatan": "warning", "info": "info"}
# A decree that can be mended, and what it becomes.
DIRTY = """\
versi_format: 1
jabatan:
- id: a
  nama: CAMAT
  tugas: <p>membina
  fungsi: "membina</p>"  # <b>
  rencana_kinerja: []
"""
CLEAN = DIRTY.replace("<p>", "").replace("</p>", "")
NOTHING = "Tidak ada yang diperbaiki. Diperiksa 1 berkas.\n"
DONE = "{}: 2 perbaikan (STR006 2)\n"
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def review_file(path, config, data=None, effects=None):
    """One finding for each line that names a severity; IKI000 where it says `rusak`; `biner` is unreadable."""
    if data is None:
        with open(path, "rb") as file:
            data = file.read()
    text = data.decode()
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for word, severity in SEVERITY_OF.items():
            if word in line:
                at = line.index(word) + 1
                place = Place(number, at, number, at + len(word))
                found.append(Finding("FRM003", "contoh", severity, f"Ini {word}", "/x", place, word))
        if "rusak" in line:
            found.append(Finding("IKI000", "aturan-rusak", "info", "Aturan rusak", ""))
    return Review(FileReport(path, Counts(1, 2, 3, 3), tuple(found), "biner" not in text, Source(path, text)), None)


def known_rule(selector, packs=()):
    """Whether the stand-in has such a rule."""
    return "FRM003".startswith(selector) or selector == "contoh"


def process(
    arguments: Sequence[str], cwd, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m iki_lint` in a folder."""
    settings = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "IKI_LINT_DEBUG")}
    return subprocess.run(
        [sys.executable, "-m", "iki_lint", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=settings | {"PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8"} | environment,
        check=False,
    )
