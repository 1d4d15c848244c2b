"""Interviews, block quotes, disclaimers: whose words they are and how far the document stands by them."""

from __future__ import annotations

import pytest

from leica_kb.corpus import parse_document
from leica_kb.corpus.disclaimers import is_disclaimer
from tests.corpus.outline import outline


def test_an_answer_belongs_to_the_one_who_was_asked() -> None:
    text = """"We never outsourced a lens" – an interview with Maria Lopez

Maria Lopez has run Optica Lopez since 1998. We met her in Madrid.

Q: Where are your lenses made?
A: All our lenses are made in Spain.

We did think about it once, in 2003.

Q: Who makes the glass?
A: Schott, in Germany. I visit them every year.

Thank you for the talk.
"""
    assert outline(text)[2:] == [
        "paragraph: Q: Where are your lenses",
        "paragraph =Maria Lopez: A: All our lenses are ma",
        "paragraph <3 =Maria Lopez: We did think about it on",
        "paragraph: Q: Who makes the glass?",
        "paragraph =Maria Lopez: A: Schott, in Germany. I",
        "paragraph: Thank you for the talk.",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "Q&A: Maria Lopez of Optica Lopez",
        "Ten years of lenses\n\nWe spoke with its co-founder and chief designer, Maria Lopez.",
        "Ten years of lenses\n\nWe sat down with Optica's co-founder Maria Lopez.",
    ],
)
def test_who_is_asked_may_stand_behind_an_office(opening: str) -> None:
    turns = "Q: Where are your lenses made?\nA: All our lenses are made in Spain.\n\n"
    assert "paragraph =Maria Lopez: A: All our lenses are ma" in outline(f"{opening}\n\n{turns}{turns}")


@pytest.mark.parametrize("mark", ["*", "**", "_"])
def test_questions_in_italics_or_bold_are_answered_by_who_was_asked(mark: str) -> None:
    text = (
        "A lens must have a fault\n\nA conversation with Maria Lopez about glass.\n\n"
        f"{mark}Where are your lenses made?{mark}\n\nAll our lenses are made in Spain.\n\n"
        f"{mark}People say that it is soft.{mark}\n\nIt is soft.\n\nI like it so.\n\n"
        f"{mark}Will there be another?{mark}\n\nWe shall see.\n\nThe lens is sold in Madrid.\n"
    )
    told = [line.partition(":")[0] for line in outline(text)[2:]]
    assert [("=Maria Lopez" in line) for line in told] == [False, True, False, True, True, False, True, False]


def test_bold_lines_of_an_article_ask_nobody() -> None:
    text = "A talk with Maria Lopez\n\nShe was kind.\n\n" + "".join(
        f"**{word} is good.**\n\nThe {word} is made in Spain.\n\n" for word in ("Grip", "Lens", "Body")
    )
    assert not any("=Maria" in line for line in outline(text))


def test_an_answer_of_a_site_is_its_own() -> None:
    text = (
        "Where are they made?\n\nThe lenses are made in Aomori, in China and in Vietnam.\n\n"
        "**Q: By whom?**\n**A:** By Tamron. Sony owns a part of it.\n\n> Disclosure: they paid for our flight.\n"
    )
    assert outline(text)[2:] == [
        "paragraph: **Q: By whom?**",
        "paragraph: **A:** By Tamron. Sony o",
        "disclaimer: > Disclosure: they paid",
    ]


