"""Where what can be made again is kept."""

import os


def cache_folder() -> str:
    """The user's folder for what can be made again."""
    home = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    return os.path.join(home or os.path.join(os.path.expanduser("~"), ".cache"), "iki-lint")
