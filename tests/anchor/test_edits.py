import pytest

from benchmarks.edits import run


@pytest.mark.parametrize("with_old", [True, False])
def test_a_sample_of_the_edit_benchmark_finds_surviving_quotes_and_misplaces_none(with_old: bool) -> None:
    tally = run(250, 77, with_old=with_old, quotes=4)
    assert tally.surviving > 400
    assert tally.torn > 50
    assert tally.wrong == 0, tally.examples
    assert tally.false_intact == 0, tally.examples
    assert tally.share >= (0.995 if with_old else 0.98), tally.missed_after
