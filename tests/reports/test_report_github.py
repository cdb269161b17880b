import re

from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import at, finding, in_file, report_of

from iki_lint.decree.source import Place
from iki_lint.findings import Report
from iki_lint.reports.github import render
from iki_lint.reports.style import Style

# How the runner reads a line: the kind, the properties, the message.
COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^:,\r\n]*)(?:,[a-zA-Z]+=[^:,\r\n]*)*)::([^\r\n]*)")


def read(text):
    """The kind, the properties and the message of each command, as the runner understands them."""
    commands = []
    for line in text.split("\n")[:-1]:
        kind, properties, message = COMMAND.fullmatch(line).groups()
        named = dict(each.split("=", 1) for each in properties.split(","))
        commands.append((kind, {key: _plain(value) for key, value in named.items()}, _plain(message)))
    return commands


def _plain(text):
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands_of(*findings, lang="id"):
    return read(render(report_of("", *findings), Style(lang)))


def test_nothing_found():
    assert render(report_of(""), Style()) == ""


def test_a_line():
    assert render(report_of("", finding(at(5, 3, 4), suggestion="Tulis 100 %", id="camat.1")), Style()) == (
        "::error file=a.yaml,line=5,endLine=5,col=3,endColumn=7,title=FRM003 persentase-tanpa-pembagi::"
        "Formulasinya bukan perbandingan%0Asaran: Tulis 100 %25%0Apada: id camat.1\n"
    )


def test_kinds():
    found = [finding(severity=severity) for severity in ("info", "error", "warning")]
    assert [kind for kind, _, _ in commands_of(*found)] == ["error", "warning", "notice"]


def test_columns_only_within_a_line():
    ((_, where, _),) = commands_of(finding(Place(5, 3, 7, 2)))
    assert where == {"file": "a.yaml", "line": "5", "endLine": "7", "title": "FRM003 persentase-tanpa-pembagi"}


def test_a_place_that_is_not_known():
    ((_, where, message),) = commands_of(finding())
    assert where == {"file": "a.yaml", "title": "FRM003 persentase-tanpa-pembagi"}
    assert message == "Formulasinya bukan perbandingan\npada: /jabatan/0"


def test_equal_findings_are_one():
    ((_, where, message),) = commands_of(*[finding(at(line)) for line in range(3, 2042)])
    assert where["line"] == "3"
    assert message.endswith("\n2.039 kali: baris 3, 4, 5, 6, 7, 8, 9, 10 dan 2.031 tempat lain")


def test_what_is_not_shown_is_told():
    found = [finding(at(n), message=f"galat {n}") for n in range(12)]
    found += [finding(at(n), message=f"info {n % 11}", severity="info") for n in range(22)]
    commands = commands_of(*found)
    assert [kind for kind, _, _ in commands] == ["error"] * 10 + ["notice"] * 10
    assert commands[-1] == (
        "notice",
        {"title": "iki-lint"},
        "Ditemukan 12 galat, 0 peringatan, 22 info. Karena batas GitHub, 19 rumusan ditampilkan di sini dan 4 tidak "
        "(6 temuan); semuanya ada dalam laporan --format text atau sarif.",
    )


def test_ten_of_each_need_no_word():
    found = [finding(message=f"{n}", severity=each) for n in range(10) for each in ("error", "warning", "info")]
    assert len(commands_of(*found)) == 30


def test_each_rule_speaks_before_any_speaks_twice():
    first = [finding(at(1), code="AAA001", message=f"{n % 12}") for n in range(40)]
    other = [finding(at(2), code="BBB001", message="lain"), finding(at(3), code="CCC001", message="x")] * 2
    titles = [where["title"][:6] for _, where, _ in commands_of(*first, *other)[:10]]
    assert titles == ["AAA001", "BBB001", "CCC001"] + ["AAA001"] * 7


def test_several_files_share_the_room():
    report = Report(tuple(in_file("", *[finding(message=f"{n}") for n in range(9)], path=f"{x}.yaml") for x in "ab"))
    shown = [where.get("file") for _, where, _ in read(render(report, Style()))]
    assert shown == ["a.yaml", "b.yaml"] * 5 + [None]


def test_a_hostile_name_stays_a_name():
    name = "a,line=1::x\n::error::%0A.yaml"
    ((_, where, _),) = read(render(Report((in_file("", finding(), path=name),)), Style()))
    assert where["file"] == "a,line=1::x\\n::error::%0A.yaml"


def test_a_long_message_is_cut():
    ((_, _, message),) = commands_of(finding(message="x" * 9_000))
    assert message == "x" * 2_000 + "…"


@settings(deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_is_one_command(text):
    report = report_of("", finding(at(1), message=text, suggestion=text, text=text, position=text, name=text))
    out = render(report, Style())
    assert len(read(out)) == 1
    assert not set(out) & {"\x1b", "\x9b", "\u202e", "\u2028", "\x85", "\r"}
    out.encode("utf-8")
