"""Every finding stands where it says: pointers resolve, and the file holds the words at the place."""

import json
import os
import re
from collections import Counter

import pytest
from hostile_process import DECREE, ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.decree.tree import plain
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.findings import Report
from iki_lint.linting import check, check_file
from iki_lint.readers.importing import import_text
from iki_lint.readers.write import write_import
from iki_lint.reports.json import render

EXAMPLES = [os.path.join(ROOT, "examples", name) for name in ("kebomas.yaml", "klojen.yaml")]
TEXTS = [os.path.join(ROOT, "tests", "data", name) for name in ("kebomas-2023.txt", "klojen-2018.txt")]
TAG = re.compile(r"</?\w+[^<>]*>")


def content(path):
    with open(path, "rb") as file:
        return file.read()


def resolved(document, pointer):
    """The node that a JSON Pointer names, read by the letter of RFC 6901."""
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


def lines_of(text):
    """The lines of a text as an editor counts them."""
    return re.split("\r\n|\r|\n", text)


def at(place, lines):
    """The characters of a file at a place, line breaks as a line feed."""
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    first, *between = lines[place.line - 1 : place.end_line]
    return "\n".join([first[place.column - 1 :], *between[:-1], between[-1][: place.end_column - 1]])


def words(text):
    """A text without tags, white space collapsed."""
    return " ".join(TAG.sub(" ", text).split())


@pytest.mark.parametrize("path", EXAMPLES, ids=os.path.basename)
def test_pointers_and_places_of_the_examples(path):
    data = content(path)
    root, lines = plain(read_yaml(path, data).root), lines_of(data.decode())
    findings = check(path).files[0].findings
    assert len(findings) > 100
    for finding in findings:
        node = resolved(root, finding.pointer)
        if node is None:
            assert (at(finding.place, lines), finding.text) == ("null", "")
        else:
            assert finding.text in node
            assert at(finding.place, lines) == finding.text != ""
        for related in finding.related:
            assert at(related.place, lines) == resolved(root, related.pointer)


@pytest.mark.parametrize("path", [*EXAMPLES, *TEXTS], ids=os.path.basename)
def test_findings_are_sorted_by_place_and_code(path):
    findings = check(path).files[0].findings
    keys = [(finding.place, finding.code, finding.pointer, finding.message) for finding in findings]
    assert keys == sorted(keys)
    report = json.loads(render(check(path)))["files"][0]["findings"]
    assert [(f["code"], f["pointer"], f["line"], f["text"]) for f in report] == [
        (f.code, f.pointer, f.place.line, f.text) for f in findings
    ]


@pytest.mark.parametrize("path", TEXTS, ids=os.path.basename)
def test_findings_in_a_text_point_at_its_words(path):
    lines = lines_of(content(path).decode())
    # A date is written anew, in figures.
    findings = [finding for finding in check(path).files[0].findings if finding.pointer != "/keputusan/tanggal"]
    filled = [finding for finding in findings if finding.text]
    assert len(filled) > 100
    for finding in filled:
        assert words(at(finding.place, lines)) == words(finding.text)


@pytest.mark.parametrize("path", TEXTS, ids=os.path.basename)
def test_a_text_and_its_import_have_the_same_findings(path, tmp_path):
    out = str(tmp_path / "a.yaml")
    write_import(import_text(path, content(path)), out)
    found, imported = check(path).files[0], check(out).files[0]
    assert found.counts == imported.counts
    told = [
        Counter((f.code, f.severity, f.pointer, f.text, f.message, f.id) for f in x.findings) for x in (found, imported)
    ]
    assert told[0] == told[1]
    assert any(code == "STR002" for code, *_ in told[0])


INDICATOR = 'Jumlah 😀 "dokumen" e\u0301 it\'s yang optimal & baik 100% \\ selesai'
FORMULA = 'Jumlah 𝒙 it\'s "dokumen" optimal'
SOURCE = "Laporan terkait 😀 lainnya"
PLAN = "Meningkatnya 字 it's pelayanan yang <b>optimal"


def folded(text, indent):
    """The text with every second blank replaced by a line break."""
    return re.sub(r" (\S+) ", rf" \1\n{indent}", text)


def single(text):
    return "'" + text.replace("'", "''") + "'"


def double(text):
    letters = (f"\\U{ord(c):08x}" if ord(c) > 0xFFFF else f"\\u{ord(c):04x}" if ord(c) > 127 else c for c in text)
    return '"' + "".join(letters).replace('"', "\\x22") + '"'


STYLES = {
    "plain": lambda text, indent: text,
    "single": lambda text, indent: single(text),
    "double": lambda text, indent: json.dumps(text, ensure_ascii=False),
    "escaped": lambda text, indent: double(text.replace("\\", "\\\\")),
    "plain-lines": folded,
    "single-lines": lambda text, indent: folded(single(text), indent),
    "double-lines": lambda text, indent: folded(json.dumps(text, ensure_ascii=False), indent),
    "double-joined": lambda text, indent: json.dumps(text, ensure_ascii=False).replace(" ", f" \\\n{indent}"),
    "literal": lambda text, indent: f"|-\n{indent}{text}",
    "folded": lambda text, indent: f">-\n{indent}{folded(text, indent)}",
    "folded-deeper": lambda text, indent: f">2-\n{indent}{folded(text, indent)}",
    "anchored": lambda text, indent: f"&a{len(text)} !!str  {single(text)}",
}
BREAK = re.compile(r"[ \t]*\n[ \t]*")
ESCAPE = re.compile(r"\\(?:\n[ \t]*|x(..)|u(....)|U(.{8})|(.))")


