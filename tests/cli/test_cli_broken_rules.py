"""A rule file that is wrong: every error is told at its place in that file, and nothing is checked."""

import shutil

import pytest

from iki_lint import catalog, messages
from iki_lint.cli.app import run


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A copy of the rule pack that the program uses instead of its own."""
    folder = tmp_path / "rules"
    shutil.copytree("rules", folder)
    monkeypatch.setattr(catalog, "data_folder", lambda name: str(folder) if name == "rules" else name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for cached in (catalog.load_catalog, messages._messages):
        cached.cache_clear()
    yield folder
    for cached in (catalog.load_catalog, messages._messages):
        cached.cache_clear()


def test_unknown_fact_and_wrong_type(rules, tmp_path, capsys):
    (rule,) = rules.glob("IND/IND002-*.yaml")
    text = rule.read_text(encoding="utf-8")
    rule.write_text(
        text.replace("when: ada(indikator.kata_kerja)", "when: ada(indikator.kata_kerjaa)"), encoding="utf-8"
    )
    (other,) = rules.glob("SBR/SBR002-*.yaml")
    text = other.read_text(encoding="utf-8")
    other.write_text(
        text.replace("when: sumber.generik", "when: sumber.generik == 3 and sumber.generik"), encoding="utf-8"
    )
    decree = tmp_path / "a.yaml"
    decree.write_text("versi_format: 1\njabatan: []\n", encoding="utf-8")
    assert run(["check", str(decree)]) == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{rule}:5:21: IKI008 ")
    assert "kata_kerjaa" in first
    assert "kata_kerja" in first.replace("kata_kerjaa", "")
    assert second.startswith(f"{other}:5:")
