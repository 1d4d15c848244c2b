import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leica_kb.anchor import Quote, normalise, reanchor, take_quote
from leica_kb.model import Span
from tests.anchor.texts import quoted, texts

ARTICLE = (
    "Leica was founded in Wetzlar.\n\n"
    "The company sold 5 million cameras in 2012. It is owned by Blackstone and the Kaufmann family.\n\n"
    "Panasonic makes some lenses. They are not made in Germany."
)


def quote(words: str, text: str = ARTICLE, nth: int = 0) -> Quote:
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
    return take_quote(text, Span(start, start + len(words)))


def test_nothing_changed() -> None:
    asked = quote("sold 5 million cameras")
    assert reanchor(ARTICLE, asked) == reanchor(ARTICLE, asked, ARTICLE)
    assert reanchor(ARTICLE, asked).status == "exact"
    assert reanchor(ARTICLE, asked).span == Span(asked.start or 0, (asked.start or 0) + 22)


def test_words_moved_say_how_far() -> None:
    found = reanchor("New words stand here.\n\n" + ARTICLE, quote("It is owned by Blackstone"))
    assert (found.status, found.detail) == ("moved", "moved by +23 characters")
    back = reanchor(ARTICLE[31:], quote("It is owned by Blackstone"))
    assert (back.status, back.detail) == ("moved", "moved by -31 characters")


def test_typing_is_mapped_back_to_the_original_offsets() -> None:
    new = ARTICLE.replace("5 million cameras in", "5\u00a0million\r\n cam\u00aderas in")
    found = reanchor(new, quote("sold 5 million cameras in 2012"))
    assert found.status == "normalised"
    assert found.span is not None
    assert found.span.of(new) == "sold 5\u00a0million\r\n cam\u00aderas in 2012"


@pytest.mark.parametrize(
    ("words", "then", "now", "told"),
    [
        ("sold 5 million cameras", "5 million", "7 million", "number «5» → «7»"),
        ("5 million cameras in 2012", "2012", "2013", "date «2012» → «2013»"),
        ("owned by Blackstone", "Blackstone", "Hermès", "name «Blackstone» → «Hermès»"),
        ("They are not made in Germany", "not ", "", "negation «not» removed"),
        ("Panasonic makes some lenses", "some", "all", "quantifier «some» → «all»"),
        ("Panasonic makes some lenses", "makes", "may make", "modal «may» added"),
    ],
)
@pytest.mark.parametrize("old", [None, ARTICLE])
def test_a_changed_fact_is_changed_and_named(words: str, then: str, now: str, told: str, old: str | None) -> None:
    found = reanchor(ARTICLE.replace(then, now), quote(words), old)
    assert found.status == "changed"
    assert found.span is not None
    assert found.span.of(ARTICLE.replace(then, now)) == words.replace(then, now)
    assert told in found.detail


def test_the_diff_of_the_whole_sentence_is_shown_when_the_old_text_is_known() -> None:
    found = reanchor(ARTICLE.replace("2012", "2014"), quote("cameras in 2012"), ARTICLE)
    assert found.detail == "date «2012» → «2014» | … 5 million cameras in [-2012-]{+2014+} ."


def test_a_rewritten_sentence() -> None:
    new = ARTICLE.replace(
        "It is owned by Blackstone and the Kaufmann family.", "Who holds the shares today nobody will tell."
    )
    found = reanchor(new, quote("It is owned by Blackstone and the Kaufmann family"), ARTICLE)
    assert found.status == "changed"
    assert found.detail.startswith("sentence rewritten; ")
    assert found.span is not None
    assert "Who holds the shares" in found.span.of(new)


def test_a_deleted_sentence_and_a_deleted_paragraph() -> None:
    sentence = " It is owned by Blackstone and the Kaufmann family."
    asked = quote("owned by Blackstone and the Kaufmann family")
    gone = reanchor(ARTICLE.replace(sentence, ""), asked, ARTICLE)
    assert (gone.status, gone.span, gone.detail) == ("missing", None, "sentence deleted")
    without = re.sub(r"The company.*family\.\n\n", "", ARTICLE)
    assert reanchor(without, asked, ARTICLE).detail == "paragraph deleted"
    assert reanchor(without, asked).status == "missing"


def test_other_text_is_missing_and_never_the_best_of_nothing() -> None:
    other = "An orchard in Kent grows apples. The company of pickers sold them in town.\n\nThey are made into cider."
    assert reanchor(other, quote("It is owned by Blackstone and the Kaufmann family")).status == "missing"
    assert reanchor("", quote("Leica")).status == "missing"
    assert reanchor(ARTICLE, Quote("")).status == "missing"
    assert reanchor(ARTICLE, Quote(" \u200b ")).status == "missing"


LIST = "".join(f"Model {name}:\nIt is made in Germany.\n\n" for name in ("Alpha", "Bravo", "Carlo", "Delta"))


@pytest.mark.parametrize("nth", range(4))
@pytest.mark.parametrize("old", [None, LIST])
def test_repeated_words_are_told_apart_by_their_surroundings(nth: int, old: str | None) -> None:
    new = "A word before.\n\n" + LIST
    found = reanchor(new, quote("It is made in Germany", LIST, nth), old)
    assert found.status == "moved"
    assert found.span == Span(
        *next(m for i, m in enumerate(re.finditer("It is made in Germany", new)) if i == nth).span()
    )


SAME = "It is made in Germany by people who care. " * 4


