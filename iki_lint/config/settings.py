"""The settings of iki-lint as somebody has written them, each with its place."""

from collections.abc import Mapping
from typing import NamedTuple

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.engine.rule import Option

OFF = "off"
"""The severity of a rule that does not run."""


class Origin(NamedTuple):
    """Where a setting was written: the characters `start..end` of a file, or an option of the command line."""

    source: Source
    start: int
    end: int

    def problem(self, message: str, **args: str) -> Problem:
        """What is wrong with this setting."""
        return Problem("IKI009", message, args, self.source, self.start, self.end)

    def __str__(self) -> str:
        return f"{self.source.path}:{self.source.position(self.start)[0]}" if self.end else self.source.path


class Said(NamedTuple):
    """A value and where it was written."""

    value: str
    origin: Origin


class SaidOption(NamedTuple):
    """A value for an option of a rule and where it was written."""

    value: Option
    origin: Origin


class Section(NamedTuple):
    """What one section of a configuration sets for the files that fit one of its patterns; no patterns: for all.

    Rules are named by code, beginning of a code, or name. `select` is None where it is not said, which is not the same
    as an empty list. `severity` may be `OFF`. `options` are by rule and name.
    """

    folder: str = ""
    patterns: tuple[str, ...] = ()
    select: tuple[Said, ...] | None = None
    ignore: tuple[Said, ...] = ()
    severity: tuple[tuple[Said, str], ...] = ()
    options: Mapping[tuple[str, str], SaidOption] = {}
    mandatory: tuple[Said, ...] = ()
    words: tuple[Said, ...] = ()
    fail_on: Said | None = None


class Settings(NamedTuple):
    """Everything that is set for one file: the sections that apply, from the weakest to the strongest.

    `packs` are folders of rules and `plugins` names of installed ones; `exclude` are patterns of files not to be
    checked, each with the folder that it is relative to (the one of its file). `files` are the configuration files.
    """

    sections: tuple[Section, ...] = ()
    packs: tuple[Said, ...] = ()
    plugins: tuple[Said, ...] = ()
    exclude: tuple[Said, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def words(self) -> frozenset[str]:
        """The words that are right here, lower case."""
        return frozenset(word for section in self.sections for said in section.words for word in said.value.split())

    @property
    def fail_on(self) -> str | None:
        """The lowest severity that makes a check fail; None where nobody has said."""
        found = [section.fail_on.value for section in self.sections if section.fail_on]
        return found[-1] if found else None


NOTHING = Settings()