def decoded(raw, style):
    """What a stretch of a scalar in this style says, read by a rule of thumb that suits the texts above."""
    if style.startswith(("double", "escaped")):
        joined = ESCAPE.sub(lambda m: m[0] if m[4] is not None else _letter(m), raw)
        return ESCAPE.sub(lambda m: _letter(m), BREAK.sub(" ", joined))
    text = BREAK.sub(" ", raw)
    return text.replace("''", "'") if style.startswith(("single", "anchored")) else text


def _letter(match):
    code = match[1] or match[2] or match[3]
    return chr(int(code, 16)) if code else match[4] or ""


def decree_in(style, lead=""):
    write = STYLES[style]
    values = [
        ("PLAN", PLAN, " " * 6),
        ("NAME", INDICATOR, " " * 8),
        ("FORMULA", FORMULA, " " * 8),
        ("SOURCE", SOURCE, " " * 8),
    ]
    text = DECREE.replace("Meningkatnya mutu pelayanan", "PLAN").replace("Persentase pengaduan yang selesai", "NAME")
    text = text.replace("Jumlah pengaduan", "FORMULA").replace("sumber_data: Laporan", "sumber_data: SOURCE")
    for key, value, indent in values:
        text = text.replace(f": {key}\n", f": {lead}{write(value, indent)}\n")
    return text


def said(findings):
    return Counter((f.code, f.severity, f.message, f.pointer, f.text, f.id, f.position) for f in findings)


@pytest.mark.parametrize("lead", ["", "\t ", "  \t"], ids=["", "tab", "blanks-tab"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("style", STYLES)
def test_all_scalar_styles_say_the_same_at_the_right_place(style, breaks, lead):
    expected = said(check(decree_in("plain")).files[0].findings)
    assert {pointer.rpartition("/")[2] for _, _, _, pointer, *_ in expected} >= {
        "nama",
        "formulasi",
        "sumber_data",
        "uraian",
    }
    text = decree_in(style, lead).replace("\n", breaks)
    file = check_file("a.yaml", data=text.encode())
    assert file.readable
    assert said(file.findings) == expected
    lines = lines_of(text)
    for finding in file.findings:
        raw = at(finding.place, lines)
        inside = finding.pointer.endswith(("/nama", "/formulasi", "/sumber_data", "/uraian"))
        assert decoded(raw, style if inside and "rencana_kinerja" in finding.pointer else "plain") == finding.text


def test_keys_with_slash_and_tilde_are_escaped_in_pointers():
    text = DECREE + "      target: {a/b~c: [1]}\n"
    (finding,) = [f for f in check(text).files[0].findings if f.code == "IKI006"]
    assert finding.pointer.endswith("/indikator/0/target/a~1b~0c")
    assert resolved(plain(read_yaml("a.yaml", text.encode()).root), finding.pointer) == ["1"]


PIECES = [
    "Jumlah",
    "😀",
    "e\u0301",
    "yang",
    "optimal",
    "baik",
    "it's",
    '"x"',
    "100%",
    "&",
    "<b>",
    "1.",
    "\u00a0",
    "dan",
    "字",
    "terkait",
    ":)",
]


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join), min_size=4, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_words_are_found_at_their_place(cells):
    row = dict(zip(("nama", "formulasi", "sumber_data"), cells, strict=False))
    plan = {"id": "a.1", "uraian": cells[3], "indikator": [{"id": "a.1.1", **row}]}
    decree = {"versi_format": 1, "jabatan": [{"id": "a", "nama": "CAMAT A", "rencana_kinerja": [plan]}]}
    for indent in (None, 2):
        text = json.dumps(decree, ensure_ascii=False, indent=indent)
        file = check_file("a.yaml", data=text.encode())
        assert file.readable
        for finding in file.findings:
            if finding.text:
                raw = at(finding.place, lines_of(text))
                assert raw.replace('\\"', '"') == finding.text
                assert finding.text in resolved(decree, finding.pointer)


@given(
    st.lists(
        st.lists(st.sampled_from([*PIECES, "<br>", "  "]), min_size=1, max_size=8).map(" ".join), min_size=4, max_size=4
    )
)
@settings(max_examples=60, deadline=None)
def test_any_words_of_a_table_are_found_at_their_place(cells):
    text = "Jabatan: CAMAT A\n\nNo.\tRencana Kinerja\tIndikator\tFormulasi\tSumber Data\n1\t" + "\t".join(cells) + "\n"
    file = check_file("a.txt", data=text.encode())
    lines = lines_of(text)
    for finding in Report((file,)).files[0].findings:
        if finding.text:
            assert words(at(finding.place, lines)) == words(finding.text)
