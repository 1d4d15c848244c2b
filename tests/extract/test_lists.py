"""Ranks in a row, rough amounts, dated lines and bold keys: what lists and lists in sentences say of each item."""

from __future__ import annotations

import pytest

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
