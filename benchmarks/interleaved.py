"""Whole processes, run in turn (A B A B ...): the time and peak memory of each, as the kernel accounts for them."""

import os
import statistics
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple


class Usage(NamedTuple):
    """One finished process: CPU seconds (user and system, all threads), wall seconds, peak KiB, exit code."""

    cpu: float
    wall: float
    memory: int
    code: int


class Spread(NamedTuple):
    """Smallest, median and largest of a row of ratios."""

    smallest: float
    median: float
    largest: float


class Comparison(NamedTuple):
    """Ratios A/B of CPU and wall time, pair by pair, and the median usage of A and of B."""

    cpu: Spread
    wall: Spread
    a: Usage
    b: Usage


def run(command: Sequence[str], folder: str) -> Usage:
    """Run a command in a folder with its output thrown away."""
    start = time.perf_counter()
    process = os.fork()
    if process == 0:
        try:
            os.chdir(folder)
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 1)
            os.dup2(nothing, 2)
            os.execvp(command[0], list(command))
        finally:
            os._exit(127)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - start
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss, os.waitstatus_to_exitcode(status))


def compare(
    a: Sequence[str], b: Sequence[str], folder: str, pairs: int, codes_a: Sequence[int], codes_b: Sequence[int] = (0,)
) -> Comparison:
    """A against B in `pairs` interleaved pairs, each warmed up once; exits when one ends with another code."""
    for command, expected in ((a, codes_a), (b, codes_b)):
        code = run(command, folder).code
        if code not in expected:
            sys.exit(f"{' '.join(command)}: exit code {code}")
    results = [(run(a, folder), run(b, folder)) for _ in range(pairs)]
    return Comparison(
        _spread([left.cpu / right.cpu for left, right in results]),
        _spread([left.wall / right.wall for left, right in results]),
        _median([left for left, _ in results]),
        _median([right for _, right in results]),
    )


def _spread(ratios: Sequence[float]) -> Spread:
    return Spread(min(ratios), statistics.median(ratios), max(ratios))


def _median(runs: Sequence[Usage]) -> Usage:
    return Usage(
        statistics.median(each.cpu for each in runs),
        statistics.median(each.wall for each in runs),
        int(statistics.median(each.memory for each in runs)),
        runs[0].code,
    )
