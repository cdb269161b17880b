"""`check --watch`, as a process."""

import os
import queue
import signal
import subprocess
import sys
import threading

import pytest
from cli_samples import DIRTY, ROOT

WAITING = "Menunggu perubahan; tekan Ctrl-C untuk berhenti.\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals")


class Watching:
    """A process that watches; what it says is read line by line, as it comes."""

    def __init__(self, *arguments, **settings):
        command = [sys.executable, "-u", "-m", "iki_lint", "check", "--watch", *arguments]
        environment = os.environ | {"PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8"}
        self.process = subprocess.Popen(
            command, stderr=subprocess.PIPE, env=environment, text=True, **({"stdout": subprocess.PIPE} | settings)
        )
        self.said, self.told = queue.Queue(), queue.Queue()
        for stream, lines in ((self.process.stdout, self.said), (self.process.stderr, self.told)):
            if stream is not None:
                threading.Thread(target=self.follow, args=(stream, lines), daemon=True).start()

    def follow(self, stream, lines):
        for line in stream:
            lines.put(line)

    def next_told(self):
        """The next line on standard error."""
        return self.told.get(timeout=30)

    def report(self):
        """What has been said on standard output until now."""
        lines = []
        while True:
            try:
                lines.append(self.said.get(timeout=0.2))
            except queue.Empty:
                return "".join(lines)

    def stop(self):
        """Press Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=20)


@pytest.fixture
def watching(home):
    """Start watching; ended with the test."""
    begun = []

    def start(*arguments, **settings):
        begun.append(Watching(*arguments, **settings))
        return begun[-1]

    yield start
    for each in begun:
        each.process.kill()
        each.process.wait()
        for stream in (each.process.stdout, each.process.stderr):
            if stream is not None:
                stream.close()


def test_it_checks_again_after_each_change(home, watching):
    (home / "sub").mkdir()
    (home / "sub" / "a.yaml").write_text(DIRTY)
    run = watching("sub", "--select", "STR006")
    assert run.next_told() == WAITING
    assert ", 2 peringatan" in run.report()
    (home / "sub" / "a.yaml").write_text(DIRTY.replace("<p>", ""))
    assert [run.next_told(), run.next_told()] == ["Berubah: sub/a.yaml.\n", WAITING]
    assert ", 1 peringatan" in run.report()
    (home / "sub" / "lain.txt").write_text("x")
    (home / "sub" / "b.yaml").write_text(DIRTY)
    assert [run.next_told(), run.next_told()] == ["Berubah: sub/b.yaml.\n", WAITING]
    assert ", 3 peringatan" in run.report()
    (home / "sub" / "a.yaml").unlink()
    assert [run.next_told(), run.next_told()] == ["Berubah: sub/a.yaml.\n", WAITING]
    (home / "iki-lint.yaml").write_text("salah: 1\n")
    assert run.next_told() == "Berubah: iki-lint.yaml.\n"
    assert "IKI009" in run.next_told()
    assert run.next_told() == WAITING
    run.report()
    (home / "iki-lint.yaml").unlink()
    assert [run.next_told(), run.next_told()] == ["Berubah: iki-lint.yaml.\n", WAITING]
    assert ", 2 peringatan" in run.report()
    assert run.stop() == 0


def test_what_does_not_count_starts_no_check(home, watching):
    (home / "a.yaml").write_text(DIRTY)
    run = watching(".")
    assert run.next_told() == WAITING
    (home / "catatan.txt").write_text("x")
    (home / "bukan.yaml").write_text("x: 1\n")
    (home / "c.yaml").write_text(DIRTY)
    first = run.next_told()
    assert first.startswith("Berubah: ")
    assert "c.yaml" in first
    assert "catatan.txt" not in first
    assert run.stop() == 0


def test_it_waits_for_a_file_that_is_not_there_yet(home, watching):
    run = watching(".", "--lang", "en")
    assert run.next_told().startswith("iki-lint: Nothing was checked: ")
    assert run.next_told() == "Waiting for a change; press Ctrl-C to stop.\n"
    (home / "a.yaml").write_text(DIRTY)
    assert run.next_told() == "Changed: a.yaml.\n"
    assert run.next_told() == "Waiting for a change; press Ctrl-C to stop.\n"
    assert run.stop() == 0


def test_a_terminal_is_cleared(home, watching):
    import pty

    (home / "a.yaml").write_text(DIRTY)
    ours, theirs = pty.openpty()
    run = watching("a.yaml", stdout=theirs)
    os.close(theirs)
    assert run.next_told() == WAITING
    assert os.read(ours, 65536).startswith(b"\x1b[2J\x1b[1;1H")
    assert run.stop() == 0
    os.close(ours)


def test_a_pipe_is_not_cleared(home, watching):
    (home / "a.yaml").write_text(DIRTY)
    run = watching("a.yaml")
    assert run.next_told() == WAITING
    assert "\x1b" not in run.report()
    assert run.stop() == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-"], "--watch memerlukan berkas atau folder; stdin (-) hanya dapat dibaca satu kali."),
        (["--output", "x.txt"], "--watch menampilkan laporannya di layar; tidak bersama --output ke berkas."),
    ],
)
def test_what_does_not_go_together(home, say, arguments, sentence):
    assert say("check", "--watch", *arguments) == (2, "", f"iki-lint: {sentence}\n")
