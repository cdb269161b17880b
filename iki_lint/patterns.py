"""Regular expressions that are compiled when a text first asks for them: a run needs about half of them."""

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; a method that has been asked for is kept, so that the next call goes to it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, at the first use."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
