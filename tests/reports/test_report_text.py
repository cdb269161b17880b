import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import SIZE, at, finding, in_file, report_of

from iki_lint.decree.source import Place, Source
from iki_lint.findings import Counts, Edit, FileReport, Finding, Fix, Overruled, Related, Report
from iki_lint.reports.text import render

TEXT = "versi_format: 1\njabatan:\n- nama: SEKRETARIS\n  formulasi: Jumlah rencana operasional\n"


def test_one_finding():
    found = finding(
        at(4, 14, 26),
        text="Jumlah rencana operasional",
        id="sekretaris.1.2",
        position="SEKRETARIS",
        suggestion="Tulis pembilang dan penyebut.",
    )
    assert render(report_of(TEXT, found)) == (
        "a.yaml:4:14: FRM003 persentase-tanpa-pembagi [galat] Formulasinya bukan perbandingan\n"
        "    4 |   formulasi: Jumlah rencana operasional\n"
        "      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "    = saran: Tulis pembilang dan penyebut.\n"
        "    = pada: SEKRETARIS, id sekretaris.1.2\n"
        "\n"
        "Ditemukan 1 galat, 0 peringatan, 0 info.\n"
        "Diperiksa 1 berkas: 77 jabatan, 659 rencana kinerja, 2.039 indikator.\n"
    )


def test_english():
    assert render(report_of(TEXT, finding(at(3, 9, 10), suggestion="Say how.")), lang="en") == (
        "a.yaml:3:9: FRM003 persentase-tanpa-pembagi [error] Formulasinya bukan perbandingan\n"
        "    3 | - nama: SEKRETARIS\n"
        "      |         ^^^^^^^^^^\n"
        "    = suggestion: Say how.\n"
        "\n"
        "Found: errors 1, warnings 0, info 0.\n"
        "Checked: files 1, positions 77, plans 659, indicators 2,039.\n"
    )


def test_no_findings_is_one_line():
    assert render(report_of(TEXT), statistics=True) == (
        "Tidak ada temuan. Diperiksa 1 berkas: 77 jabatan, 659 rencana kinerja, 2.039 indikator.\n"
    )


def test_suppressed_and_unreadable_files_are_told():
    broken = FileReport("b.yaml", SIZE, (finding(code="IKI004"),), readable=False)
    assert render(Report((in_file(TEXT, overruled=(Overruled(finding(), "alasan"),) * 1200), broken))).splitlines()[
        -4:
    ] == [
        "Ditemukan 1 galat, 0 peringatan, 0 info.",
        "Diperiksa 1 berkas: 77 jabatan, 659 rencana kinerja, 2.039 indikator.",
        "1.200 temuan diabaikan atas permintaan, dengan alasan tertulis.",
        "1 berkas tidak dapat dibaca.",
    ]


def test_equal_findings_are_said_once_with_eight_places():
    text = "Jumlah\n" * 45
    same = [
        finding(at(n, 1, 6), text="Jumlah", position="SEKRETARIS", pointer=f"/jabatan/{n % 5}/nama")
        for n in range(1, 46)
    ]
    assert render(report_of(text, *same)).splitlines()[:5] == [
        "FRM003 persentase-tanpa-pembagi: 45 temuan pada 5 jabatan",
        "a.yaml:1:1: FRM003 persentase-tanpa-pembagi [galat] Formulasinya bukan perbandingan",
        "    1 | Jumlah",
        "      | ^^^^^^",
        "    = 45 kali: baris 1, 2, 3, 4, 5, 6, 7, 8 dan 37 tempat lain; pertama pada SEKRETARIS",
    ]


def test_two_findings_on_one_line_are_one_place():
    found = [finding(at(1, c), text="x") for c in (1, 3)]
    assert "    = 2 kali: baris 1" in render(report_of("x x", *found)).splitlines()


def test_at_most_three_examples_most_frequent_first():
    words = ["jarang", "sering", "sering", "lain", "lagi", "lagi", "sekali"]
    text = "\n".join(words)
    found = [finding(at(n, 1, len(word)), text=word) for n, word in enumerate(words, 1)]
    lines = render(report_of(text, *found)).splitlines()
    heads = [line.split(": ")[0] for line in lines if line.startswith("a.yaml")]
    assert heads == ["a.yaml:2:1", "a.yaml:5:1", "a.yaml:1:1"]
    assert "… dan 2 rumusan lain (2 temuan FRM003); tampilkan semua dengan --show-all" in lines
    everything = render(report_of(text, *found), show_all=True).splitlines()
    assert sum(line.startswith("a.yaml") for line in everything) == 5
    assert not any(line.startswith("…") for line in everything)


