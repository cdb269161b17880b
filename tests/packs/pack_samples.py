"""A small pack on disk, and what is said of it."""

from pathlib import Path

from iki_lint.engine.rule import PackError
from iki_lint.packs.local import load_packs

MANIFEST = 'nama: uji\nversi: "1.0"\nmembutuhkan: ">=0.1"\n'
RULE = """\
code: GRS001
name: sumber-lisan
severity: warning
target: baris
when: sumber.isi matches "lisan" and indikator.ada
at: sumber
message: {id: 'Sumber "{sumber.isi}"', en: 'Source "{sumber.isi}"'}
why: {id: Sebab, en: Reason}
basis: [pedoman-uji]
examples:
  bad: [{indikator: Jumlah surat, sumber_data: Keterangan lisan, kutipan: Keterangan lisan}]
  good: [{indikator: Jumlah surat, sumber_data: Buku agenda}]
"""
BASIS = "pedoman-uji: {judul: Pedoman uji, bukti: dibaca, catatan: {id: Rekaan, en: Made up}}\n"
WORDS = "judul: Kata uji\nkata: [musdus, kader pks]\n"
DECREE = """\
versi_format: 1
jabatan:
- id: a
  nama: CAMAT
  rencana_kinerja:
  - id: a.1
    uraian: Meningkatnya mutu musdus
    indikator:
    - {id: a.1.1, nama: Jumlah surat, formulasi: Jumlah surat, sumber_data: Keterangan lisan}
"""


def write_pack(folder: Path, **files: str) -> Path:
    """A pack; `files` replace or add, their names with `__` for a slash and without `.yaml`."""
    contents = {"paket": MANIFEST, "sumber__GRS001": RULE, "basis": BASIS, "lists__kata-uji": WORDS} | files
    for name, text in contents.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def problems(*folders: Path) -> list[tuple[str, str, str]]:
    """What is wrong with packs: the file below the last folder, the key of the sentence, the words it is about."""
    try:
        load_packs(tuple(map(str, folders)))
    except PackError as error:
        return [
            (p.source.path.removeprefix(f"{folders[-1]}/"), p.message, p.source.text[p.start : p.end])
            for p in error.problems
        ]
    return []
