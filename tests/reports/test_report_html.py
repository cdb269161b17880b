import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256

import pytest
from html_samples import DECREE, HOSTILE, ROOT, Read, example, hostile, page, small
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import at, finding, in_file

from iki_lint.cascade.tree import DEEPEST
from iki_lint.catalog import load_catalog
from iki_lint.cli.app import run
from iki_lint.findings import Overruled, Related
from iki_lint.linting import Config, Review, review_file
from iki_lint.reports import groups as groups_of_rules
from iki_lint.reports.html import rules
from iki_lint.reports.html.head import head_of
from iki_lint.reports.html.heat import heat_map
from iki_lint.reports.html.posts import posts_of
from iki_lint.reports.html.quotes import Quote, quotes
from iki_lint.reports.html.tree import drawable_tree


def of(*findings, **changes):
    """The page of one file that was no decree, as it is read."""
    return Read(page(Review(in_file("Jumlah rencana\n", *findings, **changes), None)))


@pytest.mark.parametrize("review", [example("klojen.yaml"), hostile(), small()])
def test_nothing_is_loaded_and_only_its_own_style_and_script_are_obeyed(review):
    text = page(review)
    read = Read(text)
    names = {name for name, _ in read.attributes}
    assert not names & {"src", "style", "srcset", "action", "srcdoc", "data", "onclick", "onload", "onerror"}
    assert {value[:1] for name, value in read.attributes if name == "href"} == {"#"}
    assert "@import" not in read.scripts["style"]
    assert "url(" not in read.scripts["style"]
    assert not {tag for tag, _ in read.elements} & {"link", "img", "iframe", "object", "embed", "base"}
    style, script = (
        f"'sha256-{b64encode(sha256(read.scripts[tag].encode()).digest()).decode()}'" for tag in ("style", "script")
    )
    policy = f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"
    assert ("content", policy) in read.attributes
    assert [tag for tag, _ in read.elements].count("script") == 1


def test_what_would_be_obeyed_is_shown():
    read = Read(page(hostile()))
    shown = HOSTILE.replace("\x1b", "\\x1b").replace("\u202e", "<U+202E>")
    assert read.said.count(" ".join(shown.split())) >= 7
    assert "\x1b" not in page(hostile())
    assert page(small()).count("<script>") == 1
    assert "STAF <script>document.title = 'diambil'</script>" in read_small().said


def read_small():
    return Read(page(small()))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_no_text_changes_what_a_page_is_made_of(text):
    made = page(hostile(text))
    made.encode()
    # Where a file has no text there is nothing to quote from.
    other = page(hostile("\n".join("x" for _ in text.splitlines()) or "x"))
    assert {tag for tag, _ in Read(made).elements} <= {tag for tag, _ in Read(other).elements}
    assert {name for name, _ in Read(made).attributes} == {name for name, _ in Read(other).attributes}


