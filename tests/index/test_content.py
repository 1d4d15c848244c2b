from __future__ import annotations

import pytest

import leica_kb.index
from leica_kb.index import metadata_from_json
from leica_kb.index.content import predicate_to_json, vocabulary_digest
from leica_kb.index.metadata import metadata_to_json
from leica_kb.index.rows import cue_row
from leica_kb.model import Metadata, Predicate, QuestionCue
from tests.index.contents import content


def test_metadata_survives_the_trip() -> None:
    metadata = Metadata("T", "P", "A", "2013", "de", ("x",), {"published": ("in 2013",)})
    assert metadata_from_json(metadata_to_json(metadata)) == metadata
    assert metadata_from_json({}) == Metadata()


def test_every_field_of_a_predicate_counts() -> None:
    plain = Predicate("p", "t", ("any",), ("text",))
    other = Predicate("p", "t", ("any",), ("text",), values={"a": ("b",)}, exclusive=(("a", "c"),))
    assert predicate_to_json(plain) != predicate_to_json(other)


def test_the_digest_of_names_is_the_same_every_time() -> None:
    assert vocabulary_digest(content()) == vocabulary_digest(content())


def test_cues_are_stemmed_and_keep_their_marks() -> None:
    cue = QuestionCue(predicate="p", needs=(("made by", "~hands"),), also=("factories",), counts=True)
    assert cue_row(cue) == {"predicate": "p", "needs": [["mak by", "~hand"]], "also": ["factori"], "counts": True}
    assert cue_row(QuestionCue(kind="place", words=("Countries", "country"))) == {"kind": "place", "words": ["country"]}
    assert cue_row(QuestionCue(same=("come out", "released"))) == {"same": ["com out", "releas"]}


def test_a_cue_survives_the_trip() -> None:
    cue = QuestionCue(predicate="p", needs=(("a", "b"), ("c",)), also=("d",), counts=True, contrary=("e",))
    assert QuestionCue.from_json(cue.to_json()) == cue
    assert QuestionCue.from_json(QuestionCue(kind="k", words=("w",)).to_json()) == QuestionCue(kind="k", words=("w",))


def test_the_room_names_what_it_holds() -> None:
    for name in leica_kb.index.__all__:
        assert getattr(leica_kb.index, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = leica_kb.index.nothing
