from hypothesis import given
from hypothesis import strategies as st

from leica_kb.anchor import select
from leica_kb.anchor.words import RARE, WordIndex, fold_words
from leica_kb.model import Span
from tests.anchor.texts import quoted

FILL = "of the of the camera in of the lens and the " * 500


@given(quoted(), st.integers(1, 3))
def test_the_index_finds_what_a_plain_search_finds(pair: tuple[str, Span], copies: int) -> None:
    text, span = pair
    long = FILL + (text + "\n") * copies + FILL
    words = span.of(text)
    assert WordIndex(long).find_places(words, 99) == select(long, words)[:99]


def test_words_too_common_to_help_are_found_all_the_same() -> None:
    index = WordIndex(FILL)
    assert index.find_places("in of the lens", 3) == select(FILL, "in of the lens")[:3]
    assert index.find_places("and the camera", 3) == ()
    assert index.find_places("", 3) == ()


def test_pairs_make_common_words_rare() -> None:
    index = WordIndex(FILL + "lens camera of")
    assert len(index.find_rare(fold_words("lens camera"), 0)) == 1
    assert index.find_rare(fold_words("the lens"), 0) == ()
    assert index.find_rare(fold_words("zebra"), 0) == ()
    assert len(WordIndex("the " * 5000).find_rare(["the", "the"], 0)) == 0
    assert RARE < 5000
