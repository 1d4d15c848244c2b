"""Whom and what the names of one document mean: short forms, titles, runs of two names, and of which type they are."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

PEOPLE = [
    # a given name behind the full one
    ("Oskar Lindqvist was born in Malmö. In 1942 Oskar founded Nikon.", "nikon founded_by oskar-lindqvist"),
    # before it, and where two have it, the given name stays
    ("In 1942 Oskar founded Nikon. Oskar Lindqvist was born in Malmö.", "nikon founded_by oskar"),
    (
        "Oskar Lindqvist and Oskar Brandt met in Malmö. In 1942 Oskar founded Nikon.",
        "nikon founded_by oskar",
    ),
    # a title and a surname that a firm has, too
    (
        "Dr. Nils Torvald Velde was a scientist. Velde makes speakers. Dr. Velde founded Nikon in 1950.",
        "nikon founded_by nils-torvald-velde",
    ),
    # before «who» the surname is the person's
    (
        "Dr. Nils Velde founded Velde. Velde makes speakers. That led Velde, who became the CEO of Nikon, to audio.",
        "nils-velde holds_role nikon",
    ),
]


@pytest.mark.parametrize(("text", "claim"), PEOPLE)
def test_a_person_by_one_name(leica: Reader, text: str, claim: str) -> None:
    assert claim in leica.says(text)


def test_the_firm_of_a_persons_surname_stays_the_firm(leica: Reader) -> None:
    text = "Dr. Nils Velde was a scientist. Velde makes speakers. Dr. Velde founded Nikon."
    assert "velde makes speakers" in leica.says(text)


def test_the_end_of_a_model_that_comes_later_is_no_short_form(leica: Reader) -> None:
    text = "QF lenses have a leaf shutter. Novar QF shutters are better than Velde Rapid ones."
    assert not {c for c in leica.says(text) if c.startswith("novar-qf")}


def test_a_model_without_its_makers_name_is_whole(leica: Reader) -> None:
    text = "The Canon QX-2 Ranger came in 1983. The QX-2 Ranger has a bright viewfinder. The QX-2 has a leaf shutter."
    assert leica.says(text, "has_feature") == {
        "canon-qx-2-ranger has_feature «bright viewfinder»",
        "qx-2 has_feature «leaf shutter»",
    }


def test_an_owner_and_the_thing_are_two_names(leica: Reader) -> None:
    text = "Otmar Lind lived in Graz. Otmar Lind built the Fotomat. Otmar’s Fotomat has a leaf shutter."
    assert "fotomat has_feature «leaf shutter»" in leica.says(text)


def test_a_firm_named_after_its_owner_is_one_name(leica: Reader) -> None:
    text = "Otmar Lind lived in Graz. Otmar’s Studios was founded in 1950."
    assert leica.says(text, "founded_in") == {"otmar-studios founded_in 1950"}


def test_one_of_a_name_that_ends_in_a_common_noun_is_a_thing(leica: Reader) -> None:
    text = (
        "I like the Dorn Trail Lamp. Kolvik once made a Dorn Trail Lamp with a built-in radio. "
        "The Dorn Trail Lamp is known."
    )
    assert "dorn-trail-lamp made_by kolvik" in leica.says(text, "made_by")
