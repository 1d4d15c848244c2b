"""Names that nobody listed: models, lenses, classes of products, things made by somebody or somewhere."""

from __future__ import annotations

import pytest

from leica_kb.extract.names.mentions import assembled
from leica_kb.extract.parsing.mention import Mention
from leica_kb.model import Span
from tests.extract.saying import Reader


def declared(reader: Reader, text: str) -> dict[str, Mention]:
    return {m.text: m for m in reader.extractor.finder.declared(text, Span(0, len(text)))}


MODELS = [
    ("Nikon Z9", "nikon-z9", "nikon"),
    ("Leica M11-P", "leica-m11-p", "leica"),
    ("Leica SL3", "leica-sl3", "leica"),
    ("Leica Q3 43", "leica-q3-43", "leica"),
    ("Leica D-Lux 8", "leica-d-lux-8", "leica"),
    ("Canon EOS R5", "canon-eos-r5", "canon"),
    ("Hasselblad X2D 100C", "hasselblad-x2d-100c", "hasselblad"),
    ("Fujifilm X-T5", "fujifilm-x-t5", "fujifilm"),
    ("Sony α7R IV", "sony-a7r-iv", "sony"),
    ("Pentax K-3", "pentax-k-3", "pentax"),
]


@pytest.mark.parametrize(("name", "entity", "maker"), MODELS)
def test_a_model_after_its_maker(leica: Reader, name: str, entity: str, maker: str) -> None:
    found = declared(leica, f"Many bought the {name} when it came.")
    assert name in found
    assert (found[name].type, found[name].entity, found[name].maker) == ("product", entity, maker)


BARE = [
    ("M11-P", "leica-m11-p", "leica"),
    ("SL3", "leica-sl3", "leica"),
    ("α7R IV", "sony-a7r-iv", "sony"),
    ("X-T5", "fujifilm-x-t5", "fujifilm"),
    ("EOS R5", "canon-eos-r5", "canon"),
]


@pytest.mark.parametrize(("name", "entity", "maker"), BARE)
def test_a_bare_model_is_its_makers(leica: Reader, name: str, entity: str, maker: str) -> None:
    found = declared(leica, f"Many bought the {name} when it came.")
    assert (found[name].type, found[name].entity, found[name].maker) == ("product", entity, maker)


@pytest.mark.parametrize("name", ["Summilux-M 50 mm f/1.4 ASPH.", "APO-Summicron-SL 35 mm f/2 ASPH.", "Noctilux"])
def test_lenses_are_products_with_focal_length_and_aperture(leica: Reader, name: str) -> None:
    found = declared(leica, f"He took the {name} along.")
    assert found[name].type == "product"
    assert found[name].maker == "leica"
    assert (found[name].entity or "").startswith("leica-")


@pytest.mark.parametrize(
    "text",
    ["Nikon CEO Ito spoke.", "Nikon AG grew.", "Nikon USA sells.", "Canon and CMOS sensors.", "Sony in 2013 grew."],
)
def test_capitals_after_a_maker_need_not_be_a_model(leica: Reader, text: str) -> None:
    assert not [m for m in declared(leica, text).values() if m.type == "product"]


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        ("Pentax lenses are sharp.", "Pentax lenses", "pentax-lenses"),
        ("The Nikon cameras of old.", "Nikon cameras", "nikon-cameras"),
        ("A Nikon lens costs more.", "Nikon lens", "nikon-lenses"),
        ("Canon’s cameras are light.", "Canon’s cameras", "canon-cameras"),
        ("His Canon camera broke.", "Canon camera", "canon-cameras"),
    ],
)
def test_a_maker_and_a_noun_name_a_class_of_products(leica: Reader, text: str, words: str, entity: str) -> None:
    found = declared(leica, text)[words]
    assert (found.type, found.entity) == ("product_class", entity)
    assert [p.type for p in found.parts] == ["company"]


def test_a_model_and_camera_are_the_model(leica: Reader) -> None:
    found = declared(leica, "The Nikon Z9 camera is heavy.")
    assert found["Nikon Z9 camera"].entity == "nikon-z9"


@pytest.mark.parametrize(
    ("text", "maker"),
    [
        ("Panasonic-built Pentax cameras sell.", "panasonic"),
        ("Panasonic made Pentax cameras sell.", "panasonic"),
        ("Japanese-made Pentax cameras sell.", "japan"),
    ],
)
def test_things_made_by_somebody_or_somewhere_hold_both_names(leica: Reader, text: str, maker: str) -> None:
    [found] = [m for m in declared(leica, text).values() if m.type == "product_class"]
    assert [p.entity for p in found.parts] == [maker, "pentax-cameras"]


def test_a_based_company_is_no_product(leica: Reader) -> None:
    assert "Japan-based Nikon" not in declared(leica, "Japan-based Nikon grew.")


def test_lines(leica: Reader) -> None:
    found = declared(leica, "The SL-System and the Leica M series grew.")
    assert {m.type for m in found.values()} == {"product_line"}


@pytest.mark.parametrize("name", ["Orlikar R2A", "Orlikar 3M", "Orlikar VI", "Orlikar IIa"])
def test_a_name_with_a_number_behind_it_is_a_model(leica: Reader, name: str) -> None:
    assert declared(leica, f"The {name} was made in Dresden.")[name].type == "product"


@pytest.mark.parametrize("name", ["World War II", "King George VI", "Terminal 2B"])
def test_wars_kings_and_gates_are_no_models(leica: Reader, name: str) -> None:
    assert name not in declared(leica, f"The {name} was closed in Dresden.")


