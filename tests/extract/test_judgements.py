"""What somebody finds of a thing: whole in its words, and only where it is judged."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

JUDGED = [
    ("The Orlik KX3 is quite sleek.", "quite sleek"),
    ("The Orlik KX3 is smaller than any DSLR.", "smaller than any DSLR"),
    ("The Orlik KX3 remains sharp up to f/8 in the corners.", "sharp up to f/8 in the corners"),
    ("The Orlik KX3 is one of the most popular cameras of all time.", "one of the most popular cameras of all time"),
    ("The Orlik KX3 is the best camera that I have ever used.", "best camera that I have ever used"),
    ("The Orlik KX3 is a quite sleek and elegant camera.", "quite sleek and elegant camera"),
    ("The Orlik KX3 takes great pictures.", "takes great pictures"),
    ("I love my Orlik KX3.", "love my Orlik KX3"),
    ("I did not buy the excellent Orlik KX3.", "excellent"),
    ("The Orlik KX3 is a joy to use.", "joy to use"),
    ("I am very happy with my Orlik KX3.", "very happy with my Orlik KX3"),
    ("I sold the Orlik KX3, the best camera of its time.", "best camera of its time"),
    ("The Orlik KX3 suffers from flare.", "suffers from flare"),
    ("The Orlik KX3 outperforms the Vega R3.", "outperforms the Vega R3"),
    ("The Orlik KX3 arrived in May. It is a truly remarkable camera.", "truly remarkable camera"),
]


@pytest.mark.parametrize(("text", "words"), JUDGED)
def test_a_judgement_is_taken_whole(leica: Reader, text: str, words: str) -> None:
    assert leica.says(text, "assessment") == {f"orlik-kx3 assessment «{words}»"}


@pytest.mark.parametrize(
    "text",
    [
        "The Orlik KX3 is faster.",
        "The Orlik KX3 is just as good.",
        "The Orlik KX3 is the most important camera.",
        "The Orlik KX3 could be a success.",
        "I hear the Orlik KX3 is very sharp.",
        "The Orlik KX3 is the latest camera.",
        "The Orlik KX3 is very similar.",
        "Nikon’s device is very sharp.",
        "I am happy that the Orlik KX3 arrived.",
        "The Orlik KX3+ is very sharp.",
    ],
)
def test_what_is_no_judgement(leica: Reader, text: str) -> None:
    assert leica.says(text, "assessment") == set()


def test_a_part_is_judged_of_the_thing_that_the_title_names(leica: Reader) -> None:
    said = leica.says("# The Orlik KX3\n\nThe leaf shutter is very quiet. The Vega menu is dull.", "assessment")
    assert said == {"orlik-kx3 assessment «leaf shutter is very quiet»"}


def test_beside_another_name_a_part_is_not_that_of_the_title(leica: Reader) -> None:
    text = "# The Orlik KX3\n\nThe Vega R3 has many fans, because the viewfinder is very bright."
    assert leica.says(text, "assessment") == set()
