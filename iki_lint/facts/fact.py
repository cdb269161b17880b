"""Facts: what can be said of a subject, computed once and only when a rule asks."""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar, overload

T = TypeVar("T")


class Phrase(NamedTuple):
    """A stretch of a cell's text, `text == cell[start:end]`: the exact words that a finding points at."""

    start: int
    end: int
    text: str


class once(Generic[T]):
    """A property that is computed when it is first asked for: `functools.cached_property` without its lock.

    The value replaces the descriptor in the instance's `__dict__`, so a second look costs a plain attribute access.
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function = function
        self.name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, subject: None, owner: type) -> "once[T]": ...
    @overload
    def __get__(self, subject: object, owner: type) -> T: ...
    def __get__(self, subject: object | None, owner: type) -> "T | once[T]":
        if subject is None:
            return self
        value = self.function(subject)
        setattr(subject, self.name, value)
        return value


class fact(once[T]):
    """A property that conditions may name, computed once.

    The return annotation is the fact's type in the condition language, the docstring (Indonesian) its meaning.
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        super().__init__(function)
        self.type = function.__annotations__["return"]


def facts_of(subject: type) -> dict[str, "fact[Any]"]:
    """The facts that a class of subjects offers, by name, inherited ones included."""
    return {
        name: value
        for owner in reversed(subject.__mro__)
        for name, value in vars(owner).items()
        if isinstance(value, fact)
    }
