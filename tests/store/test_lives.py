"""No person's word is ever lost, whatever people, rules and articles do, in any order."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.store.simulation import live


@settings(max_examples=60)
@given(st.integers(0, 10**9))
@example(40183043)  # two equal sentences, and claims whose words are gone
@example(184763020)  # of two claims that say the same of the same words a person turns one into something else
def test_a_base_lived_in_at_random_loses_nothing(seed: int) -> None:
    live(seed)
