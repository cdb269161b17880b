"""Where the checkout is, and running programs."""

import os
import subprocess
from collections.abc import Mapping, Sequence

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# Settings of the caller that would reach into the program under test.
HIDDEN = ("NO_COLOR", "IKI_LINT_DEBUG", "PYTHONPATH", "VIRTUAL_ENV")


def run(
    command: Sequence[str], folder: object, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder; what it printed is UTF-8, standard error in with the rest."""
    settings = {key: value for key, value in os.environ.items() if key not in HIDDEN and not key.startswith("GIT_")}
    return subprocess.run(
        command,
        cwd=str(folder),
        env=settings | {"PYTHONIOENCODING": "utf-8"} | dict(environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
