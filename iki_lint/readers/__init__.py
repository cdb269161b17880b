"""Files that are no YAML, read into the tree of a decree."""

TEXT_SUFFIXES = (".txt", ".md")


def is_importable(path: str) -> bool:
    """Whether the name ends like a text that a reader imports."""
    return path.lower().endswith(TEXT_SUFFIXES)
