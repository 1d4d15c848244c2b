"""Words with their spans, and the foldings under which spellings of one name meet."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leica_kb.lang.tokens import find_words, fold, slug


def test_words_keep_their_inner_marks() -> None:
    text = "Pentax’s K-3 (f/2, AT&T) isn't S.p.A. — 1 €"
    assert [s.of(text) for s in find_words(text)] == ["Pentax’s", "K-3", "f/2", "AT&T", "isn't", "S.p.A", "1"]


def test_offsets_are_moved_by_the_start() -> None:
    assert [s.start for s in find_words("one two", 10)] == [10, 14]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Müller’s", "MULLER'S"),
        ("“Café”", '"cafe"'),
        ("1990–95", "1990-95"),
        ("a\u00a0 b", "a b"),
        ("Straße", "STRASSE"),
    ],
)
def test_two_spellings_fold_to_one(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Ernst Leitz GmbH", "ernst-leitz-gmbh"),
        ("Voigtländer", "voigtlander"),
        ("α7R IV", "a7r-iv"),
        ("Nikon’s Z9", "nikon-z9"),
        ("O'Neil", "oneil"),
        ("  L-Mount  Alliance ", "l-mount-alliance"),
        ("AT&T", "at-t"),
        ("—", ""),
        ("Rolleiflex 2.8", "rolleiflex-2.8"),
    ],
)
def test_ids_of_names(name: str, identity: str) -> None:
    assert slug(name) == identity


@given(st.text())
def test_a_slug_is_a_fixed_point_of_plain_characters(text: str) -> None:
    identity = slug(text)
    assert re.fullmatch(r"(?:(?:[a-z0-9]|(?<=\d)\.(?=\d))+(?:-(?:[a-z0-9]|(?<=\d)\.(?=\d))+)*)?", identity)
    assert slug(identity) == identity


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    spans = find_words(text)
    assert all(s.of(text).strip() == s.of(text) != "" for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
