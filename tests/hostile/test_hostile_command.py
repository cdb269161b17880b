"""The command line against odd paths, files that are no files, closed streams and places that cannot be written."""

import json
import os
import subprocess
import sys

import pytest
from hostile_process import DECREE, ROOT, SECONDS, TEXT, run

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files")


@pytest.fixture
def folder(tmp_path):
    """A folder with a decree and a text."""
    (tmp_path / "a.yaml").write_text(DECREE)
    (tmp_path / "sk.txt").write_text(TEXT)
    return tmp_path


def files(folder):
    """The names in a folder with their contents (None for what is no file)."""
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


def test_an_unreadable_file_hides_no_other(folder):
    (folder / "latin.yaml").write_bytes(b"versi_format: \xe9")
    done = run(["check", "latin.yaml", "hilang.yaml", "a.yaml"], folder)
    assert (done.code, done.err) == (2, "iki-lint: Berkas hilang.yaml tidak ada.\n")
    assert "a.yaml:14:18: FRM003" in done.out
    assert "latin.yaml:1:15: IKI005" in done.out
    assert "1 berkas tidak dapat dibaca.\n" in done.out


@posix
def test_a_pipe_without_a_writer_is_empty(folder):
    os.mkfifo(folder / "pipa.yaml")
    os.mkfifo(folder / "pipa.txt")
    done = run(["check", "pipa.yaml"], folder)
    assert (done.code, done.out.splitlines()[0]) == (
        2,
        "pipa.yaml: IKI006 bentuk-keliru [galat] Berkas ini kosong",
    )
    assert run(["import", "pipa.txt", "-o", "b.yaml"], folder).code == 2
    assert not (folder / "b.yaml").exists()


@posix
def test_a_pipe_with_a_slow_writer_is_read_whole(folder):
    os.mkfifo(folder / "pipa.yaml")
    script = "{ head -c 9 a.yaml; sleep 0.3; tail -c +10 a.yaml; } > pipa.yaml & exec 3< pipa.yaml; "
    script += f'"{sys.executable}" -m iki_lint check /dev/fd/3'
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        capture_output=True,
        timeout=SECONDS,
        env=os.environ | {"PYTHONPATH": ROOT},
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"/dev/fd/3:14:18: FRM003" in done.stdout


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device")
def test_a_device_without_end_is_too_large(folder):
    done = run(["check", "/dev/zero"], folder)
    assert (done.code, done.out.splitlines()[0]) == (
        2,
        "/dev/zero: IKI004 melampaui-batas [galat] Berkas lebih besar dari 16 MB; pecah menjadi beberapa keputusan",
    )
    with open("/dev/zero", "rb") as zeros:
        piped = subprocess.run(
            [sys.executable, "-m", "iki_lint", "check", "-"],
            stdin=zeros,
            capture_output=True,
            timeout=SECONDS,
            env=os.environ | {"PYTHONPATH": ROOT},
            check=False,
        )
    assert piped.returncode == 2
    assert piped.stdout.startswith(b"<stdin>: IKI004 ")


@posix
def test_links_that_go_round(folder):
    os.symlink("putar.yaml", folder / "putar.yaml")
    os.symlink(".", folder / "sini")
    done = run(["check", "putar.yaml"], folder)
    assert (done.code, done.out) == (2, "")
    assert done.err == "iki-lint: Berkas putar.yaml gagal dibaca (Too many levels of symbolic links).\n"
    done = run(["check", ".", "--format", "json"], folder)
    assert [file["path"] for file in json.loads(done.out)["files"]] == ["a.yaml"]


@posix
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("dengan spasi.yaml", "dengan spasi.yaml"),
        ("ñ字.yaml", "ñ字.yaml"),
        ("baris\nbaru.yaml", "baris\\nbaru.yaml"),
        ("lari\x1b[31m.yaml", "lari\\x1b[31m.yaml"),
        ("balik\u202e.yaml", "balik<U+202E>.yaml"),
        (b"byte\xff.yaml", "byte<U+DCFF>.yaml"),
    ],
)
def test_odd_names(folder, name, shown):
    path = os.path.join(os.fsencode(folder), os.fsencode(name))
    with open(path, "w") as file:
        file.write(DECREE)
    done = run(["check", name], folder)
    assert (done.code, done.err) == (1, "")
    assert f"{shown}:14:18: FRM003" in done.out
    report = json.loads(run(["check", name, "--format", "json"], folder).out)
    assert os.fsencode(report["files"][0]["path"]) == os.fsencode(name)
    os.remove(path)
    assert run(["check", name], folder) == (2, "", f"iki-lint: Berkas {shown} tidak ada.\n")


