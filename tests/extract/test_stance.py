"""Polarity, modality and scope come from the words that govern the clause, each with the span of those words."""

from __future__ import annotations

import pytest

from leica_kb.model import Claim
from tests.extract.saying import Reader


def only(reader: Reader, text: str, predicate: str) -> Claim:
    [claim] = reader.claims(text, predicate)
    return claim


def cue(claim: Claim, kind: str, text: str) -> list[str]:
    return [span.of(text) for span in claim.cues.get(kind, ())]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nikon does not own Sigma.", "not"),
        ("Nikon doesn’t own Sigma.", "n’t"),
        ("Nikon doesnt own Sigma.", "nt"),
        ("Nikon cannot own Sigma.", "not"),
        ("Nikon never owned Sigma.", "never"),
        ("Nikon no longer owns Sigma.", "longer"),
        ("It is not true that Nikon owns Sigma.", "not"),
        ("Peter Moor denied that Nikon owns Sigma.", "denied"),
        ("Neither Nikon nor Canon owns Sigma.", "Neither"),
        ("Nor does Nikon own Sigma.", "Nor"),
        ("At no time did Nikon own Sigma.", "no"),
        ("It is a myth that Nikon owns Sigma.", "myth"),
        ("The claim that Nikon owns Sigma is false.", "false"),
        ("Many wrongly believe that Nikon owns Sigma.", "wrongly"),
    ],
)
def test_denied(leica: Reader, text: str, word: str) -> None:
    claim = next(c for c in leica.claims(text, "owns") if c.subject == "nikon")
    assert claim.polarity == "denied"
    assert cue(claim, "polarity", text) == [word]


@pytest.mark.parametrize(
    "text", ["Nikon refused to open a factory in Brazil.", "Sony failed to open a plant in Brazil."]
)
def test_verbs_that_deny_what_follows(leica: Reader, text: str) -> None:
    assert only(leica, text, "has_factory_in").polarity == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Nikon owns Sigma.",
        "Nikon, which never sold Canon, owns Sigma.",
        "Nikon owns Sigma, not Canon.",
        "Not everybody knows it, but Nikon owns Sigma.",
        "Peter Moor did not deny that Nikon owns Sigma.",
        "Nobody denies that Nikon owns Sigma.",
        "Nobody disputes that Nikon owns Sigma.",
        "Buyers did not know that Nikon owns Sigma.",
        "Nobody should forget that Nikon owns Sigma.",
        "Peter Moor was not aware that Nikon owns Sigma.",
        "Nikon owns not only Sigma but also Canon.",
        "Not until 1999 did Nikon own Sigma.",
    ],
)
def test_a_negation_elsewhere_denies_nothing(leica: Reader, text: str) -> None:
    claim = next(c for c in leica.claims(text, "owns") if c.object == only(leica, "Nikon owns Sigma.", "owns").object)
    assert claim.polarity == "affirmed"


def test_what_a_definite_phrase_names_is_taken_for_granted(leica: Reader) -> None:
    claim = only(leica, "Nikon denied closing its factory in Sendai.", "has_factory_in")
    assert (claim.polarity, claim.modality) == ("affirmed", "asserted")


