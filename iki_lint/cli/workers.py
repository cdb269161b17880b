"""Checking files in several processes at once, where that is quicker than one after the other."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import repeat

from iki_lint.catalog import catalog_shown
from iki_lint.cli.refusal import WorkerLost
from iki_lint.config.asked import Config
from iki_lint.config.effect import Effects
from iki_lint.linting import Review, review_file
from iki_lint.readers import is_document

WORTH = {"fork": 2_000_000, "spawn": 5_000_000}
"""Bytes of YAML from which a second process saves more than it costs; a new interpreter (spawn) costs more."""
DOCUMENT_WEIGHT = 10
"""A byte of a Word, Excel or PDF file takes about as long as this many of YAML."""
COLLECT_EVERY = 16
"""Files after which memory is cleared of the decrees already reported."""
MOST = 61
"""More processes than Windows can wait for."""


def jobs_for(asked: int | None, files: Sequence[str]) -> int:
    """How many processes to use: as many as were asked for, else one for each processor where it is worth it."""
    if asked is None:
        if len(files) < 2 or sum(map(_weight, files)) < WORTH[_method()]:
            return 1
        asked = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(asked, len(files), MOST))


@contextmanager
def reviews_of(files: Sequence[str], config: Config, jobs: int) -> Iterator[Iterator[Review | None]]:
    """The reviews of files in their order, without decrees, made by `jobs` processes.

    None stands for a file that is to be checked here: each, when there is one process only, and one that failed, so
    that it fails in the same way. Raises WorkerLost.
    """
    if jobs == 1:
        yield repeat(None)
        return
    import multiprocessing
    import signal
    import threading
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # What every process needs is read once.
    catalog_shown()
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context(_method()), _begin)
    # The processes begin deaf to Ctrl-C, which is ours to act on.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reviews = executor.map(partial(_review, config), enumerate(files, 1))
    finally:
        signal.signal(signal.SIGINT, before)
    try:
        yield reviews
    except BaseException as error:
        # The executor's own thread may trip over what is taken from under it: nobody needs to read that.
        threading.excepthook = lambda thread: None
        for child in multiprocessing.active_children():
            child.kill()
        executor.shutdown(wait=False, cancel_futures=True)
        if isinstance(error, BrokenProcessPool):
            raise WorkerLost from None
        raise
    executor.shutdown()


def _review(config: Config, task: tuple[int, str]) -> Review | None:
    number, path = task
    try:
        return review_file(path, config, effects=_effects(config))._replace(decree=None)
    except Exception:
        return None
    finally:
        if number % COLLECT_EVERY == 0:
            gc.collect()


@lru_cache(maxsize=1)
def _effects(config: Config) -> Effects:
    """What is in effect for the files of this process."""
    return Effects(config)


def _begin() -> None:
    """Make this process one that leaves Ctrl-C to its parent and ends with it."""
    import multiprocessing.connection
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)

    Thread(target=follow, daemon=True).start()
    gc.disable()


def _method() -> str:
    """How processes are made: forking is quick, and safe on Linux as long as nothing else runs."""
    return "fork" if sys.platform.startswith("linux") else "spawn"


def _weight(path: str) -> int:
    try:
        return os.stat(path).st_size * (DOCUMENT_WEIGHT if is_document(path) else 1)
    except OSError:
        return 0
