"""A page as Markdown that GitHub and others show alike; words of a rule make no markup."""

import re
from collections.abc import Iterator, Sequence

from iki_lint.explain.page import Block, Entry, Fields, Listing, Page, Prose, Table
from iki_lint.reports import markdown_text
from iki_lint.reports.escape import escape

_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"`{3,}")


def page_markdown(page: Page, links: Sequence[tuple[str, str]] = (), pages: Sequence[str] = ()) -> str:
    """The page with `links` (text and target) below its title. Codes of rules that have one of the `pages` (by code)
    lead there where they stand in a field or a table."""
    return "".join(f"{line}\n" for line in _lines(page, links, frozenset(pages)))


def _lines(page: Page, links: Sequence[tuple[str, str]], pages: frozenset[str]) -> Iterator[str]:
    yield f"# {_inline(page.title)}"
    if links:
        yield ""
        yield " · ".join(f"[{_inline(text)}]({target})" for text, target in links)
    yield from _blocks(page.opening, pages)
    for section in page.sections:
        yield ""
        yield f"## {_inline(section.title)}"
        yield from _blocks(section.blocks, pages)


def _blocks(blocks: tuple[Block, ...], pages: frozenset[str]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if not (number and isinstance(block, Entry) and isinstance(blocks[number - 1], Entry)):
            yield ""
        yield from _block(block, pages)


def _block(block: Block, pages: frozenset[str]) -> Iterator[str]:
    if isinstance(block, Prose):
        yield _inline(block.text)
    elif isinstance(block, Fields):
        for label, text in block.rows:
            yield f"- **{_inline(label)}**: {_linked(text, pages)}"
    elif isinstance(block, Entry):
        kind = f" ({_inline(block.kind)})" if block.kind else ""
        yield f"- {_code(block.term)}{kind}"
        for line in block.lines:
            yield f"  - {_inline(line)}"
    elif isinstance(block, Listing):
        text = "\n".join(map(escape, block.text.rstrip("\n").split("\n")))
        fence = "`" * max([3, *(len(found) + 1 for found in _FENCE.findall(text))])
        yield f"{fence}{block.language}\n{text}\n{fence}"
    else:
        yield from _table(block, pages)


def _table(table: Table, pages: frozenset[str]) -> Iterator[str]:
    yield _row([_inline(title) for title in table.head])
    yield "|---" * len(table.head) + "|"
    for first, *rest in table.rows:
        yield _row([_linked(first, pages) if first in pages else _code(first), *map(_inline, rest)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _linked(text: str, pages: frozenset[str]) -> str:
    """The text with each code that has a page leading there."""
    parts = re.split(r"\b([A-Z]{2,8}[0-9]{3})\b", text)
    return "".join(f"[{part}]({part}.md)" if part in pages else _inline(part) for part in parts)


def _inline(text: str) -> str:
    """Text within a line; what stands between backticks is code."""
    parts = _CODE.split(text)
    return "".join(_code(part) if number % 2 else markdown_text.plain(part) for number, part in enumerate(parts))


def _code(text: str) -> str:
    safe = text.isprintable() and not set(text) & set("`|")
    return f"`{text}`" if safe else markdown_text.code(text)
