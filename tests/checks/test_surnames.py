"""Surnames that stand alone: whose they may be."""

import pytest

from leica_kb.checks.likeness import Name
from leica_kb.checks.surnames import find_lone_surnames


def person(text: str, *, declared: bool = False) -> Name:
    return Name(text.casefold().replace(" ", "-"), text, "person", declared=declared)


def borne(lone: Name, *people: Name) -> list[str]:
    return [one.text for found in find_lone_surnames([lone, *people]) for one in found.people]


@pytest.mark.parametrize(
    ("lone", "people"),
    [
        ("Okafor", ["Chidi Okafor"]),
        ("Dr. Okafor", ["Chidi Okafor"]),
        ("Muller", ["Anna Müller"]),
        ("Hofman", ["Anna Hofmann"]),
        ("van der Berg", ["Piet van der Berg"]),
        ("Berg", ["Piet van der Berg"]),
        ("Okafor", ["Ada Okafor", "Chidi Okafor"]),
        ("Daniel", ["Daniel Roth", "Stefan Daniel"]),
    ],
)
def test_a_surname_alone_may_be_whoever_bears_it(lone: str, people: list[str]) -> None:
    assert borne(person(lone), person("Jane Doe"), *map(person, people)) == people


@pytest.mark.parametrize(
    ("lone", "people"),
    [
        ("Chidi", ["Chidi Okafor"]),
        ("Okafor", ["Okafor Lenses"]),
        ("Lee Okafor", ["Chidi Lee Okafor"]),
        ("OKA", ["Chidi Oka"]),
        ("Ng", ["Mei Ng"]),
        ("Okafors", ["Chidi Okafor"]),
    ],
)
def test_other_words_of_a_name_are_no_surname(lone: str, people: list[str]) -> None:
    assert borne(person(lone), *map(person, people)) == []


def test_who_is_written_the_same_comes_before_who_only_sounds_so() -> None:
    assert borne(person("Hofman"), person("Anna Hofmann"), person("Olga Hofman")) == ["Olga Hofman"]


def test_a_company_is_no_person_and_what_is_unknown_may_be_one() -> None:
    chidi = person("Chidi Okafor")
    assert borne(Name("okafor", "Okafor", "company"), chidi) == []
    assert borne(Name("okafor", "Okafor"), chidi) == ["Chidi Okafor"]
    assert borne(person("Okafor"), Name("chidi-okafor", "Chidi Okafor", "company")) == []


def test_two_that_are_declared_are_two() -> None:
    assert borne(person("Okafor", declared=True), person("Chidi Okafor", declared=True)) == []
    assert borne(person("Okafor"), person("Chidi Okafor", declared=True)) == ["Chidi Okafor"]