def test_equal_runs_give_equal_bytes():
    folders = [os.path.dirname(os.path.abspath(__file__)), ROOT]
    program = (
        f"import sys; sys.path[:0] = {folders!r}; from html_samples import *;"
        "sys.stdout.buffer.write(page(example('klojen.yaml'), small()).encode())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert ROOT.encode() not in runs.pop()


def test_the_head_of_the_page():
    said = Read(page(example("kebomas.yaml"))).said
    assert "KECAMATAN KEBOMAS, KABUPATEN GRESIK Keputusan Nomor 050/42.1/437.102/2023" in said
    assert "Ditetapkan Gresik, 27 Januari 2023 Diperiksa 77 jabatan, 659 rencana kinerja, 2.039 indikator" in said
    errors = example("kebomas.yaml").report.count("error")
    assert re.search(rf"Kesimpulan Belum dapat ditandatangani: {errors} galat pada \d+ jabatan\. ", said)
    assert "Yang pertama dikerjakan Susunan dan kelengkapan " in said


def test_in_english():
    text = page(example("kebomas.yaml", "en"), lang="en")
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    said = Read(text).said
    assert "Date Gresik, 27 January 2023 Checked positions 77, plans 659, indicators 2,039" in said
    assert "Verdict Not ready to be signed; errors: " in said


@pytest.mark.parametrize(
    ("severities", "verdict"),
    [
        (("error", "warning"), "Belum dapat ditandatangani: 1 galat."),
        (("warning", "info"), "Tidak ada galat; 1 peringatan sebaiknya diselesaikan sebelum ditandatangani."),
        (("info",), "Tidak ada galat atau peringatan yang menghalangi penandatanganan."),
        ((), "Tidak ada temuan yang menghalangi penandatanganan."),
    ],
)
def test_the_verdict(severities, verdict):
    said = of(*(finding(at(1), severity=severity) for severity in severities)).said
    assert f"Kesimpulan {verdict}" in said


def test_a_file_that_is_no_decree_and_a_rule_that_failed_are_no_clean_bill():
    assert "Belum dapat diperiksa: berkas ini tidak dapat dibaca" in of(finding(), readable=False).said
    assert "Pemeriksaan belum lengkap" in of(finding(code="IKI000", severity="info")).said


def test_what_comes_first():
    """The structure of the tables, then the largest group; warnings only where there are no errors."""
    found = [
        *[finding(at(1), code="IND002", name="indikator-berupa-kegiatan", message=m) for m in "abc"],
        finding(at(1), code="STR002", name="kolom-bergeser"),
        finding(at(1), suggestion="Tulis pembagi"),
        *[finding(at(1), code="SAS001", severity="warning")] * 9,
    ]
    said = of(*found).said
    start = said.index("Yang pertama dikerjakan")
    assert said[start:].startswith(
        "Yang pertama dikerjakan "
        "Susunan dan kelengkapan 1 galat Kolom bergeser 1 Dahulukan: temuan lain pada bagian ini dapat berubah "
        "sesudahnya. Rumusan indikator 3 galat Indikator berupa kegiatan 3 "
        "Formulasi 1 galat Persentase tanpa pembagi 1 Usul: Tulis pembagi "
    )
    assert "Rumusan sasaran dan rencana kinerja 9" not in said


def test_a_finding_is_told_whole():
    review = small()
    text = page(review)
    said = Read(text).said
    found = next(f for f in review.report.findings if f.code == "FRM003" and f.position == "CAMAT")
    rule = next(rule for rule in load_catalog().rules if rule.code == "FRM003" and not rule.case)
    assert found.message in said
    assert f"Usul: {found.suggestion}" in said
    assert f"Mengapa: {rule.why.id}" in said
    assert "Dasar: Lembar Kerja Evaluasi AKIP PermenPANRB 88/2021 (dibaca)" in said
    assert f"CAMAT: camat.1.1, baris {found.place.line}" in said
    assert "<mark>Jumlah keluhan</mark>" in text


def test_equal_findings_are_said_once_with_every_place():
    same = [finding(at(1, 1, 6), text="Jumlah", id=f"a.{n}", position="SEKRETARIS") for n in range(1, 1201)]
    read = of(*same)
    assert read.said.count("Formulasinya bukan perbandingan") == 1
    assert "1.200 tempat" in read.said
    assert "SEKRETARIS: a.1, baris 1; a.2, baris 1; " in read.said
    assert [value for name, value in read.attributes if name == "data-n"] == ["1200", "1200"]


def test_related_places_and_what_was_set_aside():
    related = tuple(Related(f"sama dengan {n}", f"/x/{n}", at(n) if n < 3 else None) for n in range(1, 6))
    gone = Overruled(finding(at(7), id="camat.1"), "nama resmi <Perbup>", "2026-12-31")
    said = of(finding(at(1), related=related), overruled=(gone,)).said
    assert "Terkait: sama dengan 1 (baris 1) Terkait: sama dengan 2 (baris 2) Terkait: sama dengan 3 (/x/3)" in said
    assert "sama dengan 3 (/x/3) dan 2 tempat lain" in said
    assert "camat.1, baris 7 Formulasinya bukan perbandingan nama resmi <Perbup> 2026-12-31" in said


def test_several_files_have_a_table_and_a_part_each():
    read = Read(page(example("klojen.yaml"), example("contoh-baik.yaml")))
    ids = [value for name, value in read.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    assert {"f1", "f2"} < set(ids)
    assert "examples/contoh-baik.yaml Tidak ada temuan yang menghalangi penandatanganan 0 0 0" in read.said


def test_every_link_leads_somewhere():
    read = Read(page(example("kebomas.yaml"), small()))
    ids = {value for name, value in read.attributes if name in ("id",)}
    assert {value[1:] for name, value in read.attributes if name == "href"} <= ids
    labelled = {value for name, value in read.attributes if name == "aria-labelledby"}
    assert labelled <= ids


def test_posts_have_keys_that_last():
    text = DECREE.replace("id: staf-b", "id: 'a b&c'", 1)
    decree = review_file("a.yaml", Config(), text.encode()).decree
    posts = posts_of(decree, "id")
    assert [(post.key, post.name[:5], post.indicators, post.id) for post in posts.all] == [
        ("/keputusan", "Naska", 0, ""),
        ("/iku", "IKU", 1, ""),
        ("camat", "CAMAT", 1, ""),
        ("staf-a", "STAF ", 2, "staf-a"),
        ("/jabatan/2", "STAF ", 1, "a b&c"),
    ]
    pointers = {"/iku/0/sasaran": 1, "/jabatan/1/nama": 3, "/jabatan/2": 4, "/keputusan/nomor": 0, "": 0, "/x/1": 0}
    assert {pointer: posts.of(finding(pointer=pointer)) for pointer in pointers} == pointers


def test_the_map_counts_and_colours_by_indicators():
    posts = posts_of(small().decree, "id")
    found = [
        *[finding(pointer="/jabatan/1/nama", severity="warning")] * 2,
        finding(pointer="/jabatan/0/nama"),
        *[finding(pointer="/iku/0", code="STR001")] * 2,
        finding(pointer="/keputusan"),
    ]
    heat = heat_map(found, posts, ["STR", "FRM"])
    assert [(row.errors, [(cell.total, cell.level) for cell in row.cells], row.total) for row in heat.rows] == [
        (1, [(0, 0), (1, 0)], 1),
        (2, [(2, 5), (0, 0)], 2),
        (1, [(0, 0), (1, 4)], 1),
        (0, [(0, 0), (2, 4)], 2),
        (0, [(0, 0), (0, 0)], 0),
    ]
    assert heat.sums == (2, 4)
    assert heat.rows[3].cells[1].query == "aturan=FRM&jabatan=staf-a"


def test_every_group_of_the_catalogue_has_a_title():
    groups = {groups_of_rules.group_of(rule.code) for rule in load_catalog().rules}
    assert groups <= set(groups_of_rules.GROUPS)
    assert groups_of_rules.in_order(["DHK", "XYZ", "STR", "STR"]) == ["STR", "DHK", "XYZ"]
    assert [groups_of_rules.group_title(group, "id") for group in ("FRM", "XYZ")] == ["Formulasi", "Aturan sendiri"]


def test_titles_of_rules():
    assert rules.rule_title("CAS001", "iku-tidak-diturunkan", "id") == "IKU tidak diturunkan"
    assert rules.rule_title("SBR001", "sumber-kabur", "en") == 'The source "…" points at no particular document'
    assert rules.rule_title("XYZ001", "dari-daerah", "en") == "Dari daerah"


def test_what_is_only_remembered_is_not_cited():
    basis = load_catalog().basis
    told = rules.sources(["tidak-ada", *basis], "id")
    assert [each.key for each in told] == [key for key, each in basis.items() if each.evidence != "ingatan"]


@pytest.mark.parametrize(
    ("line", "place", "quote"),
    [
        ("  nama: Jumlah surat  ", (9, 6), ("nama: ", "Jumlah", " surat")),
        ("nama:", (6, 0), ("nama:", "", "")),
        ("a" * 200 + "kata" + "b" * 200, (201, 4), ("…" + "a" * 90, "kata", "b" * 90 + "…")),
        ("x" * 500, (1, 500), ("", "x" * 180 + " … " + "x" * 180, "")),
        ("nama: Budi, NIP 19800101 200001 1 001", (7, 4), ("nama: ", "Budi", ", NIP •••••••• •••••• 1 001")),
    ],
)
def test_quotes(line, place, quote):
    source = in_file(line).source
    assert list(quotes(source, at(1, *place))) == [Quote(1, *quote)]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("2026-02-03", "3 Februari 2026"), ("2026-13-01", "2026-13-01"), ("3 Feb 2026", "3 Feb 2026"), ("''", "")],
)
def test_the_day_in_words(written, shown):
    text = f"versi_format: 1\nkeputusan: {{tanggal: {written}}}\njabatan: []\n"
    assert head_of(review_file("a.yaml", Config(), text.encode()).decree, "id").date == shown


