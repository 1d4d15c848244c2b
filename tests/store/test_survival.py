"""The inputs that the fuzzer found worth keeping (benchmarks/fuzz.py), replayed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.survival import survive

CORPUS = Path(__file__).parent.parent / "data" / "fuzz"


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: str(path.name))
def test_a_kept_input_is_survived(path: Path) -> None:
    survive(path.read_bytes())


@given(st.binary(max_size=80))
def test_any_bytes_are_survived(data: bytes) -> None:
    survive(b"format: 1\nsource: s\nclaims:\n" + data)
