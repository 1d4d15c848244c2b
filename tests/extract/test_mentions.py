"""All mentions of a sentence: each stretch of text once, with its type and value."""

from __future__ import annotations

import pytest

from leica_kb.extract.candidates.cast import Cast
from leica_kb.extract.names.unlisted import unknown
from leica_kb.extract.parsing.mention import Mention, without_overlaps
from leica_kb.model import DateValue, MoneyValue, NumberValue, Span
from tests.extract.saying import Reader


def types(reader: Reader, text: str) -> dict[str, str]:
    return {m.text: m.type for m in reader.mentions(text)}


def test_unknown_people_and_companies(companies: Reader) -> None:
    found = types(companies, "Maria Lopez left Orbita Systems for Helios Group last spring.")
    assert found["Maria Lopez"] == "person"
    assert found["Orbita Systems"] == "company"
    assert found["Helios Group"] == "company"


def test_unknown_names_say_so_and_have_an_id_of_their_words(companies: Reader) -> None:
    lopez = next(m for m in companies.mentions("We met Maria Lopez in Madrid.") if m.text == "Maria Lopez")
    assert (lopez.known, lopez.entity, lopez.name, lopez.is_name) == (False, "maria-lopez", "Maria Lopez", True)


@pytest.mark.parametrize(
    ("words", "guess", "kind"),
    [
        ("Baxter Ltd", "person", "company"),
        ("Baxter Optical", "unknown", "company"),
        ("Dr. Ilse Moor", "company", "person"),
        ("Peter Moor", "unknown", "person"),
        ("Peter Moor", "person", "person"),
        ("Xylo Moor", "person", "unknown"),
        ("Moor Bay", "place", "place"),
    ],
)
def test_a_names_own_words_overrule_the_guess(words: str, guess: str, kind: str) -> None:
    assert unknown(Span(3, 3 + len(words)), f"by {words}", guess).type == kind


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Nikon was founded in 1917.", "1917", DateValue("1917")),
        ("The Nikon Z9 sells for $5,000 now.", "$5,000", MoneyValue(5000, "USD")),
        ("Nikon needs 40 minutes for it.", "40 minutes", NumberValue(40, "minute")),
        ("Japan is its second-largest market.", "second-largest", NumberValue(2, "rank")),
    ],
)
def test_values_with_their_words(leica: Reader, text: str, words: str, value: object) -> None:
    assert [m.value for m in leica.mentions(text) if m.text == words] == [value]


def test_the_documents_date_reaches_relative_dates(leica: Reader) -> None:
    text = "Nikon opens it by the end of the year."
    assert [m.value for m in leica.mentions(text, "2024-06") if m.type == "date"] == [DateValue("/2024-12")]
    assert [m.value for m in leica.mentions(text) if m.type == "date"] == [None]


def test_a_number_inside_a_model_is_no_value(leica: Reader) -> None:
    assert types(leica, "The Leica Q3 43 is here.") == {"Leica Q3 43": "product"}


def test_places_that_hold_one_another_are_one_name_with_parts(companies: Reader) -> None:
    [chain] = [m for m in companies.mentions("Orbita Systems sits in Arusha, Tanzania.") if m.type == "place"]
    assert chain.text == "Arusha, Tanzania"
    assert chain.entity == "arusha"
    assert [p.text for p in chain.parts] == ["Arusha", "Tanzania"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("At its plant in Kandy, Verilux grinds lenses.", "verilux has_factory_in kandy"),
        ("In Brno, Quellix makes cameras.", "quellix makes cameras"),
    ],
)
def test_who_acts_behind_a_town_is_no_land_around_it(leica: Reader, text: str, claim: str) -> None:
    assert claim in leica.says(text)


def test_a_land_behind_a_town_stays_one_where_no_verb_follows(leica: Reader) -> None:
    assert "quellix based_in kandy" in leica.says("Quellix is based in Kandy, Moravia and has forty employees.")


def test_a_state_after_a_town_is_part_of_the_place(companies: Reader) -> None:
    [chain] = [m for m in companies.mentions("Orbita Systems sits in Sacramento, CA today.") if m.type == "place"]
    assert [p.text for p in chain.parts] == ["Sacramento", "CA"]


def test_places_in_a_list_with_and_are_apart(companies: Reader) -> None:
    found = types(companies, "Orbita Systems sells in France and Germany.")
    assert found["France"] == found["Germany"] == "place"


def test_an_office_is_no_part_of_a_name(companies: Reader) -> None:
    found = types(companies, "Orbita Systems CEO Maria Lopez spoke.")
    assert "Maria Lopez" in found
    assert "Orbita Systems" in found
    assert not any("CEO" in name for name in found)


