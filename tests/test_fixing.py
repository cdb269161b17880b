"""Mending a decree: what the text becomes, and when nothing is touched."""

import os

import pytest

import iki_lint
from iki_lint import fixing
from iki_lint.decree.source import Place
from iki_lint.decree.tree import texts
from iki_lint.engine.hit import Hit, fix_of
from iki_lint.findings import Edit, Finding, Fix

DECREE = """\
# Keputusan
versi_format: 1
jabatan:
- id: a
  nama: CAMAT
  tugas: membina
  fungsi: membina
  rencana_kinerja:
  - id: a.1
    uraian: Meningkatnya mutu
    indikator:
    - id: a.1.1
      nama: {}
      formulasi: Nilai hasil SKM   # dari survei
      sumber_data: Laporan SKM
"""


def line_edit(line, column, end, text):
    """An edit inside one line."""
    return Edit(Place(line, column, line, end), text)


def finding(*edits, code="FRM001", safe=True):
    return Finding(code, "contoh", "info", "", "", fix=Fix(safe, edits))


def mended(name, **options):
    """What stands in place of a dirty name of an indicator."""
    before, after = DECREE.format("\0").split("\0")
    result = iki_lint.fix(before + name + after, **options)
    assert result.refusal is None
    assert result.text.startswith(before)
    assert result.text.endswith(after)
    return result.text[len(before) : len(result.text) - len(after)], dict(result.applied)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<p>Nilai SKM</p>  # <p>catatan</p>", "Nilai SKM  # <p>catatan</p>"),
        ("'<p>Nilai ''SKM''</p>'", "'Nilai ''SKM'''"),
        ('"<p>Nilai \\"SKM\\"</p>"', '"Nilai \\"SKM\\""'),
        ("'Nilai A &amp; B &quot;C&quot;'", "'Nilai A & B \"C\"'"),
        ('"Nilai &quot;SKM&quot;"', '"Nilai \\"SKM\\""'),
        ("<p>Nilai\n        SKM</p>", "Nilai\n        SKM"),
        ("Nilai <b>\n        SKM", "Nilai SKM"),
        (">\n        <p>Nilai\n        SKM</p>", ">\n        Nilai\n        SKM"),
        ("|-\n        <p>Nilai SKM</p>\n        tahun ini", "|-\n        Nilai SKM\n        tahun ini"),
        ('!!str &x "<p>Nilai SKM"', '!!str &x "Nilai SKM"'),
        ("Nilai &lt;p&gt; SKM", "Nilai SKM"),
    ],
)
def test_only_the_words_change(dirty, clean):
    text, counts = mended(dirty)
    assert text == clean
    assert set(counts) == {"STR006"}
    assert mended(clean) == (clean, {})


def test_a_flow_collection():
    flow = "{versi_format: 1, jabatan: [{id: a, nama: CAMAT, tugas: [<p>membina, 'a, <b>b'], rencana_kinerja: []}]}\n"
    result = iki_lint.fix(flow)
    assert result.text == flow.replace("<p>", "").replace("<b>", "")
    assert dict(result.applied) == {"STR006": 2}


def test_a_text_behind_an_alias_is_mended_once():
    text = DECREE.format("&n <p>Nilai SKM</p>").replace("Nilai hasil SKM", "*n")
    result = iki_lint.fix(text)
    assert result.text == text.replace("<p>", "").replace("</p>", "")
    assert dict(result.applied) == {"STR006": 1}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_mark_and_line_ends_stay(tmp_path, mark, end):
    dirty, clean = (
        mark + DECREE.format(name).replace("\n", end) for name in ("<p>Nilai\n        SKM", "Nilai\n        SKM")
    )
    path = tmp_path / "a.yaml"
    path.write_bytes(dirty.encode())
    result = iki_lint.fix(path)
    assert result.text == clean
    assert path.read_bytes() == dirty.encode()


def test_what_stops_nothing_is_no_obstacle():
    text = DECREE.format("<p>Nilai SKM").replace("  fungsi: membina\n", "  fungsi: membina\n  tugas: <p>melayani\n")
    result = iki_lint.fix(text)
    assert result.text == text.replace("<p>Nilai", "Nilai")
    assert "IKI003" in {found.code for found in result.report.findings}


def test_the_result_says_what_is_left():
    result = iki_lint.fix(DECREE.format("Nilai SKM"))
    assert (result.path, result.applied, result.left, result.refusal) == ("<teks>", {}, (), None)
    assert result.report.readable


def test_rules_are_selected():
    text = DECREE.format("<p>Nilai SKM")
    assert iki_lint.fix(text, iki_lint.Config(ignore=("STR006",))).text == text


# Fixes of other rules, by hand.


@pytest.fixture
def rule(monkeypatch):
    """Replace the rules by a function from a text to findings."""
    plain = fixing.check_document

    def use(function):
        def check_document(document, config, effects):
            report = plain(document, config, effects)
            return report._replace(findings=tuple(function(document)) if report.readable else report.findings)

        monkeypatch.setattr(fixing, "check_document", check_document)

    return use


