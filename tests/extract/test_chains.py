"""All words of a passage that mean one participant."""

from __future__ import annotations

import pytest

from leica_kb.extract.reference.chains import chain_spans
from leica_kb.model import Span
from tests.extract.saying import Reader


def chain(reader: Reader, text: str, words: str, kind: str) -> list[str]:
    start = text.index(words)
    span = Span(start, start + len(words))
    return [s.of(text) for s in chain_spans(span, kind, reader.read(text).trees, text)]


def test_a_name_and_the_pronouns_for_it(companies: Reader) -> None:
    text = "Orbita Systems was founded in 1994. It is based in Madrid. Orbita Systems grew."
    assert chain(companies, text, "Orbita Systems", "company") == ["Orbita Systems", "It"]


def test_a_pronoun_leads_to_its_name(companies: Reader) -> None:
    text = "Peter Moor founded Orbita Systems. He is the CEO of Helios Group."
    assert chain(companies, text, "He", "person") == ["Peter Moor", "He"]


def test_a_surname_is_its_person(companies: Reader) -> None:
    text = "Peter Moor founded Orbita Systems. In 1999 Moor founded Helios Group."
    assert chain(companies, text, "Peter Moor", "person") == ["Peter Moor", "Moor"]


def test_a_relative_pronoun_is_its_antecedent(companies: Reader) -> None:
    text = "Peter Moor, who founded Orbita Systems, died."
    assert chain(companies, text, "Peter Moor", "person") == ["Peter Moor", "who"]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Orbita Systems (ORB) was founded in 1994.", "ORB"),
        ("Orbita Systems (“Orbita”) was founded in 1994.", "Orbita"),
        ("Orbita Systems, formerly known as Luna Labs, was founded in 1994.", "Luna Labs"),
        ("Orbita Systems, doing business as Luna Labs, was founded in 1994.", "Luna Labs"),
        ("Orbita Systems ( formerly Luna Labs) was founded in 1994.", "Luna Labs"),
        ("Orbita Systems (officially Orbita Holding Co., Ltd) was founded in 1994.", "Orbita Holding Co., Ltd"),
        ("Orbita Systems (Greek: Ορβίτα) was founded in 1994.", "Ορβίτα"),
    ],
)
def test_names_given_beside_a_name(companies: Reader, text: str, alias: str) -> None:
    assert alias in chain(companies, text, "Orbita Systems", "company")


def test_where_its_shares_are_traded_is_no_name_of_a_company(companies: Reader) -> None:
    text = "Orbita Systems (NASDAQ: ORB) was founded in 1994."
    assert "NASDAQ" not in chain(companies, text, "Orbita Systems", "company")


def test_it_is_no_person_and_he_no_company(companies: Reader) -> None:
    text = "Peter Moor founded Orbita Systems. It is owned by Helios Group. He is its CEO."
    assert "It" not in chain(companies, text, "Peter Moor", "person")
    assert "He" not in chain(companies, text, "Orbita Systems", "company")


def test_a_description_is_no_name(companies: Reader) -> None:
    text = "Orbita Systems was founded in 1994. The company is based in Madrid."
    assert "company" not in chain(companies, text, "company", "company")


@pytest.mark.parametrize("short", ["Orbita", "OOS"])
def test_a_firm_is_named_by_a_part_of_its_name_or_its_initials(companies: Reader, short: str) -> None:
    text = f"Orbita Optical Systems was founded in 1994. In 1999 {short} was sold to Helios Group."
    assert short in chain(companies, text, "Orbita Optical Systems", "company")


def test_a_firm_is_not_the_firm_that_it_is_told_apart_from(companies: Reader) -> None:
    text = "Orbita Systems is a subsidiary of Orbita."
    trees, span = companies.read(text).trees, Span(0, len("Orbita Systems"))
    apart = [frozenset({"Orbita Systems", "Orbita"})]
    assert [s.of(text) for s in chain_spans(span, "company", trees, text, apart=apart)] == ["Orbita Systems"]


def test_a_surname_is_of_one_full_name_only(companies: Reader) -> None:
    text = "Peter Moor, son of Jane Moor, founded Orbita Systems."
    assert "Jane Moor" not in chain(companies, text, "Peter Moor", "person")


def test_a_label_before_a_colon_is_no_name(companies: Reader) -> None:
    text = "Orbita Systems (Greek: Ορβίτα) was founded in 1994."
    assert "Greek" not in chain(companies, text, "Orbita Systems", "company")


def test_a_pronoun_in_front_leads_to_the_subject_behind_it(companies: Reader) -> None:
    text = "Since its founding in 1994, Orbita Systems has grown."
    assert chain(companies, text, "its", "company") == ["its", "Orbita Systems"]


def test_a_description_without_a_name_has_its_pronouns(companies: Reader) -> None:
    text = "The magazine moved its offices to Madrid. It was founded in 1994."
    assert chain(companies, text, "The magazine", "company") == ["its", "It"]
