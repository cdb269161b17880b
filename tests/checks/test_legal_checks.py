"""The legal basis of a decree and its preamble, where the examples of the rules are not enough."""

import json

import pytest

import iki_lint
from iki_lint.facts.citations import citations
from iki_lint.facts.regulations import changes, regulations
from iki_lint.language.lexicon import table


def found(code, date="2024-05-01", **head):
    head = {"tentang": "INDIKATOR KINERJA UTAMA DAN INDIKATOR KINERJA INDIVIDU", "tanggal": date, **head}
    (file,) = iki_lint.check(json.dumps({"versi_format": 1, "keputusan": head, "jabatan": []}) + "\n").files
    assert file.readable
    return [finding for finding in file.findings if finding.code == code]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Undang - Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", ("uu", 32, 2004)),
        ("Peraturan Pemerintah Republik Indonesia No. 17 Tahun 2018", ("pp", 17, 2018)),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022", ("perppu", 2, 2022)),
        ("Permenpan Nomor : PER-09/M.PAN/05/2007", ("permenpan", 9, 2007)),
        ("Peraturan Menteri Negara PAN Nomor PER/9/M.PAN/5/2007", ("permenpan", 9, 2007)),
        ("Peraturan Menteri PAN dan RB Nomor 53 Tahun 2014", ("permenpan", 53, 2014)),
        ("PermenPANRB 88/2021", ("permenpan", 88, 2021)),
        ("Permendagri No 54 Thn 2010", ("permendagri", 54, 2010)),
    ],
)
def test_a_citation_is_read(text, key):
    (citation,) = citations(text)
    assert citation.key == key
    assert not citation.told


@pytest.mark.parametrize(
    "text",
    [
        "Keputusan Bupati Gresik Nomor : 067/694/HK/437.12/2021 tentang IKU Tahun 2021-2026",
        "Peraturan Bupati Gresik Nomor 70 tahun 2016",
        "Lembaran Negara Republik Indonesia Tahun 2004 Nomor 125",
        "Peraturan Menteri Keuangan Nomor 8 Tahun 2021",
        "Triwulan 1/2023 dan SPP 8/2021",
    ],
)
def test_other_numbers_are_no_citations(text):
    assert citations(text) == ()


def test_what_is_told_of_is_not_relied_on():
    old = "PP Nomor 46 Tahun 2011"
    for text in (
        f"Perubahan atas {old}",
        f"Peraturan Kepala BKN tentang Ketentuan Pelaksanaan {old}",
        f"{old} tentang Penilaian Prestasi Kerja PNS dicabut",
        f"sebagaimana telah diganti dengan {old}",
    ):
        assert [citation.told for citation in citations(text)] == [True]
    later = citations(f"PermenPANRB 53/2014 tentang Tata Cara Reviu atas Laporan Kinerja; {old}")
    assert [citation.told for citation in later] == [False, False]


@pytest.mark.parametrize(
    ("date", "severities"),
    [("2021-12-30", []), ("2022-01", ["warning"]), ("2021", []), (None, ["warning"])],
)
def test_a_repealed_regulation_depends_on_the_date(date, severities):
    findings = found("DHK002", date, mengingat=["PermenPANRB Nomor 12 Tahun 2015 tentang Pedoman Evaluasi"])
    assert [finding.severity for finding in findings] == severities


def test_the_number_or_the_period_stand_for_a_missing_date():
    item = ["PermenPANRB Nomor 12 Tahun 2015 tentang Pedoman Evaluasi"]
    assert found("DHK002", None, nomor="188/4/2019", mengingat=item) == []
    assert found("DHK002", None, periode={"dari": 2018, "sampai": 2023}, mengingat=item) == []


def test_the_last_of_several_amendments_counts():
    base = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah dengan"
    item = f"{base} Undang-Undang Nomor 9 Tahun 2015 dan Undang-Undang Nomor 6 Tahun 2023"
    assert found("DHK002", mengingat=[item]) == []
    assert len(found("DHK002", mengingat=[f"{base} Undang-Undang Nomor 9 Tahun 2015"])) == 1
    assert found("DHK002", "2018-05-01", mengingat=[f"{base} Undang-Undang Nomor 9 Tahun 2015"]) == []


def test_a_wrong_number_is_not_a_missing_basis_too():
    item = "Peraturan Pemerintah Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    assert len(found("DHK003", mengingat=[item])) == 1
    assert all("Perpres 29/2014" not in finding.message for finding in found("DHK001", mengingat=[item]))


def test_a_decree_without_mengingat_is_left_to_itself():
    assert found("DHK001") == []
    assert found("DHK001", mengingat=[]) == []


def test_what_is_only_remembered_is_held_against_nobody():
    for each in table("peraturan"):
        known = regulations()[each["kunci"]]
        if each.get("bukti_diganti") == "ingatan":
            (finding,) = found("DHK002", None, mengingat=[f"{_kind(known.key[0])} {known.key[1]}/{known.key[2]}"])
            assert finding.severity == "info"
            assert finding.message.startswith("Perlu telaah")
        if each["bukti"] == "ingatan":
            item = f"{_kind(known.key[0])} {known.key[1]}/{known.key[2]} tentang Pedoman Pengadaan Barang dan Jasa"
            assert found("DHK003", mengingat=[item]) == []


def test_the_tables_are_whole():
    names = set(regulations())
    for each in table("peraturan"):
        assert each["bukti"] in ("dibaca", "dikutip", "ingatan")
        assert each["bukti"] == "ingatan" or each["dibaca_di"]
        assert ("diganti" in each) == ("diganti_sejak" in each) == ("bukti_diganti" in each)
        assert each.get("diganti", each["kunci"]) in names
    for each in table("dasar-hukum-inti"):
        assert regulations()[each["peraturan"]].known
    for each in changes().values():
        assert [change.since for change in each] == sorted(change.since for change in each)


def test_only_one_kind_is_named_where_the_title_names_both():
    (finding,) = found("DHK004", diktum=["Menetapkan IKU dan IKI.", "KEDUA : IKI dimanfaatkan untuk SKP."])
    assert (finding.text, finding.pointer) == ("IKI", "/keputusan/diktum/1")
    assert found("DHK004", diktum=["Menetapkan IKU dan IKI.", "IKU menjadi acuan.", "IKI menjadi acuan."]) == []
    assert found("DHK004", diktum=["Menetapkan IKU.", "Menetapkan IKI."]) == []


def test_attachments_without_a_number():
    first = "Menetapkan IKU dan IKI sebagaimana tercantum dalam Lampiran I dan II."
    (finding,) = found("DHK004", diktum=[first, "Target tercantum dalam Lampiran Keputusan ini."])
    assert finding.text == "Lampiran"
    assert found("DHK004", diktum=[first, "Rumus mengikuti Lampiran Peraturan Menteri itu."]) == []
    assert found("DHK004", diktum=["Menetapkan IKU dan IKI dalam Lampiran.", "Lampiran merupakan bagian."]) == []


def _kind(kind):
    return {"uu": "UU", "pp": "PP", "inpres": "Inpres", "permenpan": "PermenPANRB", "permendagri": "Permendagri"}[kind]
