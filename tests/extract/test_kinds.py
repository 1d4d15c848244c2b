"""One thing of a make is not the firm, one or some of a kind not the kind, and a kind not the smaller one in it."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    ("The Nikon is fine for him.", "assessment"),
    ("My Leica makes great pictures and prints.", "makes"),
    ("The Zeiss lens is excellent.", "assessment"),
    ("I used the mirrorless cameras, which were great.", "assessment"),
    ("The Nikon Z9 is a mirrorless camera with an electronic viewfinder.", "mirrorless-cameras viewfinder"),
    ("It is not at all a Nikon Z9 with a large sensor inside.", "nikon-z9 has_feature"),
    ("I bought a Nikkor 28mm f/2.8 lens on eBay for 169 euros.", "ebay-lenses"),
    # those that a participle tells, what an act costs, what a thing looks like
    ("Compact cameras made by Nikon and Canon are light.", "compact-cameras made_by"),
    ("The Nikon Z6 costs $40 to repair.", "resale_price"),
    ("The Nikon Z6 cost Nikon ten million dollars to develop.", "resale_price"),
    ("The Nikon Z6 looks similar to the Nikon Z9.", "equivalent_to"),
    ("The Nikon Z9 is an F-mount DSLR announced by Nikon.", "nikon makes dslr"),
]

KEPT = [
    ("Nikon is fine.", "nikon assessment «fine»"),
    ("Zeiss lenses are excellent.", "zeiss-lenses assessment «excellent»"),
    ("The Nikon Corporation makes microscopes.", "nikon makes microscopes"),
    ("The Nikon Z6 costs $400 to buy.", "nikon-z6 resale_price 400 USD"),
    ("The Nikon Z6 is similar to the Nikon Z9.", "nikon-z6 equivalent_to nikon-z9"),
    ("Cosina makes the Zeiss lens.", "zeiss-lenses made_by cosina"),
]


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_one_is_not_all(leica: Reader, text: str, said: str) -> None:
    assert [c for c in leica.says(text) if said in c] == []


@pytest.mark.parametrize(("text", "said"), KEPT)
def test_a_kind_and_a_firm_stay(leica: Reader, text: str, said: str) -> None:
    assert said in leica.says(text)


def test_a_kind_with_a_name_of_its_own_keeps_its_article(leica: Reader) -> None:
    said = leica.says("The Leica Panasonic lenses are made in Japan.", "made_in")
    assert said == {"panasonic-leica-lenses made_in japan"}
    assert leica.says("I sold the mirrorless cameras, which were made in Japan.", "made_in") == set()
