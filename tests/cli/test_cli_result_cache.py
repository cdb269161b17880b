"""`check` answers again from what it kept: exactly as without, or not at all."""

import gc
import io
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli_samples import DECREE, DIRTY, ROOT, process
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import iki_lint.cli as cli
import iki_lint.cli.app as app
from iki_lint.cli import output, replay, result_cache
from iki_lint.cli.collect import collect
from iki_lint.config.asked import Config
from iki_lint.config.beside import looked_at, rest_of
from iki_lint.config.effect import Effects
from iki_lint.packs.local import load_packs

TYPO = DIRTY.replace("membina", "Tercapainya pelayanann SiCantik")


@contextmanager
def caching(folder):
    """Keep answers in a folder, as a process of its own would."""
    before = dict(os.environ)
    os.environ.pop("IKI_LINT_NO_CACHE", None)
    os.environ["XDG_CACHE_HOME"] = str(folder)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        result_cache.asked = output.heard = None
        gc.enable()


@pytest.fixture
def cache(tmp_path_factory):
    """Where answers are kept."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def place(home, cache):
    """A folder to stand in whose answers are kept."""
    with caching(cache):
        yield home


def ask(*arguments):
    """The exit code and what is written, as bytes."""
    said, told = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = said, told
    result_cache.asked = output.heard = None
    load_packs.cache_clear()
    try:
        code = cli._run(["check", *arguments])
    finally:
        sys.stdout, sys.stderr = before
    for stream in (said, told):
        stream.flush()
    return code, said.buffer.getvalue(), told.buffer.getvalue()


def known(*arguments):
    """What is answered without running a check; None when it would have to be run."""
    runs = app.run
    try:
        app.run = lambda arguments: None
        answer = ask(*arguments)
    finally:
        app.run = runs
    return None if answer[0] is None else answer


def entry():
    """The file of the only entry."""
    (path,) = Path(replay.answers_folder()).iterdir()
    return path


@pytest.mark.parametrize("arguments", [(), (".",), ("a.yaml",), ("*.yaml",), ("a.yaml", "--format", "json")])
def test_it_says_the_same_again(place, arguments):
    (place / "a.yaml").write_text(DIRTY)
    assert known(*arguments) is None
    first = ask(*arguments)
    assert first[0] == 1
    assert known(*arguments) == first == ask(*arguments, "--no-cache")


def test_what_stands_on_standard_error_is_said_again(place):
    (place / "a.yaml").write_text(DIRTY)
    first = ask("a.yaml", "tiada.yaml")
    assert first[0] == 2
    assert first[2] == b"iki-lint: Berkas tiada.yaml tidak ada.\n"
    assert known("a.yaml", "tiada.yaml") == first
    (place / "tiada.yaml").write_text(DECREE)
    assert known("a.yaml", "tiada.yaml") is None


@pytest.mark.parametrize("fill", ["x" * 6, "y"])
def test_the_same_time_and_size_are_not_trusted(place, fill):
    path = place / "a.yaml"
    path.write_text(DECREE + "# xxxxxx\n")
    os.utime(path, ns=(1, 1))
    ask("a.yaml")
    path.write_text(DECREE + f"# {fill}\n")
    os.utime(path, ns=(1, 1))
    assert (known("a.yaml") is None) == (fill == "y")


PACKED = """\
code: GRS001
name: contoh-paket
severity: info
target: jabatan
when: jabatan.tingkat != "iku"
at: jabatan
message: {id: Ini CAMAT}
why: {id: Contoh}
"""
FILES = {
    "a.yaml": (None, DECREE, DIRTY, TYPO, "x: 1\n", "[\n"),
    "b.yaml": (None, TYPO, "x: 1\n"),
    "sub/c.yaml": (None, TYPO, DECREE),
    "a.kata.txt": (None, "pelayanann\n", "SiCantik\n", "1\n"),
    "iki-lint.kata.txt": (None, "pelayanann # catatan\n", "\n"),
    "sub/iki-lint.kata.txt": (None, "SiCantik\n"),
    "iki-lint.yaml": (
        None,
        "kata: [pelayanann]\n",
        "salah: 1\n",
        "extends: lain/dasar.yaml\n",
        "aturan: [p]\n",
        "exclude: [b.yaml, sub/]\n",
        "per_berkas: [{berkas: a.yaml, ignore: [STR]}]\n",
    ),
    "lain/dasar.yaml": (None, "kata: [pelayanann]\n", "aturan: [../p]\n", "salah: 1\n"),
    "pyproject.toml": (None, "[tool.iki-lint]\nkata = ['pelayanann']\n", "[tool\n"),
    "p/paket.yaml": (None, 'nama: p\nversi: "1"\n', 'nama: p\nversi: "2"\nmembutuhkan: ">=9"\n'),
    "p/GRS001-a.yaml": (None, PACKED, PACKED.replace("!=", "=="), "code: 1\n"),
    "a.asal.json": (None, '{"format": "iki-lint-asal/1"}', "{"),
    ".gitignore": (None, "b.yaml\n", "sub/\n"),
}
EDITS = st.sampled_from(sorted(FILES)).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(FILES[name])))
QUESTIONS = ((".",), ("a.yaml",), ("a.yaml", "b.yaml"), ("sub",), ("*.yaml",), ("**/*.yaml", "--exclude", "b.yaml"))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=st.lists(EDITS, min_size=3, max_size=8), questions=st.lists(st.sampled_from(QUESTIONS), min_size=1))
def test_whatever_is_edited(tmp_path_factory, edits, questions):
    """An answer is always that of a check without any."""
    folder = tmp_path_factory.mktemp("edits")
    before = os.getcwd()
    os.chdir(folder)
    try:
        with caching(tmp_path_factory.mktemp("kept")):
            for number, (name, text) in enumerate(edits):
                path = folder / name
                path.parent.mkdir(exist_ok=True)
                path.unlink(missing_ok=True)
                if text is not None:
                    path.write_text(text)
                question = questions[number % len(questions)]
                fresh = ask(*question, "--no-cache")
                assert ask(*question) == fresh
                if fresh[0] in (0, 1):
                    assert known(*question) == fresh
    finally:
        os.chdir(before)


def test_every_file_that_is_read_is_a_reason(place):
    """Files that a real check opens are those that an answer rests on."""
    for name in FILES:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(TYPO if name == "a.yaml" else FILES[name][1])
    (place / "iki-lint.yaml").write_text("extends: lain/dasar.yaml\naturan: [p]\n")
    program = (
        "import sys, os\nfrom iki_lint.cli.app import run\nopened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(args[0]) if event in ('open', 'os.scandir') else None)\n"
        "run(['check', '.'])\nprint(*{str(each) for each in opened}, sep='\\n', file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": ROOT},
    )
    read = {os.path.abspath(line) for line in done.stderr.splitlines()}
    read = {path for path in read if path.startswith(str(place))}
    collected = collect(["."])
    reasons = {*collected.seen, *collected.folders, *(each for path in collected.files for each in looked_at(path))}
    rest = rest_of(Effects(Config()), collected.files)
    reasons |= {*rest.contents, *rest.folders}
    assert {str(place / name) for name in ("a.yaml", "lain/dasar.yaml", "p/paket.yaml", "p/GRS001-a.yaml")} <= read
    assert read <= {os.path.abspath(each) for each in reasons}


def test_nothing_is_kept_of_what_may_not_be(place, monkeypatch):
    (place / "a.yaml").write_text(DECREE)
    ask("a.yaml", "--output", "laporan.txt")
    ask("a.yaml", "--no-cache")
    ask("a.yaml", "--format", "html", "--format", "text", "--output", "-", "--output", "x.txt")
    ask("a.yaml", "--cepat")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DECREE.encode())))
    assert ask("-")[0] == 1
    monkeypatch.setenv("IKI_LINT_NO_CACHE", "1")
    ask("a.yaml")
    assert not os.path.exists(replay.answers_folder())


def test_a_crash_is_not_kept(place, monkeypatch):
    import cli_samples

    (place / "a.yaml").write_text("rusak\n")
    monkeypatch.setattr("iki_lint.cli.reviewing.review_file", cli_samples.review_file)
    assert ask("a.yaml")[0] == 3
    assert known("a.yaml") is None


@pytest.mark.parametrize("name", ["a.yaml", "iki-lint.kata.txt", "b.yaml"])
def test_a_change_while_it_runs_is_not_kept(place, monkeypatch, name):
    import iki_lint.cli.reviewing as reviewing

    (place / "a.yaml").write_text(DECREE)
    real = reviewing.review_file

    def slow(path, config, data, effects):
        (place / name).write_text(DECREE + "\n" if name.endswith("yaml") else "kata\n")
        return real(path, config, data, effects)

    monkeypatch.setattr(reviewing, "review_file", slow)
    assert ask(".")[0] == 1
    assert known(".") is None


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission")
def test_a_link_that_goes_round_hides_no_other_change(place):
    (place / "a.yaml").write_text(DECREE)
    (place / "putar.yaml").symlink_to("putar.yaml")
    first = ask(".")
    assert known(".") == first
    (place / "b.yaml").write_text(DECREE)
    assert known(".") is None


def test_the_variable_forbids_reading_too(place, monkeypatch):
    (place / "a.yaml").write_text(DECREE)
    ask("a.yaml")
    assert known("a.yaml")
    monkeypatch.setenv("IKI_LINT_NO_CACHE", "1")
    assert known("a.yaml") is None


@pytest.mark.parametrize("variable", replay.ENVIRONMENT)
def test_surroundings_count(place, monkeypatch, variable):
    (place / "a.yaml").write_text(DECREE)
    ask("a.yaml")
    monkeypatch.setenv(variable, "lain")
    assert known("a.yaml") is None


def test_where_one_stands_counts(place, monkeypatch):
    (place / "sub").mkdir()
    for folder in (place, place / "sub"):
        (folder / "a.yaml").write_text(DECREE)
    ask("a.yaml")
    monkeypatch.chdir(place / "sub")
    assert known("a.yaml") is None


def test_every_variable_that_is_read_is_thought_of():
    """What a report may depend on is in ENVIRONMENT; the others change no report."""
    others = {"CI", "IKI_LINT_DEBUG", "IKI_LINT_NO_CACHE", "LOCALAPPDATA", "XDG_CACHE_HOME"}
    found = set()
    for path in Path(ROOT, "iki_lint").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found.update(re.findall(r"""(?:environ(?:\.get)?\W{1,2}|getenv\()["'](\w+)""", text))
    assert found == others | set(replay.ENVIRONMENT)


