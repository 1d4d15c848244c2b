"""The inputs that the fuzzer found worth keeping (benchmarks/fuzz.py), replayed, and a few bytes at every door."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.survival import DOORS, MARK, survive

CORPUS = Path(__file__).parent / "data" / "fuzz"


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: str(path.name))
def test_a_kept_input_is_survived(path: Path) -> None:
    survive(path.read_bytes())


def test_every_door_has_an_input_that_was_written_by_hand() -> None:
    for door in DOORS:
        assert (CORPUS / f"by-hand-{door}").read_bytes().startswith(MARK + door.encode() + b"\n")


@given(st.binary(max_size=80))
def test_any_bytes_are_survived(data: bytes) -> None:
    survive(b"format: 1\nsource: s\nclaims:\n" + data)


@given(st.sampled_from(sorted(DOORS)), st.binary(max_size=80))
def test_any_bytes_are_survived_at_every_door(door: str, data: bytes) -> None:
    survive(MARK + door.encode() + b"\n" + data)
