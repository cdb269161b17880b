"""The pages in docs/ about rules and facts are what the rules are now, one for each and no more."""

import os
import re

import pytest
import rule_pages
from packaging_samples import ROOT

from iki_lint.catalog import load_catalog

MADE, WRITTEN = rule_pages.made(), rule_pages.written()


def test_the_pages_are_all_there_and_no_other() -> None:
    """When this fails: `python tests/packaging/rule_pages.py`."""
    assert sorted(WRITTEN) == sorted(MADE)
    codes = {rule.code for rule in load_catalog().rules}
    assert {path for path in MADE if path.startswith("docs/aturan/")} == {
        f"docs/aturan/{name}.md" for name in {*codes, "README"}
    }
    assert len(MADE) == 2 * (len(codes) + 2)


@pytest.mark.parametrize("path", sorted(MADE))
def test_a_page_is_fresh(path) -> None:
    """When this fails: `python tests/packaging/rule_pages.py`."""
    assert WRITTEN.get(path) == MADE[path]


@pytest.mark.parametrize("path", sorted(MADE))
def test_links_lead_somewhere(path) -> None:
    targets = re.findall(r"\]\(([^)]+)\)", re.sub(r"^```.*?^```$", "", MADE[path], flags=re.M | re.S))
    assert targets
    for target in targets:
        assert os.path.exists(os.path.join(ROOT, os.path.dirname(path), target)), target


def test_making_them_again_gives_the_same() -> None:
    assert rule_pages.made() == MADE
