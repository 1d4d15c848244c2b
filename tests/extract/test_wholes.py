"""Names that are more than a name inside them: daughter firms, firms of two founders, models with words behind."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

NAMED = [
    # a declared firm's name inside a longer one is not that firm
    ("In 1999 Ricoh was bought by Olympus Medtech.", "olympus-medtech", "Olympus Medtech"),
    ("The lenses come from Utsunomiya Nikon Co., Ltd.", "utsunomiya-nikon-co-ltd", "Utsunomiya Nikon Co., Ltd."),
    ("They also asked Sendai Nikon about the plant.", "sendai-nikon", "Sendai Nikon"),
    ("Konica Techno GmbH & Co. KG was closed.", "konica-techno-gmbh-co-kg", "Konica Techno GmbH & Co. KG"),
    # a firm that is named after two people
    ("Warner and Swasey makes telescopes.", "warner-and-swasey", "Warner and Swasey"),
    ("The firm Curt and Bentzin was sold.", "curt-and-bentzin", "Curt and Bentzin"),
    ("Arnold and Richter builds lamps in Munich.", "arri", "Arnold and Richter"),
    # a model's name goes on with capitals that no dictionary has
    ("Many bought the Canon A35 Datelux when it came.", "canon-a35-datelux", "Canon A35 Datelux"),
    ("Many bought the Autocord 3.5 GX when it came.", "autocord-3.5-gx", "Autocord 3.5 GX"),
]


@pytest.mark.parametrize(("text", "entity", "name"), NAMED)
def test_a_name_is_taken_whole(leica: Reader, text: str, entity: str, name: str) -> None:
    assert entity in {m.entity for m in leica.mentions(text)}
    assert name in {m.text for m in leica.mentions(text)}


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("In Tokyo Nikon opened a shop.", {"tokyo", "nikon"}),
        ("Even the Japanese Nikon F was copied.", {"nikon-f"}),
        ("Sales of Nikon President Makoto Kimura were told.", {"nikon", "makoto-kimura"}),
        ("Between Leica Panasonic and Sigma stands a treaty.", {"leica", "panasonic", "sigma"}),
        ("Yesterday Leica and Panasonic were there.", {"leica", "panasonic"}),
    ],
)
def test_a_firm_beside_another_name_stays_itself(leica: Reader, text: str, entities: set[str]) -> None:
    assert entities <= {m.entity for m in leica.mentions(text)}


def test_the_whole_name_is_heard_where_only_its_half_was_seen(leica: Reader) -> None:
    text = "A plant was built for Sendai Nikon Inc. in 1971. Sendai Nikon makes binoculars."
    assert leica.says(text, "makes") == {"sendai-nikon-inc makes binoculars"}


def test_two_founders_are_one_firm_in_every_sentence(leica: Reader) -> None:
    text = "Karl Veld and Otto Brandt founded Veld and Brandt in 1920. In 1929 Veld and Brandt made microscopes."
    assert leica.says(text, "makes") == {"veld-and-brandt makes microscopes"}
    assert leica.says(text, "founded_in") == {"veld-and-brandt founded_in 1920"}


def test_a_firm_with_an_ampersand_is_the_one_with_and(leica: Reader) -> None:
    text = "Ross & Lund is based in Oslo. In 1950 Ross and Lund made binoculars."
    assert leica.says(text, "makes") == {"ross-lund makes binoculars"}


def test_a_brother_has_the_surname_of_the_one_before(leica: Reader) -> None:
    text = "Vela Optik was founded by Karl Moor and his younger brother Otto in 1948."
    assert leica.says(text, "founded_by") == {"vela-optik founded_by karl-moor", "vela-optik founded_by otto-moor"}


def test_a_capital_before_a_full_name_belongs_to_it(leica: Reader) -> None:
    text = "Vela Optik was founded by Torvald Anna Brandt in 1948."
    assert leica.says(text, "founded_by") == {"vela-optik founded_by torvald-anna-brandt"}


def test_the_noun_before_a_name_is_no_part_of_it(leica: Reader) -> None:
    text = "Luthier Rosa Quint founded Quint Guitars in 1974. Rival Torrel was founded by David Hon in 1982."
    assert leica.says(text, "founded_by") == {"quint-guitars founded_by rosa-quint", "torrel founded_by david-hon"}
    assert leica.says("Distributor Intova GmbH is based in Hamburg.") == {"intova-gmbh based_in hamburg"}


def test_a_firm_may_begin_with_a_noun_for_people(leica: Reader) -> None:
    text = "Reader Quint Media Inc. is based in Hamburg."
    assert leica.says(text) == {"reader-quint-media-inc based_in hamburg"}


def test_the_capital_of_a_sentence_makes_no_line_of_products(leica: Reader) -> None:
    assert leica.says("The family firm Torrel makes tripods in Cork.", "makes") == {"torrel makes tripods"}


def test_what_a_firm_launched_is_no_firm(leica: Reader) -> None:
    assert leica.says("The company Peak Orlik launched the Travel Tripod in 2019.", "founded_in") == set()


def test_initials_in_brackets_are_the_firm_before_them(leica: Reader) -> None:
    text = "Vela Lux Instruments (VLI) was an English company. VLI was founded in 2007 by Jonathan Weiss."
    assert leica.says(text, "founded_by") == {"vela-lux-instruments founded_by jonathan-weiss"}


MODELS = [
    ("The Canon EF 50mm f/1.8 STM was made in Malaysia.", "canon-ef-50mm-f-1.8-stm"),
    ("The Ricoh GR III Diary Edition is made in China.", "ricoh-gr-iii-diary-edition"),
    ("The Orlik Hero 11 Black Mini is made in China.", "orlik-hero-11-black-mini"),
    ("The Polaroid SX-70 Sonar OneStep was made in Scotland.", "polaroid-sx-70-sonar-onestep"),
]


@pytest.mark.parametrize(("text", "model"), MODELS)
def test_capitals_and_codes_in_a_row_are_one_model(leica: Reader, text: str, model: str) -> None:
    assert {c.subject for c in leica.claims(text, "made_in")} == {model}


def test_a_firm_and_the_founder_it_is_called_after_are_two(leica: Reader) -> None:
    text = "Hanlow, a firm in Leeds, was founded by Thomas Hanlow."
    assert leica.says(text) == {"hanlow based_in leeds", "hanlow founded_by thomas-hanlow"}


def test_behind_a_name_of_and_for_begin_another(leica: Reader) -> None:
    text = "Emil von Rauch designed the Dagon for Torrel. Bolex is owned by Paillot of Sainte-Croix."
    assert leica.says(text, "designed_by") == {"dagon designed_by emil-von-rauch"}
    assert leica.says(text, "owns") == {"paillot owns bolex"}