def test_the_program_counts(place, monkeypatch):
    (place / "a.yaml").write_text(DECREE)
    ask("a.yaml")
    assert known("a.yaml")
    monkeypatch.setattr(replay, "tool_state", lambda: b"another")
    assert known("a.yaml") is None


def test_the_state_of_an_installed_program(tmp_path, monkeypatch):
    package, info = tmp_path / "iki_lint", tmp_path / f"iki_lint-{replay.__version__}.dist-info"
    for path in (package / "_data" / "compiled.py", info / "RECORD"):
        path.parent.mkdir(parents=True)
        path.write_text("a")
    monkeypatch.setattr(replay, "_PACKAGE", str(package))
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    states = [replay.tool_state(), replay.tool_state()]
    (info / "RECORD").write_text("b")
    states.append(replay.tool_state())
    os.utime(tmp_path, ns=(1, 1))
    states.append(replay.tool_state())
    assert states[0] == states[1]
    assert len(set(states)) == 3


def test_the_state_of_a_checkout(tmp_path, monkeypatch):
    (tmp_path / "iki_lint" / "cli").mkdir(parents=True)
    (tmp_path / "rules" / "FRM").mkdir(parents=True)
    rule = tmp_path / "rules" / "FRM" / "a.yaml"
    rule.write_text("a")
    monkeypatch.setattr(replay, "_PACKAGE", str(tmp_path / "iki_lint"))
    monkeypatch.setattr(sys, "path", [])
    states = [replay.tool_state(), replay.tool_state()]
    rule.write_text("ab")
    states.append(replay.tool_state())
    (tmp_path / "iki_lint" / "cli" / "new.py").write_text("")
    states.append(replay.tool_state())
    assert states[0] == states[1]
    assert len(set(states)) == 3


