"""Rows whose cells seem to stand in the wrong columns."""

from iki_lint.decree.model import Row
from iki_lint.facts.subjects import Subjects, value
from iki_lint.language.lexicon import words


def is_suspect(row: Row, subjects: Subjects) -> bool:
    """Whether the cells of a row seem to stand in the wrong columns.

    Either the formula reads like a source and the source is empty (the row slid to the left), or the indicator reads
    like a source while the source reads like a formula.
    """
    source = value(row.source)
    if not source.strip():
        formula = subjects.source(value(row.formula))
        return len(formula.tokens) > 1 and formula.menyerupai_dokumen
    name = subjects.indicator(value(row.indicator.name))
    if name.ukuran or name.normal_words[:1] == () or name.normal_words[0] not in words("sumber-awalan"):
        return False
    return subjects.indicator(source).ukuran_di_depan and subjects.formula(source).jenis == "jumlah"
