"""Coordinations whose first part is nothing, or not so many, alone; and what stands beside a row and is none of it."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The Orlik KX3 is a camera with full aperture and shutter speed controls.",
            {"full aperture and shutter speed controls", "shutter speed controls"},
        ),
        ("The Orlik KX3 has twelve dials and buttons.", {"twelve dials and buttons", "buttons"}),
        ("The Orlik KX3 has twelve dials and a red button.", {"twelve dials", "red button"}),
        (
            "The Orlik KX3 is a camera with autofocus and interchangeable lenses.",
            {"autofocus", "interchangeable lenses"},
        ),
        (
            "The Orlik KX3 has two windows: a wide viewfinder and a magnified rangefinder window.",
            {"wide viewfinder", "magnified rangefinder window"},
        ),
        (
            "The Orlik KX3 has three viewfinders - optical, frame and glass; a leaf shutter; and a bright rangefinder.",
            {"three viewfinders", "leaf shutter", "bright rangefinder"},
        ),
    ],
)
def test_what_a_row_says_of_a_thing(leica: Reader, text: str, parts: set[str]) -> None:
    assert leica.says(text, "has_feature") == {f"orlik-kx3 has_feature «{p}»" for p in parts}


def test_several_things_are_not_what_one_thing_is(leica: Reader) -> None:
    text = "# The Orlik KX3\n\nIt is a cute camera with well-thought user interface and some other thingies."
    assert "orlik-kx3 assessment «some other thingies»" not in leica.says(text)
    assert leica.says("The Orlik KX3 is a small camera and a very nice toy.", "assessment") == {
        "orlik-kx3 assessment «small camera»",
        "orlik-kx3 assessment «very nice toy»",
    }


def test_a_dash_between_blanks_makes_no_compound(leica: Reader) -> None:
    text = "# The Orlik KX3\n\nIt is however not the case - indicator window is purely for your information only."
    assert not any("case" in said for said in leica.says(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Orlik KX3 is great at that.",
        'The Orlik KX3 has front tilts, 3" of front rise and 3" of rear rise.',
        "The types of shutter found in the Orlik KX3 vary.",
        "# The Orlik KX3\n\nBefore this the only rangefinder I had used was another.",
        "The Orlik KX3 is an advanced Double Gauss design.",
    ],
)
def test_what_is_cut_or_somebody_elses_is_refused(leica: Reader, text: str) -> None:
    assert {s for s in leica.says(text) if "tilts" not in s} == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Orlik KX3 is great at sports.", "orlik-kx3 assessment «great at sports»"),
        ("The shutter found in the Orlik KX3 is quiet.", "orlik-kx3 has_feature «shutter»"),
        ("The Orlik KX3 is a Pininfarina design.", "orlik-kx3 designed_by pininfarina"),
        ("# The Orlik KX3\n\nThe leaf shutter that comes with it is fine.", "orlik-kx3 has_feature «leaf shutter»"),
    ],
)
def test_their_likes_are_not(leica: Reader, text: str, said: str) -> None:
    assert said in leica.says(text)
