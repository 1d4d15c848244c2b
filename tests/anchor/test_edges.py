import pytest

from leica_kb.anchor import Quote, reanchor
from leica_kb.model import Span


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The Leica M1", "The Leica M11 is here."),
        ("The Leica M11", "The Leica M11-P is here."),
        ("5 million cameras", "It sold 1.5 million cameras."),
        ("sold 1", "It sold 1,500 cameras."),
        ("sold 1", "It sold 1.5 million cameras."),
        ("made by Leica", "It is made by Leica's partner."),
        ("it is possible", "Now it is impossible."),
        ("possible today", "It is impossible today."),
        ("they do", "they don't"),
        ("the cafe", "the cafe\u0301"),
        ("said 👩", "said 👩\u200d🚀"),
        ("thumbs 👍", "thumbs 👍🏽"),
        ("a 50", "a 50mm lens"),
    ],
)
def test_a_quote_does_not_stand_where_its_edges_cut_other_words(quote: str, text: str) -> None:
    assert not reanchor(text, Quote(quote)).intact


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("The Leica M11", "“The Leica M11”, he said."),
        ("sold 1,500", "It sold 1,500, no more."),
        ("in 1925", "It was in 1925."),
        ("made by Leica", "It is made by Leica—mostly."),
        ("徕卡相机", "我的徕卡相机很好"),
        ("a 50", "a 50/50 chance? no: a 50 mm lens".replace("a 50/50 chance? no: ", "")),
    ],
)
def test_punctuation_and_unspaced_scripts_are_no_part_of_a_word(quote: str, text: str) -> None:
    assert reanchor(text, Quote(quote)).intact


def test_a_quote_that_always_began_inside_a_word_stays_intact_while_that_word_stays() -> None:
    quote = Quote("graph was taken", 12, before="It says photo", after=" by him")
    assert reanchor("Now it says photograph was taken by him", quote).status == "moved"
    assert reanchor("Now it says autograph was taken by him", quote).status == "changed"


def test_a_dash_set_as_a_hyphen_is_typing_even_at_the_edge() -> None:
    quote = Quote("the M11 is new", 8, before="cameras—", after="—he said")
    assert reanchor("cameras-the M11 is new-he said", quote).span == Span(8, 22)
