"""The pages about the rules and the facts, made from the rule files; examples are run for them.

    python tests/packaging/rule_pages.py    # writes them anew, and removes those of rules that are gone

`docs/aturan` and `docs/fakta.md` are in Indonesian, `docs/rules` and `docs/facts.md` in English.
"""

import os
import sys
from collections.abc import Iterator

from packaging_samples import ROOT

FOLDERS = {"id": "docs/aturan", "en": "docs/rules"}
FACTS = {"id": "docs/fakta.md", "en": "docs/facts.md"}
OTHER = {"id": "en", "en": "id"}


def made() -> dict[str, str]:
    """All pages by their path in the checkout."""
    from iki_lint.catalog import load_catalog
    from iki_lint.explain.cards import cards

    catalog = load_catalog()
    return dict(_pages(catalog, cards(catalog, catalog.rules)))


def written() -> dict[str, str]:
    """The pages that are there, by their path in the checkout."""
    paths = [path for path in FACTS.values() if os.path.exists(os.path.join(ROOT, path))]
    for folder in FOLDERS.values():
        inside = os.path.join(ROOT, folder)
        paths += [f"{folder}/{name}" for name in (os.listdir(inside) if os.path.isdir(inside) else ())]
    return {path: _read(path) for path in paths}


def _pages(catalog, chosen) -> Iterator[tuple[str, str]]:
    from iki_lint.explain.fact_page import fact_page
    from iki_lint.explain.page_markdown import page_markdown
    from iki_lint.explain.rule_page import rule_page
    from iki_lint.explain.rule_table import index_page
    from iki_lint.messages import say

    codes = [card.rule.code for card in chosen]
    for lang, folder in FOLDERS.items():
        other = os.path.basename(FOLDERS[OTHER[lang]])
        language, every = say("penjelasan-bahasa-lain", lang), say("penjelasan-semua-aturan", lang)
        facts = (say("daftar-laman-fakta", lang), f"../{os.path.basename(FACTS[lang])}")
        for card in chosen:
            links = [(every, "README.md"), facts, (language, f"../{other}/{card.rule.code}.md")]
            yield f"{folder}/{card.rule.code}.md", page_markdown(rule_page(card, catalog, lang), links, codes)
        links = [facts, (language, f"../{other}/README.md")]
        yield f"{folder}/README.md", page_markdown(index_page(chosen, lang), links, codes)
        links = [(every, f"{os.path.basename(folder)}/README.md"), (language, os.path.basename(FACTS[OTHER[lang]]))]
        yield FACTS[lang], page_markdown(fact_page(catalog, lang), links)


def _read(path: str) -> str:
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
        return file.read()


if __name__ == "__main__":
    sys.path.insert(0, ROOT)
    new = made()
    for path in written().keys() - new.keys():
        os.unlink(os.path.join(ROOT, path))
    for path, text in new.items():
        os.makedirs(os.path.dirname(os.path.join(ROOT, path)), exist_ok=True)
        with open(os.path.join(ROOT, path), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
