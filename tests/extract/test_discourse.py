"""What pronouns, descriptions and dropped subjects stand for; where two readings are possible there is no claim."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

RESOLVED = [
    ("Nikon was praised. It was founded in 1917.", "founded_in", {"nikon founded_in 1917"}),
    ("Nikon was praised. The company was founded in 1917.", "founded_in", {"nikon founded_in 1917"}),
    ("Nikon met Peter Moor. It was founded in 1917.", "founded_in", {"nikon founded_in 1917"}),
    ("Peter Moor founded Nikon. He is the CEO of Canon.", "holds_role", {"peter-moor holds_role canon"}),
    ("The Nikon Z9 was praised. The camera is made in Thailand.", "made_in", {"nikon-z9 made_in thailand"}),
    ("The X-T5 is new. It is made in China.", "made_in", {"fujifilm-x-t5 made_in china"}),
    ("Nikon cameras were praised. They are made in Thailand.", "made_in", {"nikon-cameras made_in thailand"}),
    ("Nikon says its cameras are made in Thailand.", "made_in", {"nikon-cameras made_in thailand"}),
    ("Nikon grew. Its factory in Sendai is small.", "has_factory_in", {"nikon has_factory_in sendai"}),
    ("Nikon, which was founded in 1917, grew.", "founded_in", {"nikon founded_in 1917"}),
]


@pytest.mark.parametrize(("text", "predicate", "says"), RESOLVED)
def test_the_one_thing_that_fits(leica: Reader, text: str, predicate: str, says: set[str]) -> None:
    assert leica.says(text, predicate) == says


REFUSED = [
    ("Nikon and Canon sell cameras. It is based in Tokyo.", "based_in"),
    ("Kenji Tanaka and Peter Moor met. He is the CEO of Nikon.", "holds_role"),
    ("We opened a factory in Brazil in 1990.", "has_factory_in"),
    ("These cameras are made in Thailand.", "made_in"),
    ("He is the CEO of Nikon.", "holds_role"),
]


@pytest.mark.parametrize(("text", "predicate"), REFUSED)
def test_two_readings_or_none_give_no_claim_but_a_reason(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()
    assert any(reason.startswith("reference") for reason in leica.refusals(text))


def test_he_is_no_company_and_it_no_person(leica: Reader) -> None:
    assert leica.says("Nikon grew. He was founded in 1917.", "founded_in") == set()
    assert leica.says("Peter Moor grew. It is the CEO of Nikon.", "holds_role") == set()


def test_a_heading_is_the_topic_of_what_drops_its_subject(leica: Reader) -> None:
    assert leica.says("Nikon Z9 review\n\nMade in Thailand.") == {"nikon-z9 made_in thailand"}


def test_bullets_speak_of_their_lead_in(leica: Reader) -> None:
    text = "Facts about the Nikon Z9:\n\n- Made in Thailand\n- Sells for $5,000\n"
    assert leica.says(text) >= {"nikon-z9 made_in thailand"}


def test_a_dropped_subject_without_a_topic_gives_nothing(leica: Reader) -> None:
    assert leica.says("Made in Thailand.") == set()


def test_the_topic_is_what_is_spoken_of_clearly_most(leica: Reader) -> None:
    text = "Nikon grew. Canon grew. Made in Thailand. It was founded in 1917."
    assert leica.says(text, "founded_in") == set()


def test_we_is_the_company_that_the_speaker_stands_for(leica: Reader) -> None:
    text = "Peter Moor is the CEO of Nikon. “We opened a factory in Brazil last spring,” said Peter Moor."
    [claim] = leica.claims(text, "has_factory_in")
    assert (claim.subject, claim.attribution) == ("nikon", ("peter-moor",))


def test_names_in_another_document_are_forgotten(leica: Reader) -> None:
    leica.read("Nikon was founded in 1917.")
    assert leica.says("It was founded in 1917.", "founded_in") == set()
