"""What stops a command: misuse, and files that cannot be read or written."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """The key of a sentence in `rules/messages/` and what fills its placeholders."""

    key: str
    args: dict[str, str]


class Refusal(Exception):
    """The command cannot go on, for a reason that one sentence tells; exit code 2."""

    def __init__(self, key: str, **args: str) -> None:
        super().__init__(key)
        self.sentence = Sentence(key, args)


def refuse_without(library: str, extra: str, path: str) -> None:
    """Raise Refusal where the library that a file needs is missing."""
    from iki_lint.readers.documents import missing_library

    missing = missing_library(library, extra, path)
    if missing:
        raise Refusal(missing[0], **missing[1])


class WorkerLost(Exception):
    """A process that checked files ended before it was done: it was killed, or the interpreter crashed; exit code 3."""

    sentence = Sentence("proses-hilang", {})


def unreadable(error: OSError, path: str) -> Refusal:
    """Why `path` could not be read."""
    return Refusal(f"{_kind(error)}-baca", berkas=path, sebab=error.strerror or type(error).__name__)


def unwritable(error: OSError, path: str) -> Refusal:
    """Why `path` could not be written."""
    return Refusal(f"{_kind(error)}-tulis", berkas=path, sebab=error.strerror or type(error).__name__)


def _kind(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "tidak-ada"
    if isinstance(error, IsADirectoryError):
        return "folder"
    return "terlarang" if isinstance(error, PermissionError) else "gagal"
