"""What single words may stand for."""

from __future__ import annotations

import pytest

from leica_kb.lang.wordlists import may_stand_alone


@pytest.mark.parametrize(
    ("word", "may"), [("Hartwell", True), ("Tov", False), ("Éclair", True), ("Nordic", False), ("Klaus", False)]
)
def test_a_first_word_that_may_mean_its_firm(word: str, may: bool) -> None:
    assert may_stand_alone(word) is may
