"""The spelling of the two real decrees against what people have found in them."""

import csv
import re
from functools import lru_cache
from pathlib import Path

import pytest

import iki_lint
from iki_lint.language.derivation import is_derived
from iki_lint.language.spelling import misspellings

DATA = Path(__file__).parent.parent / "data"
SPELLING = {"BHS001", "BHS002", "BHS003", "BHS004", "BHS005", "SAS004"}


def table(name):
    with open(DATA / "ejaan" / name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def key(words):
    """Words as the tables write them: small, a hyphen between blanks as a blank."""
    return re.sub(r"\s+[-–—]\s+", " ", words.lower())


@lru_cache(maxsize=1)
def found():
    """What a check of the decree says, by the words it points at: the first proposal for each."""
    (file,) = iki_lint.check(DATA / "kebomas-2023.txt").files
    said = {}
    for finding in file.findings:
        if finding.code in SPELLING:
            said.setdefault(key(finding.text), finding)
    return said


ERRORS = [row for row in table("expected_errors_kebomas.tsv") if row["certainty"] in ("sure", "rule")]
TOKENS = [row for row in ERRORS if row["scope"] == "token"]
# Right words of which only the sentence tells that they are wrong, and a wrong acting title.
ONLY_IN_CONTEXT = {"real-word-error", "ocr"}


def test_every_sure_error_of_a_single_word_is_found():
    missed = [row["wrong_form"] for row in TOKENS if row["wrong_form"] not in found()]
    assert len(missed) <= 0.03 * len(TOKENS), missed
    assert set(missed) <= {"jugas"}


def test_the_first_proposal_is_the_right_one():
    wrong = []
    for row in TOKENS:
        finding = found().get(row["wrong_form"])
        first = re.search(r'"([^"/]+)|: ([^/]+)', finding.suggestion)[0].strip(' ":').lower() if finding else ""
        if finding and first not in row["correct_form(s)"].split("|"):
            wrong.append((row["wrong_form"], first))
    assert len(wrong) <= 0.05 * len(TOKENS), wrong


@pytest.mark.parametrize(
    "row",
    [row for row in ERRORS if row["scope"] == "context" and row["class"] not in ONLY_IN_CONTEXT],
    ids=lambda row: row["wrong_form"],
)
def test_errors_of_two_words_are_found(row):
    finding = found()[key(row["wrong_form"])]
    assert any(form in finding.suggestion.lower() for form in row["correct_form(s)"].split("|"))


def test_no_known_error_is_a_word():
    """Whatever is added to the lexicon: what is surely wrong must not be derivable from it."""
    derived = {row["wrong_form"] for row in TOKENS if is_derived(row["wrong_form"])}
    # Formed by the rules, and wrong only because another word is meant; they are doubted beside the usual one.
    assert derived == {"dibidang", "diwilayah", "kedepan", "pemasalahan", "pencacatan"} & derived


def test_right_words_are_left_alone():
    right = {row["form"] for row in table("expected_correct_kebomas.tsv")}
    assert right.isdisjoint(found())


def test_the_second_decree():
    text = (DATA / "klojen-2018.txt").read_text(encoding="utf-8")
    said = {
        line[each.start : each.end].lower(): each
        for line, all_ in misspellings(text.splitlines()).items()
        for each in all_
    }
    expected = {
        "banyakya": "banyaknya", "siurvei": "survei", "orgaisasi": "organisasi", "sosisal": "sosial",
        "atasansesuai": "atasan sesuai", "umumberdasarkan": "umum berdasarkan", "umumtingkat": "umum tingkat",
        "musrtenbang": "musrenbang", "tersipkan": "tersiapkan", "membntu": "membantu", "prosentase": "persentase",
        "ketentraman": "ketenteraman", "perijinan": "perizinan", "kerjasama": "kerja sama", "olah raga": "olahraga",
        "terrealisasi": "terealisasi", "pengelolah": "pengelola", "tribulan": "triwulan", "orsosmas": "ormas",
    }  # fmt: skip
    assert {word: said[word].forms[0].lower() for word in expected} == expected
    assert {"klojen", "camat", "mengklasifikasikan", "sekcam"}.isdisjoint(said)
