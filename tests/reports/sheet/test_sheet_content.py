"""What a sheet says, word for word, on a small decree, a large one and a good one."""

import pytest
from sheet_samples import MARK, SMALL, cells, example, facts, matter_of, section, sheet, table, texts

from iki_lint.catalog import load_catalog
from iki_lint.findings import Overruled
from iki_lint.language.lexicon import table as records
from iki_lint.reports.sheet import working_paper
from iki_lint.reports.sheet.build import sheet_of
from iki_lint.reports.sheet.closing import hint
from iki_lint.reports.sheet.found import numbered
from iki_lint.reports.sheet.matter import Matter, codes, duty
from iki_lint.reports.sheet.place import where
from iki_lint.reports.sheet.pointers import column_of, unit_of
from iki_lint.reports.sheet.record import Band, Choice, Signatures, Styled
from iki_lint.reports.sheet.summary import conclusion, day

INDICATOR = "/jabatan/4/rencana_kinerja/0/indikator/1"


@pytest.fixture(scope="module")
def small():
    return sheet_of(matter_of(SMALL))


def test_the_sections_and_how_their_pages_stand(small) -> None:
    assert [(each.name, each.landscape, each.attached) for each in small.sections] == [
        ("Identitas", False, False),
        ("SMART-C", False, False),
        ("Temuan", True, False),
        ("Keselarasan", False, False),
        ("Rekap jabatan", False, False),
        ("Periksa dan paraf", False, True),
        ("SMART-C rinci", True, True),
        ("Dasar kriteria", False, True),
    ]
    assert (small.title, small.subtitle) == (
        "Lembar Telaah Rancangan Keputusan tentang IKU dan IKI",
        "KECAMATAN MAJU, KABUPATEN CONTOH",
    )
    assert small.page_of == "Halaman {halaman} dari {jumlah}"
    assert small.foot.endswith(" · sidik naskah abababababab")


def test_identity_names_the_file_without_its_folder(small) -> None:
    told = facts(small.sections[0])
    assert told["Naskah"] == f"contoh.yaml\nSHA-256 {MARK}"
    assert told["Rancangan"] == "Nomor 188/1/2026 tanggal 5 Januari 2026"
    assert told["Lampiran"] == "IKU: tidak dimuat. IKI: 3 jabatan, 3 rencana kinerja, 4 indikator."
    assert told["Tanggal telaah"] == told["Penelaah"] == told["Kesimpulan penelaah"] == ""
    assert load_catalog().digest[:12] in told["Versi aturan"]


def test_what_is_not_filled_in_is_left_to_be_filled_in() -> None:
    bare = facts(sheet_of(matter_of("versi_format: 1\njabatan: []\n")).sections[0])
    assert bare["Rancangan"] == "Nomor  ……………………  tanggal  …………………… "
    assert bare["Unit kerja"] == bare["Tentang"] == ""


@pytest.mark.parametrize(
    ("written", "told"), [("2023-01-27", "27 Januari 2023"), ("2023-13-01", "2023-13-01"), ("27/1/2023", "27/1/2023")]
)
def test_days(written, told) -> None:
    assert day(written, matter_of(SMALL)) == told


def test_only_sources_that_were_seen_are_named(small) -> None:
    catalog = load_catalog()
    named = facts(small.sections[0])["Dasar kriteria"]
    remembered = [each.title.split(" tentang ")[0] for each in catalog.basis.values() if each.evidence == "ingatan"]
    assert remembered
    assert not [title for title in remembered if title in named]
    assert "PermenPANRB 53/2014 (dibaca)" in named
    assert "PER/09/M.PAN/5/2007 (dikutip)" in named
    listed = [cells(row)[1:3] for row in table(section(small, "Dasar kriteria")).rows]
    assert ["PER/09/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator Kinerja Utama", "dikutip"] in listed
    assert {evidence for _, evidence in listed} == {"dibaca", "dikutip"}


