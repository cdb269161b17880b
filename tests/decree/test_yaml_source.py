"""Bytes become a located tree, or a problem at the place that causes it."""

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_documents import documents

from iki_lint.decree import yaml_source
from iki_lint.decree.tree import Map, Node, Seq, Text, plain, texts
from iki_lint.decree.yaml_events import EventMaker, libyaml_events, python_events
from iki_lint.decree.yaml_source import YamlDocument, read_yaml

BOTH = pytest.mark.parametrize("events", [libyaml_events, python_events])


def read(text: str, events: EventMaker = libyaml_events) -> YamlDocument:
    return read_yaml("a.yaml", text.encode(), events)


def tree(node: Node | None) -> object:
    """Everything that a tree says, edges included, as comparable data."""
    if isinstance(node, Text):
        return node.value, node.null, node.start, node.end, node.breakpoints
    if isinstance(node, Map):
        return node.start, node.end, node.keys, [(key, tree(value)) for key, value in node.items.items()]
    return None if node is None else (node.start, node.end, [tree(item) for item in node.items])


def problems(document: YamlDocument) -> list[tuple[str, str, dict[str, str], int, int, str, bool]]:
    return [(p.code, p.message, p.args, p.start, p.end, p.pointer, p.fatal) for p in document.problems]


def only(document: YamlDocument) -> tuple[str, str, str, bool]:
    """Code, message, marked text and fatality of the only problem."""
    (problem,) = document.problems
    return problem.code, problem.message, problem.source.text[problem.start : problem.end], problem.fatal


@BOTH
def test_scalars_stay_as_written(events: EventMaker) -> None:
    document = read("a: 1.000\nb: yes\nc: 2018-01-05\nno: 081\ne: 0x1F\nf: 1.10\n", events)
    assert document.root is not None
    assert plain(document.root) == {"a": "1.000", "b": "yes", "c": "2018-01-05", "no": "081", "e": "0x1F", "f": "1.10"}
    assert document.problems == ()


@BOTH
@pytest.mark.parametrize("written", ["", " ~", " null", " Null", " NULL", " &x", " &x ~"])
def test_null(written: str, events: EventMaker) -> None:
    root = read(f"a:{written}\nb: x\n", events).root
    assert isinstance(root, Map)
    value = root.items["a"]
    assert isinstance(value, Text)
    assert (value.value, value.null) == ("", True)
    assert value.start <= value.end <= 2 + len(written)


@BOTH
@pytest.mark.parametrize("written", ["''", '"null"', "nULL", "Nil", "!!str ~", "'~'", "|"])
def test_not_null(written: str, events: EventMaker) -> None:
    root = read(f"a: {written}\n", events).root
    assert isinstance(root, Map)
    value = root.items["a"]
    assert isinstance(value, Text)
    assert not value.null


@BOTH
def test_edges(events: EventMaker) -> None:
    text = "a: &x !!str 'b c'\n# catatan\nd:\n  - e\n  - {f: g}\n\nh: |\n  i\n\n\n'k': l m\n"
    root = read(text, events).root
    assert isinstance(root, Map)
    cut = {key: text[value.start : value.end] for key, value in root.items.items()}
    assert cut == {"a": "'b c'", "d": "- e\n  - {f: g}", "h": "|\n  i\n", "k": "l m"}
    assert [text[slice(*root.edges(key))] for key in root.keys] == ["a", "d", "h", "'k'"]
    assert (root.start, root.end) == (0, len(text) - 1)


@BOTH
def test_offsets_count_characters(events: EventMaker) -> None:
    text = "a: 😀 b\r\nc: é\u2028 d\r\ne: x\ty\r\nf: [\u00a0g]\r\n"
    document = read_yaml("a.yaml", b"\xef\xbb\xbf" + text.encode(), events)
    assert document.root is not None
    assert document.source.text == text
    assert [t.value for t in texts(document.root)] == ["😀 b", "é\u2028d", "x\ty", "\u00a0g"]
    assert [text[t.start : t.end] for t in texts(document.root)] == ["😀 b", "é\u2028 d", "x\ty", "\u00a0g"]


