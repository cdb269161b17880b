"""Misspellings as findings: whose rule speaks, how severely, where, and what mends them."""

import iki_lint

HEAD = "versi_format: 1\n"


def decree(*rows, name="CAMAT", duties="membina", head="", plan="Meningkatnya mutu"):
    lines = [
        f"{HEAD}{head}jabatan:",
        "- id: a",
        f"  nama: {name}",
        f"  tugas: {duties}",
        "  fungsi: membina",
        "  rencana_kinerja:",
        "  - id: a.1",
        f"    uraian: {plan}",
        "    indikator:",
    ]
    for number, row in enumerate(rows or ("Jumlah surat",), 1):
        lines += [f"    - id: a.1.{number}", f"      nama: {row}", "      formulasi: Jumlah surat dalam 1 tahun"]
        lines += ["      sumber_data: Register surat"]
    return "\n".join(lines) + "\n"


def found(text, *codes, **config):
    (file,) = iki_lint.check(text, iki_lint.Config(**config)).files
    assert file.readable
    return [finding for finding in file.findings if finding.code.startswith(codes or ("BHS", "SAS004"))]


def said(text, *codes, **config):
    return [(each.code, each.severity, each.text) for each in found(text, *codes, **config)]


def test_the_place_the_words_and_the_fix():
    (finding,) = found(decree("Jumlah dokumen adminitasi warga"))
    assert (finding.code, finding.name, finding.severity) == ("BHS002", "salah-ketik", "warning")
    assert finding.message == 'Salah ketik "adminitasi"; maksudnya "administrasi"'
    assert finding.suggestion == 'Tulis "administrasi"'
    assert finding.pointer == "/jabatan/0/rencana_kinerja/0/indikator/0/nama"
    assert (finding.id, finding.text, tuple(finding.place)) == ("a.1.1", "adminitasi", (12, 28, 12, 38))
    assert finding.fix.safe
    assert [(tuple(edit.place), edit.text) for edit in finding.fix.edits] == [((12, 28, 12, 38), "administrasi")]


def test_every_kind_of_text_is_read():
    head = (
        "keputusan: {tentang: KEPUTUSAN ADMINISTRAI, menimbang: [bahwa adminitasi], diktum: [Menetapkan adminitasi]}\n"
        "unit_kerja: {nama: KECAMATAN MAJU}\n"
        "iku:\n- id: S.1\n  sasaran: Meningkatnya adminitasi\n  indikator: []\n"
    )
    text = decree(
        "Jumlah adminitasi", duties="[mengelola adminitasi, membina]", head=head, plan="Terkelolanya adminitasi"
    )
    assert [each.pointer for each in found(text, "BHS002")] == [
        "/keputusan/tentang",
        "/keputusan/menimbang/0",
        "/keputusan/diktum/0",
        "/iku/0/sasaran",
        "/jabatan/0/tugas/0",
        "/jabatan/0/rencana_kinerja/0/uraian",
        "/jabatan/0/rencana_kinerja/0/indikator/0/nama",
    ]


def test_ids_names_and_numbers_are_not_read():
    head = "keputusan: {nomor: 1/adminitasi, tempat: Adminitasi, penandatangan: {nama: Adminitasi, nip: adminitasi}}\n"
    assert found(decree(head=head).replace("id: a.1.1", "id: adminitasi")) == []


def test_formula_parts_are_read():
    row = "Persentase surat\n      satuan: adminitasi\n      penjelasan: adminitasi"
    text = decree(row).replace(
        "formulasi: Jumlah surat dalam 1 tahun",
        "formulasi: {pembilang: Jumlah adminitasi, penyebut: Jumlah adminitasi, pengali: 100}",
    )
    assert [each.pointer.rpartition("/")[2] for each in found(text, "BHS002")] == [
        "satuan", "penjelasan", "pembilang", "penyebut",
    ]  # fmt: skip


def test_a_source_that_several_rows_share_is_told_once():
    text = decree().replace(
        "formulasi: Jumlah surat dalam 1 tahun", "formulasi: [Jumlah surat masuk, Jumlah surat keluar]"
    )
    assert len(found(text.replace("Register surat", "Register adminitasi"), "BHS002")) == 1


