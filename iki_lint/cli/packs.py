"""Rules of the user's own on the command line."""

import click

from iki_lint.catalog import Packs, catalog_for, show
from iki_lint.cli.output import tell
from iki_lint.cli.refusal import Refusal

packs_option = click.option(
    "--aturan",
    "folders",
    multiple=True,
    metavar="FOLDER",
    help="Tambahkan paket aturan sendiri: folder dengan paket.yaml; boleh diulang.",
)


def packs_from(folders: tuple[str, ...], lang: str, plugins: tuple[str, ...] = ()) -> Packs:
    """Packs and plugins, ready for checking and for reports; what is for other versions is told on standard error.

    Raises PackError for a wrong pack, Refusal for a plugin that cannot be used.
    """
    packs = Packs(folders, plugins)
    show(packs)
    if not folders and not plugins:
        return packs
    from iki_lint.packs.skipped import told
    from iki_lint.plugins import PluginError

    try:
        catalog = catalog_for(*packs)
    except PluginError as error:
        raise Refusal(error.key, **error.values) from None
    tell(told(each, lang) for each in catalog.skipped)
    return packs
