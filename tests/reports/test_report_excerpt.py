from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import at

from iki_lint.decree.source import Place, Source
from iki_lint.reports.escape import cell, columns
from iki_lint.reports.excerpt import excerpt, window

ODD = st.text(st.sampled_from(list("ab c字😀é\u0301\t\u200b\x1b“")) | st.characters(), max_size=120).filter(
    lambda text: not set(text) & {"\n", "\r"}
)


def frame(text, place, width=60):
    return "\n".join(excerpt(Source("a.yaml", text), place, width))


def test_carets_stand_under_the_exact_words():
    assert frame("x: 1\nnama: Jumlah rencana\n", at(2, 7, 6)) == (
        "    2 | nama: Jumlah rencana\n"  #
        "      |       ^^^^^^"
    )


def test_the_gutter_is_as_wide_as_the_largest_number():
    text = "\n" * 8 + "nama: a\n  b"
    assert frame(text, Place(9, 7, 10, 4)) == (
        "     9 | nama: a\n"  #
        "       |       ^\n"
        "    10 |   b\n"
        "       |   ^"
    )


def test_a_very_long_line_is_shown_around_the_span_only():
    line = "字" * 50_000 + " kata " + "\u0301" * 50_000
    text, carets = frame(line, at(1, 50_002, 4)).splitlines()
    assert text.startswith("    1 | …字")
    assert carets.count("^") == 4
    before = text[: text.index("kata")]
    assert columns(before) == carets.index("^")
    assert len(text) < 4_100


def test_tabs_wide_and_combining_characters():
    assert frame("\t字e\u0301: kata", at(1, 7, 4)) == (
        "    1 |     字e\u0301: kata\n"  #
        "      |          ^^^^"
    )


def test_a_span_that_begins_with_a_combining_mark_points_at_the_letter():
    assert window("ae\u0301b", 2, 3, 40)[1:] == (1, 1)


def test_an_empty_span_gets_one_caret_also_behind_the_line():
    assert frame("nama:", at(1, 6, 0)) == "    1 | nama:\n      |      ^"
    assert frame("nama:", at(1, 60, 3)) == "    1 | nama:\n      |      ^"


def test_a_long_line_is_cut_around_the_span():
    line = "kata " * 100 + "INI " + "lagi " * 100
    assert frame(line, at(1, 501, 3), 50) == (
        "    1 | …ta kata kata kata INI lagi lagi lagi lag…\n"  #
        "      |                    ^^^"
    )


def test_a_long_line_keeps_its_beginning_when_the_span_stands_there():
    line = "nama: Jumlah " + "lagi " * 100
    assert frame(line, at(1, 7, 6), 40) == (
        "    1 | nama: Jumlah lagi lagi lagi lag…\n"  #
        "      |       ^^^^^^"
    )


def test_a_span_longer_than_the_line_is_cut():
    assert frame("nama: " + "x" * 1385, at(1, 7, 1385), 40) == (
        "    1 | nama: xxxxxxxxxxxxxxxxxxxxxxxxx…\n"  #
        "      |       ^^^^^^^^^^^^^^^^^^^^^^^^^"
    )


def test_the_end_of_a_long_line():
    line = "kata " * 40 + "akhir"
    assert frame(line, at(1, 201, 5), 40) == (
        "    1 | …kata kata kata kata kata akhir\n"  #
        "      |                           ^^^^^"
    )


def test_a_span_of_three_lines_is_shown_whole_without_its_indentation():
    text = "nama: >-\n  Jumlah\n\n  surat masuk\nx: 1"
    assert frame(text, Place(2, 3, 4, 8)) == (
        "    2 |   Jumlah\n"  #
        "      |   ^^^^^^\n"
        "    3 |\n"
        "    4 |   surat masuk\n"
        "      |   ^^^^^"
    )


def test_a_longer_span_shows_its_first_and_last_line():
    text = "".join(f"  baris {n}\n" for n in range(1, 1001))
    assert frame(text, Place(1, 3, 1000, 8)) == (
        "       1 |   baris 1\n         |   ^^^^^^^\n     ... |\n    1000 |   baris 1000\n         |   ^^^^^"
    )


def test_a_span_up_to_the_start_of_the_next_line_ends_before_it():
    assert frame("satu\ndua\n", Place(1, 1, 2, 1)) == "    1 | satu\n      | ^^^^"


@settings(deadline=None, max_examples=300)
@given(ODD, st.integers(0, 130), st.integers(0, 130), st.integers(20, 100))
def test_window_keeps_its_width_and_the_carets_their_words(line, start, size, room):
    shown = window(line, start, start + size, room)
    assert columns(shown.text) <= room
    assert shown.carets >= 1
    assert shown.indent + shown.carets <= max(room, columns(shown.text) + 1)
    words = "".join(cell(c)[0] for c in line[start : start + size])
    if columns(words) == shown.carets and cell(line[start])[1]:
        assert _under(shown.text, shown.indent, shown.carets) == words


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 400), st.integers(1, 60), st.integers(0, 400), st.integers(62, 100))
def test_a_span_that_fits_is_never_cut(before, size, after, room):
    line = "字" * (before // 2) + "b" * (before % 2) + "X" * size + "c" * after
    start = line.index("X")
    shown = window(line, start, start + size, room)
    if columns(line[:start]) > room // 3 or columns(line[:start]) + size < room:
        assert _under(shown.text, shown.indent, shown.carets) == "X" * size


def _under(text: str, indent: int, carets: int) -> str:
    """The characters above the carets, a combining mark with the letter before it."""
    column, found = 0, ""
    for char in text:
        size = cell(char)[1]
        if indent <= column - (size == 0) < indent + carets:
            found += char
        column += size
    return found


def test_a_nip_is_not_shown_and_the_carets_stay():
    assert frame('  nip: "19700101 199001 1 01"\n', at(1, 26, 2)) == (
        '    1 |   nip: "•••••••• •••••• 1 01"\n'  #
        "      |                          ^^"
    )
    assert "1234" in frame("nama: Nipah 1234\n", at(1, 7, 5))
