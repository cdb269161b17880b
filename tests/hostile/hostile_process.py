"""The command line as a process with bounded time and memory."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECONDS = 20
MEMORY = 1536 * 1024 * 1024

# One plan of one position with one indicator.
DECREE = """\
versi_format: 1
jabatan:
- id: camat
  nama: CAMAT KEBOMAS
  tugas: Memimpin kecamatan
  fungsi: [Mengoordinasikan pelayanan]
  rencana_kinerja:
  - id: camat.1
    nomor: 1
    uraian: Meningkatnya mutu pelayanan
    indikator:
    - id: camat.1.1
      nama: Persentase pengaduan yang selesai
      formulasi: Jumlah pengaduan
      sumber_data: Laporan
"""

TEXT = """\
INDIKATOR KINERJA INDIVIDU

Jabatan: CAMAT KEBOMAS
Tugas: Memimpin kecamatan
Fungsi:
a. Mengoordinasikan pelayanan

No.\tRencana Kinerja\tIndikator\tFormulasi\tSumber Data
1\tMeningkatnya mutu pelayanan\tPersentase pengaduan yang selesai\tJumlah pengaduan\tLaporan
"""


class Ended(NamedTuple):
    """How a process ended and what it wrote."""

    code: int
    out: str
    err: str


def run(arguments: Sequence[str | bytes], cwd, stdin: bytes = b"", **environment: str) -> Ended:
    """Run `python -m iki_lint` in a folder; subprocess.TimeoutExpired when it takes longer than 20 seconds."""
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "IKI_LINT_DEBUG")}
    done = subprocess.run(
        [sys.executable, "-m", "iki_lint", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=kept | {"PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8"} | environment,
        timeout=SECONDS,
        preexec_fn=_bounded if os.name == "posix" else None,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def _bounded() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
