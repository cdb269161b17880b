"""The two decrees as Word files: the same decree as from their texts, cell by cell."""

import pytest
from decree_files import NAMES, imported, tree
from word_files import decree

from iki_lint.decree.tree import plain
from iki_lint.findings import Counts
from iki_lint.readers.importing import import_file


@pytest.mark.parametrize(("name", "rows"), list(zip(NAMES, (2039, 82), strict=True)))
def test_a_word_file_gives_the_decree_of_the_text(name, rows):
    found = import_file("keputusan.docx", decree(name))
    assert plain(found.root) == tree(name)
    assert found.counts == imported(name).counts
    assert isinstance(found.counts, Counts)
    assert found.counts.rows == rows
    assert found.problems == ()
    assert found.moved == ()


def test_each_cell_is_told_by_table_row_and_column():
    found = import_file("keputusan.docx", decree(NAMES[0]))
    row = next(row for row in found.draft.rows if row.cells[-1].text == "Laporan tugas")
    assert [cell.address for cell in row.cells] == [
        f"Tabel 2, baris 71, kolom {title}"
        for title in ("No.", "Rencana Kinerja", "Indikator Kinerja Individu", "Formulasi", "Sumber Data")
    ]
    assert (
        found.origins[tree(NAMES[0])["jabatan"][0]["rencana_kinerja"][0]["id"]].address == "Tabel 2, baris 5, kolom No."
    )