@pytest.mark.parametrize(("today", "answered"), [("2026-12-30", True), ("2026-12-31", True), ("2027-01-01", False)])
def test_an_answer_may_have_a_last_day(place, monkeypatch, today, answered):
    (place / "a.yaml").write_text(DECREE)
    keep = result_cache.Answer.keep
    monkeypatch.setattr(result_cache.Answer, "keep", lambda self, code, day=None: keep(self, code, "2026-12-31"))
    first = ask("a.yaml")
    monkeypatch.setattr(replay, "today", lambda: today)
    assert known("a.yaml") == (first if answered else None)


@pytest.mark.parametrize("until", ["sampai 2027-01-01 ", "SAMPAI 2027-01-01 ", ""])
def test_an_answer_with_a_suppression_that_ends_holds_for_a_day(place, monkeypatch, until):
    (place / "a.yaml").write_text(f"# iki-lint: abaikan-berkas STR010 {until}-- menunggu\n{DECREE}")
    first = ask("a.yaml")
    assert known("a.yaml") == first
    monkeypatch.setattr(replay, "today", lambda: "2999-01-01")
    assert known("a.yaml") == (None if until else first)


def test_a_plugin_may_be_anywhere(place):
    (place / "a.yaml").write_text(DECREE)
    (place / "iki-lint.yaml").write_text("plugin: [tiada]\n")
    assert ask("a.yaml")[0] == 2
    assert not os.path.exists(replay.answers_folder())


