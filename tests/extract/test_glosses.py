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


SERIES = [
    (
        "Kodak bought Nordal Optik in 1931, Vela Cameras in 1997 and Tessmann Optik in 2005.",
        {"vela-cameras acquired_by kodak", "tessmann-optik acquired_by kodak"},
    ),
    ("Sigma's headquarters are in Kawasaki, Tamron's in Saitama.", {"tamron based_in saitama"}),
    (
        "The sensor of the Nikon Z8 comes from Sony, that of the Pentax KP from Samsung.",
        {"nikon-z8 sensor_supplier sony", "pentax-kp sensor_supplier samsung"},
    ),
    ("The Nikon Z8 costs €4,000, the Z9 €6,000.", {"nikon-z8 resale_price 4000 EUR", "nikon-z9 resale_price 6000 EUR"}),
    ("He found the Nikon Df ugly and the Pentax LX beautiful.", {"pentax-lx assessment «beautiful»"}),
    ("The Pentax KP was designed by Erik Dahl and built from 2017 in Manila.", {"pentax-kp made_in manila"}),
]


@pytest.mark.parametrize(("text", "expected"), SERIES)
def test_what_is_said_of_one_after_the_other(leica: Reader, text: str, expected: set[str]) -> None:
    assert expected <= set(leica.says(text))
    assert "nikon-z8 resale_price 6000 EUR" not in leica.says(text)


def test_of_two_places_or_owners_neither_is_asserted(leica: Reader) -> None:
    assert leica.says("The Nikon Z8 is made in Thailand or in Japan.") == set()
    assert leica.says("Either Samsung or Hoya owned Pentax at the time.") == set()
    assert "- nikon-z8 made_in china" in leica.says("The Nikon Z8 is not made in China or in Korea.")


def test_the_largest_after_another_is_the_second(leica: Reader) -> None:
    (claim,) = leica.claims("After China, Korea is the largest market for Nikon.", "market_rank")
    assert claim.qualifiers["rank"] == 2


def test_a_thing_behind_not_so_is_not_like_the_first(leica: Reader) -> None:
    said = leica.says("The Nikon Z6 is assembled in Sendai; not so the Nikon Z5.")
    assert said == {"nikon-z6 made_in sendai"}


def test_what_is_said_of_several_is_said_of_those_that_they_include(leica: Reader) -> None:
    said = leica.says("Nikon cameras built in Thailand include the Nikon Z30 and the Nikon Z50 II.", "made_in")
    assert said == {"nikon-z30 made_in thailand", "nikon-z50-ii made_in thailand"}


def test_a_number_right_behind_a_model_is_its_own(leica: Reader) -> None:
    said = leica.says("Both the Vexar 21 and the Batra 85 are made in Japan.", "made_in")
    assert said == {"vexar-21 made_in japan", "batra-85 made_in japan"}


def test_several_at_the_top_have_no_rank_of_their_own(leica: Reader) -> None:
    assert leica.says("Nikon's top three markets are Japan, Korea and China.", "market_rank") == set()
    assert leica.says("Korea is Nikon's number one market.", "market_rank") == {"nikon market_rank south-korea"}
