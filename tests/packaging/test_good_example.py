"""The good decree has nothing to be found, whatever rules there are."""

import json
import os
import re

from packaging_samples import ROOT

import iki_lint
from iki_lint.cli.app import run

GOOD = os.path.join(ROOT, "examples", "contoh-baik.yaml")


def test_nothing_is_found() -> None:
    (file,) = iki_lint.check(GOOD).files
    assert file.readable
    assert [(finding.code, finding.place, finding.text) for finding in file.findings] == []


def test_the_command_says_so(capfd) -> None:
    code = run(["check", GOOD, "--fail-on", "info"])
    told = capfd.readouterr().out
    assert (code, told) == (
        0,
        "Tidak ada temuan. Diperiksa 1 berkas: 6 jabatan, 10 rencana kinerja, 14 indikator.\n",
    )


def test_the_first_line_names_the_schema() -> None:
    with open(GOOD, encoding="utf-8") as file:
        first = file.readline()
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)\n", first)
    assert named
    with open(os.path.join(os.path.dirname(GOOD), named[1]), encoding="utf-8") as file:
        assert json.load(file)["title"] == "Keputusan IKU dan IKI"


def test_one_defect_put_into_it_is_found() -> None:
    with open(GOOD, encoding="utf-8") as file:
        text = file.read()
    broken = text.replace("sumber_data: Laporan tindak lanjut LHE AKIP Inspektorat", "sumber_data: Jelas")
    assert broken != text
    (file,) = iki_lint.check(broken).files
    assert [(finding.code, finding.severity, finding.id, finding.text) for finding in file.findings] == [
        ("SBR001", "error", "sekretaris.1.1", "Jelas")
    ]
