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
    ("The Nikon Z9 and the Canon EOS R3 were announced. It is made in Thailand.", "made_in"),
    ("Nikon and Canon were praised. The company was founded in 1917.", "founded_in"),
    ("It was founded in 1917 by Sigma.", "founded_in"),
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
    text = "The Nikon Z9 is loud. The Canon R5 is not. Made in Thailand."
    assert leica.says(text, "made_in") == set()


def test_a_pronoun_means_a_name_in_a_sentence_that_was_not_worth_parsing(leica: Reader) -> None:
    assert leica.says("Canon grew. Quickly. It was founded in 1917.", "founded_in") == {"canon founded_in 1917"}


def test_we_is_the_company_that_the_speaker_stands_for(leica: Reader) -> None:
    text = "Peter Moor is the CEO of Nikon. “We opened a factory in Brazil last spring,” said Peter Moor."
    [claim] = leica.claims(text, "has_factory_in")
    assert (claim.subject, claim.attribution) == ("nikon", ("peter-moor",))


def test_the_nearest_person_is_meant_even_where_their_sentence_says_nothing(leica: Reader) -> None:
    text = "Peter Moor founded Sigma in 1961. Anna Berg dislikes lawyers. She is the CEO of Nikon."
    assert leica.says(text, "holds_role") == {"anna-berg holds_role nikon"}


def test_they_of_two_partners_are_the_two(leica: Reader) -> None:
    text = "Nikon and Sony met in 2012. They partnered with Canon."
    assert leica.says(text, "partner_of") == {"canon partner_of nikon", "canon partner_of sony"}


def test_they_on_both_sides_are_the_two_spoken_of_last(leica: Reader) -> None:
    text = "Nikon and Sigma parted. They are separate companies."
    assert leica.says(text, "same_company_as") == {"- nikon same_company_as sigma"}
    assert leica.says("They are separate companies, says Nikon.", "same_company_as") == set()


def test_the_other_is_the_one_of_two_that_the_sentence_has_not_named(leica: Reader) -> None:
    assert leica.says("Nikon and Sigma grew. Nikon owns the other.", "owns") == {"nikon owns sigma"}
    assert leica.says("Nikon, Canon and Sigma grew. Tamron owns the other.", "owns") == set()


def test_a_component_is_its_that_was_last_spoken_of(leica: Reader) -> None:
    text = "The sensor of the Nikon Z9 is made by Sony. The sensors are made in Japan."
    assert leica.says(text, "sensor_made_in") == {"nikon-z9 sensor_made_in japan"}


def test_a_definite_class_in_a_list_is_its_lead_ins(leica: Reader) -> None:
    text = "Facts on Nikon lenses:\n\n- The lenses are made in Thailand.\n"
    assert leica.says(text, "made_in") == {"nikon-lenses made_in thailand"}


def test_names_in_another_document_are_forgotten(leica: Reader) -> None:
    leica.read("Nikon was founded in 1917.")
    assert leica.says("It was founded in 1917.", "founded_in") == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I bought my Minolta X-700 in Oslo. The X-700 was made in Osaka.", {"minolta-x-700 made_in osaka"}),
        ("I bought my Minolta CLE in Oslo. The CLE was made in Osaka.", {"minolta-cle made_in osaka"}),
        (
            "The Nikon Z8 was made in Sendai. Unlike the Leica CL, it was designed by Karl Moor.",
            {"nikon-z8 made_in sendai", "nikon-z8 designed_by karl-moor"},
        ),
        ("Unlike the Leica CL, it was made in Sendai.", set()),
    ],
)
def test_a_code_is_its_model_and_what_is_compared_is_not_meant(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) == said


def test_both_means_two_or_nothing(leica: Reader) -> None:
    assert leica.says("Nikon cameras are fine. Both have a mirror.", "has_feature") == set()
    two = leica.says("The Nikon Z8 and the Nikon Z9 are fine. Both have a mirror.", "has_feature")
    assert two == {"nikon-z8 has_feature «mirror»", "nikon-z9 has_feature «mirror»"}