def test_speakers_are_named_in_full_and_their_lists_are_theirs() -> None:
    text = """In conversation

DPReview: How many people work in Aizu?

Ken Tanaka: About 1,700 people. We make three things:

• lenses
• screws

DPReview: Will there be another camera?

Tanaka: Yes, but I cannot say when.

We are working on it.

The works stand in a valley.

What else

We left after an hour.
"""
    assert outline(text) == [
        "title: In conversation",
        "paragraph =DPReview: DPReview: How many peopl",
        "paragraph =Ken Tanaka: Ken Tanaka: About 1,700",
        "list_item <2 =Ken Tanaka: • lenses",
        "list_item <2 =Ken Tanaka: • screws",
        "paragraph =DPReview: DPReview: Will there be",
        "paragraph =Ken Tanaka: Tanaka: Yes, but I canno",
        "paragraph <6 =Ken Tanaka: We are working on it.",
        "paragraph: The works stand in a val",
        "heading: What else",
        "paragraph: We left after an hour.",
    ]
    document = parse_document(text)
    assert "About 1,700 people." in [one.span.of(text) for one in document.sentences]


def test_values_before_colons_are_no_interview() -> None:
    text = "Nikon: Japan\nCanon: Japan\nNikon: China\nCanon: Taiwan\n"
    assert not any("=" in line for line in outline(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm was firm:\n\nWe did not get it. The problem was us.”", "quote <0: We did not get it. The p"),
        ("Canon's full statement reads:\n\nCanon has no plans to revive it.", "quote <0: Canon has no plans to re"),
        ("Asked again, Dr. Anna Ek, its head, wrote:\n\nWe have no plans.", "quote <0 =Dr. Anna Ek: We have no plans."),
        ("According to Bert Hardy:\n\n“It was the best of them", "quote <0 =Bert Hardy: “It was the best of them"),
        ('It was like this:\n\nIt ended there."', 'quote <0: It ended there."'),
        ("The plant will close soon.\n\n“We will never leave Nakano. I was.”", "quote: “We will never leave Nak"),
        ("The plant will close this year.\n\n“We will not,” he said.", "paragraph: “We will not,” he said."),
        ('The plant will close this year.\n\nIt is a 5" screen.', 'paragraph: It is a 5" screen.'),
        ("He wrote:\n\nThere is no more film.", "quote <0: There is no more film."),
    ],
)  # fmt: skip
def test_block_quotes(text: str, expected: str) -> None:
    assert outline(text)[1] == expected


def test_a_quote_is_signed_on_the_next_line() -> None:
    text = "The plant will close this year.\n\n“We will never leave. I was.”\n\n— Hirofumi Kobayashi, president\n"
    assert outline(text)[1] == "quote =Hirofumi Kobayashi: “We will never leave. I"


@pytest.mark.parametrize(
    "words",
    [
        "Before we begin: everything is speculation except what the firms said. We were not there.",
        "Take everything here with a grain of salt: this article is purely my own opinion.",
        "The information in this post has not been verified.",
        "The views expressed here do not necessarily reflect those of the publisher.",
        "What follows is a rumor.",
        "This story is a work of fiction.",
        "We cannot guarantee the accuracy of the information on this page.",
        "This guide may contain errors.",
        "This press release contains forward-looking statements.",
    ],
)
def test_a_document_that_disclaims_itself(words: str) -> None:
    document = parse_document(f"Leica makes lenses in Wetzlar and cameras in Portugal.\n\n{words}\n")
    assert document.blocks[1].kind == "disclaimer"
    assert document.caveat is not None
    assert document.caveat in words


def test_a_disclosure_of_something_else_is_no_caveat() -> None:
    document = parse_document("Leica makes lenses in Wetzlar.\n\nDisclosure: Leica lent us the camera.\n")
    assert document.blocks[1].kind == "disclaimer"
    assert document.caveat is None


@pytest.mark.parametrize(
    "words",
    [
        "The most likely explanation here, and this is speculation, is that the firm works with a partner.",
        "Everything about the deal is speculation at this point, analysts say.",
        "Our review of the rumored R8 was the first one that was published.",
        "The company said that the rumors were not true, and that this report was wrong.",
        "In our opinion this lens is the best of the three that we tested.",
        "This article is about the rumored sensor and who may make it.",
    ],
)
def test_doubt_about_something_else_is_no_disclaimer(words: str) -> None:
    assert not is_disclaimer(words)
