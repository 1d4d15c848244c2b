"""From a node to what it stands for: an entity, a value, a class of things, a text."""

from __future__ import annotations

import pytest

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.statements.filling import Filler, Filling
from leica_kb.extract.statements.telling import text_of
from leica_kb.model import NumberValue, TextValue
from tests.extract.saying import Reader


def node(reader: Reader, text: str, word: str) -> Node:
    return next(n for n in reader.tree(text).nodes if n.text == word)


def fill(reader: Reader, text: str, word: str, *wanted: str) -> Filler | None:
    return next(iter(Filling(reader.extractor.pack).fill(node(reader, text, word), frozenset(wanted))), None)


@pytest.mark.parametrize(
    ("text", "word", "wanted", "entity"),
    [
        ("Nikon grew.", "Nikon", "company", "nikon"),
        ("It sits in Japan now.", "Japan", "place", "japan"),
        ("A Japanese firm grew.", "Japanese", "place", "japan"),
        ("Peter Moor grew up.", "Peter Moor", "person", "peter-moor"),
        ("The Nikon Z9 sold.", "Nikon Z9", "product", "nikon-z9"),
        ("Every Leica is old.", "Leica", "product_class", "leica-cameras"),
        ("The image sensor broke.", "sensor", "component", "image-sensors"),
        ("Cameras of Nikon broke.", "Cameras", "product_class", "nikon-cameras"),
        ("The factory in Aizu broke.", "factory", "place", "aizu"),
        ("Nikon is a firm of note.", "firm", "company", "nikon"),
    ],
)
def test_entities(leica: Reader, text: str, word: str, wanted: str, entity: str) -> None:
    found = fill(leica, text, word, wanted)
    assert found is not None
    assert found.entity == entity


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Nikon grew.", "Nikon", "person"),
        ("It sits in Japan now.", "Japan", "company"),
        ("The weather broke.", "weather", "company"),
        ("He grew.", "He", "company"),
        ("It grew.", "It", "person"),
        ("It grew.", "It", "place"),
        ("The chairman grew.", "chairman", "company"),
    ],
)
def test_what_is_of_another_kind_fills_nothing(leica: Reader, text: str, word: str, wanted: str) -> None:
    assert fill(leica, text, word, wanted) is None


def test_pronouns_and_descriptions_wait_for_what_they_stand_for(leica: Reader) -> None:
    for text, word, wanted, how in (
        ("It grew.", "It", "company", "pronoun"),
        ("She grew.", "She", "person", "pronoun"),
        ("The company grew.", "company", "company", "definite"),
        ("These cameras broke.", "cameras", "product", "definite"),
        ("Their cameras broke.", "cameras", "product_class", "pronoun"),
    ):
        found = fill(leica, text, word, wanted)
        assert found is not None, text
        assert (found.entity, found.how) == (None, how), text


def test_values(leica: Reader) -> None:
    found = fill(leica, "It takes 40 minutes now.", "minutes", "duration")
    assert found is not None
    assert found.as_value() == NumberValue(40, "minute")


def test_a_phrase_as_text_is_without_its_article(leica: Reader) -> None:
    text = "It has the small red dot of Nikon that shines."
    found = text_of(node(leica, text, "dot"))
    assert found.value == TextValue("small red dot of Nikon")
    assert found.span.of(text) == "the small red dot of Nikon"


def test_a_process_is_named_by_what_is_done(leica: Reader) -> None:
    found = fill(leica, "It takes years to develop an image sensor.", "develop", "event")
    assert found is not None
    assert found.entity == "image-sensor-development"


def test_classes_of_common_nouns(leica: Reader) -> None:
    filling = Filling(leica.extractor.pack)
    assert "facility" in filling.noun_classes(node(leica, "The plants broke.", "plants"))
    assert "waiting" in filling.noun_classes(node(leica, "The waiting list grew.", "list"))
    assert filling.matches(node(leica, "A Japanese firm grew.", "Japanese"), ["place"])
    assert filling.matches(node(leica, "It grew.", "It"), ["pronoun"])
    assert not filling.matches(node(leica, "The weather broke.", "weather"), ["company", "pronoun"])
    assert filling.vocabulary is leica.extractor.pack.vocabulary


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nikon announced a new Nova X9 Micro Four Thirds camera.", {"nikon makes nova-x9"}),
        ("Nikon announced a new Nova X9 mirrorless camera body.", {"nikon makes nova-x9"}),
        ("Nikon sold Brandvik models.", {"nikon makes brandvik-models"}),
        ("Most Nikon models are built in Thailand.", {"nikon-cameras made_in thailand"}),
        ("Beginning in 2013, Nikon built lenses.", {"nikon makes lenses"}),
        ("The Nikon Z5 has a 12 pixel RGB sensor.", {"nikon-z5 has_feature «12 pixel RGB sensor»"}),
        ("Canon uses Android. Android was created by Nikon.", set()),
    ],
)
def test_what_stands_before_a_noun_or_tells_when_is_taken_for_what_it_is(
    leica: Reader, text: str, said: set[str]
) -> None:
    assert leica.says(text) == said