def test_the_alternative_is_denied_and_the_rest_is_not(leica: Reader) -> None:
    assert leica.says("Nikon makes the Z9 but not the EOS R5 here.", "made_by") == {
        "nikon-z9 made_by nikon",
        "- canon-eos-r5 made_by nikon",
    }


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nikon probably owns Sigma.", "probably"),
        ("Perhaps Nikon owns Sigma.", "Perhaps"),
        ("Nikon may own Sigma.", "may"),
        ("Nikon might own Sigma.", "might"),
        ("Nikon reportedly owns Sigma.", "reportedly"),
        ("Nikon seems to own Sigma.", "seems"),
        ("Nikon is rumored to own Sigma.", "rumored"),
        ("It is possible that Nikon owns Sigma.", "possible"),
        ("There are rumors that Nikon owns Sigma.", "rumors"),
        ("There is speculation that Nikon owns Sigma.", "speculation"),
        ("Rumor has it that Nikon owns Sigma.", "Rumor"),
        ("Legend has it that Nikon owns Sigma.", "Legend"),
        ("The legend is that Nikon owns Sigma.", "legend"),
        ("Nikon, it seems, owns Sigma.", "seems"),
        ("Nikon, I think, owns Sigma.", "think"),
        ("Nikon owns Sigma, or so it seems.", "seems"),
        ("Sigma is, it appears, owned by Nikon.", "appears"),
    ],
)
def test_speculated(leica: Reader, text: str, word: str) -> None:
    claim = only(leica, text, "owns")
    assert claim.modality == "speculated"
    assert cue(claim, "modality", text) == [word]


@pytest.mark.parametrize("text", ["Nikon will open a factory in Brazil.", "Nikon plans to open a factory in Brazil.",
    "Nikon intends to open a factory in Brazil."])  # fmt: skip
def test_planned(leica: Reader, text: str) -> None:
    assert only(leica, text, "has_factory_in").modality == "planned"


def test_what_nobody_decides_is_predicted(leica: Reader) -> None:
    text = "China will become the largest market of Nikon."
    assert {c.modality for c in leica.claims(text, "market_rank")} == {"predicted"}


@pytest.mark.parametrize(
    "text",
    [
        "Nikon owns Sigma.",
        "Nikon, which will perhaps sell Canon, owns Sigma.",
        "Nikon owns Sigma and may sell Canon.",
        "There were rumors, but Nikon owns Sigma.",
        "Canon may sell the plant, and Nikon owns Sigma.",
    ],
)
def test_asserted_whatever_other_clauses_do(leica: Reader, text: str) -> None:
    claim = only(leica, text, "owns")
    assert (claim.modality, dict(claim.cues)) == ("asserted", {})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Does Nikon own Sigma?", "question"),
        ("“Does Nikon own Sigma?”", "question"),
        ("Does Nikon own Sigma…", "question"),
        ("If Nikon owns Sigma, prices fall.", "condition"),
        ("Nobody knows whether Nikon owns Sigma.", "condition"),
        ("Nikon would own Sigma.", "conditional"),
        ("Nikon should have opened a factory in Brazil.", "conditional"),
    ],
)
def test_what_claims_nothing_has_a_named_reason(leica: Reader, text: str, reason: str) -> None:
    assert leica.says(text) == set()
    assert leica.refusals(text) == [reason]


def test_a_future_in_the_past_is_no_condition(leica: Reader) -> None:
    claim = only(leica, "Nikon said that it would open a factory in Brazil.", "has_factory_in")
    assert claim.attribution == ("nikon",)


@pytest.mark.parametrize(
    ("text", "scope", "word"),
    [
        ("All Pentax lenses are made in Vietnam.", "all", "All"),
        ("Every Pentax lens is made in Vietnam.", "all", "Every"),
        ("Most Pentax lenses are made in Vietnam.", "most", "Most"),
        ("Many Pentax lenses are made in Vietnam.", "many", "Many"),
        ("Some Pentax lenses are made in Vietnam.", "some", "Some"),
        ("Several Pentax lenses are made in Vietnam.", "some", "Several"),
        ("Most of the Pentax lenses are made in Vietnam.", "most", "Most"),
        ("Pentax lenses are all made in Vietnam.", "all", "all"),
    ],
)
def test_how_much_of_a_class_is_meant(leica: Reader, text: str, scope: str, word: str) -> None:
    claim = only(leica, text, "made_in")
    assert claim.qualifiers.get("scope") == scope
    assert cue(claim, "scope", text) == [word]