def chain(length):
    """A decree whose posts stand one below the other."""
    posts = [
        f"- id: j{n}\n  nama: STAF {n}\n  tugas: x\n  atasan: j{n - 1}\n  rencana_kinerja:\n"
        f"  - {{id: j{n}.1, uraian: Terlaksananya kegiatan {n}, mendukung: [j{n - 1}.1]}}\n"
        for n in range(1, length + 1)
    ]
    return "versi_format: 1\njabatan:\n" + "".join(posts)


@pytest.mark.parametrize(("length", "drawn"), [(DEEPEST, True), (DEEPEST + 1, False), (3_000, False)])
def test_a_tree_without_end_is_not_drawn(length, drawn):
    review = review_file("a.yaml", Config(select=("IKI",)), chain(length).encode())
    assert (drawable_tree(review.decree) is not None) == drawn
    said = Read(page(review)).said
    assert (f"STAF {length} : Terlaksananya kegiatan {length}" in said) == drawn
    assert ("Susunan jabatan terlalu dalam untuk digambarkan." in said) != drawn


def test_the_tree_marks_gaps():
    said = Read(page(example("kebomas.yaml"))).said
    assert "celah tidak ada rencana kinerja pimpinan yang memikul IKU ini" in said
    assert "celah Rencana kinerja pimpinan yang tidak memikul IKU:" in said
    assert "usul 0,67" in said


def test_the_command_writes_a_whole_file(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(DECREE, encoding="utf-8")
    assert run(["check", "a.yaml", "--format", "html", "--output", "laporan.html"]) == 1
    written = (tmp_path / "laporan.html").read_bytes()
    assert written == page(review_file("a.yaml")).encode()
    assert written.endswith(b"</html>\n")
    assert run(["check", "a.yaml", "--format", "html", "--output", "tidak/ada.html"]) == 2
    assert capfd.readouterr() == ("", "iki-lint: tidak/ada.html tidak dapat ditulis: foldernya tidak ada.\n")