@BOTH
def test_a_second_key_does_not_count(events: EventMaker) -> None:
    document = read("a:\n  - nama: satu\n    nama: dua\n    'nama': {nama: tiga, nama: lima}\n    x: 1\n", events)
    assert document.root is not None
    assert plain(document.root) == {"a": [{"nama": "satu", "x": "1"}]}
    assert problems(document) == [
        ("IKI003", "kunci-ganda", {"kunci": "nama", "baris": "2"}, 22, 26, "/a/0/nama", False),
        ("IKI003", "kunci-ganda", {"kunci": "nama", "baris": "2"}, 36, 42, "/a/0/nama", False),
        ("IKI003", "kunci-ganda", {"kunci": "nama", "baris": "4"}, 57, 61, "", False),
    ]
    assert isinstance(document.root, Map)
    row = document.root.items["a"]
    assert isinstance(row, Seq)
    assert isinstance(row.items[0], Map)
    assert list(row.items[0].keys) == ["nama", "x"]


@BOTH
def test_merge_keys_are_refused(events: EventMaker) -> None:
    document = read("a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n", events)
    assert document.root is not None
    assert plain(document.root) == {"a": {"x": "1"}, "b": {"y": "2"}}
    assert only(document) == ("IKI006", "kunci-gabung", "<<", False)
    assert read("'<<': x\n", events).problems == ()


@BOTH
@pytest.mark.parametrize(
    ("written", "marked"), [("? [a, b]\n: c\n", "["), ("{{b: 1, b: 2}: c, d: e}\n", "{"), ("a: &a b\n*a : c\n", "*a")]
)
def test_keys_must_be_text(written: str, marked: str, events: EventMaker) -> None:
    document = read(written, events)
    assert document.problems[0][:2] == ("IKI006", "kunci-bukan-teks")
    assert written[document.problems[0].start : document.problems[0].end] == marked
    assert isinstance(document.root, Map)
    assert "c" not in document.root.items.values()
    assert set(document.root.items) <= {"a", "d"}


@BOTH
def test_an_alias_is_the_node_itself(events: EventMaker) -> None:
    root = read("a: &a [x]\nb: *a\nc: &c y\nd: *c\n", events).root
    assert isinstance(root, Map)
    assert root.items["a"] is root.items["b"]
    assert root.items["c"] is root.items["d"]


@BOTH
def test_limits_of_aliases(events: EventMaker) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 8)
    )
    assert only(read(bomb, events)) == ("IKI004", "alias-membengkak", "*a3", True)
    chain = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 200))
    assert only(read(chain, events)) == ("IKI004", "terlalu-dalam", "*a98", True)
    assert only(read("a: &a [b, *a]\n", events)) == ("IKI004", "alias-berputar", "*a", True)
    assert only(read("a: *b\n", events)) == ("IKI002", "yaml-bintang", "*b", True)


@BOTH
def test_limit_of_depth(events: EventMaker) -> None:
    assert only(read("a: " + "[" * 100_000, events)) == ("IKI004", "terlalu-dalam", "[", True)
    assert read("a: " + "[" * 99 + "]" * 99, events).problems == ()
    assert only(read("a: " + "[" * 100 + "]" * 100, events))[1] == "terlalu-dalam"


