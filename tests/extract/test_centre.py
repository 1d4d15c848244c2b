"""«the company» and «the Graz plant» on a page about one firm, and what a firm is called in short."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

ABOUT = (
    "Orlik Optik: a history\n\nOrlik Optik was founded in Graz in 1921. Orlik Optik grew. Orlik Optik prospered.\n\n"
    "The war ended that. {}"
)
OF_THE_PAGE = [
    # another firm that the paragraph before named in passing
    "It had learned much from the engineers of Vela Works.\n\nIn 1955 the company opened a plant in Wels.",
    # one that was only a source or a measure
    "It led the market, according to Vela Works. In 1955 the company opened a plant in Wels.",
    "It was no longer behind Vela Works. In 1955 the company opened a plant in Wels.",
]
OF_ANOTHER = [
    "Vela Works makes shutters for cameras. It ranks second in Europe. The firm has a plant in Wels.",
]
OF_NOBODY = [
    # what the last paragraph was about
    "In 1950 Vela Works left Linz. Vela Works had other plans.\n\nIn 1955 the firm opened a plant in Wels.",
    # a firm that has just been introduced as one
    "In 1950 it sold the name to Vela Works, a family firm in Linz. In 1955 the firm opened a plant in Wels.",
    # told from others by where it is
    "It had learned much from the engineers of Vela Works.\n\nIn 1955 the Japanese company opened a plant in Wels.",
]


@pytest.mark.parametrize("text", OF_THE_PAGE)
def test_the_company_is_the_pages_once_another_is_left(leica: Reader, text: str) -> None:
    assert leica.says(ABOUT.format(text), "has_factory_in") == {"orlik-optik has_factory_in wels"}


@pytest.mark.parametrize("text", OF_ANOTHER)
def test_the_company_is_the_one_that_a_paragraph_goes_on_about(leica: Reader, text: str) -> None:
    assert leica.says(ABOUT.format(text), "has_factory_in") == {"vela-works has_factory_in wels"}


@pytest.mark.parametrize("text", OF_NOBODY)
def test_the_company_may_be_either(leica: Reader, text: str) -> None:
    assert not leica.says(ABOUT.format(text), "has_factory_in")


SHORT = [
    # a name in its legal form among others that begin with the same word
    ("Orlik AB bought Nikon. Its unit, Orlik Precision Pte, grew. Orlik is based in Malmö.", "orlik-ab based_in malmo"),
    # with and without its legal form
    (
        "Velna Imaging names a chief\n\nVelna Imaging Inc bought Nikon. Velna is based in Malmö.",
        "velna-imaging-inc based_in malmo",
    ),
    # a founder's surname, after the firm has been called so
    (
        "Torvald Seiki Co bought Nikon. Torvald grew. Nils Torvald came in 1951. Torvald is based in Malmö.",
        "torvald-seiki-co based_in malmo",
    ),
]


@pytest.mark.parametrize(("text", "claim"), SHORT)
def test_a_short_name_means_the_firm_that_is_called_so(leica: Reader, text: str, claim: str) -> None:
    assert claim in leica.says(text)


def test_a_short_name_of_two_firms_means_neither(leica: Reader) -> None:
    text = "Orlik Optics bought Nikon. Its rival, Orlik Precision, grew. Orlik is based in Malmö."
    assert leica.says(text, "based_in") == {"orlik based_in malmo"}


PLANTS = [
    ("In 1970 the Graz plant was closed.", {"orlik-optik has_factory_in graz"}),
    ("Between the wars the Graz works made cameras in great numbers.", {"orlik-optik has_factory_in graz"}),
    # another firm's, a supplier's, a firm that the recogniser takes for a town, a nationality
    ("Vela Works makes shutters. In 1970 the Graz plant was closed.", set()),
    ("Prisms came from the Graz plant.", set()),
    ("A strike at the Rolls plant ended in 1970.", set()),
    ("In 1970 the Graz plant of its rival was closed.", set()),
    ("In 1970 the Japanese plant was closed.", set()),
]


@pytest.mark.parametrize(("text", "claims"), PLANTS)
def test_a_plant_told_by_its_town_is_the_pages_firms(leica: Reader, text: str, claims: set[str]) -> None:
    assert leica.says(ABOUT.format(text), "has_factory_in") == claims


def test_a_title_has_the_firm_in_short(leica: Reader) -> None:
    text = (
        "Orlik Kamera: a short history\n\nOrlik Kamerafabrik A/S was a Danish manufacturer of cameras.\n\n"
        "Karl Lund left Vela Works in 1925. Vela Works moved to Oslo. Karl Lund met Ada Moor. Karl Lund left Oslo. "
        "Jonas Lund left Oslo. Jonas Lund came back to Denmark. "
        "In 1931 Karl Lund founded the firm."
    )
    assert leica.says(text, "founded_in") == {"orlik-kamerafabrik founded_in 1931"}


def test_a_town_is_met_again_where_the_recogniser_misses_it(leica: Reader) -> None:
    text = ABOUT.format("It was busy in Aarhus. Cine lenses kept the Aarhus factory going for several more years.")
    assert leica.says(text, "has_factory_in") == {"orlik-optik has_factory_in aarhus"}
