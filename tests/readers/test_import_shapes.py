"""What the importer makes of each variant and each accident of the two decrees, and of files like them."""

import pytest
from decree_files import NAMES, checksum, data, imported, line, tree

from iki_lint.decree.tree import plain
from iki_lint.readers import is_importable
from iki_lint.readers.importing import import_text
from iki_lint.readers.unreadable import UnreadableDecree

KEBOMAS, KLOJEN = NAMES
BOTH = pytest.mark.parametrize("name", NAMES)
HEAD = "No\tRencana Kinerja\tIndikator\tFormulasi\tSumber Data\n"


def load(text, path="a.txt"):
    return import_text(path, text.encode())


def first_plan(text):
    return plain(load(text).root)["jabatan"][0]["rencana_kinerja"][0]


def position(name, number):
    ids = [p["id"] for p in tree(name)["jabatan"]]
    return tree(name)["jabatan"][[imported(name).origins[id].line for id in ids].index(number)]


def moved(name):
    return [(repair.line, repair.kind) for repair in imported(name).moved]


def mended(name, kind):
    return [repair.line for repair in imported(name).repairs if repair.kind == kind]


def test_kebomas_shifted_rows():
    lines = [1176, 1177, 1178, 1180, 1181, 1182, 1184, 1185, 1186, 1294, 1295, 1296]
    assert moved(KEBOMAS) == [(number, "digeser") for number in lines]
    indicator = position(KEBOMAS, 1170)["rencana_kinerja"][0]["indikator"][2]
    assert indicator == {
        "id": "kepala-seksi-ketentraman-dan-ketertiban-umum.1.3",
        "nama": "Jumlah detail rencana pelaksanaan kegiatan yang akan dilakukan",
        "formulasi": "Jumlah detail rencana pelaksanaan kegiatan",
        "sumber_data": "DPA",
    }


def test_klojen_shifted_rows_and_the_two_doubtful_ones():
    clear = [(number, "digeser") for number in range(86, 96)]
    assert moved(KLOJEN) == [(84, "mohon-periksa"), *clear, (333, "mohon-periksa")]
    assert position(KLOJEN, 54)["rencana_kinerja"][0]["indikator"][8] == {
        "id": "kasubbag-umum-kepegawaian.1.9",
        "nama": "Terlaksananya rapat koordinasi dan konsultasi ke luar daerah",
        "formulasi": "Jumlah pelaksanaan koordinasi dan konsultasi",
        "sumber_data": "Data register surat tugas perjalanan dinas",
    }
    assert position(KLOJEN, 311)["rencana_kinerja"][0]["indikator"][8] == {
        "id": "pengelolah-perangkat-kecamatan.1.9",
        "nama": "Terlaksananya survei kepuasan masyarakat",
        "formulasi": "1 dokumen",
        "sumber_data": "Hasil Survei Kepuasan Masyarakat",
    }


def test_the_only_empty_cell_stays_empty():
    indicator = position(KEBOMAS, 605)["rencana_kinerja"][1]["indikator"][1]
    assert indicator["formulasi"] is None
    assert indicator["sumber_data"] == "Laporan saran dan Masukan"


def test_tags_separators_and_page_numbers_are_repaired_and_told():
    assert mended(KEBOMAS, "tanda-html") == [1291, 1293, 1294, 1295, 1296]
    assert mended(KEBOMAS, "garis-pemisah") == [1364]
    assert mended(KLOJEN, "judul-kolom") == [495]
    assert position(KEBOMAS, 1288)["tugas"].startswith("1. Merencanakan kegiatan Seksi Kesejahteraan Rakyat")
    assert "<" not in str(tree(KEBOMAS))


def test_a_list_survives_a_misread_letter_and_page_breaks():
    assert mended(KLOJEN, "huruf-daftar") == [146]
    assert mended(KLOJEN, "sambungan") == [114, 246]
    letters = position(KLOJEN, 131)["fungsi"]
    assert len(letters) == 13
    assert letters[11] == line(KLOJEN, 146).removeprefix("1. ")
    broken = position(KLOJEN, 99)["fungsi"][10]
    assert broken == f"{line(KLOJEN, 112).removeprefix(' - k. ')} {line(KLOJEN, 114)}"
    assert position(KLOJEN, 230)["fungsi"][11:] == [
        "menyampaikan saran dan pertimbangan kepada atasan sebagai bahan masukan guna kelancaran pelaksanaan tugas;",
        "dan melaksanakan tugas kedinasan lain sesuai dengan perintah atasan sesuai dengan tugas dan fungsinya.",
    ]


