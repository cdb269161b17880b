"""The guides are followed as they are written, from an empty folder; what they show is what comes."""

import os
import re

import guide_parts
import pytest
from packaging_samples import ROOT


@pytest.mark.parametrize("guide", guide_parts.GUIDES)
def test_a_guide_can_be_followed(guide) -> None:
    """When this fails: `python tests/packaging/guide_parts.py`."""
    text = guide_parts.read(guide)
    assert guide_parts.followed(text) == text


@pytest.mark.parametrize("guide", guide_parts.GUIDES)
def test_every_step_of_a_guide_is_one(guide) -> None:
    text = guide_parts.read(guide)
    steps = list(guide_parts.STEP.finditer(text))
    assert len(steps) == len(re.findall(r"<!-- (?!end)", text)) >= 4
    assert sum(bool(step["command"]) for step in steps) == text.count("<!-- end -->") == text.count("$ iki-lint")
    assert "/tmp" not in text


@pytest.mark.parametrize("name", [*guide_parts.GUIDES, "docs/plugin.md"])
def test_links_lead_somewhere(name) -> None:
    text = guide_parts.read(name)
    titles = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.+)$", text, re.M)}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in titles
        else:
            assert os.path.exists(os.path.join(ROOT, os.path.dirname(name), target)), target


def test_every_kind_of_column_and_office_is_named() -> None:
    from iki_lint.engine.ruleneeds import COLUMNS

    text = guide_parts.read("docs/aturan-daerah.md")
    (shown,) = re.findall(r"Kolom yang dikenal: (.+)\.", text)
    assert shown == ", ".join(f"`{column}`" for column in COLUMNS)


def test_the_installation_is_the_same_for_windows() -> None:
    """The lines for Linux are run by `.ci/run`; those for Windows say the same."""
    text = guide_parts.read("docs/panduan.md")
    (windows,) = re.findall(r"^```bat\n(.*?)^```", text, re.M | re.S)
    (linux,) = re.findall(r"^```sh\n(python3 -m venv.*?)^```", text, re.M | re.S)
    lines = linux.replace("python3", "py").replace(".venv/bin/", ".venv/Scripts/").replace("'", "")
    assert windows == lines.replace("/", "\\")
    with open(os.path.join(ROOT, ".ci", "run"), encoding="utf-8") as file:
        assert "docs/panduan.md" in file.read()
