"""iki-lint: checks the indicators (IKU, IKI) that Indonesian government offices fix by decree.

`check(path_or_text)` and `check_many(paths)` return a `Report`, `fix(path_or_text)` a `FixResult`; `Config` says what
to check. `ConfigError` and `PackError` are raised for a configuration or a rule pack that cannot be used. All are
loaded on first use, so that importing the package costs nothing.
"""

# Importing `typing` would double the time that `iki-lint --version` takes; type checkers know this name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from iki_lint.config.error import ConfigError
    from iki_lint.engine.rule import PackError
    from iki_lint.findings import Finding, Report
    from iki_lint.fixing import FixResult, fix
    from iki_lint.linting import Config, check, check_many

__version__ = "0.1.0"
__all__ = [
    "Config", "ConfigError", "Finding", "FixResult", "PackError", "Report", "__version__", "check", "check_many", "fix",
]  # fmt: skip

_HOMES = {
    "Config": "linting",
    "ConfigError": "config.error",
    "Finding": "findings",
    "FixResult": "fixing",
    "PackError": "engine.rule",
    "Report": "findings",
    "check": "linting",
    "check_many": "linting",
    "fix": "fixing",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
