"""Rows whose cells seem to stand in the wrong columns."""

from iki_lint.decree.model import Decree
from iki_lint.facts.subjects import Subjects, texts_of
from iki_lint.language.lexicon import words


def suspect_rows(decree: Decree, subjects: Subjects) -> frozenset[int]:
    """The rows, by `id()`, whose cells seem to stand in the wrong columns; equal rows are judged once."""
    verdicts: dict[tuple[str, str, str], bool] = {}
    found = []
    for row in decree.rows():
        _, name, formula, source, *_ = texts_of(row)
        cells = name, formula, source
        verdict = verdicts.get(cells)
        if verdict is None:
            verdict = verdicts[cells] = are_suspect(name, formula, source, subjects)
        if verdict:
            found.append(id(row))
    return frozenset(found)


def are_suspect(name: str, formula: str, source: str, subjects: Subjects) -> bool:
    """Whether the cells of one row seem shifted.

    Either the formula reads like a source and the source is empty (the row slid to the left), or the indicator reads
    like a source while the source reads like a formula.
    """
    if not source.strip():
        facts = subjects.source(formula)
        return len(facts.tokens) > 1 and facts.menyerupai_dokumen
    indicator = subjects.indicator(name)
    if indicator.ukuran or not indicator.normal_words or indicator.normal_words[0] not in words("sumber-awalan"):
        return False
    return subjects.indicator(source).ukuran_di_depan and subjects.formula(source).jenis == "jumlah"
