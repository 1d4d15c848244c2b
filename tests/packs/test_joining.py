"""Many patterns are found as one, wherever any of them alone would be found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.packs import joined, load_packs
from leica_kb.packs.loading import pack_names

PATTERNS = (r"\bNova \d+\b", r"(?<=the )Orlik[A-Z]?", r"(?i)brücke|über", r"[^a-z ]{3}", r"\bfp L\b|Quattro", r"é?t\d")


@given(st.text(alphabet="Nova thefpLOrlikbBrüÜÉéQut0129 .", max_size=40))
def test_it_is_found_where_one_of_them_is(text: str) -> None:
    alone = [match.start() for pattern in PATTERNS for match in [re.search(pattern, text)] if match]
    found = joined(PATTERNS).search(text)
    assert (found.start() if found else None) == (min(alone) if alone else None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a Nova 12", "Nova 12"),
        ("aNova 12", None),
        ("the Orlik", "Orlik"),
        ("ÜBER", "ÜBER"),
        ("an fp L", "fp L"),
        ("xQuattro", "Quattro"),
        ("ét9", "ét9"),
    ],
)
def test_each_keeps_its_edges_and_its_flags(text: str, found: str | None) -> None:
    match = joined(PATTERNS).search(text)
    assert (match.group() if match else None) == found


def test_no_pattern_is_found_nowhere() -> None:
    assert joined(()).search("anything") is None


@pytest.mark.parametrize("name", pack_names())
def test_the_patterns_of_the_packs_that_ship_can_be_joined(name: str) -> None:
    pack = load_packs([name])[0]
    together = joined(p.regex for p in pack.patterns)
    assert [w for w in ("M11", "X100V", "Nokton 35 mm") if together.search(f"a {w} or so")] == (
        ["M11", "X100V", "Nokton 35 mm"] if name == "leica" else []
    )
