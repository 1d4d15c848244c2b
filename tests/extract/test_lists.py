"""Ranks in a row, rough amounts, dated lines and bold keys: what lists and lists in sentences say of each item."""

from __future__ import annotations

import pytest

from leica_kb.model import TextValue
from tests.extract.saying import Reader


def ranks(leica: Reader, text: str) -> set[tuple[str, object]]:
    """Each place with its rank."""
    return {(str(c.object.entity), c.qualifiers["rank"]) for c in leica.claims(text, "market_rank")}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Tokina's two largest markets are Korea and Spain, in that order.", {("south-korea", 1), ("spain", 2)}),
        ("Tokina's two largest markets are Korea and Spain.", set()),
        ("Korea and Spain are Tokina's third- and fourth-largest markets.", {("south-korea", 3), ("spain", 4)}),
        ("Spain is Tokina's largest market, followed by Korea and Italy.",
         {("spain", 1), ("south-korea", 2), ("italy", 3)}),
        ("For Tokina, Spain comes first, Korea second and Italy third.",
         {("spain", 1), ("south-korea", 2), ("italy", 3)}),
        ("Spain is in fourth place for Tokina.", {("spain", 4)}),
        ("Spain is in the top five for Tokina.", set()),
        ("Tokina's largest market by far remains Spain.", {("spain", 1)}),
        ("Spain is the second-largest market for Tokina lenses.", {("spain", 2)}),
    ],
)  # fmt: skip
def test_ranks_of_several(leica: Reader, text: str, places: set[tuple[str, object]]) -> None:
    assert ranks(leica, text) == places


def test_who_has_overtaken_another_needs_no_prediction(leica: Reader) -> None:
    [claim] = leica.claims("In 2020 Spain overtook Italy as Tokina's second-largest market.", "market_rank")
    assert claim.modality == "asserted"
    [claim] = leica.claims("Spain will probably overtake Italy as Tokina's second-largest market.", "market_rank")
    assert claim.modality == "predicted"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Pentax KF costs around 800 euros.", "pentax-kf resale_price 800 EUR"),
        ("Prices for the Pentax KF start at $749.", "pentax-kf resale_price 749 USD"),
        ("The warranty on the Pentax KF runs for two years.", "pentax-kf warranty 2 year"),
        ("Grinding a lens element takes about four hours.", "lens-element-grinding processing_time 4 hour"),
        ("The 7Artisans 25mm f/1.8 costs $69.", "7artisans-25mm-f-1.8 resale_price 69 USD"),
    ],
)
def test_amounts(leica: Reader, text: str, said: str) -> None:
    assert said in leica.says(text)


def test_a_year_before_a_colon_dates_what_follows(leica: Reader) -> None:
    text = "Milestones:\n\n- 1919: Asahi is founded in Tokyo.\n- **1957:** Asahi opens a plant in Mashiko\n"
    assert "asahi founded_in 1919" in leica.says(text)
    [claim] = leica.claims(text, "has_factory_in")
    assert claim.qualifiers["opened"] == "1957"


def test_a_key_may_be_bold_or_begin_small(leica: Reader) -> None:
    text = "Nikon Z9\n\n- **Origin:** Thailand\n- *Price*: $5,000\n- warranty: two years\n"
    assert leica.says(text) == {
        "nikon-z9 made_in thailand",
        "nikon-z9 resale_price 5000 USD",
        "nikon-z9 warranty 2 year",
    }


