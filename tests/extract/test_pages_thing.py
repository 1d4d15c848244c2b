"""Parts, aspects, and points for and against without a name: they are those of the thing that a page is about."""

from __future__ import annotations

import pytest

from leica_kb.model import TextValue
from tests.extract.saying import Reader

PAGE = "# Orlik KX3 review\n\nThe Orlik KX3 is a camera. We took it to Porto. {}"

TOLD = [
    ("Image quality is excellent.", "assessment «Image quality is excellent»"),
    ("The image quality was superb.", "assessment «image quality was superb»"),
    ("Autofocus is fast.", "assessment «Autofocus is fast»"),
    ("I found the battery disappointing.", "assessment «found the battery disappointing»"),
    ("We love the tiny release button.", "assessment «love the tiny release button»"),
    ("The buttons work well.", "assessment «buttons work well»"),
    ("My main gripe is the menu.", "assessment «My main gripe is the menu»"),
    ("There is no viewfinder.", "has_feature «viewfinder»"),
    ("There's a tilting screen on the back.", "has_feature «tilting screen on the back»"),
    ("You get a large screen.", "has_feature «large screen»"),
]
UNTOLD = [
    "The image quality of the prints is excellent.",
    "I found his screen disappointing.",
    "There is a screen shop in town.",
    "There are a few things about screens to know.",
    "You get what you pay for.",
    "I had an old Tamar Q7. The image quality was superb.",
]


@pytest.mark.parametrize(("sentence", "said"), TOLD)
def test_a_part_without_a_name_is_the_pages_things(leica: Reader, sentence: str, said: str) -> None:
    assert f"orlik-kx3 {said}" in {s.removeprefix("- ") for s in leica.says(PAGE.format(sentence))}


@pytest.mark.parametrize("sentence", UNTOLD)
def test_nothing_is_told_of_the_pages_thing(leica: Reader, sentence: str) -> None:
    said = leica.says(PAGE.format(sentence))
    assert not {s for s in said if s.startswith("orlik-kx3 ") and ("assessment" in s or "has_feature" in s)}


def test_what_a_thing_is_only_compared_with_does_not_take_its_place(leica: Reader) -> None:
    said = leica.says(PAGE.format("It is much faster than the Tamar Q7. Image quality is excellent."))
    assert "orlik-kx3 assessment «Image quality is excellent»" in said


def test_points_for_and_against_are_judgements(leica: Reader) -> None:
    lists = "\n\n## Pros\n\n- Superb lens\n- Fast start-up\n\n## Cons\n\n- Poor battery life\n"
    said = leica.says(PAGE.format("") + lists)
    assert {f"orlik-kx3 assessment «{w}»" for w in ("Superb lens", "Fast start-up", "Poor battery life")} <= said


def test_a_section_on_another_thing_keeps_its_points(leica: Reader) -> None:
    lists = "\n\n## Tamar Q7\n\nIt rained.\n\n## Cons\n\n- Poor battery life\n"
    said = leica.says("# Two cameras\n\nWe tried two." + lists)
    assert "orlik-kx3 assessment «Poor battery life»" not in said


def test_a_model_is_called_by_its_first_word(leica: Reader) -> None:
    page = "# The Umbro 35\n\nI carry the Umbro 35. Umbro Cameras is in Kyiv. It rains. At $899 the Umbro costs a lot."
    assert "umbro-35 resale_price 899 USD" in leica.says(page)


def test_a_firms_own_name_stays_the_firms(leica: Reader) -> None:
    page = "# The Bolero 901\n\nI own the Bolero 901. In 1964 Bolero made the Bolero Wave. The Bolero is heavy."
    assert "bolero-901 assessment «heavy»" not in leica.says(page)


def test_a_point_is_one_line_and_an_opinion(leica: Reader) -> None:
    text = PAGE.format("") + "\n\n## Cons\n\n- Weak battery. Once charged it lasts an hour.\n"
    told = [(c.object, c.modality) for c in leica.claims(text, "assessment")]
    assert told == [(TextValue("Weak battery"), "opinion")]


WHOLE = [
    ("The viewfinder, by contrast, is superb.", "«viewfinder is superb»"),
    ("The shutter is quiet and the dials click firmly.", "«dials click firmly»"),
    ("The shutter is louder than it should be.", "«shutter is louder than it should be»"),
    ("Distortion is negligible.", "«Distortion is negligible»"),
    ("It is tiny.", "«tiny»"),
    ("It looks gorgeous.", "«gorgeous»"),
]
CUT = [
    "The shutter is quieter.",
    "It is smaller than its pictures suggest.",
    "There is no ring, so the little window looks silly.",
    "I love the finder. It is huge.",
    "The optical viewfinder, first of all, rocks. It's big.",
    "The strap came off. When I tried this, it was expensive.",
    "It was frustrating to carry a second thing.",
    "It is mine.",
]


@pytest.mark.parametrize(("sentence", "said"), WHOLE)
def test_a_judgement_is_told_whole(leica: Reader, sentence: str, said: str) -> None:
    assert f"orlik-kx3 assessment {said}" in leica.says(PAGE.format(sentence))


@pytest.mark.parametrize("sentence", CUT)
def test_a_judgement_that_does_not_stand_alone_is_none(leica: Reader, sentence: str) -> None:
    parts = {"«love the finder»"}
    said = leica.says(PAGE.format(sentence), "assessment")
    assert not {s for s in said if not any(p in s for p in parts)}


def test_what_a_thing_is_and_does_is_its_feature(leica: Reader) -> None:
    assert "orlik-kx3 has_feature «completely mechanical»" in leica.says(PAGE.format("It is completely mechanical."))
    assert "orlik-kx3 has_feature «focuses down to 10 cm»" in leica.says(PAGE.format("It focuses down to 10 cm."))
    assert not any("«%" in s or "mechanical" in s for s in leica.says(PAGE.format("It is 99% mechanical.")))
