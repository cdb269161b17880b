"""`check --jobs`: several processes say what one says, and end when they should."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from cli_samples import DECREE, DIRTY, ROOT, process

from iki_lint.cli import workers
from iki_lint.linting import Config

EXAMPLES = os.path.join(ROOT, "examples")


@pytest.fixture
def decrees(home):
    """Decrees, and what cannot be read, in several folders."""
    (home / "sub").mkdir()
    for name in ("klojen.yaml", "klojen.asal.json", "contoh-baik.yaml"):
        shutil.copy(os.path.join(EXAMPLES, name), home / name)
    for number in range(9):
        (home / f"{number}.yaml").write_text(DIRTY)
    (home / "rusak.yaml").write_text("versi_format: [\n")
    (home / "sub" / "a.yaml").write_text(DIRTY)
    (home / "sub" / "iki-lint.kata.txt").write_text("membina\n")
    return home


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_the_same_bytes(decrees, form):
    arguments = ["check", ".", "tiada.yaml", "0.txt", "--format", form]
    one, three, more = (process([*arguments, "--jobs", jobs], decrees) for jobs in ("1", "3", "99"))
    assert (one.returncode, one.stdout, one.stderr) == (three.returncode, three.stdout, three.stderr)
    assert (one.returncode, one.stdout, one.stderr) == (more.returncode, more.stdout, more.stderr)
    assert one.returncode == 2
    assert one.stderr.count(b"\n") == 2
    assert b"klojen" in one.stdout


def test_a_wrong_configuration_is_told_in_the_same_way(decrees):
    (decrees / "sub" / "iki-lint.yaml").write_text("salah: 1\n")
    one, two = (process(["check", ".", "--jobs", jobs], decrees) for jobs in ("1", "2"))
    assert (one.returncode, one.stdout) == (2, b"")
    assert b"IKI009" in one.stderr
    assert (one.returncode, one.stdout, one.stderr) == (two.returncode, two.stdout, two.stderr)


@pytest.mark.parametrize("value", ["0", "-1", "dua", "1.5", "99999"])
def test_a_number_that_is_none(decrees, say, value):
    assert say("check", "0.yaml", f"--jobs={value}") == (2, "", "iki-lint: Nilai untuk --jobs tidak benar.\n")


def test_when_it_pays(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1, 2}, raising=False)
    monkeypatch.setattr(workers, "WORTH", {"fork": 100, "spawn": 100})
    small, large, paper = (str(tmp_path / name) for name in ("a.yaml", "b.yaml", "c.docx"))
    for path, size in ((small, 40), (large, 100), (paper, 10)):
        with open(path, "wb") as file:
            file.write(b"x" * size)
    assert workers.jobs_for(None, [large]) == 1
    assert workers.jobs_for(None, [small, small]) == 1
    assert workers.jobs_for(None, [small, "tiada.yaml"]) == 1
    assert workers.jobs_for(None, [small, large]) == 2
    assert workers.jobs_for(None, [small, paper]) == 2
    assert workers.jobs_for(None, [large] * 9) == 3
    assert workers.jobs_for(2, [small] * 9) == 2
    assert workers.jobs_for(8, [small]) == 1
    assert workers.jobs_for(1000, [small] * 1000) == workers.MOST


def test_one_process_imports_nothing_for_several(tmp_path):
    (tmp_path / "a.yaml").write_text(DECREE)
    program = (
        "import sys\nfrom iki_lint.cli.app import run\nrun(['check', 'a.yaml', 'a.yaml', '--jobs', '2'])\n"
        "print([name for name in ('multiprocessing', 'concurrent.futures') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, env=os.environ, check=True
    )
    assert done.stdout.endswith("[]\n")


def test_spawned_processes_say_the_same(decrees, monkeypatch):
    monkeypatch.setattr(workers, "_method", lambda: "spawn")
    monkeypatch.setenv("PYTHONPATH", ROOT)
    files = ["0.yaml", "klojen.yaml", "rusak.yaml", "tiada.yaml"]
    with workers.reviews_of(files, Config(), 2) as reviews:
        found = list(reviews)
    assert [review and review.report.findings for review in found] == [
        *(workers.review_file(path).report.findings for path in files[:3]),
        None,
    ]


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are listed in /proc")


@pytest.fixture
def long(home):
    """A check in two processes that would take long, and its processes once they are there."""
    for number in range(40):
        shutil.copy(os.path.join(EXAMPLES, "kebomas.yaml"), home / f"{number}.yaml")
    command = [sys.executable, "-m", "iki_lint", "check", ".", "--jobs", "2"]
    environment = os.environ | {"PYTHONPATH": ROOT}
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    children = []
    while len(children) < 2:
        time.sleep(0.02)
        with open(f"/proc/{started.pid}/task/{started.pid}/children") as file:
            children = [int(each) for each in file.read().split()]
        assert started.poll() is None
    time.sleep(0.5)
    yield started, children
    started.kill()
    started.communicate()


def alive(pid):
    """Whether a process still runs."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def all_gone(pids):
    """Wait until processes have ended."""
    until = time.monotonic() + 20
    while any(map(alive, pids)) and time.monotonic() < until:
        time.sleep(0.02)
    return not any(map(alive, pids))


@linux
def test_an_interruption_ends_them_all_silently(long):
    started, children = long
    os.killpg(started.pid, signal.SIGINT)
    said, told = started.communicate(timeout=20)
    assert (said, told.strip()) == (b"", b"")
    assert started.returncode == 130
    assert all_gone(children)


@linux
def test_a_process_that_is_lost_is_told(long):
    started, children = long
    os.kill(children[0], signal.SIGKILL)
    said, told = started.communicate(timeout=60)
    assert said == b""
    assert told.decode() == (
        "iki-lint: Salah satu proses pemeriksaan berhenti mendadak, mungkin karena memori habis; ulangi dengan "
        "--jobs 1.\n"
    )
    assert started.returncode == 3
    assert all_gone(children)


@linux
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_they_end_with_their_parent(long, sign):
    started, children = long
    os.kill(started.pid, sign)
    assert all_gone(children)
