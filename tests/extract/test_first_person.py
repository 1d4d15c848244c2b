"""Whom «we» means: the firm whose page it is, the firm of who speaks, and nobody where the text does not tell."""

from __future__ import annotations

import pytest

from leica_kb.model import Metadata
from tests.extract.saying import Reader

PAGE = (
    "Our story\n\nNordal Optik was founded in 1950. Our company made cameras. Nordal Optik grew. Nordal Optik is large."
)


@pytest.mark.parametrize("publisher", ["Nordal Optik", "Nordal Optik Americas", "www.nordal-optik.com"])
def test_a_firms_own_page_speaks_of_the_firm(leica: Reader, publisher: str) -> None:
    [claim] = leica.claims(PAGE, "makes", Metadata(publisher=publisher))
    assert (claim.subject, claim.attribution) == ("nordal-optik", ())


@pytest.mark.parametrize("publisher", ["Lens Blog", "Nordal Optik Rumors", None])
def test_on_a_page_of_others_we_are_nobody_known(leica: Reader, publisher: str | None) -> None:
    assert leica.claims(PAGE, "makes", Metadata(publisher=publisher)) == []


def test_a_section_about_a_firm_is_its_own(leica: Reader) -> None:
    text = (
        "Sigma shows a lens\n\nSigma showed a lens in Aizu today. We build houses.\n\n"
        "About Nordal Optik\n\nNordal Optik is a maker of lenses. We opened a factory in Bergen in 1980.\n"
    )
    assert leica.says(text, "has_factory_in") == {"nordal-optik has_factory_in bergen"}


def test_we_at_a_firm_are_that_firm(leica: Reader) -> None:
    assert "nordal-optik has_factory_in bergen" in leica.says("At Nordal Optik, we opened a factory in Bergen.")


INTERVIEW = """A talk on lenses

Erik Dahl (head of Sigma): We make binoculars in Aizu, and always have.
Anna Berg: Leica is old. Does Leica know of it?
ED: We do not make cameras for Leica, and never did.
Anna Berg: What of Leica? We at home love Leica.
"""


def test_in_an_interview_we_are_the_firm_of_who_answers(leica: Reader) -> None:
    said = {(c.subject, c.polarity, c.attribution) for c in leica.claims(INTERVIEW, "makes")}
    assert said == {("sigma", "affirmed", ("erik-dahl",)), ("sigma", "denied", ("erik-dahl",))}


def test_a_speaker_whose_firm_comes_later_speaks_for_it(leica: Reader) -> None:
    text = "“We make binoculars in Aizu,” said Erik Lindqvist. Leica was there. Lindqvist is the president of Sigma."
    assert {c.subject for c in leica.claims(text, "makes")} == {"sigma"}


@pytest.mark.parametrize(
    "text",
    [
        "“We make binoculars in Aizu,” said Erik Dahl. Leica was there, and Leica again.",
        "“We make binoculars in Aizu,” said Erik Lindqvist. Leica was there. Lindqvist is a former president of Sigma.",
    ],
)
def test_a_speaker_of_no_known_firm_speaks_for_none(leica: Reader, text: str) -> None:
    assert leica.claims(text, "makes") == []
