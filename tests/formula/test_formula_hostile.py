"""Input meant to hurt: one answer each, never an exception."""

import pytest
from formula_samples import VOCABULARY, reading

from iki_lint.formula.ast import Unreadable
from iki_lint.formula.reading import DEEPEST, LONGEST, Formula, read
from iki_lint.messages import say


def nested(depth: int) -> str:
    return "(" * depth + "A" + ")" * depth


@pytest.mark.parametrize("text", [nested(5_000), "A x 100% " * 10_000, "Jumlah surat " * 8_000, "=" * 100_000])
def test_a_long_cell_is_refused_as_a_whole(text: str) -> None:
    assert reading(text).tree == Unreadable(0, len(text), text, "formula-terlalu-panjang")


def test_the_limit_of_length() -> None:
    words = "Jumlah " + "s" * (LONGEST - 7)
    assert reading(words).kind == "jumlah"
    assert reading(words + "s").kind == "tidak-terbaca"


def test_the_limit_of_depth() -> None:
    assert reading(f"{nested(DEEPEST)} / 2").kind == "rasio"
    assert reading(f"{nested(DEEPEST + 1)} / 2").tree == Unreadable(DEEPEST, DEEPEST + 1, "(", "kurung-terlalu-dalam")


def test_a_nearly_full_stack_is_no_crash() -> None:
    def deeper(frames: int) -> Formula:
        return deeper(frames - 1) if frames else read(f"{nested(DEEPEST)} / 2", VOCABULARY)

    found = deeper(600)
    assert found.unreadable is not None
    assert found.unreadable.reason == "kurung-terlalu-dalam"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("(" * 45 + ")" * 45 + " x 2", "tidak-terbaca"),
        ("(" * 3_999, "tidak-terbaca"),
        (")" * 3_999, "tidak-terbaca"),
        ("A" + " x 100%" * 560, "hitungan"),
        ("A" + " / A" * 900 + " x 100", "tidak-terbaca"),
        ("A" + " + A" * 990, "hitungan"),
        ("(A - B)" + " - (A)" * 600, "hitungan"),
        ("dibagi " * 570, "tidak-terbaca"),
        ("Jumlah A" + " " * 3_900 + "dibagi B", "rasio"),
        ("A / 5" + " " * 3_900 + "orang", "kalimat"),
        ("Jumlah (b) " * 300 + "x 100%", "hitungan"),
        ("(" * 49 + "A" + ") b" * 49 + " x 100%", "tidak-terbaca"),
        ("1 " * 2_000, "target"),
        ("5%, " * 990, "target"),
        ("9" * 4_000, "kalimat"),
        ("1." * 2_000, "kalimat"),
        ("A = " * 1_000, "tidak-terbaca"),
        ("-" * 4_000, "kosong"),
        ("\0\x07\u202e\ud800", "kalimat"),
    ],
)
def test_one_answer(text: str, kind: str) -> None:
    assert reading(text).kind == kind


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *("(A", "[(A/B) x 2]", "() x 2", nested(51), "A dibagi", "A/B/C x 100", "A/B x 100 x 100", "A + B dibagi C"),
        *("A = B = C", "a" * 4_001),
    ],
)
def test_every_reason_has_a_sentence(text: str, lang: str) -> None:
    found = reading(text).unreadable
    assert found is not None
    assert say(found.reason, lang)