def test_three_states_of_tugas_and_fungsi():
    assert {"tugas", "fungsi"} & position(KEBOMAS, 191).keys() == set()
    assert position(KEBOMAS, 174)["fungsi"] is None
    assert position(KEBOMAS, 531)["fungsi"] is None
    assert position(KEBOMAS, 1046)["fungsi"].startswith("a. Pelaksanaan pengumpulan bahan")
    states = [position.get("fungsi", "-") for position in tree(KEBOMAS)["jabatan"]]
    assert (states.count(None), states.count("-")) == (52, 1)
    assert not [position for position in tree(KLOJEN)["jabatan"] if not isinstance(position["fungsi"], list)]


def test_shared_indicator_cells_hold_a_list_of_formulas():
    shared = {
        indicator["id"]: len(indicator["formulasi"])
        for position in tree(KLOJEN)["jabatan"]
        for plan in position["rencana_kinerja"]
        for indicator in plan["indikator"]
        if isinstance(indicator["formulasi"], list)
    }
    assert shared == {"camat.1.1": 3, "sekretaris.1.1": 3, "kasi-pemerintahan-umum.1.1": 2}
    second = position(KLOJEN, 131)["rencana_kinerja"][0]["indikator"][0]
    assert "sumber_data" not in second
    assert second["formulasi"][1] == {
        "uraian": "Jumlah RT/Rw yang mendapat insentif",
        "sumber_data": "Data pemerintahan wilayah kecamatan",
    }


def test_names_and_kinds():
    kinds = [position["jenis"] for position in tree(KEBOMAS)["jabatan"]]
    assert (kinds.count("struktural"), kinds.count("pelaksana")) == (52, 25)
    names = [position["nama"] for position in tree(KEBOMAS)["jabatan"]]
    assert len(set(names)) == 35
    assert names[0] == "KEPALA KELURAHAN TUNGGULUNAN"
    assert names.count("SEKRETARIS") == 11
    ids = [position["id"] for position in tree(KEBOMAS)["jabatan"] if position["nama"] == "SEKRETARIS"]
    assert ids == ["sekretaris", *(f"sekretaris-{i}" for i in range(2, 12))]
    assert not any("jenis" in position for position in tree(KLOJEN)["jabatan"])


def test_kebomas_front():
    decree = tree(KEBOMAS)["keputusan"]
    assert decree["nomor"] == "050/42.1/437.102/2023"
    assert decree["tentang"] == " ".join(line(KEBOMAS, number) for number in (17, 18))
    assert (decree["tempat"], decree["tanggal"]) == ("Gresik", "2023-01-27")
    assert decree["periode"] == {"dari": "2021", "sampai": "2026"}
    signatory = {"nama": "FULAN, S.Sos., M.M.", "pangkat": "Pembina Tingkat I", "nip": "19700101 199001 1 001"}
    assert decree["penandatangan"] == signatory
    assert [text.split()[0] for text in decree["menimbang"]] == ["bahwa", "bahwa"]
    assert len(decree["mengingat"]) == 8
    assert decree["mengingat"][4] == f"{line(KEBOMAS, 28).removeprefix('5. ')} {line(KEBOMAS, 30)}"
    assert decree["lampiran"] == ["LAMPIRAN I"]
    assert len(decree["diktum"]) == 4
    assert decree["diktum"][2] == (
        "Indikator Kinerja Utama dan Indikator Kinerja Individu Kecamatan Kebomas Kabupaten Gresik dimanfaatkan untuk :"
        " a. Perencanaan Strategis; b. Perencanaan Tahunan; c. Penetapan Kinerja; d. Pelaporan Akuntabilitas Kinerja"
        " Intansi Pemerintah; e. Evaluasi Kinerja Intansi Pemerintah;"
    )
    assert tree(KEBOMAS)["unit_kerja"] == {"nama": "KECAMATAN KEBOMAS", "kabupaten_kota": "KABUPATEN GRESIK"}


def test_kebomas_iku():
    first, second = tree(KEBOMAS)["iku"]
    assert (first["id"], second["id"]) == ("S.1", "S.2")
    assert first["sasaran"] == "Meningkatnya kualitas pelayanan publik di tingkat kecamatan"
    assert first["indikator"] == [
        {
            "id": "I.K.S.1.1",
            "nama": "Nilai Indeks Kepuasan Masyarakat pelayanan kecamatan",
            "formulasi": line(KEBOMAS, 104).strip(),
            "sumber_data": "Laporan Survey Kepuasan Masyarakat",
        }
    ]
    assert second["indikator"][0]["formulasi"] is None
    assert second["indikator"][0]["sumber_data"] == "Laporan hasil evaluasi SPBE dari Kementrian PAN RB"


