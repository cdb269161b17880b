"""The packs of a checkout: compiled when their files have changed, and kept in the user's cache."""

import marshal
import os
import sys
from collections.abc import Callable
from types import CodeType
from typing import Any

from iki_lint import __version__
from iki_lint.cache_folder import cache_folder as cache_folder
from iki_lint.catalog import Catalog, catalog_from
from iki_lint.engine.packfolder import blake2b, digest, read_folder
from iki_lint.resources import data_folder
from iki_lint.whole_files import write_whole

_HERE = os.path.dirname(os.path.abspath(__file__))
_MAGIC = b"iki-lint pack 1\n"


def load_pack(folder: str) -> Catalog:
    """The catalogue of a pack's folder, compiled when its files or the tool have changed.

    Raises PackError when a file of the pack is wrong, OSError when one cannot be read. A cache that is missing,
    damaged, from another version or not writable only costs time.
    """

    def source() -> str:
        from iki_lint.engine.compile import compile_pack

        return compile_pack(folder)

    return catalog_from(compiled(folder, digest(read_folder(folder)), source))


def compiled(folder: str, state: str, source: Callable[[], str]) -> dict[str, Any]:
    """The names in the module of a pack: `source` makes its text when `state`, or the tool, has changed."""
    key = _key(state)
    cache = _cache_path(folder)
    code = _cached(cache, key)
    if code is None:
        code = compile(source(), "<rules>", "exec", dont_inherit=True, optimize=0)
        _store(cache, key, code)
    names: dict[str, Any] = {"__name__": "iki_lint._rules"}
    exec(code, names)
    return names


def _key(files: str) -> bytes:
    """What a compiled pack depends on: its files, the tool's version and compiler, and the Python that runs it."""
    state = blake2b(f"{__version__} {sys.implementation.cache_tag} {sys.hexversion}".encode(), digest_size=32)
    state.update(files.encode())
    schemas = data_folder("schemas")
    sources = [os.path.join(schemas, f"{kind}.schema.json") for kind in ("basis", "list", "messages", "pack", "rule")]
    for package in ("engine", "checks", "facts", "packs"):
        parent = os.path.join(_HERE, package)
        if os.path.isdir(parent):
            sources += [os.path.join(parent, name) for name in sorted(os.listdir(parent)) if name.endswith(".py")]
    for source in sources:
        with open(source, "rb", buffering=0) as file:
            state.update(file.read())
    return state.digest()


def _cache_path(folder: str) -> str:
    name = blake2b(os.path.abspath(folder).encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
    return os.path.join(cache_folder(), f"pack-{name}.bin")


def _cached(path: str, key: bytes) -> CodeType | None:
    """The code in a cache file; None unless the file is whole, ours, and made for this key."""
    try:
        with open(path, "rb", buffering=0) as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_uid != os.geteuid():
                return None
            data = file.read()
    except OSError:
        return None
    head = _MAGIC + key
    body = data[len(head) + 32 :]
    if not data.startswith(head) or blake2b(body, digest_size=32).digest() != data[len(head) : len(head) + 32]:
        return None
    code = marshal.loads(body)
    return code if isinstance(code, CodeType) else None


def _store(path: str, key: bytes, code: CodeType) -> None:
    """Write a cache file at one stroke; when that cannot be done, leave it."""
    body = marshal.dumps(code)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        write_whole({path: _MAGIC + key + blake2b(body, digest_size=32).digest() + body})
    except OSError:
        return
