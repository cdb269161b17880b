import io
import os
import sys

import pytest
from cli_samples import DECREE, ROOT, process

import iki_lint.cli.progress as progress_line
from iki_lint.cli.progress import Progress, watched


class Terminal(io.StringIO):
    """Standard error of a person, with letters of Windows."""

    encoding = "cp1252"

    def isatty(self):
        return True


@pytest.fixture(autouse=True)
def person(monkeypatch):
    """A terminal of 50 columns that nobody but a person looks at."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress_line, "_width", lambda: 50)
    monkeypatch.setattr(progress_line, "DELAY", 3_600)


def test_nothing_before_the_time_has_come():
    stream = Terminal()
    with Progress(2, "id", stream) as line:
        line.begin("a.yaml")
        line.begin("b.yaml")
    assert stream.getvalue() == ""


def test_the_line_and_how_it_goes():
    stream = Terminal()
    with Progress(4, "id", stream) as line:
        line.begin("a.yaml")
        line.begin("b.yaml")
        line.show()
        line.begin("c.yaml")
    shown = "[#####...............] Memeriksa 2 dari 4: b.yaml ", "[##########..........] Memeriksa 3 dari 4: c.yaml "
    assert stream.getvalue() == f"\r{shown[0]}\r{shown[1]}\r{' ' * 50}\r"


def test_one_slow_file():
    stream = Terminal()
    with Progress(1, "en", stream) as line:
        line.begin("a\x1b[2J字.yaml")
        line.show()
    shown = "Checking a\\x1b[2J\\u5b57.yaml ..."
    assert stream.getvalue() == f"\r{shown:50}\r{' ' * 50}\r"


def test_pages_of_a_long_file():
    stream = Terminal()
    with Progress(1, "id", stream) as line:
        line.begin("a.pdf")
        line.read(0, 1_139)
        assert stream.getvalue() == ""
        line.show()
        line.read(1_000, 1_139)
        line.read(1_139, 1_139)
    first, second = "Membaca halaman 1 dari 1.139: a.pdf", "Membaca halaman 1.001 dari 1.139: a.pdf"
    assert stream.getvalue() == f"\r{first:50}\r{second:50}\r{'Memeriksa a.pdf ...':50}\r{' ' * 50}\r"


def test_pages_of_one_file_of_several():
    stream = Terminal()
    with Progress(4, "en", stream) as line:
        line.begin("a.pdf")
        line.read(2, 7)
        line.begin("b.pdf")
        line.show()
        line.read(3, 9)
    shown = "[#####...............] Checking 2 of 4: b.pdf", "[#####...............] Reading page 4 of 9: b.pdf"
    assert stream.getvalue() == f"\r{shown[0]:50}\r{shown[1]:50}\r{' ' * 50}\r"


def test_a_long_name_is_cut():
    stream = Terminal()
    with Progress(1, "id", stream) as line:
        line.begin("x" * 99)
        line.show()
        assert stream.getvalue() == f"\rMemeriksa {'x' * 40}"


def test_it_makes_room_for_other_words():
    stream = Terminal()
    with Progress(1, "id", stream) as line:
        line.begin("a.yaml")
        line.clear()
        assert stream.getvalue() == ""
        line.show()
        line.clear()
        assert stream.getvalue().endswith(f"\r{' ' * 50}\r")


def test_the_timer_draws_it(monkeypatch):
    monkeypatch.setattr(progress_line, "DELAY", 0)
    stream = Terminal()
    with Progress(1, "id", stream) as line:
        line.begin("a.yaml")
        line.timer.join()
        assert line.shown


def test_an_error_takes_it_away_too():
    stream = Terminal()
    line = Progress(1, "id", stream)

    def fail():
        with line:
            line.begin("a.yaml")
            line.show()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert stream.getvalue().endswith(f"\r{' ' * 50}\r")
    assert not line.timer.is_alive()


def test_a_terminal_that_goes_away(monkeypatch):
    stream = Terminal()

    def fail(text):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(stream, "write", fail)
    with Progress(1, "id", stream) as line:
        line.begin("a.yaml")
        line.show()


@pytest.mark.parametrize(
    ("setting", "value", "shown"),
    [("CI", "true", False), ("TERM", "dumb", False), ("TERM", "xterm", True), ("CI", "", True)],
)
def test_who_watches(monkeypatch, setting, value, shown):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv(setting, value)
    assert watched() is (stream if shown else None)


def test_no_terminal(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert watched() is None
    monkeypatch.setattr(sys, "stderr", None)
    assert watched() is None


def test_without_a_terminal_nothing_is_written_and_no_timer_runs():
    with Progress(3, "id", None) as line:
        line.begin("a.yaml")
        assert line.timer is None
        line.begin("b.yaml")


def test_a_pipe_gets_nothing(tmp_path):
    (tmp_path / "a.yaml").write_text(DECREE)
    assert process(["check", "a.yaml"], tmp_path, CI="", TERM="xterm").stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")
def test_a_pdf_file_is_told_page_by_page_on_a_real_terminal(tmp_path):
    import pty
    import subprocess

    program = (
        "import iki_lint.cli.progress as p, iki_lint.readers.pdf as r; p.DELAY = 0; old = p.Progress.begin\n"
        "def begin(line, path): old(line, path); line.timer.join()\n"
        "p.Progress.begin = begin; from iki_lint.cli import main; main()"
    )
    path = os.path.join(ROOT, "tests", "data", "pdf", "kebomas.pdf")
    parent, child = pty.openpty()
    settings = {key: value for key, value in os.environ.items() if key != "CI"}
    done = subprocess.run(
        [sys.executable, "-c", program, "check", path, "--output", str(tmp_path / "laporan.txt")],
        cwd=os.path.dirname(path),
        stdout=subprocess.PIPE,
        stderr=child,
        env=settings | {"PYTHONPATH": ROOT, "TERM": "xterm", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    os.close(child)
    written = os.read(parent, 10_000).decode().split("\r")
    os.close(parent)
    assert done.stdout == b""
    pages = [line.split(":")[0] for line in written if line.startswith("Membaca")]
    assert pages == [f"Membaca halaman {at} dari {len(pages)}" for at in range(1, len(pages) + 1)]
    assert len(pages) > 3
    assert written[len(pages) + 2].startswith("Memeriksa")


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")
def test_on_a_real_terminal_it_comes_and_goes(tmp_path):
    import pty
    import subprocess

    (tmp_path / "a.yaml").write_text(DECREE)
    program = (
        "import iki_lint.cli.progress as p, iki_lint.cli.reviewing as r; p.DELAY = 0; old = r._review\n"
        "def slow(path, config, effects, name, line):\n"
        " line.timer.join(); return old(path, config, effects, name, line)\n"
        "r._review = slow; from iki_lint.cli import main; main()"
    )
    parent, child = pty.openpty()
    settings = {key: value for key, value in os.environ.items() if key != "CI"}
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "a.yaml"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=child,
        env=settings | {"PYTHONPATH": ROOT, "TERM": "xterm", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    os.close(child)
    written = os.read(parent, 10_000).decode()
    os.close(parent)
    assert done.stdout.startswith(b"a.yaml: STR001")
    assert written.startswith("\rMemeriksa a.yaml ...")
    assert written.endswith(" \r")
