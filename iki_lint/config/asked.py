"""What a caller asks for, on the command line or through the library."""

from typing import NamedTuple

from iki_lint.catalog import BUILT_IN, Packs
from iki_lint.config.settings import Origin, Said, Section
from iki_lint.decree.source import Source


class Config(NamedTuple):
    """What to check and how to say it.

    `select` and `ignore` hold rule codes (`FRM003`), prefixes (`FRM`) or names; an empty `select` means every rule that
    the configuration lets run. `lang` is `id` or `en`. `words` are right in every decree, beside those that its folder
    lists. `file` is the configuration for every decree; without it each has the nearest one, and none at all when
    `isolated`. `packs` are folders of rules and plugins beside those that configurations name. `today` (ISO) decides
    which suppressions have expired; empty: the day it is.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: str = "id"
    words: tuple[str, ...] = ()
    file: str | None = None
    isolated: bool = False
    packs: Packs = BUILT_IN
    today: str = ""


DEFAULT = Config()


def asked_section(config: Config) -> Section:
    """What is asked for as the strongest section of a configuration."""
    select = tuple(Said(each, _option("--select")) for each in config.select)
    return Section(select=select or None, ignore=tuple(Said(each, _option("--ignore")) for each in config.ignore))


def _option(name: str) -> Origin:
    return Origin(Source(name, ""), 0, 0)
