"""Every distinct formula of the two decrees."""

import os
import subprocess
import sys

import pytest
from formula_samples import KEBOMAS, KLOJEN, VOCABULARY, reading

from iki_lint.formula.ast import Enumeration
from iki_lint.formula.number import spelled
from iki_lint.formula.reading import needs_grammar, read, read_with_grammar

RATIO_LINES = [21, 22, 23, 27, 28, 29, 30, 31, 32, 47, 48, 49, 251]
TARGET_LINES = [252, 273, 274, 292, 307, *range(325, 334), *range(351, 360), *range(374, 378), 394, 395, 411, 412]
TARGET_LINES += [447, 448, 480, 481, 497]


def test_kebomas_has_no_ratio() -> None:
    kinds = {text: reading(text).kind for text in KEBOMAS}
    assert len(KEBOMAS) == 371
    assert [text for text in KEBOMAS if kinds[text] != "jumlah"] == [
        "Melaporkan hasil rekapitulasi penyerapan keuangan dan evaluasi kinerja keuangan, program dan pelaporan",
        "Data",
        "Dokumen",
        "Laporan",
        "Kali",
    ]


def test_kinds_of_klojen() -> None:
    kinds = {line: reading(text).kind for line, text in KLOJEN.items()}
    by_kind = {kind: [line for line in KLOJEN if kinds[line] == kind] for kind in set(kinds.values())}
    assert set(by_kind) == {"rasio", "target", "jumlah", "nilai", "persentase", "kalimat"}
    assert by_kind["rasio"] == RATIO_LINES
    assert by_kind["target"] == TARGET_LINES
    assert by_kind["nilai"] == [24, 26]
    assert by_kind["persentase"] == [201, 202]
    assert by_kind["kalimat"] == [83, 86, 94, 95, 429]


@pytest.mark.parametrize("line", RATIO_LINES)
def test_sides_of_the_klojen_ratios(line: int) -> None:
    found = reading(KLOJEN[line])
    (ratio,) = found.ratios
    left, _, rest = KLOJEN[line].partition(f" {ratio.marker.text} ")
    right, _, factor = rest.replace(" x 100", " X 100").partition(" X ")
    assert ratio.marker.text == {21: "dibagi", 32: "/", 251: "berbanding dengan"}.get(line, "berbanding")
    assert (ratio.numerator.text, ratio.denominator.text) == (left.rstrip(","), right)
    assert ratio.multiplier is not None
    assert ratio.multiplier.text == factor


@pytest.mark.parametrize(
    ("line", "value", "items"), [(273, 5, 5), (274, 4, 4), (292, 3, 3), (307, 3, 3), (394, 2, 0), (480, 29, 0)]
)
def test_counts_agree_with_words_and_items(line: int, value: int, items: int) -> None:
    found = reading(KLOJEN[line])
    (quantity,) = found.quantities
    assert quantity.spelled is not None
    assert (quantity.number.value, spelled(quantity.spelled.text)) == (value, value)
    assert (len(found.tree.items) if isinstance(found.tree, Enumeration) else 0) == items


def test_the_grammar_agrees_with_the_plain_reading() -> None:
    plain = [text for text in [*KEBOMAS, *KLOJEN.values()] if not needs_grammar(text)]
    assert len(plain) == 371 + 28
    for text in plain:
        assert read_with_grammar(text, VOCABULARY) == read(text, VOCABULARY)


def test_an_ordinary_decree_is_read_without_pyparsing() -> None:
    program = (
        "import sys\n"
        "from formula_samples import KEBOMAS, VOCABULARY, read\n"
        "for text in [*KEBOMAS, 'Jumlah surat keluar dalam 1 tahun', 'Jumlah surat (masuk/ keluar) per triwulan']:\n"
        "    read(text, VOCABULARY)\n"
        "assert 'pyparsing' not in sys.modules\n"
        "read('A dibagi B', VOCABULARY)\n"
        "assert 'pyparsing' in sys.modules\n"
    )
    # This process has put the compiled rules into the cache that the environment names.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