def test_a_pack_without_products_has_no_classes(companies: Reader) -> None:
    assert declared(companies, "French lenses are sharp.")["French"].type == "demonym"


def test_a_short_name_that_comes_first_is_no_short_form_of_a_thing(leica: Reader) -> None:
    text = (
        "Brandvik was founded in 1950 by Karl Moor. In 2015 it launched the Brandvik Blocks. "
        "Brandvik makes lenses and is based in Oslo."
    )
    assert leica.says(text) == {
        "brandvik founded_in 1950",
        "brandvik founded_by karl-moor",
        "brandvik makes brandvik-blocks",
        "brandvik makes lenses",
        "brandvik based_in oslo",
    }


def test_a_firm_told_in_full_first_has_its_short_form(leica: Reader) -> None:
    text = "Brandvik Seiki was founded in 1950. Brandvik is based in Oslo."
    assert leica.says(text) == {"brandvik-seiki founded_in 1950", "brandvik-seiki based_in oslo"}


def test_a_code_behind_an_unlisted_firms_possessive_is_its_model(leica: Reader) -> None:
    said = leica.says("Brantek's X95, launched in 2007, was a telephone.")
    assert "brantek makes brantek-x95" in said
    assert not any("founded_in" in s for s in said)


def test_where_a_maker_is_based_is_no_part_of_what_it_makes(leica: Reader) -> None:
    said = leica.says("The Gothenburg-based camera manufacturer Quellix closed.")
    assert "quellix makes cameras" in said
    assert not any("based-cameras" in s for s in said)


def test_a_heading_about_a_firm_is_not_what_the_firm_is_called(leica: Reader) -> None:
    text = (
        "BRNK history\n\nBRNK, which stands for Branteko Kogyo, is a maker of zippers.\n\n"
        "The Origins of BRNK\n\nTadao Brandt, BRNK's founder, was born in 1908."
    )
    assert leica.says(text, "holds_role") == {"tadao-brandt holds_role brnk"}


@pytest.mark.parametrize(
    "title", ["How Kestrel Optik came back", "Why Kestrel Optik moved", "Does Kestrel Optik matter"]
)
def test_a_question_opens_no_name(leica: Reader, title: str) -> None:
    text = f"# {title}\n\nKestrel Optik makes lenses. Chief designer Otto Hahn joined in 2003."
    assert "otto-hahn holds_role kestrel-optik" in leica.says(text)


def test_who_actually_speaks_has_no_name(leica: Reader) -> None:
    assert [c.attribution for c in leica.claims("Actually I think all Sigma cameras were produced in Aizu.")] == [()]


@pytest.mark.parametrize("kind", ["contract", "volume", "luxury", "family"])
def test_how_a_maker_makes_is_not_what(leica: Reader, kind: str) -> None:
    assert leica.says(f"The lenses come from Orlan Optik, a {kind} manufacturer.", "makes") == set()
    assert leica.says("Orlan Optik, a camera manufacturer, is in Porto.", "makes") == {"orlan-optik makes cameras"}


def test_a_sign_parts_what_a_title_names(leica: Reader) -> None:
    text = "# Interview with the owner of Leica @ Photo Porto\n\nPhoto Porto met him. Build quality is good."
    assert leica.says(text, "assessment") == set()


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Take the X-Tro series, which is light.", "X-Tro series", "x-tro-series"),
        ("The Q20 camera series is light.", "Q20 camera series", "q20-series"),
        ("The Nova series is light.", "Nova series", "nova-series"),
    ],
)
def test_a_series_has_its_whole_name(leica: Reader, text: str, name: str, entity: str) -> None:
    found = declared(leica, text)
    assert (found[name].type, found[name].entity) == ("product_line", entity)


def test_a_series_of_things_is_no_series_named_a(leica: Reader) -> None:
    assert declared(leica, "A series of cameras came out.") == {}


def test_a_year_before_a_thing_is_no_part_of_its_name(leica: Reader) -> None:
    assert "Zeiss Super Orikta 531/2" in declared(leica, "I have a 1937 Zeiss Super Orikta 531/2.")


@pytest.mark.parametrize("text", ["I tried an MP3 on it.", "It shoots H264 and HEVC.", "It cost 50 AUD then."])
def test_formats_and_currencies_are_no_models(leica: Reader, text: str) -> None:
    assert not [m for m in leica.mentions(text) if m.is_name]


def test_zeiss_ikon_is_a_firm_beside_zeiss(leica: Reader) -> None:
    text = "Zeiss Ikon was founded in 1926. Carl Zeiss was founded in 1846."
    assert leica.says(text, "founded_in") == {"zeiss-ikon founded_in 1926", "zeiss founded_in 1846"}


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("In 1953 the 1200 G was released.", "G", "1200 G"),
        ("In 1953 some 1200 G were made.", "G", "G"),
        ("In 1953 the Nordal G was released.", "G", "Nordal G"),
    ],
)
def test_a_figure_behind_the_article_is_of_the_letters_name(leica: Reader, text: str, letters: str, name: str) -> None:
    start = text.index(f" {letters} ") + 1
    found = assembled(text, Span(0, len(text)), (), ((start, start + len(letters), "PRODUCT"),), None)
    assert name in {m.text for m in found if m.is_name}


def test_what_befalls_a_thing_is_no_part_of_its_name(leica: Reader) -> None:
    text = "Kodak Announces the End of Koradrome"
    found = assembled(text, Span(0, len(text)), (), ((text.index("End"), len(text), "WORK_OF_ART"),), None)
    assert "Koradrome" in {m.text for m in found}
    assert not {m.text for m in found if m.text.startswith("End")}
