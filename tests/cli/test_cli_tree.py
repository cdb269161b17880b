"""`iki-lint tree`: links that are named, links that are proposed, and gaps."""

import pytest

DECREE = """versi_format: 1
iku:
- id: S.1
  sasaran: Meningkatnya kepuasan
  indikator: [{id: I.1, nama: Nilai SKM}]
- id: S.2
  sasaran: Meningkatnya akuntabilitas
  indikator: [{id: I.2, nama: Nilai SAKIP}]
jabatan:
- id: camat
  nama: CAMAT
  rencana_kinerja:
  - {id: camat.1, uraian: Meningkatnya mutu layanan, indikator: [{id: c, nama: Nilai IKM Kecamatan}]}
- id: kasi
  nama: KASI PELAYANAN
  atasan: camat
  rencana_kinerja:
  - {id: kasi.1, uraian: Tercatatnya permohonan, mendukung: [camat.1], indikator: [{id: d, nama: Jumlah permohonan}]}
- id: kasi2
  nama: KASI UMUM
  rencana_kinerja:
  - {id: kasi2.1, uraian: Bersihnya halaman, indikator: [{id: e, nama: Jumlah halaman}]}
"""

TREE = """a.yaml
IKU: Meningkatnya kepuasan
     = Nilai SKM
└─ CAMAT: Meningkatnya mutu layanan (usul, kemiripan 1,00)
   └─ KASI PELAYANAN: Tercatatnya permohonan
IKU: Meningkatnya akuntabilitas
     = Nilai SAKIP
└─ ! tidak ada rencana kinerja pimpinan yang memikul IKU ini
! Rencana kinerja yang tidak tampak mendukung kinerja atasan:
└─ KASI UMUM: Bersihnya halaman
3 rencana kinerja: 1 dengan induk tertulis, 1 dengan usul induk (mohon konfirmasi), 1 tanpa induk.
"""


def test_the_tree(put, say):
    assert say("tree", put("a.yaml", DECREE)) == (0, TREE, "")


def test_english(put, say):
    code, out, _ = say("tree", put("a.yaml", DECREE), "--lang", "en")
    assert code == 0
    assert "└─ CAMAT: Meningkatnya mutu layanan (proposed, likeness 1.00)" in out
    assert out.endswith("3 plans: 1 with a parent named, 1 with a proposed parent (please confirm), 1 without one.\n")


def test_references_in_a_circle_end(put, say):
    circle = DECREE.replace(
        "uraian: Meningkatnya mutu layanan", "uraian: Meningkatnya mutu layanan, mendukung: [kasi.1]"
    )
    code, out, _ = say("tree", put("a.yaml", circle))
    assert code == 0
    assert "3 rencana kinerja: 2 dengan induk tertulis" in out


def test_long_texts_are_cut_and_shown_whole_on_demand(put, say):
    long = DECREE.replace("Bersihnya halaman", "Bersihnya " + "halaman " * 40 + "kantor")
    _, out, _ = say("tree", put("a.yaml", long))
    assert max(map(len, out.splitlines())) <= 100
    assert "halaman…\n" in out
    assert "halaman kantor\n" in say("tree", "a.yaml", "--show-all")[1]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", "jabatan: [", "a.yaml:1:11: IKI002"),
        ("a.yaml", "- a\n", "a.yaml:1:1: IKI006"),
        ("a.txt", "bukan keputusan\n", "a.txt: IKI006"),
    ],
)
def test_what_is_no_decree_is_refused(put, say, name, text, said):
    code, out, err = say("tree", put(name, text))
    assert (code, out) == (2, "")
    assert said in err


def test_misuse(put, say):
    assert say("tree", "tiada.yaml") == (2, "", "iki-lint: Berkas tiada.yaml tidak ada.\n")
    assert say("tree", "a.docx")[0] == 2
    assert say("tree")[0] == 2


def test_a_tree_without_end_is_refused(folder, say):
    posts = [
        f"- id: j{n}\n  nama: STAF {n}\n  rencana_kinerja:\n"
        f"  - {{id: j{n}.1, uraian: Tersusunnya berkas {n}, mendukung: [j{n - 1}.1]}}\n"
        for n in range(1, 3_000)
    ]
    (folder / "a.yaml").write_text("versi_format: 1\njabatan:\n" + "".join(posts))
    assert say("tree", "a.yaml") == (
        2,
        "",
        "iki-lint: a.yaml: rencana kinerja bersusun lebih dari 60 tingkat; pohonnya tidak dapat digambarkan.\n",
    )
