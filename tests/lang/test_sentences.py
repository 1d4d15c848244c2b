"""Sentences: what stays whole, what is cut, and where no cut may ever be."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leica_kb.lang.sentences import split_sentences
from leica_kb.model import Span


def split(text: str, *, wrapped: bool = False) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)), wrapped=wrapped)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Andreas Kaufmann met Mr. Smith and Prof. Ernst Abbe in St. Louis.",
        "The sensors are made by Kodak, Sony etc. (Panasonic Lumix ones are not).",
        "The 50mm f/2 ASPH. lens is sharp, e.g. at f/2.8.",
        "He bought No. 5 and left with Vol. 3 under his arm.",
        "The U.S. market is the largest, i.e. larger than China.",
        "Apple Inc. (Cupertino) bought it from Sony Corp. in Feb. 1989.",
        "It costs $3.5 million, or approx. 300 units at 5 p.m. on Monday.",
        "“Why?” she asked, and he said nothing.",
        "Visit www.example.com or read v2.0 of the paper.",
        "The shop goes back to E.H. Orlik & Co., a trading company.",
        "It was made by E. Leitz in Wetzlar.",
        "It came out approx. Easter 1921, for 5 ft. Norse measure.",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert split(sentence) == [sentence]
    assert split(f"{sentence} They left.") == [sentence, "They left."]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Leica M has a waiting list of one year.", "Still waiting for his own."],
        ["“And that will be exciting… ", "As has been reported, we’re developing our own sensor again.”", "He left."],
        ["It uses Leica tolerances.", "(The others are mass produced on their own “Nano” coatings)."],
        ["Does Leica make Lumix lenses?", "Who makes them?"],
        ["It fits in the hand.", "Nordal made it in New York.", "Orlik sold the old stock.", "Tom Ek owns both works."],
        ["They like the GR III.", "Nordal said so.", "Every lens is made in Poland.", "Orlik agrees."],
        ["It weighs 500 g.", "It is 5 ft. 3 in. tall."],
        ["He was here.[1]", "She came later."],
        ["He built an improved version.11", "Ada Moor saw it in 1941.2", "In 1950, she left."],
        ["He said “no.”", "Then he left.", "It was over.)", "We know."],
        ["Absolutely NOT.", "Yes, there are plenty."],
        ["It sold well.", "eBay prices rose.", "iPhone cameras did not matter."],
    ],
)
def test_sentences_are_cut(sentences: list[str]) -> None:
    bare = [sentence.strip() for sentence in sentences]
    assert split(" ".join(bare)) == bare


def test_a_lost_space_does_not_join_two_sentences() -> None:
    assert split("He came home again.The next day he left.Node.js stays.") == [
        "He came home again.",
        "The next day he left.Node.js stays.",
    ]


def test_line_breaks_end_a_sentence_unless_they_only_fold_it() -> None:
    text = "The plant in\r\nHungary. It opened\n\nin 2021"
    assert split(text) == ["The plant in", "Hungary.", "It opened", "in 2021"]
    assert split(text, wrapped=True) == ["The plant in\r\nHungary.", "It opened\n\nin 2021"]


def test_only_the_range_is_split() -> None:
    text = "One. Two. Three."
    assert split_sentences(text, Span(5, 16)) == (Span(5, 9), Span(10, 16))
    assert split_sentences(text, Span(4, 4)) == ()


PIECES = st.sampled_from(
    ["Dr. ", "No. 5 ", "etc. ", "(a) ", "He left. ", "“Yes.” ", "f/2 ASPH. ", "…", "?", "\n", "\r\n", "x", " ", "[1]"]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join)), st.booleans())
@settings(max_examples=300, deadline=None)
def test_every_word_is_in_one_sentence_and_in_order(text: str, wrapped: bool) -> None:
    spans = split_sentences(text, Span(0, len(text)), wrapped=wrapped)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert list(spans) == sorted(spans)
    for span in spans:
        assert span.of(text) == span.of(text).strip() != ""
        assert wrapped or len(span.of(text).splitlines()) == 1


def test_importing_this_does_not_load_the_model() -> None:
    import subprocess

    code = "import sys, leica_kb.lang.sentences; print('nupunkt' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert run.stdout.strip() == "False"