@posix
def test_import_of_a_name_that_is_no_text(folder):
    os.rename(folder / "sk.txt", os.path.join(os.fsencode(folder), b"sk\xff.txt"))
    assert run(["import", b"sk\xff.txt", "-o", "b.yaml"], folder).code == 0
    assert json.loads((folder / "b.asal.json").read_text())["sumber"]["nama"] == "sk?.txt"
    assert "# Keputusan ini diimpor dari berkas sk?.txt.\n" in (folder / "b.yaml").read_text()


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("tiada/b.yaml", "tiada/b.yaml tidak dapat ditulis: foldernya tidak ada."),
        ("map.yaml", "map.yaml adalah folder; sebutkan nama berkas untuk hasilnya."),
        ("catatan.yaml", "catatan.yaml adalah folder; sebutkan nama berkas untuk hasilnya."),
        ("b.txt", "Hasil impor adalah berkas YAML; b.txt harus berakhiran .yaml atau .yml."),
    ],
)
def test_an_import_that_cannot_be_written_leaves_nothing(folder, output, sentence):
    (folder / "map.yaml").mkdir()
    (folder / "catatan.asal.json").mkdir()
    before = files(folder)
    assert run(["import", "sk.txt", "-o", output], folder) == (2, "", f"iki-lint: {sentence}\n")
    assert files(folder) == before


@posix
@pytest.mark.parametrize("link", ["b.yaml", "b.asal.json"])
def test_an_import_never_overwrites_its_text(folder, link):
    os.symlink("sk.txt", folder / link)
    sentence = "iki-lint: Hasil impor ke b.yaml akan menimpa naskah yang diimpor.\n"
    assert run(["import", "sk.txt", "-o", "b.yaml"], folder) == (2, "", sentence)
    assert (folder / "sk.txt").read_text() == TEXT


@posix
def test_an_import_follows_a_link(folder):
    (folder / "dalam").mkdir()
    os.symlink("dalam/tujuan.yaml", folder / "b.yaml")
    assert run(["import", "sk.txt", "-o", "b.yaml"], folder).code == 0
    assert (folder / "b.yaml").is_symlink()
    assert "nama: CAMAT KEBOMAS" in (folder / "dalam" / "tujuan.yaml").read_text()
    assert sorted(os.listdir(folder / "dalam")) == ["tujuan.yaml"]


@pytest.mark.parametrize("target", ["a.yaml", "./a.yaml", "a.asal.json"])
def test_a_report_never_overwrites_what_is_checked(folder, target):
    (folder / "a.asal.json").write_text('{"format": "iki-lint-asal/1"}')
    before = files(folder)
    sentence = f"iki-lint: Laporan ke {target} akan menimpa berkas yang diperiksa.\n"
    assert run(["check", "a.yaml", "--output", target], folder) == (2, "", sentence)
    assert files(folder) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind root")
def test_a_folder_without_permission(folder):
    folder.chmod(0o500)
    try:
        for arguments in (["import", "sk.txt", "-o", "b.yaml"], ["check", "a.yaml", "--output", "b.json"]):
            done = run(arguments, folder)
            assert (done.code, done.out) == (2, "")
            assert done.err.endswith(" tidak boleh ditulis (izin ditolak).\n")
    finally:
        folder.chmod(0o700)
    assert sorted(files(folder)) == ["a.yaml", "sk.txt"]


@posix
@pytest.mark.parametrize(
    ("closed", "code", "err"),
    [
        ("<&-", 2, b""),
        (">&-", 2, b"iki-lint: stdout gagal ditulis (closed).\n"),
        ("2>&-", 2, b""),
        ("<&- >&- 2>&-", 2, b""),
    ],
)
def test_closed_streams(folder, closed, code, err):
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m iki_lint check a.yaml - {closed}'],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=SECONDS,
        env=os.environ | {"PYTHONPATH": ROOT},
        check=False,
    )
    assert (done.returncode, done.stderr) == (code, err)
    assert (b"a.yaml:14:18: FRM003" in done.stdout) == (">&-" not in closed.split())


@pytest.mark.parametrize("settings", [{}, {"PYTHONCOERCECLOCALE": "0"}], ids=["coerced", "bare"])
def test_a_locale_without_letters(folder, settings):
    (folder / "a.yaml").write_text(DECREE.replace("CAMAT", "字 CAMAT"))
    done = run(["check", "a.yaml"], folder, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii", **settings)
    assert (done.code, done.err) == (1, "")
    assert done.out.isascii()
    assert "\\u5b57 CAMAT" in done.out


def test_two_runs_are_equal_whatever_the_hash_seed(folder):
    for path in ("examples/klojen.yaml", "tests/data/klojen-2018.txt", "examples/kebomas.yaml"):
        for options in (["--format", "json"], ["--show-all", "--statistics"]):
            runs = {
                run(["check", os.path.join(ROOT, path), *options], folder, PYTHONHASHSEED=seed)
                for seed in ("1", "2", "4")
            }
            assert len(runs) == 1
            assert next(iter(runs)).code == 1


@posix
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_folder_passes_over_no_decree_in_another_encoding(folder, encoding):
    (folder / "b.yaml").write_bytes(DECREE.encode(encoding))
    (folder / "lain.yaml").write_bytes("x: 1\n".encode(encoding))
    os.mkfifo(folder / "pipa.yaml")
    for arguments in (["check"], ["check", "--decrees-only", "b.yaml", "lain.yaml", "pipa.yaml"]):
        done = run([*arguments, "--format", "json"], folder)
        assert done.code == 2
        paths = [file["path"] for file in json.loads(done.out)["files"]]
        assert paths == (["a.yaml", "b.yaml"] if arguments == ["check"] else ["b.yaml"])
