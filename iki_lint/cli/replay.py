"""A check that says again what it said before, when nothing that it rested on has changed.

This runs before anything else is imported, so it imports nothing that Python has not at hand; `result_cache` writes
what is read here. An entry that is damaged, not ours, or of another version is as good as none.
"""

import marshal
import os
import sys

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter built on another hash library
    from hashlib import blake2b

from iki_lint import __version__
from iki_lint.cache_folder import cache_folder

MAGIC = b"iki-lint answer 1\n"
MOST_BYTES = 8 * 1024 * 1024
"""The largest entry."""
MOST_READ = 64 * 1024 * 1024 + 1
"""As much of a file as counts: a larger one is refused whatever is in it."""
ENVIRONMENT = ("NO_COLOR", "TERM", "SOURCE_DATE_EPOCH")
"""What a report depends on, of the variables that are set."""
OUT, ERR = "out", "err"

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def replay(arguments: list[str]) -> int | None:
    """The exit code of a check whose answer is known and has been said again; None when it has to be run."""
    if arguments[:1] != ["check"] or os.environ.get("IKI_LINT_NO_CACHE"):
        return None
    try:
        key = key_of(arguments)
        if key is None:
            return None
        code, last_day, tool, contents, folders, told = read_entry(entry_path(key), key)
        if (last_day is not None and today() > last_day) or tool != tool_state():
            return None
        if any(folder_state(path) != state for path, state in folders):
            return None
        if any(content_state(path) != state for path, state in contents):
            return None
    except (OSError, ValueError, TypeError, EOFError):
        return None
    return code if _say(told) else None


def key_of(arguments: list[str]) -> bytes | None:
    """What tells one question from another: the words, where they are asked, and what is to be written to; None when
    there is nothing to write to."""
    out, err = sys.stdout, sys.stderr
    if out is None or err is None:
        return None
    width = 0
    if out.isatty():
        try:
            width = os.get_terminal_size(out.fileno()).columns
        except OSError:
            width = -1
    streams = (out.isatty(), width, out.encoding, err.encoding, sys.getfilesystemencoding())
    settings = [os.environ.get(name) for name in ENVIRONMENT]
    return _digest(ascii((arguments, os.getcwd(), streams, settings)).encode())


def entry_path(key: bytes) -> str:
    """The file of an entry."""
    return os.path.join(answers_folder(), f"{key.hex()[:40]}.bin")


def answers_folder() -> str:
    """The folder of all entries."""
    return os.path.join(cache_folder(), "answers")


def read_entry(path: str, key: bytes) -> tuple:  # type: ignore[type-arg]
    """What an entry holds, see `result_cache`. Raises OSError or ValueError when it is not there, whole and ours."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb", buffering=0) as file:
        status = os.fstat(handle)
        if status.st_mode & 0o170000 != 0o100000 or status.st_size > MOST_BYTES:
            raise ValueError(path)
        if os.name == "posix" and (status.st_uid != os.geteuid() or status.st_mode & 0o002):
            raise ValueError(path)
        data = file.read()
    head = MAGIC + key
    body = data[len(head) + 32 :]
    if data[: len(head)] != head or data[len(head) : len(head) + 32] != _digest(body):
        raise ValueError(path)
    entry = marshal.loads(body)
    if not isinstance(entry, tuple):
        raise ValueError(path)
    return entry


def write_form(key: bytes, entry: tuple) -> bytes:  # type: ignore[type-arg]
    """The bytes of an entry's file."""
    body = marshal.dumps(entry)
    return MAGIC + key + _digest(body) + body


def content_state(path: str) -> bytes:
    """What a path holds: a digest of a file's content, or why there is none.

    Raises ValueError for what is neither a file nor a folder: such a thing is never the same.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return b"error %d" % (error.errno or 0)
    try:
        kind = os.fstat(handle).st_mode & 0o170000
        if kind == 0o040000:
            return b"folder"
        if kind != 0o100000:
            raise ValueError(path)
        state, left = blake2b(digest_size=32), MOST_READ
        while left > 0 and (part := os.read(handle, min(left, 1 << 20))):
            state.update(part)
            left -= len(part)
        return state.digest()
    finally:
        os.close(handle)


def folder_state(path: str) -> bytes:
    """The names in a folder, and which are folders, files and links."""
    try:
        with os.scandir(path) as entries:
            names = sorted(
                (each.name, os.path.isdir(each), os.path.isfile(each), each.is_symlink()) for each in entries
            )
    except OSError as error:
        return b"error %d" % (error.errno or 0)
    return _digest(ascii(names).encode())


def tool_state() -> bytes:
    """The program itself: the list of its files that pip keeps, with their hashes, or in a checkout their times and
    sizes; the Python that runs it; and when something was last installed beside it."""
    parts: list[object] = [__version__, sys.version, sys.executable]
    for place in sys.path:
        try:
            parts.append((place, os.stat(place or os.curdir).st_mtime_ns))
        except OSError:
            continue
    record = os.path.join(os.path.dirname(_PACKAGE), f"iki_lint-{__version__}.dist-info", "RECORD")
    if os.path.exists(os.path.join(_PACKAGE, "_data", "compiled.py")) and os.path.exists(record):
        parts.append(content_state(record))
    else:
        above = os.path.dirname(_PACKAGE)
        waiting = [_PACKAGE, os.path.join(above, "rules"), os.path.join(above, "schemas")]
        while waiting:
            parts.append(sorted(_times(waiting.pop(), waiting)))
    return _digest(ascii(parts).encode())


def today() -> str:
    """The day, as ISO writes it."""
    import time

    return time.strftime("%Y-%m-%d")


def _times(folder: str, waiting: list[str]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    if not os.path.isdir(folder):
        return found
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__" and not entry.name.startswith("."):
                    waiting.append(entry.path)
            else:
                status = entry.stat()
                found.append((entry.path, status.st_mtime_ns, status.st_size))
    return found


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=32).digest()


def _say(told: tuple) -> bool:  # type: ignore[type-arg]
    """Write what was said before, in the same order; whether that could be done."""
    try:
        for stream, text in told:
            if stream == OUT:
                sys.stdout.buffer.write(text)
                sys.stdout.buffer.flush()
            else:
                sys.stderr.write(text)
                sys.stderr.flush()
    except BrokenPipeError:
        return True
    except OSError:
        return False
    return True
