"""The options that several commands have, and what they ask for together."""

import os
from collections.abc import Callable, Iterable
from functools import update_wrapper
from typing import Any, TypeAlias

import click

from iki_lint.catalog import Catalog, load_catalog
from iki_lint.cli.help import lang_option
from iki_lint.cli.refusal import Refusal
from iki_lint.config.asked import Config
from iki_lint.config.effect import Effects
from iki_lint.config.selection import weight

Callback: TypeAlias = Callable[..., int]

_OPTIONS = (
    click.option("--select", multiple=True, metavar="ATURAN", help="Hanya aturan ini: kode, awalan kode, atau nama."),
    click.option("--ignore", multiple=True, metavar="ATURAN", help="Tanpa aturan ini: kode, awalan kode, atau nama."),
    click.option("--config", metavar="BERKAS", help="Konfigurasi ini, bukan iki-lint.yaml terdekat dari keputusan."),
    click.option("--no-config", is_flag=True, help="Tanpa konfigurasi dan tanpa daftar kata."),
    lang_option,
)


def rule_options(function: Callback) -> Callback:
    """The options that say which rules run and in which language; the command gets them as one `config`."""

    def command(
        select: Iterable[str], ignore: Iterable[str], config: str | None, no_config: bool, lang: str, **others: Any
    ) -> int:
        return function(config=asked(select, ignore, config, no_config, lang), **others)

    decorated = update_wrapper(command, function)
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def asked(select: Iterable[str], ignore: Iterable[str], config: str | None, no_config: bool, lang: str) -> Config:
    """What the options ask for. Raises Refusal for a rule or a configuration that is not there."""
    if config is not None and no_config:
        raise Refusal("konfigurasi-bertentangan")
    if config is not None and not os.path.isfile(config):
        raise Refusal("tidak-ada-baca", berkas=config)
    return Config(selectors(select), selectors(ignore), lang, file=config, isolated=no_config)


def selectors(given: Iterable[str]) -> tuple[str, ...]:
    """The rules that options name, lists taken apart. Raises Refusal for one that names no rule."""
    named = tuple(word.strip() for text in given for word in text.split(",") if word.strip())
    for word in named:
        if not known_rule(word):
            raise Refusal("aturan-tidak-dikenal", aturan=word)
    return named


def known_rule(selector: str) -> bool:
    """Whether a selector fits any rule."""
    return any(weight(rule, selector) for rule in load_catalog().rules)


def catalog_here(config: Config) -> Catalog:
    """All rules that there are for a decree in the folder one stands in, with those of packs that are named there."""
    return Effects(config).of(os.path.join(os.curdir, "keputusan.yaml")).catalog
