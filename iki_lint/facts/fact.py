"""Facts: what can be said of a subject, computed once and only when a rule asks."""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar, overload

T = TypeVar("T")


class Phrase(NamedTuple):
    """A stretch of a cell's text, `text == cell[start:end]`: the exact words that a finding points at."""

    start: int
    end: int
    text: str


class fact(Generic[T]):
    """A lazily computed property that conditions may name.

    The return annotation is the fact's type in the condition language, the docstring (Indonesian) its meaning. The
    value replaces the descriptor in the instance's `__dict__`, so a second look costs a plain attribute access.
    """

    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function = function
        self.name = function.__name__
        self.type = function.__annotations__["return"]
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, subject: None, owner: type) -> "fact[T]": ...
    @overload
    def __get__(self, subject: object, owner: type) -> T: ...
    def __get__(self, subject: object | None, owner: type) -> "T | fact[T]":
        if subject is None:
            return self
        value = subject.__dict__[self.name] = self.function(subject)
        return value


def facts_of(subject: type) -> dict[str, "fact[Any]"]:
    """The facts that a class of subjects offers, by name, inherited ones included."""
    return {
        name: value
        for owner in reversed(subject.__mro__)
        for name, value in vars(owner).items()
        if isinstance(value, fact)
    }
