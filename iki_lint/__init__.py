"""iki-lint: checks the indicators (IKU, IKI) that Indonesian government offices fix by decree.

`check(path_or_text)` and `check_many(paths)` return a `Report`, `fix(path_or_text)` a `FixResult`; `Config` says what
to check. They are loaded on first use, so that importing the package costs nothing.
"""

# Importing `typing` would double the time that `iki-lint --version` takes; type checkers know this name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from iki_lint.findings import Finding, Report
    from iki_lint.fixing import FixResult, fix
    from iki_lint.linting import Config, check, check_many

__version__ = "0.1.0"
__all__ = ["Config", "Finding", "FixResult", "Report", "__version__", "check", "check_many", "fix"]


def __getattr__(name: str) -> object:
    if name in ("check", "check_many", "Config"):
        from iki_lint import linting

        return getattr(linting, name)
    if name in ("fix", "FixResult"):
        from iki_lint import fixing

        return getattr(fixing, name)
    if name in ("Finding", "Report"):
        from iki_lint import findings

        return getattr(findings, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