def test_a_baseline_counts(place):
    (place / "a.yaml").write_text(DIRTY)
    ask("a.yaml", "--baseline", "b.json", "--update-baseline")
    assert not os.path.exists(replay.answers_folder())
    first = ask("a.yaml", "--baseline", "b.json")
    assert known("a.yaml", "--baseline", "b.json") == first
    (place / "b.json").write_text('{"format": "iki-lint-baseline/1", "files": {}}')
    assert known("a.yaml", "--baseline", "b.json") is None


def test_today():
    assert replay.today() == time.strftime("%Y-%m-%d")


@pytest.fixture
def kept(place):
    """An entry, and the answer in it."""
    (place / "a.yaml").write_text(DIRTY)
    return ask("a.yaml")


def test_damage_anywhere_is_a_miss(kept):
    path = entry()
    whole = path.read_bytes()
    regions = len(replay.MAGIC), len(replay.MAGIC) + 32, len(replay.MAGIC) + 64, len(whole)
    for start, end in zip((0, *regions), regions, strict=False):
        for at in {*range(start, end, max(1, (end - start) // 40)), end - 1}:
            for bit in (1, 128):
                path.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
                assert known("a.yaml") is None
            path.write_bytes(whole[:at])
            assert known("a.yaml") is None
    path.write_bytes(whole + b"\0")
    assert known("a.yaml") is None
    assert ask("a.yaml") == kept
    assert path.read_bytes() == whole


@pytest.mark.parametrize("thing", [(), 1, (1, 2), (0, None, b"", (), (), 5), ("0", None, 0, 0, 0, 0)])
def test_an_entry_of_another_shape_is_a_miss(kept, thing):
    key = entry().read_bytes()[len(replay.MAGIC) :][:32]
    entry().write_bytes(replay.write_form(key, thing))
    assert known("a.yaml") is None


def test_an_entry_of_another_question_is_a_miss(kept, place):
    mine = entry()
    (place / "b.yaml").write_text(DECREE)
    ask("b.yaml")
    (other,) = set(Path(replay.answers_folder()).iterdir()) - {mine}
    os.replace(other, mine)
    assert known("a.yaml") is None


@pytest.mark.skipif(os.name != "posix", reason="owners are told elsewhere")
def test_an_entry_of_somebody_else_is_a_miss(kept, monkeypatch):
    assert known("a.yaml") == kept
    entry().chmod(0o602)
    assert known("a.yaml") is None
    entry().chmod(0o600)
    assert known("a.yaml") == kept
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    assert known("a.yaml") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_something_else_in_its_place_is_a_miss(kept):
    path = entry()
    path.unlink()
    os.mkfifo(path)
    assert known("a.yaml") is None
    path.unlink()
    path.mkdir()
    assert known("a.yaml") is None
    assert ask("a.yaml") == kept


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_what_comes_from_a_pipe_is_not_kept(place):
    os.mkfifo(place / "a.yaml")
    ask("a.yaml")
    assert known("a.yaml") is None


def test_a_folder_that_cannot_be_written_costs_nothing(place, cache):
    (place / "a.yaml").write_text(DECREE)
    first = ask("a.yaml", "--no-cache")
    (cache / "iki-lint").write_text("")
    assert ask("a.yaml") == ask("a.yaml") == first
    assert known("a.yaml") is None


def test_the_oldest_go_when_there_are_too_many(place, monkeypatch):
    monkeypatch.setattr(result_cache, "MOST_ENTRIES", 3)
    for number in range(5):
        (place / f"{number}.yaml").write_text(DECREE)
        ask(f"{number}.yaml")
        newest = max(Path(replay.answers_folder()).iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, ns=(number, number))
    assert [known(f"{number}.yaml") is None for number in range(5)] == [True, True, False, False, False]
    monkeypatch.setattr(result_cache, "MOST_ALTOGETHER", 1)
    ask("0.yaml")
    assert list(Path(replay.answers_folder()).iterdir()) == []


def test_what_is_too_large_is_not_kept(place, monkeypatch):
    monkeypatch.setattr(result_cache, "MOST_BYTES", 500)
    (place / "a.yaml").write_text(DECREE)
    ask("a.yaml")
    assert known("a.yaml") is None


def alone(cache):
    """The settings of a process that keeps its answers."""
    return {"XDG_CACHE_HOME": str(cache), "IKI_LINT_NO_CACHE": ""}


def test_the_real_program(place, cache):
    (place / "a.yaml").write_text(TYPO)
    first = process(["check", "a.yaml"], place, **alone(cache))
    stamp = entry().stat().st_mtime_ns
    again = process(["check", "a.yaml"], place, **alone(cache))
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)
    assert entry().stat().st_mtime_ns == stamp
    entry().write_bytes(b"rusak")
    again = process(["check", "a.yaml"], place, **alone(cache))
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)
    assert entry().stat().st_size > 100


def test_a_known_answer_imports_nothing(place, cache):
    (place / "a.yaml").write_text(DECREE)
    program = (
        "import os, sys\nbefore = set(sys.modules)\nsys.argv[1:] = ['check', 'a.yaml']\n"
        "os._exit = lambda code: sys.exit(print(*sorted(set(sys.modules) - before)))\n"
        "from iki_lint.cli import main\nmain()"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": ROOT} | alone(cache),
            check=False,
        )
    assert done.stdout.splitlines()[-1].split() == [
        *("_blake2", "gc", "iki_lint", "iki_lint.cache_folder", "iki_lint.cli", "iki_lint.cli.replay"),
    ]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device")
def test_a_known_answer_that_cannot_be_written(place, cache):
    (place / "a.yaml").write_text(DECREE)
    command = [sys.executable, "-m", "iki_lint", "check", "a.yaml"]
    environment = os.environ | {"PYTHONPATH": ROOT} | alone(cache)
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
    assert entry()
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == 2
    assert done.stderr == b"iki-lint: stdout gagal ditulis (No space left on device).\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")
def test_colours_are_said_again_and_only_on_a_terminal(place, cache):
    import pty

    (place / "a.yaml").write_text(DIRTY)
    environment = os.environ | {"PYTHONPATH": ROOT, "TERM": "xterm"} | alone(cache)
    environment.pop("NO_COLOR", None)

    def shown():
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "iki_lint", "check", "a.yaml"]
        with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment):
            os.close(theirs)
            seen = b""
            try:
                while part := os.read(ours, 4096):
                    seen += part
            except OSError:
                pass
        os.close(ours)
        return seen

    first = shown()
    assert b"\x1b[" in first
    assert shown() == first
    plain = process(["check", "a.yaml"], place, TERM="xterm", **alone(cache))
    assert b"\x1b[" not in plain.stdout
    assert len(list(Path(replay.answers_folder()).iterdir())) == 2
