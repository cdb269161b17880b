"""`check --baseline`: old findings are set aside, new ones are not, and what is mended must be taken out."""

import os
from collections.abc import Sequence
from typing import NamedTuple

from iki_lint.baseline import (
    Baseline,
    BaselineError,
    empty_baseline,
    gone,
    read_baseline,
    set_aside,
    stale,
    updated,
    written,
)
from iki_lint.cli.output import complain, save
from iki_lint.cli.refusal import Refusal, unreadable
from iki_lint.findings import FileReport
from iki_lint.messages import say
from iki_lint.reports.notes import number


class Ratchet(NamedTuple):
    """A baseline in use: its path, what it holds, whether the file is still to be made and whether to write it."""

    path: str
    baseline: Baseline
    is_new: bool
    update: bool


def ratchet_of(path: str | None, update: bool, inputs: Sequence[str]) -> Ratchet:
    """The baseline that the options name. Raises Refusal where it cannot be used."""
    if path is None:
        raise Refusal("baseline-tanpa-berkas")
    if os.path.realpath(path) in map(os.path.realpath, inputs):
        raise Refusal("keluaran-menimpa", berkas=path)
    if not os.path.exists(path):
        if not update:
            raise Refusal("baseline-tidak-ada", berkas=path)
        return Ratchet(path, empty_baseline(path), True, True)
    try:
        return Ratchet(path, read_baseline(path), False, update)
    except BaselineError as error:
        place = f"{error.path}:{error.line}" if error.line else error.path
        raise Refusal("baseline-rusak", berkas=place) from None
    except OSError as error:
        raise unreadable(error, path) from None


def applied(ratchet: Ratchet, reports: Sequence[FileReport], lang: str) -> tuple[list[FileReport], bool]:
    """The reports without what the baseline holds, and whether it holds what is no longer there.

    With `update` the baseline is written first. Raises Refusal when that fails.
    """
    baseline = ratchet.baseline
    if ratchet.update:
        baseline = updated(baseline, reports, ratchet.is_new)
        save({ratchet.path: written(baseline).encode("utf-8", "surrogatepass")})
        before, after = _size(ratchet.baseline), _size(baseline)
        key = "baseline-dibuat" if ratchet.is_new else "baseline-diperbarui"
        counts = {"jumlah": number(after, lang), "keluar": number(before - after, lang)}
        complain(key, lang, berkas=ratchet.path, **counts)
    reason = say("baseline-alasan", lang)
    left = [set_aside(report, baseline, reason) for report in reports]
    old = sum(stale(report, baseline) for report in reports)
    missing = gone(baseline)
    if old:
        complain("baseline-usang", lang, berkas=ratchet.path, jumlah=number(old, lang))
    if missing:
        complain("baseline-berkas-hilang", lang, berkas=ratchet.path, hilang=", ".join(missing[:5]))
    return left, bool(old or missing)


def _size(baseline: Baseline) -> int:
    return sum(count for known in baseline.files.values() for codes in known.values() for count in codes.values())
