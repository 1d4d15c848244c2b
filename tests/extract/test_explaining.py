"""Why a sentence gave what it gave, or nothing."""

from __future__ import annotations

import json

from leica_kb.extract import Explained, explain
from tests.extract.saying import Reader


def explained(reader: Reader, text: str) -> list[Explained]:
    document = reader.document(text)
    return list(explain(reader.extractor.read(document), document))


def test_mentions_frames_rule_and_claim_of_one_sentence(leica: Reader) -> None:
    text = "Nikon opened a factory in Sendai in 1971."
    [sentence] = explained(leica, text)
    assert [(m.text, m.type, m.entity) for m in sentence.mentions] == [
        ("Nikon", "company", "nikon"),
        ("Sendai", "place", "sendai"),
        ("1971", "date", None),
    ]
    frame = next(f for f in sentence.frames if f.lemma == "open")
    assert (frame.kind, frame.trigger, frame.roles["agent"], frame.roles["patient"]) == (
        "verb",
        "opened",
        ("Nikon",),
        ("a factory",),
    )
    statement = next(s for s in sentence.statements if s.predicate == "has_factory_in")
    assert (statement.refusal, statement.subject, statement.subject_words) == (None, "nikon", "Nikon")
    assert statement.object_words == "Sendai"
    assert statement.qualifiers == {"opened": "1971"}
    assert (sentence.claims, sentence.refusal, sentence.refused) == ((0,), None, False)


def test_each_sentence_with_the_reason_why_it_gave_nothing(leica: Reader) -> None:
    text = "Nikon owns Sigma. Does Nikon own Tamron? Rain fell on the roof."
    owns, asks, rains = explained(leica, text)
    assert owns.refusal is None
    assert (asks.refusal, asks.refused, asks.statements[0].refusal) == ("question", True, "question")
    assert (rains.refused, rains.mentions, rains.frames) == (False, (), ())
    assert rains.refusal is not None
    assert rains.refusal.startswith("not read")


def test_a_block_that_gives_no_claims_says_so(leica: Reader) -> None:
    text = "Everything here is speculation besides what the companies said.\n\nNikon owns Sigma.\n"
    first = explained(leica, text)[0]
    assert first.claims == ()
    assert first.refusal == "not read: its block gives no claims"


def test_stance_and_unsettled_reference(leica: Reader) -> None:
    [sentence] = explained(leica, "Perhaps it does not own Sigma.")
    statement = next(s for s in sentence.statements if s.predicate == "owns")
    assert (statement.polarity, statement.modality, statement.subject) == ("denied", "speculated", None)
    assert statement.cues == {"polarity": ("not",), "modality": ("Perhaps",)}
    assert (statement.refusal or "").startswith("reference")


def test_a_topic_has_no_words_of_its_own(leica: Reader) -> None:
    sentence = explained(leica, "Nikon Z9 review\n\nMade in Thailand.")[-1]
    statement = next(s for s in sentence.statements if s.refusal is None)
    assert (statement.subject, statement.subject_words) == ("nikon-z9", "")


def test_places_inside_places_and_asides_are_seen(companies: Reader) -> None:
    [sentence] = explained(companies, "Orbita Systems (sold to Helios Group in 1999) is based in Arusha, Tanzania.")
    seen = {m.text for m in sentence.mentions}
    assert seen >= {"Orbita Systems", "Helios Group", "Arusha, Tanzania", "Tanzania"}


def test_all_of_it_is_plain_data(leica: Reader) -> None:
    text = "Nikon makes the Z9 in Thailand. It sells for $5,000. Pentax lenses are made by hand.\n\n- Price: $900\n"
    for sentence in explained(leica, text):
        data = json.loads(json.dumps(sentence.to_json()))
        assert text[data["start"] : data["end"]] == data["text"]
        for mention in data["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]
