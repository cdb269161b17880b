"""The guides can be followed: every command does what they show."""

import os
import re

import pytest
import sessions
from packaging_samples import ROOT

GUIDES = sessions.guides()


def test_there_are_guides() -> None:
    assert "docs/konfigurasi.md" in GUIDES


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_prints_what_is_shown(guide, tmp_path) -> None:
    """When this fails: `python tests/packaging/sessions.py`."""
    text = sessions.read(guide)
    assert sessions.refreshed(text, str(tmp_path)) == text


@pytest.mark.parametrize("guide", GUIDES)
def test_nothing_in_them_is_a_bug(guide) -> None:
    text = sessions.read(guide)
    assert "Kesalahan internal" not in text
    assert "Traceback" not in text
    assert not re.search(r"/(?:home|root|tmp|work)/", text)


@pytest.mark.parametrize("guide", GUIDES)
def test_links_lead_somewhere(guide) -> None:
    text = sessions.read(guide)
    titles = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.+)$", text, re.M)}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        path, _, anchor = target.partition("#")
        if path and not target.startswith("https://"):
            assert os.path.exists(os.path.join(ROOT, "docs", path)), target
        elif not path:
            assert anchor in titles, target
