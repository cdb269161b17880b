"""Facts: phrases are slices of their cell, nothing raises on any text, levels of posts."""

import typing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_lint.facts.fact import Phrase, fact, facts_of
from iki_lint.facts.formula import FormulaFacts
from iki_lint.facts.indicator import IndicatorFacts
from iki_lint.facts.plan import PlanFacts
from iki_lint.facts.position import level_of
from iki_lint.facts.relations import FormulaToIndicator, IndicatorToPlan, SourceToRow
from iki_lint.facts.source import SourceFacts
from iki_lint.facts.subjects import VOCABULARY

WORD_LIST = (
    "Jumlah jumlah Persentase Nilai Tersedianya Menyusun laporan surat koordinasi dan & , . ; 1. 2. a. yang baik "
    "sesuai ketentuan selama 1 tahun 80 % x 100 dibagi berbanding / ( ) SKM SPBE DPA Perbup tugas <p> -- Jelas "
    "terpeliharanya memonitor mengarahkan bawahan pembinaan agar serta tugas lain pemrosesan "
    "kesalahan hambatan dengan Kelurahan Kecamatan musrenbang minimal 75 tahun 2023 \u2013"
)
WORDS = st.sampled_from(WORD_LIST.split(" "))
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))


def every_fact(subject):
    """The value of each fact, which must have the declared type."""
    for name, declared in facts_of(type(subject)).items():
        value = getattr(subject, name)
        expected = typing.get_origin(declared.type) or declared.type
        if declared.type == Phrase | None:
            assert value is None or isinstance(value, Phrase), name
        else:
            assert isinstance(value, expected), name
        yield name, value


@given(TEXTS, TEXTS, TEXTS, TEXTS)
@settings(deadline=None, max_examples=250)
def test_phrases_are_slices_and_nothing_raises(plan, name, formula, source):
    indicator, read, cell = IndicatorFacts(name), FormulaFacts(formula), SourceFacts(source)
    relation = FormulaToIndicator(indicator, read)
    evidence = SourceToRow(relation, cell)
    for subject, text in (
        (PlanFacts(plan), plan),
        (indicator, name),
        (read, formula),
        (cell, source),
        (evidence, source),
    ):
        for _, value in every_fact(subject):
            if isinstance(value, Phrase):
                assert text[value.start : value.end] == value.text
                assert value.text.strip()
    assert dict(every_fact(relation)).keys() == facts_of(FormulaToIndicator).keys()
    assert isinstance(IndicatorToPlan(PlanFacts(plan), indicator).menyalin, bool)


def test_every_fact_says_what_it_means():
    for subject in VOCABULARY.values():
        for name, declared in facts_of(subject).items():
            assert isinstance(declared, fact)
            assert declared.__doc__, name
            assert declared.__doc__.strip().endswith((".", '"')), name


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("CAMAT", "kepala"),
        ("KEPALA KECAMATAN KEBOMAS", "kepala"),
        ("Kepala Dinas Kesehatan", "kepala"),
        ("SEKRETARIS", "administrator"),
        ("Kepala Bidang Bina Marga", "administrator"),
        ("KEPALA SEKSI PEMERINTAHAN", "pengawas"),
        ("KASUBBAG UMUM & KEPEGAWAIAN", "pengawas"),
        ("Plt. KEPALA KELURAHAN KEBOMAS", "pengawas"),
        ("LURAH MAJU", "pengawas"),
        ("STAF PRAMU BAKTI", "pelaksana"),
        ("PENGADMINISTRASI PERIJINAN", "pelaksana"),
        ("BENDAHARA PENGELUARAN", "pelaksana"),
        ("Analis Kepegawaian Ahli Muda", "fungsional"),
        ("Juru Kunci", "pelaksana"),
        ("GURU KELAS", "fungsional"),
        ("PENGELOLAH DATA", "pelaksana"),
        ("INSPEKTUR PEMBANTU WILAYAH I", "administrator"),
        ("INSPEKTUR", "kepala"),
        ("Tenaga Ahli", ""),
    ],
)
def test_levels(name, level):
    assert level_of(name) == level


def test_the_kind_helps_where_the_name_does_not():
    assert level_of("Juru Kunci", "pelaksana") == "pelaksana"
