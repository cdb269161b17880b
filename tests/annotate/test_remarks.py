"""Which findings become remarks, in which order, and what they say."""

from iki_lint.annotate.remarks import MOST, remarks, summary
from iki_lint.findings import Finding


def finding(code, severity, message, address=None, **more):
    return Finding(code, "contoh", severity, message, "/x", address=address, **more)


def test_equal_findings_are_one_remark_with_their_places():
    found = [finding("A1", "error", "Sama", f"Tabel 1, baris {i}") for i in range(1, 1007)]
    (remark,) = remarks(found, "id").shown
    assert (remark.address, remark.severity, remark.level, remark.code, remark.message) == (
        "Tabel 1, baris 1",
        "error",
        "galat",
        "A1",
        "Sama",
    )
    others = "Tabel 1, baris 2; Tabel 1, baris 3; Tabel 1, baris 4 dan 1.002 tempat lain"
    assert remark.notes == (f"sama di 1.005 tempat lain: {others}",)
    assert remark.findings == tuple(found)


def test_the_worst_first_and_each_rule_in_its_turn():
    found = [finding("B1", "info", "kecil")]
    found += [finding("A1", "warning", f"satu {i}") for i in range(3)]
    found += [finding("A2", "warning", "dua"), finding("C1", "error", "besar")]
    said = [remark.message for remark in remarks(found, "id").shown]
    assert said == ["besar", "satu 0", "dua", "satu 1", "satu 2", "kecil"]


def test_no_more_than_a_person_reads():
    found = [finding("A1", "error", f"pesan {i}") for i in range(1500)]
    made = remarks(found, "id")
    assert (len(made.shown), made.left) == (MOST, 1350)
    assert summary(made, 1500, "id") == (
        "Salinan untuk pemeriksaan: 1.500 temuan, yang terberat dalam 150 catatan; yang sama ditulis satu kali. "
        "Masih ada 1.350 catatan lain: perbaiki dulu yang ini, lalu periksa lagi, atau lihat semuanya dengan "
        "iki-lint check --show-all."
    )
    assert summary(remarks([], "en"), 0, "en") == (
        "A copy for review: 0 findings in 0 remarks; equal ones are written once."
    )


def test_places_without_an_address_and_english():
    found = [finding("A1", "warning", "Same", id=each) for each in ("camat.1", "camat.2")]
    (remark,) = remarks(found, "en").shown
    assert (remark.level, remark.address, remark.notes) == (
        "warning",
        None,
        ("the same in 1 other places: camat.2",),
    )
