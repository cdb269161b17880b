"""The colours of the text report: ANSI codes, or nothing."""

from typing import NamedTuple


class Palette(NamedTuple):
    """What to write before a stretch of text; `reset` goes behind it."""

    error: str = ""
    warning: str = ""
    info: str = ""
    strong: str = ""
    dim: str = ""
    reset: str = ""

    def severity(self, severity: str) -> str:
        """The colour of a severity; an unknown one has none."""
        return {"error": self.error, "warning": self.warning, "info": self.info}.get(severity, "")


PLAIN = Palette()

ANSI = Palette(
    error="\x1b[1;31m", warning="\x1b[1;33m", info="\x1b[1;36m", strong="\x1b[1m", dim="\x1b[2m", reset="\x1b[0m"
)
