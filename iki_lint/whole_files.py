"""Files that are written whole or not at all."""

import errno
import os
import stat
from collections.abc import Mapping


def write_whole(contents: Mapping[str, bytes]) -> None:
    """Write files by path; all of them are complete before the first takes the place of what was there.

    A link is followed, a file that is replaced keeps its permissions, a device is written to. Raises OSError.
    """
    ready: dict[str, str] = {}
    try:
        for name, data in contents.items():
            path = os.path.realpath(name)
            mode = os.stat(path).st_mode if os.path.exists(path) else None
            if mode is not None and stat.S_ISDIR(mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
            if mode is not None and not stat.S_ISREG(mode):
                with open(path, "wb") as device:
                    device.write(data)
                continue
            ready[path] = temporary = os.path.join(os.path.dirname(path), f".iki-lint-{os.urandom(6).hex()}")
            with open(temporary, "xb") as file:
                file.write(data)
            if mode is not None:
                os.chmod(temporary, stat.S_IMODE(mode))
        for path, temporary in ready.items():
            os.replace(temporary, path)
    finally:
        for temporary in ready.values():
            if os.path.exists(temporary):
                os.unlink(temporary)
