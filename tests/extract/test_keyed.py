"""`key: value` lines, simple tables, gapped clauses and lists that end their lead-in."""

from __future__ import annotations

from leica_kb.extract.candidates.keyed import find_keyed
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


def test_two_columns_are_keys_and_values_of_the_pages_thing(leica: Reader) -> None:
    rows = "| Weight | 410 g |\n|---|---|\n| **Price:** | $900 |\n| Made in | Portugal |\n| Mood | Vietnam |\n"
    told = {"orlik-5 has_feature «410 g»", "orlik-5 resale_price 900 USD", "orlik-5 made_in portugal"}
    assert leica.says(f"Orlik 5 review\n\nThe Orlik 5 is a camera.\n\n{rows}") == told
    assert leica.says(f"Weather report\n\nIt rained.\n\n{rows}") == set()


def test_keys_may_be_bold_and_have_a_remark(leica: Reader) -> None:
    text = "Orlik 5\n\n**Weight**: 410 g | **Mount**: L-mount\n\n- Price (body only): $900\n- Made in: Portugal\n"
    assert leica.says(text) == {
        "orlik-5 has_feature «410 g»",
        "orlik-5 uses_mount l-mount",
        "orlik-5 resale_price 900 USD",
        "orlik-5 made_in portugal",
    }


def test_points_between_commas_are_judgements_of_their_own(leica: Reader) -> None:
    head = "Orlik 5 review\n\nThe Orlik 5 is a camera.\n\n"
    assert leica.says(f"{head}Pros: sharp lens, light\nCons: no finder; short battery life\n") == {
        "orlik-5 assessment «sharp lens»",
        "orlik-5 assessment «light»",
        "orlik-5 assessment «no finder»",
        "orlik-5 assessment «short battery life»",
    }
    whole = "fast in good light, but hopeless at night"
    assert leica.says(f"{head}Pros: sharp lens\nCons: {whole}\n") >= {f"orlik-5 assessment «{whole}»"}


def test_an_address_behind_a_firm_is_no_maker(leica: Reader) -> None:
    text = "Orlik 5\n\nManufacturer: Nordal, Voss, Norway\nLens: Orlar 45mm f/2.8\nShutter: Copal\n"
    assert leica.says(text) == {
        "orlik-5 made_by nordal",
        "orlik-5 has_feature «Orlar 45mm f/2.8»",
        "orlik-5 has_feature «Copal»",
    }


def test_a_head_of_two_columns_is_no_key(leica: Reader) -> None:
    text = "Orlik 5 review\n\nThe Orlik 5 is a camera.\n\n| Country | Price |\n|---|---|\n| Norway | $900 |\n"
    assert leica.says(text) == set()


def test_a_head_tells_what_unlisted_names_below_it_are(leica: Reader) -> None:
    makers = "| Company | Seat |\n|---|---|\n| Vela | Porto |\n"
    lenses = "| Lens | Maker |\n|---|---|\n| Nimbus | Moor Optik |\n"
    told = {"vela based_in porto", "nimbus made_by moor-optik"}
    assert leica.says(f"Some firms\n\n{makers}\n{lenses}") == told


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


def test_several_pairs_in_one_line(leica: Reader) -> None:
    text = "Name: Nordal Optik; Founded: 1950; Headquarters: Oslo\n"
    assert leica.says(text) == {"nordal-optik founded_in 1950", "nordal-optik based_in oslo"}


def test_pairs_in_brackets_are_the_name_before_them(leica: Reader) -> None:
    text = "Sigma will build Nordal Optik Inc. (President: Erik Lindqvist; Location: Bergen) in July."
    assert leica.says(text) == {"erik-lindqvist holds_role nordal-optik-inc", "nordal-optik-inc based_in bergen"}


def test_a_value_may_list_names_and_goods(leica: Reader) -> None:
    text = "Nordal Optik\n\nFounder: Erik Lindqvist and Anna Berg\nMain products: microscopes, camera lenses\n"
    assert leica.says(text) == {
        "nordal-optik founded_by erik-lindqvist",
        "nordal-optik founded_by anna-berg",
        "nordal-optik makes microscopes",
        "nordal-optik makes camera-lenses",
    }


def test_of_a_place_with_its_country_the_place_is_meant(leica: Reader) -> None:
    text = "Nordal Optik\n\nFounded: 1950\nHeadquarters: Bergen, Norway\n"
    assert leica.says(text, "based_in") == {"nordal-optik based_in bergen"}


def test_of_several_measures_the_first_is_the_value(leica: Reader) -> None:
    text = "Nikon Z9\n\n- Warranty: one year, or two years for members who pay within a month\n"
    assert leica.says(text) == {"nikon-z9 warranty 1 year"}


