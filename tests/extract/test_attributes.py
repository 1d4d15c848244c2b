"""Parts of speech and lemmas are the model's own, whether they are asked for or remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from leica_kb.extract.parsing.attributes import STEPS, Attributes
from leica_kb.extract.parsing.parser import MODEL, load_parser

SENTENCES = (
    "Nikon makes something that it does not sell .",
    "There is a plant in Oslo , and there were two .",
    "I am gon na tell them , for they 're his .",
    "Let 's say he 'd been here once , but it ai n't so .",
    "Y' all got ta see the lens that Sigma has had .",
)


@pytest.fixture(scope="module")
def whole() -> Language:
    return spacy.load(MODEL, exclude=["ner"])


def told(docs: Sequence[Doc]) -> Iterator[tuple[str, str, str, str]]:
    yield from ((t.text, t.pos_, t.lemma_, str(t.morph)) for doc in docs for t in doc)


def attributes() -> Attributes:
    return Attributes.of(*(load_parser().get_pipe(step) for step in STEPS))


def parsed(nlp: Language) -> list[Doc]:
    return list(nlp.pipe(Doc(nlp.vocab, words=sentence.split()) for sentence in SENTENCES))


def test_they_are_those_of_the_whole_model(whole: Language) -> None:
    ours = attributes()
    for _ in range(2):  # asked for, then remembered
        docs = parsed(load_parser())
        for doc in docs:
            ours.add(doc)
        assert list(told(docs)) == list(told(parsed(whole)))


class Counting:
    """The model's ruler, with how often it is asked."""

    def __init__(self) -> None:
        self.ruler = load_parser().get_pipe(STEPS[0])
        self.patterns = self.ruler.patterns
        self.asked = 0

    def __call__(self, doc: Doc) -> None:
        self.asked += 1
        self.ruler(doc)


@pytest.mark.parametrize(("sentence", "asked"), [(SENTENCES[0], 1), (SENTENCES[1], 2)])
def test_only_where_a_word_tells_of_another_the_ruler_is_asked_again(sentence: str, asked: int) -> None:
    ruler, nlp = Counting(), load_parser()
    ours = Attributes.of(ruler, nlp.get_pipe(STEPS[1]))
    for _ in range(2):
        ours.add(nlp(Doc(nlp.vocab, words=sentence.split())))
    assert ruler.asked == asked


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("hoped", "VBD", "hope"),
        ("hopped", "VBD", "hop"),
        ("rated", "VBN", "rate"),
        ("staging", "VBG", "stage"),
        ("visited", "VBD", "visit"),
        ("rebranded", "VBN", "rebrand"),
        ("hand-polished", "VBN", "hand-polish"),
        ("co-owned", "VBN", "co-own"),
        ("presented", "VBN", "present"),
        ("uplinked", "VBN", "uplinke"),  # no verb of the list behind it: as the model has it
    ],
)
def test_lemmas_of_verbs_are_mended(form: str, tag: str, lemma: str) -> None:
    doc = Doc(
        load_parser().vocab,
        words=["It", form],
        tags=["PRP", tag],
        pos=["PRON", "VERB"],
        heads=[1, 1],
        deps=["nsubj", "ROOT"],
    )
    attributes().add(doc)
    assert doc[1].lemma_ == lemma
