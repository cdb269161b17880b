import pytest

import iki_lint.cli.reviewing as reviewing
from iki_lint import __version__
from iki_lint.cli import terminal
from iki_lint.cli.app import COMMANDS
from iki_lint.cli.terminal import Screen, screen_of
from iki_lint.cli.usage import language_of
from iki_lint.reports.formats import FORMATS


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], f"Perintah chek tidak dikenal; yang ada: {', '.join(COMMANDS)}."),
        (["--cepat"], "Pilihan --cepat tidak dikenal; lihat iki-lint --help."),
        (["check", "--cepat"], "Pilihan --cepat tidak dikenal; lihat iki-lint check --help."),
        (["check", "--format", "pdf"], f"Nilai untuk --format tidak dikenal; yang ada: {', '.join(FORMATS)}."),
        (["check", "--fail-on=x"], "Nilai untuk --fail-on tidak dikenal; yang ada: error, warning, info."),
        (["check", "--output"], "Pilihan --output memerlukan nilai."),
        (["check", "--show-all=1"], "Pilihan --show-all tidak menerima nilai."),
        (["check", "--lang=en", "--statistics=1"], "The option --statistics takes no value."),
        (["check", "--lang", "en", "--cepat"], "There is no option --cepat; see iki-lint check --help."),
        (["import"], "BERKAS wajib disebut; lihat iki-lint import --help."),
        (["import", "a.txt"], "-o/--output wajib disebut; lihat iki-lint import --help."),
        (
            ["import", "a.txt", "b.txt", "-o", "c.yaml"],
            "Perintah ini tidak dapat dipahami; lihat iki-lint import --help.",
        ),
    ],
)
def test_misuse_is_one_sentence(folder, say, arguments, sentence):
    assert say(*arguments) == (2, "", f"iki-lint: {sentence}\n")


def test_version(say):
    assert say("--version") == say("-V") == (0, f"iki-lint {__version__}\n", "")


def test_help_is_indonesian(say):
    code, out, err = say("check", "--help")
    assert (code, err) == (0, "")
    assert out.startswith("Pemakaian: iki-lint check [PILIHAN] [BERKAS|FOLDER|POLA]...\n")
    assert "\nPilihan:\n" in out
    for page in (out, *(say(name, "-h")[1] for name in ("import", "fix", "checklist", "annotate", "export"))):
        assert not {"Usage", "Options", "Commands", "required", "Show", "default", "OPTIONS"} & set(page.split())


def test_no_command_shows_help_as_misuse(say):
    code, out, _ = say()
    assert code == 2
    assert "Periksa berkas keputusan dan laporkan temuannya." in out
    assert "Tulis salinan naskah dengan catatan di tempat temuan." in out


def boom(error):
    def review_file(path, config, data, effects):
        raise error

    return review_file


def test_a_bug_is_one_sentence(folder, say, monkeypatch):
    (folder / "a.yaml").write_text("x")
    monkeypatch.setattr(reviewing, "review_file", boom(ZeroDivisionError("nol\x1b")))
    assert say("check", "a.yaml") == (
        3,
        "",
        "iki-lint: Kesalahan internal (ZeroDivisionError: nol\\x1b); mohon laporkan. "
        "Rinciannya: ulangi dengan IKI_LINT_DEBUG=1.\n",
    )


def test_a_bug_is_traced_when_asked(folder, say, monkeypatch):
    (folder / "a.yaml").write_text("x")
    monkeypatch.setenv("IKI_LINT_DEBUG", "1")
    monkeypatch.setattr(reviewing, "review_file", boom(EOFError("habis")))
    code, _, err = say("check", "a.yaml")
    assert code == 3
    assert "Traceback" in err
    assert "Kesalahan internal" in err.splitlines()[-1]


def test_an_interruption_is_silent(folder, say, monkeypatch):
    (folder / "a.yaml").write_text("x")
    monkeypatch.setattr(reviewing, "review_file", boom(KeyboardInterrupt()))
    code, out, err = say("check", "a.yaml")
    assert (code, out, err.strip()) == (130, "", "")


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        ([], "id"),
        (["check", "--lang", "en"], "en"),
        (["--lang=en"], "en"),
        (["--lang", "fr"], "id"),
        (["--", "--lang=en"], "id"),
        (["--lang"], "id"),
        (["en"], "id"),
    ],
)
def test_language_of_a_command_line(arguments, lang):
    assert language_of(arguments) == lang


@pytest.mark.parametrize(
    ("columns", "color", "no_color", "term", "screen"),
    [
        (80, "auto", "", "xterm", (True, 80)),
        (200, "auto", "", "xterm", (True, 100)),
        (10, "auto", "", "xterm", (True, 40)),
        (0, "auto", "", "xterm", (True, 100)),
        (80, "auto", "1", "xterm", (False, 80)),
        (80, "always", "1", "xterm", (True, 80)),
        (80, "auto", "", "dumb", (False, 80)),
        (80, "never", "", "xterm", (False, 80)),
        (None, "auto", "", "xterm", (False, 100)),
        (None, "always", "", "xterm", (True, 100)),
    ],
)
def test_screen(monkeypatch, columns, color, no_color, term, screen):
    monkeypatch.setattr(terminal, "_columns", lambda: columns)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", term)
    assert screen_of("-", color)[:2] == screen


def test_a_file_is_no_screen(monkeypatch):
    monkeypatch.setattr(terminal, "_columns", lambda: 60)
    assert screen_of("laporan.txt", "auto") == Screen(False, 100, "utf-8")