def test_listed_features_are_those_of_the_lead_in_or_title(leica: Reader) -> None:
    said = {"vega-r3 has_feature «tilting screen»", "vega-r3 has_feature «leaf shutter»"}
    items = "\n\n- tilting screen\n- leaf shutter with flash contact\n- a long history\n"
    for lead_in in ("The Vega R3 has:", "Key features of the Vega R3:", "The Vega R3\n\nSpecifications:"):
        found = {claim.replace(" with flash contact", "") for claim in leica.says(lead_in + items, "has_feature")}
        assert found == said


def test_a_list_of_what_may_come_gives_no_feature(leica: Reader) -> None:
    items = "\n\n- tilting screen\n- leaf shutter\n"
    for lead_in in ("The Vega R3 may have:", "Rumored features of the Vega R3:"):
        assert all(c.modality != "asserted" for c in leica.claims(lead_in + items, "has_feature"))


def test_a_list_of_what_a_thing_lacks_is_denied(leica: Reader) -> None:
    text = "The Vega R3 does not have:\n\n- a tilting screen\n- a leaf shutter\n"
    assert leica.says(text) == {"- vega-r3 has_feature «tilting screen»", "- vega-r3 has_feature «leaf shutter»"}


def test_what_follows_is_what_the_items_name(leica: Reader) -> None:
    text = "The following cameras were made in Portugal:\n\n- Leica R4\n- Leica R5\n"
    assert leica.says(text) == {"leica-r4 made_in portugal", "leica-r5 made_in portugal"}


def test_a_lead_in_runs_on_into_its_list(leica: Reader) -> None:
    text = "Nordal Optik in brief\n\nToday the firm Nordal Optik makes:\n\n- microscopes\n- camera lenses\n"
    assert leica.says(text, "makes") == {"nordal-optik makes microscopes", "nordal-optik makes camera-lenses"}


def test_lettered_items_in_a_line(leica: Reader) -> None:
    text = "Nikon has factories in: a) Sendai, b) Hikari and c) Mito."
    assert leica.says(text, "has_factory_in") == {
        "nikon has_factory_in sendai",
        "nikon has_factory_in hikari",
        "nikon has_factory_in mito",
    }


def test_an_upper_item_or_heading_is_the_key_of_the_items_below(leica: Reader) -> None:
    said = {"nikon has_factory_in sendai", "nikon has_factory_in mito"}
    assert leica.says("# Nikon\n\n- Factories\n  - Sendai\n  - Mito\n") == said
    assert leica.says("# Nikon\n\n## Factories\n\n- Sendai\n- Mito\n") == said


def test_lines_below_an_upper_item_speak_of_it(leica: Reader) -> None:
    text = "- Velden R3\n  - Maker: VKZ\n  - Made in: Norway\n- Velden R4\n  - Made in: Sweden\n"
    assert leica.says(text, "made_in") == {"velden-r3 made_in norway", "velden-r4 made_in sweden"}


def test_bullets_without_a_subject_speak_of_the_title(leica: Reader) -> None:
    text = "## Velden R3\n\n- Designed by Erik Lindqvist.\n- Comes with a tilting screen.\n"
    assert leica.says(text) == {
        "velden-r3 designed_by erik-lindqvist",
        "velden-r3 has_feature «tilting screen»",
    }


def test_a_line_that_lists_features(leica: Reader) -> None:
    text = "Main features of the Nikon Z9: a tilting screen, and two card slots (XQD, SD)."
    assert leica.says(text) == {
        "nikon-z9 has_feature «tilting screen»",
        "nikon-z9 has_feature «two card slots (XQD, SD)»",
    }


def test_the_camera_is_the_unlisted_model_of_the_title(leica: Reader) -> None:
    assert leica.says("# Pallas RZ 3: a review\n\nThe camera was made in Dresden.") == {"pallas-rz-3 made_in dresden"}
    assert leica.says("# Photokina 2010\n\nThe camera was made in Dresden.") == set()
    assert leica.says("# Chapter 5\n\nThe camera was made in Dresden.") == set()


def test_what_is_denied_of_a_place_may_hold_elsewhere(leica: Reader) -> None:
    assert leica.says("Nikon does not make cameras in Mito.", "makes") == set()


def test_a_place_stays_a_place_beside_a_firm_that_begins_with_it(leica: Reader) -> None:
    text = "The Vega R3 was made in Penang by the Penang Camera Factory."
    assert "vega-r3 made_in penang" in leica.says(text)


def test_a_line_above_with_a_key_of_its_own_names_nothing(leica: Reader) -> None:
    assert leica.says('It is a fine camera.\n\nMax. Bellows: 18"\nWeight: 6 lbs.\nActual Price: $1395\n') == set()


def test_a_sentence_under_features_is_no_feature_as_a_whole(leica: Reader) -> None:
    said = leica.says("Nikon Z9\n\n# Features\n\n- The speed of the shutter can also be locked.\n- a large screen\n")
    assert "nikon-z9 has_feature «large screen»" in said
    assert [s for s in said if "locked" in s] == []
