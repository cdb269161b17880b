"""What the formula tests share: the vocabulary, the formulas of the decrees, and the check of all spans."""

from pathlib import Path

from iki_lint.formula.plain import Vocabulary, plain_kind
from iki_lint.formula.reading import Formula, read
from iki_lint.language.lexicon import pairs, words

VOCABULARY = Vocabulary(pairs("kepala-formula"), words("satuan"))
DATA = Path(__file__).parent.parent / "data"

KEBOMAS = (DATA / "formulas-kebomas.txt").read_text(encoding="utf-8").splitlines()
KLOJEN = {
    int(line): formula
    for line, formula in (
        row.split("\t") for row in (DATA / "formulas-klojen.txt").read_text(encoding="utf-8").splitlines()
    )
}


def reading(text: str) -> Formula:
    """The formula in `text`, every span of it checked; the short way to its kind must end alike."""
    found = read(text, VOCABULARY)
    assert found.text == text
    assert plain_kind(text, VOCABULARY) in (None, found.kind)
    check_spans(found, text)
    return found


def check_spans(record: object, text: str, start: int = 0, end: int | None = None) -> None:
    """Assert that every record in the tree lies in its parent and that its text is the slice."""
    if not isinstance(record, tuple):
        return
    end = len(text) if end is None else end
    if hasattr(record, "start"):
        assert start <= record.start <= record.end <= end
        assert record.text == text[record.start : record.end]
        start, end = record.start, record.end
    for part in record:
        check_spans(part, text, start, end)
