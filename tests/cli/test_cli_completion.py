"""`iki-lint completion`, and what a shell is told."""

import os
import shutil
import subprocess
import sys

import pytest
from cli_samples import ROOT, process

from iki_lint.cli import completion

BASH = shutil.which("bash")


def offered(words, shell="bash"):
    """What a shell is offered for the last of some words."""
    asked = {
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_IKI_LINT_COMPLETE": f"{shell}_complete",
    }
    program = "import sys\nfrom iki_lint.cli import main\nsys.argv = ['iki-lint']\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": ROOT} | asked,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_commands_options_and_values():
    assert offered(["iki-lint", "che"]) == ["plain,check", "plain,checklist"]
    assert "plain,--exclude" in offered(["iki-lint", "check", "--e"])
    assert offered(["iki-lint", "check", "--fail-on", "w"]) == ["plain,warning"]
    assert offered(["iki-lint", "completion", "f"]) == ["plain,fish"]


def test_rules():
    groups = offered(["iki-lint", "check", "--select", ""])
    assert {"plain,FRM", "plain,STR", "plain,IKI"} <= set(groups)
    assert "plain,FRM003" not in groups
    assert {"plain,FRM", "plain,FRM003"} <= set(offered(["iki-lint", "fix", "--ignore", "frm"]))
    assert offered(["iki-lint", "annotate", "--select", "persentase-tanpa-p"]) == ["plain,persentase-tanpa-pembagi"]


def test_files():
    for words in (["check", "a"], ["fix", "a"], ["tree", "a"], ["checklist", "a"], ["check", "--output", "a"]):
        assert offered(["iki-lint", *words]) == ["file,a"]


def test_a_command_that_is_none():
    assert "plain,--help" in offered(["iki-lint", "chek", "--"])


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_each_script_names_the_program(home, shell):
    done = process(["completion", shell], home)
    if done.returncode == 2:
        assert "click" in done.stderr.decode()
        pytest.skip(done.stderr.decode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"iki-lint" in done.stdout
    assert f"{shell}_complete".encode() in done.stdout


def test_an_unknown_shell(say):
    sentence = "Nilai untuk SHELL tidak dikenal; yang ada: bash, zsh, fish, powershell."
    assert say("completion", "csh") == (2, "", f"iki-lint: {sentence}\n")


@pytest.fixture
def shell(home):
    """Run lines in a bash that finds the program and has its script."""
    program = home / "bin" / "iki-lint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m iki_lint "$@"\n')
    program.chmod(0o755)
    environment = os.environ | {"PYTHONPATH": ROOT, "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}

    def run(lines):
        script = f'eval "$(iki-lint completion bash)"\n{lines}'
        command = [BASH, "--norc", "-c", script]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout.splitlines()

    return run, environment


@pytest.mark.skipif(BASH is None, reason="bash is not installed")
def test_bash_completes(shell):
    run, _ = shell
    ask = 'COMP_WORDS=({}) COMP_CWORD={}; _iki_lint_completion iki-lint; printf "%s\\n" "${{COMPREPLY[@]}}"'
    assert run("complete -p iki-lint") == ["complete -o nosort -F _iki_lint_completion iki-lint"]
    assert run(ask.format("iki-lint check --select FRM00", 3))[:2] == ["FRM001", "FRM002"]
    assert run(ask.format("iki-lint com", 1)) == ["completion"]


@pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="no bash in a terminal")
def test_the_tab_key_in_bash(shell, home):
    import pty
    import select

    (home / "keputusan-baru.yaml").write_text("")
    ours, theirs = pty.openpty()
    environment = shell[1] | {"TERM": "dumb", "PS1": "siap> ", "INPUTRC": os.devnull, "HISTFILE": ""}
    process = subprocess.Popen(
        [BASH, "--norc", "--noprofile", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=home,
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)

    def until(text):
        seen = ""
        while text not in seen:
            assert select.select([ours], [], [], 30)[0], seen
            seen += os.read(ours, 4096).decode(errors="replace")
        return seen

    try:
        os.write(ours, b'eval "$(iki-lint completion bash)"; echo siap-$((1+1))\n')
        until("siap-2")
        os.write(ours, b"iki-lint check --select persentase-tanpa-p\t")
        until("persentase-tanpa-pembagi ")
        os.write(ours, b"keputusan-b\t")
        until("keputusan-baru.yaml ")
    finally:
        process.kill()
        process.wait()
        os.close(ours)
