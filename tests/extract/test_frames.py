"""Clause frames: the same roles, however the sentence turns it."""

from __future__ import annotations

import pytest

from leica_kb.extract.frames.frame import build_frames
from leica_kb.extract.phrases.arguments import governing_verb
from tests.extract.saying import Reader, words

MAKING = [
    "Sony makes the sensor today.",
    "The sensor is made by Sony today.",
    "The sensor made by Sony is good.",
    "The sensor that Sony makes is good.",
    "The sensor Sony makes is good.",
    "Sony, which makes the sensor, grew.",
    "Sony wants to make the sensor.",
    "Sony has been making the sensor for years.",
    "After making the sensor, Sony sold it.",
    "Panasonic asked Sony to make the sensor.",
    "Sony grew and makes the sensor.",
    "Sony makes and tests the sensor.",
]


@pytest.mark.parametrize("text", MAKING)
def test_active_passive_relative_and_infinitive_have_the_same_roles(leica: Reader, text: str) -> None:
    roles = leica.roles(text, "make")
    assert (roles["agent"], roles["patient"]) == (["Sony"], ["sensor"])


NOMINAL = [
    "Sony is the maker of the lens here.",
    "The maker of the lens is Sony here.",
    "Sony, the maker of the lens, grew.",
    "Sony became the maker of the lens in May.",
    "Sony acts as the maker of the lens now.",
]


@pytest.mark.parametrize("text", NOMINAL)
def test_copula_apposition_and_office_have_the_same_roles(leica: Reader, text: str) -> None:
    roles = leica.roles(text, "maker")
    assert (roles["is"], roles["of"]) == (["Sony"], ["lens"])


HAVING = [
    ("Sony’s factory in Aizu grew.", "of"),
    ("Sony has a factory in Aizu.", "haver"),
    ("Sony operates a factory in Aizu.", "haver"),
    ("A factory in Aizu is operated by Sony.", "haver"),
]


@pytest.mark.parametrize(("text", "role"), HAVING)
def test_whose_a_thing_is_and_where(leica: Reader, text: str, role: str) -> None:
    roles = leica.roles(text, "factory")
    assert (roles[role], roles["in"]) == (["Sony"], ["Aizu"])


OFFICES = [
    "Maria Lopez was named CEO of Orbita Systems.",
    "Maria Lopez was promoted to CEO of Orbita Systems.",
    "Maria Lopez serves as CEO of Orbita Systems.",
    "Maria Lopez, founder and CEO of Orbita Systems, resigned.",
    "Maria Lopez, CEO of Orbita Systems, resigned.",
    "Orbita Systems CEO Maria Lopez resigned.",
    "The CEO of Orbita Systems is Maria Lopez now.",
]


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_its_holder_and_its_company(companies: Reader, text: str) -> None:
    roles = companies.roles(text, "ceo")
    assert (roles["is"], roles["of"]) == (["Maria Lopez"], ["Orbita Systems"])


def test_a_post_held(companies: Reader) -> None:
    assert companies.roles("Maria Lopez held the post of CEO for years.", "ceo")["is"] == ["Maria Lopez"]


def test_an_office_where_one_is(companies: Reader) -> None:
    roles = companies.roles("She works in Madrid, where she is director.", "director")
    assert (roles["is"], roles["where"]) == (["she"], ["Madrid"])


def test_coordinated_subjects_and_objects_each_take_part(leica: Reader) -> None:
    roles = leica.roles("Tamron and Sigma make lenses in Aizu.", "make")
    assert (roles["agent"], roles["in"]) == (["Tamron", "Sigma"], ["Aizu"])
    assert leica.roles("Sigma makes lenses and cameras.", "make")["patient"] == ["lenses", "cameras"]
    assert leica.roles("The lens was made by Tamron and Sigma.", "make")["agent"] == ["Tamron", "Sigma"]


@pytest.mark.parametrize(
    ("text", "lemma", "dropped"),
    [
        ("Opened a factory in Portugal.", "open", "agent"),
        ("Made in Portugal.", "make", "patient"),
        ("Sony opened a factory.", "open", None),
        ("The lens was made in Portugal.", "make", None),
    ],
)
def test_a_dropped_role_is_told(leica: Reader, text: str, lemma: str, dropped: str | None) -> None:
    assert leica.frame(text, lemma).dropped == dropped


def test_a_particle_belongs_to_its_verb(leica: Reader) -> None:
    frame = leica.frame("Sigma set up a factory in Aizu.", "set")
    assert (frame.particle, words(frame.role("agent")), words(frame.role("nobody"))) == ("up", ["Sigma"], [])


def test_an_expletive_it_is_nobodys_subject(leica: Reader) -> None:
    assert "agent" not in leica.roles("It takes ten years to make the lens.", "make")


def test_adjectives_predicative_and_attributive(leica: Reader) -> None:
    roles = leica.roles("The old cameras are similar to the Nikon Z9 here.", "similar")
    assert (roles["is"], roles["to"]) == (["cameras"], ["Nikon Z9"])
    assert leica.roles("The old cameras are similar.", "old")["is"] == ["cameras"]


def test_a_name_that_tells_its_maker_has_a_frame_of_making(leica: Reader) -> None:
    roles = leica.roles("Panasonic-built Pentax cameras are cheap.", "build")
    assert (roles["agent"], roles["patient"]) == (["Panasonic"], ["Panasonic-built Pentax cameras"])
    roles = leica.roles("Japanese-made Pentax cameras are cheap.", "make")
    assert roles["in"] == ["Japanese"]


def test_what_stands_beside_a_name(companies: Reader) -> None:
    frame = next(f for f in build_frames(companies.tree("Orbita Systems (a firm) grew.")) if f.kind == "name")
    assert frame.lemma == "company"


def test_every_frame_has_its_clause(leica: Reader) -> None:
    tree = leica.tree("Sony, which makes the sensor, says that Aizu is where the lens was made.")
    for frame in build_frames(tree):
        if frame.kind in ("noun", "adjective"):
            assert frame.clause is governing_verb(frame.trigger)
