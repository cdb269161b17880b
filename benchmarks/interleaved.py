"""Whole processes, run in turn (A B A B ...): the CPU time and peak memory of each, as the kernel accounts for them."""

import os
import statistics
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Usage(NamedTuple):
    """One finished process: CPU seconds (user and system), peak memory in KiB, exit code."""

    cpu: float
    memory: int
    code: int


class Comparison(NamedTuple):
    """Ratios A/B of CPU time, pair by pair (smallest, median, largest), and the median seconds and memory of A."""

    smallest: float
    median: float
    largest: float
    seconds: float
    memory_ratio: float


def run(command: Sequence[str], folder: str) -> Usage:
    """Run a command in a folder with its output thrown away."""
    process = os.fork()
    if process == 0:
        os.chdir(folder)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        os.execvp(command[0], list(command))
    _, status, used = os.wait4(process, 0)
    return Usage(used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))


def compare(
    a: Sequence[str], b: Sequence[str], folder: str, pairs: int = 15, code_a: int | None = None, code_b: int | None = 0
) -> Comparison:
    """A against B in `pairs` interleaved pairs after one warm-up each; exits when an exit code is not the expected one."""
    for command, expected in ((a, code_a), (b, code_b)):
        code = run(command, folder).code
        if expected is not None and code != expected:
            sys.exit(f"{' '.join(command)}: exit code {code}, {expected} expected")
    results = [(run(a, folder), run(b, folder)) for _ in range(pairs)]
    ratios = [left.cpu / right.cpu for left, right in results]
    return Comparison(
        min(ratios),
        statistics.median(ratios),
        max(ratios),
        statistics.median(left.cpu for left, _ in results),
        statistics.median(left.memory / right.memory for left, right in results),
    )
