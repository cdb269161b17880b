"""The spelling keeps what it finds, and what it leaves alone, in texts of many offices."""

import hidden_slips
import pytest
import spelling_score

FLOORS = {"dinas": (0.8, 0.8, 0.93), "kecamatan": (0.8, 0.78, 0.9), "terkutip": (0.95, 0.85, 0.9)}
"""Precision, recall and right first proposals."""


def test_every_text_has_its_floor():
    assert spelling_score.names() == sorted(FLOORS)


@pytest.mark.parametrize("name", FLOORS)
def test_the_spelling_of_a_text(name):
    found = spelling_score.score(name)
    precision, recall, first_right = FLOORS[name]
    assert found.precision >= precision, found.false
    assert found.recall >= recall, found.missed
    assert found.first_right >= first_right, found.wrong_first


def test_the_lexicon_hides_few_slips_of_the_commonest_words():
    found, total = hidden_slips.hidden()
    assert sum(map(len, found.values())) <= 0.008 * total
