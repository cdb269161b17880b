"""Where the data files are: beside the package in a checkout, inside it once installed."""

import os

_HERE = os.path.dirname(os.path.abspath(__file__))


def data_folder(name: str) -> str:
    """The path of `rules` or `schemas`, installed or not."""
    installed = os.path.join(_HERE, "_data", name)
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_HERE), name)


def schema_of(kind: str) -> bytes:
    """The JSON Schema of a kind of files, as published."""
    with open(os.path.join(data_folder("schemas"), f"{kind}.schema.json"), "rb") as file:
        return file.read()
