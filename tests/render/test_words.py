"""Claims, dates, sources and speakers in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leica_kb.kb import Names, Source, Wording
from leica_kb.model import Claim, EntityValue, Metadata
from leica_kb.render.blocks import text_of
from leica_kb.render.claims import caveats, claim_blocks, topic_blocks
from leica_kb.render.plain import draw_plain
from leica_kb.render.words import (
    attribution_in_words,
    caveat_of,
    count,
    published_in_words,
    receipt,
    short_source,
    source_in_words,
)

NAMES = Names(
    {
        "sigma": "Sigma",
        "ams-osram": "ams OSRAM",
        "japan": "Japan",
        "aizu": "Aizu",
        "lenses": "Sigma lenses",
        "dp1": "Sigma DP1",
    },
    {
        "made_in": Wording("factories", "{subject} is made in {object}"),
        "makes": Wording("products", "{subject} makes {object}"),
        "viewfinder": Wording("products", "{subject} has a {object}"),
        "market_rank": Wording("markets", "{object} is market no. {rank} of {subject}"),
        "differs_from": Wording("products", "how it differs"),
    },
    {
        "lens-world": Source(
            "lens-world",
            "seeds/lens-world.txt",
            "0",
            Metadata(title="The Making of Sigma", publisher="Lens World", published="2013-03/2013-12"),
            caveat="Everything is\nspeculation.",
        )
    },
    frozenset({"lenses"}),
)
CLAIM = Claim("c-1", "lens-world", "sigma", "made_in", EntityValue("japan"), "made in Japan", 10, 23)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "undated"),
        ("2013-03/2013-12", "between Mar and Dec 2013"),
        ("2025-12-24/2026-01", "between 24 Dec 2025 and Jan 2026"),
        ("2013", "2013"),
        ("2014-05-02", "2 May 2014"),
        ("/2013-12", "by the end of 2013"),
        ("2010/2013", "between 2010 and 2013"),
        ("some time", "some time"),
    ],
)
def test_dates_of_articles(date: str | None, words: str) -> None:
    assert published_in_words(date) == words


def test_articles_are_called_by_title_and_date() -> None:
    source = NAMES.sources["lens-world"]
    assert source_in_words(source, "x") == "“The Making of Sigma”, Lens World, between Mar and Dec 2013"
    assert short_source(source, "x") == "Lens World, between Mar and Dec 2013"
    assert (source_in_words(None, "x"), short_source(None, "x")) == ("x", "x")


def test_articles_without_title_are_called_by_their_first_words() -> None:
    opening = "You have seen the branding on cheap gear and wondered\nwho makes it, and whether it is any good at all"
    source = Source("a", "seeds/a.txt", "0", Metadata(basis={"title": (opening,)}))
    assert source.label == "You have seen the branding on cheap gear and wondered who makes it, and …"
    assert short_source(source, "a") == "You have seen the branding on cheap …, undated"
    assert Source("a", "seeds/a.txt", "0", Metadata()).label == "a"


@pytest.mark.parametrize(
    ("attribution", "words"),
    [
        ((), ""),
        (("sigma",), "Sigma"),
        (("sigma", "via:lens-radio", "via:lens-world"), "Sigma, via lens radio, via lens world"),
        (("via:lens-radio",), "via lens radio"),
        (("commenter:3",), "reader's comment 3"),
        (("commenter:john-doe",), "reader john doe"),
    ],
)
def test_speakers(attribution: tuple[str, ...], words: str) -> None:
    assert attribution_in_words(replace(CLAIM, attribution=attribution), NAMES) == words


def test_a_receipt_says_who_how_where_and_when() -> None:
    from leica_kb.model import Time

    claim = replace(CLAIM, attribution=("sigma",), modality="predicted", time=Time(valid="2014"))
    assert text_of(receipt(claim, NAMES)) == (
        "Sigma; forecast; holds 2014; “The Making of Sigma”, Lens World, between Mar and Dec 2013  [c-1]"
    )
    assert text_of(receipt(replace(CLAIM, id="", source="gone"), NAMES)) == "gone"


def test_a_caveat_concerns_only_what_the_article_says_itself() -> None:
    attributed = replace(CLAIM, attribution=("sigma",))
    assert caveat_of(CLAIM, NAMES) == "Everything is\nspeculation."
    assert caveat_of(attributed, NAMES) is None
    assert caveat_of(replace(CLAIM, source="gone"), NAMES) is None
    assert len(list(caveats([CLAIM, CLAIM, attributed], NAMES))) == 1


def test_claims_stand_under_their_topics() -> None:
    strange = replace(CLAIM, predicate="not_in_pack", quote="x\ny")
    drawn = draw_plain(topic_blocks([CLAIM, strange], NAMES), 100)
    assert drawn.index("Factories") < drawn.index("Other")
    assert "“x y”" in drawn
    assert "2013* c-1" in drawn


def test_claims_stand_one_below_the_other() -> None:
    assert draw_plain(claim_blocks([CLAIM], NAMES), 100) == (
        "Sigma is made in Japan\n"
        "  “made in Japan”\n"
        "    — “The Making of Sigma”, Lens World, between Mar and Dec 2013  [c-1]\n"
        "caveat Lens World, between Mar and Dec 2013 says of itself: “Everything is speculation.”\n"
    )


def test_numbers_take_their_noun() -> None:
    assert [count(1, "claim"), count(0, "claim"), count(2, "entity", "entities")] == [
        "1 claim",
        "0 claims",
        "2 entities",
    ]
