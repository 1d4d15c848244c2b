"""Clauses that limit what is said: in the words of a judgement, or no judgement at all."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

LIMITED = [
    ("The Orlik KX3 is lighter than anything that came before it.", "lighter than anything that came before it"),
    ("The Orlik KX3 is as good as any camera I have used.", "as good as any camera I have used"),
    ("The Orlik KX3 is perfect for people who travel light.", "perfect for people who travel light"),
    ("The Orlik KX3 is excellent when it comes to sport.", "excellent when it comes to sport"),
    ("The Orlik KX3 is superb when stopped down.", "superb when stopped down"),
    ("The Orlik KX3 is a great camera when you travel light.", "great camera when you travel light"),
    ("The Orlik KX3 is excellent as long as you feed it.", "excellent as long as you feed it"),
    ("I sold the Orlik KX3, the smallest camera ever made.", "smallest camera ever made"),
    ("The Orlik KX3 takes great pictures that people love.", "takes great pictures that people love"),
    ("The Orlik KX3 was my first good camera.", "my first good camera"),
    ("The finder of the Orlik KX3's top is very bright.", "finder of the Orlik KX3's top is very bright"),
]


@pytest.mark.parametrize(("text", "words"), LIMITED)
def test_what_limits_a_judgement_is_in_its_words(leica: Reader, text: str, words: str) -> None:
    assert leica.says(text, "assessment") == {f"orlik-kx3 assessment «{words}»"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Orlik KX3 is perfect for tourists, who love it.", "perfect for tourists"),
        ("The Orlik KX3 is excellent, though many left it at home.", "excellent"),
        ("The Orlik KX3 is Japan's excellent camera.", "excellent camera"),
    ],
)
def test_what_is_only_added_is_not(leica: Reader, text: str, words: str) -> None:
    assert leica.says(text, "assessment") == {f"orlik-kx3 assessment «{words}»"}


@pytest.mark.parametrize(
    "text",
    [
        "The Orlik KX3 has the brightest finder of any camera I have ever used.",
        "The Orlik KX3 isn't a modern camera that I would buy.",
    ],
)
def test_nothing_is_said_of_all_where_the_limit_is_left_out(leica: Reader, text: str) -> None:
    assert leica.says(text) == set()


def test_even_is_no_part_of_a_part(leica: Reader) -> None:
    said = leica.says("# The Orlik KX3\n\nEven the red viewfinder is very bright.")
    assert said == {"orlik-kx3 has_feature «red viewfinder»", "orlik-kx3 assessment «red viewfinder is very bright»"}
