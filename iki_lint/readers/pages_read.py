"""How far the reading of a long file has come, for whoever asked to be told: a reader knows nobody who listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[int, int], None]
"""Is given how many pages have been read, of how many."""

_told: ContextVar[Told | None] = ContextVar("told", default=None)


@contextmanager
def telling(told: Told) -> Iterator[None]:
    """What is read meanwhile is told page by page."""
    before = _told.set(told)
    try:
        yield
    finally:
        _told.reset(before)


def tell(read: int, pages: int) -> None:
    """So many pages of so many have been read."""
    told = _told.get()
    if told is not None:
        told(read, pages)
