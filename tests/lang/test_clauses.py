"""Values, dates and claims in plain English: the one place that words them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from leica_kb.lang.clauses import claim_in_words, clause_of, value_in_words
from leica_kb.model import Claim, DateValue, EntityValue, MoneyValue, NumberValue, TextValue, Value


@dataclass(frozen=True)
class Named:
    """What somebody who knows the names answers."""

    names: Mapping[str, str]
    sentences: Mapping[str, str]

    def name_of(self, entity: str) -> str:
        return self.names.get(entity) or entity.replace("-", " ")

    def says(self, predicate: str) -> str:
        return self.sentences.get(predicate, "")

    def is_plural(self, entity: str) -> bool:
        return entity == "lenses"


NAMES = Named(
    {"sigma": "Sigma", "ams-osram": "ams OSRAM", "japan": "Japan", "lenses": "Sigma lenses", "dp1": "Sigma DP1"},
    {
        "made_in": "{subject} is made in {object}",
        "makes": "{subject} makes {object}",
        "viewfinder": "{subject} has a {object}",
        "market_rank": "{object} is market no. {rank} of {subject}",
        "sensor_supplier": "{object} supplies the sensor of {subject}",
        "founded_in": "{subject} was founded in {object}",
        "differs_from": "how it differs",
        "assessment": "{subject}: {object}",
        "kept": "{subject} keeps its {object}",
    },
)
CLAIM = Claim("c-1", "lens-world", "sigma", "made_in", EntityValue("japan"), "made in Japan", 10, 23)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (EntityValue("japan"), "Japan"),
        (EntityValue("nowhere-land"), "nowhere land"),
        (TextValue("hand-crafted"), "hand-crafted"),
        (NumberValue(1, "year"), "1 year"),
        (NumberValue(1200, "year", "at_least"), "at least 1,200 years"),
        (NumberValue(35, "mm", "about"), "about 35 mm"),
        (NumberValue(20, "percent"), "20 percent"),
        (NumberValue(3, "inch"), "3 inches"),
        (NumberValue(2.0, "century", "at_most"), "at most 2 centuries"),
        (NumberValue(0.5), "0.5"),
        (NumberValue(2_000_000), "2,000,000"),
        (MoneyValue(2500, "GBP"), "£2,500"),
        (MoneyValue(2500.0, "CHF"), "2,500 CHF"),
        (DateValue("192X"), "the 1920s"),
        (DateValue("one day"), "one day"),
    ],
)
def test_values(value: Value, words: str) -> None:
    assert value_in_words(value, NAMES) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Sigma is made in Japan"),
        ({"polarity": "denied"}, "Sigma is not made in Japan"),
        ({"subject": "ams-osram"}, "ams OSRAM is made in Japan"),
        ({"subject": "lenses"}, "Sigma lenses are made in Japan"),
        (
            {"subject": "lenses", "polarity": "denied", "qualifiers": {"scope": "most"}},
            "Most Sigma lenses are not made in Japan",
        ),
        (
            {"subject": "lenses", "polarity": "denied", "qualifiers": {"scope": "none"}},
            "No Sigma lenses are made in Japan",
        ),
        ({"predicate": "makes", "polarity": "denied"}, "Sigma does not make Japan"),
        ({"predicate": "makes", "polarity": "denied", "subject": "lenses"}, "Sigma lenses do not make Japan"),
        (
            {"predicate": "viewfinder", "object": TextValue("electronic viewfinder")},
            "Sigma has an electronic viewfinder",
        ),
        (
            {"predicate": "viewfinder", "object": TextValue("finder"), "subject": "lenses", "polarity": "denied"},
            "Sigma lenses do not have a finder",
        ),
        ({"predicate": "kept", "object": TextValue("shape"), "subject": "lenses"}, "Sigma lenses keep their shape"),
        ({"predicate": "market_rank", "qualifiers": {"rank": 3}}, "Japan is market no. 3 of Sigma"),
        ({"predicate": "market_rank"}, "Japan is market no. ? of Sigma"),
        (
            {"predicate": "sensor_supplier", "polarity": "denied"},
            "It is not so that Japan supplies the sensor of Sigma",
        ),
        (
            {"predicate": "sensor_supplier", "qualifiers": {"component": "sensor"}},
            "Japan supplies the sensor of Sigma",
        ),
        (
            {"predicate": "sensor_supplier", "qualifiers": {"component": "ccd"}},
            "Japan supplies the sensor of Sigma (component ccd)",
        ),
        ({"predicate": "founded_in", "object": DateValue("1918-03")}, "Sigma was founded in March 1918"),
        ({"predicate": "founded_in", "object": DateValue("1918-03-07")}, "Sigma was founded on 7 March 1918"),
        ({"predicate": "assessment", "object": TextValue("a maker"), "polarity": "denied"}, "Sigma: not a maker"),
        ({"predicate": "differs_from"}, "Sigma: differs from Japan"),
        ({"predicate": "not_in_pack"}, "Sigma: not in pack Japan"),
        (
            {"qualifiers": {"component": "lens", "model": "dp1", "opened": "2013-03"}},
            "Sigma is made in Japan (component lens, model Sigma DP1, opened March 2013)",
        ),
    ],
)
def test_claims(changes: dict[str, object], words: str) -> None:
    assert claim_in_words(replace(CLAIM, **changes), NAMES) == words  # type: ignore[arg-type]  # one changed field each


def test_within_a_sentence_a_claim_begins_small() -> None:
    most = replace(CLAIM, subject="lenses", qualifiers={"scope": "most"})
    assert clause_of(most, NAMES) == "most Sigma lenses are made in Japan"
