"""Texts in which everything looks alike: answered, and with a bounded number of places weighed."""

import pytest

from leica_kb.anchor import reanchor, take_quote
from leica_kb.anchor.target import MOST_PLACES, Target
from leica_kb.model import Span

WORD = "word " * 40_000
NEAR = "".join(f"the camera {i % 7} was made in plant {i % 5}. " for i in range(4000))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WORD, f"x {WORD} x"),
        (NEAR, NEAR.replace("was made", "is made")),
        ("a" * 100_000, "b" + "a" * 100_000 + "b"),
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_look_alikes_are_never_guessed_among(old: str, new: str, known: bool) -> None:
    for start in range(500, 90_000, 9000):
        found = reanchor(new, take_quote(old, Span(start, start + 60)), old if known else None)
        assert found.status in ("ambiguous", "missing", "changed")


def test_no_more_than_so_many_places_are_weighed() -> None:
    assert len(Target(WORD).find_exact("word word")) == MOST_PLACES + 1


def test_a_long_changed_quote_is_followed_to_its_place() -> None:
    letters = "abcdefghij"
    words = " ".join(f"w{a}{b}{c}" for a in letters for b in letters for c in letters[:9])
    text = f"Before it. {words}. After it."
    old = take_quote(text, Span(11, 11 + len(words)))
    found = reanchor("New. " + text.replace("weaf ", "Leica "), old)
    assert found.status == "changed"
    assert "name «Leica» added" in found.detail