def test_a_large_report_frames_the_first_example_and_is_brief_about_the_others():
    words = ["sering"] * 3 + ["lagi"] * 2 + ["lain"] + [f"kata {n}" for n in range(60)]
    found = [
        finding(at(n, 1, len(word)), text=word, code=f"FRM{rule:03}")
        for rule in range(1, 20)
        for n, word in enumerate(words, 1)
    ]
    chapter = render(report_of("\n".join(words), *found)).split("\n\n")[0]
    assert chapter.splitlines() == [
        "FRM001 persentase-tanpa-pembagi: 66 temuan",
        "a.yaml:1:1: FRM001 persentase-tanpa-pembagi [galat] Formulasinya bukan perbandingan",
        "    1 | sering",
        "      | ^^^^^^",
        "    = 3 kali: baris 1, 2, 3",
        "a.yaml:4:1: FRM001 “lagi” (2 kali: baris 4, 5)",
        "a.yaml:6:1: FRM001 “lain”",
        "… dan 60 rumusan lain (60 temuan FRM001); tampilkan semua dengan --show-all",
    ]


def test_a_brief_example_says_its_message_when_it_differs():
    found = [finding(at(1), message=f"pesan {n}", code=f"FRM{rule:03}") for rule in range(21) for n in "ab"]
    assert "a.yaml:1:1: FRM000 pesan b" in render(report_of("x", *found)).splitlines()


def test_a_brief_example_does_not_quote_what_its_message_quotes():
    words = ("Menyusun", "Menelaah")
    found = [finding(at(1), message=f'Kegiatan "{w}"', text=w, code=f"FRM{r:03}") for r in range(21) for w in words]
    assert 'a.yaml:1:1: FRM000 Kegiatan "Menelaah"' in render(report_of("x", *found)).splitlines()


def test_four_thousand_findings_of_45_rules_are_a_few_hundred_lines():
    text = "\n".join(f"formulasi: kata {n % 300}" for n in range(4000))
    found = [
        finding(
            at(n + 1, 12, 8),
            text=f"kata {n % 300}",
            code=f"FRM{n % 45:03}",
            position=f"JABATAN {n % 52}",
            suggestion="Tulis pembilangnya.",
        )
        for n in range(4000)
    ]
    lines = render(report_of(text, *found)).splitlines()
    assert 300 <= len(lines) <= 500
    assert max(map(len, lines)) <= 100


def test_errors_come_first_then_codes():
    found = [
        finding(at(1), severity="info", code="AAA001"),
        finding(at(1), code="STR002"),
        finding(at(2), code="FRM001"),
        finding(at(2), severity="warning", code="BHS001"),
    ]
    lines = render(report_of("a\nb", *found)).splitlines()
    assert [line.split()[1] for line in lines if line.startswith("a.yaml")] == ["FRM001", "STR002", "BHS001", "AAA001"]


def test_an_unknown_place_is_not_pretended():
    found = finding(None, text="isi sel", address="Tabel 2, baris 617, kolom Formulasi", position="CAMAT")
    assert render(report_of(TEXT, found)).splitlines()[:4] == [
        "a.yaml: FRM003 persentase-tanpa-pembagi [galat] Formulasinya bukan perbandingan",
        "    | isi sel",
        "    = pada: CAMAT",
        "    = alamat: Tabel 2, baris 617, kolom Formulasi",
    ]


def test_an_empty_source_has_no_frame():
    assert render(report_of("", finding(at(1)))).splitlines()[:2] == [
        "a.yaml:1:1: FRM003 persentase-tanpa-pembagi [galat] Formulasinya bukan perbandingan",
        "",
    ]


def test_without_place_and_id_the_pointer_says_where():
    assert "    = pada: /jabatan/0" in render(report_of(TEXT, finding())).splitlines()


def test_places_without_lines_are_told_by_address():
    found = [finding(None, address=f"sel D{n}") for n in range(1, 4)]
    assert "    = 3 kali: sel D1, sel D2, sel D3" in render(report_of("", *found)).splitlines()


def test_three_related_places_and_how_many_more():
    others = tuple(Related("nama yang sama", f"/jabatan/{n}", at(n)) for n in range(2, 7))
    lines = render(report_of(TEXT, finding(at(1), related=others))).splitlines()
    assert [line for line in lines if "terkait" in line] == [
        "    = terkait: nama yang sama (baris 2)",
        "    = terkait: nama yang sama (baris 3)",
        "    = terkait: nama yang sama (baris 4)",
        "    = terkait: dan 2 tempat lain",
    ]


SAFE, UNSAFE = Fix(True, (Edit(at(1), "y"),)), Fix(False, (Edit(at(1), "z"),))


def test_what_can_be_fixed_is_said_once_and_summed_up():
    found = [finding(at(n), text="x", fix=SAFE if n < 3 else None) for n in range(1, 5)]
    found += [finding(at(1), text="y", fix=UNSAFE), finding(at(1), code="FRM004", fix=UNSAFE)]
    lines = render(report_of("x\nx\nx\nx", *found)).splitlines()
    assert [line for line in lines if "fix" in line] == [
        "    = perbaikan: otomatis dengan `iki-lint fix`",
        "    = perbaikan: otomatis dengan `iki-lint fix --unsafe-fixes`",
        "    = perbaikan: otomatis dengan `iki-lint fix --unsafe-fixes`",
        "2 temuan dapat diperbaiki otomatis dengan `iki-lint fix` (2 lagi dengan --unsafe-fixes).",
    ]
    assert lines[-3].startswith("Ditemukan 6 galat")
    assert lines[-1].startswith("Diperiksa 1 berkas")


