"""Which sentences are worth parsing, found without a model."""

from __future__ import annotations

import pytest

from leica_kb.extract.candidates.search import CandidateSearch, inflections
from leica_kb.extract.candidates.topics import Topics
from tests.extract.saying import Reader


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("make", {"make", "makes", "made", "making", "maker"}),
        ("supply", {"supply", "supplies", "supplied", "supplying", "supplyer"}),
        ("ship", {"ship", "ships", "shipped", "shipping"}),
        ("set up", {"set", "sets", "setting"}),
        ("waiting time", {"waiting time", "waiting times"}),
        ("be", {"is", "was", "were", "are", "been"}),
    ],
)
def test_the_forms_in_which_a_trigger_is_met(lemma: str, forms: set[str]) -> None:
    assert forms <= set(inflections(lemma))


def chosen(reader: Reader, text: str) -> list[str]:
    document = reader.document(text)
    finder = reader.extractor.finder
    declared = [finder.declared(text, s.span) for s in document.sentences]
    return [document.sentences[i].span.of(text) for i in reader.extractor.search.select(document, declared, Topics())]


def test_a_name_with_a_trigger(leica: Reader) -> None:
    text = "Nikon makes cameras. The weather was fine."
    assert chosen(leica, text) == ["Nikon makes cameras."]


def test_a_trigger_in_a_hyphened_word(leica: Reader) -> None:
    assert chosen(leica, "A Nikon-made lens.") == ["A Nikon-made lens."]


def test_a_pronoun_near_a_name(leica: Reader) -> None:
    assert "It was founded in 1917." in chosen(leica, "Nikon! It was founded in 1917.")


def test_any_name_will_do_for_a_pack_of_open_names(companies: Reader, leica: Reader) -> None:
    text = "In May Zorblax Ltd was founded in Spain."
    assert chosen(companies, text) == [text]
    assert chosen(companies, "the shop was founded quickly.") != [text]


def test_boilerplate_is_never_read(leica: Reader) -> None:
    text = "Nikon makes cameras.\n\nSubmit a comment\n\nYour email address will not be published."
    assert all("email" not in sentence for sentence in chosen(leica, text))


def test_a_search_without_triggers_finds_nothing(leica: Reader) -> None:
    empty = CandidateSearch.of(leica.extractor.pack, ())
    assert not empty.has_trigger("Nikon makes cameras.")


def test_the_firm_needs_what_the_sentence_before_speaks_of(leica: Reader) -> None:
    text = "Brandvik started out in 1933 as Optikverk. Karl Moor founded the firm."
    assert leica.says(text) >= {"brandvik founded_in 1933", "brandvik founded_by karl-moor"}


def test_whoever_started_something_unnamed_was_not_founded_then(leica: Reader) -> None:
    assert leica.says("Nikon\n\nStarted by Karl Moor in 1961.", "founded_in") <= {"nikon founded_in 1961"}


def test_what_is_too_long_for_a_sentence_is_not_parsed(leica: Reader) -> None:
    assert leica.says("Nikon makes lenses, " * 10 + "in Japan.")
    assert leica.says("Nikon makes lenses, " * 400 + "in Japan.") == set()


def test_any_name_will_do_in_a_text_about_the_field(leica: Reader) -> None:
    about = "Tessina Optik made lenses. Then came the war. Its factory in Ulm closed. "
    assert "Orvella launched the Minion in 1958." in chosen(leica, about + "Orvella launched the Minion in 1958.")
    elsewhere = "The weather was fine. Nobody came. The parade was cancelled. " + "Orvella launched the Minion in 1958."
    assert chosen(leica, elsewhere) == []
