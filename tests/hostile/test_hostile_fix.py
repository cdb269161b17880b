"""`iki-lint fix` with files that were made to hurt: bounded time and memory, and nothing written by halves."""

import pytest
from hostile_process import DECREE, run


def rows(count):
    """Rows whose cells are aliases of one dirty text."""
    return "".join(f"    - {{id: i{n}, nama: *t, formulasi: *t, sumber_data: *t}}\n" for n in range(count))


def test_a_dirty_text_behind_many_aliases(tmp_path):
    dirty = DECREE.replace("Memimpin kecamatan", '&t "' + "<p>a</p> " * 31 + '"') + rows(20_000)
    (tmp_path / "a.yaml").write_text(dirty)
    done = run(["fix", "a.yaml"], tmp_path)
    assert (done.code, done.out, done.err) == (0, "a.yaml: 1 perbaikan (STR006 1)\n", "")
    clean = '&t "' + " ".join(["a"] * 31) + ' "'
    assert (tmp_path / "a.yaml").read_text() == DECREE.replace("Memimpin kecamatan", clean) + rows(20_000)


@pytest.mark.parametrize(
    ("cell", "count"),
    [("x" + " " * 900_000 + "<p>y", 1), ("< " * 400_000, 0), ("<a " * 300_000, 0), ("<b>a" * 200_000, 0)],
)
def test_a_huge_cell(tmp_path, cell, count):
    (tmp_path / "a.yaml").write_text(DECREE.replace("Memimpin kecamatan", f'"{cell}"'))
    done = run(["fix", "a.yaml", "--diff"], tmp_path)
    assert done.code == count
    assert done.out.count("\n-") == count


def test_ten_thousand_dirty_cells(tmp_path):
    dirty = "".join(f"    - {{id: i{n}, nama: <p>Nilai {n}, formulasi: x, sumber_data: y}}\n" for n in range(10_000))
    (tmp_path / "a.yaml").write_text(DECREE + dirty)
    assert run(["fix", "a.yaml"], tmp_path).out == "a.yaml: 10.000 perbaikan (STR006 10.000)\n"
    assert (tmp_path / "a.yaml").read_text() == DECREE + dirty.replace("<p>", "")


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 1000,
        b"&a [*a]\n",
        b"[" * 100_000,
        b"a: " + b"{a: " * 5000,
        "versi_format: 1\n\u0085: \ud800".encode("utf-8", "surrogatepass"),
    ],
)
def test_what_cannot_be_read_is_left_alone(tmp_path, data):
    (tmp_path / "a.yaml").write_bytes(data)
    done = run(["fix", "a.yaml"], tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == "iki-lint: a.yaml tidak diperbaiki karena tidak dapat dibaca."
    assert (tmp_path / "a.yaml").read_bytes() == data