def test_a_bare_plural_is_generic_and_a_single_thing_has_no_scope(leica: Reader) -> None:
    assert only(leica, "Pentax lenses are made in Vietnam.", "made_in").qualifiers == {"scope": "generic"}
    assert only(leica, "The Pentax K-3 is made in Vietnam.", "made_in").qualifiers == {}
    assert only(leica, "The Pentax lenses are made in Vietnam.", "made_in").qualifiers == {}


def test_none_of_a_class_is_denied_of_it(leica: Reader) -> None:
    claim = only(leica, "No Pentax lenses are made in Vietnam.", "made_in")
    assert (claim.polarity, claim.qualifiers) == ("denied", {"scope": "none"})


def test_a_question_inside_a_phrase_in_front_asks_nothing_of_its_clause(leica: Reader) -> None:
    claims = leica.claims("Contrary to what the box says, Nikon does not own Sigma; Canon does.", "owns")
    assert [(claim.subject, claim.polarity) for claim in claims] == [("nikon", "denied"), ("canon", "affirmed")]


WEIGHED = [
    ("The Orlik Nova 3 could be had for $150 in 1990.", "resale_price", [("affirmed", "asserted")]),
    ("The Orlik Nova 3 allegedly suffers from a noisy shutter.", "assessment", [("affirmed", "speculated")]),
    ("The Orlik Nova 3 is reputed to be the best camera of its time.", "assessment", [("affirmed", "speculated")]),
    ("It feels like the Orlik Nova 3 is equipped with a fast shutter.", "has_feature", [("affirmed", "opinion")]),
    ("The Orlik Nova 3 was designed to be an extremely light camera.", "assessment", []),
    (
        "The Orlik Nova 3 isn't a modern camera, but a poor attempt.",
        "assessment",
        [("denied", "opinion"), ("affirmed", "opinion")],
    ),
    (
        "The Orlik Nova 3 isn't a modern camera or a good buy.",
        "assessment",
        [("denied", "opinion"), ("denied", "opinion")],
    ),
]


@pytest.mark.parametrize(("text", "predicate", "stances"), WEIGHED)
def test_how_surely_it_is_said(leica: Reader, text: str, predicate: str, stances: list[tuple[str, str]]) -> None:
    assert [(c.polarity, c.modality) for c in leica.claims(text, predicate)] == stances


def test_all_of_the_makers_are_not_all_of_what_they_make(leica: Reader) -> None:
    [claim, *_] = leica.claims("Nikon, Canon and Sigma have all developed DSLR cameras.")
    assert claim.qualifiers.get("scope") != "all"
    [claim, *_] = leica.claims("Sigma lenses are all made in Aizu.")
    assert claim.qualifiers["scope"] == "all"


def test_a_year_behind_what_is_used_is_no_beginning(leica: Reader) -> None:
    [claim] = leica.claims("The Orlik Nova 3 uses chips from 2012.")
    assert claim.time.valid is None
    [claim] = leica.claims("Orlik made cameras from 1920.")
    assert claim.time.valid == "1920/.."


ENDED = [
    ("Panasonic quit making plasma TVs.", "makes", [("denied", "asserted")]),
    ("Sigma gave up making cameras.", "makes", [("denied", "asserted")]),
    ("Sigma gave the museum cameras and makes lenses.", "makes", [("affirmed", "asserted")]),
    ("Nikon to acquire Tamron", "acquired_by", [("affirmed", "planned")]),
    ("At $2,199, the Leica Q3 isn't cheap but it is good.", "resale_price", [("affirmed", "asserted")]),
    ("The Leica Q3 isn't sold for $2,199.", "resale_price", [("denied", "asserted")]),
]


@pytest.mark.parametrize(("text", "predicate", "stances"), ENDED)
def test_what_ends_is_planned_or_stands_in_front(
    leica: Reader, text: str, predicate: str, stances: list[tuple[str, str]]
) -> None:
    assert [(c.polarity, c.modality) for c in leica.claims(text, predicate)] == stances
