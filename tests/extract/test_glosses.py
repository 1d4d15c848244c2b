"""What is told of a noun behind it: examples, counted items, words that stand for it."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

READ = [
    (
        "In those days Tessmann Optik built several cameras, among them the Vega R3 and the Vega R5.",
        {"vega-r3 made_by tessmann-optik", "vega-r5 made_by tessmann-optik"},
    ),
    (
        "Among the cameras with a Sony sensor are the Nikon D810 and, oddly, the Pentax KP.",
        {"nikon-d810 sensor_supplier sony", "pentax-kp sensor_supplier sony"},
    ),
    (
        "Two people founded Nordal Optik in 1951: Erik Dahl and Mona Lund.",
        {"nordal-optik founded_by erik-dahl", "nordal-optik founded_by mona-lund"},
    ),
    (
        "Three cameras were made in Portugal: the Leica R4, the Leica R5 and the Leica R6.",
        {"leica-r4 made_in portugal", "leica-r5 made_in portugal", "leica-r6 made_in portugal"},
    ),
    (
        "Nordal Optik makes two things:\n\n- microscopes\n- an enlarger that is sold in Canada only\n",
        {"nordal-optik makes microscopes", "nordal-optik makes enlarger"},
    ),
    (
        "Nikon has a plant in Sendai, Canon one in Oita.",
        {"nikon has_factory_in sendai", "canon has_factory_in oita"},
    ),
    (
        "In 1969 Canon opened a plant in Taichung and, a year later, a second one in Oita.",
        {"canon has_factory_in taichung", "canon has_factory_in oita"},
    ),
    ("Sony has plants in Oita and in Kumamoto.", {"sony has_factory_in oita", "sony has_factory_in kumamoto"}),
    (
        "Pentax cameras have been made in Hong Kong, never in Russia.",
        {"pentax-cameras made_in hong-kong", "- pentax-cameras made_in russia"},
    ),
    (
        "Pentax K-1\n\nWas made in Thailand, not Japan.",
        {"pentax-k-1 made_in thailand", "- pentax-k-1 made_in japan"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_stands_for_a_noun(leica: Reader, text: str, expected: set[str]) -> None:
    assert expected <= set(leica.says(text))


def test_the_firm_of_a_name_is_the_name_and_its_parent_firm_is_not(leica: Reader) -> None:
    assert "nordal-optik makes lenses" in leica.says("The firm of Nordal Optik makes lenses.")
    assert "nordal-optik makes lenses" not in leica.says("The parent firm of Nordal Optik makes lenses.")


def test_no_second_thing_behind_the_verb_glosses_the_subject(leica: Reader) -> None:
    said = leica.says("Sony's cameras are built in Thailand, its lenses by Cosina.")
    assert "sony-cameras made_by cosina" not in said


def test_what_is_considered_is_the_noun_of_the_clause(leica: Reader) -> None:
    (claim,) = leica.claims("We consider the Nikon Z8 the finest camera ever built for sport.", "assessment")
    assert (claim.subject, claim.modality) == ("nikon-z8", "opinion")