def test_summary(small) -> None:
    told = facts(small.sections[0])
    assert told["Jabatan diperiksa"] == "3 (2 berbeda isinya, 1 isinya sama dengan jabatan lain)"
    assert told["Indikator diperiksa"] == "4 IKI, 0 IKU"
    assert told["Temuan"] == "5 galat, 5 peringatan, 0 info (9 rumusan yang berbeda)"
    assert told["Tidak dapat diperiksa"] == "0 baris (kolom bergeser)"
    assert told["Temuan yang diabaikan"] == "Tidak ada."
    assert told["Kesimpulan usulan"].startswith("BELUM DAPAT DIPARAF\nAda galat;")
    assert texts(small.sections[0])[2:] == [
        "Salin tugas dari peraturan tentang susunan organisasi dan tata kerja atau uraian jabatan "
        "(STR003: 2 temuan pada 2 jabatan).",
        'Sebut dokumen dan unit pembuatnya, mis. "Register pengaduan masyarakat Seksi Pemerintahan" '
        "(SBR001: 2 temuan pada 2 jabatan).",
        'Tulis "(jumlah yang memenuhi ÷ jumlah seluruhnya) × 100 %" (FRM003: 1 temuan pada 1 jabatan).',
    ]


@pytest.mark.parametrize(
    ("select", "ignore", "verdict"),
    [
        ((), (), "belum dapat diparaf"),
        (("SBR001",), (), "belum dapat diparaf"),
        (("BHS",), (), "tidak disimpulkan"),
        ((), ("SBR001", "STR003", "FRM003"), "tidak disimpulkan"),
    ],
)
def test_proposed_conclusion(select, ignore, verdict) -> None:
    assert conclusion(matter_of(SMALL, select=select, ignore=ignore))[0] == verdict


def test_conclusion_without_errors() -> None:
    clean = example("contoh-baik.yaml")
    assert conclusion(clean) == (
        "siap ditandatangani",
        "Tidak ada galat dan peringatan dari aturan yang dijalankan.",
    )
    (warning, *_) = [each for each in matter_of(SMALL).report.findings if each.severity == "warning"]
    warned = Matter(clean.report._replace(findings=(warning,), ran=codes()), clean.decree, MARK)
    assert conclusion(warned)[0] == "perbaikan ringan"


def test_rows_that_could_not_be_read_stand_against_signing() -> None:
    shifted = SMALL.replace(
        "Jumlah warga yang dilayani dalam satu tahun\n      sumber_data: Jelas",
        "Data register surat tugas perjalanan dinas\n      sumber_data: null",
    )
    matter = matter_of(shifted, ignore=("STR", "FRM003"))
    made = sheet_of(matter)
    assert facts(made.sections[0])["Tidak dapat diperiksa"] == "2 baris (kolom bergeser)"
    assert conclusion(matter)[0] == "belum dapat diparaf"
    last = cells(table(section(made, "SMART-C rinci")).rows[-1])
    assert last[4:12] == ["–", "–", "", "", "–", "", "", "STR001"]


def test_working_paper_by_post(small) -> None:
    grid = table(section(small, "SMART-C"))
    assert [column.title for column in grid.columns] == [
        "No", "Jabatan", "Indikator", "S\nY/T", "M\nY/T", "A", "R", "T\nY/T", "C", "Jml", "%",
    ]  # fmt: skip
    assert [cells(row) for row in grid.rows] == [
        ["1", "SEKRETARIS", "2", "2/0", "1/1", "", "", "1/0", "", "", ""],
        ["2", "KEPALA SEKSI PELAYANAN\nisi sama: no 3", "1", "1/0", "0/1", "", "", "", "", "", ""],
    ]
    assert all(isinstance(row[at], Styled) and row[at].tone == "proposed" for row in grid.rows for at in (3, 4, 6, 7))


def test_working_paper_in_detail(small) -> None:
    rows = table(section(small, "SMART-C rinci")).rows
    assert [row for row in rows if isinstance(row, Band)] == [
        Band("SEKRETARIS (no 1):", "Meningkatnya capaian program"),
        Band("KEPALA SEKSI PELAYANAN (no 2); KEPALA SEKSI UMUM (no 3):", "Terlayaninya warga"),
    ]
    assert [cells(row) for row in rows if not isinstance(row, Band)] == [
        ["1", "Persentase program yang tercapai", "90", "1", "Y", "T", "", "", "Y", "", "", "FRM003"],
        ["2", "Persentase program yang tercapai tepat waktu", "", "1", "Y", "Y", "", "", "", "", "", ""],
        ["3", "Jumlah warga yang dilayani", "", "2", "Y", "T", "", "", "", "", "", "SBR001"],
    ]


def test_targets_of_several_years_stand_one_a_line() -> None:
    first = table(section(sheet("contoh-baik.yaml"), "SMART-C rinci")).rows[1]
    assert cells(first)[2] == "2026: 83\n2027: 84\n2028: 85\n2029: 86"


