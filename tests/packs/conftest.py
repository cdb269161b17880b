import pytest

from iki_lint.packs import local


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    """A cache folder of its own, and nothing remembered."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    local.load_packs.cache_clear()
    yield
    local.load_packs.cache_clear()
