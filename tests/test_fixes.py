"""Mending a decree: which fixes go together, what the text becomes, and when nothing is touched."""

import os

import pytest

import iki_lint
from iki_lint import fixing
from iki_lint.decree.source import Place, Source
from iki_lint.decree.tree import texts
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.hit import Hit, fix_of
from iki_lint.findings import Edit, Finding, Fix
from iki_lint.fixes import Change, applied, compatible, holds, offered, quarrelling, rewrites

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


# Which fixes are offered, and which go together.


def test_fixes_are_offered_by_place_and_code():
    source = Source("a.yaml", "satu\ndua tiga\n")
    found = [
        finding(line_edit(2, 5, 9, "tujuh"), code="FRM002"),
        finding(line_edit(2, 5, 9, "enam"), line_edit(1, 1, 5, "lima"), code="FRM003"),
        finding(line_edit(2, 5, 9, "enam"), safe=False),
        finding(line_edit(2, 1, 4, "dua")),
        finding(line_edit(2, 1, 4, "x"), line_edit(2, 2, 6, "y")),
        Finding("FRM001", "contoh", "info", "", ""),
    ]
    mixed, plain = Change("FRM003", ((0, 4, "lima"), (9, 13, "enam"))), Change("FRM002", ((9, 13, "tujuh"),))
    assert offered(found, source) == [mixed, plain]
    assert offered(found, source, unsafe=True) == [mixed, Change("FRM001", ((9, 13, "enam"),)), plain]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ((0, 4, "x"), (5, 8, "y"), True),
        ((0, 4, "x"), (4, 8, "y"), False),
        ((0, 4, "x"), (3, 8, "y"), False),
        ((0, 4, "x"), (0, 8, "y"), False),
        ((0, 8, "x"), (2, 4, "y"), False),
        ((3, 3, "x"), (3, 3, "y"), False),
        ((3, 3, "x"), (3, 5, "y"), False),
        ((3, 3, "x"), (4, 4, "y"), True),
    ],
)
def test_of_two_that_overlap_or_touch_the_first_wins(first, second, both):
    changes = [Change("A", (first,)), Change("B", (second,))]
    assert compatible(changes) == (changes if both else changes[:1])


def test_equal_edits_count_once():
    one, other = (0, 4, "x"), (6, 8, "y")
    changes = [Change("A", (one,)), Change("A", (one,)), Change("B", (one, other)), Change("C", (other,))]
    assert compatible(changes) == [Change("A", (one,)), Change("B", (other,))]


def test_a_fix_is_taken_whole_or_not_at_all():
    changes = [Change("A", ((5, 6, "x"),)), Change("B", ((6, 7, "y"), (9, 9, "z"))), Change("C", ((9, 10, "w"),))]
    assert compatible(changes) == [changes[0], changes[2]]


def test_the_edits_of_one_fix_may_touch():
    change = Change("A", ((0, 2, ""), (2, 3, "x")))
    assert compatible([change]) == [change]
    assert applied("abcd", [change]) == "xd"


def test_changes_that_overlap_are_not_applied():
    with pytest.raises(ValueError, match="overlapping"):
        applied("abcd", [Change("A", ((0, 2, ""),)), Change("B", ((1, 3, ""),))])


def test_changes_that_spoil_a_text_together_wait():
    """Each alone is sound; both would make a list item of the text."""
    document = read_yaml("a.yaml", b"a: <p>-<b> x\nb: <p>y\n")
    found = []
    for text, spots in zip(texts(document.root), [[(0, 3), (4, 7)], [(0, 3)]], strict=True):
        for start, end in spots:
            fix = fix_of(Hit(None, text, "", edits=((start, end, ""),)))
            assert fix is not None
            found.append(finding(*fix.edits))
    changes = compatible(offered(found, document.source))
    plan = rewrites(document.root, changes)
    assert plan is not None
    assert [(rewrite.edits, rewrite.changes) for rewrite in plan] == [
        ([(0, 3, ""), (4, 7, "")], [0, 1]),
        ([(0, 3, "")], [2]),
    ]
    assert quarrelling(plan) == {1}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("a: x\nb: {c: ~, d: [y, z]}\n", True),
        ("a: 'x' # catatan\nb:\n  c:\n  d: [y, z]\n", True),
        ("a: x\nb: {c: ~, d: [y]}\n", False),
        ("a: x\nb: {c: '', d: [y, z]}\n", False),
        ("a: x\nb: {d: [y, z], c: ~}\n", False),
        ("a: x\nb: {c: ~, d: y}\n", False),
        ("a: w\nb: {c: ~, d: [y, z]}\n", False),
        ("a: x\nb: {c: ~, d: [y, z]}\na: x\n", False),
        ("a: [x\n", False),
    ],
)
def test_the_same_decree(other, same):
    document = read_yaml("a.yaml", b"a: x\nb: {c: ~, d: [y, z]}\n")
    assert holds(document, read_yaml("a.yaml", other.encode()), []) is same


# Whole decrees.


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
        def check_document(document, config):
            report = plain(document, config)
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
