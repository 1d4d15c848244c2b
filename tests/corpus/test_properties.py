"""Laws that hold for every text, whatever it says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leica_kb.corpus import is_separator, parse_document
from leica_kb.model import Block

LINES = st.sampled_from(
    [
        "Heading here",
        "Is it so?",
        "Leica makes lenses in Wetzlar, and it has done so since 1925.",
        "• a bullet item",
        "  ◦ a lower one",
        "(a) a lettered item",
        "1. a numbered one",
        "> quoted words",
        "# Title",
        "====",
        "---",
        "Jane says:",
        "Jane: I like it.",
        "3 Comments",
        "May 3, 2014 at 5:12 pm",
        "Reply",
        "Leave a Reply",
        "Photo: Jane Doe",
        "A close-up photo of a red bag.Bag | Credit: Leica",
        "Q: Who?",
        "A: We did. I did.",
        "“We did it all. We did.”",
        "He said:",
        "Price: $5",
        "| a | b | c |",
        "",
        "",
        "   ",
        "\t",
        "\ufeff",
        "•",
        "This article is pure speculation.",
        "Share this post",
        "- Leica Team",
        "“unclosed and",
        "closed.”",
        "\r",
        "\x00",
        "\u2028",
        "İ 😀",
    ]
)
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2029", "\x0b", ""])
ARTICLES = st.lists(st.tuples(LINES, ENDS), max_size=25).map(lambda parts: "".join(line + end for line, end in parts))
TEXTS = st.one_of(st.text(max_size=300), ARTICLES)


def between(text: str, blocks: Sequence[Block]) -> list[str]:
    starts = [*[block.start for block in blocks], len(text)]
    ends = [0, *[block.end for block in blocks]]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_blocks_stand_in_order_and_hold_every_word(text: str) -> None:
    document = parse_document(text)
    assert document.text == text
    edges = [edge for block in document.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert all(block.start < block.end for block in document.blocks)
    assert all(is_separator(gap) for gap in between(text, document.blocks))
    for block in document.blocks:
        words = text[block.start : block.end]
        assert words == words.strip()
        assert not is_separator(words)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_sentences_stand_in_order_inside_their_blocks(text: str) -> None:
    document = parse_document(text)
    last = 0
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert block.span.holds(sentence.span)
        assert last <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        last = sentence.end


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_block_lies_within_an_earlier_one_of_the_same_voice(text: str) -> None:
    blocks = parse_document(text).blocks
    for at, block in enumerate(blocks):
        if block.within is not None:
            assert block.within < at
            if block.speaker and block.kind != "quote":
                assert blocks[block.within].speaker == block.speaker
        if block.kind == "comment":
            assert (block.speaker or "").startswith("commenter:")


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_caveat_is_words_of_a_disclaimer(text: str) -> None:
    document = parse_document(text)
    if document.caveat is not None:
        assert any(b.kind == "disclaimer" and document.caveat in b.span.of(text) for b in document.blocks)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_the_same_text_makes_the_same_document(text: str) -> None:
    assert parse_document(text) == parse_document(text)


@given(ARTICLES)
@settings(max_examples=100, deadline=None)
def test_line_ends_change_no_block(text: str) -> None:
    plain = text.replace("\r", "").replace("\x0b", "\n")
    kinds = [block.kind for block in parse_document(plain).blocks]
    assert [block.kind for block in parse_document(plain.replace("\n", "\r\n")).blocks] == kinds


@pytest.mark.parametrize(
    "line",
    [
        "A b: what is it?\n",
        "• item\n",
        "Price: $5\n",
        "Jane says:\nYes.\n\n",
        "a | b | c\n",
        "“",
        "> x\n",
        "Heading here\n\n",
        "(a) x\n- y\n",
    ],
)
def test_twice_the_text_costs_about_twice_the_steps(line: str) -> None:
    """Counted in calls, not in seconds, so that a busy machine cannot fail it."""

    def calls(text: str) -> int:
        import cProfile
        import pstats

        profile = cProfile.Profile()
        profile.runcall(parse_document, text)
        return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]  # set by pstats at run time

    article = "Leica makes lenses in Wetzlar, and has for long.\n\nComments\n\n"
    parse_document(article)
    assert calls(article + line * 800) < 2.6 * calls(article + line * 400)
