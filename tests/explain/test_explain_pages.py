"""Pages in both forms: what is laid out, what fits, and that words of a rule make no markup and obey no terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from iki_lint.catalog import load_catalog
from iki_lint.engine.condition import parse
from iki_lint.engine.rule import Texts
from iki_lint.explain.cards import card, cards, find
from iki_lint.explain.fact_page import fact_page
from iki_lint.explain.page import Entry, Fields, Listing, Page, Prose, Section, Table
from iki_lint.explain.page_markdown import page_markdown
from iki_lint.explain.page_text import page_text
from iki_lint.explain.rule_page import folded, rule_page
from iki_lint.explain.rule_table import index_page, rule_table
from iki_lint.reports.escape import columns, escape
from iki_lint.reports.groups import GROUPS
from iki_lint.reports.palette import ANSI, PLAIN

CATALOG = load_catalog()
ALL = cards(CATALOG, CATALOG.rules)
HOSTILE = "<b>x</b> *a* [l](http://e.com) @user #1 | \x1b[31m `kode <i>` \u202e"


def text(code, lang="id", **changes):
    rule = find(CATALOG, code)._replace(**changes)
    return page_text(rule_page(card(CATALOG, rule), CATALOG, lang), 80, PLAIN)


def test_a_short_rule_whole():
    assert text("IKI000") == (
        "IKI000 aturan-gagal\n"
        "  Kelompok   Berkas dan pemeriksaan (IKI)\n"
        "  Tingkat    galat\n"
        "  Memeriksa  seluruh naskah\n"
        "\n"
        "Apa yang dikatakan\n"
        "  Aturan ini gagal dijalankan di sini\n"
        "\n"
        "Mengapa\n"
        "  Kesalahan ada pada aturan atau pada iki-lint, bukan pada naskah; hasil\n"
        "  pemeriksaan aturan ini tidak lengkap.\n"
        "\n"
        "Dasar\n"
        "  Aturan ini tidak bersandar pada peraturan atau pedoman; alasannya di atas.\n"
        "\n"
        "Kapan berbicara\n"
        "  Dilaporkan oleh alatnya sendiri saat berkas dibaca atau diperiksa.\n"
        "\n"
        "Memperbaiki\n"
        "  Aturan ini tidak memberi saran.\n"
        "\n"
        "Contoh yang ditemukan\n"
        "  Tidak ada contoh; keputusan tidak dapat memperlihatkan temuan ini.\n"
    )


def test_what_is_special_about_a_rule_is_told():
    shown = text("LVL001")
    assert "  Hanya jabatan  kepala\n" in shown
    assert "  perlu-telaah (info)\n" in shown
    assert "  batas_ragu       25 (angka)\n" in shown
    assert "    # iki-lint: abaikan LVL001 -- alasan\n" in shown
    assert "\n  Lembar Kerja Evaluasi PermenPANRB 12/2015 (dibaca)\n    Butir yang dibaca:" in shown
    assert "  batas_mirip  0,33 (angka)\n" in text("CAS002")
    assert "  batas_mirip  0.33 (number)\n" in text("CAS002", "en")
    assert "  fix       mended by `iki-lint fix`\n" in text("STR006", "en")


def test_a_condition_for_a_severity_is_told():
    shown = text("STR003")
    assert "  Jabatan tanpa tugas [galat]\n  fungsi (peringatan, info)\n" in shown
    assert (
        "  Kasus fungsi:\n"
        "  Tingkatnya info bila:\n"
        '    jabatan.tingkat in ["pelaksana", "fungsional"]\n'
        "  Selain itu peringatan.\n"
    ) in shown


def test_a_mandatory_rule_cannot_be_suppressed():
    rule = find(CATALOG, "FRM003")._replace(mandatory=True)
    shown = page_text(rule_page(card(CATALOG, rule), CATALOG, "en"), 80, PLAIN)
    assert "Severity  error (mandatory)\n" in shown
    assert "This rule is mandatory: no comment suppresses its findings.\n" in shown
    assert "abaikan FRM003" not in shown
    shown = page_text(rule_page(card(CATALOG, find(CATALOG, "STR001")), CATALOG, "en"), 80, PLAIN)
    assert "but for the case\n  indikator-bersama." in shown
    assert "# iki-lint: abaikan STR001 -- reason\n" in shown
    assert "sel-wajib-kosong [mandatory]\n" in rule_table([card(CATALOG, find(CATALOG, "STR001"))], "en", 80, PLAIN)


def test_a_source_that_is_only_remembered_is_not_named():
    shown = text("STR001", basis=("uu-12-2011", "per-9-2007"))
    assert "Undang-Undang 12/2011" not in shown
    assert "Tidak disebut di sini: 1 sumber yang belum diperiksa pada teksnya." in " ".join(shown.split())
    assert "PER/09/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator Kinerja Utama" in " ".join(shown.split())
    assert "(hanya dikutip)" in shown


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("each", ALL, ids=lambda each: each.rule.code)
def test_nothing_but_quotations_is_wider_than_the_terminal(each, lang):
    page = rule_page(each, CATALOG, lang)
    quoted = "\n".join(b.text for s in page.sections for b in s.blocks if isinstance(b, Listing))
    for line in page_text(page, 80, PLAIN).splitlines():
        assert columns(line) <= 80 or len(line.split()) == 1 or line.strip() in quoted


def test_a_page_without_colours_is_the_same_without_the_codes():
    page = rule_page(ALL[0], CATALOG, "id")
    coloured = page_text(page, 80, ANSI)
    assert coloured.startswith("\x1b[1mBHS001 kata-tidak-baku\x1b[0m\n")
    assert coloured.replace("\x1b[1m", "").replace("\x1b[0m", "") == page_text(page, 80, PLAIN)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_table_has_each_rule_once_under_its_group(lang):
    lines = rule_table(ALL, lang, 60, PLAIN).splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ") and line[2].isupper()] == [
        each.rule.code for group in GROUPS for each in ALL if each.group == group
    ]
    assert all(columns(line) <= 60 for line in lines if line.startswith(" " * 8))
    index = page_markdown(index_page(ALL, lang), (), [each.rule.code for each in ALL])
    assert [index.count(f"\n| [{each.rule.code}]({each.rule.code}.md) | {each.rule.name} |") for each in ALL] == [
        1
    ] * len(ALL)


def test_conditions_are_folded_and_stay_the_same():
    conditions = [each.when.text for each in CATALOG.rules if each.when]
    assert len(conditions) > 40
    for condition in conditions:
        whole = folded(condition)
        assert _shape(parse(whole)) == _shape(parse(condition))
        assert all(len(line) <= 74 or " " not in line.replace('" "', "") or '"' in line for line in whole.splitlines())
    assert folded('a.b == "x  and  y" and c.d') == 'a.b == "x  and  y" and c.d'


def _shape(node):
    """A tree without its positions."""
    if isinstance(node, tuple) and hasattr(node, "_fields"):
        kept = (value for name, value in zip(node._fields, node, strict=True) if name not in ("start", "end"))
        return (type(node).__name__, *map(_shape, kept))
    return tuple(map(_shape, node)) if isinstance(node, tuple) else node


def hostile_page(words):
    entry, table = Entry(words, words, (words,)), Table((words, "b"), ((words, words),))
    blocks = Prose(words), Fields(((words, words),)), Listing(words, "yaml"), entry, table
    return Page(words, blocks, (Section(words, blocks),))


def test_words_make_no_markup():
    html = MarkdownIt("gfm-like").render(page_markdown(hostile_page(HOSTILE)))
    assert "<b>" not in html
    assert "<i>" not in html
    assert "<em>" not in html
    assert "<a " not in html
    assert html.count("<h2>") == 1
    assert html.count("<tr>") == 4


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_no_words_reach_a_terminal_or_another_line(words):
    shown = page_text(hostile_page(words), 80, PLAIN)
    assert all(escape(line) == line for line in shown.split("\n"))
    html = MarkdownIt("gfm-like").render(page_markdown(hostile_page(words)))
    assert html.count("<h1>") <= 1
    assert "<script" not in html.lower()


def test_a_fence_is_longer_than_any_within():
    made = page_markdown(Page("x", (Listing("```\n# a\n```", "yaml"),), ()))
    assert made == "# x\n\n````yaml\n```\n# a\n```\n````\n"


def test_codes_lead_to_their_pages_and_others_do_not():
    page = Page("x", (Fields((("a", "FRM003, FRM999"),)),), ())
    assert "[FRM003](FRM003.md), FRM999\n" in page_markdown(page, (), ("FRM003",))


def test_facts_in_both_forms():
    page = fact_page(CATALOG, "id")
    shown = page_text(page, 80, PLAIN)
    assert (
        "  indikator.kata_ukur (frasa)\n"
        '    Kata yang menunjukkan ukuran: "Jumlah", "Persentase".\n'
        "    contoh: `Persentase surat yang dijawab` menghasilkan `Persentase`\n"
    ) in shown
    assert "    contoh: `STAF PENGADMINISTRASI UMUM` menghasilkan `pelaksana`\n" in shown
    assert "    contoh: kosong menghasilkan `kosong`\n" in shown
    assert "\n- `opsi.NAMA`\n" in page_markdown(page)
    english = page_text(fact_page(CATALOG, "en"), 80, PLAIN)
    assert "  hitung.sama (yes/no)\n    The formula copies the indicator word for word.\n" in english


def test_texts_are_those_of_the_catalogue_that_was_given():
    shown = text(
        "STR001", message=Texts("Pesan {apa} lain", "Another {apa}"), examples=find(CATALOG, "IKI000").examples
    )
    assert "  Pesan … lain" in shown


def test_a_case_for_other_posts_says_so():
    rule = find(CATALOG, "LVL001")
    each = card(CATALOG, rule)
    (case,) = each.cases
    shown = page_text(rule_page(each._replace(cases=(case._replace(levels=("iku",)),)), CATALOG, "en"), 80, PLAIN)
    assert "    Only posts: iku\n" in shown
    assert "Only posts: " not in text("LVL001", "en")
