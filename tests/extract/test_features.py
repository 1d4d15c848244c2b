"""What a thing has: parts, controls and measures, from lists, gifts and «with»; never a price or a history."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

FEATURES = [
    ("The Vega R3 has a leaf shutter and a built-in meter.", {"leaf shutter", "built-in meter"}),
    ("Nikon gave the Vega R3 a new sensor and a tilting screen.", {"new sensor", "tilting screen"}),
    ("The Vega R3 is a compact camera with a fixed lens and a self-timer.", {"fixed lens", "self-timer"}),
    ("The features of the Vega R3 include a folding screen and a memory slot.", {"folding screen", "memory slot"}),
    ("The Vega R3 includes many features, including a leaf shutter and a self-timer.", {"leaf shutter", "self-timer"}),
    ("The Vega R3 uses a silver battery.", {"silver battery"}),
    ("The Vega R3 was introduced with a leaf shutter.", {"leaf shutter"}),
    ("The Vega R3 weighs 420 grams.", {"420 grams"}),
]


@pytest.mark.parametrize(("text", "features"), FEATURES)
def test_what_a_thing_has(leica: Reader, text: str, features: set[str]) -> None:
    assert leica.says(text, "has_feature") == {f"vega-r3 has_feature «{feature}»" for feature in features}


@pytest.mark.parametrize(
    ("text", "feature"),
    [("The Vega R3 lacks a flash.", "flash"), ("The Vega R3 has no mirror box.", "mirror box")],
)
def test_what_a_thing_has_not(leica: Reader, text: str, feature: str) -> None:
    assert leica.says(text, "has_feature") == {f"- vega-r3 has_feature «{feature}»"}


@pytest.mark.parametrize(
    "text",
    [
        "The Vega R3 has a lot of appeal, a long history and a price of $500.",
        "The Vega R3 has problems and a loyal following.",
        "The Vega R3 has the same sensor as the Vega R2.",
        "The Vega R3 with a 50mm lens was stolen.",
        "The Vega R3 uses screw-mount lenses.",
        "Pentax makes film cameras. The camera has a leaf shutter.",
    ],
)
def test_what_is_no_feature(leica: Reader, text: str) -> None:
    assert leica.says(text, "has_feature") == set()


def test_of_a_list_only_the_features_are_taken(leica: Reader) -> None:
    said = leica.says("The Vega R3 has a leaf shutter and a long history.", "has_feature")
    assert said == {"vega-r3 has_feature «leaf shutter»"}


def test_having_nothing_of_a_thing_gives_no_feature(leica: Reader) -> None:
    assert leica.says("The Nikon Z9 has nothing to do with one part of a camera: the sensor.", "has_feature") == set()