def replacing(old, new, code="BHS001", safe=True):
    """Findings that replace a word wherever a text of the decree holds it."""

    def found(document):
        for text in texts(document.root):
            at = text.value.find(old)
            if at >= 0:
                fix = fix_of(Hit(None, text, "", edits=((at, at + len(old), new),), safe=safe))
                yield Finding(code, "contoh", "info", "", "", fix=fix)

    return found


def test_unsafe_fixes_only_when_asked(rule):
    rule(
        lambda document: [
            *replacing("hasil", "akhir")(document),
            *replacing("mutu", "kualitas", "BHS002", False)(document),
        ]
    )
    text = DECREE.format("Nilai SKM")
    safe = iki_lint.fix(text)
    assert safe.text == text.replace("hasil", "akhir")
    assert safe.applied == {"BHS001": 1}
    assert [found.code for found in safe.left] == ["BHS002"]
    both = iki_lint.fix(text, unsafe=True)
    assert both.text == text.replace("hasil", "akhir").replace("mutu", "kualitas")
    assert list(both.applied.items()) == [("BHS001", 1), ("BHS002", 1)]
    assert both.left == ()


def test_fixes_that_touch_take_two_passes(rule):
    rule(lambda document: [*replacing("hasil", "akhir")(document), *replacing(" SKM", " IKM", "BHS002")(document)])
    result = iki_lint.fix(DECREE.format("Nilai"))
    assert result.text == DECREE.format("Nilai").replace("hasil SKM", "akhir IKM").replace("Laporan SKM", "Laporan IKM")
    assert result.applied == {"BHS001": 1, "BHS002": 2}


def test_ten_passes_are_enough_and_eleven_too_many(rule):
    rule(replacing("x", ""))
    assert iki_lint.fix(DECREE.format("Nilai" + "x" * 10)).text == DECREE.format("Nilai")
    text = DECREE.format("Nilai" + "x" * 11)
    result = iki_lint.fix(text)
    assert (result.text, result.applied) == (text, {})
    assert result.refusal == "<teks> tidak diperbaiki: perbaikan BHS001 tidak kunjung selesai; mohon laporkan."


def test_rules_that_undo_each_other_are_refused(rule):
    rule(lambda document: [*replacing("hasil", "akhir")(document), *replacing("akhir", "hasil", "BHS002")(document)])
    result = iki_lint.fix(DECREE.format("Nilai SKM"), iki_lint.Config(lang="en"))
    assert result.refusal == "<teks> was not fixed: the fixes of BHS001, BHS002 come to no end; please report it."
    assert result.text == DECREE.format("Nilai SKM")


BAD_EDITS = {
    "a text that ends in a colon": line_edit(13, 19, 22, "S:"),
    "a comment": line_edit(13, 19, 22, "# S"),
    "a null": line_edit(13, 13, 22, "~"),
    "a list": line_edit(13, 13, 22, "[SKM]"),
    "a broken document": line_edit(13, 13, 13, "["),
    "another line": Edit(Place(13, 22, 14, 1), ""),
    "a key": line_edit(13, 7, 11, "label"),
    "a comment that is edited": line_edit(1, 3, 5, "x"),
    "another text": Edit(Place(13, 19, 14, 33), "SKM"),
    "a version that nobody knows": line_edit(2, 15, 16, "2"),
    "a character that YAML forbids": line_edit(13, 19, 22, "S\x1bKM"),
    "half a character": line_edit(13, 19, 22, "\ud800"),
}


@pytest.mark.parametrize("edit", BAD_EDITS.values(), ids=BAD_EDITS)
def test_an_edit_that_would_change_something_else_is_refused(rule, edit):
    text = DECREE.format("Nilai SKM")
    rule(lambda document: [*replacing("mutu", "kualitas")(document), finding(edit, code="FRM009")])
    result = iki_lint.fix(text)
    assert (
        result.refusal
        == "<teks> tidak diperbaiki: perbaikan BHS001, FRM009 akan mengubah hal lain di dalamnya; mohon laporkan."
    )
    assert (result.text, result.applied) == (text, {})


# What is not touched.


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"versi_format: 1\njabatan: [\n", "IKI002"),
        (DECREE.format("<p>x").encode("utf-16"), "IKI005"),
        (b"\xff\xfe\x00", "IKI005"),
        (b"halo: x\n", "IKI006"),
    ],
)
def test_an_unreadable_file_is_refused_with_the_finding_of_check(tmp_path, data, code):
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    result = iki_lint.fix(path)
    assert result.refusal == f"{path} tidak diperbaiki karena tidak dapat dibaca."
    assert not result.report.readable
    assert code in [found.code for found in result.report.findings]
    assert result.report.findings == iki_lint.check(path).files[0].findings


def test_a_text_to_be_imported_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Jabatan : CAMAT\n")
    assert iki_lint.fix(os.fspath(path), iki_lint.Config(lang="en")).refusal == (
        f"{path} was not fixed: only YAML can be; make it with iki-lint import {path} -o RESULT.yaml."
    )


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        iki_lint.fix(tmp_path / "a.yaml")