def test_no_criterion_is_proposed_whose_rules_were_not_run() -> None:
    made = sheet_of(matter_of(SMALL, select=("FRM", "SBR")))
    assert cells(table(section(made, "SMART-C")).rows[0])[3:8] == ["", "0/1", "", "", ""]
    assert "Tidak semua aturan dijalankan;" in " ".join(texts(section(made, "SMART-C")))
    assert "Hanya 15 dari " in facts(made.sections[0])["Versi aturan"]


def test_findings(small) -> None:
    grid = table(section(small, "Temuan"))
    assert [column.title for column in grid.columns] == [
        "No", "Kode", "Tingkat", "Jabatan", "Lokasi", "Kutipan asli", "Kriteria", "Usulan perbaikan",
        "Penanggung jawab", "Tanggapan penyusun", "Status",
    ]  # fmt: skip
    assert grid.rows[0] == Band(
        "SBR001 sumber-kabur: 2 temuan pada 2 jabatan, 1 rumusan.",
        "Data harus dapat dipantau dan dikumpulkan; orang lain harus dapat menemukan dokumennya. "
        "Dasar: Lembar Kerja Evaluasi AKIP PermenPANRB 88/2021; PermenPANRB 53/2014.",
    )
    assert cells(grid.rows[1]) == [
        "1",
        "SBR001",
        "galat",
        "KEPALA SEKSI PELAYANAN (no 2); KEPALA SEKSI UMUM (no 3)",
        "2 kali: kolom Sumber data, baris 27, 35",
        "Jelas",
        'Sumber data "Jelas" tidak menunjuk dokumen tertentu.',
        'Sebut dokumen dan unit pembuatnya, mis. "Register pengaduan masyarakat Seksi Pemerintahan"',
        "Subbag Perencanaan",
        "",
        "☐ buka\n☐ diperbaiki\n☐ diabaikan",
    ]
    again = cells(grid.rows[4])
    assert (again[6], again[7]) == ("Idem No 2.", "Idem No 2.")
    assert [cells(row)[0] for row in grid.rows if not isinstance(row, Band)] == [str(at) for at in range(1, 10)]
    head = next(cells(row) for row in grid.rows if not isinstance(row, Band) and cells(row)[1] == "STR010")
    assert head[3:5] == ["Naskah keputusan", "Baris 2"]
    assert "nomor baris menunjuk contoh.yaml" in texts(section(small, "Temuan"))[1]


def test_where_nothing_is_cut_the_reason_stands_in_the_row() -> None:
    grid = table(section(sheet_of(matter_of(SMALL, paper=False)), "Temuan"))
    row = next(row for row in grid.rows if not isinstance(row, Band))
    assert cells(row)[6].endswith("Dasar: Lembar Kerja Evaluasi AKIP PermenPANRB 88/2021; PermenPANRB 53/2014.")


def test_what_was_set_aside_is_shown_with_its_reason(small) -> None:
    assert texts(section(small, "Temuan"))[-2:] == ["Temuan yang diabaikan", "Tidak ada."]
    matter = matter_of(SMALL)
    aside, *rest = matter.report.findings
    overruled = (Overruled(aside, "Nama resmi menurut Perbup", "2026-12-31"),)
    report = matter.report._replace(findings=tuple(rest), overruled=overruled)
    made = sheet_of(Matter(report, matter.decree, MARK))
    assert cells(table(section(made, "Temuan"), 1).rows[0]) == [
        "1", "STR010", "peringatan", "Naskah keputusan", "Baris 2", "188/1/2026", "Nama resmi menurut Perbup",
        "2026-12-31",
    ]  # fmt: skip
    assert facts(made.sections[0])["Temuan yang diabaikan"] == "1, dengan alasan tertulis"


def test_cascade_and_posts(small) -> None:
    assert facts(section(small, "Keselarasan")) == {
        "IKU → rencana kinerja pimpinan": "Keputusan ini tidak memuat IKU",
        "Rencana kinerja": "3: 0 dengan induk tertulis, 0 dengan induk yang diusulkan alat (mohon konfirmasi), "
        "3 tanpa induk",
        "Indikator atasan tanpa pendukung": "0",
    }
    assert [cells(row) for row in table(section(small, "Rekap jabatan")).rows] == [
        ["1", "SEKRETARIS", "1", "2", "1", "0", "tidak", "0", ""],
        ["2", "KEPALA SEKSI PELAYANAN", "1", "1", "2", "1", "ya", "0", ""],
        ["3", "KEPALA SEKSI UMUM", "1", "1", "2", "2", "ya", "0", "isi = No 2"],
    ]