def test_klojen_front_says_only_what_is_written():
    assert tree(KLOJEN)["keputusan"] == {
        "nomor": None,
        "tentang": "INDIKATOR KINERJA INDIVIDU KECAMATAN KLOJEN",
        "tempat": "Malang",
        "tanggal": "2018-01",
        "periode": {"dari": "2018", "sampai": "2018"},
        "penandatangan": {
            "jabatan": "CAMAT KLOJEN",
            "nama": "Drs. FULAN, M.Si.",
            "pangkat": "Pembina Tk. I/ IV b",
            "nip": "19700101 199001 1 01",
        },
    }
    assert tree(KLOJEN)["unit_kerja"] == {"nama": "KECAMATAN KLOJEN"}
    assert "iku" not in tree(KLOJEN)


def _pipes(text):
    lines = []
    for raw in text.split("\n"):
        cells = raw.replace("|", "\\|").split("\t")
        lines.append(f"| {' | '.join(cells)} |" if len(cells) > 1 else raw)
    return "\n".join(lines)


def _without_headers(name):
    roles = imported(name).roles
    lines = data(name).decode().split("\n")
    return "\n".join("" if roles.get(i) == "judul-kolom" else raw for i, raw in enumerate(lines, 1))


MUTATIONS = {
    "crlf": lambda name: data(name).replace(b"\n", b"\r\n"),
    "bom": lambda name: b"\xef\xbb\xbf" + data(name),
    "cr": lambda name: data(name).replace(b"\n", b"\r"),
    "page breaks": lambda name: data(name).replace(b"\n\n", b"\n\f\n"),
    "no trailing white space": lambda name: b"\n".join(raw.rstrip() for raw in data(name).split(b"\n")),
    "no blank lines": lambda name: b"\n".join(raw for raw in data(name).split(b"\n") if raw.strip()),
    "pipes": lambda name: _pipes(data(name).decode()).encode(),
    "no headers": lambda name: _without_headers(name).encode(),
}


@BOTH
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_the_same_rows_in_another_coat(name, mutation):
    found = import_text(name, MUTATIONS[mutation](name))
    assert checksum(plain(found.root)) == checksum(tree(name))
    assert plain(found.root)["jabatan"] == tree(name)["jabatan"]
    assert len(found.moved) == 12


def test_a_markdown_decree():
    found = load(
        "# LAMPIRAN\n\n**Jabatan:** Camat\n\n**Tugas:** memimpin\n\n**Fungsi:**\n\n- perumusan;\n- pembinaan.\n\n"
        "| No | Sasaran | Indikator Kinerja | Rumus | Sumber Data | Target | Satuan |\n|---|---|---|---|---|---|---|\n"
        "| 1. | Naik | A \\| **B** | x : y | Data | 90 | persen |\n| | | C | z | | | |\n",
        "a.md",
    )
    assert plain(found.root)["jabatan"] == [
        {
            "id": "camat",
            "nama": "Camat",
            "tugas": "memimpin",
            "fungsi": ["perumusan;", "pembinaan."],
            "rencana_kinerja": [
                {
                    "id": "camat.1",
                    "nomor": "1",
                    "uraian": "Naik",
                    "indikator": [
                        {
                            "id": "camat.1.1",
                            "nama": "A | B",
                            "formulasi": "x : y",
                            "sumber_data": "Data",
                            "satuan": "persen",
                            "target": "90",
                        },
                        {
                            "id": "camat.1.2",
                            "nama": "C",
                            "formulasi": "z",
                            "sumber_data": None,
                            "satuan": None,
                            "target": None,
                        },
                    ],
                }
            ],
        }
    ]
    assert found.repairs == ()


@pytest.mark.parametrize(
    ("cells", "expected", "kind"),
    [
        ("1\tR\tI\tF\tS", ("R", "I", "F", "S"), None),
        ("1\tR\tI\tF\t", ("R", "I", "F", None), None),
        ("1\tR\tI\tF", ("R", "I", "F", None), None),
        ("A b\t\tF\tS\t", (None, "A b", "F", "S"), "digeser"),
        ("A b\tF\tS\t\t", (None, "A b", "F", "S"), "digeser"),
        ("A b\tF\tS", (None, "A b", "F", "S"), "digeser"),
        ("R b\tI\tF\tS\t", ("R b", "I", "F", "S"), "mohon-periksa"),
        ("A b\tR\tI\tF\tS", ("A b R", "I", "F", "S"), "mohon-periksa"),
        ("1\tR\tI\tF\tS\tlebih", ("R", "I", "F", "S lebih"), "mohon-periksa"),
    ],
)
def test_cells_below_five_columns(cells, expected, kind):
    text = f"Jabatan: A\n{HEAD}{cells}\n"
    plan = first_plan(text)
    (indicator,) = plan["indikator"]
    assert (plan["uraian"], *(indicator[key] for key in ("nama", "formulasi", "sumber_data"))) == expected
    assert [repair.kind for repair in load(text).moved] == ([kind] if kind else [])