def test_a_word_that_is_not_standard():
    assert said(decree("Jumlah survey")) == [("BHS001", "info", "survey")]


def test_it_is_graver_in_the_title_and_in_a_key_indicator():
    head = "keputusan: {tentang: PROSENTASE LAYANAN}\niku:\n- id: S.1\n  sasaran: Meningkatnya obyek\n  indikator: []\n"
    assert said(decree(head=head)) == [("BHS001", "warning", "PROSENTASE"), ("BHS001", "warning", "obyek")]


def test_an_official_name_is_only_pointed_out():
    (finding,) = found(decree(name="KEPALA SEKSI KETENTRAMAN"))
    assert (finding.code, finding.severity, finding.text, finding.fix) == ("BHS001", "info", "KETENTRAMAN", None)
    assert "nama resmi" in finding.message


def test_a_cited_title_keeps_its_spelling():
    law = "Peraturan Bupati Nomor 7 Tahun 2016 tentang Ijin dan Sub Bagian Rentra dibidang Umum"
    assert found(decree(head=f'keputusan: {{mengingat: ["{law};"]}}\n')) == []
    assert said(decree(head=f'keputusan: {{mengingat: ["{law}; serta ijin"]}}\n')) == [("BHS001", "info", "ijin")]


def test_a_typing_error_in_a_cited_title_is_told_but_not_mended():
    law = "Peraturan Bupati Nomor 7 Tahun 2016 tentang Susunan Organisai"
    (finding,) = found(decree(head=f'keputusan: {{mengingat: ["{law}"]}}\n'))
    assert (finding.code, finding.text, finding.fix) == ("BHS002", "Organisai", None)


def test_a_broken_result_frame_is_told_once_by_the_rule_for_it():
    assert said(decree(plan="Terlaksananta mutu")) == [("SAS004", "warning", "Terlaksananta")]
    assert said(decree(plan="Terlaksananta mutu"), ignore=("SAS004",)) == [("BHS002", "warning", "Terlaksananta")]
    assert said(decree(plan="Terlaksanakannya mutu")) == [("SAS004", "warning", "Terlaksanakannya")]
    assert said(decree(plan="Terlaksanakannya mutu"), select=("BHS",)) == [("BHS001", "info", "Terlaksanakannya")]


def test_what_is_not_sure_has_an_unsafe_fix():
    (finding,) = found(decree("Jumlah siswa umat bergama", plan="Meningkatnya kerukunan umat beragama dan bersama"))
    assert finding.text == "bergama"
    assert not finding.fix.safe


def test_a_doubted_word_has_no_fix():
    rows = [f"Jumlah pencatatan surat {number}" for number in range(12)]
    (finding,) = found(decree(*rows, "Jumlah pencacatan surat"))
    assert (finding.code, finding.severity, finding.text, finding.fix) == ("BHS002", "info", "pencacatan", None)
    assert "perlu telaah" in finding.message


def test_own_words_of_the_caller():
    assert found(decree("Jumlah adminitasi"), words=("Adminitasi",)) == []


def test_marks_and_blanks():
    text = decree(
        "Jumlah surat ;",
        "'  Jumlah  surat '",
        "Jumlah surat , nota",
        "Jumlah surat,nota",
        "Jumlah Memonitor kegiatan",
        "Jumlah surat masuk (rata-rata). Dihitung per hari.",
        "Jumlah surat, dll.",
    )
    assert [(each.text, each.fix.edits[0].text) for each in found(text, "BHS006")] == [
        (" ;", ""),
        ("  ", ""),
        ("  ", " "),
        (" ", ""),
        (" ,", ","),
        (",", ", "),
        ("Memonitor", "memonitor"),
    ]


def test_items_of_duties_may_end_in_a_semicolon():
    assert found(decree(duties="[membina;, 'melayani warga;', mengawasi.]"), "BHS006") == []
    assert [each.text for each in found(decree(duties="membina  warga"), "BHS006")] == ["  "]


def test_the_letter_x_for_times():
    text = decree("Persentase surat").replace("surat dalam 1 tahun", "surat dijawab dibagi jumlah surat X 100%")
    (finding,) = found(text, "BHS006")
    assert (finding.text, finding.fix.edits[0].text, finding.fix.safe) == ("X", "×", True)
