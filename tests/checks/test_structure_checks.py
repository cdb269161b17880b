"""The checks of the structure group, where an example of one row is not enough."""

import iki_lint


def decree(*positions):
    return "versi_format: 1\njabatan:\n" + "".join(positions)


def position(id, name, unit="", rows="", duties="membina", functions="membina"):
    lines = [f"- id: {id}", f"  nama: {name}", f"  tugas: {duties}", f"  fungsi: {functions}"]
    if unit:
        lines.append(f"  unit: {unit}")
    plan = ["  rencana_kinerja:", f"  - id: {id}.1", "    uraian: Meningkatnya mutu", "    indikator:"]
    return "\n".join([*lines, *plan]) + "\n" + (rows or row(f"{id}.1.1", "Nilai SKM", "Nilai hasil SKM", "Laporan SKM"))


def row(id, name, formula, source):
    return f"    - id: {id}\n      nama: {name}\n      formulasi: {formula}\n      sumber_data: {source}\n"


def found(text, code):
    (file,) = iki_lint.check(text).files
    assert file.readable
    return [finding for finding in file.findings if finding.code == code]


def test_a_double_position_names_the_first_one():
    text = decree(position("a", "LURAH MAJU"), position("b", "LURAH JAYA"), position("c", "Lurah Maju"))
    (finding,) = found(text, "STR004")
    assert (finding.id, finding.text) == ("c", "Lurah Maju")
    (related,) = finding.related
    assert (related.message, related.pointer, related.place.line) == ("LURAH MAJU", "/jabatan/0/nama", 4)


def test_the_unit_tells_posts_apart():
    text = decree(position("a", "SEKRETARIS", "Kelurahan Maju"), position("b", "SEKRETARIS", "Kelurahan Jaya"))
    assert found(text, "STR004") == []
    assert found(text, "STR005") == []


def test_equal_posts_of_one_unit_are_double():
    text = decree(position("a", "SEKRETARIS", "Kelurahan Maju"), position("b", "SEKRETARIS", "Kelurahan Maju"))
    (finding,) = found(text, "STR004")
    assert finding.id == "b"


def test_a_section_head_names_only_itself():
    text = decree(position("a", "KEPALA SEKSI PEMERINTAHAN"), position("b", "KEPALA SEKSI PEMERINTAHAN"))
    assert found(text, "STR004") == []
    assert [finding.id for finding in found(text, "STR005")] == ["a", "b"]
    assert all("2 kali" in finding.message for finding in found(text, "STR005"))


def test_a_word_is_cut_off_when_the_decree_uses_the_longer_one_often():
    rows = "".join(row(f"a.1.{i}", f"Jumlah surat jenis {i}", "Jumlah surat per tahun", "Register") for i in range(5))
    rows += row("a.1.9", "Jumlah pengiriman naskah", "Jumlah Sura", "Register Surat")
    (finding,) = found(decree(position("a", "CAMAT", rows=rows)), "STR007")
    assert (finding.id, finding.text, finding.pointer) == (
        "a.1.9",
        "Sura",
        "/jabatan/0/rencana_kinerja/0/indikator/5/formulasi",
    )
    assert '"Surat"' in finding.suggestion


def test_an_unknown_last_word_alone_is_not_cut_off():
    rows = row("a.1.1", "Jumlah kegiatan di Kelurahan Gulomantu", "Jumlah kegiatan per tahun", "Register Kebom")
    assert found(decree(position("a", "CAMAT", rows=rows)), "STR007") == []


def test_a_label_in_the_duties():
    text = decree(position("a", "CAMAT", duties='"Melayani masyarakat. Fungsi :"', functions="null"))
    (finding,) = found(text, "STR006")
    assert (finding.text, finding.pointer) == ("Fungsi :", "/jabatan/0/tugas")


def test_the_missing_field_is_shown_where_it_stands():
    text = decree(position("a", "CAMAT", functions="null"))
    (finding,) = found(text, "STR003")
    assert (finding.pointer, finding.place.line, finding.place.column) == ("/jabatan/0/fungsi", 6, 11)


def test_every_empty_cell_has_its_own_finding():
    rows = "    - id: a.1.1\n      nama: Jumlah surat\n      formulasi: null\n      sumber_data:\n"
    findings = found(decree(position("a", "CAMAT", rows=rows)), "STR001")
    assert [finding.pointer.rpartition("/")[2] for finding in findings] == ["formulasi", "sumber_data"]
