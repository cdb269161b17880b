"""The performance tree as lines of text, with gaps marked."""

from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.cascade.tree import Branch, Tree
from iki_lint.messages import say
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.notes import number

MOST_POSTS = 2
MOST_ORPHANS = 10
LEAST_TEXT = 30
_LINES = {True: ("├─ ", "└─ ", "│  ", "   "), False: ("|- ", "`- ", "|  ", "   ")}


class Style(NamedTuple):
    """How a tree is written: in which language, with drawn lines or typed ones, how wide, and whether whole."""

    lang: str
    drawn: bool
    width: int
    show_all: bool


def render_tree(path: str, tree: Tree, style: Style) -> str:
    """The tree of one file, a line for each statement; what is too long is cut, unless all is to be shown."""
    return "".join(f"{line}\n" for line in _lines(path, tree, style))


def _lines(path: str, tree: Tree, style: Style) -> Iterator[str]:
    lang = style.lang
    yield escape(path)
    for goal in tree.goals:
        yield f"IKU: {escape(goal.text)}"
        for indicator in goal.indicators:
            yield f"     = {escape(indicator)}"
        yield from _below(goal.branches, style, "")
        if not goal.branches:
            yield f"{_LINES[style.drawn][1]}! {say('pohon-iku-tanpa-pemikul', lang)}"
    if tree.heads:
        yield f"! {say('pohon-tanpa-iku' if tree.goals else 'pohon-iku-tidak-ada', lang)}"
        yield from _below(tree.heads, style, "")
    if tree.orphans:
        shown = tree.orphans if style.show_all else tree.orphans[:MOST_ORPHANS]
        yield f"! {say('pohon-tanpa-induk', lang)}"
        yield from _below(shown, style, "")
        if len(shown) < len(tree.orphans):
            yield say("pohon-lain", lang, jumlah=number(len(tree.orphans) - len(shown), lang))
    counts = (tree.plans, tree.named, tree.proposed, tree.plans - tree.named - tree.proposed)
    plans, named, proposed, alone = (number(count, lang) for count in counts)
    yield say("pohon-ringkasan", lang, rencana=plans, tertulis=named, usul=proposed, sendiri=alone)


def _below(branches: tuple[Branch, ...], style: Style, indent: str) -> Iterator[str]:
    tee, corner, bar, blank = _LINES[style.drawn]
    for at, branch in enumerate(branches, 1):
        last = at == len(branches)
        yield _line(branch, style, indent + (corner if last else tee))
        yield from _below(branch.branches, style, indent + (blank if last else bar))


def _line(branch: Branch, style: Style, indent: str) -> str:
    posts = escape(", ".join(branch.posts[:MOST_POSTS]))
    if len(branch.posts) > MOST_POSTS:
        rest = number(len(branch.posts) - MOST_POSTS, style.lang)
        posts = say("pohon-jabatan-lain", style.lang, jabatan=posts, jumlah=rest)
    proposed = ""
    if branch.score is not None:
        written = f"{branch.score:.2f}"
        shown = written.replace(".", ",") if style.lang == "id" else written
        proposed = f" ({say('pohon-usul', style.lang, nilai=shown)})"
    text = escape(branch.text)
    room = max(style.width - columns(indent + posts + ": " + proposed), LEAST_TEXT)
    if not style.show_all and columns(text) > room:
        text = text[: room - 3].rsplit(" ", 1)[0] + ("…" if style.drawn else "...")
    return f"{indent}{posts}: {text}{proposed}"
