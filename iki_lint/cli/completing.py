"""What a shell may complete: files, and rules."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Files and folders, which the shell knows itself."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem[str]]":
    """Groups of rules first; once something is typed also codes and names."""
    from click.shell_completion import CompletionItem

    from iki_lint.catalog import load_catalog

    named = {rule.code: rule.name for rule in load_catalog().rules}
    found = dict.fromkeys((code.rstrip("0123456789") for code in named), "")
    if incomplete:
        found |= named | {name: code for code, name in named.items()}
    begun = incomplete.casefold()
    return [
        CompletionItem(word, help=told or None)
        for word, told in sorted(found.items())
        if word.casefold().startswith(begun)
    ]
