"""What things are sold for, how long they are waited for and guaranteed, where ordinary articles tell it."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

PAGE = "# Orlik KX3 review\n\nThe Orlik KX3 is a camera. We took it to Porto. {}"

NAMED = [
    ("That is more than the Nikon's $2,500 FM2, which has a mirror.", "fm2 resale_price 2500 USD"),
    ("The $120 Nikon FM2 is a good camera.", "nikon-fm2 resale_price 120 USD"),
    ("The Nikon FM2 arrives this month for $2,799.", "nikon-fm2 resale_price 2799 USD"),
    ("The Nikon FM2 now reaches £4,500.", "nikon-fm2 resale_price 4500 GBP"),
    ("The Nikon FM2 costs CHF 9,500 in steel.", "nikon-fm2 resale_price 9500 CHF"),
    ("The Nikon FM2 sells for a little over £900.", "nikon-fm2 resale_price 900 GBP"),
    # verbs that the parser takes for nouns
    ("The steel Aurox lists at £13,000.", "aurox resale_price 13000 GBP"),
    (
        "The steel Aurox lists at £13,000 but changes hands for around £22,000.",
        "aurox resale_price 22000 GBP",
    ),
    ("The Vela 3 measures 12 cm and lists at £599.", "vela-3 resale_price 599 GBP"),
    # one or some of what was named before
    ("The Nikon FM2 was made in Porto. A boxed example sold for £610 last year.", "nikon-fm2 resale_price 610 GBP"),
    ("The Nikon FM2 is sharp. Expect to pay £400 for a clean example.", "nikon-fm2 resale_price 400 GBP"),
    ("The Nikon FM2 is sharp. Good ones sell for about £300.", "nikon-fm2 resale_price 300 GBP"),
]
UNPRICED = [
    "I bought a $30 Nikon FM2 strap.",
    "The Nikon FM2 sells for over £900.",
    "Sales of the Nikon FM2 reached $3 million in 1994.",
    "The Nikon FM2 shipped with a $20 strap.",
    "The Nikon FM2 was made in Porto. A copy of the manual cost £20.",
    "The Nikon FM2 and the Nikon FE were rivals. Good ones sell for about £300.",
    "The Nikon FM2 replaced the Nikon FM. The other one sells for about £300.",
    "The Nikon FM2 costs over £900 or £1,200 with the zoom.",
    "Nikon cut costs and lists at £300 were sold.",
]
ON_PAGE = [
    ("The price is £599.", "resale_price 599 GBP"),
    ("Prices start at £599.", "resale_price 599 GBP"),
    ("You pay £599.", "resale_price 599 GBP"),
    ("The wait is now about six years.", "waiting_list 6 year"),
    ("Orders are currently delivered after five months.", "waiting_list 5 month"),
    ("There is a two-year warranty.", "warranty 2 year"),
]
NOT_ON_PAGE = [
    "The price of film is £5.",
    "You pay £59 for the strap.",
    "The wait at the airport was two hours.",
    "The wait for a table is two weeks.",
    "Bob Lind charged me £95, gave me six months' guarantee and a lecture.",
    "He charged me £95, gave me six months' guarantee and a lecture.",
    "Lind charges £240 for a full overhaul with a year's guarantee.",
]


@pytest.mark.parametrize(("sentence", "said"), NAMED)
def test_a_price_of_what_is_named(leica: Reader, sentence: str, said: str) -> None:
    told = {s.split(" by")[0].removeprefix("? ") for s in leica.says(sentence, "resale_price")}
    assert any(said in s for s in told)


@pytest.mark.parametrize("sentence", UNPRICED)
def test_no_price_of_it(leica: Reader, sentence: str) -> None:
    assert leica.says(sentence, "resale_price") == set()


@pytest.mark.parametrize(("sentence", "said"), ON_PAGE)
def test_what_is_told_of_the_pages_thing(leica: Reader, sentence: str, said: str) -> None:
    predicate = said.partition(" ")[0]
    assert any(f"orlik-kx3 {said}" in s for s in leica.says(PAGE.format(sentence), predicate))


@pytest.mark.parametrize("sentence", NOT_ON_PAGE)
def test_what_is_told_of_something_else(leica: Reader, sentence: str) -> None:
    for predicate in ("resale_price", "waiting_list", "warranty"):
        assert leica.says(PAGE.format(sentence), predicate) == set()


def test_a_warranty_extended_is_what_it_is_extended_to(leica: Reader) -> None:
    said = leica.says("The warranty of the Nikon FM2 was extended to three years.", "warranty")
    assert any("nikon-fm2 warranty 3 year" in s for s in said)
    assert (
        leica.says("Nikon said it extended the warranty on existing units to 36 months from 24.", "warranty") == set()
    )


def test_a_name_that_has_a_price_is_a_things(leica: Reader) -> None:
    said = leica.says("The Orlik Nova was made in Porto. It costs $300 and has a metal shutter.")
    assert "orlik-nova has_feature «metal shutter»" in said


def test_a_name_that_speaks_is_no_things(leica: Reader) -> None:
    said = leica.says("The Orlik Nova has a brass body. Orlik Nova said that it sells cameras. It costs £30.")
    assert not any("resale_price" in s for s in said)


def test_the_thing_of_a_title_that_compares_two_has_no_parts_of_its_own(leica: Reader) -> None:
    page = "# Nikon FM2 {} Canon AE-1\n\nThe Nikon FM2 is a camera. We took both to Porto. There is a metal shutter."
    for word in ("vs", "against"):
        assert not any("metal shutter" in s for s in leica.says(page.format(word)))


def test_a_title_names_what_the_prose_calls_by_its_article(leica: Reader) -> None:
    page = "# In the lab: Brechtel Aurelo\n\nWe tested the Aurelo. {} With the Aurelo all is well. The lens is new."
    said = leica.says(page.format("The guarantee amounts to ten years."))
    assert "brechtel-aurelo warranty 10 year" in said
