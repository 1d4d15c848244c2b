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
    ("The Vega R3 has both a large and bright viewfinder and a counter.", {"large and bright viewfinder", "counter"}),
    ("The Vega R3 is a small pen with a gold nib.", {"gold nib"}),
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


def test_what_a_possessive_takes_for_granted(leica: Reader) -> None:
    text = "The Orlik KX3 is not known for its built-in flash. The Orlik KX3’s silent shutter is a joy."
    assert leica.says(text, "has_feature") == {
        "orlik-kx3 has_feature «built-in flash»",
        "orlik-kx3 has_feature «silent shutter»",
    }
    assert leica.says("I like the Orlik KX3 for its excellent screen.", "has_feature") == set()
    assert leica.says("Would its built-in flash help the Orlik KX3?", "has_feature") == set()


def test_a_part_with_the_belongs_to_the_thing_of_the_title(leica: Reader) -> None:
    page = "# Orlik KX3 review\n\n{}"
    said = leica.says(page.format("The tilting screen is bright."), "has_feature")
    assert said == {"orlik-kx3 has_feature «tilting screen»"}
    assert leica.says(page.format("The Tamar Q7 is heavier. The tilting screen is bright."), "has_feature") == set()
    assert leica.says(page.format("The Tamar screen is bright."), "has_feature") == set()
    assert leica.says("The tilting screen is bright.", "has_feature") == set()


def test_measures_in_front_of_what_a_thing_is(leica: Reader) -> None:
    assert leica.says("The Orlik KX3 is a 24-megapixel camera.") == {"orlik-kx3 has_feature «24-megapixel»"}
    assert leica.says("The Orlik KX3 is here. It’s 24 megapixel.") == {"orlik-kx3 has_feature «24 megapixel»"}


def test_what_they_have_or_what_is_only_a_measure_is_no_part_of_the_thing_of_the_title(leica: Reader) -> None:
    text = "Nikon Z9\n\nThe shutter speed only goes so high. Neither Sony nor Canon license their autofocus technology."
    assert leica.says(text, "has_feature") == set()


def test_what_a_comma_parts_from_a_noun_does_not_own_it(leica: Reader) -> None:
    assert leica.says("I like the Orlik KX3’s, fast shutters and slow films.", "has_feature") == set()
    assert "orlik-kx3 has_feature «leaf shutter»" in leica.says("I like the Orlik KX3’s leaf shutter.", "has_feature")


def test_what_every_one_of_them_has_is_told_by_nobody_who_only_mentions_it(leica: Reader) -> None:
    page = "Orlik KX3 Notes\n\nThe focus ring is damped. The leaf shutter is silent."
    assert leica.says(page, "has_feature") == {"orlik-kx3 has_feature «leaf shutter»"}
