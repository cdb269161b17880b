import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from report_samples import at, finding, in_file, report_of

from iki_lint.findings import Overruled, Report
from iki_lint.reports.escape import escape
from iki_lint.reports.markdown import render
from iki_lint.reports.markdown_text import code, heading, plain
from iki_lint.reports.style import Style

# GitHub's Markdown: tables, strokes, addresses that become links.
PAGE = MarkdownIt("gfm-like", {"html": True})
OURS = re.compile(r"</?(?:details|summary|code|span|br|h3|h4|table|thead|tbody|tr|th|td|ul|li|p|strong)\b[^<>]*>")


def comment(report, lang="id"):
    return render(report, Style(lang))


def shown(markdown):
    """What a reader sees of a page: no tag but ours may be in it."""
    page = PAGE.render(markdown)
    rest = OURS.sub("", page)
    assert "<" not in rest, page
    return html.unescape(rest).replace("\u200b", "")


def test_nothing_found():
    assert comment(report_of("")) == (
        "### iki-lint: tidak ada temuan\n"
        "\n"
        "| Berkas | Galat | Peringatan | Info | Diabaikan | Jabatan | Indikator |\n"
        "|---|--:|--:|--:|--:|--:|--:|\n"
        "| <code>a.yaml</code> | 0 | 0 | 0 | 0 | 77 | 2.039 |\n"
    )


def test_a_finding():
    found = [finding(at(line), text="Jumlah", suggestion="Tulis penyebutnya", position="CAMAT") for line in (3, 9)]
    assert comment(report_of("", *found)).partition("2.039 |\n")[2] == (
        "\n"
        "#### Galat\n"
        "\n"
        "<details>\n"
        "<summary>FRM003 persentase-tanpa-pembagi: 2 temuan</summary>\n"
        "\n"
        "- **baris 3**: Formulasinya bukan perbandingan\n"
        "  <br><code>Jumlah</code>\n"
        "  <br>saran: Tulis penyebutnya\n"
        "  <br>2 kali: baris 3, 9; pertama pada CAMAT\n"
        "\n"
        "</details>\n"
    )


def test_the_worst_first_with_a_title_for_each_severity():
    one = in_file("", finding(severity="info"), finding(severity="warning"))
    two = in_file("", finding(), path="b.yaml", readable=False)
    text = comment(Report((one, two)), "en")
    assert text.startswith("### iki-lint: errors 1, warnings 1, info 1\n")
    assert "| <code>b.yaml</code> (unreadable) | 1 | 0 | 0 | 0 | 77 | 2,039 |\n" in text
    assert re.findall(r"^#### (.*)|<summary>(.*)</summary>", text, re.M) == [
        ("Error", ""),
        ("", "b.yaml: FRM003 persentase-tanpa-pembagi: 1 findings"),
        ("Warning", ""),
        ("", "a.yaml: FRM003 persentase-tanpa-pembagi: 1 findings"),
        ("Info", ""),
        ("", "a.yaml: FRM003 persentase-tanpa-pembagi: 1 findings"),
    ]


def test_what_was_set_aside_and_why():
    text = comment(Report((in_file("", overruled=(Overruled(finding(at(4)), "nama *resmi*"),)),)))
    assert "| 0 | 0 | 0 | 1 | 77 |" in text
    assert "<summary>a.yaml: Diabaikan dengan alasan tertulis: 1</summary>" in text
    assert "\n- FRM003 persentase-tanpa-pembagi, 1 temuan (baris 4): nama \\*resmi\\*\n" in text


def test_fewer_examples_where_much_is_found():
    few = comment(report_of("", *[finding(message=f"pesan {n}") for n in range(12)]))
    assert "\n- … dan 2 rumusan lain (2 temuan)\n" in few
    much = [finding(code=f"X{n // 10:02}", message=f"pesan {n}" + "x" * 150, text="y" * 150) for n in range(900)]
    text = comment(report_of("", *much))
    assert len(text) <= 65_000
    assert text.count("<summary>") == 90
    assert "tidak ditampilkan" not in text


def test_what_does_not_fit_is_told():
    much = [finding(code=f"X{n}", message="x" * 290, text="y" * 290, severity="info") for n in range(900)]
    text = comment(report_of("", *much, finding(code="Z1")))
    assert len(text) < 65_536
    shown_rules = text.count("<summary>")
    assert text.index("Z1") < text.index("X1")
    assert f"\n_{901 - shown_rules} temuan tidak ditampilkan: komentar GitHub paling banyak 65.536 karakter." in text


def test_many_files_with_long_hostile_names():
    name = "\U000e0100<|@" * 900
    files = tuple(in_file("", *[finding(message=name * 3, text=name)] * 2, path=f"{n}{name}") for n in range(300))
    text = comment(Report(files))
    assert len(text) < 65_536
    assert "dan 250 berkas lain" in text


@pytest.mark.parametrize(
    "text",
    [
        "a | b", "`x` ``", "*a* _b_ ~~c~~", "[a](http://b.c)", "![a](b)", "<b>x</b>", "<!-- x", "&lt;", "</details>",
        "@octocat", "halo @org/tim", "a@b.id", "#12", "GH-12", "org/repo#3", "http://jahat.id/x", "www.jahat.id",
        "https://a.b", ":tada:", "$x$ dan $y$", "\\", "\\|", "``` x", "1. a", "- a", "# a", "> a", "<script>alert(1)",
        "a\nb", "\x1b[31m", "![](x)<img src=x>", "^[x]", "<details>", "javascript:alert(1)", "<http://a.b>",
    ],
)  # fmt: skip
def test_words_that_would_be_markup(text):
    for made in (f"| {plain(text)} | {code(text)} |", f"- x {plain(text)}\n  <br>{code(text)}"):
        table = made if made.startswith("-") else f"| a | b |\n|---|---|\n{made}"
        page = PAGE.render(table)
        assert "<a " not in page
        assert "<img" not in page
        assert shown(table).count(escape(text)) == 2
        assert page.count("<td>") in (0, 2)


@pytest.mark.parametrize(
    "text", ["@octocat", "@org/tim", "#12", "org/repo#3", "GH-12", "http://x.y", "www.x.y", ":+1:"]
)
def test_what_github_looks_for_in_the_finished_page(text):
    for written in (plain, code, heading):
        assert "&#8203;" in written(text)
        assert text not in html.unescape(re.sub("<[^>]*>", "", written(text)))


@settings(deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_is_shown_as_it_is(text):
    page = f"| a | b |\n|---|---|\n| x{plain(text)}x | {code(text)} |\n"
    cells = PAGE.render(page).partition("<tbody>")[2]
    assert cells.count("<td>") == 2
    assert "<a " not in cells
    assert f"x{escape(text)}x" in shown(page)


@settings(deadline=None, max_examples=50)
@given(st.text(st.sampled_from("|`*_[]()<>@#:/\\$&!~ \nax1-"), max_size=40))
def test_any_marks_are_shown_as_they_are(text):
    found = finding(at(1), message=text, suggestion=text, text=f"{text}.", position=text)
    report = Report((in_file("", found, path=f"x{text}", overruled=(Overruled(found, text),)), in_file("")))
    seen = shown(comment(report))
    assert f"baris 1: {escape(text)}".rstrip() in seen