def test_a_name_before_a_colon_is_what_its_line_speaks_of(leica: Reader) -> None:
    text = "Makers:\n\n- Tokina: founded in 1950\n- Nikon: makes microscopes in Mito\n"
    assert {"tokina founded_in 1950", "nikon makes microscopes"} <= leica.says(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cameras that use a Samsung sensor:\n\n1. Nikon Z9\n2. Pentax KF\n3. Sony A1\n",
         {f"{camera} sensor_supplier samsung" for camera in ("nikon-z9", "pentax-kf", "sony-a1")}),
        ("Nikon's subsidiaries in those days were:\n\n- Nikon Vision\n- Velbrandt\n",
         {"nikon-vision subsidiary_of nikon", "velbrandt subsidiary_of nikon"}),
        ("Nikon's partners:\n\n- Tokina\n- Cosina\n", {"nikon partner_of tokina", "cosina partner_of nikon"}),
        ("Ricoh\n\nSubsidiaries:\n\n- Ricoh Optical\n- Pentax\n",
         {"ricoh-optical subsidiary_of ricoh", "pentax subsidiary_of ricoh"}),
        ("Ricoh bought two brands in those years, among them Pentax and Vela.",
         {"pentax acquired_by ricoh", "vela acquired_by ricoh"}),
    ],
)  # fmt: skip
def test_items_of_a_list_fill_their_lead_in(leica: Reader, text: str, said: set[str]) -> None:
    assert said <= leica.says(text)


def test_a_name_alone_above_a_list_is_what_its_items_speak_of(leica: Reader) -> None:
    text = "Tokina today\n\n- Tokina\n  - based in Tokyo\n- Velbrandt Optik\n  - based in Cork\n  - sells tripods\n"
    assert leica.says(text, "based_in") == {"tokina based_in tokyo", "velbrandt-optik based_in cork"}
    text = "The Orvanto KL-9:\n\n- was drawn in Riga;\n- is assembled in Cork.\n"
    assert leica.says(text, "made_in") == {"orvanto-kl-9 made_in cork"}


def test_a_range_of_prices_is_no_price(leica: Reader) -> None:
    assert leica.says("Buyers pay between $800 and $1,000 for a Mamiya 7.", "resale_price") == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Tokina\n\n- head office in Machida\n- founded in 1950\n",
         {"tokina based_in machida", "tokina founded_in 1950"}),
        ("Where they are made\n\n- Nikon Z9: Thailand\n- Pentax KF – Vietnam\n",
         {"nikon-z9 made_in thailand", "pentax-kf made_in vietnam"}),
        ("# Prices\n\n- **Nikon Z9**: $5,000\n- Pentax KF: $700\n",
         {"nikon-z9 resale_price 5000 USD", "pentax-kf resale_price 700 USD"}),
        ("Facts about the Orvanto KL-9:\n\n- lens by Tokina\n- sold for 900 euros\n",
         {"orvanto-kl-9 lens_supplier tokina", "orvanto-kl-9 resale_price 900 EUR"}),
        ("Nikon builds the following cameras in Mito: the Z8, the Z9 and the Zf.",
         {"nikon-z8 made_in mito", "nikon-z9 made_in mito", "nikon-zf made_in mito"}),
        ("Lenses made by Tokina for other firms:\n\n* Sony 20mm f/2\n* Pentax 16mm f/4\n",
         {"sony-20mm-f-2 made_by tokina", "pentax-16mm-f-4 made_by tokina"}),
        ("Velbrandt Optik has two owners: Ada Moor and Tokina.",
         {"ada-moor owns velbrandt-optik", "tokina owns velbrandt-optik"}),
        ("Italy takes third place among Tokina's markets.", {"tokina market_rank italy"}),
        ("Nikon asks 900 dollars for the Pentax KF.", {"pentax-kf resale_price 900 USD"}),
        ("There is a backlog of six weeks on the Pentax KF.", {"pentax-kf waiting_list 6 week"}),
        ("Expect a wait of six weeks for the Pentax KF.", {"pentax-kf waiting_list 6 week"}),
    ],
)  # fmt: skip
def test_items_and_amounts_in_other_words(leica: Reader, text: str, said: set[str]) -> None:
    assert said <= leica.says(text)


@pytest.mark.parametrize(
    "text", ["One of Tokina's largest markets is Spain.", "Tokina's largest markets are Spain and Italy."]
)
def test_one_of_several_has_no_rank(leica: Reader, text: str) -> None:
    assert leica.says(text, "market_rank") == set()


