"""No person's word is ever lost, whatever people, rules and articles do, in any order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.simulation import live


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_a_base_lived_in_at_random_loses_nothing(seed: int) -> None:
    live(seed)
