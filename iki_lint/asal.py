"""The side file that `import` writes beside a decree and `check` reads: its name and its format."""

import os

FORMAT = "iki-lint-asal/1"


def asal_path(decree_path: str) -> str:
    """The side file of NAME.yaml: NAME.asal.json."""
    return os.path.splitext(decree_path)[0] + ".asal.json"