@pytest.mark.parametrize(
    ("fixes", "lang", "sentence"),
    [
        ([SAFE] * 1200, "id", "1.200 temuan dapat diperbaiki otomatis dengan `iki-lint fix`."),
        ([UNSAFE], "id", "1 temuan dapat diperbaiki otomatis dengan `iki-lint fix --unsafe-fixes`."),
        ([SAFE], "en", "Can be fixed automatically with `iki-lint fix`: 1."),
        ([SAFE, UNSAFE], "en", "Can be fixed automatically with `iki-lint fix`: 1 (1 more with --unsafe-fixes)."),
        ([UNSAFE], "en", "Can be fixed automatically with `iki-lint fix --unsafe-fixes`: 1."),
    ],
)
def test_the_sum_of_what_can_be_fixed(fixes, lang, sentence):
    found = [finding(at(1), fix=fix) for fix in fixes]
    assert render(report_of("x", *found), lang).splitlines()[-2] == sentence


def test_a_long_note_is_wrapped_to_the_width():
    lines = render(report_of("x", finding(at(1), suggestion="satu dua tiga empat lima enam")), width=30).splitlines()
    assert lines[3:5] == ["    = saran: satu dua tiga", "      empat lima enam"]


def test_statistics_table():
    found = [finding(at(1), severity="info", code="BHS001", name="ejaan")] + [finding(at(2))] * 1200
    assert render(report_of("a\nb", *found), statistics=True).splitlines()[-5:] == [
        "1.200  FRM003  persentase-tanpa-pembagi  galat",
        "    1  BHS001  ejaan                     info",
        "",
        "Ditemukan 1.200 galat, 0 peringatan, 1 info.",
        "Diperiksa 1 berkas: 77 jabatan, 659 rencana kinerja, 2.039 indikator.",
    ]


def test_colours_only_when_asked():
    colored = render(report_of("x", finding(at(1))), color=True).splitlines()
    assert colored[0] == (
        "\x1b[1ma.yaml:1:1:\x1b[0m \x1b[1;31mFRM003\x1b[0m persentase-tanpa-pembagi "
        "[\x1b[1;31mgalat\x1b[0m] Formulasinya bukan perbandingan"
    )
    assert colored[2] == "    \x1b[2m  |\x1b[0m \x1b[1;31m^\x1b[0m"


ANY = st.text(st.sampled_from(list("\x1b\n\r\t\u202e\x9b字a {}")) | st.characters(), max_size=12)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.builds(
            Finding,
            code=ANY,
            name=ANY,
            severity=st.sampled_from(["error", "warning", "info"]),
            message=ANY,
            pointer=ANY,
            place=st.none() | st.builds(Place, *[st.integers(1, 5)] * 4),
            text=ANY,
            id=st.none() | ANY,
            position=st.none() | ANY,
            suggestion=st.none() | ANY,
            related=st.builds(lambda text: (Related(text, text, None),), ANY),
            address=st.none() | ANY,
        ),
        max_size=5,
    ),
    ANY,
    ANY,
    st.booleans(),
)
def test_no_control_character_but_the_newline_gets_out(findings, path, text, show_all):
    file = FileReport(path, SIZE, tuple(findings), source=Source(path, text))
    out = render(Report((file,)), show_all=show_all, statistics=True)
    assert all(c == "\n" or c.isprintable() or c.isspace() for c in out)
    assert not set(out) & {chr(n) for n in [*range(10), *range(11, 32), *range(127, 160), 0x2028, 0x202E]}
    out.encode()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_two_runs_are_equal(lang):
    report = report_of(TEXT, *[finding(at(n % 4 + 1), text=str(n % 7)) for n in range(50)])
    assert render(report, lang) == render(report, lang)


def test_names_and_quoted_words_of_any_length_are_cut():
    place = Place(1, 1, 1, 2)
    for long in ("x" * 100_000, "字 " * 50_000, "\u0301" * 100_000, "\x1b" * 50_000):
        told = Finding("FRM003", "contoh", "error", f"Kata {long}", "/x", place, "x", long, long, long)
        text = render(Report((FileReport("a.yaml", Counts(), (told,), True, Source("a.yaml", "x: 1\n")),)))
        assert len(text) < 4_000
        assert "Kata " in text


def test_a_finding_about_the_whole_file_has_neither_place_nor_note():
    told = Finding("IKI006", "bentuk-keliru", "error", "Berkas ini kosong", "")
    text = render(Report((FileReport("a.yaml", Counts(), (told,), False, Source("a.yaml", "")),)))
    assert text.splitlines()[:2] == ["a.yaml: IKI006 bentuk-keliru [galat] Berkas ini kosong", ""]