def test_a_thing_named_beside_its_kind_is_not_whose_that_is(leica: Reader) -> None:
    assert leica.says("Lenses made by Tokina for other firms:\n\n* Sony 20mm f/2\n", "lens_supplier") == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Makers\n\n* Tokina: based in Machida\n* Velbrand: based in Cork\n* Orvanto - owned by Tokina\n",
         {"tokina based_in machida", "velbrand based_in cork", "orvanto subsidiary_of tokina"}),
        ("Where do Tokina lenses come from?\n\n- Cork, Ireland\n- Mito, Japan\n",
         {"tokina-lenses made_in cork", "tokina-lenses made_in mito"}),
        ("Prices (body only)\n\n- Nikon Z9: $5,000\n", {"nikon-z9 resale_price 5000 USD"}),
        ("Nikon lowered the price of the Nikon Z9 to $4,500.", {"nikon-z9 resale_price 4500 USD"}),
        ("The warranty period for Tokina lenses is six years.", {"tokina-lenses warranty 6 year"}),
        ("With a price of $5,000, the Nikon Z9 is not for beginners.", {"nikon-z9 resale_price 5000 USD"}),
    ],
)  # fmt: skip
def test_lines_and_prices_in_still_other_words(leica: Reader, text: str, said: set[str]) -> None:
    assert said <= leica.says(text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Spain holds third place among Tokina's production sites.", "market_rank"),
        ("Nikon spent $4 million on the Nikon Z9.", "resale_price"),
    ],
)
def test_other_places_and_sums(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()


def test_the_factory_of_a_firm_is_not_where_the_firm_is_made(leica: Reader) -> None:
    said = leica.says("Orvanto GmbH\n\n- Headquarters: Riga\n- Factory: Cork\n")
    assert said == {"orvanto-gmbh based_in riga", "orvanto-gmbh has_factory_in cork"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Street prices in June:\n\n* Nikon Z9: $4,800\n* Pentax KF: $600\n",
         {"nikon-z9 resale_price 4800 USD", "pentax-kf resale_price 600 USD"}),
        ("Strengths of the Nikon Z9:\n\n- bright viewfinder\n", {"nikon-z9 has_feature «bright viewfinder»"}),
        ("The following firms belong to Ricoh: Pentax, Orvant and Velbrand.",
         {"pentax subsidiary_of ricoh", "orvant subsidiary_of ricoh", "velbrand subsidiary_of ricoh"}),
        ("The biggest market for Tokina is Spain, followed by Italy.",
         {"tokina market_rank spain", "tokina market_rank italy"}),
    ],
)  # fmt: skip
def test_heads_with_a_time_and_rows_of_unlisted_names(leica: Reader, text: str, said: set[str]) -> None:
    assert said <= leica.says(text)


ROWS = [
    (
        "The Kestrel K2 is fitted with a tilting screen, a leather grip and a leaf shutter.",
        ["tilting screen", "leather grip", "leaf shutter"],
    ),
    ("The Nikon Z8 has a tilting screen, a rubber grip and a hot shoe.", ["tilting screen", "rubber grip", "hot shoe"]),
    (
        "The Kestrel Duo comes with a brass bezel, a relief valve and a steel crown.",
        ["brass bezel", "relief valve", "steel crown"],
    ),
]


@pytest.mark.parametrize(("text", "features"), ROWS)
def test_every_item_of_a_row_is_had(leica: Reader, text: str, features: list[str]) -> None:
    assert {c.object for c in leica.claims(text, "has_feature")} == {TextValue(f) for f in features}


def test_a_row_joins_the_object_that_begins_as_its_items_do(leica: Reader) -> None:
    text = "The Kestrel K2 offered a leaf shutter with speeds up to 1/500 of a second, a self-timer, and a hot shoe."
    assert TextValue("self-timer") in {c.object for c in leica.claims(text, "has_feature")}


def test_a_complement_behind_an_aside_is_no_item_of_it(leica: Reader) -> None:
    text = "The Kestrel K2 was, for all its brass and its little case, a rebadged Nikon Z8 and part of history."
    assert "kestrel-k2 equivalent_to nikon-z8" in leica.says(text)