def test_a_row_before_any_plan_is_kept_and_told():
    text = f"Jabatan: A\n{HEAD}\t\tI\tF\tS\n"
    assert first_plan(text)["uraian"] is None
    assert [(r.id, r.line, r.kind) for r in load(text).repairs] == [("a.1.1", 3, "rencana-tidak-tertulis")]


def test_a_column_that_nobody_knows_is_told():
    head = "Kinerja Utama\tIndikator\tFormulasi\tSumber Data\tPenanggung Jawab\n"
    found = load(f"Jabatan: A\n{head}R\tI\tF\tS\tBudi\n")
    assert [(r.kind, r.args) for r in found.repairs] == [("kolom-lain", {"kolom": "Penanggung Jawab", "isi": "Budi"})]


def test_an_iku_table_with_codes_and_columns():
    head = "Kode\tIndikator Kinerja Utama\tFormulasi\tSumber Data\n"
    rows = "SS 1\tNaik\t\t\nIKU 1\tI\tF\tS\n\t\tG\t\n\tJ\tH\tT\n\tSumber Data\t\t\n\tU\t\t\n"
    assert plain(load(head + rows).root)["iku"] == [
        {
            "id": "SS-1",
            "sasaran": "Naik",
            "indikator": [
                {"id": "IKU-1", "nama": "I", "formulasi": "F G", "sumber_data": "S"},
                {"id": "iku.1.2", "nama": "J", "formulasi": "H", "sumber_data": "T U"},
            ],
        }
    ]


def test_a_line_between_rows_that_nobody_knows_is_a_problem():
    found = load(f"Jabatan: A\n{HEAD}1\tR\tI\tF\tS\nentah apa\n12\n\t\tJ\tF\tS\n")
    (problem,) = found.problems
    assert (problem.code, problem.message, problem.fatal) == ("IKI007", "impor-baris-tidak-dikenali", False)
    assert problem.args == {"baris": "4", "isi": "entah apa"}
    assert found.source.text[problem.start : problem.end] == "entah apa"
    assert found.roles[5] == "nomor-halaman"


@pytest.mark.parametrize(
    "row",
    ["Jabatan\t:\tCAMAT", "1.\tJabatan\t: CAMAT", "1. JABATAN : CAMAT", "Jabatan\tCAMAT", "Nama Jabatan:CAMAT\t\t\t"],
)
def test_ways_to_write_the_label(row):
    assert plain(load(f"{row}\n{HEAD}1\tR\tI\tF\tS\n").root)["jabatan"][0]["nama"] == "CAMAT"


def test_odd_white_space_is_white_space():
    found = load(f"Jabatan:\u00a0CAMAT\u00a0 KEBOMAS\n{HEAD}1\tR\u00a0a\tI\u2028b\t F\u200a\tS\n")
    (position,) = plain(found.root)["jabatan"]
    assert position["nama"] == "CAMAT KEBOMAS"
    assert position["rencana_kinerja"][0]["uraian"] == "R a"
    assert position["rencana_kinerja"][0]["indikator"][0]["nama"] == "I b"


def test_an_iku_table_in_the_usual_columns():
    head = "No\tSasaran\tIndikator Kinerja Utama\tFormulasi\tSumber Data\n"
    found = load(f"{head}1\tNaik\tI\tF\tS\n\t\tJ\t\tT\n")
    assert plain(found.root)["iku"] == [
        {
            "id": "iku.1",
            "sasaran": "Naik",
            "indikator": [
                {"id": "iku.1.1", "nama": "I", "formulasi": "F", "sumber_data": "S"},
                {"id": "iku.1.2", "nama": "J", "formulasi": None, "sumber_data": "T"},
            ],
        }
    ]
    assert "jabatan" not in found.root.items


@pytest.mark.parametrize(
    ("content", "code", "message", "edges"),
    [
        (b"", "IKI006", "impor-bukan-keputusan", (0, 0)),
        (b"Daftar belanja\n\nTelur\tSusu\n", "IKI006", "impor-bukan-keputusan", (0, 0)),
        ("Jabatan: A".encode("utf-16"), "IKI005", "bukan-utf-8", (0, 0)),
        (b"Jabatan: A\xff", "IKI005", "utf-8-rusak", (10, 11)),
        (b"Jabatan: A\0b", "IKI005", "karakter-kendali", (10, 11)),
    ],
)
def test_what_cannot_be_imported(content, code, message, edges):
    with pytest.raises(UnreadableDecree) as raised:
        import_text("a.txt", content)
    problem = raised.value.problem
    assert (problem.code, problem.message, (problem.start, problem.end)) == (code, message, edges)
    assert problem.fatal


def test_what_is_importable():
    assert [is_importable(path) for path in ("a.txt", "b/A.MD", "a.yaml", "txt")] == [True, True, False, False]
