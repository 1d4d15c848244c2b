"""`key: value` lines, simple tables, gapped clauses and lists that end their lead-in."""

from __future__ import annotations

from leica_kb.extract.keyed import find_keyed
from tests.extract.saying import Reader


def test_lines_under_a_heading(leica: Reader) -> None:
    text = "Nikon Z9\n\n- Country of origin: Thailand\n- Designer: Giorgetto Giugiaro\n- Predecessor: Nikon Z7\n"
    assert leica.says(text) == {
        "nikon-z9 made_in thailand",
        "nikon-z9 designed_by giorgetto-giugiaro",
        "nikon-z9 successor_of nikon-z7",
    }


def test_the_key_and_its_value_are_the_quote(leica: Reader) -> None:
    [claim] = leica.claims("Nikon Z9\n\n- Price: $5,000\n")
    assert claim.quote == "Price: $5,000"


def test_a_table_speaks_of_its_rows_first_cells(leica: Reader) -> None:
    text = "Model | Made in | Price\n--- | --- | ---\nNikon Z9 | Thailand | $5,000\nPentax K-3 | Vietnam | $900\n"
    assert leica.says(text) == {
        "nikon-z9 made_in thailand",
        "nikon-z9 resale_price 5000 USD",
        "pentax-k-3 made_in vietnam",
        "pentax-k-3 resale_price 900 USD",
    }


def test_a_table_of_things_side_by_side_speaks_of_its_columns(leica: Reader) -> None:
    text = "| | Nikon Z9 | Pentax K-3 |\n| --- | --- | --- |\n| Made in | Thailand | Vietnam |\n| Price | | $900 |\n"
    assert leica.says(text) == {
        "nikon-z9 made_in thailand",
        "pentax-k-3 made_in vietnam",
        "pentax-k-3 resale_price 900 USD",
    }


def test_the_first_head_may_say_that_the_columns_are_things(leica: Reader) -> None:
    text = "Specification | Nikon Z9\n--- | ---\nMade in: | Thailand\nMood | Vietnam\n"
    assert leica.says(text) == {"nikon-z9 made_in thailand"}


def test_a_line_without_anybody_above_it_gives_nothing(leica: Reader) -> None:
    assert leica.says("Weather report\n\n- Price: $5,000\n- Mood: fine\n") == set()


def test_keys_that_no_rule_knows_give_nothing(leica: Reader) -> None:
    assert leica.says("Nikon Z9\n\n- Mood: Thailand\n- Smell: $5,000\n") == set()


def test_rows_of_another_width_are_no_table(leica: Reader) -> None:
    document = leica.document("Model | Made in\nNikon Z9 | Thailand | $5,000\n")
    assert find_keyed(document) == ()


def test_a_gapped_clause_has_its_neighbours_verb(leica: Reader) -> None:
    text = "The Nikon Z9 is made in Thailand, the Canon EOS R3 in Japan."
    assert leica.says(text, "made_in") == {"nikon-z9 made_in thailand", "canon-eos-r3 made_in japan"}


def test_a_list_of_names_ends_its_lead_in(leica: Reader) -> None:
    text = "Nikon has factories in:\n\n- Sendai\n- Ayutthaya\n"
    assert leica.says(text) == {"nikon has_factory_in sendai", "nikon has_factory_in ayutthaya"}


def test_a_list_that_says_more_than_names_is_read_by_itself(leica: Reader) -> None:
    text = "Nikon has factories in:\n\n- Sendai\n- places that it never told anybody about in public\n"
    assert all("public" not in claim.quote for claim in leica.claims(text))