def test_a_persons_suffix_is_part_of_the_name(companies: Reader) -> None:
    assert "Peter Moor, Jr." in types(companies, "It was founded by Peter Moor, Jr. in 1950.")


def test_a_declared_adjective_inside_a_longer_name_is_part_of_it(companies: Reader) -> None:
    found = types(companies, "American Refining Group was sold.")
    assert found == {"American Refining Group": "company"}


def test_a_line_in_title_case_gives_no_unknown_names(companies: Reader) -> None:
    assert types(companies, "Seven Simple Reasons Why People Love Their Old Things") == {}


def test_companies_organs_are_no_names(companies: Reader) -> None:
    assert "Supervisory Board" not in types(companies, "He chairs the Supervisory Board of Orbita Systems.")


def test_a_class_named_by_a_declared_alias_holds_its_maker(leica: Reader) -> None:
    aliases = [
        e.name
        for e in leica.extractor.pack.vocabulary.entities.values()
        if e.type == "product_class" and " made " in e.name
    ]
    for name in aliases:
        [mention] = leica.extractor.finder.declared(name, Span(0, len(name)))
        assert mention.parts, name


def test_of_overlapping_mentions_the_longest_stays() -> None:
    def at(start: int, end: int) -> Mention:
        return Mention(Span(start, end), "company", "", "x")

    assert without_overlaps([at(4, 9), at(0, 5), at(0, 12), at(20, 22)]) == (at(0, 12), at(20, 22))


def test_a_lone_surname_is_the_one_person_of_that_name() -> None:
    def person(words: str) -> Mention:
        return unknown(Span(0, len(words)), words, "person")

    full, other, lone = person("Peter Moor"), person("Anna Moor"), person("Moor")
    assert Cast.of("", [[full], [lone]], []).completed(lone).entity == "peter-moor"
    assert Cast.of("", [[full, other]], []).completed(lone).entity == "moor", "two people of one surname: nobody's"


def test_a_firm_goes_by_its_first_word_once_it_is_named(companies: Reader) -> None:
    text = "Skovgaard Invest Ltd was founded in 1999. In 2015 Skovgaard acquired Stativa, which is based in Aarhus."
    assert companies.says(text, "acquired_by") == {"stativa acquired_by skovgaard-invest-ltd"}
    shared = "Skovgaard Invest Ltd and Skovgaard Bank Ltd met. In 2015 Skovgaard acquired Stativa Ltd."
    assert companies.says(shared, "acquired_by") <= {"stativa-ltd acquired_by skovgaard"}, "two begin so: neither"


def test_a_sentence_is_read_for_a_name_that_another_sentence_told(leica: Reader) -> None:
    told = "Norbrandt Optik makes its lenses in Gera. "
    assert leica.says(told + "In 2015 it was dark, and Norbrandt belonged to Nikon.", "subsidiary_of") == {
        "norbrandt-optik subsidiary_of nikon"
    }
    assert leica.says("The brand is old. " + told + "It rained. Skovgaard Invest bought the brand.", "acquired_by") == {
        "norbrandt-optik acquired_by skovgaard-invest"
    }


def test_brothers_share_the_last_ones_surname(companies: Reader) -> None:
    text = "Orbita Systems was founded by the brothers Emil and Otto Hahn. Hans and Karl Berg founded Helios Group."
    assert companies.says(text, "founded_by") == {
        "orbita-systems founded_by emil-hahn",
        "orbita-systems founded_by otto-hahn",
        "helios-group founded_by hans-berg",
        "helios-group founded_by karl-berg",
    }


def test_surnames_across_a_document(companies: Reader) -> None:
    text = "Peter Moor founded Orbita Systems. In 1999 Moor founded Helios Group."
    assert companies.says(text, "founded_by") == {
        "orbita-systems founded_by peter-moor",
        "helios-group founded_by peter-moor",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The lens was shown by Renata Tessmer, president of Hoshino Seiki.", "Hoshino Seiki"),
        ("Yvonne Castagnet told us that the plant had closed.", "Yvonne Castagnet"),
    ],
)
def test_a_name_of_which_the_recogniser_saw_a_half(leica: Reader, text: str, name: str) -> None:
    assert name in [m.text for m in leica.mentions(text)]


def test_a_word_in_front_of_a_name_is_no_part_of_it(leica: Reader) -> None:
    assert "Supposedly Tamron" not in [m.text for m in leica.mentions("Supposedly Tamron makes the lens.")]


def test_a_capital_that_no_dictionary_has_is_a_name(leica: Reader) -> None:
    assert [m.text for m in leica.mentions("Orbella and Fonsegrine started making bicycles.")] == [
        "Orbella",
        "Fonsegrine",
    ]
    assert leica.mentions("Bicycles are cheap. Whatever they say.") == ()
