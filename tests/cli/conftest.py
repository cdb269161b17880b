import cli_samples
import pytest

import iki_lint.cli.options as command_options
import iki_lint.cli.reviewing as reviewing
from iki_lint.cli.app import run


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to stand in, with a stand-in for the library."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reviewing, "review_file", cli_samples.review_file)
    monkeypatch.setattr(command_options, "known_rule", cli_samples.known_rule)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("IKI_LINT_DEBUG", raising=False)
    return tmp_path


@pytest.fixture
def say(capfd):
    """Run a command line: its exit code, standard output and standard error."""

    def told(*arguments):
        capfd.readouterr()
        code = run(arguments)
        return (code, *capfd.readouterr())

    return told


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def put(home):
    """Write a decree, the dirty one by default; its name."""

    def written(name="a.yaml", text=cli_samples.DIRTY):
        path = home / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        return name

    return written
