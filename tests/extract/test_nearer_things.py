"""Parts and judgements that name nobody are those of the page's thing, unless another thing is being spoken of."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    # what the speaker had, or somebody of his
    "I used to have a pair of speakers, and loved the sound quality.",
    "I used to own an amplifier and liked the build quality.",
    "My brother had an old camera, and I loved the build quality.",
    # what was brought up by its name, some sentences ago
    "I found a Tamar Q7 at a market. I cleaned it. It worked. I put a film in. The tilting screen was bright.",
    # the subject before is a thing without a name, or one told by its maker or figures
    "The controller is very solid, it is small, and the tilting screen is bright.",
    "The converters build upon glass, and the tilting screen is not bright.",
    "The 35mm f/1.4 is lovely. The autofocus is very slow.",
    "The Nikon is lovely. The autofocus is very slow.",
    # a part with a name of its own, of which «it» tells more
    "The Sudo finder is a nice piece. It is small. On the back, there is a magnifying lever.",
    # a part of which a word is in another thing's name
    "I own the Tamar QX-D Mark II, too. It rained. I stayed in. We read. The QX-D menu system is very bad.",
    # kinds, of which there are many
    "The image quality is amazing, and the cameras are a joy to use.",
    # a part that was somebody else's when it came up
    "Karl Dahl has a plate for it. This plate is steel. The mounting plate is very light.",
    # the whole, and no part of it
    "The base camera system is very old.",
    # no judgement at all
    "Even though bokeh quality is somewhat subjective, people talk.",
]

KEPT = [
    "I bought an Orlik KX3. The tilting screen is bright.",
    "It has a tilting screen. The tilting screen is bright.",
    "The camera is solid, and the tilting screen is bright.",
    "The lens is sharp, and the tilting screen is bright.",
    "I was on the fence, and then I got used to it. The tilting screen is bright.",
    "The grip is good, it is rubber, and the tilting screen is bright.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_belongs_to_another_thing_is_not_given_to_the_page(leica: Reader, text: str) -> None:
    assert [s for s in leica.says(f"Orlik KX3 review\n\n{text}") if s.startswith("orlik-kx3 ")] == []


@pytest.mark.parametrize("text", KEPT)
def test_what_belongs_to_the_thing_of_the_page_is_told_of_it(leica: Reader, text: str) -> None:
    said = leica.says(f"Orlik KX3 review\n\n{text}")
    assert {"orlik-kx3 has_feature «tilting screen»", "orlik-kx3 assessment «tilting screen is bright»"} <= said


def test_a_thing_that_only_a_later_heading_names_is_not_meant_before_it(leica: Reader) -> None:
    page = "Back to the Club\n\nThe tilting screen is bright.\n\n## Orlik KX3\n\nThe leaf shutter is very quiet."
    said = leica.says(page, "has_feature")
    assert said == {"orlik-kx3 has_feature «leaf shutter»"}


def test_its_is_a_nearer_names_of_no_known_type(leica: Reader) -> None:
    text = "I like the Nikon FM2. {} with its silent motor and bright viewfinder, sells for $700."
    assert not leica.says(text.format("The original Horvath of 1993,"), "has_feature")
    assert "nikon-fm2 has_feature «silent motor»" in leica.says(text.format("The Nikon FM2,"), "has_feature")
