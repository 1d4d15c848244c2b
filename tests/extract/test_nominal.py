"""Noun phrases: their words, what is coordinated with them, and what they are tied to."""

from __future__ import annotations

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import (
    all_conjuncts,
    antecedent,
    associated,
    conjuncts,
    core_span,
    full_span,
    is_pronoun,
    prepositional,
)
from tests.extract.saying import Reader, words


def node(reader: Reader, text: str, word: str) -> Node:
    return next(n for n in reader.tree(text).nodes if n.text == word)


def test_a_coordination_from_its_first_or_any_member(leica: Reader) -> None:
    text = "Tamron, Sigma and Sony make lenses."
    assert words(conjuncts(node(leica, text, "Tamron"))) == ["Tamron", "Sigma", "Sony"]
    assert words(all_conjuncts(node(leica, text, "Sony"))) == ["Tamron", "Sigma", "Sony"]
    assert words(conjuncts(node(leica, text, "lenses"))) == ["lenses"]


def test_the_core_is_without_what_follows_the_head(leica: Reader) -> None:
    text = "The three very old lenses of Sony that broke were sold."
    lenses = node(leica, text, "lenses")
    assert core_span(lenses).of(text) == "The three very old lenses"
    assert full_span(lenses).of(text) == "The three very old lenses of Sony"


def test_what_a_phrase_is_tied_to_nearest_first(leica: Reader) -> None:
    text = "Sony’s factory in Aizu makes lenses."
    assert words(list(associated(node(leica, text, "factory"))))[:2] == ["Sony", "in"]
    assert "Aizu" in words(list(associated(node(leica, text, "factory"))))
    assert words(list(associated(node(leica, text, "lenses")))) == []


def test_phrases_by_their_prepositions(leica: Reader) -> None:
    text = "The lenses of Sony and Sigma from Japan broke."
    lenses = node(leica, text, "lenses")
    assert words(prepositional(lenses, "of")) == ["Sony", "Sigma"]
    assert words(prepositional(lenses, "by")) == []
    assert "Sony" in words(prepositional(lenses))


def test_a_relative_clause_speaks_of_its_antecedent(leica: Reader) -> None:
    text = "The lens that broke was sold."
    found = antecedent(node(leica, text, "broke"))
    assert found is not None
    assert found.text == "lens"
    assert antecedent(node(leica, text, "sold")) is None


def test_pronouns(leica: Reader) -> None:
    text = "They sold it because the lens was theirs."
    assert is_pronoun(node(leica, text, "They"))
    assert is_pronoun(node(leica, text, "it"))
    assert not is_pronoun(node(leica, text, "lens"))
