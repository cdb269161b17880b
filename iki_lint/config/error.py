"""A configuration that cannot be used."""

from iki_lint.decree.problem import Problem

CODE = "IKI009"


class ConfigError(Exception):
    """Everything that is wrong with a configuration, located in its file."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(f"{p.source.path}:{p.source.position(p.start)[0]}: {p.message}" for p in problems))
        self.problems = problems
