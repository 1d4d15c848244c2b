"""What reviews say a thing has, and what they find of it: the verbs, places and turns by which they tell it."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

HAD = [
    ("Inside the Hexar 2 beats a leaf shutter.", "«leaf shutter»"),
    ("At the heart of the Hexar 2 lies a CMOS sensor.", "«CMOS sensor»"),
    ("Built into the Hexar 2 is a tilting screen.", "«tilting screen»"),
    ("Hidden inside the Hexar 2 is a leaf shutter.", "«leaf shutter»"),
    ("A pop-up flash sits on top of the Hexar 2.", "«pop-up flash»"),
    ("Among the features of the Hexar 2 is a tilting screen.", "«tilting screen»"),
    ("Owners of the Hexar 2 get a tilting screen.", "«tilting screen»"),
    ("Konica has fitted the Hexar 2 camera with a titanium shutter.", "«titanium shutter»"),
    ("The Hexar 2 was outfitted with a titanium shutter.", "«titanium shutter»"),
    ("The Hexar 2 conceals a leaf shutter.", "«leaf shutter»"),
    ("The Hexar 2 gains phase-detection autofocus.", "«phase-detection autofocus»"),
    ("The Hexar 2 camera sports a titanium shutter.", "«titanium shutter»"),
    ("The Hexar 2 makes use of a leaf shutter.", "«leaf shutter»"),
    ("The resolution of the Hexar 2 is 24 megapixels.", "«24 megapixels»"),
    ("The Hexar 2 tips the scales at 500 grams.", "«500 grams»"),
    ("The Hexar 2 delivers ten hours of battery life.", "«ten hours of battery life»"),
    # sentences with more in them
    ("The Hexar 2 replaced the Hexar 1 at the top of the range, with a tilting screen.", "«tilting screen»"),
    ("The Hexar 2, announced in May, is built around a 61-megapixel sensor.", "«61-megapixel sensor»"),
    ("The Hexar 2 keeps the brass base plate.", "«brass base plate»"),
]
NOT_HAD = [
    "The Hexar 2 is missing a hot shoe.",
    "The Hexar 2 is devoid of a mirror.",
]
JUDGED = [
    ("Critics called the Hexar 2 overpriced.", "«overpriced»"),
    ("The magazine described the Hexar 2 as breathtaking.", "«breathtaking»"),
    ("Experts hail the Hexar 2 as a masterpiece.", "«masterpiece»"),
    ("Reviewers praised the Hexar 2 for its image quality.", "«image quality»"),
    ("Photographers love the Hexar 2 for its simplicity.", "«simplicity»"),
    ("The Hexar 2 won admiration for its quiet shutter.", "«quiet shutter»"),
    ("The Hexar 2 handles beautifully.", "«handles beautifully»"),
    ("The Hexar 2 strikes a fine balance.", "«strikes a fine balance»"),
    ("The Hexar 2 is worth every penny.", "«worth every penny»"),
    ("The Hexar 2 received positive reviews.", "«received positive reviews»"),
    ("The build quality of the Hexar 2 is superb.", "«build quality of the Hexar 2 is superb»"),
    ("The build quality of the Hexar 2 impressed us.", "«build quality of the Hexar 2 impressed us»"),
    (
        "The biggest drawback of the Hexar 2 is the slow autofocus.",
        "«biggest drawback of the Hexar 2 is the slow autofocus»",
    ),
    ("The autofocus of the Hexar 2 works flawlessly.", "«autofocus of the Hexar 2 works flawlessly»"),
    ("We found the Hexar 2 a joy to use.", "«joy»"),
    ("The Hexar 2 is light. We find it very comfortable.", "«very comfortable»"),
    ("The dials make the Hexar 2 an ideal camera.", "«ideal camera»"),
]
SILENT = [
    "A lens sits on top of the Hexar 2.",
    "The Hexar 2 gets its sensor from a plant in Osaka.",
    "The Hexar 2 works as well as the Vela 3.",
    "Konica built the sensor into the Hexar 2.",
    "Konica placed the shutter on the table beside the Hexar 2.",
    "The autofocus works.",
]


@pytest.mark.parametrize(("text", "had"), HAD)
def test_a_feature_is_told_by_many_verbs_and_places(leica: Reader, text: str, had: str) -> None:
    assert leica.says(text, "has_feature") == {f"hexar-2 has_feature {had}"}


@pytest.mark.parametrize("text", NOT_HAD)
def test_what_is_missing_is_denied(leica: Reader, text: str) -> None:
    [claim] = leica.claims(text, "has_feature")
    assert claim.polarity == "denied"


@pytest.mark.parametrize(("text", "judged"), JUDGED)
def test_a_judgement_is_told_by_many_turns(leica: Reader, text: str, judged: str) -> None:
    assert f"hexar-2 assessment {judged}" in leica.says(text, "assessment")


@pytest.mark.parametrize("text", SILENT)
def test_words_that_only_look_alike_tell_nothing(leica: Reader, text: str) -> None:
    assert not leica.says(text, "has_feature") | leica.says(text, "assessment")


RELATED = [
    # what came before
    ("The Hexar 1 was discontinued in favour of the Hexar 2.", "hexar-2 successor_of hexar-1"),
    ("The Hexar 2 stepped into the shoes of the Hexar 1.", "hexar-2 successor_of hexar-1"),
    ("After the Hexar 1 came the Hexar 2.", "hexar-2 successor_of hexar-1"),
    ("The Hexar 2 is a descendant of the Hexar 1.", "hexar-2 successor_of hexar-1"),
    ("The Hexar 1 was the precursor of the Hexar 2.", "hexar-2 successor_of hexar-1"),
    ("The Hexar 1 ceded its place to the Hexar 2.", "hexar-2 successor_of hexar-1"),
    ("The Hexar 1 made room for the Hexar 2.", "hexar-2 successor_of hexar-1"),
    ("The Hexar 1 lives on in the Hexar 2.", "hexar-2 successor_of hexar-1"),
    # which line it belongs to
    ("The Hexar 2 completes the Alto series.", "hexar-2 part_of_line alto-series"),
    ("The Hexar 2 slots into the Alto series.", "hexar-2 part_of_line alto-series"),
    ("The Hexar 2 sits at the top of the Alto series.", "hexar-2 part_of_line alto-series"),
    ("The Alto series comprises the Hexar 2.", "hexar-2 part_of_line alto-series"),
    ("Konica released the Hexar 2 as the first camera of its RF-D line.", "hexar-2 part_of_line rf-d-line"),
    ("The Hexar 2 is one of the Alto series.", "hexar-2 part_of_line alto-series"),
    # what is the same, and what differs
    ("The Hexar 2 is a carbon copy of the Vela 3.", "hexar-2 equivalent_to vela-3"),
    ("The Hexar 2 and the Vela 3 are twins.", "hexar-2 equivalent_to vela-3"),
    ("The Hexar 2 and the Vela 3 are the same camera.", "hexar-2 equivalent_to vela-3"),
    ("The Hexar 2 is sold in Europe as the Vela 3.", "hexar-2 equivalent_to vela-3"),
    ("The Hexar 2 shares all its parts with the Vela 3.", "hexar-2 equivalent_to vela-3"),
    ("The only difference between the Hexar 2 and the Vela 3 is the shutter.", "hexar-2 differs_from «shutter»"),
    ("The Hexar 2 is set apart from the Vela 3 by its shutter.", "hexar-2 differs_from «shutter»"),
    ("The Hexar 2 differs from the Vela 3 in having a leaf shutter.", "hexar-2 differs_from «leaf shutter»"),
    ("Unlike the Vela 3, the Hexar 2 has a leaf shutter.", "hexar-2 differs_from «leaf shutter»"),
    # mounts and finders
    ("The mount of the Hexar 2 is the Praktina bayonet.", "hexar-2 uses_mount praktina-bayonet"),
    ("The Hexar 2 ships with a PQ mount.", "hexar-2 uses_mount pq-mount"),
    ("The Hexar 2 attaches via the K-mount.", "hexar-2 uses_mount k-mount"),
    ("The K-mount Hexar 2 is black.", "hexar-2 uses_mount k-mount"),
    ("A tunnel finder crowns the Hexar 2.", "hexar-2 viewfinder tunnel-finder"),
    ("The Hexar 2 is framed through a reflex finder.", "hexar-2 viewfinder reflex-finder"),
    # how it is made
    ("The Hexar 2 is a handmade camera.", "hexar-2 manufacturing_method «hand-crafted»"),
    ("The Hexar 2 is hand-polished.", "hexar-2 manufacturing_method «hand-polished»"),
    ("The Hexar 2 is milled from solid brass.", "hexar-2 manufacturing_method «milled from solid brass»"),
    ("The Hexar 2 is built by robots.", "hexar-2 manufacturing_method «built by robots»"),
    ("As the second generation of the Hexar 1, the Hexar 2 inherits its housing.", "hexar-2 successor_of hexar-1"),
    ("Users of the Hexar 2 look into an OLED viewfinder.", "hexar-2 viewfinder oled-viewfinder"),
]
UNRELATED = [
    "The Hexar 1 gave its name to the street.",
    "The Hexar 2 arrived after the war.",
    "The Hexar 2 sits beside the Vela 3.",
    "The Hexar 2 shares its battery with the Vela 3.",
    "The Hexar 2 is cheaper than the Alto series.",
    "The Hexar 2 was built from memory by Konica.",
    "A mount is needed for the Hexar 2.",
    "The price separates the good from the bad.",
]


@pytest.mark.parametrize(("text", "said"), RELATED)
def test_how_a_thing_stands_to_others(leica: Reader, text: str, said: str) -> None:
    turned = " ".join(reversed(said.split())) if "equivalent_to" in said else said
    assert {said, turned} & leica.says(text)


@pytest.mark.parametrize("text", UNRELATED)
def test_what_only_stands_near_another(leica: Reader, text: str) -> None:
    told = {"successor_of", "part_of_line", "equivalent_to", "differs_from", "uses_mount", "manufacturing_method"}
    assert not {c.predicate for c in leica.claims(text)} & told