def test_the_cascade_of_a_good_decree() -> None:
    part = section(sheet("contoh-baik.yaml"), "Keselarasan")
    told = facts(part)
    assert told["IKU → rencana kinerja pimpinan"] == "3 dari 3 sasaran dipikul"
    assert told["IKU → indikator pimpinan"] == "3 dari 3 indikator IKU tercantum pada indikator pimpinan"
    assert told["Rencana pimpinan yang tidak memikul IKU"] == "0"
    assert texts(part)[-1] == "Tidak ada."
    assert facts(section(sheet_of(matter_of(SMALL, select=("FRM",))), "Keselarasan"))[
        "Indikator atasan tanpa pendukung"
    ] == "Aturannya tidak dijalankan."  # fmt: skip


def test_the_tool_ticks_nothing(small) -> None:
    part = section(small, "Periksa dan paraf")
    rows = [cells(row) for row in table(part).rows]
    assert {row[0] for row in rows} == {"☐"}
    assert [row[3] for row in rows] == [
        "0 galat, 2 peringatan, 0 info (STR010)",
        "2 galat, 2 peringatan, 0 info (STR003)",
        "Keputusan ini tidak memuat IKU.",
        "Tidak ada temuan.",
        "Tidak ada temuan.",
        "0 galat, 1 peringatan, 0 info (DUP003)",
        "Tidak ada temuan.",
        "Tidak ada temuan.",
        "5 galat, 0 peringatan, 0 info (FRM003, SBR001, STR003)",
    ]
    assert {hint(each, matter_of(SMALL, select=("FRM010",))) for each in records("telaah-periksa")} == {
        "Tidak semua aturannya dijalankan.",
        "Keputusan ini tidak memuat IKU.",
    }
    boxes = part.blocks[-1]
    assert isinstance(boxes, Signatures)
    assert [(party.act, party.office) for party in boxes.parties] == [
        ("Disusun", "Subbag Perencanaan"),
        ("Diperiksa", "Sekretaris"),
        ("Ditelaah", "Bagian Organisasi"),
        ("Redaksi", "Bagian Hukum"),
        ("Diverifikasi", "Inspektorat"),
        ("Disetujui", "Pimpinan unit kerja"),
    ]
    assert boxes.labels == ("Nama", "NIP", "Tanggal")


def test_a_large_decree_is_cut_on_paper_and_says_what_is_left_out() -> None:
    made = sheet("kebomas.yaml")
    matter = example("kebomas.yaml")
    chapters = numbered(matter.report.findings)
    total = sum(len(each.chapter.groups) for each in chapters)
    grid, rest = table(section(made, "Temuan")), table(section(made, "Temuan lanjutan"))
    told = [
        int(cells(row)[0].replace(".", "")) for each in (grid, rest) for row in each.rows if not isinstance(row, Band)
    ]
    assert len(told) == len(set(told)) < total
    for each in chapters:
        first, groups = each.first, len(each.chapter.groups)
        here = [at for at in told if first <= at < first + groups]
        most = {"error": groups, "warning": min(groups, 5), "info": 0}[each.chapter.severity]
        assert here == list(range(first, first + most)) or sorted(here) == list(range(first, first + most))
        left = groups - most
        if left and most:
            sentence = f"No {matter.number(first + most)}–{matter.number(first + groups - 1)} ("
            bands = [row for row in rest.rows if isinstance(row, Band) and row.text.startswith(each.chapter.code)]
            assert any(sentence in band.more and "tidak dicetak" in band.more for band in bands)
    informed = table(section(made, "Temuan"), 1)
    assert len(informed.rows) == sum(each.chapter.severity == "info" for each in chapters)


def test_a_spreadsheet_leaves_nothing_out() -> None:
    made = sheet("kebomas.yaml", paper=False)
    matter = example("kebomas.yaml")
    total = sum(len(each.chapter.groups) for each in numbered(matter.report.findings))
    rows = [cells(row) for row in table(section(made, "Temuan")).rows if not isinstance(row, Band)]
    assert [row[0] for row in rows] == [str(at) for at in range(1, total + 1)]
    assert "Temuan lanjutan" not in {each.name for each in made.sections}
    indicators = [int(cells(row)[5]) for row in table(section(made, "SMART-C rinci")).rows if not isinstance(row, Band)]
    assert sum(indicators) == 2041


