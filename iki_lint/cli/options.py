"""The options that several commands have, and what they ask for together."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import update_wrapper
from typing import Any, TypeAlias

import click

from iki_lint.catalog import Catalog, Packs, PluginError, catalog_for, show
from iki_lint.cli.completing import complete_files, complete_rules
from iki_lint.cli.help import lang_option
from iki_lint.cli.inputs import STDIN
from iki_lint.cli.output import tell
from iki_lint.cli.refusal import Refusal, unreadable
from iki_lint.config.asked import Config
from iki_lint.config.effect import Effects
from iki_lint.config.selection import weight
from iki_lint.messages import say

Callback: TypeAlias = Callable[..., int]

HERE = os.path.join(os.curdir, "keputusan.yaml")
"""Stands for any decree in the folder one stands in."""

_OPTIONS = (
    click.option(
        "--select",
        multiple=True,
        metavar="ATURAN",
        shell_complete=complete_rules,
        help="Hanya aturan ini: kode, awalan kode, atau nama.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="ATURAN",
        shell_complete=complete_rules,
        help="Tanpa aturan ini: kode, awalan kode, atau nama.",
    ),
    click.option(
        "--config",
        metavar="BERKAS",
        shell_complete=complete_files,
        help="Konfigurasi ini, bukan iki-lint.yaml terdekat dari keputusan.",
    ),
    click.option("--no-config", is_flag=True, help="Tanpa konfigurasi dan tanpa daftar kata."),
    click.option(
        "--aturan",
        "folders",
        multiple=True,
        metavar="FOLDER",
        shell_complete=complete_files,
        help="Tambahkan paket aturan sendiri: folder dengan paket.yaml; boleh diulang.",
    ),
    lang_option,
)

exclude_option = click.option(
    "--exclude",
    multiple=True,
    metavar="POLA",
    help="Lewati berkas dan folder yang cocok, juga yang disebut langsung; ditulis seperti dalam .gitignore, menurut "
    "folder kerja. Boleh diulang.",
)


def rule_options(function: Callback) -> Callback:
    """The options that say which rules run and in which language; the command gets them as one `config`."""

    def command(
        select: Iterable[str],
        ignore: Iterable[str],
        config: str | None,
        no_config: bool,
        folders: tuple[str, ...],
        lang: str,
        **others: Any,
    ) -> int:
        if config is not None and no_config:
            raise Refusal("konfigurasi-bertentangan")
        if config is not None and not os.path.isfile(config):
            raise Refusal("folder-baca" if os.path.isdir(config) else "tidak-ada-baca", berkas=config)
        packs = Packs(folders)
        wanted = Config(_words(select), _words(ignore), lang, file=config, isolated=no_config, packs=packs)
        return function(config=wanted, **others)

    decorated = update_wrapper(command, function)
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def prepared(config: Config, paths: Iterable[str], stdin_filename: str | None = None) -> Effects:
    """What is in effect for some files, with reports knowing the rules of their packs.

    What is for other versions of iki-lint is told on standard error. Raises Refusal for a rule that none of them has
    and for a plugin that cannot be used, ConfigError and PackError for what is wrong in their files.
    """
    effects = Effects(config)
    folders: dict[str, None] = {}
    plugins: dict[str, None] = {}
    try:
        for path in paths:
            packs = effects.of((stdin_filename or "<stdin>") if path == STDIN else path).packs
            folders.update(dict.fromkeys(packs.folders))
            plugins.update(dict.fromkeys(packs.plugins))
        packs = Packs(tuple(folders), tuple(plugins))
        catalog = catalog_for(*packs)
    except PluginError as error:
        raise Refusal(error.key, **error.values) from None
    except OSError as error:
        raise unreadable(error, str(error.filename)) from None
    show(packs)
    if catalog.skipped:
        from iki_lint.packs.skipped import told

        tell(told(each, config.lang) for each in catalog.skipped)
    for word in (*config.select, *config.ignore):
        if not known_rule(word, catalog):
            raise Refusal("aturan-tidak-dikenal", aturan=word)
    return effects


def not_excluded(files: Sequence[str], effects: Effects, paths: Iterable[str], lang: str) -> list[str]:
    """The files that no configuration leaves out, by its own pattern (`exclude`).

    When nothing is left: a sentence where only files were named, as a commit hook does; else Refusal.
    """
    left = [path for path in files if path == STDIN or not effects.of(path).excludes(path)]
    if files and not left:
        if not all(map(os.path.isfile, paths)):
            raise Refusal("tidak-ada-keputusan", folder=", ".join(paths))
        tell([f"iki-lint: {say('semua-dikecualikan', lang)}"])
    return left


def catalog_here(config: Config) -> Catalog:
    """All rules that there are for a decree in the folder one stands in, with those of packs that are named there."""
    return prepared(config, [HERE]).of(HERE).catalog


def known_rule(selector: str, catalog: Catalog) -> bool:
    """Whether a selector fits any rule."""
    return any(weight(rule, selector) for rule in catalog.rules)


def _words(given: Iterable[str]) -> tuple[str, ...]:
    """The words of lists, taken apart."""
    return tuple(word.strip() for text in given for word in text.split(",") if word.strip())
