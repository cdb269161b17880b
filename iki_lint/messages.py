"""The sentences shown to users."""

from collections.abc import Mapping
from functools import lru_cache

from iki_lint.catalog import load_catalog
from iki_lint.engine.rule import PackError, Texts

LANGUAGES = Texts._fields


def say(key: str, lang: str, /, **args: object) -> str:
    """The sentence `key` in the language `lang` (`id` or `en`) with its placeholders filled.

    Raises KeyError for an unknown key or a missing argument: that is a bug, not a user's mistake.
    """
    return _messages()[key][LANGUAGES.index(lang)].format(**args)


def told(key: str, args: Mapping[str, str], lang: str) -> str:
    """The sentence of a problem or a remark: addresses among what fills it are told in the language too."""
    if lang != LANGUAGES[0]:
        from iki_lint.addresses import arguments_in

        args = arguments_in(lang, args)
    return say(key, lang, **args)


@lru_cache(maxsize=1)
def _messages() -> Mapping[str, tuple[str, str]]:
    """All sentences; those that could be read when the pack itself is broken, so that this can be said too."""
    try:
        return load_catalog().messages
    except PackError as error:
        return error.messages
