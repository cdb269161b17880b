"""Long and monotonous texts in every cell: no pattern may backtrack itself into the night."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

from hostile_process import run

LENGTH = 100_000
# Between bars, a dot for a blank.
PIECES = """( | ()· | A·B·C· | -· | ... | <<<< | <b>a | & | x·100%· | x | /· | a/b/ | (a)/(b)·x·100%· | dan/atau·
yang· | di· | meng- | ber | Jumlah· | Persentase· | Jumlah·a·dibagi·jumlah·b·kali·100%· | +· | 10·dari·20· | 2023-
tahun·2023· | 0 | 100·%· | satu· | selama·1· | a)· | :· | ;· | ' | "“· | 😀 | http://a.b/ | {a: b},· | null· | ##·
1.· | 1. | 1.000. | a.· | 9,"""
CONTROLS = ["\t", "\n", "\n- ", "\n1. ", "\x1b[31m", "\u202e", "\u0301", "\u00a0", "\u200b", "\\", " "]
CELLS = ("nama", "formulasi", "sumber_data", "uraian", "tugas", "jabatan", "bagian")


def pieces():
    return [piece.replace("·", " ") for piece in re.split(" [|] |\n", PIECES)] + CONTROLS


def decree(cell, piece):
    """A decree that has `piece` over and over in one of its cells ("bagian": in the parts of a formula)."""
    long = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    row = {"id": "a.1.1", "nama": "Persentase dokumen selesai", "formulasi": "Jumlah dokumen", "sumber_data": "Laporan"}
    plan = {"id": "a.1", "nomor": 1, "uraian": "Meningkatnya mutu layanan", "indikator": [row]}
    position = {"id": "a", "nama": "CAMAT", "tugas": "Memimpin", "fungsi": ["a"], "rencana_kinerja": [plan]}
    if cell in row:
        row[cell] = long
    elif cell == "uraian":
        plan[cell] = long
    elif cell == "bagian":
        row["formulasi"] = {"pembilang": long, "penyebut": long, "pengali": long, "uraian": long}
    else:
        position |= {"tugas": long} if cell == "tugas" else {"nama": long, "unit": long, "atasan": long}
    return json.dumps({"versi_format": 1, "jabatan": [position]}, ensure_ascii=False)


def test_monotonous_texts_in_every_cell(tmp_path):
    def checked(job):
        number, piece = job
        names = [f"{number}-{cell}.yaml" for cell in CELLS]
        for name, cell in zip(names, CELLS, strict=True):
            (tmp_path / name).write_text(decree(cell, piece))
        return piece, run(["check", *names], tmp_path)

    assert len(pieces()) > 40
    with ThreadPoolExecutor(4) as workers:
        for piece, done in workers.map(checked, enumerate(pieces())):
            assert (piece, done.err) == (piece, "")
            assert (piece, done.code in (0, 1), "IKI000" in done.out) == (piece, True, False)
            assert max(map(len, done.out.splitlines())) < 4_200, piece


def table(piece, where):
    """A text with `piece` over and over in a cell, a paragraph, a label, a list, or behind the tables."""
    long = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    text = "{front}\nJabatan: {name}\nTugas: a\nFungsi:\na. {function}\n\n"
    text += "No.\tRencana Kinerja\tIndikator\tFormulasi\tSumber Data\n1\tMeningkatnya\t{cell}\tx\tLaporan\n{back}\n"
    usual = {"front": "KEPUTUSAN", "name": "CAMAT", "function": "satu", "cell": "Jumlah a", "back": "Tembusan"}
    return text.format(**usual | {where: long})


def test_monotonous_texts_in_every_part_of_a_text(tmp_path):
    own = ["|", "| ", "|-", "\\|", "**", "** ", "# ", "\r", "\f", "JABATAN: ", "Nomor: ", "TAHUN 2023 ", "1. ", "a. "]
    own += ["a, 1 januari 2023 ", "NIP. 1 ", "PEMERINTAH KABUPATEN ", "KECAMATAN ", "<span a='", "< ", "<br/>"]

    def imported(job):
        number, piece = job
        told = []
        for where in ("front", "name", "function", "cell", "back"):
            name = f"{number}-{where}"
            (tmp_path / f"{name}.txt").write_bytes(table(piece, where).encode())
            told.append(run(["import", f"{name}.txt", "-o", f"{name}.yaml"], tmp_path))
        return piece, told

    with ThreadPoolExecutor(4) as workers:
        for piece, told in workers.map(imported, enumerate([*pieces()[::10], *own])):
            for done in told:
                assert (piece, done.code in (0, 1, 2), "Traceback" in done.err) == (piece, True, False)
                assert done.code != 2 or done.err.count("\n") == 1
                assert "tepat satu kali" not in done.err
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]