def test_limits_of_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_source, "MAX_EVENTS", 9)
    assert read("a: b\nc: d\n").root is None
    assert only(read("a: b\nc: d\n"))[:2] == ("IKI004", "terlalu-banyak-isian")
    monkeypatch.setattr(yaml_source, "MAX_EVENTS", 10)
    assert read("a: b\nc: d\n").problems == ()
    huge = read_yaml("a.yaml", b" " * (64 * 1024 * 1024 + 1))
    assert only(huge) == ("IKI004", "berkas-terlalu-besar", "", True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings(encoding: str) -> None:
    assert only(read_yaml("a.yaml", "versi_format: 1\n".encode(encoding))) == ("IKI005", "bukan-utf-8", "", True)


def test_broken_utf_8() -> None:
    (problem,) = read_yaml("a.yaml", b"a: b\nc: \xc3\xa9 \x93x\x94\n").problems
    assert problem[:3] == ("IKI005", "utf-8-rusak", {"baris": "2", "kolom": "6"})
    assert problem.source.position(problem.start) == (2, 6)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe"])
def test_control_characters(character: str) -> None:
    (problem,) = read(f"a: b\nc: d{character}\n").problems
    assert problem[:3] == (
        "IKI005",
        "karakter-kendali",
        {"kode": f"U+{ord(character):04X}", "baris": "2", "kolom": "5"},
    )
    assert problem.fatal


@BOTH
@pytest.mark.parametrize(
    ("written", "message", "start", "sign"),
    [
        ("nama: Jumlah dokumen : 1. a\n", "yaml-titik-dua", 21, ":"),
        ("nama: a\n  tugas: b\n", "yaml-indentasi", 15, ":"),
        ("a:\n\t- b\n", "yaml-tab", 3, "\t"),
        ("nama: 'Jumlah\ntugas: b\n", "yaml-kutip-terbuka", 6, "'"),
        ("nama: a\ntugas\nfungsi: b\n", "yaml-tanpa-titik-dua", 8, "t"),
        ("a: [b, c\nd: e\n", "yaml-kurung-siku", 3, "["),
        ("a: {b: c\nd: [e]\n", "yaml-kurung-kurawal", 3, "{"),
        ("a: @b\n", "yaml-tanda-awal", 3, "@"),
        ("a: %b\n", "yaml-tanda-awal", 3, "%"),
        ('a: "C:\\data"\n', "yaml-garis-miring", 6, "\\"),
        ('a: "\\ud83d\\ude00"\n', "yaml-garis-miring", None, "\\"),
        ("a: *\n", "yaml-bintang", 4, ""),
        ("a: &\n", "yaml-bintang", 4, ""),
        ("a: !x!y b\n", "yaml-tanda-seru", 3, "!"),
        ('a: "\\xZZ"\n', "yaml-garis-miring", 4, "\\"),
        ("%YAML 3.0\n---\na: b\n", "yaml-persen", 0, "%"),
        ("a: | b\n", "yaml-teks-blok", 5, "b"),
        ("a: - b\n", "yaml-butir", 3, "-"),
        ("a:\n  - b\n c: d\n", "yaml-indentasi", 10, "c"),
        ("  a: b\nc: d\n", "yaml-indentasi", 7, "c"),
        ("a: 'b' c\n", "yaml-sesudah-kutip", 7, "c"),
    ],
)
def test_syntax(written: str, message: str, start: int | None, sign: str | None, events: EventMaker) -> None:
    document = read(written, events)
    assert document.root is None
    (problem,) = document.problems
    assert (problem.code, problem.message, problem.fatal) == ("IKI002", message, True)
    assert problem.args["tanda"] == sign
    if start is not None:
        assert problem.start == start
        assert problem.args["baris"] == str(document.source.position(start)[0])


@BOTH
@pytest.mark.parametrize(
    ("written", "message", "marked"),
    [
        ("", "dokumen-kosong", ""),
        ("# catatan\n", "dokumen-kosong", ""),
        ("---\n", "dokumen-kosong", ""),
        ("- a\n- b\n", "puncak-bukan-kunci", "- a\n- b"),
        ("keputusan\n", "puncak-bukan-kunci", "keputusan"),
        ("a: b\n---\nc: d\n", "dokumen-lebih-dari-satu", "---"),
    ],
)
def test_one_mapping_a_file(written: str, message: str, marked: str, events: EventMaker) -> None:
    document = read(written, events)
    assert only(document) == ("IKI006", message, marked, True)
    assert document.root is None


def test_the_collector_is_restored() -> None:
    for text in ("a: b\n", "a: [", "a: *b\n"):
        read(text)
        assert gc.isenabled()
    gc.disable()
    try:
        read("a: b\n")
        assert not gc.isenabled()
    finally:
        gc.enable()


@settings(deadline=None, max_examples=400)
@given(documents)
def test_both_parsers_give_the_same(text: str) -> None:
    first, second = read(text, libyaml_events), read(text, python_events)
    assert tree(first.root) == tree(second.root)
    assert problems(first) == problems(second)


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.text(),
        st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#\\ \t\r\n~<\u2028\x85\ufeff0"),
        documents.map(lambda d: d[:-3]),
    )
)
def test_any_text_gives_a_document(text: str) -> None:
    for events in (libyaml_events, python_events):
        document = read_yaml("a.yaml", text.encode("utf-8", "surrogatepass"), events)
        assert (document.root is None) == any(problem.fatal for problem in document.problems)
        for problem in document.problems:
            assert 0 <= problem.start <= problem.end <= len(problem.source.text)


@settings(deadline=None, max_examples=200)
@given(st.binary())
def test_any_bytes_give_a_document(data: bytes) -> None:
    document = read_yaml("a.yaml", data)
    assert (document.root is None) == any(problem.fatal for problem in document.problems)


@settings(deadline=None, max_examples=200)
@given(documents)
def test_line_ends_and_byte_order_mark_change_no_value(text: str) -> None:
    plain_document = read(text)
    windows = read_yaml("a.yaml", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert (plain_document.root is None) == (windows.root is None)
    if plain_document.root is not None and windows.root is not None:
        assert plain(plain_document.root) == plain(windows.root)