def test_numbers_of_a_large_decree() -> None:
    made = sheet("kebomas.yaml")
    told = facts(made.sections[0])
    counts = {severity: example("kebomas.yaml").report.count(severity) for severity in ("error", "warning", "info")}
    assert told["Lampiran"] == (
        "IKU: 2 sasaran, 2 indikator. IKI: 77 jabatan, 659 rencana kinerja, 2.039 indikator."
    )  # fmt: skip
    assert told["Jabatan diperiksa"] == "77 (34 berbeda isinya, 43 isinya sama dengan jabatan lain)"
    assert f"{counts['error']} galat, {counts['warning']:,} peringatan".replace(",", ".", 1)[:9] in told["Temuan"]
    assert "12 baris digeser kembali saat impor" in told["Tidak dapat diperiksa"]
    recap = [cells(row) for row in table(section(made, "Rekap jabatan")).rows]
    assert len(recap) == 78
    assert recap[0][:4] == ["", "IKU", "2", "2"]
    assert sum(int(row[2]) for row in recap[1:]) == 659
    assert sum(int(row[3]) for row in recap[1:]) == 2039
    grid = table(section(made, "Temuan"))
    first = next(cells(row) for row in grid.rows if not isinstance(row, Band))
    assert first[4].startswith("64 kali: kolom Indikator, baris 244, 263, 265, 266 dan 60 lainnya")


def test_english() -> None:
    made = sheet("kebomas.yaml", "en")
    assert made.title == "Review Sheet of a Draft Decree on IKU and IKI"
    assert "plans 659, indicators 2,039" in facts(made.sections[0])["Attachments"]
    assert cells(table(section(made, "SMART-C")).rows[0])[1] == "IKU"


def test_every_rule_has_someone_who_mends_it() -> None:
    assert all(f"kantor-{duty(code)['penanggung']}" in load_catalog().messages for code in codes())
    named = {record["aturan"] for record in records("telaah-aturan")}
    assert all(any(code.startswith(each) for code in (*codes(), "IKI000")) for each in named)
    assert {duty(code).get("kriteria") for code in codes()} == {"S", "M", "R", "T", None}


def test_status_is_a_choice(small) -> None:
    row = next(row for row in table(section(small, "Temuan")).rows if not isinstance(row, Band))
    assert row[-1] == Choice(("buka", "diperbaiki", "diabaikan"))


def test_a_working_paper_without_end_is_cut_on_paper(monkeypatch) -> None:
    monkeypatch.setattr(working_paper, "MOST_LINES", 2)
    part = section(sheet_of(matter_of(SMALL)), "SMART-C rinci")
    assert len([row for row in table(part).rows if not isinstance(row, Band)]) == 2
    assert texts(part)[-1] == "1 baris terakhir tidak dicetak; semuanya ada dalam lembar .xlsx."
    whole = section(sheet_of(matter_of(SMALL, paper=False)), "SMART-C rinci")
    assert len(table(whole).rows) == 3


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (None, "Kolom Formulasi, baris 14"),
        ("naskah.txt, baris 7", "Kolom Formulasi, baris 7 (naskah.txt)"),
        ("Tabel 2, baris 617, kolom Formulasi", "Tabel 2, baris 617, kolom Formulasi"),
        ("Lembar IKI, sel D617", "Kolom Formulasi, Lembar IKI, sel D617"),
    ],
)
def test_places(address, told) -> None:
    matter = matter_of(SMALL)
    found = next(each for each in matter.report.findings if each.code == "FRM003")
    assert where([found._replace(address=address)], matter) == told


@pytest.mark.parametrize(
    ("pointer", "unit", "column"),
    [
        ("/jabatan/4/rencana_kinerja/0/indikator/1/formulasi/2/uraian", INDICATOR, "formulasi"),
        ("/jabatan/4/rencana_kinerja/0/indikator/1/nama", INDICATOR, "nama"),
        ("/jabatan/4/rencana_kinerja/0/uraian", "/jabatan/4/rencana_kinerja/0", "uraian"),
        ("/jabatan/4/nama", "/jabatan/4", "jabatan"),
        ("/jabatan/4/tugas/0", "/jabatan/4", "tugas"),
        ("/iku/0/indikator/0/target/2026", "/iku/0/indikator/0", "target"),
        ("/iku/0/sasaran", "/iku/0", "sasaran"),
        ("/keputusan/penandatangan/nama", "/keputusan/penandatangan/nama", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_pointers(pointer, unit, column) -> None:
    assert (unit_of(pointer), column_of(pointer)) == (unit, column)