def test_what_nothing_tells_apart_is_told_by_order_only_when_the_old_text_shows_it() -> None:
    asked = take_quote(SAME, Span(84, 105), Span(84, 125))
    assert reanchor("Hello. " + SAME, asked).status == "ambiguous"
    assert reanchor(f"Hello. {SAME} Bye.", asked, SAME).span == Span(91, 112)
    assert reanchor(f"Hello. {SAME[42:]} Bye.", asked, SAME).status == "ambiguous"


def test_what_lies_before_the_first_edit_or_after_the_last_is_not_searched_for() -> None:
    asked = take_quote(SAME, Span(84, 105))
    assert reanchor(SAME + "Bye.", asked, SAME).span == Span(84, 105)
    assert reanchor("Hello. " + SAME, asked, SAME).span == Span(91, 112)


def test_the_stored_offset_does_not_vouch_for_another_occurrence() -> None:
    old = "The M is old. It is made in Wetzlar by hand.\nThe Q is newer. It is made in Wetzlar too, they say.\n"
    asked = quote("It is made in Wetzlar", old)
    swapped = "The Q is new. It is made in Wetzlar too, they say.\nThe M is old. It is made in Wetzlar by hand.\n"
    right = swapped.index("It is made in Wetzlar by")
    assert reanchor(swapped, asked).span == Span(right, right + 21)
    assert reanchor(swapped, asked, old).span == Span(right, right + 21)


def test_the_same_words_elsewhere_are_not_the_quote_when_its_own_place_was_changed() -> None:
    old = "Sales: 5 million cameras.\n\nAs the spring report says, 5 million cameras were shipped from the plant.\n"
    new = old.replace("says, 5 million", "says, 7 million")
    for known in (None, old):
        found = reanchor(new, quote("5 million cameras", old, 1), known)
        assert found.status == "changed"
        assert found.span is not None
        assert found.span.of(new) == "7 million cameras"


def test_a_copy_put_behind_the_sentence_does_not_shake_the_first() -> None:
    new = ARTICLE.replace("in 2012. ", "in 2012. The company sold 5 million cameras in 2012. ")
    for known in (None, ARTICLE):
        assert reanchor(new, quote("The company sold 5 million cameras in 2012."), known).status == "exact"


def test_a_place_that_looks_right_on_either_side_only_is_not_chosen_over_one_on_the_other() -> None:
    asked = Quote(
        exact="to Kestrel, the cameras are designed in Leeds.",
        start=989,
        before="hare is 871 per cent. According ",
        after=" “The shutters are ours,” Morrow",
    )
    at_first = "The partner's share is 871 per cent. According to Kestrel, the cameras are designed in Leeds. It rains."
    at_last = (
        "It is made in Osaka. According to Kestrel, the cameras are designed in Leeds. “The shutters are ours,” Morrow"
    )
    assert reanchor(f"{at_first}\n\n{at_last}", asked).status == "ambiguous"


def test_the_place_with_all_the_old_surroundings_is_not_passed_over_for_an_edge() -> None:
    asked = Quote(exact="The chairman of", start=30, before="", after=" Orion said that “no more than 7")
    own = "It rains. The chairman of Orion said that “no more than 796 turbines” would leave."
    other = "The chairman of Orion said that “no more than 505 lenses” would leave."
    assert reanchor(f"{own}\n\n{other}", asked).span != Span(len(own) + 2, len(own) + 17)


def test_words_of_every_sentence_do_not_make_a_neighbour_the_quote() -> None:
    old = (
        "The M10 was made with AMS, an Austrian image sensor company.\n\n"
        "It takes considerable time to develop an image sensor, and more to test one."
    )
    new = old.partition("\n\n")[2]
    asked = quote("AMS, an Austrian image sensor company", old)
    assert reanchor(new, asked).status == "missing"
    known = reanchor(new, asked, old)
    assert (known.status, known.detail) == ("missing", "paragraph deleted")


def test_short_words_without_surroundings_are_not_followed() -> None:
    old = "Somebody wrote: Leica sells well in Asia this year."
    new = "An entirely different page on which the name Leica occurs in passing."
    assert reanchor(new, quote("Leica", old)).status == "ambiguous"


@given(quoted())
def test_unchanged_text_is_never_lost_or_misplaced(pair: tuple[str, Span]) -> None:
    text, span = pair
    found = reanchor(text, take_quote(text, span))
    assert found.status in ("exact", "ambiguous") if span.of(text).strip() else True
    if found.status == "exact":
        assert found.span == span


@given(texts, quoted(), texts)
@settings(max_examples=60)
def test_intact_always_means_the_same_words(head: str, pair: tuple[str, Span], tail: str) -> None:
    text, span = pair
    asked = take_quote(text, span)
    for new in (head + " " + text + " " + tail, head + tail, text[: span.start] + head + text[span.end :]):
        for known in (None, text):
            found = reanchor(new, asked, known)
            if found.intact:
                assert found.span is not None
                assert normalise(found.span.of(new)) == normalise(asked.exact)
            if found.status in ("exact", "moved"):
                assert found.span is not None
                assert found.span.of(new) == asked.exact


@given(
    st.integers(0, 99_999),
    st.integers(0, 99_999),
    st.sampled_from(["{} cameras", "about {} mm", "£{}", "in {}, Leica"]),
)
def test_a_changed_number_is_never_intact(then: int, now: int, pattern: str) -> None:
    old = f"They said that {pattern.format(then)} was the figure. Nothing else."
    new = f"They said that {pattern.format(now)} was the figure. Nothing else."
    found = reanchor(new, quote(pattern.format(then), old), old)
    assert found.intact == (then == now)
