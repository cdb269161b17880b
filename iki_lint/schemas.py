"""The JSON Schemas as users get them, and the line by which an editor finds one.

An editor that talks to yaml-language-server reads `# yaml-language-server: $schema=...` at the head of a YAML file; a
path there counts from the folder of that file. The schemas lie in `.iki-lint/`, so nothing is fetched.
"""

import os

from iki_lint.config.discovery import above
from iki_lint.resources import data_folder

FOLDER = ".iki-lint"
DECREE = "decree"
CONFIG = "config"
_ENDING = ".schema.json"


def kinds() -> list[str]:
    """The kinds of files that have a schema, by name."""
    listed = os.listdir(data_folder("schemas"))
    return sorted(name.removesuffix(_ENDING) for name in listed if name.endswith(_ENDING))


def beside(folder: str, kind: str) -> str:
    """Where the schema of a kind lies for the files of a folder."""
    return os.path.join(folder, FOLDER, kind + _ENDING)


def modeline(path: str, kind: str) -> str:
    """The line that leads an editor from a file to its schema in the nearest `.iki-lint/`; empty when there is none."""
    folder = os.path.dirname(os.path.abspath(path))
    for number, each in enumerate(above(folder)):
        if os.path.isfile(beside(each, kind)):
            steps = "../" * number + f"{FOLDER}/{kind}{_ENDING}"
            return f"# yaml-language-server: $schema={steps}\n"
    return ""
