"""The wheel carries all that the program reads, and finds with it what the checkout finds."""

import os
import sys
import zipfile

import pytest
from packaging_samples import ROOT, run

CALL = "import sys; sys.path.insert(0, {wheel!r}); sys.argv[0] = 'iki-lint'; from iki_lint.cli import main; main()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The folder with the content of a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    done = run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)], ROOT)
    assert done.returncode == 0, done.stdout
    (built,) = folder.glob("*.whl")
    assert built.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "content")
    return folder / "content"


def files_below(folder):
    """The files of a folder, as paths relative to it."""
    return {
        os.path.relpath(os.path.join(parent, name), folder)
        for parent, folders, names in os.walk(folder)
        for name in names
        if not name.endswith(".pyc")
    }


def test_rules_and_schemas_are_in_it(wheel) -> None:
    data = wheel / "iki_lint" / "_data"
    assert files_below(data / "rules") == files_below(os.path.join(ROOT, "rules"))
    assert files_below(data / "schemas") == files_below(os.path.join(ROOT, "schemas"))
    assert {name for name in os.listdir(data) if name != "__pycache__"} == {"compiled.py", "rules", "schemas"}


def test_it_is_typed_and_licensed_and_holds_nothing_else(wheel) -> None:
    files = files_below(wheel)
    assert os.path.join("iki_lint", "py.typed") in files
    assert [name for name in files if name.endswith(os.path.join("licenses", "LICENSE"))]
    assert {name.split(os.sep)[0].partition("-")[0] for name in files} == {"iki_lint"}


def test_it_begins_a_folder_as_the_checkout_does(wheel, tmp_path) -> None:
    for folder, top in (("a", wheel), ("b", ROOT)):
        assert run([sys.executable, "-I", "-c", CALL.format(wheel=str(top)), "init", folder], tmp_path).returncode == 0
    assert len(files_below(tmp_path / "a")) == 4
    for name in files_below(tmp_path / "a"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_its_page_is_that_of_the_checkout(wheel, tmp_path) -> None:
    path = os.path.join(ROOT, "examples", "klojen.yaml")
    pages = [
        run([sys.executable, "-I", "-c", CALL.format(wheel=str(top)), "check", path, "--format", "html"], tmp_path)
        for top in (wheel, ROOT)
    ]
    assert pages[0].stdout == pages[1].stdout
    assert pages[0].stdout.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("example", ["klojen.yaml", "contoh-baik.yaml"])
def test_it_finds_what_the_checkout_finds(wheel, tmp_path, example) -> None:
    path = os.path.join(ROOT, "examples", example)
    command = [sys.executable, "-I", "-c"]
    installed = run([*command, CALL.format(wheel=str(wheel)), "check", path, "--format", "json"], tmp_path)
    checkout = run([*command, CALL.format(wheel=ROOT), "check", path, "--format", "json"], tmp_path)
    assert installed.stdout == checkout.stdout
    assert installed.stdout.startswith('{"format": "iki-lint-report/1"')
    assert installed.returncode == checkout.returncode == (1 if example == "klojen.yaml" else 0)
